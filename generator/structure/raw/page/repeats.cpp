#include "structure/raw/page/repeats.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/page/copies.h"
#include "structure/raw/page/loops.h"

namespace reportal::raw {
namespace {

bool is_letter(char32_t character) {
  const char32_t lower = character | 0x20;
  return is_han(character) || is_ascii_digit(character) || (lower >= 'a' && lower <= 'z');
}

/// Lines of the stream: [first, last].
struct Group {
  std::uint32_t first = 0, last = 0;
};

class RepeatMarker {
 public:
  RepeatMarker(std::vector<Line>& lines, const Furniture& furniture, bool wrapped, std::vector<LineRange> given)
      : lines_(lines), furniture_(furniture), wrapped_(wrapped), stream_(make_stream(lines)), result_{std::move(given), {}} {}

  Repeats mark() {
    loops_ = find_loops(stream_, lines_, furniture_, wrapped_);
    if (loops_.empty()) return std::move(result_);
    trace_origins();
    dropped_.resize(stream_.count());
    for (const Copy& loop : loops_) drop_copied_lines(loop);
    for (const Copy& loop : loops_) drop_surpassed_lines(loop);
    drop_strays();
    restore_lost_lines();
    write();
    find_partly_repeated_lines();
    return std::move(result_);
  }

 private:
  /// For each character, where it stood first: all copies of a character have one origin.
  void trace_origins() {
    origin_.resize(stream_.size());
    for (std::uint32_t at = 0; at < stream_.size(); ++at) origin_[at] = at;
    for (const Copy& loop : loops_) {
      for (const Aligned& run : loop.aligned) {
        for (std::uint32_t i = 0; i < run.length; ++i) origin_[run.at + i] = origin_[run.of + i];
      }
    }
    looped_.resize(stream_.size());
    seen_.resize(stream_.size());
    keeper_.resize(stream_.size());
    for (std::uint32_t line = 0; line < stream_.count(); ++line) {
      for (std::uint32_t at = stream_.starts[line]; at < stream_.starts[line + 1]; ++at) keeper_[at] = line;
    }
  }

  /// The characters of [first, last) that fail `is_elsewhere` say nothing of their own: a few letters that an engine misread.
  /// A wrapped line may begin or end inside a sentence, so its ends must be elsewhere.
  template <typename Predicate>
  bool says_nothing_new(std::uint32_t first, std::uint32_t last, bool lax, Predicate is_elsewhere) const {
    if (first == last) return true;
    if (wrapped_ && !(is_elsewhere(first) && is_elsewhere(last - 1))) return false;
    const std::uint32_t length = last - first;
    const std::uint32_t allowed = lax ? 2 + length / 20 : length / 50;
    std::uint32_t missing = 0;
    for (std::uint32_t at = first; at < last;) {
      if (is_elsewhere(at)) {
        ++at;
        continue;
      }
      bool letters = false, han = false, marks = false, counts = false;
      std::uint32_t chunk = 0;
      for (; at < last && !is_elsewhere(at); ++at, ++chunk) {
        letters |= is_letter(stream_.characters[at]);
        han |= is_han(stream_.characters[at]);
        marks |= is_clause_mark(stream_.characters[at]);
        counts |= is_counting(stream_.characters[at]);
      }
      const bool foreign_word = letters && !han && chunk <= 8;
      missing += foreign_word ? 1 : chunk;
      if (counts || (letters && marks) || (chunk > 4 && !foreign_word) || missing > allowed) return false;
    }
    return true;
  }

  bool is_copied(std::uint32_t line, bool lax) const {
    return says_nothing_new(stream_.starts[line], stream_.starts[line + 1], lax,
                            [&](std::uint32_t at) { return origin_[at] != at && !dropped_[keeper_[origin_[at]]]; });
  }

  /// More than half of the line goes round in the text.
  bool is_looped(std::uint32_t line) const {
    std::uint32_t looped = 0;
    for (std::uint32_t at = stream_.starts[line]; at < stream_.starts[line + 1]; ++at) looped += looped_[origin_[at]];
    return looped * 2 > stream_.starts[line + 1] - stream_.starts[line];
  }

  // Lines that are copies as a whole

