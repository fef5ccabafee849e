// Text that an OCR engine wrote down again and again (loops.h), as lines.
//
// Whole lines are dropped, and only where all they say stands in lines that are kept. Of two copies that follow each other
// the sound one is kept; one that says more than another always is.

#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"
#include "structure/raw/page/furniture.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

/// Marks repeats. Returns the lines that are kept instead, by the detail of the repeats; repeats that stand one behind the
/// other and repeat lines that do share a detail.
[[nodiscard]] std::vector<LineRange> mark_repeats(std::vector<Line>& lines, const Furniture& furniture, const Widths& widths);

}  // namespace reportal::raw
