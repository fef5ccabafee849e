// How far a case reaches. Its title stands above a box; where the box ends is not printed.
//
// Boxes are mostly set in another width than the text around them. Paragraphs right behind a case title are surely inside,
// those right behind a heading surely outside: the widths of their lines say how well any paragraph between a case title and
// the next heading fits either side. The end is put where the fit of both sides together is best; where widths say little, a
// box ends behind its figure or with its section.

#pragma once

#include <cstdint>

#include "model/document.h"
#include "structure/raw/assembly.h"

namespace reportal::raw {

/// Sets Block::inside_case.
void set_case_extents(const Marked& marked, const JoinedLines& joined, Document& document);

}  // namespace reportal::raw
