#include "structure/raw/titles/headings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

using Form = Numbering::Form;

constexpr std::uint32_t max_title_width = 120;

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

/// A title does not end like running text, and holds no sentence.
bool can_be_title(std::string_view title) {
  if (title.empty() || is_one_of(last_character(title), U"。，、；：,;:（(《“")) return false;
  if (is_one_of(first_character(title), U"。，、；：！？）》”,;:.)%％/")) return false;
  return title.find("。") == npos && title.find("；") == npos;
}

/// The headings without a number that reports of this kind have.
bool is_known_heading(std::string_view text) {
  static constexpr std::array<std::string_view, 26> whole = {
      "前言",     "引言",         "序言", "绪论", "导言",   "学校概况", "学院概况", "学校简介",  "学院简介",
      "基本情况", "学校基本情况", "概述", "摘要", "附表",   "附件",     "附录",     "参考文献",  "结语",
      "结束语",   "结论",         "后记", "致谢", "编后语", "案例",     "典型案例", "总结与展望"};
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

struct Candidate {
  std::size_t line = 0;
  Numbering numbering;
};

class HeadingMarker {
 public:
  HeadingMarker(std::vector<Line>& lines, const Widths& widths, std::vector<FoundHeading>& found)
      : lines_(lines), widths_(widths), found_(found) {}

  void mark() {
    collect_candidates();
    find_next_deep();
    std::size_t next = 0;
    bool in_table = false;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const Line& line = lines_[at];
      while (next < candidates_.size() && candidates_[next].line < at) ++next;
      if (line.kind == LineKind::table) in_table = true;
      if (line.kind == LineKind::figure || line.kind == LineKind::case_title || line.kind == LineKind::note) in_table = false;
      if (line.kind == LineKind::heading) go_on_from(line);
      if (line.kind != LineKind::text) continue;
      if (in_table && looks_like_text(line)) in_table = false;
      if (next < candidates_.size() && candidates_[next].line == at && accept(next, in_table)) {
        in_table = false;
      } else if ((is_known_heading(line.text) || is_appendix_heading(line.text)) && stands_alone(at)) {
        add(at, 1, "", line.text);
        unnumbered_part_ = true;
        depth_ = 0;
        han_ = bracketed_ = arabic_ = 0;
        in_table = false;
      }
    }
  }

 private:
  void collect_candidates() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const Line& line = lines_[at];
      if (line.kind != LineKind::text || line.width > max_title_width) continue;
      Numbering numbering = read_numbering(line.text);
      if (numbering.form == Form::none || !can_be_title(numbering.title)) continue;
      has_chapters_ |= numbering.form == Form::chapter;
      has_sections_ |= numbering.form == Form::section;
      candidates_.push_back({at, numbering});
    }
  }

  /// For each candidate the next one that is a decimal of two parts or more.
  void find_next_deep() {
    next_deep_.assign(candidates_.size(), no_line);
    std::size_t deep = no_line;
    for (std::size_t index = candidates_.size(); index-- > 0;) {
      next_deep_[index] = deep;
      const Numbering& numbering = candidates_[index].numbering;
      if (numbering.form == Form::decimal && numbering.depth >= 2) deep = index;
    }
  }

  bool looks_like_text(const Line& line) const {
    return widths_.wrapped && line.width + 8 >= widths_.text && line.text.find("，") != npos &&
           !is_ascii_digit(first_character(line.text));
  }

  bool is_full(const Line& line) const { return widths_.wrapped && line.width + 4 >= widths_.text; }

  /// Nothing before `at` is left unfinished.
  bool stands_alone(std::size_t at) const {
    const std::size_t before = previous_content(lines_, at);
    if (before == no_line || lines_[before].kind != LineKind::text || ends_sentence(lines_[before].text)) return true;
    if (!widths_.wrapped) return lines_[at].blanks > 0 || lines_[before].width < max_title_width;
    return lines_[before].width + 12 < widths_.text;
  }

  /// A heading that was marked before: the numbering goes on from it.
  void go_on_from(const Line& line) {
    const Numbering numbering = read_numbering(line.text);
    const bool chapter = numbering.form == Form::chapter;
    if (!chapter && (numbering.form != Form::decimal || found_[line.detail].number != numbering.numeral)) return;
    depth_ = chapter ? std::uint8_t{1} : numbering.depth;
    parts_ = numbering.parts;
    unnumbered_part_ = false;
    han_ = bracketed_ = arabic_ = 0;
  }

  bool accept(std::size_t index, bool in_table) {
    switch (candidates_[index].numbering.form) {
      case Form::chapter:
        return accept_ordinal(index, 1);
      case Form::section:
        return accept_ordinal(index, has_chapters_ ? 2 : 1);
      case Form::han:
        return !in_table && accept_han(index);
      case Form::han_bracketed:
        return !in_table && accept_bracketed(index);
      case Form::decimal:
        return candidates_[index].numbering.depth >= 2 ? accept_deep(index, in_table) : accept_single(index, in_table);
      case Form::none:
        break;
    }
    return false;
  }

  bool accept_ordinal(std::size_t index, int level) {
    const auto& [line, numbering] = candidates_[index];
    if (!stands_alone(line) || is_full(lines_[line])) return false;
    add_numbered(index, level);
    if (level == 1) {
      depth_ = 1;
      parts_ = {numbering.parts[0]};
      unnumbered_part_ = false;
    }
    han_ = bracketed_ = arabic_ = 0;
    return true;
  }

  /// 1.1, 1.1.1 …: what comes next in the numbering; or a slip of the author, on a line that clearly is a title.
  bool accept_deep(std::size_t index, bool in_table) {
    const auto& [line, numbering] = candidates_[index];
    const bool unit = begins_with_unit(numbering.title);
    if (follows(numbering)) {
      if ((unit || is_full(lines_[line])) && !stands_alone(line)) return false;
    } else {
      const bool near_chapter = depth_ > 0 && (numbering.parts[0] == parts_[0] || numbering.parts[0] == parts_[0] + 1);
      const bool first = depth_ == 0 && numbering.parts[0] <= 2;
      if (in_table || unit || !(near_chapter || first) || !stands_alone(line) || lines_[line].width * 4 > widths_.text * 3)
        return false;
      if (is_ascii_digit(first_character(numbering.title))) return false;
    }
    add_numbered(index, numbering.depth);
    depth_ = numbering.depth;
    parts_ = numbering.parts;
    unnumbered_part_ = false;
    han_ = bracketed_ = arabic_ = 0;
    return true;
  }

  /// The next number on its own level, the first of a deeper one, or the next on a level above.
  bool follows(const Numbering& numbering) const {
    if (depth_ == 0)
      return numbering.parts[1] == 1 && (numbering.depth == 2 || numbering.parts[2] == 1) && numbering.parts[0] <= 2;
    std::size_t common = 0;
    while (common < depth_ && common < numbering.depth && parts_[common] == numbering.parts[common]) ++common;
    if (common == depth_ && numbering.depth == depth_ + 1U) return numbering.parts[common] == 1;
    if (common + 1 != numbering.depth || common >= depth_) return false;
    return numbering.parts[common] == parts_[common] + 1;
  }

  /// 1. 人才培养: a chapter if the sections 1.1 … follow it; else an item under 一、 and （一）.
  bool accept_single(std::size_t index, bool in_table) {
    const auto& [line, numbering] = candidates_[index];
    const std::uint16_t value = numbering.parts[0];
    const std::size_t deep = next_deep_[index];
    const bool announces = deep != no_line && candidates_[deep].numbering.parts[0] == value &&
                           candidates_[deep].numbering.parts[1] == 1 && is_nearest(index, deep);
    const bool next_chapter = has_single_chapters_ && value == parts_[0] + 1;
    if (announces && (depth_ == 0 || value > parts_[0]) && (stands_alone(line) || !is_full(lines_[line]))) {
      if (has_chapters_ && depth_ == 1 && parts_[0] == value) return false;
      return add_single_chapter(index);
    }
    if (in_table || !numbering.marked || !stands_alone(line) || is_full(lines_[line]) || begins_with_unit(numbering.title))
      return false;
    // A chapter without sections: the next number, at the top of a page, or where no list is running and its sections do not follow later.
    const bool sections_later = deep != no_line && candidates_[deep].numbering.parts[0] == value;
    if (next_chapter && (lines_[line].page_start || (!in_list_ && !sections_later))) return add_single_chapter(index);
    if ((han_ == 0 && bracketed_ == 0) || value != arabic_ + 1) {
      in_list_ = true;
      return false;
    }
    arabic_ = value;
    add_numbered(index, (bracketed_ > 0 ? bracketed_level_ : han_level_) + 1);
    return true;
  }

  bool add_single_chapter(std::size_t index) {
    add_numbered(index, 1);
    depth_ = 1;
    parts_ = {candidates_[index].numbering.parts[0]};
    has_single_chapters_ = true;
    unnumbered_part_ = false;
    han_ = bracketed_ = arabic_ = 0;
    return true;
  }

  /// No other line with the same single number stands between a chapter and its first section.
  bool is_nearest(std::size_t index, std::size_t deep) const {
    for (std::size_t between = index + 1; between < deep; ++between) {
      const Numbering& numbering = candidates_[between].numbering;
      if (numbering.form == Form::decimal && numbering.depth == 1 &&
          numbering.parts[0] == candidates_[index].numbering.parts[0])
        return false;
      if (between - index > 8) return false;
    }
    return true;
  }

  bool accept_han(std::size_t index) {
    const auto& [line, numbering] = candidates_[index];
    if (!stands_alone(line) || (is_full(lines_[line]) && numbering.title.find("，") != npos)) return false;
    const std::uint16_t value = numbering.parts[0];
    const std::size_t deep = next_deep_[index];
    const bool over_decimals = deep != no_line && candidates_[deep].numbering.parts[0] == value &&
                               candidates_[deep].numbering.parts[1] == 1 && (depth_ == 0 || value == parts_[0] + 1) &&
                               next_han(index) > deep;
    if (over_decimals) {
      depth_ = 1;
      parts_ = {value};
      han_level_ = 1;
      unnumbered_part_ = false;
    } else if (han_ == 0 || !(value == han_ + 1)) {
      han_level_ = has_chapters_                        ? (has_sections_ ? 3 : 2)
                   : unnumbered_part_ && has_decimals() ? 2
                   : depth_ > 0                         ? static_cast<int>(depth_) + 1
                                                        : 1;
    }
    han_ = value;
    bracketed_ = arabic_ = 0;
    add_numbered(index, han_level_);
    return true;
  }

  bool accept_bracketed(std::size_t index) {
    const auto& [line, numbering] = candidates_[index];
    if (!stands_alone(line) || (is_full(lines_[line]) && numbering.title.find("，") != npos)) return false;
    if (bracketed_ == 0)
      bracketed_level_ = han_ > 0 ? han_level_ + 1 : depth_ > 0 ? static_cast<int>(depth_) + 1 : unnumbered_part_ ? 3 : 2;
    bracketed_ = numbering.parts[0];
    arabic_ = 0;
    add_numbered(index, bracketed_level_);
    return true;
  }

  std::size_t next_han(std::size_t index) const {
    for (std::size_t next = index + 1; next < candidates_.size() && next < index + 40; ++next) {
      if (candidates_[next].numbering.form == Form::han) return next;
    }
    return no_line;
  }

  bool has_decimals() const { return next_deep_.size() > 0 && next_deep_[0] != no_line; }

  void add_numbered(std::size_t index, int level) {
    const Numbering& numbering = candidates_[index].numbering;
    std::string number;
    if (numbering.form == Form::decimal) {
      for (std::size_t part = 0; part < numbering.depth; ++part) {
        if (part > 0) number += '.';
        number += std::to_string(numbering.parts[part]);
      }
    } else {
      number = numbering.numeral;
    }
    add(candidates_[index].line, level, std::move(number), numbering.title);
  }

  void add(std::size_t at, int level, std::string number, std::string_view title) {
    lines_[at].kind = LineKind::heading;
    lines_[at].detail = static_cast<std::uint32_t>(found_.size());
    found_.push_back({std::clamp(level, 1, 6), std::move(number), title});
    in_list_ = false;
    mark_wrapped_title(at);
  }

  /// A title that fills its line goes on in the next one if that is short and no sentence.
  void mark_wrapped_title(std::size_t at) {
    const std::size_t next = at + 1;
    if (next >= lines_.size() || !is_full(lines_[at])) return;
    const Line& line = lines_[next];
    if (line.kind == LineKind::text && !line.page_start && line.width * 2 < widths_.text && !ends_sentence(line.text) &&
        line.blanks <= widths_.line_gap && read_numbering(line.text).form == Form::none) {
      lines_[next].kind = LineKind::more;
    }
  }

  std::vector<Line>& lines_;
  const Widths& widths_;
  std::vector<FoundHeading>& found_;
  std::vector<Candidate> candidates_;
  std::vector<std::size_t> next_deep_;
  bool has_chapters_ = false;
  bool has_sections_ = false;
  bool has_single_chapters_ = false;  // 1. 2. as chapters
  bool unnumbered_part_ = false;
  bool in_list_ = false;   // a single number that is no heading stood in the section
  std::size_t depth_ = 0;  // of the decimal numbering so far
  std::array<std::uint16_t, Numbering::max_depth> parts_{};
  std::uint16_t han_ = 0, bracketed_ = 0, arabic_ = 0;  // the last 一、 （一） 1. in the section
  int han_level_ = 1, bracketed_level_ = 2;
};

}  // namespace

void mark_headings(std::vector<Line>& lines, const Widths& widths, std::vector<FoundHeading>& headings) {
  HeadingMarker(lines, widths, headings).mark();
}

}  // namespace reportal::raw
