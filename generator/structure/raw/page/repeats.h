// Text that an OCR engine wrote down again and again: a very long line that stood there before, or
// lines that stood one behind the other before.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

/// Marks repeats; their detail is the index of the line that is kept. Only in text that is not wrapped, where a line is a
/// paragraph: in wrapped text a line is too short to tell a repeat from a phrase.
void mark_repeats(std::vector<Line>& lines, const Widths& widths);

}  // namespace reportal::raw
