// Tables whose cells are parted by tabs, or by | as Markdown writes them.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "structure/raw/tables/cells.h"
#include "structure/raw/tables/words.h"

namespace reportal::raw {

/// Lines with the same separator between the same number of cells: tabs, or | with or without one at the edges. Nothing if they
/// are not.
[[nodiscard]] std::optional<CellRows> read_separated(const std::vector<BodyLine>& lines, const std::vector<std::string>& given);

}  // namespace reportal::raw
