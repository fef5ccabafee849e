// What was understood of a source, written out: as JSON for programs, as tagged lines for editors.

#pragma once

#include <string>

#include "model/document.h"
#include "model/source.h"

namespace reportal {

/// One JSON object: source, kind, title, school, year, blocks, references, facts, documents.
[[nodiscard]] std::string dump_json(const Document& document);

/// The source, each line with its number and a tag before it: what the line was taken for.
[[nodiscard]] std::string dump_lines(const Document& document, const Source& source);

}  // namespace reportal
