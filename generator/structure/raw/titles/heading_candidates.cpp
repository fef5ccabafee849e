#include "structure/raw/titles/heading_candidates.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

/// The first comma at or behind `from`; npos if there is none. In Chinese text some type the half-width one, which also
/// stands in numbers.
std::size_t find_comma(std::string_view text, std::size_t from = 0) {
  const std::size_t wide = text.find("，", from);
  std::size_t half = text.find(',', from);
  while (half != npos && half + 1 < text.size() && is_ascii_digit(static_cast<unsigned char>(text[half + 1])))
    half = text.find(',', half + 1);
  return std::min(wide, half);
}

using Form = Numbering::Form;

constexpr std::uint32_t max_title_width = 120;
constexpr float hopeless = -5;  ///< no place in the numbering makes up for this

// Points: about the logarithm of how much more often a sign is seen at headings than at other lines that begin alike.
constexpr float stands_alone = 0.8F, stands_behind_short_text = 0.2F, goes_on_with_text = -4;
constexpr float announced_as_list = -2.5F;  ///< the line before ends with a colon
constexpr float before_text = 0.7F, before_deeper_number = 0.5F, before_short_text = -0.3F;
constexpr float set_off = 0.4F;  ///< by more blank lines than paragraphs have between their lines, above or below
constexpr float begins_page = 0.3F;
constexpr float fills_line = -3, comma_in_full_line = -1, wraps_like_title = -0.3F;
constexpr float reads_like_text = -1.5F;  ///< long, with commas
constexpr float comma = -0.3F, ends_with_colon = -1.5F, ends_with_stop = -2, long_title = -0.6F;
constexpr float count = -2, decimal_count = -1;  ///< 5 项, 1.2 倍
constexpr float begins_with_digit = -1, cells = -1;
constexpr float ends_table = 0.3F;  ///< share of the loss in a table where running text follows
/// A case has its titles from its first lines on; behind its figure, or far below its title, the report goes on.
constexpr float begins_case = 0.5F, far_in_case = -0.7F, behind_figure = -1.5F;
constexpr std::uint32_t first_lines_of_case = 8;
constexpr float in_contents = 4, missing_in_contents = -2;

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

/// A title does not end or begin like a piece of running text, and holds no sentence. It may end with a full stop.
bool can_be_title(std::string_view title) {
  if (title.empty() || is_one_of(last_character(title), U"，、；,;（(《“")) return false;
  if (is_one_of(first_character(title), U"。，、；：！？）》”,;:.)%％/")) return false;
  const std::size_t stop = title.find("。");
  return (stop == npos || stop + std::string_view("。").size() == title.size()) && title.find("；") == npos;
}

/// The headings without a number that reports of this kind have.
bool is_known_heading(std::string_view text) {
  static constexpr std::array<std::string_view, 35> whole = {
      "前言",     "引言",     "序言",     "绪论",     "导言",     "导语",     "学校概况",   "学院概况",    "学校简介",
      "学院简介", "基本情况", "总体情况", "概述",     "综述",     "摘要",     "附表",       "附件",        "附录",
      "附图",     "参考文献", "结语",     "结束语",   "结论",     "后记",     "致谢",       "编后语",      "案例",
      "典型案例", "编制说明", "编写说明", "报告说明", "名词解释", "指标说明", "总结与展望", "学校基本情况"};
  if (text.size() > 60) return false;
  const std::string plain = without_space(text);
  return std::find(whole.begin(), whole.end(), plain) != whole.end();
}

/// 附件 1 …, 附表：…, 附录一 …: a part at the end of a report, with its own title.
bool is_appendix_heading(std::string_view text) {
  for (const std::string_view word : {"附件", "附录", "附表"}) {
    if (!text.starts_with(word)) continue;
    std::size_t offset = word.size();
    skip_space(text, offset);
    const std::string number = read_label_number(text, offset);
    skip_space(text, offset);
    return (skip_word(text, offset, "：") || skip_word(text, offset, ":") || (!number.empty() && word != "附表")) &&
           can_be_title(text.substr(offset));
  }
  return false;
}

/// How often a number of this form begins a heading rather than an item, a row or a wrapped line.
float points_of_form(const Numbering& numbering) {
  switch (numbering.form) {
    case Form::part:
    case Form::chapter:
      return 2.5F;
    case Form::section:
      return 2;
    case Form::han:
      return numbering.marked ? 1 : -1.5F;
    case Form::han_bracketed:
      return 0.7F;
    case Form::decimal:
      return numbering.depth >= 2 ? 1 : numbering.marked ? -0.3F : -1.5F;
    case Form::bracketed:
      return -1;
    case Form::circled:
      return -1.5F;
    case Form::none:
      break;
  }
  return 2;
}

