#include "model/library.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace reportal {

namespace {

bool is_title_of(const Document& document, const Block& block) {
  if (const auto* title = as<CaseTitle>(block)) return title->title.text == document.title;
  const auto* heading = as<Heading>(block);
  return heading != nullptr && heading->level == 1 && heading->title.text == document.title;
}

/// The blocks of a document that a reader sees below its title.
std::vector<std::uint32_t> shown_blocks(const Document& document) {
  std::vector<std::uint32_t> shown;
  bool title_seen = false;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (is_furniture(block)) continue;
    if (!title_seen && is_title_of(document, block))
      title_seen = true;
    else
      shown.push_back(i);
  }
  return shown;
}

void append_cases_of_report(const Document& document, std::uint32_t index, std::vector<Case>& cases) {
  const std::size_t first = cases.size();
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (as<CaseTitle>(block) != nullptr) {
      cases.push_back({.document = index, .block = static_cast<std::int32_t>(i), .blocks = {}});
    } else if (block.inside_case >= 0 && !is_furniture(block)) {
      // A block stands behind its case's title, nearly always the last one seen.
      for (std::size_t at = cases.size(); at-- > first;) {
        if (cases[at].block != block.inside_case) continue;
        cases[at].blocks.push_back(i);
        break;
      }
    }
  }
}

}  // namespace

std::vector<std::uint32_t> Library::of_kind(DocumentKind kind) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    if (documents[i].kind == kind) found.push_back(i);
  }
  return found;
}

const std::string& document_language(const Document& document, const Settings& settings) {
  return document.metadata.language.empty() ? settings.language : document.metadata.language;
}

Library make_library(Settings settings, Vocabulary vocabulary, std::vector<Document> documents, std::vector<GivenValue> values) {
  Library library{.settings = std::move(settings),
                  .vocabulary = std::move(vocabulary),
                  .documents = std::move(documents),
                  .cases = {},
                  .values = std::move(values)};
  std::sort(library.documents.begin(), library.documents.end(), [](const Document& a, const Document& b) {
    return std::tie(a.kind, a.id, a.path) < std::tie(b.kind, b.id, b.path);
  });
  for (const std::uint32_t i : library.of_kind(DocumentKind::report))
    append_cases_of_report(library.documents[i], i, library.cases);
  for (const std::uint32_t i : library.of_kind(DocumentKind::case_study)) {
    library.cases.push_back({.document = i, .block = -1, .blocks = shown_blocks(library.documents[i])});
  }
  return library;
}

}  // namespace reportal
