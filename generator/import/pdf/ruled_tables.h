// Tables without vertical rules: a rule above, one below, often one under the header (三线表), or one under each row.
//
// Columns are what white space parts on all lines between the rules; running text leaves no such gaps. Rows are told by rules, or by
// distance: the lines of one cell stand closer to each other than two rows do.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "import/pdf/page.h"

namespace reportal::pdf {

struct RuledTable {
  Box box;
  std::vector<std::vector<std::string>> rows;  ///< as many cells each
};

/// Takes the words of such tables out of `words`. `across`: rules that are part of no frame, from top to bottom.
[[nodiscard]] std::vector<RuledTable> take_ruled_tables(const std::vector<Rule>& across, std::vector<Word>& words);

}  // namespace reportal::pdf
