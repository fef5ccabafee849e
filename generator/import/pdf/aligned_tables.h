// Tables without vertical rules: a rule above, one below, often one under the header (三线表), one under each row, or none at
// all.
//
// Columns are what white space parts on all lines of the table; running text leaves no such gaps. Where a table begins and ends
// is told by its rules, by the edges of the page that it is cut at, or, without rules, by its caption. Rows are told by rules,
// or by distance: the lines of one cell stand closer to each other than two rows do.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "import/pdf/page.h"
#include "import/pdf/printed_lines.h"

namespace reportal::pdf {

struct AlignedTable {
  std::size_t first = 0, last = 0;             ///< [first, last) of the lines
  std::vector<std::vector<std::string>> rows;  ///< as many cells each
};

/// The tables in lines of one region, in order. `across`: rules that are part of no frame, from top to bottom.
[[nodiscard]] std::vector<AlignedTable> find_aligned_tables(const std::vector<PrintedLine>& lines,
                                                            const std::vector<Rule>& across);

}  // namespace reportal::pdf
