// Which lines belong to the body of a table.
//
// The lines behind a caption are rows until running text resumes. A line says by its looks which of both it is: a running number that
// is the next one, words parted like cells, a line end without a blank line speak for a row; a full line, a comma, a sentence's end
// speak for text. The body ends where the sum of what speaks for rows is greatest. Where a page break pushed text between two halves
// of a table, its header is printed again at the start of the second half.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/titles/captions.h"

namespace reportal::raw {

struct TableExtent {
  std::vector<std::uint32_t> body;  ///< indices of its lines, ascending; captions of its continuation among them
  bool continues = false;           ///< its caption goes on with an earlier table, which has its lines
};

/// The extents of the tables in the order of captions.captions; marks their lines as table_body.
[[nodiscard]] std::vector<TableExtent> find_extents(std::vector<Line>& lines, const Captions& captions, const Widths& widths);

}  // namespace reportal::raw
