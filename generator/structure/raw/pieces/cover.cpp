#include "structure/raw/pieces/cover.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/dates.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

// What names of schools end with, the longer before those it ends with.
constexpr std::array<std::string_view, 12> school_ends = {
    "职业技术教育中心", "职业教育中心", "中等专业学校", "高等专科学校", "职业中专", "职教中心",
    "职业高中",         "卫校",         "学院",         "大学",         "学校",     "技校"};
constexpr std::size_t min_school_characters = 4;
constexpr std::size_t max_school_characters = 25;
constexpr std::size_t max_cover_lines = 40;
constexpr std::uint32_t max_cover_width = 100;
constexpr std::size_t max_title_lines = 4;

bool is_han_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_han(next_character(text, at))) return false;
  }
  return !text.empty();
}

/// 学校 says which school only with a name before it: 本学校, 各职业学校 name none.
bool begins_like_name(std::string_view text) {
  for (const std::string_view other : {"本学", "本校", "我", "该", "各", "全省", "全市", "全国", "在", "由", "对",
                                       "为了", "与",   "及", "以", "是", "被",   "把",   "让",   "请", "到"}) {
    if (text.starts_with(other)) return false;
  }
  return true;
}

bool is_school(std::string_view text) { return !text.empty() && leading_school(text) == text; }

/// A date or a year and nothing else: （2023年度）, 2022-2023学年, 二〇二三年十二月, 2023.12.
bool is_year_line(std::string_view text) {
  if (year_in(text) == 0) return false;
  static constexpr std::u32string_view around = U"（）()年度学月日版届第十.-—－–~～至/";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (year_digit(character) < 0 && around.find(character) == std::u32string_view::npos) return false;
  }
  return true;
}

/// The year of a date (2024年1月), which says when the report was printed.
bool is_date_line(std::string_view text) {
  return is_year_line(text) && (text.find("月") != npos || text.find('.') != npos || text.find('/') != npos);
}

/// 编制单位：某某学院: what stands behind the label.
std::string_view without_label(std::string_view text) {
  for (const std::string_view colon : {"：", ":"}) {
    if (const std::size_t at = text.find(colon); at != npos) return text.substr(at + colon.size());
  }
  return text;
}

bool ends_cover(std::string_view text) {
  for (const std::string_view word : {"目录", "前言", "摘要", "引言", "序言", "编委会", "编写组", "导言"}) {
    if (text == word) return true;
  }
  return text.find("。") != npos;
}

/// Lines of the cover without white space and # marks.
std::vector<std::string> cover_lines(const std::vector<Line>& lines) {
  std::vector<std::string> cover;
  for (std::size_t at = 0; at < lines.size() && cover.size() < max_cover_lines; ++at) {
    const Line& line = lines[at];
    if (line.width > max_cover_width || line.kind == LineKind::contents || line.kind == LineKind::case_title) return cover;
    std::string text = without_space(line.text);
    text.erase(0, std::min(text.find_first_not_of('#'), text.size()));
    const Numbering numbering = read_numbering(text);
    const bool numbered = line.kind == LineKind::heading && numbering.form != Numbering::Form::none && year_in(text) == 0;
    if (ends_cover(text) || numbered) return cover;
    if (!text.empty()) cover.push_back(std::move(text));
  }
  return {};  // no cover is so long
}

/// Can stand in a title that is set over several lines.
bool is_title_part(std::string_view text) {
  for (const std::string_view mark : {"：", ":", "，", ",", "；", "、"}) {
    if (text.find(mark) != npos) return false;
  }
  return is_han(first_character(text)) || is_year_line(text) || year_in(text) > 0 || text.starts_with("（") ||
         text.starts_with("《");
}

std::string without_title_marks(std::string text) {
  if (text.starts_with("《") && text.ends_with("》")) text = text.substr(3, text.size() - 6);
  return text;
}

}  // namespace

bool names_report(std::string_view text) { return text.find("报告") != npos || text.find("年报") != npos; }

std::string_view leading_school(std::string_view text) {
  std::size_t end = npos;
  for (const std::string_view word : school_ends) {
    for (std::size_t at = text.find(word); at != npos; at = text.find(word, at + word.size())) {
      if (count_characters(text.substr(0, at + word.size())) < min_school_characters) continue;
      if (end == npos || at + word.size() < end) end = at + word.size();
      break;
    }
  }
  if (end == npos) return {};
  for (const std::string_view word : school_ends) {
    if (text.substr(end).starts_with(word)) end += word.size();  // 职业中专 | 学校
  }
  const std::string_view name = text.substr(0, end);
  const bool fits = count_characters(name) <= max_school_characters && is_han_only(name) && begins_like_name(name);
  return fits && !names_report(name) ? name : std::string_view();
}

Cover read_cover(const std::vector<Line>& lines) {
  Cover cover;
  const std::vector<std::string> text = cover_lines(lines);
  std::size_t named = text.size();  // the line that names the report
  for (std::size_t at = 0; at < text.size() && named == text.size(); ++at) {
    if (names_report(text[at]) && is_title_part(text[at])) named = at;
  }
  for (const std::string& line : text) {
    if (cover.school.empty() && is_school(without_label(line))) cover.school = without_label(line);
  }
  if (named < text.size()) {
    std::size_t first = named;
    while (first > 0 && named - first < max_title_lines && leading_school(text[first]).empty() &&
           is_title_part(text[first - 1]) && !is_date_line(text[first - 1]))
      --first;
    for (std::size_t at = first; at <= named; ++at) cover.title += without_title_marks(text[at]);
    const bool year_below = named + 1 < text.size() && is_year_line(text[named + 1]) && !is_date_line(text[named + 1]);
    if (year_below && year_in(cover.title) == 0) cover.title += text[named + 1];
    cover.year = year_in(cover.title);
    if (const std::string_view school = leading_school(cover.title); !school.empty())
      cover.school = school;
    else if (!cover.school.empty())
      cover.title = cover.school + cover.title;
  }
  for (const std::string& line : text) {
    if (cover.year == 0 && is_year_line(line)) cover.year = year_in(line);
  }
  return cover;
}

}  // namespace reportal::raw
