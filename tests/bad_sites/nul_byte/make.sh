mkdir -p content/reports
printf '前 言\n学校\000坚持\n' >content/reports/r-2023.txt
