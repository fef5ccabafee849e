// Headings whose number does not go on with the one before: 1.4.1.8 behind 1.4.2.7, 1.2 twice, 3.1 behind 1.4.
//
// They are kept as printed; the editor is told, since it is a slip of the author or a row of a table that was taken for a heading.

#pragma once

#include "model/document.h"
#include "structure/raw/doubts.h"

namespace reportal::raw {

void report_misnumbered(const Document& document, const Doubts& doubts);

}  // namespace reportal::raw
