#include "labels.h"

#include "base/text.h"

namespace reportal::printer {
namespace {

std::string full_width(std::string_view digits) {
  std::string text;
  for (const char c : digits) append_character(text, c == '-' ? U'－' : U'０' + static_cast<char32_t>(c - '0'));
  return text;
}

std::string pair(std::uint32_t first, char separator, std::uint32_t second) {
  return std::to_string(first) + separator + std::to_string(second);
}

}  // namespace

std::string han_number(std::uint32_t value) {
  constexpr std::array<std::string_view, 10> digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string text;
  if (value >= 20) text = digits[value / 10 % 10];
  if (value >= 10) text += "十";
  return text.append(digits[value % 10]);
}

Label Labels::heading(int level) {
  const auto depth = static_cast<std::size_t>(level);
  ++levels_[depth - 1];
  for (std::size_t below = depth; below < levels_.size(); ++below) levels_[below] = 0;
  if (level == 1) cases_in_chapter_ = figures_in_chapter_ = tables_in_chapter_ = 0;
  constexpr std::array<std::string_view, 3> spaces = {" ", "", "　"};
  const std::size_t spacing = style_[Dimension::heading_space];
  const std::string space(spaces[spacing]);
  const std::size_t numbering = style_[Dimension::numbering];
  const std::uint32_t value = levels_[depth - 1];
  const std::string han = han_number(value);
  const std::string arabic = std::to_string(value);
  const bool half = style_.name(Dimension::character_form) == "half-brackets";
  const std::string bracketed = half ? "(" + han + ")" : "（" + han + "）";
  if (level == 1) {
    switch (numbering) {
      case 0:
        return {arabic + (spacing == 1 ? "." : space), arabic, {}};
      case 1:
        return {arabic + "." + space, arabic, {}};
      case 2:
      case 3:
        return {"第" + han + "章" + space, han, {}};
      case 5:
        return {"第" + han + "部分" + space, han, {}};
      case 6:
        return {"第" + arabic + "章" + space, arabic, {}};
      default:
        return {han + "、", han, {}};
    }
  }
  if (numbering == 3) return level == 2 ? Label{"第" + han + "节" + space, han, {}} : Label{han + "、", han, {}};
  if (numbering == 4) return level == 2 ? Label{bracketed, han, {}} : Label{arabic + "." + space, arabic, {}};
  if (numbering == 5) return level == 2 ? Label{han + "、", han, {}} : Label{bracketed, han, {}};
  std::string decimal = pair(levels_[0], '.', levels_[1]);
  if (level == 3) decimal += "." + arabic;
  return {decimal + space, decimal, {}};
}

bool Labels::has_front_subs() const {
  const std::size_t numbering = style_[Dimension::numbering];
  return numbering <= 2 || numbering == 6;
}

Label Labels::front_sub() {
  const std::string han = han_number(++front_sub_);
  return {han + "、", han, {}};
}

Label Labels::case_mark() {
  ++cases_;
  ++cases_in_chapter_;
  const std::string through = std::to_string(cases_);
  const std::string dashed = pair(levels_[0], '-', cases_in_chapter_);
  const std::string pointed = pair(levels_[0], '.', cases_in_chapter_);
  switch (style_[Dimension::case_mark]) {
    case 1:
      return {"【案例 " + dashed + "】", dashed, {}};
    case 2:
      return {"案例" + through + "：", through, {}};
    case 3:
      return {"典型案例：", "", {}};
    case 4:
      return {"案例 " + pointed + " ", pointed, {}};
    case 5:
      return {"案例" + han_number(cases_) + "：", han_number(cases_), {}};
    case 6:
      return {"【典型案例】", "", {}};
    case 7:
      return {"[案例" + dashed + "] ", dashed, {}};
    case 8:
      return {"案例" + dashed + "：", dashed, {}};
    case 9:
      return {"典型案例" + through + "：", through, {}};
    case 10:
      return {"【案例" + through + "】", through, {}};
    default:
      return {"案例 " + dashed + " ", dashed, {}};
  }
}

Label Labels::caption(std::string_view word, std::uint32_t& through, std::uint32_t& in_chapter, std::string_view title) {
  ++through;
  ++in_chapter;
  const std::string kind(word);
  const std::string count = std::to_string(through);
  const std::string dashed = pair(levels_[0], '-', in_chapter);
  const std::string pointed = pair(levels_[0], '.', in_chapter);
  switch (style_[Dimension::caption]) {
    case 1:
      return {kind + dashed + " ", dashed, kind + dashed};
    case 2:
      return {kind + " " + pointed + " ", pointed, kind + " " + pointed};
    case 3:
    case 6: {
      const std::string wide =
          style_[Dimension::caption] == 6 ? full_width(dashed) : std::to_string(levels_[0]) + "－" + std::to_string(in_chapter);
      return {kind + wide + (style_[Dimension::caption] == 6 ? "　" : " "), dashed, kind + wide};
    }
    case 4:
      return {kind + " " + count + " ", count, kind + " " + count};
    case 5:
      return {kind + count + "：", count, kind + count};
    // Without a space a number and a title that begins with a digit could not be told apart.
    case 7:
      return {kind + dashed + (is_ascii_digit(first_character(title)) ? " " : ""), dashed, kind + dashed};
    case 8:
      return {kind + " " + dashed + "：", dashed, kind + " " + dashed};
    case 9:
      return {(kind == "图" ? "图表 " : "表 ") + count + "：", count, (kind == "图" ? "图表 " : "表 ") + count};
    default:
      return {kind + " " + dashed + " ", dashed, kind + " " + dashed};
  }
}

}  // namespace reportal::printer
