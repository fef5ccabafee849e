// Running text that is set in columns beside each other, as newspapers and some reports have it.

#pragma once

#include <cstddef>
#include <vector>

#include "import/pdf/printed_lines.h"

namespace reportal::pdf {

/// Lines [first, last) are two columns: text left of the gutter comes first, then text right of it. Either may hold columns
/// again.
struct ColumnRun {
  std::size_t first = 0, last = 0;
  float gutter = 0;
};

/// A gutter is a gap that holds over many lines, with text on both sides that fills its column to both edges. Cells of tables
/// do not, and their rules (`across`) run over the gap.
[[nodiscard]] std::vector<ColumnRun> find_columns(const std::vector<PrintedLine>& lines, const std::vector<Rule>& across);

}  // namespace reportal::pdf
