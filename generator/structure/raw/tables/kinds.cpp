#include "structure/raw/tables/kinds.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

bool is_digit(char32_t c) { return is_ascii_digit(c) || (c >= U'０' && c <= U'９'); }

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

template <std::size_t Count>
bool ends_with_any(std::string_view text, const std::array<std::string_view, Count>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

template <std::size_t Count>
bool holds_any(std::string_view text, const std::array<std::string_view, Count>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != npos; });
}

/// The hundred and some most common surnames.
bool is_surname(char32_t c) {
  static constexpr std::u32string_view common =
      U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
      U"金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧聂易阳皮佘匡伍文成温颜申倪章尤骆"
      U"穆柳凌单齐康游童洪季路鲁俞施葛乔安庞樊兰殷翟倪翁甘左祝包宁尚岳柯辛屈涂邢常鄢符瞿湛艾喻兰谌";
  return is_one_of(c, common);
}

bool ends_like_no_name(std::string_view text) {
  static constexpr std::array<std::string_view, 22> endings = {"级", "奖", "类", "院", "部", "处", "系", "校",
                                                               "司", "厂", "局", "市", "省", "县", "区", "业",
                                                               "化", "术", "型", "学", "年", "军"};
  return ends_with_any(text, endings);
}

/// Shape of a text that a name or a list of names has: Han words of two to four characters between 、 and ，.
struct NameShape {
  std::size_t names = 0;
  std::size_t with_surname = 0;
  bool fits = false;
  bool open = false;  ///< ends with 、
};

NameShape name_shape(std::string_view text) {
  NameShape shape;
  std::size_t length = 0;
  bool surname = false;
  int depth = 0;
  const auto finish = [&] {
    if (length < 2 || length > 4) return false;
    ++shape.names;
    shape.with_surname += surname ? 1 : 0;
    length = 0;
    return true;
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_character(text, offset);
    shape.open = false;
    if (is_one_of(c, U"（(")) {
      ++depth;
    } else if (is_one_of(c, U"）)")) {
      --depth;
    } else if (depth > 0 || c == U' ') {
      continue;
    } else if (is_one_of(c, U"、，,；;/")) {
      if (!finish()) return shape;
      shape.open = true;
    } else if (is_han(c)) {
      if (length == 0) surname = is_surname(c);
      ++length;
    } else if (c != U'·') {
      return shape;
    }
  }
  if (length > 0 && !finish()) return shape;
  shape.fits = shape.names > 0 && depth == 0;
  return shape;
}

bool is_persons(std::string_view text) {
  if (text.size() > 600) return false;
  const NameShape shape = name_shape(text);
  if (!shape.fits || shape.with_surname * 2 < shape.names) return false;
  if (shape.names > 1 || shape.open) return shape.with_surname * 3 >= shape.names * 2;
  return text.size() <= 9 && !ends_like_no_name(text);
}

bool is_grade(std::string_view text) {
  static constexpr std::array<std::string_view, 14> endings = {"级",   "奖",   "等", "类",   "冠军", "亚军", "季军",
                                                               "优秀", "合格", "名", "金牌", "银牌", "铜牌", "等次"};
  return count_characters(text) <= 8 && ends_with_any(text, endings);
}

bool is_organisation(std::string_view text) {
  static constexpr std::array<std::string_view, 40> endings = {
      "公司",   "学院", "大学",   "学校",   "中心",   "部",     "处",     "局",   "委员会", "协会",
      "研究院", "厂",   "集团",   "社区",   "医院",   "厅",     "办公室", "站",   "协会",   "学会",
      "研究会", "基地", "系",     "开发区", "管委会", "联盟",   "政府",   "银行", "中学",   "小学",
      "中专",   "职校", "出版社", "杂志社", "研究所", "事务所", "公会",   "团委", "工会",   "园区"};
  const std::size_t length = count_characters(text);
  return length >= 3 && length <= 30 && ends_with_any(text, endings) && text.find("、") == npos;
}