  void drop_copied_lines(const Copy& loop) {
    const std::uint32_t first = stream_.line_of(loop.first);
    const std::uint32_t end = stream_.line_of(loop.last - 1) + 1;
    for (std::uint32_t line = first; line < end;) {
      Group group{line, line};
      const std::uint32_t mark = ++mark_;
      for (; group.last < end && !begins_round(group.last, mark) && copied_in(loop, group.last, first, end); ++group.last) {
        see(group.last, mark);
      }
      if (group.last == line) {
        ++line;
        continue;
      }
      line = group.last--;
      drop_worse(group);
    }
  }

  void see(std::uint32_t line, std::uint32_t mark) {
    for (std::uint32_t at = stream_.starts[line]; at < stream_.starts[line + 1]; ++at) seen_[origin_[at]] = mark;
  }

  std::uint32_t middle_of(std::uint32_t line) const { return (stream_.starts[line] + stream_.starts[line + 1]) / 2; }

  /// What the line says was seen since the group began: the passage begins anew.
  bool begins_round(std::uint32_t line, std::uint32_t mark) const { return seen_[origin_[middle_of(line)]] == mark; }

  /// A line that is misread somewhere needs a neighbour that is not, or to go round often.
  bool copied_in(const Copy& loop, std::uint32_t line, std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t middle = middle_of(line);
    if (dropped_[line] || middle < loop.first || middle >= loop.last) return false;
    const bool sure =
        is_looped(line) || (line > first && is_copied(line - 1, false)) || (line + 1 < end && is_copied(line + 1, false));
    return is_copied(line, sure);
  }

  /// Drops the lines of `group` or, where those are sounder, the lines that it repeats.
  void drop_worse(const Group& group) {
    for (; next_line_ < group.first; ++next_line_) {
      if (!dropped_[next_line_]) last_kept_ = next_line_;
    }
    const auto [first, last] = characters_of(group);
    const Group kept{keeper_of_first(first, last), keeper_of_last(first, last)};
    const std::uint32_t longest = 4 * (group.last - group.first + 1) + 16;
    const bool comparable = kept.first <= kept.last && kept.last < group.first && kept.last - kept.first < longest;
    if (comparable && is_within(kept, group) && is_sounder(group, kept)) {
      for (std::uint32_t at = first; at < last; ++at) keeper_[origin_[at]] = stream_.line_of(at);
      drop(kept);
    } else {
      drop(group);
    }
  }

  std::pair<std::uint32_t, std::uint32_t> characters_of(const Group& group) const {
    return {stream_.starts[group.first], stream_.starts[group.last + 1]};
  }

  std::uint32_t keeper_of_first(std::uint32_t first, std::uint32_t last) const {
    while (first + 1 < last && origin_[first] == first) ++first;
    return keeper_[origin_[first]];
  }
  std::uint32_t keeper_of_last(std::uint32_t first, std::uint32_t last) const {
    while (last - 1 > first && origin_[last - 1] == last - 1) --last;
    return keeper_[origin_[last - 1]];
  }

  /// All that the lines of `inner` say is said in those of `outer`.
  bool is_within(const Group& inner, const Group& outer) {
    const std::uint32_t mark = ++mark_;
    for (std::uint32_t line = outer.first; line <= outer.last; ++line) see(line, mark);
    for (std::uint32_t line = inner.first; line <= inner.last; ++line) {
      if (dropped_[line]) continue;
      if (!says_nothing_new(stream_.starts[line], stream_.starts[line + 1], true,
                            [&](std::uint32_t at) { return seen_[origin_[at]] == mark; }))
        return false;
    }
    return true;
  }

  struct Soundness {
    std::uint32_t defects = 0;
    std::uint32_t han = 0;
  };

  /// `copy` stands behind `original`. Where nothing is kept between them, the longer of two equals is the whole one.
  bool is_sounder(const Group& copy, const Group& original) const {
    const Soundness a = soundness(copy);
    const Soundness b = soundness(original);
    if (a.defects != b.defects) return a.defects < b.defects;
    return last_kept_ <= original.last && a.han > b.han;
  }

  Soundness soundness(const Group& group) const;

  void drop(const Group& group) {
    for (std::uint32_t line = group.first; line <= group.last; ++line) {
      if (dropped_[line] || is_given(line)) continue;
      dropped_[line] = true;
      for (std::uint32_t at = stream_.starts[line]; at < stream_.starts[line + 1]; ++at) looped_[origin_[at]] = 1;
    }
  }

  // Lines of the first copy that a later one, which says more, makes needless

