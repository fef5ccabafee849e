// Lines of newspaper pages and articles: titles, who wrote and photographed, what the page prints around its pieces.
//
// OCR text of a page has a paragraph a line. Titles carry # marks of any level, or none at all: then they are short lines that
// stand at a byline, at the dateline of a report, behind the end of the piece before, or apart.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/furniture.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/pieces/bylines.h"
#include "structure/raw/titles/headings.h"

namespace reportal::raw {

struct Press {
  struct Title {
    std::uint32_t line = 0;  ///< index into the lines
    int marks = 0;           ///< number of its # marks, which are gone from the line
  };
  Masthead masthead;          ///< of the page, with the date that it gives
  std::vector<Title> titles;  ///< lines with # marks, still text: they may be headings, cases or captions with a number
};

/// Marks bylines, lines under photos, lines of editors and mastheads, and takes # marks off titles; to be done before captions
/// and headings.
[[nodiscard]] Press mark_newspaper(std::vector<Line>& lines, const Widths& widths, Furniture& furniture);

/// Marks titles that are still text when captions and headings are marked. Without # marks a title is a short line; in wrapped
/// text only one at a byline or a dateline, and none in a report.
void mark_titles(const Press& press, std::vector<Line>& lines, const Widths& widths, bool report,
                 std::vector<FoundHeading>& headings);

}  // namespace reportal::raw