bool is_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 9> marks = {"/", "-", "—", "——", "--", "无", "／", "\\", "…"};
  return std::find(marks.begin(), marks.end(), text) != marks.end();
}

struct Shape {
  std::size_t digits = 0, points = 0, dashes = 0, latin = 0, han = 0, other = 0, date_words = 0, slashes = 0;
  bool percent = false;
};

Shape shape_of(std::string_view text) {
  Shape shape;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_character(text, offset);
    if (is_digit(c))
      ++shape.digits;
    else if (c == U'.' || c == U',' || c == U'．')
      ++shape.points;
    else if (is_one_of(c, U"-－–—~～〜"))
      ++shape.dashes;
    else if (c == U'/' || c == U'／')
      ++shape.slashes;
    else if (c == U'%' || c == U'％' || c == U'‰')
      shape.percent = true;
    else if (is_one_of(c, U"年月日号至"))
      ++shape.date_words;
    else if (is_han(c))
      ++shape.han;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      ++shape.latin;
    else if (c != U' ' && c != U'+')
      ++shape.other;
  }
  return shape;
}

bool begins_like_year(std::string_view text) {
  return text.size() >= 4 && (text.starts_with("19") || text.starts_with("20")) &&
         is_ascii_digit(static_cast<unsigned char>(text[2])) && is_ascii_digit(static_cast<unsigned char>(text[3])) &&
         (text.size() == 4 || !is_ascii_digit(static_cast<unsigned char>(text[4])));
}

CellKind kind_of_digits(std::string_view text, const Shape& shape) {
  const bool plain = shape.latin + shape.han + shape.other == 0;
  if (shape.percent && plain && shape.date_words == 0) return CellKind::percent;
  if (begins_like_year(text) && shape.latin + shape.other == 0) {
    if (shape.digits == 4 && plain && shape.points + shape.dashes + shape.slashes == 0) return CellKind::year;
    if (shape.digits == 8 && plain && shape.dashes == 1) return CellKind::year;
    if (shape.digits == 4 && shape.han == 1 && (text.ends_with("级") || text.ends_with("届"))) return CellKind::year;
    if (shape.han == 0) return CellKind::date;
  }
  if (plain && shape.date_words == 0 && shape.slashes == 0 && shape.dashes <= 1) {
    const bool whole = shape.points + shape.dashes == 0;
    return whole && shape.digits >= 6 ? CellKind::code : CellKind::number;
  }
  if (shape.han == 0 && shape.date_words == 0 && shape.other == 0 && shape.latin > 0 && shape.digits >= 3)
    return CellKind::code;
  std::size_t digits = 0;
  while (digits < text.size() && (is_ascii_digit(static_cast<unsigned char>(text[digits])) || text[digits] == '.' ||
                                  text[digits] == ',' || text[digits] == ' '))
    ++digits;
  const std::string_view unit = text.substr(digits);
  if (shape.han == 0 && shape.other + shape.latin == 0 && digits == 0) return CellKind::date_rest;
  if (digits > 0 && begins_with_unit(unit) && count_characters(unit) <= 4) return CellKind::quantity;
  return CellKind::text;
}

}  // namespace

CellKind kind_of(std::string_view text) {
  text = trim(text);
  if (text.empty()) return CellKind::empty;
  if (text.size() <= 6 && is_mark(text)) return CellKind::mark;
  if (text.size() > 900) return CellKind::text;
  const Shape shape = shape_of(text);
  if (shape.digits > 0) {
    const CellKind kind = kind_of_digits(text, shape);
    if (kind != CellKind::text) return kind;
  }
  const bool only_date = shape.han == 0 && shape.date_words > 0 && shape.other + shape.latin == 0;
  if (only_date && is_one_of(first_character(text), U"年月日")) return CellKind::date_rest;
  if (shape.han + shape.date_words == 0) return CellKind::text;
  if (is_grade(text)) return CellKind::grade;
  if (shape.digits == 0 && shape.latin == 0 && is_persons(text)) return CellKind::persons;
  return is_organisation(text) ? CellKind::organisation : CellKind::text;
}

