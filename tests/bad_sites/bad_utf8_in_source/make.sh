mkdir -p content/reports
{ echo '第一章 学校概况'; printf '学校占地\377\376面积1000亩。\n'; echo '学校有教师500人，学生9000人。'; } >content/reports/r-2023.txt
