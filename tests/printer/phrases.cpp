#include "phrases.h"

#include <array>

namespace reportal::printer {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 28> subjects = {
    "学校",       "教务部门",     "各二级学院", "学生工作团队",   "校企双方",     "实训中心",     "图书馆",
    "项目组",     "专业带头人",   "思政课教师", "青年教师",       "就业指导中心", "后勤服务部门", "科研团队",
    "辅导员队伍", "合作企业",     "课程组",     "质量监测办公室", "校友会",       "创业孵化园",   "国际交流处",
    "信息中心",   "“双师型”教师", "数控专业群", "护理专业的学生", "继续教育学院", "驻村工作队",   "“匠心”社团"};
constexpr std::array<Words, 46> clauses = {"坚持把课程建设放在突出位置",
                                           "组织教师到生产一线调研",
                                           "重新梳理岗位能力要求",
                                           "形成了共同参与的评价办法",
                                           "延长了自习室的开放时间",
                                           "对薄弱环节逐一整改",
                                           "课堂秩序明显好转",
                                           "为后续工作打下了基础",
                                           "建立月度例会制度",
                                           "把典型做法写进工作手册",
                                           "推动资源向基层倾斜",
                                           "得到了师生的一致好评",
                                           "完善了过程性考核",
                                           "引导学生走进社区服务",
                                           "与行业协会签订协议",
                                           "把技能比赛的内容带进课堂",
                                           "邀请工程师担任兼职导师",
                                           "开发了一批活页式教材",
                                           "探索学分互认的途径",
                                           "面向中小微企业提供技术咨询",
                                           "建成“智慧教室”和虚拟仿真实训室",
                                           "利用 VR 和 AI 开展远程教学",
                                           "以 PDCA 循环改进教学管理",
                                           "在 5G 专网上运行生产线",
                                           "采用“1+X”证书的培训标准",
                                           "引入 ISO 9001 质量管理体系",
                                           "通过“书记下午茶”听取意见",
                                           "举办“走进车间”开放日",
                                           "编写《实训安全读本》",
                                           "修订《教师下企业锻炼办法》",
                                           "对照“十四五”发展规划检查进度",
                                           "打造“一院一品”文化品牌",
                                           "实行预约制度（节假日除外）",
                                           "分批选派骨干外出研修",
                                           "按季度公布工作清单",
                                           "开设农产品电商培训班",
                                           "定期回访毕业生和用人单位",
                                           "建起了心理健康档案",
                                           "设立专项奖励基金",
                                           "帮助村民改造老旧线路",
                                           "对新进教师实行“一对一”指导",
                                           "把安全教育贯穿全过程",
                                           "理顺了校院两级的职责",
                                           "推进图书和设备共享",
                                           "与中职学校衔接培养",
                                           "扩大了社会影响"};
constexpr std::array<Words, 22> counted = {"新建实训室{}间",
                                           "更新设备{}台",
                                           "培训员工{}人次",
                                           "立项省级课题{}项",
                                           "获得授权专利{}件",
                                           "合作企业增加到{}家",
                                           "用人单位满意度达到{%}",
                                           "毕业去向落实率为{%}",
                                           "到账经费{.}万元",
                                           "开设选修课{}门",
                                           "建成精品课程{}门",
                                           "志愿服务时长超过{}小时",
                                           "比上一年提高{.}个百分点",
                                           "参加活动的学生有{}人",
                                           "占专任教师的{%}",
                                           "资助学生{}名",
                                           "完成技术服务{}项",
                                           "覆盖{}个专业",
                                           "发放奖学金{.}万元",
                                           "图书总量达到{.}万册",
                                           "走访企业{}家",
                                           "组织讲座{}场"};
constexpr std::array<Words, 14> openings = {
    "{Y}年，", "{Y}年9月，",    "一年来，", "近三年，",           "{Y}年5月12日，", "在此基础上，", "为此，",
    "同时，",  "截至{Y}年底，", "下一步，", "围绕地方产业需求，", "此外，",         "据统计，",     "目前，"};
constexpr std::array<Words, 8> chapters = {"人才培养", "产教融合", "服务贡献", "文化传承",
                                           "国际合作", "发展保障", "面临挑战", "质量保证"};
constexpr std::array<Words, 30> sections = {"课程建设",
                                            "师资队伍",
                                            "实训条件",
                                            "学生发展",
                                            "党建引领",
                                            "立德树人",
                                            "就业创业",
                                            "社会培训",
                                            "技术服务",
                                            "乡村振兴",
                                            "工匠精神培育",
                                            "校园文化活动",
                                            "留学生教育",
                                            "教学资源开发",
                                            "校企协同育人",
                                            "经费投入与使用",
                                            "质量监测体系",
                                            "数字校园",
                                            "“岗课赛证”融通",
                                            "心理健康教育",
                                            "劳动教育与实践",
                                            "技能竞赛",
                                            "专业群布局与产业对接",
                                            "“三全育人”综合改革",
                                            "体育与美育",
                                            "教材选用与管理",
                                            "图书资源",
                                            "科研平台",
                                            "办学条件",
                                            "政策落实"};
constexpr std::array<Words, 12> case_subjects = {"校企共建",   "“三下乡”服务队", "老师傅进课堂", "一名毕业生",
                                                 "“云端”实训", "竹编传承人",     "退役军人学员", "“小蜜蜂”志愿者",
                                                 "产业学院",   "技能大师工作室", "新媒体社团",   "国际班"};
constexpr std::array<Words, 12> case_deeds = {
    "走出协同育人新路", "点亮山村夜校",     "让设备“说话”", "从学徒成长为技术能手", "助力小微企业转型",   "把论文写在车间里",
    "服务社区养老",     "搭起中外交流桥梁", "护航安全生产", "带动乡邻增收",         "打通就业最后一公里", "推动课程迭代升级"};
constexpr std::array<Words, 12> pictured = {
    "学生在车间操作数控设备", "校企签约仪式",   "志愿者走进社区",     "教师下企业锻炼留影", "技能节开幕现场", "实训基地全景",
    "“匠心”社团作品展示",     "留学生体验茶艺", "各专业毕业去向分布", "近三年培训人次变化", "课程体系结构",   "专家来校指导"};
constexpr std::array<Words, 6> group_words = {"国家级项目",   "省级项目",     "校级重点项目",
                                              "机电工程学院", "信息技术学院", "横向合作项目"};
constexpr std::array<Words, 12> places = {"江州", "云岭", "东湖", "临川", "青石", "海西",
                                          "南塘", "白鹭", "永丰", "石桥", "新港", "沙洲"};
constexpr std::array<Words, 6> trades = {"工业", "交通", "信息", "机电", "商务", "建设"};
constexpr std::array<Words, 12> offices = {"教务处",         "科技处",         "学生工作处",   "人事处",
                                           "校企合作办公室", "机电工程学院",   "信息技术学院", "经济管理学院",
                                           "护理学院",       "马克思主义学院", "省教育厅",     "质量管理办公室"};
constexpr std::array<Words, 8> companies = {"精密机械有限公司", "智能装备股份有限公司", "物流集团",         "人民医院",
                                            "电子科技有限公司", "建筑工程有限公司",     "食品有限责任公司", "文化传媒有限公司"};
constexpr std::array<Words, 10> themes = {"新能源汽车充电安全", "数控加工工艺",    "乡村电商直播", "高职学生劳动教育",
                                          "智慧养老服务",       "虚拟仿真实训",    "非遗竹编技艺", "“双师型”教师成长",
                                          "工业机器人故障诊断", "城市轨道信号系统"};
constexpr std::array<Words, 8> studies = {"的研究与应用", "课程体系的构建与实践", "教学模式创新研究", "资源库建设",
                                          "路径探索",     "评价指标体系研究",     "关键技术开发",     "校企协同机制研究"};
constexpr std::array<Words, 16> surnames = {"王", "李", "周", "陈", "钟", "何", "罗", "谢",
                                            "彭", "邓", "唐", "曾", "许", "沈", "冯", "欧阳"};
constexpr std::array<Words, 16> given = {"明",   "晓雨", "建国", "思远", "静", "海波", "文博", "玉兰",
                                         "子涵", "志强", "一诺", "春梅", "浩", "雪莹", "立新", "清"};
constexpr std::array<Words, 4> classes = {"国家级", "省级", "市级", "校级"};
constexpr std::array<Words, 5> prizes = {"一等奖", "二等奖", "三等奖", "优秀奖", "特等奖"};
constexpr std::array<Words, 10> majors = {"数控技术", "护理",     "大数据与会计", "电子商务",       "机电一体化技术",
                                          "软件技术", "物流管理", "建筑工程技术", "新能源汽车技术", "学前教育"};

std::string decimal(Random& random) {
  return std::to_string(random.between(1, 99)) + '.' + std::to_string(random.between(0, 9)) +
         std::to_string(random.between(1, 9));
}

/// `pattern` with {} {.} {%} {Y} filled in.
std::string filled(Words pattern, Random& random) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      text += pattern[at];
      continue;
    }
    const std::size_t end = pattern.find('}', at);
    const Words what = pattern.substr(at + 1, end - at - 1);
    if (what == "Y")
      text += std::to_string(random.between(2021, 2024));
    else if (what == ".")
      text += decimal(random);
    else if (what == "%")
      text += decimal(random) + "%";
    else
      text += std::to_string(random.chance(70) ? random.between(2, 99) : random.between(100, 9999));
    at = end;
  }
  return text;
}

