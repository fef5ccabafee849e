// Newspaper pages and articles in raw OCR text: titles marked with # and ##, bylines, photo credits; and the pieces of a file
// that holds several. Level alone does not tell a piece's title from a sub-heading: a byline near it does.

#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "structure/raw/titles/headings.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

/// Marks # headings, bylines and credits; what it returns is counted on from `headings`.
void mark_newspaper(std::vector<Line>& lines, std::vector<FoundHeading>& headings);

/// Marks titles that have neither number nor #, in text that is not wrapped: short lines without punctuation above long ones.
/// One with a byline right before or a dateline right behind it is a piece's (level 1), others are sub-headings.
void mark_plain_titles(std::vector<Line>& lines, const Widths& widths, std::vector<FoundHeading>& headings);

/// Fills document.pieces where there are several, and sets the levels of their headings.
void find_pieces(Document& document);

}  // namespace reportal::raw
