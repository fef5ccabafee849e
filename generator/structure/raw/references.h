// References in running text to figures and tables of the same document: 见表 1-1, （见下图）, 如图 2-3 所示, 详见附表 2.

#pragma once

#include "model/document.h"
#include "structure/raw/assembly.h"

namespace reportal::raw {

/// Fills document.references. Cases must be set.
void find_references(const Marked& marked, const JoinedLines& joined, Document& document);

}  // namespace reportal::raw
