// Prints the body of a table as text extraction does.
//
// `printed`: the cells of a row that take one line stand on a line together, a space between them; a cell of several lines puts
// each of them on a line of its own, and what stands beside it follows without a blank line. `narrow`: the same with narrow
// columns. `aligned`: as on paper, cells padded with spaces. `tabs`: a row a line. `a-cell-a-line`: as copied from a word
// processor.

#pragma once

#include <string_view>

#include "account.h"
#include "pages.h"
#include "report.h"
#include "style.h"

namespace reportal::printer {

/// `continued` is what is printed at the top of a further page where the style prints 续表; "" prints the header alone.
void print_table(const TableContent& table, std::uint64_t seed, std::string_view continued, const Style& style,
                 int digit_space_percent, std::uint32_t width, Pages& pages, TableAccount& account);

}  // namespace reportal::printer
