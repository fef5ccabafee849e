// What an editor says of lines, in front matter or by a mark in the text, overrules what would be found.
//
// It is applied right behind read_lines: lines get their kind before any step looks for it, and the steps only touch lines that
// have none. What an entry says of a heading, caption or case is read from the line by the same functions as everywhere, as far
// as the entry leaves it open. An entry that does not hold (any more) is told and left out, never half applied.

#pragma once

#include <vector>

#include "structure/raw/assembly.h"
#include "structure/raw/doubts.h"

namespace reportal::raw {

/// Sets what `corrections`, the marks in the text and `cases` of the front matter say. What was applied goes to
/// document.cleaning.
void apply_corrections(const Source& source, const std::vector<Correction>& corrections, Marked& marked, Document& document,
                       const Doubts& doubts);

/// Once all lines have their kinds: one that goes on with the line before becomes running text where that is no title, caption
/// or note.
void settle_joined(std::vector<Line>& lines);

/// Tells which of the applied corrections came to nothing in the finished `document`. `as_found` is the same source understood
/// without them.
void check_corrections(const Source& source, const Document& document, const Document& as_found, const Doubts& doubts);

}  // namespace reportal::raw
