#include "structure/raw/page/loops.h"

#include <algorithm>
#include <utility>

namespace reportal::raw {
namespace {

/// What stands before a place, copies not counted.
struct Position {
  std::uint32_t text = 0;   ///< characters
  std::uint32_t parts = 0;  ///< titles, figures, tables: what text is divided by
};

/// Tells loops from text that is rightly there twice.
class LoopJudge {
 public:
  LoopJudge(const Stream& stream, const std::vector<Line>& lines, const Furniture& furniture, bool wrapped)
      : stream_(stream), wrapped_(wrapped) {
    std::uint32_t parts = 0;
    std::uint32_t barriers = 0;
    auto in_stream = stream.lines.begin();
    for (std::uint32_t index = 0; index < lines.size(); ++index) {
      const Line& line = lines[index];
      const bool page_number = line.kind == LineKind::noise && furniture.why[line.detail] == "page number";
      if (page_number || line.kind == LineKind::table) ++barriers;
      if (in_stream != stream.lines.end() && *in_stream == index) {
        parts_.push_back(parts);
        barriers_.push_back(barriers);
        ++in_stream;
      }
      if (divides(line.kind)) ++parts;
    }
    parts_.push_back(parts);
  }

  /// Copies must come in the order of the text.
  bool is_loop(const Copy& copy) {
    if (!holds_sentences(copy) || crosses_barrier(copy)) return false;
    const Position here = position(copy.first);
    const Position end = position(std::min(copy.of_last, copy.first));
    const std::uint32_t gap = here.text - end.text;
    const std::uint32_t parts = here.parts - end.parts;
    const std::uint32_t same = copy.same;
    const bool at_once = parts == 0 && (wrapped_ ? same >= 80 && gap <= 12 : gap * 2 <= same);
    const bool near = wrapped_ ? same >= 200 && gap <= same && (parts == 0 || same >= 400)
                               : same >= 60 && gap <= 3 * same && (parts == 0 || whole_lines(copy) >= 2);
    if (!at_once && !near) return false;
    accept(copy, here);
    return true;
  }

 private:
  struct Accepted {
    std::uint32_t first, last;
    Position before;
  };

  /// Short text that goes round is a loop only when it goes round often: real rows and refrains are short.
  bool holds_sentences(const Copy& copy) const {
    const std::uint32_t period = copy.first - copy.of_first;
    if (copy.same < shortest_loop) return false;
    const auto begin = stream_.characters.begin();
    if (period < shortest_loop) {
      return period >= 8 && copy.same >= 3 * period &&
             std::any_of(begin + copy.of_first, begin + copy.first, [](char32_t c) { return c == U'。'; });
    }
    return std::count_if(begin + copy.first, begin + copy.last, is_clause_mark) >= 2;
  }

  static bool divides(LineKind kind) {
    return kind == LineKind::heading || kind == LineKind::case_title || kind == LineKind::figure || kind == LineKind::table;
  }

  /// An engine reads a page at a time, and does not come back from a table: what a page number or a table stands between is
  /// there twice on paper.
  bool crosses_barrier(const Copy& copy) const {
    return barriers_[stream_.line_of(copy.of_first)] != barriers_[stream_.line_of(copy.first)];
  }

  std::uint32_t whole_lines(const Copy& copy) const {
    const std::uint32_t first = stream_.line_of(copy.first);
    const std::uint32_t last = stream_.line_of(copy.last - 1);
    return last - first + 1 - (stream_.starts[first] < copy.first ? 1 : 0) - (stream_.starts[last + 1] > copy.last ? 1 : 0);
  }

  Position position(std::uint32_t at) const {
    const std::uint32_t parts = parts_[stream_.line_of(at)];
    const auto behind = std::upper_bound(accepted_.begin(), accepted_.end(), at,
                                         [](std::uint32_t value, const Accepted& copy) { return value < copy.first; });
    if (behind == accepted_.begin()) return {at, parts};
    const Accepted& copy = *(behind - 1);
    if (at <= copy.last) return copy.before;
    return {copy.before.text + at - copy.last, copy.before.parts + parts - parts_[stream_.line_of(copy.last)]};
  }

  void accept(const Copy& copy, Position here) { accepted_.push_back({copy.first, copy.last, here}); }

  const Stream& stream_;
  bool wrapped_;
  std::vector<std::uint32_t> parts_;     // before each line of the stream, and at the end
  std::vector<std::uint32_t> barriers_;  // before each line of the stream
  std::vector<Accepted> accepted_;
};

}  // namespace

std::vector<Copy> find_loops(const Stream& stream, const std::vector<Line>& lines, const Furniture& furniture, bool wrapped) {
  std::vector<Copy> loops;
  CopyFinder finder(stream);
  LoopJudge judge(stream, lines, furniture, wrapped);
  for (Copy copy; finder.next(copy);) {
    if (judge.is_loop(copy)) loops.push_back(std::move(copy));
  }
  return loops;
}

}  // namespace reportal::raw
