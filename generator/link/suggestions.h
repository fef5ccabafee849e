// What an editor could add to the vocabulary, and what in it does no work: proposals found by the way names of schools and
// organisations are made, entries that no text names, and names hidden in longer names of others.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "link/link.h"

namespace reportal {

/// A name that texts use and the vocabulary lacks.
struct Suggestion {
  std::string name;
  EntityKind kind = EntityKind::organisation;  ///< school or organisation: which file it belongs into
  std::string_view type;                       ///< "college", "company" …, as the file's `kind` has it
  std::vector<std::string> forms;              ///< short names that a text gives in brackets: （简称“…”）
  std::uint32_t count = 0;                     ///< how often it stands in the texts
  struct Found {
    std::string file;
    std::uint32_t line = 0;  ///< on which its paragraph begins
  };
  std::vector<Found> places;                   ///< the first few
};

/// A form of one entry that stands inside a form of another: there the longer one is meant.
struct ShadowedForm {
  std::string form, longer;
  std::string of, longer_of;  ///< names of the two entries
};

/// An entry that no text names.
struct UnnamedEntry {
  EntityKind kind;
  std::string id, name;
};

struct VocabularyReview {
  std::vector<Suggestion> suggestions;  ///< the most frequent first
  std::vector<UnnamedEntry> unnamed;    ///< schools, organisations, topics and terms, in the order of their files
  std::vector<ShadowedForm> shadowed;
};

[[nodiscard]] VocabularyReview review_vocabulary(const Library& library, const Links& links);

}  // namespace reportal
