#include "structure/raw/cases/column_fit.h"

#include <algorithm>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::int32_t first_line_indent = 8;  // quarters: two characters
constexpr std::int64_t few_errors = 50;        // one line of so many has a width that was not counted right

}  // namespace

ColumnFit::ColumnFit(const CaseText& text)
    : text_(text), columns_(learn_columns(text.lines, text.widths.set)), bounds_(text.lines.size()) {
  if (!text.widths.wrapped) return;
  std::size_t last = no_line;  // the line of running text before, which goes on
  for (std::size_t at = 0; at < text.lines.size(); ++at) {
    if (text.lines[at].kind == LineKind::noise) continue;
    if (!is_running(text.lines[at])) {
      last = no_line;
      continue;
    }
    if (last != no_line && text.starts[at] == 0) bounds_[last] = bounds_of(text, last, at);
    last = at;
  }
}

ColumnFit::Bounds ColumnFit::bounds_of(const CaseText& text, std::size_t at, std::size_t next) const {
  const SetWidth& width = text.widths.set[at];
  if (width.characters == 0) return {};
  const std::string_view line = text.lines[at].text;
  const std::string_view next_line = text.lines[next].text;
  std::int32_t left = text.starts[at] != 0 ? first_line_indent : 0;
  if (columns_.keeps_indent)
    left = (static_cast<std::int32_t>(text.lines[at].indent) - static_cast<std::int32_t>(columns_.text.left)) *
           static_cast<std::int32_t>(quarters_a_column);
  const auto all = static_cast<std::int32_t>(line_width(width, columns_));
  const std::int32_t slack = width.latin / 5 + (columns_.types_spaces ? 0 : width.typed_spaces);
  const auto gap = static_cast<std::int32_t>(gap_between(last_character(line), first_character(next_line), columns_.spacing));
  return {left + all - width.hang - slack, left + all + gap + static_cast<std::int32_t>(first_unit(next_line)) + slack};
}

ColumnFit::Bounds ColumnFit::bounds(Side side, std::size_t at) const {
  Bounds found = bounds_[at];
  if (found.high == 0 || side == Side::text || !columns_.keeps_indent) return found;
  const std::int32_t offset = (static_cast<std::int32_t>(columns_.box.left) - static_cast<std::int32_t>(columns_.text.left)) *
                              static_cast<std::int32_t>(quarters_a_column);
  return {found.low - offset, found.high - offset};
}

void ColumnFit::add(Side side, const Segment& segment) {
  Votes& votes = votes_[static_cast<std::size_t>(side)];
  for (std::size_t at = segment.first; at < segment.last; ++at) {
    const Bounds found = bounds(side, at);
    if (found.low <= 0 || found.high >= static_cast<std::int32_t>(widest)) continue;
    ++votes.low[static_cast<std::size_t>(found.low)];
    ++votes.high[static_cast<std::size_t>(found.high)];
    ++votes.lines;
  }
}

void ColumnFit::settle() {
  for (std::size_t side = 0; side < 2; ++side) {
    const Votes& votes = votes_[side];
    intervals_[side] = {};
    if (votes.lines == 0) continue;
    // Of each width how many lines it explains: those whose lower bound it reaches and whose upper one it does not.
    std::int64_t explained = 0;
    std::int64_t most = 0;
    for (std::size_t width = 0; width < widest; ++width) {
      explained += votes.low[width];
      explained -= votes.high[width];
      if (explained > most) {
        most = explained;
        intervals_[side].low = static_cast<std::int32_t>(width);
      }
      if (explained == most) intervals_[side].high = static_cast<std::int32_t>(width);
    }
  }
  // A box is as wide as the text where its lines speak against that by no more than a quarter, which can be an error.
  const Votes& box = votes_[static_cast<std::size_t>(Side::box)];
  Interval& box_column = intervals_[static_cast<std::size_t>(Side::box)];
  const Interval& text_column = intervals_[static_cast<std::size_t>(Side::text)];
  if (box_column.high == 0 || text_column.high == 0) return;
  std::int64_t agree = 0;
  for (std::int32_t width = 0; width <= text_column.high + 1; ++width) agree += box.low[static_cast<std::size_t>(width)];
  for (std::int32_t width = 0; width < text_column.low; ++width) agree -= box.high[static_cast<std::size_t>(width)];
  if ((box.lines - agree) * few_errors <= box.lines) box_column = text_column;
}

std::uint32_t ColumnFit::way(std::size_t at) const {
  std::uint32_t way = 0;
  for (const Side side : {Side::box, Side::text}) {
    const Interval& column = intervals_[static_cast<std::size_t>(side)];
    const Bounds line = bounds(side, at);
    if (column.high == 0 || line.high <= 0) return ways;
    const std::uint32_t here = line.low > column.high ? 2 : line.high <= column.low ? 1 : 0;  // too wide, with room left, full
    way = way * 3 + here;
  }
  return way;
}

}  // namespace reportal::raw
