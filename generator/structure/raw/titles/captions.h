// Captions of figures and tables, lines that say where data comes from, titles of cases: lines known by how they begin.
//
// A caption stands alone; a sentence can begin with the same words (图 1-1 显示…) or a wrapped line with the end of a reference
// (…见 | 表 1-1，…). They are told apart by what stands before and behind, never by the caption's words. A number is given
// once: a line that may be either is a caption only if no other line is surely the caption of that number.

#pragma once

#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/titles/labels.h"

namespace reportal::raw {

struct Captions {
  std::vector<Caption> captions;  ///< by the detail of a figure or table line
  std::vector<Caption> cases;     ///< by the detail of a case title
};

/// Marks captions, case titles and notes. Of a list of figures or cases without page numbers the entries become contents.
/// `given` holds the captions and case titles that are marked already.
[[nodiscard]] Captions mark_captions(std::vector<Line>& lines, const Widths& widths, Captions given = {});

}  // namespace reportal::raw
