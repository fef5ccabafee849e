// Raw report text to a document: every step of this folder, in order.

#pragma once

#include "base/problem.h"
#include "model/document.h"
#include "model/source.h"

namespace reportal::raw {

/// Fills document.blocks, references and pieces, and what of its title, school, year and kind the metadata leaves open;
/// what was doubtful goes to `problems`.
void understand(const Source& source, Document& document, Problems& problems);

}  // namespace reportal::raw
