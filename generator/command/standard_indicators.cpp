#include "command/standard_indicators.h"

namespace reportal {

const std::string_view standard_indicators = R"yaml(# 质量年报六张数据表的常用指标；forms 是正文里的其他叫法，末尾的“数”和年份不必写

# ---- 人才培养质量计分卡 ----
- id: graduates
  name: 毕业生人数
  unit: 人
  forms: [毕业生, 毕业生总数, 应届毕业生]
  direction: none
  definition: 当届取得毕业资格的学生总数。
  group: 人才培养质量计分卡
- id: employment-rate
  name: 毕业去向落实率
  unit: "%"
  forms: [毕业生毕业去向落实率, 毕业生去向落实率, 去向落实率, 毕业生就业率, 就业率]
  direction: up
  definition: 已经落实去向（就业、升学、参军、创业等）的毕业生占当届毕业生的比例。
  group: 人才培养质量计分卡
- id: first-employment-rate
  name: 初次毕业去向落实率
  unit: "%"
  forms: [毕业生初次去向落实率, 初次去向落实率, 毕业生初次毕业去向落实率, 初次就业率]
  direction: up
  definition: 毕业当年第一次统计时（一般在八月底）的去向落实率。
  group: 人才培养质量计分卡
- id: employed-in-province
  name: 毕业生本省就业比例
  unit: "%"
  forms: [毕业生本省去向落实率, 本省去向落实率, 在本省就业比例, 毕业生省内就业比例, 省内就业率, 本省就业率, 留湘就业率, 在湖南就业比例]
  direction: none
  definition: 已落实去向的毕业生中，留在学校所在省份的比例。
  group: 人才培养质量计分卡
- id: employed-in-province-count
  name: 毕业生本省去向落实人数
  unit: 人
  forms: [毕业生本省去向落实学生, 本省就业人数]
  direction: none
  definition: 去向落实在学校所在省份的毕业生人数。
  group: 人才培养质量计分卡
- id: major-match
  name: 专业相关度
  unit: "%"
  forms: [毕业生对口就业率, 对口就业率, 工作与专业相关度, 毕业生工作与专业相关度, 就业专业相关度, 专业对口率]
  direction: up
  definition: 就业的毕业生中，所从事工作与所学专业相关的比例。
  group: 人才培养质量计分卡
- id: monthly-income
  name: 月收入
  unit: 元
  forms: [毕业生月收入, 毕业生平均月收入, 平均月收入, 月均收入, 就业起薪点]
  direction: up
  definition: 毕业生在调查时点的平均月收入，包括工资和奖金。
  group: 人才培养质量计分卡
- id: income-three-years
  name: 毕业三年月平均收入
  unit: 元
  forms: [毕业三年后月平均收入, 毕业三年后平均月收入, 毕业生毕业三年后月收入]
  direction: up
  definition: 毕业满三年的学生在调查时的平均月收入，用来观察职业发展。
  group: 人才培养质量计分卡
- id: promotion-three-years
  name: 毕业三年晋升比例
  unit: "%"
  forms: [毕业三年职位晋升比例, 毕业生毕业三年后晋升比例, 毕业三年后晋升比例, 毕业三年职位晋升率, 毕业三年晋升率]
  direction: up
  definition: 毕业三年内得到职位晋升的学生所占的比例。
  group: 人才培养质量计分卡
- id: self-employment
  name: 自主创业比例
  unit: "%"
  forms: [毕业生自主创业比例, 毕业生自主创业率, 自主创业率]
  direction: none
  definition: 毕业后以创办企业或个体经营为去向的学生所占的比例。
  group: 人才培养质量计分卡
- id: further-study
  name: 升学比例
  unit: "%"
  forms: [毕业生升学比例, 毕业生升学率, 升学率, 专升本升学率]
  direction: none
  definition: 毕业后升入本科等更高层次学校的学生所占的比例。
  group: 人才培养质量计分卡
- id: secondary-industry
  name: 面向第二产业就业人数
  unit: 人
  forms: [第二产业就业人数, 毕业生面向第二产业就业人数]
  direction: none
  definition: 去向为制造、建筑等第二产业单位的毕业生人数。
  group: 人才培养质量计分卡
- id: fitness
  name: 体质健康测试合格率
  unit: "%"
  forms: [学生体质健康测试合格率, 体质测评合格率, 学生体质测评合格率, 国家学生体质健康标准合格率, 体质健康合格率]
  direction: up
  definition: 参加国家学生体质健康标准测试的学生中达到合格的比例。
  group: 人才培养质量计分卡

# ---- 满意度调查表 ----
- id: student-satisfaction
  name: 在校生满意度
  unit: "%"
  forms: [在校学生满意度, 学生满意度, 在校生总体满意度, 学生对学校整体满意度, 学生对学校满意度]
  direction: up
  definition: 受访在校生中，对学校表示满意的比例。
  group: 满意度调查表
- id: graduate-satisfaction
  name: 毕业生满意度
  unit: "%"
  forms: [毕业生对学校满意度, 毕业生对母校满意度, 毕业生对母校总体满意度, 应届毕业生满意度]
  direction: up
  definition: 受访毕业生中，对母校表示满意的比例。
  group: 满意度调查表
- id: graduate-teaching-satisfaction
  name: 毕业生教学满意度
  unit: "%"
  forms: [毕业生对母校教学满意度, 毕业生对教学满意度]
  direction: up
  definition: 受访毕业生中，对母校的教学表示满意的比例。
  group: 满意度调查表
- id: staff-satisfaction
  name: 教职工满意度
  unit: "%"
  forms: [教职员工满意度, 教师满意度]
  direction: up
  definition: 受访教职工中，对学校表示满意的比例。
  group: 满意度调查表
- id: employer-satisfaction
  name: 用人单位满意度
  unit: "%"
  forms: [雇主满意度, 用人单位对毕业生满意度, 用人单位对学校毕业生总体满意度, 用人单位对毕业生总体满意度]
  direction: up
  definition: 受访用人单位中，对本校毕业生表示满意的比例。
  group: 满意度调查表
- id: parent-satisfaction
  name: 家长满意度
  unit: "%"
  forms: [学生家长满意度]
  direction: up
  definition: 受访学生家长中，对学校表示满意的比例。
  group: 满意度调查表

# ---- 教学资源表 ----
- id: students
  name: 全日制在校生人数
  unit: 人
  forms: [在校生, 在校学生, 全日制在校生, 全日制在校学生, 全日制高职在校生, 在校生总数]
  direction: none
  definition: 报告年度的全日制在校学生总数。
  group: 教学资源表
- id: full-time-teachers
  name: 专任教师总数
  unit: 人
  forms: [专任教师, 专任教师人数, 校内专任教师]
  direction: up
  definition: 学校聘用的专门从事教学工作的教师总数。
  group: 教学资源表
- id: student-teacher-ratio
  name: 生师比
  unit: ":1"
  forms: [折合生师比]
  direction: down
  definition: 折合在校生数与折合教师数之比。
  group: 教学资源表
- id: dual-qualified
  name: 双师素质专任教师比例
  unit: "%"
  forms: [双师素质教师比例, 双师型教师比例, 双师型教师占专任教师比例, 双师比, 双师型教师占专业课教师比例]
  direction: up
  definition: 专任教师中兼有教学能力与专业实践能力、经认定为双师素质者的比例。
  group: 教学资源表
- id: dual-qualified-count
  name: 双师型教师人数
  unit: 人
  forms: [双师型教师, 双师素质教师, 双师素质专任教师]
  direction: up
  definition: 经认定的双师型教师人数。
  group: 教学资源表
- id: senior-teachers
  name: 高级专业技术职务专任教师比例
  unit: "%"
  forms: [高级职称教师比例, 专任教师中高级职称比例, 高级专业技术职称教师比例, 专任教师中高级专业技术职称比例, 高级职称专任教师比例]
  direction: up
  definition: 专任教师中具有副教授及以上等高级职称者的比例。
  group: 教学资源表
- id: senior-teachers-count
  name: 高级职称教师人数
  unit: 人
  forms: [高级职称教师, 高级职称专任教师, 专任教师中高级专业技术职称, 专任教师中高级职称]
  direction: up
  definition: 专任教师中具有高级职称者的人数。
  group: 教学资源表
- id: graduate-degree-teachers
  name: 研究生学历教师人数
  unit: 人
  forms: [研究生学历教师, 专任教师中硕士及以上, 硕士及以上学位教师, 研究生学历专任教师]
  direction: up
  definition: 专任教师中具有硕士及以上学历或学位者的人数。
  group: 教学资源表
- id: part-time-teachers
  name: 兼职教师比例
  unit: "%"
  forms: [企业兼职教师比例]
  direction: up
  definition: 来自企业和社会的兼职教师在全部任课教师中的比例。
  group: 教学资源表
- id: equipment-value
  name: 教学科研仪器设备总值
  unit: 万元
  forms: [教学科研仪器设备值, 教学仪器设备总值, 教学仪器设备值]
  direction: up
  definition: 学校拥有的教学与科研仪器设备的资产总值。
  group: 教学资源表
- id: equipment-per-student
  name: 生均教学科研仪器设备值
  unit: 元/生
  forms: [生均仪器设备值, 生均教学仪器设备值]
  direction: up
  definition: 教学科研仪器设备资产总值除以折合在校生数。
  group: 教学资源表
- id: resource-libraries
  name: 专业教学资源库数
  unit: 个
  forms: [专业教学资源库]
  direction: up
  definition: 学校主持或参与建设的专业教学资源库数量。
  group: 教学资源表
- id: online-courses
  name: 在线精品课程数
  unit: 门
  forms: [在线精品课程, 精品在线开放课程]
  direction: up
  definition: 学校建设的在线精品课程总数，不分级别。
  group: 教学资源表
- id: online-courses-national
  name: 国家级在线精品课程数
  unit: 门
  forms: [国家级精品在线开放课程, 立项国家级精品在线开放课程, 国家在线精品课程]
  direction: up
  definition: 经国家认定的在线精品课程数。
  group: 教学资源表
- id: online-courses-province
  name: 省级在线精品课程数
  unit: 门
  forms: [省级精品在线开放课程, 立项省级精品在线开放课程, 湖南省精品在线开放课程]
  direction: up
  definition: 经省级教育部门认定的在线精品课程数。
  group: 教学资源表
- id: virtual-bases
  name: 虚拟仿真实训基地数
  unit: 个
  forms: [虚拟仿真实训基地, 建设虚拟仿真实训基地]
  direction: up
  definition: 学校建设的虚拟仿真实训基地总数。
  group: 教学资源表
- id: practice-base-count
  name: 校内实训基地数
  unit: 个
  forms: [校内实训基地, 校内实践教学基地]
  direction: up
  definition: 学校校内实训（实践教学）基地的数量。
  group: 教学资源表
- id: practice-base-outside
  name: 校外实训基地数
  unit: 个
  forms: [校外实训基地, 校外实习基地, 校外实习实训基地]
  direction: up
  definition: 学校与企业等单位在校外共建的实习实训基地数量。
  group: 教学资源表
- id: practice-share
  name: 实践性教学课时比例
  unit: "%"
  forms: [实践教学课时占专业总课时比例, 实践教学课时占总课时比例, 实践性教学课时占总课时比例]
  direction: up
  definition: 实践教学课时在全部课时中的比例。
  group: 教学资源表
- id: course-cooperation
  name: 校企合作课程数
  unit: 门
  forms: [校企合作课程, 与企业合作开发课程, 校企合作开发课程]
  direction: up
  definition: 学校与企业共同开发的课程数。
  group: 教学资源表

# ---- 服务贡献表 ----
- id: technical-service
  name: 横向技术服务到款额
  unit: 万元
  forms: [横向技术服务到账经费, 横向技术服务到账额, 技术服务到款额]
  direction: up
  definition: 学校为企业等单位提供技术服务实际收到的经费。
  group: 服务贡献表
- id: service-benefit
  name: 横向技术服务产生的经济效益
  unit: 万元
  forms: [技术服务产生的经济效益, 横向技术服务经济效益]
  direction: up
  definition: 学校的横向技术服务为服务对象带来的经济效益。
  group: 服务贡献表
- id: research-funds
  name: 纵向科研经费到款额
  unit: 万元
  forms: [纵向科研经费到账额, 纵向科研经费]
  direction: up
  definition: 学校承担各级政府部门科研项目实际收到的经费。
  group: 服务贡献表
- id: patents
  name: 专利授权数
  unit: 项
  forms: [专利授权数量, 授权专利, 获得专利授权, 获专利授权]
  direction: up
  definition: 报告年度内学校获得授权的专利数，包括各种类型。
  group: 服务贡献表
- id: invention-patents
  name: 发明专利授权数
  unit: 项
  forms: [发明专利, 发明专利授权数量, 授权发明专利]
  direction: up
  definition: 报告年度内学校获得授权的发明专利数。
  group: 服务贡献表
- id: patent-income
  name: 专利成果转化到款额
  unit: 万元
  forms: [专利成果转化到账额, 专利转化到款额]
  direction: up
  definition: 专利转让、许可等成果转化实际收到的款额。
  group: 服务贡献表
- id: training-income
  name: 非学历培训到账经费
  unit: 万元
  forms: [非学历培训到款额, 非学历培训到账额]
  direction: up
  definition: 非学历培训项目实际收到的经费。
  group: 服务贡献表
- id: training-hours
  name: 非学历培训学时
  unit: 学时
  forms: [非学历培训学时数]
  direction: up
  definition: 学校面向社会开展的非学历培训的总学时。
  group: 服务贡献表
- id: welfare-training
  name: 公益项目培训学时
  unit: 学时
  forms: [公益性培训学时, 公益项目培训服务学时, 公益培训学时]
  direction: up
  definition: 学校承担的公益性培训项目的总学时。
  group: 服务贡献表
- id: subsidised-training
  name: 承担补贴性培训人数
  unit: 人
  forms: [补贴性培训人数]
  direction: up
  definition: 参加由政府补贴费用的职业培训的人数。
  group: 服务贡献表
- id: order-classes
  name: 订单（定向）班学生人数
  unit: 人
  forms: [订单班学生, 订单（定向）学生, 订单培养学生]
  direction: none
  definition: 在企业订单班、定向班中学习的学生人数。
  group: 服务贡献表
- id: apprentices-majors
  name: 实施中国特色学徒制人才培养的专业数
  unit: 个
  forms: [实施中国特色学徒制人才培养专业, 中国特色学徒制专业]
  direction: up
  definition: 实行中国特色学徒制（现代学徒制）培养的专业数。
  group: 服务贡献表

# ---- 国际影响表 ----
- id: standards-abroad
  name: 国（境）外采用的课程标准数
  unit: 个
  forms: [被国外采用的课程标准, 国外认定采用的课程标准, 开发并被国（境）外采用的课程标准]
  direction: up
  definition: 由学校开发、被国外或境外机构采用的课程标准数量。
  group: 国际影响表
- id: overseas-bases
  name: 海外人才培养培训基地数
  unit: 个
  forms: [海外人才培养培训基地, 国（境）外人才培养基地]
  direction: up
  definition: 学校在国外设立或共建的人才培养培训基地数。
  group: 国际影响表
- id: overseas-training
  name: 国（境）外人员培训量
  unit: 人日
  forms: [培训国（境）外人员量, 国（境）外人员培训]
  direction: up
  definition: 学校为国外和境外人员提供培训的总量，一个人一天计一人日。
  group: 国际影响表
- id: bilingual-teachers
  name: 具有双语教学能力专任教师人数
  unit: 人
  forms: [具有双语教学能力专任教师, 双语教学教师]
  direction: up
  definition: 能用外语讲授专业课的专任教师人数。
  group: 国际影响表

# ---- 落实政策表 ----
- id: appropriation-per-student
  name: 年生均财政拨款
  unit: 元
  forms: [生均财政拨款, 年生均拨款, 生均拨款, 年生均财政拨款水平]
  direction: up
  definition: 全年财政拨款除以在校生数，反映政府投入水平。
  group: 落实政策表
- id: appropriation
  name: 财政拨款
  unit: 万元
  forms: [财政拨款收入, 全年财政拨款, 财政拨款总额]
  direction: up
  definition: 学校全年得到的财政拨款总额。
  group: 落实政策表
- id: tuition
  name: 学费收入
  unit: 万元
  forms: [学费总收入]
  direction: none
  definition: 学校全年的学费收入。
  group: 落实政策表
)yaml";

}  // namespace reportal
