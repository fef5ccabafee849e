#include "structure/raw/tables/merged.h"

#include "structure/raw/tables/cell_text.h"

namespace reportal::raw {
namespace {

/// The first filled cell from `column` on.
std::size_t first_filled(const CellRow& row, std::size_t column) {
  while (column < row.cells.size() && row.cells[column].empty()) ++column;
  return column;
}

void fill_from(const CellRow& above, CellRow& row, bool numbered) {
  const std::size_t width = row.cells.size();
  const bool number_printed = numbered && !row.cells[0].empty();
  const std::size_t begin = number_printed ? 1 : 0;
  const std::size_t end = first_filled(row, begin);
  if (end == begin || end == width || is_total(row.cells[0]) || is_total(row.cells[end])) return;
  const bool only_number = numbered && !number_printed && end == 1;
  for (std::size_t column = end; column + 1 < width && !only_number; ++column) {
    if (row.cells[column].empty()) return;
  }
  for (std::size_t column = begin; column < end; ++column) row.cells[column] = above.cells[column];
}

}  // namespace

void fill_merged(std::vector<CellRow>& rows, bool numbered) {
  const CellRow* above = nullptr;
  for (CellRow& row : rows) {
    if (row.group) {
      above = nullptr;
      continue;
    }
    if (above != nullptr) fill_from(*above, row, numbered);
    above = &row;
  }
}

}  // namespace reportal::raw
