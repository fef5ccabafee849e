// The review of the vocabulary as text: entries ready to paste into schools.yaml and organisations.yaml, and what else was seen.

#pragma once

#include <string>

#include "base/problem.h"
#include "link/suggestions.h"

namespace reportal {

/// YAML with comments; what is no entry is a comment. Ends with a line end.
[[nodiscard]] std::string write_vocabulary_review(const VocabularyReview& review, Language language);

}  // namespace reportal
