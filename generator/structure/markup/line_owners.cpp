#include "structure/markup/line_owners.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace reportal::markup {

LineOwners::LineOwners(const Source& source) : next_(source.line_count() + 2), filled_(source.line_count() + 2) {
  std::iota(next_.begin(), next_.end(), 0U);
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const bool blank = is_blank(source.line(line));
    if (blank) next_[line] = line + 1;
    filled_[line] = filled_[line - 1] + (blank ? 0 : 1);
  }
}

std::uint32_t LineOwners::next_free(std::uint32_t line) {
  while (next_[line] != line) {
    next_[line] = next_[next_[line]];
    line = next_[line];
  }
  return line;
}

std::vector<LineRange> LineOwners::claim(LineRange wanted) {
  std::vector<LineRange> ranges;
  const auto end = static_cast<std::uint32_t>(next_.size() - 1);  // behind the last line, always free
  if (wanted.first == 0 || wanted.first >= end) return ranges;
  for (std::uint32_t line = next_free(wanted.first); line <= wanted.last && line < end; line = next_free(line)) {
    next_[line] = line + 1;
    const bool goes_on = !ranges.empty() && filled_[line - 1] == filled_[ranges.back().last];
    if (goes_on)
      ranges.back().last = line;
    else
      ranges.push_back({line, line});
  }
  return ranges;
}

}  // namespace reportal::markup