/// What is lost in a table, whose rows begin with numbers too.
float points_in_table(const Numbering& numbering) {
  switch (numbering.form) {
    case Form::decimal:
      return numbering.depth >= 2 ? -1.5F : -3.5F;
    case Form::bracketed:
    case Form::circled:
      return -3.5F;
    case Form::han:
    case Form::han_bracketed:
      return -2.5F;
    default:
      return 0;
  }
}

/// Spaces between two Chinese characters, which part cells rather than words.
std::size_t count_cell_gaps(std::string_view text) {
  std::size_t gaps = 0;
  char32_t before = 0;
  bool space = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t character = next_character(text, offset);
    if (is_space(character)) {
      space = true;
      continue;
    }
    if (space && is_wide(before) && is_wide(character)) ++gaps;
    space = false;
    before = character;
  }
  return gaps;
}

class CandidateFinder {
 public:
  CandidateFinder(const std::vector<Line>& lines, const Widths& widths, const Contents& contents,
                  const std::vector<FoundHeading>& given)
      : lines_(lines), widths_(widths), contents_(contents), given_(given) {}

  std::vector<HeadingCandidate> find() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      see_surroundings(at);
      if (lines_[at].given && lines_[at].kind == LineKind::heading) take_given(at);
      if (lines_[at].kind == LineKind::text && lines_[at].width <= max_title_width) consider(at);
    }
    find_announced();
    return std::move(found_);
  }

 private:
  /// Keeps up with tables and cases: a table's rows end where running text begins.
  void see_surroundings(std::size_t at) {
    const Line& line = lines_[at];
    const auto mark = static_cast<std::uint32_t>(at + 1);
    switch (line.kind) {
      case LineKind::table:
        exhibit_in_case_ = true;
        table_ = mark;
        break;
      case LineKind::case_title:
        case_ = mark;
        exhibit_in_case_ = false;
        table_ = 0;
        break;
      case LineKind::figure:
      case LineKind::note:
        exhibit_in_case_ = true;
        table_ = 0;
        break;
      case LineKind::contents:
        table_ = 0;
        break;
      case LineKind::prose:
        table_ = 0;
        break;
      case LineKind::text:
        if (line.text.starts_with("序号") && line.width * 2 < widths_.text * 3)
          table_ = mark;
        else if (table_ != 0 && looks_like_text(line))
          table_ = 0;
        break;
      default:
        break;
    }
  }

  bool looks_like_text(const Line& line) const {
    return widths_.wrapped && line.width + 8 >= widths_.text && find_comma(line.text) != npos &&
           !is_ascii_digit(first_character(line.text));
  }

  void place_in_case(HeadingCandidate& candidate, std::size_t at) const {
    candidate.case_before = case_;
    candidate.in_case = exhibit_in_case_ ? behind_figure : at < case_ + first_lines_of_case ? begins_case : far_in_case;
  }

  /// A number that the editor changed, and a heading without one below the top, stand outside the numbering.
  void take_given(std::size_t at) {
    const FoundHeading& heading = given_[lines_[at].detail];
    HeadingCandidate candidate;
    candidate.line = static_cast<std::uint32_t>(at);
    candidate.given = true;
    candidate.level = heading.level;
    place_in_case(candidate, at);
    if (!heading.number.empty()) candidate.numbering = read_numbering(lines_[at].text);
    if (candidate.numbering.form == Form::none ? heading.level > 1 : number_of(candidate.numbering) != heading.number) return;
    found_.push_back(candidate);
  }

  void consider(std::size_t at) {
    const Line& line = lines_[at];
    HeadingCandidate candidate;
    candidate.line = static_cast<std::uint32_t>(at);
    candidate.numbering = read_numbering(line.text);
    Contents::Match listed = Contents::Match::none;
    if (candidate.numbering.form == Form::none) {
      if (!contents_.empty() && line.width * 3 < widths_.text * 4) listed = contents_.match(line.text);
      const bool known = is_known_heading(line.text) || is_appendix_heading(line.text);
      if (!known && listed != Contents::Match::whole) return;
      candidate.evidence = known ? 2 : 0;
    } else {
      const bool number_alone = candidate.numbering.title.empty();
      if (number_alone ? !title_follows(at, candidate.numbering) : !can_be_title(candidate.numbering.title)) return;
      listed = contents_.match(line.text);
      candidate.evidence = points_of_form(candidate.numbering) + points_of_title(candidate.numbering);
      candidate.in_table = points_in_table(candidate.numbering);
    }
    if (listed == Contents::Match::begins && contents_.match_over(lines_, at, candidate.title_lines))
      listed = Contents::Match::whole;
    const bool in_list = listed == Contents::Match::whole;
    if (!in_list) candidate.title_lines = lines_of_title(at, candidate.numbering);
    candidate.evidence += points_of_place(at, candidate, in_list);
    if (in_list)
      candidate.evidence += in_contents;
    else if (candidate.numbering.form != Form::none && contents_.lists(candidate.numbering.form, candidate.numbering.depth))
      candidate.evidence += missing_in_contents;
    candidate.table_before = table_;
    place_in_case(candidate, at);
    if (candidate.evidence > hopeless) found_.push_back(candidate);
  }

  /// Numbers of list items as much as of headings.
  static bool is_weak(const Numbering& numbering) {
    return numbering.form == Form::decimal || numbering.form == Form::bracketed || numbering.form == Form::circled;
  }

  float points_of_title(const Numbering& numbering) const {
    const std::string_view title = numbering.title;
    const bool weak = is_weak(numbering);
    float points = 0;
    const std::size_t comma_at = find_comma(title);
    if (comma_at != npos) points += comma;
    if (weak && comma_at != npos &&
        (display_width(title) * 4 > static_cast<int>(widths_.text) * 3 || find_comma(title, comma_at + 1) != npos))
      points += reads_like_text;
    if (title.ends_with("：") || title.ends_with(":")) points += ends_with_colon;
    if (title.ends_with("。")) points += weak ? ends_with_stop * 1.5F : ends_with_stop;
    if (title.size() > 90) points += long_title;
    if (numbering.form == Form::decimal && begins_with_unit(title))
      points += numbering.depth == 2 ? decimal_count : numbering.depth == 1 && !numbering.marked ? count : 0;
    if (weak && is_ascii_digit(first_character(title))) points += begins_with_digit;
    const bool row = weak && numbering.depth == 1;
    if (row) points += cells * static_cast<float>(std::min<std::size_t>(count_cell_gaps(title), 3));
    return points;
  }

  /// The line reaches the right edge: what the next one begins with would not have fitted.
  bool is_full(std::size_t at) const {
    if (!widths_.wrapped) return false;
    const Line& line = lines_[at];
    const std::uint32_t indent = widths_.indented ? std::min<std::uint32_t>(line.indent, lost_indent * 2) : lost_indent;
    const bool text_behind = at + 1 < lines_.size() && is_running(lines_[at + 1]);
    const std::uint32_t unit = text_behind ? first_unit_width(lines_[at + 1].text) : 1;
    return line.width + indent + std::min(unit, widths_.text / 4) >= widths_.text + 1;
  }

  float points_of_place(std::size_t at, HeadingCandidate& candidate, bool in_list) const {
    const Line& line = lines_[at];
    float points = points_before(at, candidate.numbering);
    const std::size_t next = next_content(lines_, at + candidate.title_lines - 1);
    const float behind = points_behind(next, candidate.numbering);
    points += behind;
    if (behind == before_text && (candidate.numbering.marked || candidate.numbering.depth >= 2))
      candidate.in_table *= ends_table;
    if (line.blanks > widths_.line_gap || at == 0) points += set_off;
    if (next != no_line && lines_[next].blanks > widths_.line_gap && !lines_[next].page_start) points += set_off;
    if (line.page_start) points += begins_page;
    if (in_list || !is_full(at)) return points;
    if (candidate.title_lines > 1) return points + wraps_like_title;
    return points + fills_line + (find_comma(candidate.numbering.title) != npos ? comma_in_full_line : 0);
  }

  float points_before(std::size_t at, const Numbering& numbering) const {
    const std::size_t before = previous_content(lines_, at);
    if (before != no_line && is_running(lines_[before])) {
      const std::string_view text = lines_[before].text;
      if (text.ends_with("：") || text.ends_with(":"))
        return is_weak(numbering) && numbering.depth == 1 ? announced_as_list : 0;
      const Numbering above = read_numbering(text);
      if (is_next(above, numbering)) return points_in_row(numbering);
    }
    if (before == no_line || !is_running(lines_[before]) || ends_sentence(lines_[before].text)) return stands_alone;
    const bool open = widths_.wrapped ? lines_[before].width + 12 >= widths_.text
                                      : lines_[at].blanks == 0 && lines_[before].width >= max_title_width;
    return open ? goes_on_with_text : stands_behind_short_text;
  }

  float points_behind(std::size_t next, const Numbering& numbering) const {
    if (next == no_line) return before_short_text;
    const Line& line = lines_[next];
    if (line.kind == LineKind::prose || line.kind == LineKind::case_title || line.kind == LineKind::figure) return before_text;
    if (line.kind != LineKind::text) return 0;
    const Numbering behind = read_numbering(line.text);
    if (is_next(numbering, behind)) return points_in_row(numbering);
    const bool text = widths_.wrapped ? line.width + 10 >= widths_.text || ends_sentence(line.text) : line.width > 60;
    if (text) return before_text;
    return behind.form > numbering.form || behind.depth > numbering.depth ? before_deeper_number : before_short_text;
  }

  static bool is_next(const Numbering& first, const Numbering& second) {
    if (first.form == Form::none || first.form != second.form || first.depth != second.depth) return false;
    return second.parts[second.depth - 1U] == first.parts[first.depth - 1U] + 1;
  }

  /// Numbers right behind each other, nothing under them, are a list.
  static float points_in_row(const Numbering& numbering) {
    switch (numbering.form) {
      case Form::part:
      case Form::chapter:
      case Form::section:
        return 0;
      case Form::han:
      case Form::han_bracketed:
        return -1.5F;
      default:
        return numbering.depth >= 2 ? -0.5F : -2;
    }
  }

  /// A title fills its line, or as much of it as larger letters leave, and goes on in the next one, which is short and no
  /// sentence.
  std::uint32_t lines_of_title(std::size_t at, const Numbering& numbering) const {
    const bool number_alone = numbering.form != Form::none && numbering.title.empty();
    if (number_alone) return 2;
    if (!widths_.wrapped || numbering.form == Form::none || at + 1 >= lines_.size() || !goes_on(at, at + 1)) return 1;
    if (is_full(at)) return 2;
    const bool wide = lines_[at].width * 10 >= widths_.text * 7;
    return wide && at + 2 < lines_.size() && begins_anew(at + 2) ? 2 : 1;
  }

  bool goes_on(std::size_t at, std::size_t next) const {
    const Line& line = lines_[next];
    return line.kind == LineKind::text && !line.page_start && line.width * 2 < widths_.text && !ends_sentence(line.text) &&
           !ends_sentence(lines_[at].text) && line.blanks <= widths_.line_gap && find_comma(line.text) == npos &&
           read_numbering(line.text).form == Form::none && !is_known_heading(line.text);
  }

  /// Running text or another numbered line.
  bool begins_anew(std::size_t at) const {
    const Line& line = lines_[at];
    return line.kind != LineKind::text || line.width + 10 >= widths_.text || read_numbering(line.text).form != Form::none;
  }

  /// 第一章 alone on its line, the title below.
  bool title_follows(std::size_t at, const Numbering& numbering) const {
    if (numbering.form > Form::han) return false;
    const std::size_t next = at + 1;
    if (next >= lines_.size() || lines_[next].kind != LineKind::text || lines_[next].page_start) return false;
    const Line& line = lines_[next];
    return line.width <= 60 && line.blanks <= widths_.line_gap + 2 && can_be_title(line.text) && !ends_sentence(line.text) &&
           read_numbering(line.text).form == Form::none;
  }

  /// For each number of one part whether the next decimal number goes on with it: 3 and 3.1.
  void find_announced() {
    constexpr std::size_t farthest = 12;  // candidates
    std::size_t deep = no_line;
    for (std::size_t index = found_.size(); index-- > 0;) {
      const Numbering& numbering = found_[index].numbering;
      if (numbering.depth >= 2) {
        deep = index;
      } else if (deep != no_line && deep - index <= farthest) {
        const Numbering& next = found_[deep].numbering;
        found_[index].announces = numbering.depth == 1 && next.parts[0] == numbering.parts[0] && next.parts[1] == 1;
        if (found_[index].announces && numbering.form == Form::decimal) deep = no_line;  // the nearest one does
      }
    }
  }

  const std::vector<Line>& lines_;
  const Widths& widths_;
  const Contents& contents_;
  const std::vector<FoundHeading>& given_;
  std::vector<HeadingCandidate> found_;
  std::uint32_t table_ = 0;
  std::uint32_t case_ = 0;
  bool exhibit_in_case_ = false;
};

}  // namespace

std::vector<HeadingCandidate> find_heading_candidates(const std::vector<Line>& lines, const Widths& widths,
                                                      const Contents& contents, const std::vector<FoundHeading>& given) {
  return CandidateFinder(lines, widths, contents, given).find();
}

}  // namespace reportal::raw
