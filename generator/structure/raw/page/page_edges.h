// Where pages begin and end, as far as the lines alone tell: marked page starts, and gaps of blank lines.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"

namespace reportal::raw {

class PageEdges {
 public:
  explicit PageEdges(const std::vector<Line>& lines) : lines_(lines) {
    std::array<std::uint32_t, 6> gaps{};
    for (const Line& line : lines) {
      if (line.blanks < gaps.size()) ++gaps[line.blanks];
    }
    gap_ = static_cast<std::uint16_t>(std::max_element(gaps.begin(), gaps.end()) - gaps.begin());
    before_.reserve(lines.size() + 1);
    before_.push_back(0);
    for (std::size_t at = 0; at < lines.size(); ++at) before_.push_back(before_.back() + (lines[at].page_start ? 1 : 0));
  }

  /// A gap or a page start stands before (behind) the line.
  [[nodiscard]] bool starts(std::size_t at) const { return at == 0 || lines_[at].page_start || lines_[at].blanks > gap_ + 1; }
  [[nodiscard]] bool ends(std::size_t at) const { return at + 1 == lines_.size() || starts(at + 1); }
  [[nodiscard]] bool at_edge(std::size_t at) const { return starts(at) || ends(at); }

  /// Among the first three or last two lines of a page whose start is marked: heads have a name, a title and a number.
  [[nodiscard]] bool near_marked_start(std::size_t at) const {
    const std::size_t first = at > 2 ? at - 2 : 0;
    const std::size_t last = std::min(at + 3, lines_.size());
    return before_[last] != before_[first] || at < 3 || at + 3 > lines_.size();
  }
  /// The first or last line of a page whose start is marked, or right below its head.
  [[nodiscard]] bool at_marked_start(std::size_t at) const {
    const std::size_t first = at > 0 ? at - 1 : 0;
    return before_[std::min(at + 2, lines_.size())] != before_[first] || at + 1 == lines_.size();
  }

  /// Page starts are marked in this text.
  [[nodiscard]] bool marked() const {
    constexpr std::size_t longest_page = 150;
    return before_.back() >= 2 && before_.back() * longest_page >= lines_.size();
  }
  [[nodiscard]] std::uint32_t starts_between(std::size_t first, std::size_t last) const {  ///< in (first, last]
    return before_[last + 1] - before_[first + 1];
  }
  [[nodiscard]] std::uint16_t gap() const { return gap_; }  ///< blank lines that most lines have before them

 private:
  const std::vector<Line>& lines_;
  std::vector<std::uint32_t> before_;  // marked starts before a line
  std::uint16_t gap_ = 0;
};

}  // namespace reportal::raw
