// Resolving what front matter names: schools, topics, channels, cases; and saying what is unknown, with the nearest name.

#pragma once

#include <cstdint>
#include <vector>

#include "base/problem.h"
#include "link/link.h"
#include "link/topics.h"

namespace reportal {

/// The schools that the front matter names, in its order, without those that the vocabulary does not know. Where it names none, the school
/// that the document's text is about.
[[nodiscard]] std::vector<std::uint32_t> resolve_schools(const Document& document, const Vocabulary& vocabulary, Problems& problems);

/// Index in Settings::channels of an article's channel, -1 if it has none or an unknown one.
[[nodiscard]] int resolve_channel(const Document& document, const Settings& settings);

/// Reports topics and cases of the front matter that do not exist, and references of the text that lead nowhere.
void report_unresolved(const Document& document, const Vocabulary& vocabulary, const TopicPlacer& topics, Problems& problems);

}  // namespace reportal
