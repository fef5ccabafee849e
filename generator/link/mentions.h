// Mentions: where the paragraphs and lists of a document name a school or an organisation.

#pragma once

#include <cstdint>
#include <vector>

#include "link/link.h"
#include "link/names.h"

namespace reportal {

/// All mentions in one document, by block, item and place. The first of each entity in its section, or in its case, is `linked`, unless it
/// stands in a link or code or across the edge of another span; then the next one that does not.
[[nodiscard]] std::vector<Mention> find_mentions(const Document& document, std::uint32_t index, int own_school, const NameMatcher& names);

}  // namespace reportal