std::string clause(Random& random) {
  return random.chance(65) ? std::string(random.pick(clauses)) : filled(random.pick(counted), random);
}

}  // namespace

std::string sentence(Random& random) {
  std::string text;
  if (random.chance(35)) text += filled(random.pick(openings), random);
  text += random.pick(subjects);
  const int count = random.between(1, 4);
  for (int index = 0; index < count; ++index) {
    if (index > 0) text += random.chance(8) ? "；" : random.chance(12) ? "、" : "，";
    text += clause(random);
  }
  return text + "。";
}

std::string running_text(Random& random, int sentences) {
  constexpr std::array<Words, 5> ordinals = {"一是", "二是", "三是", "四是", "五是"};
  const bool counts = sentences >= 3 && random.chance(25);
  std::string text;
  for (int index = 0; index < sentences; ++index) {
    if (counts && index > 0 && index <= 5)
      text.append(ordinals[static_cast<std::size_t>(index - 1)]).append(random.pick(clauses)).append("。");
    text += sentence(random);
  }
  return text;
}

std::string_view chapter_title(std::size_t index) { return chapters[index % chapters.size()]; }
std::string section_title(Random& random) { return std::string(random.pick(sections)); }
std::string case_title(Random& random) {
  std::string title(random.pick(case_subjects));
  title += random.chance(30) ? " " : random.chance(30) ? "：" : "";
  title += random.pick(case_deeds);
  if (random.chance(25)) title.append("——").append(random.pick(pictured));
  return title;
}
std::string figure_caption(Random& random) {
  return random.chance(25) ? std::to_string(random.between(2021, 2024)) + "年" + std::string(random.pick(pictured))
                           : std::string(random.pick(pictured));
}
std::string group_title(Random& random) { return std::string(random.pick(group_words)); }
std::string school_name(Random& random) {
  return std::string(random.pick(places)) + std::string(random.pick(trades)) + "职业技术学院";
}
std::string department(Random& random) {
  return random.chance(50) ? std::string(random.pick(offices))
                           : std::string(random.pick(places)) + std::string(random.pick(companies));
}
std::string project(Random& random) {
  std::string name;
  if (random.chance(20)) name = std::to_string(random.between(2021, 2024)) + "年";
  if (random.chance(15)) name += "“楷模杯”";
  name.append(random.pick(themes)).append(random.pick(studies));
  if (random.chance(12)) name += "（第二期）";
  return name;
}
std::string person(Random& random) { return std::string(random.pick(surnames)) + std::string(random.pick(given)); }
std::string_view contest_class(Random& random) { return random.pick(classes); }
std::string_view prize(Random& random) { return random.pick(prizes); }
std::string_view subject(Random& random) { return random.pick(majors); }

}  // namespace reportal::printer
