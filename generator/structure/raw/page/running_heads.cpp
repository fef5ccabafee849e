#include "structure/raw/page/running_heads.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "structure/raw/page/head_groups.h"
#include "structure/raw/page/text_key.h"

namespace reportal::raw {
namespace {

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

class HeadFinder {
 public:
  HeadFinder(const std::vector<Line>& lines, const PageEdges& edges) : lines_(lines), edges_(edges), taken_(lines.size()) {}

  std::vector<FoundHead> find(const std::vector<FoundPageNumber>& numbers) {
    for (const FoundPageNumber& number : numbers) taken_.add(number.line);
    const std::vector<HeadGroup> groups = group_heads(lines_, taken_, false);
    take_stamps();
    for (std::uint32_t round = 0; round < lines_of_a_head;
         ++round) {  // a line beside one that is taken is seen in the next one
      const std::size_t before = found_.size();
      for (const HeadGroup& one : groups) {
        if (one.lines.size() >= 3 && names_watermark(lines_[one.lines[0]].text))
          take(one, furniture_reason::watermark);
        else if (const std::ptrdiff_t side = side_of_numbers(one); side != 0)
          take_with_numbers(one, side);
        else if (is_running(one))
          take(one, furniture_reason::running_head);
      }
      if (found_.size() == before && round > 0) break;
      if (round == 0) take_named_beside_numbers();
    }
    take_misread();
    std::sort(found_.begin(), found_.end(), [](const FoundHead& a, const FoundHead& b) { return a.line < b.line; });
    return std::move(found_);
  }

 private:
  /// Where the lines of a group stand.
  struct Places {
    std::size_t at_edge = 0;  ///< at marked page starts, or beside furniture that is known
    std::size_t set_off = 0;  ///< with a gap above or below
    std::size_t breaks = 0;   ///< in the middle of a sentence
    std::size_t spaced = 0;   ///< not right behind the one before
  };

  Places places_of(const HeadGroup& one) const {
    Places places;
    for (std::size_t index = 0; index < one.lines.size(); ++index) {
      const std::size_t at = one.lines[index];
      if (edges_.near_marked_start(at) || taken_.beside(at)) ++places.at_edge;
      if (edges_.at_edge(at)) ++places.set_off;
      if (taken_.breaks_sentence(edges_, at)) ++places.breaks;
      if (index > 0 && at - one.lines[index - 1] >= shortest_page) ++places.spaced;
    }
    return places;
  }

  bool is_running(const HeadGroup& one) const {
    if (taken_.has(one.lines[0]) || !numbers_go_up(one) || heads_columns(one) || is_repeated_text(lines_, one)) return false;
    const std::size_t count = one.lines.size();
    const Places places = places_of(one);
    if ((places.spaced + 1) * 5 < count * 3) return false;  // some pages hold a figure only
    const std::string_view text = head_text(lines_[one.lines[0]].text);
    const bool named = names_school_or_report(text);
    const bool numbered = one.pages[0] != one.pages[1];
    const bool pages_apart = one.lines.back() - one.lines.front() >= (count - 1) * shortest_page * 3 / 2;
    if (count >= (named || numbered ? 2U : 3U) && places.at_edge * 5 >= count * 4) return true;
    if (named && numbered && pages_apart) return true;
    if (count < 3) return false;
    if (places.set_off * 5 >= count * 4 && (named || places.breaks > 0)) return true;
    if (pages_apart && (names_report(text) || (named && places.breaks > 0))) return true;
    if (places.breaks >= 2 && places.breaks * 4 >= count) return true;
    return places.breaks > 0 && (numbered || (count >= 5 && is_regular(one)));
  }

