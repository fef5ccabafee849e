// The cells of a printed table: its lines to columns and rows.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reportal::raw {

struct CellLine {
  std::string_view text;
  bool below =
      false;  ///< printed below the line before, so that it may go on with its last cell; else beside it: a cell of its own
};

struct CellRow {
  std::vector<std::string> cells;
  bool group = false;
};

struct CellRows {
  std::vector<std::string> columns;
  std::vector<CellRow> rows;
  double confidence = 0;  ///< share of rows that came out with a cell for every column
};

/// `columns` may be given; else they are read from the lines.
[[nodiscard]] CellRows read_cells(const std::vector<CellLine>& lines, const std::vector<std::string>& columns);

/// Pieces of `text` between spaces that part Chinese cells.
[[nodiscard]] std::size_t count_cells(std::string_view text);

}  // namespace reportal::raw
