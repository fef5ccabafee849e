#include "style.h"

#include "random.h"

namespace reportal::printer {

const std::vector<DimensionInfo>& dimensions() {
  static const std::vector<DimensionInfo> all = {
      {"width", "text", {"37", "30", "33", "35", "40", "43", "46", "48", "unwrapped"}},
      {"line_gap", "text", {"lines", "none", "blocks"}},
      {"indent", "text", {"lost", "spaces", "ideographic", "flush"}},
      {"margin", "text", {"none", "2", "6"}},
      {"punctuation", "text", {"hangs", "pushed-in", "pushed-out"}},
      {"digit_space", "text", {"some", "none", "all", "none-in-boxes"}},
      {"character_form", "text", {"usual", "half-commas", "half-brackets"}},
      {"numbering",
       "titles",
       {"1 1.1 1.1.1", "1. 1.1 1.1.1", "第一章 1.1 1.1.1", "第一章 第一节 一、", "一、 （一） 1.", "第一部分 一、 （一）",
        "第1章 1.1 1.1.1", "一、 1.1 1.1.1"}},
      {"heading_space", "titles", {"space", "none", "ideographic"}},
      {"heading_gap", "titles", {"none", "one-more"}},
      {"contents", "titles", {"none", "points", "ellipses", "spaces"}},
      {"cover", "titles", {"none", "school-and-title"}},
      {"header", "page", {"none", "school", "title", "alternating", "with-number"}},
      {"page_number", "page", {"none", "12", "- 12 -", "12 / 195", "第 12 页", "第 12 页 共 195 页", "— 12 —", "at-the-top"}},
      {"page_start", "page", {"form-feed", "space", "nothing"}},
      {"page_length", "page", {"36", "24", "44", "endless"}},
      {"leftovers", "page", {"none", "addresses"}},
      {"case_mark",
       "cases",
       {"案例 1-1 ", "【案例 1-1】", "案例1：", "典型案例：", "案例 1.1 ", "案例一：", "【典型案例】", "[案例1-1] ",
        "案例1-1：", "典型案例1：", "【案例1】"}},
      {"box_width", "cases", {"1-wider", "2-wider", "1-narrower", "2-narrower", "4-narrower", "indented", "equal"}},
      {"box_gap", "cases", {"none", "one-more"}},
      {"caption",
       "captions",
       {"图 1-1 ", "图1-1 ", "图 1.1 ", "图1－1 ", "图 3 ", "图3：", "图１－１　", "图1-1标题", "图 1-1：", "图表 3："}},
      {"caption_place", "captions", {"above", "below"}},
      {"list_marker", "captions", {"（1）", "①", "1）", "•", "(1)"}},
      {"table_layout", "tables", {"printed", "a-cell-a-line", "aligned", "tabs", "narrow"}},
      {"table_break", "tables", {"header-again", "nothing", "续表"}},
      {"table_empty", "tables", {"none", "dashes", "empty"}},
      {"table_groups", "tables", {"none", "counting-on", "counting-anew"}},
      {"table_merged", "tables", {"none", "numbers"}},
  };
  return all;
}

std::string_view Style::name(Dimension dimension) const {
  return dimensions()[static_cast<std::size_t>(dimension)].values[(*this)[dimension]];
}

bool is_group(std::string_view name) {
  for (const DimensionInfo& dimension : dimensions()) {
    if (dimension.group == name) return true;
  }
  return false;
}

Style make_style(std::uint64_t seed, std::string_view group) {
  constexpr int plain_percent = 30;
  Random random(seed ^ 0x5747'4C45ULL);
  Style style;
  for (std::size_t at = 0; at < dimension_count; ++at) {
    const DimensionInfo& dimension = dimensions()[at];
    const bool plain = random.chance(plain_percent);
    const std::size_t value = random.below(dimension.values.size());
    if (!plain && (group.empty() || dimension.group == group)) style.values[at] = static_cast<std::uint8_t>(value);
  }
  // A text without line ends is seldom: it would hide what the other dimensions do.
  if (style.name(Dimension::width) == "unwrapped" && random.chance(50)) style.values[0] = 0;
  return style;
}

std::string describe(const Style& style) {
  std::string text;
  for (std::size_t at = 0; at < dimension_count; ++at) {
    if (style.values[at] == 0) continue;
    if (!text.empty()) text += ' ';
    text.append(dimensions()[at].name).append("=").append(dimensions()[at].values[style.values[at]]);
  }
  return text.empty() ? "plain" : text;
}

bool set_value(Style& style, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos) return false;
  for (std::size_t at = 0; at < dimension_count; ++at) {
    const DimensionInfo& dimension = dimensions()[at];
    if (dimension.name != assignment.substr(0, equals)) continue;
    for (std::size_t value = 0; value < dimension.values.size(); ++value) {
      if (dimension.values[value] != assignment.substr(equals + 1)) continue;
      style.values[at] = static_cast<std::uint8_t>(value);
      return true;
    }
  }
  return false;
}

}  // namespace reportal::printer
