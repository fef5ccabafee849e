// Which lines belong to the body of a table.
//
// The lines behind a caption are rows until running text resumes. A line says by its looks which of both it is: a running
// number that is the next one, words parted like cells, a line end without a blank line speak for a row; a full line, a comma,
// a sentence's end speak for text. The body ends where the sum of what speaks for rows is greatest. Where a page break pushed
// text between two halves of a table, its header is printed again at the start of the second half. In some documents captions
// stand below their tables, which the lines around all captions together decide.

#pragma once

#include <cstdint>
#include <vector>

#include "model/metadata.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/titles/captions.h"

namespace reportal::raw {

struct TableExtent {
  std::vector<std::uint32_t> body;  ///< indices of its lines, ascending; captions of its continuation among them
  bool begins_on_caption = false;   ///< it has no caption; the line marked as such is its header
  bool continues = false;           ///< its caption goes on with an earlier table, which has its lines
};

/// The extents of the tables in the order of captions.captions; marks their lines as table_body. Tables written with | that
/// have no caption get an empty one. Where `metadata` gives the columns of a table, less has to speak for its rows.
[[nodiscard]] std::vector<TableExtent> find_extents(std::vector<Line>& lines, Captions& captions, const Widths& widths,
                                                    const Metadata& metadata);

}  // namespace reportal::raw
