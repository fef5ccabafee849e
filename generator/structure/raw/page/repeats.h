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

struct Repeats {
  std::vector<LineRange> kept;        ///< by the detail of a repeat: the lines that are kept instead
  std::vector<std::uint32_t> partly;  ///< physical lines that repeat others in part and were kept whole
};

/// Marks repeats; those that stand one behind the other and repeat lines that do share a detail. `given` holds what is kept for
/// lines that are repeats already.
[[nodiscard]] Repeats mark_repeats(std::vector<Line>& lines, const Furniture& furniture, const Widths& widths,
                                   std::vector<LineRange> given = {});

}  // namespace reportal::raw
