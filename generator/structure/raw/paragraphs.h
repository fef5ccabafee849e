// Where paragraphs begin.
//
// A word processor fills its lines: a line that is not the last of its paragraph has no room left for what the next one begins
// with. The first line stands two characters further in. Whether a line begins a paragraph is told by the room on the line
// before, by its own indent or, where extraction lost that, by where it breaks, by ends of sentences and by blank lines. None
// of these is sure alone, so the reading of a whole stretch of text is chosen under which the signs agree best (a shortest path
// over lines). In the reach of a case a paragraph may be set as wide as the text or as the box; the search decides that with
// the rest.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

/// By line: 1 where a line of text begins a paragraph. Lines of other kinds have no say. What an editor says of a line is kept
/// to; `case_ends` are the physical lines with which a case ends by an editor's word, ascending: no paragraph goes on over
/// these.
[[nodiscard]] std::vector<std::uint8_t> find_paragraphs(const std::vector<Line>& lines, const Widths& widths,
                                                        const std::vector<std::uint32_t>& case_ends = {});

}  // namespace reportal::raw
