#include "structure/raw/page/page_edges.h"

#include <algorithm>
#include <array>

#include "chinese/characters.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

PageEdges::PageEdges(const std::vector<Line>& lines) : lines_(lines) {
  constexpr std::uint32_t shortest_full = 36;
  std::array<std::uint32_t, 6> gaps{};
  std::array<std::uint32_t, 161> widths{};
  before_.reserve(lines.size() + 1);
  columns_.reserve(lines.size() + 1);
  before_.push_back(0);
  columns_.push_back(0);
  for (const Line& line : lines) {
    if (line.blanks < gaps.size()) ++gaps[line.blanks];
    if (line.width >= shortest_full && line.width < widths.size()) ++widths[line.width];
    before_.push_back(before_.back() + (line.page_start ? 1 : 0));
    columns_.push_back(columns_.back() + line.width);
  }
  gap_ = static_cast<std::uint16_t>(std::max_element(gaps.begin(), gaps.end()) - gaps.begin());
  const auto most = std::max_element(widths.begin(), widths.end());
  if (*most > 0) full_ = static_cast<std::uint32_t>(most - widths.begin());
}

bool PageEdges::marked() const {
  constexpr std::size_t longest_page = 150;
  return before_.back() >= 2 && before_.back() * longest_page >= lines_.size();
}

bool PageEdges::at_marked_start(std::size_t at) const {
  const std::size_t first = at > 0 ? at - 1 : 0;
  return before_[std::min(at + 2, lines_.size())] != before_[first] || at + 1 == lines_.size();
}

bool PageEdges::near_marked_start(std::size_t at) const {
  const std::size_t first = at > 2 ? at - 2 : 0;
  const std::size_t last = std::min(at + 3, lines_.size());
  return before_[last] != before_[first] || at < 3 || at + 3 > lines_.size();
}

bool PageEdges::goes_on(std::size_t before, std::size_t behind) const {
  const Line& line = lines_[before];
  if (full_ == 0 || ends_sentence(line.text) || line.width > full_ + lost_indent) return false;
  const std::uint32_t unit = behind < lines_.size() ? first_unit_width(lines_[behind].text) : 0;
  return line.width + lost_indent + std::min(unit, full_ / 4) > full_;
}

}  // namespace reportal::raw
