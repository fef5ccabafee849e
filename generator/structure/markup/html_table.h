// Rows of an HTML table as its tags give them, and the table they make: cells that span rows or columns are repeated where they
// reach, so that each row says all that holds for it.

#pragma once

#include <cstdint>
#include <vector>

#include "base/text.h"
#include "model/document.h"

namespace reportal::markup {

class HtmlTable {
 public:
  void begin_row(bool in_head) { rows_.push_back({.in_head = in_head, .cells = {}}); }
  void add_cell(RichText text, bool header, std::uint32_t columns, std::uint32_t rows);
  void set_caption(RichText caption) { caption_ = std::move(caption); }

  /// The header is what stands in thead, else a first row of header cells or of bold ones. A row of one cell over the whole
  /// width is a group row.
  [[nodiscard]] Table finish(StringPool& pool);

 private:
  struct Cell {
    RichText text;
    bool header;
    std::uint32_t columns, rows;
  };
  struct Row {
    bool in_head;
    std::vector<Cell> cells;
  };

  [[nodiscard]] std::size_t header_rows() const;
  [[nodiscard]] std::vector<std::vector<RichText>> expanded() const;

  std::vector<Row> rows_;
  RichText caption_;
};

}  // namespace reportal::markup
