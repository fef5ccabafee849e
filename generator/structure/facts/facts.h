// Facts: what a document says in numbers of its school, each with name, value, unit, year and place. And where it says two
// values of one quantity.
//
// A number counts as a fact when a reader could put it into a table: a name and a value. So no dates, ordinals, names or
// slogans, no headings, captions and tables, no requirements (至少完成 2 次), no figures of a country, a company or a village.

#pragma once

#include "base/problem.h"
#include "model/document.h"
#include "model/source.h"
#include "structure/references.h"

namespace reportal {

/// Fills document.facts, in the order of blocks, items and bytes. The year of the document must be known.
void find_facts(Document& document, const LineOfText& line_of);

/// Tells of quantities that the document gives two values. document.facts must be complete.
void report_contradictions(const Document& document, const Source& source, Problems& problems);

}  // namespace reportal
