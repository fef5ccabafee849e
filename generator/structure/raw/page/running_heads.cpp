#include "structure/raw/page/running_heads.h"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/page/text_key.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t min_head_width = 4, max_head_width = 80;
constexpr std::size_t min_key = 6;  // bytes: two characters

/// The start of a caption, a case, a note or a line of column names, which come back at page edges too.
bool begins_exhibit(std::string_view text) {
  for (const std::string_view word :
       {"序号", "编号", "表", "图", "续表", "附表", "附图", "案例", "【", "数据来源", "资料来源", "来源：", "注：", "说明："}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

/// A title of such reports, not a word on them.
bool names_report(std::string_view text) {
  return text.ends_with("年报") || text.ends_with("报告") || text.find("报告（") != npos || text.find("报告(") != npos;
}

/// What heads of such documents consist of: a school's name and no more, or a report's title.
bool names_school_or_report(std::string_view text) {
  constexpr std::size_t shortest_name = 12;  // bytes: four characters
  if (names_report(text) || text.find("质量年报") != npos) return true;
  if (text.size() < shortest_name || text.find(' ') != npos) return false;
  for (const std::string_view word : {"学院", "大学", "学校", "中专"}) {
    if (text.ends_with(word)) return true;
  }
  return false;
}

bool is_heading_like(std::string_view text) {
  if (read_numbering(text).form != Numbering::Form::none) return true;
  const std::string key = text.size() <= 40 ? text_key(text) : std::string();
  for (const std::string_view word : {"前言", "引言", "序言", "概述", "摘要", "结语", "附录", "附件", "附表", "参考文献", "学校概况"}) {
    if (key == word) return true;
  }
  return false;
}

/// What apps for scanning print on each page.
bool is_scanner_stamp(const Line& line) {
  if (line.width > 40) return false;
  for (const std::string_view word : {"扫描全能王", "全能扫描王", "CamScanner"}) {
    if (line.text.find(word) != npos) return true;
  }
  return false;
}

/// What is printed over pages so that they are not passed on.
bool names_watermark(std::string_view text) {
  for (const std::string_view word : {"仅供", "内部资料", "内部使用", "征求意见稿", "送审稿", "请勿外传", "严禁复制", "保密"}) {
    if (text.find(word) != npos) return true;
  }
  return false;
}

std::size_t count_gaps(std::string_view text) {
  std::size_t gaps = 0;
  for (std::size_t at = 1; at < text.size(); ++at) gaps += text[at] == ' ' && text[at - 1] != ' ' ? 1 : 0;
  return gaps;
}

/// One more or one less, or another character: how many such slips part two short texts; more than `most` counts as most + 1.
std::size_t count_slips(const std::u32string& a, const std::u32string& b, std::size_t most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t column = 0; column <= b.size(); ++column) row[column] = column;
  for (std::size_t at = 0; at < a.size(); ++at) {
    std::size_t diagonal = row[0];
    row[0] = at + 1;
    for (std::size_t column = 0; column < b.size(); ++column) {
      const std::size_t changed = diagonal + (a[at] == b[column] ? 0 : 1);
      diagonal = row[column + 1];
      row[column + 1] = std::min({row[column] + 1, row[column + 1] + 1, changed});
    }
  }
  return row[b.size()];
}

std::u32string characters_of(std::string_view key) {
  std::u32string characters;
  for (std::size_t offset = 0; offset < key.size();) characters += next_character(key, offset);
  return characters;
}

/// Lines with one text, by their keys.
struct Group {
  std::vector<std::uint32_t> lines;
  std::vector<std::uint32_t> pages;  // numbers on the same lines; 0: none
  std::uint32_t in_a_row = 0;        // times that no other line with a number of its kind stands between two of them
};

class HeadFinder {
 public:
  HeadFinder(const std::vector<Line>& lines, const PageEdges& edges) : lines_(lines), edges_(edges), taken_(lines.size(), 0) {
    learn_full_width();
  }

  std::vector<FoundHead> running(const std::vector<FoundPageNumber>& numbers) {
    for (const FoundPageNumber& number : numbers) taken_[number.line] = 1;
    group([](const Line& line) { return !is_heading_like(line.text); });
    take_stamps();
    for (std::uint32_t round = 0; round < lines_of_a_head; ++round) {  // a line beside one that is taken is seen in the next one
      const std::size_t before = found_.size();
      for (const Group& one : groups_) {
        if (const std::ptrdiff_t side = side_of_numbers(one); side != 0)
          take_with_numbers(one, side);
        else if (is_running(one))
          take(one);
      }
      if (found_.size() == before && round > 0) break;
      if (round == 0) take_named_beside_numbers();
    }
    take_misread();
    return sorted();
  }

  std::vector<FoundHead> chapters() {
    for (std::size_t at = 0; at < lines_.size(); ++at) taken_[at] = lines_[at].kind == LineKind::noise ? 1 : 0;
    group([](const Line& line) { return is_heading_like(line.text); });
    for (const Group& one : groups_) take_chapter(one);
    return sorted();
  }

 private:
  void learn_full_width() {
    std::array<std::uint32_t, 161> counts{};
    for (const Line& line : lines_) {
      if (line.width >= 36 && line.width < counts.size()) ++counts[line.width];
    }
    full_ = static_cast<std::uint32_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  }

  static bool can_be_head(const Line& line) {
    return line.kind == LineKind::text && line.width <= max_head_width && line.width >= min_head_width &&
           !ends_sentence(line.text) && line.text.find("。") == npos && line.text.find("，") == npos &&
           line.text.find("……") == npos && line.text.find("....") == npos && !line.text.starts_with("#") &&
           !begins_exhibit(line.text);
  }

  template <typename Wanted>
  void group(Wanted wanted) {
    std::unordered_map<std::string, std::uint32_t> by_key;
    std::unordered_map<std::uint32_t, std::uint32_t> last_of_kind;  // group, by form and depth of the number
    std::string key;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (taken_[at] != 0 || !can_be_head(lines_[at]) || !wanted(lines_[at])) continue;
      const auto numbered = split(lines_[at].text);
      make_text_key(numbered ? numbered->head : lines_[at].text, key);
      if (key.size() < min_key) continue;
      const auto [found, added] = by_key.try_emplace(key, static_cast<std::uint32_t>(groups_.size()));
      if (added) groups_.emplace_back();
      Group& one = groups_[found->second];
      one.lines.push_back(static_cast<std::uint32_t>(at));
      one.pages.push_back(numbered ? numbered->number.value : 0);
      const Numbering numbering = read_numbering(lines_[at].text);
      const auto [last, first] = last_of_kind.try_emplace(static_cast<std::uint32_t>(numbering.form) * 8U + numbering.depth,
                                                          found->second);
      if (!first && last->second == found->second) ++one.in_a_row;
      last->second = found->second;
    }
    std::erase_if(groups_, [](const Group& one) { return one.lines.size() < 2; });
  }

  /// The numbers on the lines, if there are any, are those of pages: they go up.
  static bool numbers_go_up(const Group& one) {
    std::size_t steps = 0;
    std::uint32_t before = 0;
    for (const std::uint32_t page : one.pages) {
      if (page > before) ++steps;
      before = page;
    }
    const bool same = std::all_of(one.pages.begin(), one.pages.end(), [&](std::uint32_t page) { return page == one.pages[0]; });
    return same || steps * 5 >= one.pages.size() * 4;
  }

  bool beside_taken(std::size_t at) const {
    return (at > 0 && taken_[at - 1] != 0) || (at + 1 < lines_.size() && taken_[at + 1] != 0);
  }

  /// The sentence on the line before goes on behind the line.
  bool breaks_sentence(std::size_t at) const {
    std::size_t before = at;
    while (before > 0 && at - before < 6 && taken_[before - 1] != 0) --before;
    if (before == 0 || full_ == 0) return false;
    const Line& line = lines_[before - 1];
    if (ends_sentence(line.text) || line.width > full_ + lost_indent) return false;
    std::size_t behind = at + 1;
    while (behind < lines_.size() && behind - at < 6 && taken_[behind] != 0) ++behind;
    const std::uint32_t unit = behind < lines_.size() ? first_unit_width(lines_[behind].text) : 0;
    return line.width + lost_indent + std::min(unit, full_ / 4) > full_;
  }

  bool is_running(const Group& one) const {
    const std::size_t count = one.lines.size();
    const bool watermark = count >= 3 && names_watermark(lines_[one.lines[0]].text);
    if (watermark) return true;
    if (taken_[one.lines[0]] != 0 || !numbers_go_up(one) || heads_columns(one)) return false;
    std::size_t at_edge = 0, at_gap = 0, breaks = 0, spaced = 0;
    for (std::size_t index = 0; index < count; ++index) {
      const std::size_t at = one.lines[index];
      if (edges_.near_marked_start(at) || beside_taken(at)) ++at_edge;
      if (edges_.at_edge(at)) ++at_gap;
      if (breaks_sentence(at)) ++breaks;
      if (index > 0 && at - one.lines[index - 1] >= shortest_page) ++spaced;
    }
    if ((spaced + 1) * 5 < count * 3) return false;  // some pages hold a figure only
    const bool pages_apart = one.lines.back() - one.lines.front() >= (count - 1) * 2 * shortest_page;
    const bool named = names_school_or_report(head_text(one.lines[0]));
    const bool numbered = one.pages[0] != one.pages[1];
    const std::size_t enough = named || numbered ? 2 : 3;
    if (count >= enough && at_edge * 5 >= count * 4) return true;
    if (named && numbered && count >= 2 && pages_apart) return true;
    if (count < 3) return false;
    const bool set_off = at_gap * 5 >= count * 4;
    return (set_off && (named || breaks > 0)) || (pages_apart && (names_report(head_text(one.lines[0])) || (named && breaks > 0))) || (breaks >= 2 && breaks * 4 >= count) || (breaks > 0 && numbered) ||
           (breaks > 0 && count >= 5 && is_regular(one));
  }

  /// Where page numbers that go up stand at most of the lines, a page apart: 1 behind them, -1 before them, 0 nowhere. Only for
  /// text in which nothing else marks pages, and for names of schools and reports: a table has numbered rows of one kind as well.
  std::ptrdiff_t side_of_numbers(const Group& one) const {
    const std::size_t count = one.lines.size();
    if (edges_.marked() || count < 3 || taken_[one.lines[0]] != 0) return 0;
    if (!names_school_or_report(lines_[one.lines[0]].text)) return 0;
    const std::size_t pages = one.lines.back() - one.lines.front();
    if (pages < (count - 1) * 6) return 0;
    for (const std::ptrdiff_t side : {1, -1}) {
      std::size_t steps = 0;
      std::uint32_t before = 0;
      for (const std::uint32_t line : one.lines) {
        const std::uint32_t page = number_beside(line, side);
        if (page > before && (before == 0 || page <= before + 4)) ++steps;
        if (page != 0) before = page;
      }
      if (steps >= 3 && steps * 5 >= count * 4) return side;
    }
    return 0;
  }

  std::uint32_t number_beside(std::size_t line, std::ptrdiff_t side) const {
    const std::size_t beside = line + static_cast<std::size_t>(side);  // before the first: beyond the last
    if (beside >= lines_.size() || lines_[beside].kind != LineKind::text) return 0;
    const auto number = read_page_number(lines_[beside].text);
    return number && !number->roman ? number->value : 0;
  }

  void take_with_numbers(const Group& one, std::ptrdiff_t side) {
    for (const std::uint32_t line : one.lines) {
      take(line, 0);
      if (number_beside(line, side) != 0) take_number(line + static_cast<std::size_t>(side));
    }
  }

  /// The lines come back at about the same distance, as pages do.
  static bool is_regular(const Group& one) {
    std::vector<std::uint32_t> distances;
    for (std::size_t index = 1; index < one.lines.size(); ++index) distances.push_back(one.lines[index] - one.lines[index - 1]);
    std::vector<std::uint32_t> ordered = distances;
    std::nth_element(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(ordered.size() / 2), ordered.end());
    const std::uint32_t middle = ordered[ordered.size() / 2];
    const auto near = std::count_if(distances.begin(), distances.end(), [&](std::uint32_t distance) {
      return distance * 2 >= middle && distance * 2 <= middle * 3;
    });
    return middle >= shortest_page && middle <= 240 && static_cast<std::size_t>(near) * 5 >= distances.size() * 4;
  }

  /// Column names come back where a table goes on over pages: behind a caption the first time, rows behind them.
  bool heads_columns(const Group& one) const {
    const std::string_view text = lines_[one.lines[0]].text;
    if (names_school_or_report(text) && count_gaps(text) <= 2) return false;
    std::size_t rows = 0;
    for (const std::uint32_t at : one.lines) {
      if (at + 1 < lines_.size() && taken_[at + 1] == 0 && begins_row(lines_[at + 1].text)) ++rows;
    }
    if (rows * 2 >= one.lines.size()) return true;
    const std::size_t first = one.lines[0];
    const bool captioned = first > 0 && (lines_[first - 1].text.starts_with("表") || lines_[first - 1].text.starts_with("附表"));
    return captioned || count_gaps(text) >= 2;
  }

  static bool begins_row(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && is_ascii_digit(static_cast<unsigned char>(text[digits]))) ++digits;
    return digits > 0 && digits <= 3 && (digits == text.size() || text[digits] == ' ');
  }

  void take(std::size_t at, std::uint32_t page, bool stamp = false) {
    if (taken_[at] != 0) return;
    taken_[at] = 1;
    found_.push_back({static_cast<std::uint32_t>(at), page, stamp});
  }

  void take(const Group& one) {
    const bool pages = one.pages[0] != one.pages[1];
    for (std::size_t index = 0; index < one.lines.size(); ++index) take(one.lines[index], pages ? one.pages[index] : 0);
  }

  void take_stamps() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::text && is_scanner_stamp(lines_[at])) take(at, 0, true);
    }
  }

  /// A school's name or a report's title at the edge of a page, right beside its number: a head even where it comes once.
  void take_named_beside_numbers() {
    constexpr std::size_t cover = 2;
    for (std::size_t at = cover; at < lines_.size(); ++at) {
      if (taken_[at] != 0 || !can_be_head(lines_[at]) || !names_school_or_report(lines_[at].text)) continue;
      if (is_heading_like(lines_[at].text)) continue;
      const auto number = [&](std::size_t line) {
        const auto read = read_page_number(lines_[line].text);
        return read && !read->roman ? std::optional(read->bare) : std::nullopt;
      };
      const auto behind = at + 1 < lines_.size() ? number(at + 1) : std::nullopt;
      const auto before = number(at - 1);
      if (behind && edges_.starts(at)) {
        take(at, 0);
        take_number(at + 1);
      } else if (before && !*before && (edges_.starts(at) || (edges_.starts(at - 1) && edges_.ends(at)))) {
        take(at, 0);
      }
    }
  }

  void take_number(std::size_t at) {
    if (taken_[at] != 0) return;
    taken_[at] = 1;
    found_.push_back({static_cast<std::uint32_t>(at), read_page_number(lines_[at].text)->value, false});
  }

  /// Heads that OCR read a little otherwise than the rest.
  void take_misread() {
    constexpr std::size_t most_heads = 12, shortest = 6;
    std::vector<std::u32string> heads;
    for (const FoundHead& one : found_) {
      if (one.stamp || heads.size() == most_heads) continue;
      std::u32string head = key_of(lines_[one.line].text);
      if (head.size() >= shortest && std::find(heads.begin(), heads.end(), head) == heads.end()) heads.push_back(std::move(head));
    }
    if (heads.empty()) return;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (taken_[at] != 0 || !(edges_.near_marked_start(at) || beside_taken(at))) continue;
      if (!can_be_head(lines_[at]) || is_heading_like(lines_[at].text)) continue;
      const std::u32string text = key_of(lines_[at].text);
      const bool misread = std::any_of(heads.begin(), heads.end(), [&](const std::u32string& head) {
        const std::size_t most = std::max<std::size_t>(1, head.size() / 6);
        return count_slips(head, text, most) <= most;
      });
      if (misread) take(at, 0);
    }
  }

  /// The page number on the line; 3 of 3 服务贡献 is none.
  static std::optional<NumberedHead> split(std::string_view text) {
    const auto numbered = split_page_number(text);
    return numbered && is_heading_like(text) && numbered->head.data() != text.data() ? std::nullopt : numbered;
  }

  std::string_view head_text(std::size_t at) const {
    const auto numbered = split(lines_[at].text);
    return numbered ? numbered->head : lines_[at].text;
  }

  static std::u32string key_of(std::string_view text) {
    const auto numbered = split(text);
    return characters_of(text_key(numbered ? numbered->head : text));
  }

  /// All but the heading itself: the first that has no page number, or the second of two on one page.
  void take_chapter(const Group& one) {
    const std::size_t count = one.lines.size();
    std::size_t heading = 0;
    while (heading < count && one.pages[heading] != 0) ++heading;
    const bool paired = heading + 1 < count && on_one_page(one.lines[heading], one.lines[heading + 1]);
    if (paired) ++heading;
    if (heading < count && is_set_over_lines_behind(one.lines[heading])) heading = count;
    std::size_t others = 0, at_edge = 0, set_off = 0, breaks = 0;
    for (std::size_t index = 0; index < count; ++index) {
      if (index == heading) continue;
      ++others;
      if (at_page_edge(one.lines[index])) ++at_edge;
      if (edges_.at_edge(one.lines[index])) ++set_off;
      if (breaks_sentence(one.lines[index])) ++breaks;
    }
    if (others == 0 || !numbers_go_up(one)) return;
    const bool strong = stands_once(lines_[one.lines[0]].text);
    const bool placed = at_edge * 5 >= others * 4 && (others >= 2 || breaks > 0);
    const bool breaking = breaks >= 2 ? breaks * 3 >= others : breaks == 1 && others >= 2 && set_off * 5 >= others * 4;
    const bool alone = one.in_a_row * 2 >= others && (others >= 2 || paired || breaks + set_off > 0);
    const bool regular = others >= 4 && is_regular(one);
    if (!strong && !placed && !breaking && !alone && !regular) return;
    for (std::size_t index = 0; index < count; ++index) {
      if (index != heading) take(one.lines[index], one.pages[index]);
    }
  }

  /// A head and, right below it, the heading with which the chapter begins. No page ends with a heading, so that is likely where
  /// page starts are not marked.
  bool on_one_page(std::size_t head, std::size_t heading) const {
    return heading - head <= lines_of_a_head && (!edges_.marked() || edges_.starts_between(head, heading) == 0);
  }

  /// No report has two headings 1.2 课程建设 or 第三章 国际合作, while （一）基本情况 may stand in each chapter.
  static bool stands_once(std::string_view text) {
    const Numbering numbering = read_numbering(text);
    return numbering.form == Numbering::Form::part || numbering.form == Numbering::Form::chapter || numbering.depth >= 2;
  }

  /// The heading that the head repeats follows on the page, its number and its title on lines of their own.
  bool is_set_over_lines_behind(std::size_t head) const {
    const std::string key = text_key(lines_[head].text);
    for (std::size_t at = head + 1; at + 1 < lines_.size() && at <= head + lines_of_a_head; ++at) {
      const std::string number = text_key(lines_[at].text);
      if (number.size() < key.size() && key.starts_with(number) && number + text_key(lines_[at + 1].text) == key) return true;
    }
    return false;
  }

  bool at_page_edge(std::size_t at) const { return edges_.near_marked_start(at) || beside_taken(at); }

  std::vector<FoundHead> sorted() {
    std::sort(found_.begin(), found_.end(), [](const FoundHead& a, const FoundHead& b) { return a.line < b.line; });
    return std::move(found_);
  }

  static constexpr std::uint32_t shortest_page = 4;    // lines between two heads
  static constexpr std::uint32_t lines_of_a_head = 3;

  const std::vector<Line>& lines_;
  const PageEdges& edges_;
  std::vector<std::uint8_t> taken_;
  std::vector<Group> groups_;
  std::vector<FoundHead> found_;
  std::uint32_t full_ = 0;
};

}  // namespace

std::vector<FoundHead> find_running_heads(const std::vector<Line>& lines, const PageEdges& edges,
                                          const std::vector<FoundPageNumber>& numbers) {
  return HeadFinder(lines, edges).running(numbers);
}

std::vector<FoundHead> find_chapter_heads(const std::vector<Line>& lines, const PageEdges& edges) {
  return HeadFinder(lines, edges).chapters();
}

}  // namespace reportal::raw
