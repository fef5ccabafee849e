// Boxes and tables of a page, from the rules that are drawn on it.
//
// Rules that touch each other make a frame. Its rules cut it into cells; where a wall is missing, cells are one. A frame whose
// words stand beside each other in cells is a table, any other is a box around text. Frames that a page break cuts lack a rule
// at their top or bottom and are closed there.

#pragma once

#include <cstddef>
#include <vector>

#include "import/pdf/page.h"

namespace reportal::pdf {

struct Frame {
  Box box;
  std::vector<float> columns, rows;            ///< places of the walls, the outer ones included; at least two of each
  std::vector<std::size_t> cells;              ///< of each field, row by row: the first field of the cell it belongs to
  bool open_top = false, open_bottom = false;  ///< no rule is drawn there

  [[nodiscard]] std::size_t column_count() const { return columns.size() - 1; }
  [[nodiscard]] std::size_t row_count() const { return rows.size() - 1; }
  [[nodiscard]] bool is_table() const { return column_count() > 1; }
  /// The field that holds a place in the frame.
  [[nodiscard]] std::size_t field_at(float x, float y) const;
};

/// The frames of a page, larger ones first. Frames without words and the border of the page are left out.
[[nodiscard]] std::vector<Frame> find_frames(const Page& page);

/// Horizontal rules that no vertical one touches, from top to bottom.
[[nodiscard]] std::vector<Rule> free_rules(const Page& page);

}  // namespace reportal::pdf
