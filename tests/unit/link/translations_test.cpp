#include "link/translations.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace reportal;

namespace {

using Strings = std::vector<std::string>;

Document document(DocumentKind kind, std::string id, std::string language, std::string translation_of = {}) {
  Document made;
  made.kind = made.metadata.kind = kind;
  made.id = made.metadata.id = made.title = std::move(id);
  made.metadata.language = std::move(language);
  made.metadata.translation_of = std::move(translation_of);
  made.metadata.translation_of_place.file = made.id + ".md";
  return made;
}

Document report(std::string id, std::string language, std::string translation_of, const std::vector<const char*>& numbers) {
  Document made = document(DocumentKind::report, std::move(id), std::move(language), std::move(translation_of));
  for (const char* number : numbers) {
    Block block;
    block.content = CaseTitle{.number = number, .title = {}};
    made.blocks.push_back(std::move(block));
  }
  return made;
}

template <typename... Documents>
std::vector<Document> in_a_list(Documents... documents) {
  std::vector<Document> all;
  (all.push_back(std::move(documents)), ...);
  return all;
}

struct Portal {
  Library library;
  Problems problems;
  Translations found;

  template <typename... Documents>
  explicit Portal(Documents... documents)
      : library(make_library({}, {}, in_a_list(std::move(documents)...))), found(find_translations(library, problems)) {}

  [[nodiscard]] Strings versions(std::string_view id) const {
    Strings ids;
    for (std::size_t i = 0; i < library.documents.size(); ++i) {
      if (library.documents[i].id != id) continue;
      for (const std::uint32_t other : found.documents[i]) ids.push_back(library.documents[other].id);
    }
    return ids;
  }
  [[nodiscard]] Strings told() const {
    Strings lines;
    for (const Problem& problem : problems.sorted()) {
      std::string line = problem.place.file + " " + std::string(problem.kind->id);
      for (const std::string& argument : problem.arguments) line += " " + argument;
      lines.push_back(problem.suggestion.empty() ? line : line + " → " + problem.suggestion);
    }
    return lines;
  }
};

}  // namespace

TEST_CASE("all that translate one original form a group, the original first, then by language") {
  const Portal portal(document(DocumentKind::page, "about-fr", "fr", "about"), document(DocumentKind::page, "about-en", "en", "about"),
                      document(DocumentKind::page, "about", ""), document(DocumentKind::page, "else", "en"),
                      document(DocumentKind::article, "about", "en"));
  CHECK(portal.told() == Strings{});
  for (const char* id : {"about-en", "about-fr"}) CHECK(portal.versions(id) == Strings{"about", "about-en", "about-fr"});
  CHECK(portal.versions("about") == Strings{"about", "about-en", "about-fr"});
  CHECK(portal.versions("else").empty());
}

TEST_CASE("a page of a newspaper is an article") {
  const Portal portal(document(DocumentKind::newspaper, "paper", ""), document(DocumentKind::article, "paper-en", "en", "paper"));
  CHECK(portal.told() == Strings{});
  CHECK(portal.versions("paper") == Strings{"paper", "paper-en"});
}

TEST_CASE("a translation that names no right original stands by itself") {
  const Portal portal(document(DocumentKind::page, "a", ""), document(DocumentKind::page, "a-en", "en", "a"),
                      document(DocumentKind::page, "a-fr", "fr", "a-en"), document(DocumentKind::page, "a-de", "de", "a-de"),
                      document(DocumentKind::page, "a-ja", "ja", "news"), document(DocumentKind::page, "a-ko", "ko", "b"),
                      document(DocumentKind::article, "news", ""));
  CHECK(portal.told() == Strings{"a-de.md link/translation-of-itself a-de", "a-fr.md link/translation-of-translation a-en a",
                                 "a-ja.md link/original-of-another-kind news article page", "a-ko.md link/unknown-original b"});
  CHECK(portal.versions("a-en") == Strings{"a", "a-en"});
  for (const char* id : {"a-de", "a-fr", "a-ja", "a-ko", "news"}) CHECK(portal.versions(id).empty());
}

TEST_CASE("of two that translate each other neither is the original") {
  const Portal portal(document(DocumentKind::page, "a", "", "b"), document(DocumentKind::page, "b", "en", "a"));
  CHECK(portal.told() == Strings{"a.md link/translation-of-translation b a", "b.md link/translation-of-translation a b"});
}

TEST_CASE("a group has each language once") {
  const Portal portal(document(DocumentKind::page, "a", ""), document(DocumentKind::page, "a-1", "zh", "a"),
                      document(DocumentKind::page, "a-2", "en", "a"), document(DocumentKind::page, "a-3", "en-US", "a"));
  CHECK(portal.told() == Strings{"a-1.md link/language-twice a-1 a zh", "a-3.md link/language-twice a-3 a-2 en-US"});
  CHECK(portal.versions("a") == Strings{"a", "a-2"});
}

TEST_CASE("cases of reports are one where one printed number says so") {
  const Portal portal(report("r", "", "", {"1-1", "1-2", "2-1", "2-1", ""}), report("r-en", "en", "r", {"1-2", "2-1", "", "3-1"}),
                      document(DocumentKind::case_study, "own", ""), document(DocumentKind::case_study, "own-en", "en", "own"));
  CHECK(portal.told() == Strings{});
  using Indices = std::vector<std::uint32_t>;
  // Cases 0 to 4 are those of r, 5 to 8 those of r-en, 9 and 10 are documents of their own.
  CHECK(portal.found.cases == std::vector<Indices>{{}, {1, 5}, {}, {}, {}, {1, 5}, {}, {}, {}, {9, 10}, {9, 10}});
}
