// Which documents are one text in several languages: front matter names the original (`translation_of`), and all that name one form a group
// with it.

#pragma once

#include <cstdint>
#include <vector>

#include "base/problem.h"
#include "model/library.h"

namespace reportal {

/// The original first, then by language; each member's list is the same, itself among them. Empty where there is one language only.
struct Translations {
  std::vector<std::vector<std::uint32_t>> documents;  ///< a document → documents
  std::vector<std::vector<std::uint32_t>> cases;      ///< a case → cases: of cases of their own, and of reports where one number says so
};

/// Reports originals that do not exist, are of another kind or translations themselves, and a language that stands twice; such a
/// translation stands by itself.
[[nodiscard]] Translations find_translations(const Library& library, Problems& problems);

}  // namespace reportal
