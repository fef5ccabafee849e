#include "structure/facts/units.h"

#include <algorithm>
#include <array>

namespace reportal::facts {
namespace {

struct Entry {
  std::string_view text;
  UnitKind kind;
  std::string_view name = {};  ///< where it is shown otherwise
};

using enum UnitKind;

/// The low twelve bits of the first character, of an ASCII one all.
constexpr std::uint16_t first_bits(std::string_view text) {
  if (text.size() < 3 || static_cast<unsigned char>(text[0]) < 0xE0) return static_cast<unsigned char>(text[0]);
  return static_cast<std::uint16_t>((static_cast<unsigned char>(text[1]) & 63U) << 6 |
                                    (static_cast<unsigned char>(text[2]) & 63U));
}

// Sorted by first character; a longer unit stands behind the shorter one that it begins with.
constexpr auto entries = [] {
  // clang-format off
  auto list = std::to_array<Entry>({
      {"%", percent}, {"％", percent, "%"}, {"‰", percent}, {"个百分点", percent}, {"百分点", percent, "个百分点"},
      {"成", tenths},
      // things
      {"个", count}, {"项", count}, {"家", count}, {"所", count}, {"门", count}, {"本", count}, {"部", count},
      {"册", count}, {"套", count}, {"台", count}, {"台套", count}, {"台（套）", count, "台套"}, {"台(套)", count, "台套"},
      {"台/套", count, "台套"}, {"件", count}, {"件套", count}, {"份", count}, {"篇", count}, {"条", count}, {"支", count},
      {"场", count}, {"场次", count}, {"次", count}, {"期", count}, {"批", count}, {"批次", count}, {"班次", count},
      {"类", count}, {"大类", count}, {"种", count}, {"系列", count}, {"大系列", count, "系列"}, {"把", count},
      {"张", count}, {"栋", count}, {"幢", count}, {"间", count}, {"座", count}, {"处", count}, {"块", count},
      {"片", count}, {"段", count}, {"幅", count}, {"首", count}, {"集", count}, {"辆", count}, {"架", count},
      {"艘", count}, {"组", count}, {"队", count}, {"班", count}, {"对", count}, {"双", count}, {"只", count},
      {"株", count}, {"棵", count}, {"盏", count}, {"枚", count}, {"例", count}, {"起", count}, {"宗", count},
      {"单", count}, {"款", count}, {"节", count}, {"讲", count}, {"堂", count}, {"卷", count}, {"笔", count},
      {"封", count}, {"面", count}, {"尊", count}, {"滴", count}, {"则", count}, {"档", count}, {"期次", count},
      {"课次", count}, {"车次", count}, {"工位", count}, {"床位", count}, {"机位", count}, {"标段", count},
      // people
      {"人", people}, {"名", people}, {"位", people}, {"户", people}, {"人次", people}, {"人日", people}, {"人天", people},
      {"人年", people}, {"人月", people}, {"人/日", people, "人日"}, {"人·日", people, "人日"}, {"人/次", people, "人次"},
      {"户次", people}, {"人才", none}, {"人员", none}, {"人工", none}, {"人均", none}, {"人物", none}, {"位于", none},
      {"位列", none}, {"位居", none},
      // measures
      {"平方米", measure}, {"㎡", measure, "平方米"}, {"m²", measure, "平方米"}, {"m2", measure, "平方米"},
      {"平米", measure, "平方米"}, {"平方公里", measure}, {"立方米", measure}, {"m³", measure, "立方米"}, {"亩", measure},
      {"公顷", measure}, {"公里", measure}, {"千米", measure}, {"米", measure}, {"m", measure, "米"},
      {"km", measure, "公里"}, {"厘米", rank}, {"毫米", rank}, {"吨", measure}, {"公斤", measure}, {"千克", measure},
      {"kg", measure, "千克"}, {"克", measure}, {"斤", measure}, {"升", measure}, {"毫升", measure}, {"度", measure},
      {"GB", measure}, {"TB", measure}, {"MB", measure}, {"PB", measure}, {"Mbps", measure}, {"Gbps", measure},
      {"兆", measure}, {"千瓦", measure}, {"千瓦时", measure}, {"kW", measure, "千瓦"}, {"kWh", measure, "千瓦时"},
      {"分", measure}, {"字", measure}, {"学分", measure}, {"篇次", count}, {"倍", measure},
      // money
      {"元", money}, {"元/生", money, "元"}, {"元/人", money, "元"}, {"美元", money}, {"欧元", money}, {"英镑", money},
      {"日元", money}, {"港元", money}, {"港币", money}, {"元人民币", money, "元"}, {"元钱", money, "元"},
      {"块钱", money, "元"},
      // teaching time
      {"学时", hours}, {"课时", hours}, {"机时", hours}, {"个学时", hours, "学时"}, {"个课时", hours, "课时"},
      // how long
      {"天", duration}, {"小时", duration}, {"个小时", duration, "小时"}, {"分钟", duration}, {"秒", duration},
      {"秒钟", duration}, {"周", duration}, {"个月", duration}, {"个多月", duration}, {"个星期", duration},
      {"星期", duration}, {"个工作日", duration}, {"工作日", duration}, {"个学期", duration}, {"学期", duration},
      {"季度", duration}, {"个季度", duration}, {"个年头", duration}, {"周年", duration}, {"岁", duration},
      {"世纪", duration}, {"月", duration}, {"月份", duration}, {"日", duration}, {"号", duration}, {"时", duration},
      {"点", duration}, {"点钟", duration}, {"刻", duration}, {"昼夜", duration}, {"载", duration}, {"代", duration},
      {"年代", duration}, {"年制", duration}, {"年级", duration}, {"年期", duration},
      // years
      {"年", calendar}, {"学年", calendar}, {"年度", calendar}, {"学年度", calendar}, {"届", calendar}, {"级", rank},
      {"年底", calendar}, {"年末", calendar}, {"年初", calendar}, {"个学年", duration},
      // no quantity
      {"强", rank}, {"版", rank}, {"楼", rank}, {"层", count}, {"路", rank}, {"室", rank}, {"型", rank}, {"等", rank},
      {"等奖", rank}, {"流", rank}, {"线", rank}, {"维", rank}, {"大", rank}, {"佳", rank}, {"中", rank}, {"点赞", none},
      {"点击", none}, {"点位", none}, {"时间", none}, {"时长", none}, {"周边", none}, {"周期", none}, {"日均", none},
      {"月均", none}, {"月薪", none}, {"代表", none}, {"代理", none}, {"度电", measure}, {"集团", none}, {"集中", none},
      {"集群", none}, {"首批", none}, {"首次", none}, {"首个", none}, {"首家", none}, {"首届", none}, {"队伍", none},
      {"队员", none}, {"班级", none}, {"班主任", none}, {"对口", none}, {"对外", none}, {"对接", none}, {"对应", none},
      {"对于", none}, {"双师", none}, {"双创", none}, {"双高", none}, {"单位", none}, {"单元", none}, {"单项", none},
      {"堂课", count}, {"节课", count}, {"节次", count}, {"面积", none}, {"面向", none}, {"起薪", none}, {"处理", none},
      {"处于", none}, {"处室", none}, {"项目", none}, {"本科", none}, {"本校", none}, {"本省", none}, {"本地", none},
      {"本年", none}, {"本届", none}, {"部门", none}, {"部分", none}, {"台湾", none}, {"件事", count, "件"},
      {"例如", none}, {"分别", none}, {"分析", none}, {"分类", none}, {"分布", none}, {"分为", none}, {"分校", none},
      {"分会", none}, {"分院", none}, {"分工", none}, {"分之", none}, {"度假", none}, {"度过", none}, {"里程", none},
      {"里面", none}, {"元素", none}, {"元旦", none}, {"元宇宙", none}, {"成功", none}, {"成果", none}, {"成员", none},
      {"成为", none}, {"成立", none}, {"成绩", none}, {"成长", none}, {"成效", none}, {"成人", none}, {"成本", none},
      {"成就", none}, {"成型", none}, {"升级", none}, {"升学", none}, {"升本", none}, {"升至", none}, {"升到", none},
      {"升为", none}, {"等级", none},
  });
  // clang-format on
  std::sort(list.begin(), list.end(), [](const Entry& a, const Entry& b) {
    return first_bits(a.text) != first_bits(b.text) ? first_bits(a.text) < first_bits(b.text) : a.text < b.text;
  });
  return list;
}();

/// For the low twelve bits of a first character: the first entry that begins with one of those bits.
constexpr auto starts = [] {
  std::array<std::uint16_t, 4096> table{};
  for (std::size_t i = entries.size(); i > 0; --i) table[first_bits(entries[i - 1].text)] = static_cast<std::uint16_t>(i);
  return table;
}();

constexpr bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Unit read_unit(std::string_view text) {
  if (text.empty()) return {};
  const Entry* longest = nullptr;
  const std::uint16_t bits = first_bits(text);
  for (std::size_t i = starts[bits]; i > 0 && i <= entries.size() && first_bits(entries[i - 1].text) == bits; ++i) {
    const Entry& entry = entries[i - 1];
    if (!text.starts_with(entry.text)) continue;
    const std::size_t length = entry.text.size();
    if (is_latin(entry.text.back()) && length < text.size() && is_latin(text[length])) continue;
    longest = &entry;  // a longer one stands behind the shorter
  }
  if (longest == nullptr || longest->kind == none) return {};
  return {longest->kind, longest->name.empty() ? longest->text : longest->name, longest->text.size()};
}

}  // namespace reportal::facts
