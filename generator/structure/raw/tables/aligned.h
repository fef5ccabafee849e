// Tables whose lines keep their columns, as pdftotext -layout has them.
//
// Where pieces of a line stand says which column they belong to, so only the rows are searched: lines that follow each other
// make a row if the lines of every cell follow each other too and stand centred or at the top of the row.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "structure/raw/tables/cells.h"
#include "structure/raw/tables/words.h"

namespace reportal::raw {

/// Nothing if the pieces of the lines do not make columns.
[[nodiscard]] std::optional<CellRows> read_aligned(const std::vector<BodyLine>& lines, const std::vector<std::string>& given);

}  // namespace reportal::raw