  void drop_surpassed_lines(const Copy& loop) {
    const std::uint32_t copy_line = stream_.line_of(loop.first);
    const std::uint32_t copy_end = stream_.line_of(loop.last - 1) + 1;
    const std::uint32_t end = std::min(stream_.line_of(loop.of_last - 1) + 1, copy_line);
    const std::uint32_t begin = stream_.line_of(loop.of_first);
    const std::uint32_t mark = ++mark_;
    bool any_kept = false;
    for (std::uint32_t line = copy_line; line < copy_end; ++line) {
      if (dropped_[line]) continue;
      any_kept = true;
      see(line, mark);
    }
    if (!any_kept) return;
    const auto adjacent = [&](std::uint32_t line) { return line + 1 == copy_line || dropped_[line + 1]; };
    for (std::uint32_t line = end; line-- > begin;) {
      if (dropped_[line]) continue;
      const bool surpassed =
          (!wrapped_ || adjacent(line)) && says_nothing_new(stream_.starts[line], stream_.starts[line + 1], is_looped(line),
                                                            [&](std::uint32_t at) { return seen_[origin_[at]] == mark; });
      if (surpassed)
        drop({line, line});
      else if (wrapped_)
        return;
    }
  }

  /// A short line between two lines that are dropped, which stands elsewhere too: a title that was written down again.
  void drop_strays() {
    std::unordered_map<std::string_view, std::uint32_t> kept;
    for (std::uint32_t line = 0; line < stream_.count(); ++line) {
      if (dropped_[line]) continue;
      const bool added = kept.try_emplace(lines_[stream_.lines[line]].text, line).second;
      if (!added && !is_given(line) && line > 0 && line + 1 < stream_.count() && dropped_[line - 1] && dropped_[line + 1]) {
        strays_.push_back({line, kept.at(lines_[stream_.lines[line]].text)});
      }
    }
    for (const auto& [line, of] : strays_) dropped_[line] = true;
  }

  // The result

  /// Whatever was decided step by step: a line stays dropped only if the lines that are kept in the end say all of it.
  void restore_lost_lines() {
    std::fill(keeper_.begin(), keeper_.end(), none);
    for (std::uint32_t line = 0; line < stream_.count(); ++line) {
      if (!dropped_[line]) keep(line);
    }
    const auto is_kept = [&](std::uint32_t at) { return keeper_[origin_[at]] != none; };
    auto stray = strays_.begin();
    for (std::uint32_t line = 0; line < stream_.count(); ++line) {
      if (stray != strays_.end() && stray->first == line) {
        ++stray;
        continue;
      }
      if (!dropped_[line]) continue;
      const std::uint32_t first = stream_.starts[line], last = stream_.starts[line + 1];
      if (says_nothing_new(first, last, true, is_kept) && kept_for(line).first != none) continue;
      dropped_[line] = false;
      keep(line);
    }
  }

  void keep(std::uint32_t line) {
    for (std::uint32_t at = stream_.starts[line]; at < stream_.starts[line + 1]; ++at) {
      if (keeper_[origin_[at]] == none) keeper_[origin_[at]] = line;
    }
  }

  void write() {
    std::vector<LineRange>& kept_lines = result_.kept;
    const std::vector<std::uint32_t> next_kept = next_kept_lines();
    Group open{none, none};  // lines that are kept for the open repeat
    auto stray = strays_.begin();
    for (std::uint32_t line = 0; line < stream_.count(); ++line) {
      if (!dropped_[line]) {
        open = {none, none};
        continue;
      }
      Group kept = kept_for(line);
      if (stray != strays_.end() && stray->first == line) kept = {stray->second, (stray++)->second};
      const bool goes_on = open.last != none && kept.first >= open.last && kept.first <= next_kept[open.last];
      if (goes_on) {
        open.last = std::max(open.last, kept.last);
      } else {
        open = kept;
        kept_lines.push_back({});
      }
      kept_lines.back() = {number_of(open.first), number_of(open.last)};
      Line& repeat = lines_[stream_.lines[line]];
      repeat.kind = LineKind::repeat;
      repeat.detail = static_cast<std::uint32_t>(kept_lines.size() - 1);
    }
  }

