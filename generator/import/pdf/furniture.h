// Running heads, feet and page numbers: lines at the upper or lower edge of a page that come back at the same height of other
// pages.

#pragma once

#include <vector>

#include "import/pdf/layout.h"

namespace reportal::pdf {

/// Marks them. They stay in the text: what is shown to readers is not decided here.
void mark_furniture(std::vector<TextLine>& lines);

}  // namespace reportal::pdf
