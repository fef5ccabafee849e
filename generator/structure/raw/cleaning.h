// What was joined on the way from lines to paragraphs, for the cleaning record. What was left out needs no note: it is a block.

#pragma once

#include "structure/raw/assembly.h"

namespace reportal::raw {

/// Fills the counts and joins of document.cleaning.
void record_joins(const Marked& marked, const JoinedLines& joined, Document& document);

}  // namespace reportal::raw
