// Simple tables in raw text: a caption, a line of column names, rows.
//
// Text extraction prints the cells of a row with one space between them, cells of several lines below each other. Where cells
// end is judged by the number of columns and by the spaces: one between two Chinese characters parts cells, one beside a digit
// is mostly only typography. A body that does not come out as rows of the expected shape is kept as printed.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/metadata.h"
#include "structure/raw/titles/captions.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

struct FoundTable {
  struct Row {
    std::vector<std::string> cells;
    bool group = false;
  };
  std::vector<std::uint32_t> body;  ///< line indices
  std::vector<std::string> columns;
  std::vector<Row> rows;  ///< empty where the body was not understood
  double confidence = 1;
};

/// Marks the bodies of tables and reads them; what it returns stands in the order of captions.captions.
[[nodiscard]] std::vector<FoundTable> read_tables(std::vector<Line>& lines, const Captions& captions, const Widths& widths,
                                                  const Metadata& metadata);

}  // namespace reportal::raw
