// Headings whose number does not go on with the ones before: 1.4.1.8 behind 1.4.2.7, 1.2 twice, 四、 behind 二、, （二） as the
// first.
//
// They are kept as printed; the editor is told, since it is a slip of the author, a heading that was not found, or a row of a
// table that was taken for one. A slip is told once: what follows it is held against the numbering as it was meant.

#pragma once

#include "model/document.h"
#include "structure/raw/doubts.h"

namespace reportal::raw {

void report_misnumbered(const Document& document, const Doubts& doubts);

}  // namespace reportal::raw
