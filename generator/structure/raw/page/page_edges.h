// Where pages begin and end, as far as the lines alone tell: marked page starts, gaps of blank lines, and sentences that go on
// behind something that interrupts them.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"

namespace reportal::raw {

class PageEdges {
 public:
  explicit PageEdges(const std::vector<Line>& lines);

  /// A gap or a page start stands before (behind) the line.
  [[nodiscard]] bool starts(std::size_t at) const { return at == 0 || lines_[at].page_start || lines_[at].blanks > gap_ + 1; }
  [[nodiscard]] bool ends(std::size_t at) const { return at + 1 == lines_.size() || starts(at + 1); }
  [[nodiscard]] bool at_edge(std::size_t at) const { return starts(at) || ends(at); }

  /// Page starts are marked in this text.
  [[nodiscard]] bool marked() const;
  [[nodiscard]] std::uint32_t starts_between(std::size_t first, std::size_t last) const {  ///< in (first, last]
    return before_[last + 1] - before_[first + 1];
  }
  /// The first or last line of a page whose start is marked, or right below its head.
  [[nodiscard]] bool at_marked_start(std::size_t at) const;
  /// Among the first three or last two lines of a page whose start is marked: heads have a name, a title and a number.
  [[nodiscard]] bool near_marked_start(std::size_t at) const;

  /// Columns of text on the lines in (first, last).
  [[nodiscard]] std::uint64_t text_between(std::size_t first, std::size_t last) const {
    return columns_[last] - columns_[first + 1];
  }

  /// The line at `before` is full and ends in the middle of a sentence, which `behind` can go on with.
  [[nodiscard]] bool goes_on(std::size_t before, std::size_t behind) const;

 private:
  const std::vector<Line>& lines_;
  std::vector<std::uint32_t> before_;   // marked starts before a line
  std::vector<std::uint64_t> columns_;  // of text before a line
  std::uint16_t gap_ = 0;               // blank lines that most lines have before them
  std::uint32_t full_ = 0;              // the width that most long lines have
};

}  // namespace reportal::raw