CellKind joined_kind(CellKind first, CellKind second, bool list_goes_on) {
  using enum CellKind;
  if (first == empty) return second;
  if (first == persons && second == persons) return persons;
  if (list_goes_on && (first == persons || second == persons)) return persons;
  if ((first == date || first == year || first == quantity || first == number) && (second == date_rest)) return date;
  if ((first == date || first == date_rest) && second == date && !list_goes_on) return text;
  if ((first == year || first == date) && (second == quantity || second == number)) return date;
  if (first == number && second == quantity) return quantity;
  if (second == organisation && first != persons && first != number) return organisation;
  if (second == grade && first == grade) return grade;
  return text;
}

bool looks_like_names(std::string_view text) {
  if (text.size() > 200) return false;
  std::size_t length = 0, depth = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_character(text, offset);
    if (is_one_of(c, U"（("))
      ++depth;
    else if (is_one_of(c, U"）)"))
      depth -= depth > 0 ? 1 : 0;
    else if (depth > 0 || c == U'·')
      continue;
    else if (is_one_of(c, U"、，,；;"))
      length = 0;
    else if (!is_han(c) || ++length > 4)
      return false;
  }
  return true;
}

CellKind kind_named(std::string_view column) {
  static constexpr std::array<std::string_view, 5> percents = {"率", "比例", "占比", "%", "％"};
  static constexpr std::array<std::string_view, 16> numbers = {"数量", "人数", "总数", "金额", "合计", "总计", "汇总", "学时",
                                                               "学分", "面积", "经费", "个数", "均分", "人次", "万元", "小计"};
  static constexpr std::array<std::string_view, 4> codes = {"代码", "编码", "证书号", "专利号"};
  static constexpr std::array<std::string_view, 4> dates = {"时间", "日期", "年月", "周期"};
  static constexpr std::array<std::string_view, 3> years = {"年份", "年度", "年级"};
  static constexpr std::array<std::string_view, 17> persons = {"姓名", "负责人", "主编", "教师",   "老师",   "选手",
                                                               "学生", "人员",   "作者", "完成人", "主持人", "联系人",
                                                               "导师", "成员",   "参编", "发明人", "获奖者"};
  static constexpr std::array<std::string_view, 12> grades = {"级别", "等级", "奖项", "类别", "类型", "性质",
                                                              "层次", "等次", "奖次", "名次", "等第", "档次"};
  static constexpr std::array<std::string_view, 14> organisations = {
      "单位", "学校", "学院", "企业", "部门", "公司", "机构", "院系", "合作方", "院校", "出版社", "来源", "承办", "主办"};
  const std::string name = without_space(column);
  if (holds_any(name, percents)) return CellKind::percent;
  if (begins_like_year(name) || holds_any(name, numbers) || name.ends_with("数") || name.ends_with("量"))
    return CellKind::number;
  if (holds_any(name, codes)) return CellKind::code;
  if (holds_any(name, years)) return CellKind::year;
  if (holds_any(name, dates)) return CellKind::date;
  if (name.ends_with("名称") && holds_any(name, organisations)) return CellKind::organisation;
  if (name.ends_with("名称")) return CellKind::text;
  if (holds_any(name, persons)) return CellKind::persons;
  if (holds_any(name, grades)) return CellKind::grade;
  if (holds_any(name, organisations)) return CellKind::organisation;
  return CellKind::text;
}

bool names_running_number(std::string_view column) {
  const std::string name = without_space(column);
  return name == "序号" || name == "编号" || name == "序" || name == "No." || name == "NO." || name == "No" || name == "NO";
}

std::uint32_t running_number(std::string_view text) {
  std::uint32_t value = 0;
  if (text.empty() || text.size() > 7) return 0;
  for (const char c : text) {
    if (!is_ascii_digit(static_cast<unsigned char>(c))) return 0;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

}  // namespace reportal::raw
