// The cells of a printed table: its lines to columns and rows, by the most likely of several readings.

#pragma once

#include <string>
#include <vector>

#include "structure/raw/tables/words.h"

namespace reportal::raw {

struct CellRow {
  std::vector<std::string> cells;
  bool group = false;  ///< one cell: a heading between rows
};

struct CellRows {
  std::vector<std::string> columns;
  std::vector<CellRow> rows;
  double confidence = 0;  ///< mean likelihood of the rows' cell borders, less what the header leaves open; 0 to 1
};

/// `columns` may be given; else they are read from the lines.
[[nodiscard]] CellRows read_cells(const std::vector<BodyLine>& lines, const std::vector<std::string>& columns);

}  // namespace reportal::raw
