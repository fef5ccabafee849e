// From marked lines to the blocks of a document: running text is joined into paragraphs, each marked line becomes its block,
// and every line that is not blank lands in exactly one of them.

#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"
#include "structure/raw/cases/cases.h"
#include "structure/raw/page/furniture.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/tables/tables.h"
#include "structure/raw/titles/captions.h"
#include "structure/raw/titles/headings.h"

namespace reportal::raw {

/// Where a line begins in the text of its paragraph or list item.
struct JoinedLine {
  std::uint32_t line = 0;    ///< index into the lines
  std::uint32_t offset = 0;  ///< in that text
  std::uint32_t item = 0;    ///< of a list
};

/// The lines of the paragraphs, for the steps that need to go back to them.
struct JoinedLines {
  std::vector<JoinedLine> lines;
  struct Range {
    std::uint32_t first = 0, last = 0;
  };                            ///< [first, last) of lines
  std::vector<Range> of_block;  ///< by block; empty for blocks that are no paragraph and no list
};

struct Marked {
  std::vector<Line> lines;
  Widths widths;
  Furniture furniture;
  Captions captions;
  std::vector<FoundHeading> headings;
  std::vector<std::uint8_t> paragraph_starts;  ///< by line
  std::vector<CaseExtent> cases;
  std::vector<FoundTable> tables;        ///< by the detail of a table line's caption
  std::vector<LineRange> kept;           ///< by the detail of a repeat: the lines that are kept instead
  std::vector<std::uint32_t> case_ends;  ///< physical lines on or before which a case ends by an editor's word, ascending
};

/// Fills document.blocks, without sections.
[[nodiscard]] JoinedLines assemble_blocks(const Marked& marked, Document& document);

/// The lines of `indices` joined as running text.
[[nodiscard]] std::string_view join_lines(const std::vector<Line>& lines, const std::vector<std::uint32_t>& indices,
                                          std::string_view first, StringPool& strings,
                                          std::vector<JoinedLine>* joined = nullptr);

}  // namespace reportal::raw
