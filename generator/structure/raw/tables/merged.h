// Cells that are merged over rows: printed once, they hold for all of these rows.

#pragma once

#include <cstddef>
#include <vector>

#include "structure/raw/tables/cells.h"

namespace reportal::raw {

/// Fills empty cells at the start of a row from the row above, where all behind them are filled: the number that stands for
/// several rows, the office that several posts belong to. `numbered`: the first column holds running numbers.
void fill_merged(std::vector<CellRow>& rows, bool numbered);

}  // namespace reportal::raw
