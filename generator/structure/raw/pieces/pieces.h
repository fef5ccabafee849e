// The pieces of a newspaper page.
//
// A title and a sub-heading look alike, so what stands at them decides: the byline or dateline below a title, the names at the
// end of the piece before it. Bylines that were set at the end of several pieces and were recognised one behind the other go to
// those pieces in order. What stands before the first title is a piece without one.

#pragma once

#include "model/document.h"
#include "structure/raw/doubts.h"
#include "structure/raw/pieces/bylines.h"

namespace reportal::raw {

/// Sets the pieces of `document` where it holds several, and makes their titles headings of level 1.
void find_pieces(const Masthead& masthead, Document& document, const Doubts& doubts);

}  // namespace reportal::raw
