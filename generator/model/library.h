// All documents of a portal in one fixed order, and the cases in them.

#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"
#include "model/portal.h"
#include "model/source.h"

namespace reportal {

/// A case: one of a report, or a document of its own from content/cases/.
struct Case {
  std::uint32_t document = 0;
  std::int32_t block = -1;        ///< its CaseTitle; -1 for a document of its own
  std::vector<std::uint32_t> blocks;  ///< what stands in it, its title left out
};

struct Library {
  Settings settings;
  Vocabulary vocabulary;
  std::vector<Document> documents;  ///< by kind, then by id
  std::vector<Case> cases;          ///< in the order of documents and blocks
  std::vector<GivenValue> values;   ///< of indicators, from values/*.csv

  [[nodiscard]] std::vector<std::uint32_t> of_kind(DocumentKind kind) const;
};

/// The tag of the language that a document is written in: the portal's where it says nothing.
[[nodiscard]] const std::string& document_language(const Document& document, const Settings& settings);

/// Puts documents (any order) into the library's order and lists their cases.
[[nodiscard]] Library make_library(Settings settings, Vocabulary vocabulary, std::vector<Document> documents,
                                  std::vector<GivenValue> values = {});

}  // namespace reportal
