#include "structure/raw/cleaning.h"

#include <optional>

namespace reportal::raw {
namespace {

/// What parts two lines of one paragraph beside the line end; nothing if nothing does.
std::optional<Join::Over> parted_by(const Marked& marked, std::uint32_t before, std::uint32_t at) {
  const std::vector<Line>& lines = marked.lines;
  bool furniture = false;
  bool page_start = lines[at].page_start;
  for (std::uint32_t between = before + 1; between < at; ++between) {
    if (lines[between].kind != LineKind::noise) return Join::Over::exhibit;
    furniture = true;
    page_start |= lines[between].page_start;
  }
  if (furniture) return Join::Over::furniture;
  if (page_start) return Join::Over::page_break;
  if (lines[at].blanks > marked.widths.line_gap) return Join::Over::blank_lines;
  return std::nullopt;
}

}  // namespace

void record_joins(const Marked& marked, const JoinedLines& joined, Document& document) {
  Cleaning& cleaning = document.cleaning;
  cleaning.lines = static_cast<std::uint32_t>(marked.lines.size());
  for (std::uint32_t block = 0; block < joined.of_block.size(); ++block) {
    const JoinedLines::Range& range = joined.of_block[block];
    for (std::uint32_t i = range.first + 1; i < range.last; ++i) {
      if (joined.lines[i].item != joined.lines[i - 1].item) continue;
      ++cleaning.joined_lines;
      const std::uint32_t at = joined.lines[i].line;
      const auto over = parted_by(marked, joined.lines[i - 1].line, at);
      if (over) cleaning.joins.push_back({block, marked.lines[at].number, *over});
    }
  }
}

}  // namespace reportal::raw
