// Mentions: where the texts of a document name something of the vocabulary.

#pragma once

#include <cstdint>
#include <vector>

#include "link/link.h"
#include "link/names.h"

namespace reportal {

/// All mentions in one document, by block, item and place. The first of each entity in its section, or in its case, counts them. The first in running
/// text is `linked`, unless it stands in a link or code or across the edge of another span; then the next one that does not.
[[nodiscard]] std::vector<Mention> find_mentions(const Document& document, std::uint32_t index, int own_school, const NameMatcher& names);

}  // namespace reportal
