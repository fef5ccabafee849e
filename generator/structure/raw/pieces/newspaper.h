// Lines of newspaper pages and articles: titles, who wrote and photographed, what the page prints around its pieces.
//
// OCR text of a page has a paragraph a line. Titles carry # marks of any level, or none at all: then they are short lines that
// stand at a byline, at the dateline of a report, behind the end of the piece before, or apart.

#pragma once

#include <vector>

#include "structure/raw/page/furniture.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/pieces/bylines.h"
#include "structure/raw/titles/headings.h"

namespace reportal::raw {

struct Press {
  Masthead masthead;          ///< of the page, with the date that it gives
  bool marks_titles = false;  ///< titles carry # marks
};

/// Marks titles with # marks, bylines, lines under photos, lines of editors and mastheads; to be done before captions and
/// headings.
[[nodiscard]] Press mark_newspaper(std::vector<Line>& lines, const Widths& widths, Furniture& furniture,
                                   std::vector<FoundHeading>& headings);

/// Marks titles that carry no # marks; to be done when everything else is marked. Where text is wrapped, a short line is one only
/// at a byline or a dateline.
void mark_plain_titles(std::vector<Line>& lines, const Widths& widths, std::vector<FoundHeading>& headings);

}  // namespace reportal::raw