  /// Kept lines in which a loop goes round beside what stands there once.
  void find_partly_repeated_lines() {
    std::vector<std::uint32_t>& result = result_.partly;
    for (const Copy& loop : loops_) {
      const std::uint32_t end = stream_.line_of(loop.last - 1) + 1;
      for (std::uint32_t line = stream_.line_of(loop.first); line < end; ++line) {
        const std::uint32_t first = std::max(loop.first, stream_.starts[line]);
        const std::uint32_t last = std::min(loop.last, stream_.starts[line + 1]);
        const bool known = !result.empty() && result.back() == number_of(line);
        if (!dropped_[line] && last >= first + shortest_loop && !known && stands_elsewhere(first, last))
          result.push_back(number_of(line));
      }
    }
  }

  /// What [first, last) repeats was kept.
  bool stands_elsewhere(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t kept = 0;
    for (std::uint32_t at = first; at < last; ++at)
      kept += origin_[at] != at && !dropped_[stream_.line_of(origin_[at])] ? 1 : 0;
    return kept >= shortest_loop;
  }

  Group kept_for(std::uint32_t line) const {
    Group kept{none, none};
    for (std::uint32_t at = stream_.starts[line]; at < stream_.starts[line + 1]; ++at) {
      const std::uint32_t keeper = keeper_[origin_[at]];
      if (keeper == none) continue;
      if (kept.first == none) kept.first = keeper;
      kept.last = keeper;
    }
    if (kept.last < kept.first) kept.last = kept.first;
    return kept;
  }

  /// By line, the next one that is kept.
  std::vector<std::uint32_t> next_kept_lines() const {
    std::vector<std::uint32_t> next(stream_.count(), stream_.count());
    for (std::uint32_t line = stream_.count(); line-- > 1;) next[line - 1] = dropped_[line] ? next[line] : line;
    return next;
  }

  bool is_given(std::uint32_t line) const { return lines_[stream_.lines[line]].given; }

  std::uint32_t number_of(std::uint32_t line) const { return lines_[stream_.lines[line]].number; }

  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  std::vector<Line>& lines_;
  const Furniture& furniture_;
  bool wrapped_;
  const Stream stream_;
  Repeats result_;
  std::vector<Copy> loops_;
  std::vector<std::uint32_t> origin_;
  std::vector<std::uint8_t> looped_;   // by origin: a copy of it was dropped
  std::vector<std::uint32_t> seen_;    // by origin: the last mark that was put on it
  std::vector<std::uint32_t> keeper_;  // by origin: the line that is kept
  std::vector<bool> dropped_;          // by line of the stream
  std::uint32_t mark_ = 0;
  std::uint32_t next_line_ = 0, last_kept_ = 0;  // the last line before next_line_ that is kept
  std::vector<std::pair<std::uint32_t, std::uint32_t>> strays_;
};

/// What a reader would stumble over: brackets and quotes that do not close, characters that could not be read, a foreign word
/// in the middle of a Chinese sentence, a sentence that breaks off.
RepeatMarker::Soundness RepeatMarker::soundness(const Group& group) const {
  static constexpr std::u32string_view pairs = U"（）《》“”【】()「」『』";
  static constexpr std::u32string_view unreadable = U"\uFFFD□▯◻";
  Soundness result;
  std::array<int, pairs.size() / 2> open{};
  char32_t before = 0;
  std::uint32_t latin = 0;  // lower-case letters in a row behind a Han character
  for (std::uint32_t line = group.first; line <= group.last; ++line) {
    if (dropped_[line]) continue;
    const std::string_view text = lines_[stream_.lines[line]].text;
    for (std::size_t offset = 0; offset < text.size();) {
      const char32_t character = next_character(text, offset);
      if (is_space(character)) continue;
      const std::size_t pair = pairs.find(character);
      if (pair != std::u32string_view::npos) open[pair / 2] += pair % 2 == 0 ? 1 : -1;
      if (unreadable.find(character) != std::u32string_view::npos) ++result.defects;
      const bool lower = character >= 'a' && character <= 'z';
      if (is_han(character)) {
        ++result.han;
        if (latin >= 2) ++result.defects;
      }
      latin = lower && (latin > 0 || is_han(before)) ? latin + 1 : 0;
      before = character;
    }
  }
  for (const int balance : open) result.defects += static_cast<std::uint32_t>(std::abs(balance));
  if (!ends_sentence(lines_[stream_.lines[group.last]].text)) ++result.defects;
  return result;
}

}  // namespace

Repeats mark_repeats(std::vector<Line>& lines, const Furniture& furniture, const Widths& widths, std::vector<LineRange> given) {
  return RepeatMarker(lines, furniture, widths.wrapped, std::move(given)).mark();
}

}  // namespace reportal::raw
