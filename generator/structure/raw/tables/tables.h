// Tables in raw text: which lines they stand on, and what rows and columns these lines print.
//
// extent.h says which lines are a table's, cells.h reads them; a table whose reading is not sure enough keeps its lines as
// printed, and the user is told how to give its columns.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/metadata.h"
#include "structure/raw/doubts.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/titles/captions.h"

namespace reportal::raw {

struct FoundTable {
  struct Row {
    std::vector<std::string> cells;
    bool group = false;
  };
  std::vector<std::uint32_t> body;  ///< line indices, ascending
  std::vector<std::string> columns;
  std::vector<Row> rows;  ///< empty where the body was not understood
  double confidence = 1;
  bool continues = false;  ///< its caption goes on with an earlier table, whose body holds its lines
};

/// Marks the bodies of tables and reads them, also of those written with | that have no caption, which get an empty one; what
/// it returns stands in the order of captions.captions.
[[nodiscard]] std::vector<FoundTable> read_tables(std::vector<Line>& lines, Captions& captions, const Widths& widths,
                                                  const Metadata& metadata, const Doubts& doubts);

}  // namespace reportal::raw
