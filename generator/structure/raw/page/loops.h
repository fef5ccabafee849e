// Copies that an engine made, told from text that is rightly there twice.
//
// Such an engine writes what it expects next, and after a passage it sometimes expects the passage once more: the copies follow
// right upon what they repeat. A report repeats itself too, but elsewhere: a sentence of the foreword comes back chapters
// later. So a copy counts by how long it is beside how far it stands from what it repeats; text that was itself found to be a
// copy does not count as distance.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/copies.h"
#include "structure/raw/page/furniture.h"
#include "structure/raw/page/lines.h"

namespace reportal::raw {

inline constexpr std::uint32_t shortest_loop = 30;  ///< characters of a copy that counts

/// The copies in `stream` that are loops of an engine, in the order of the text. `wrapped`: lines are parts of paragraphs.
[[nodiscard]] std::vector<Copy> find_loops(const Stream& stream, const std::vector<Line>& lines, const Furniture& furniture,
                                           bool wrapped);

}  // namespace reportal::raw
