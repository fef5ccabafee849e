// Which figure or table a note stands at: 数据来源：…, 注：….
//
// A table has its notes below its rows. A figure has them below its caption or, in some reports, between picture and caption;
// where a note could belong to the figure before or behind, it is read as the others of the report are.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"

namespace reportal::raw {

/// When tables are read: sets the detail of every note to the line of the caption it stands at, `no_exhibit` where there is
/// none; a 注 or 说明 that stands at none becomes text again.
inline constexpr std::uint32_t no_exhibit = static_cast<std::uint32_t>(-1);
void settle_notes(std::vector<Line>& lines);

}  // namespace reportal::raw