  /// Where page numbers that go up stand at most of the lines, a page apart: 1 behind them, -1 before them, 0 nowhere. Only for
  /// text in which nothing else marks pages, and for names of schools and reports: a table has numbered rows of one kind as
  /// well.
  std::ptrdiff_t side_of_numbers(const HeadGroup& one) const {
    const std::size_t count = one.lines.size();
    if (edges_.marked() || count < 3 || taken_.has(one.lines[0])) return 0;
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

  void take_with_numbers(const HeadGroup& one, std::ptrdiff_t side) {
    for (const std::uint32_t line : one.lines) {
      take(line, 0, furniture_reason::running_head);
      if (number_beside(line, side) != 0) take_number(line + static_cast<std::size_t>(side));
    }
  }

  /// Column names come back where a table goes on over pages: behind a caption the first time, rows behind them.
  bool heads_columns(const HeadGroup& one) const {
    const std::string_view text = lines_[one.lines[0]].text;
    if (names_school_or_report(text) && count_gaps(text) <= 2) return false;
    std::size_t rows = 0;
    for (const std::uint32_t at : one.lines) {
      if (at + 1 < lines_.size() && !taken_.has(at + 1) && begins_row(lines_[at + 1].text)) ++rows;
    }
    if (rows * 2 >= one.lines.size()) return true;
    const std::size_t first = one.lines[0];
    const bool captioned =
        first > 0 && (lines_[first - 1].text.starts_with("表") || lines_[first - 1].text.starts_with("附表"));
    return captioned || count_gaps(text) >= 2;
  }

  static bool begins_row(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && is_ascii_digit(static_cast<unsigned char>(text[digits]))) ++digits;
    return digits > 0 && digits <= 3 && (digits == text.size() || text[digits] == ' ');
  }

  void take(std::size_t at, std::uint32_t page, std::string_view why) {
    if (taken_.has(at)) return;
    taken_.add(at);
    found_.push_back({static_cast<std::uint32_t>(at), page, why});
  }

  void take(const HeadGroup& one, std::string_view why) {
    const bool pages = one.pages[0] != one.pages[1];
    for (std::size_t index = 0; index < one.lines.size(); ++index) take(one.lines[index], pages ? one.pages[index] : 0, why);
  }

  void take_stamps() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::text && is_scanner_stamp(lines_[at])) take(at, 0, furniture_reason::stamp);
    }
  }

  /// A school's name or a report's title at the edge of a page, right beside its number: a head even where it comes once.
  void take_named_beside_numbers() {
    constexpr std::size_t cover = 2;
    for (std::size_t at = cover; at < lines_.size(); ++at) {
      if (taken_.has(at) || !can_be_head(lines_[at]) || !names_school_or_report(lines_[at].text)) continue;
      if (is_heading_like(lines_[at].text)) continue;
      const auto number = [&](std::size_t line) {
        const auto read = read_page_number(lines_[line].text);
        return read && !read->roman ? std::optional(read->bare) : std::nullopt;
      };
      const auto behind = at + 1 < lines_.size() ? number(at + 1) : std::nullopt;
      const auto before = number(at - 1);
      if (behind && edges_.starts(at)) {
        take(at, 0, furniture_reason::running_head);
        take_number(at + 1);
      } else if (before && !*before && (edges_.starts(at) || (edges_.starts(at - 1) && edges_.ends(at)))) {
        take(at, 0, furniture_reason::running_head);
      }
    }
  }

  void take_number(std::size_t at) { take(at, read_page_number(lines_[at].text)->value, furniture_reason::page_number); }

  /// Heads that OCR read a little otherwise than the rest.
  void take_misread() {
    constexpr std::size_t most_heads = 12, shortest = 6;
    std::vector<std::u32string> heads;
    for (const FoundHead& one : found_) {
      if (one.why != furniture_reason::running_head || heads.size() == most_heads) continue;
      std::u32string head = key_of(lines_[one.line].text);
      if (head.size() >= shortest && std::find(heads.begin(), heads.end(), head) == heads.end())
        heads.push_back(std::move(head));
    }
    if (heads.empty()) return;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (taken_.has(at) || !(edges_.near_marked_start(at) || taken_.beside(at))) continue;
      if (!can_be_head(lines_[at]) || is_heading_like(lines_[at].text)) continue;
      const std::u32string text = key_of(lines_[at].text);
      const bool misread = std::any_of(heads.begin(), heads.end(), [&](const std::u32string& head) {
        const std::size_t most = std::max<std::size_t>(1, head.size() / 6);
        return count_slips(head, text, most) <= most;
      });
      if (misread) take(at, 0, furniture_reason::running_head);
    }
  }

  static std::u32string key_of(std::string_view text) { return characters_of(text_key(head_text(text))); }

  const std::vector<Line>& lines_;
  const PageEdges& edges_;
  TakenLines taken_;
  std::vector<FoundHead> found_;
};

}  // namespace

std::vector<FoundHead> find_running_heads(const std::vector<Line>& lines, const PageEdges& edges,
                                          const std::vector<FoundPageNumber>& numbers) {
  return HeadFinder(lines, edges).find(numbers);
}

}  // namespace reportal::raw
