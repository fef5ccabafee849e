// Placing cases, reports and articles under topics, and saying why: front matter says so, a section's title does, or words are found.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/link.h"
#include "link/names.h"

namespace reportal {

/// Holds the topics' words and section titles ready for search. All texts are compared folded.
class TopicPlacer {
 public:
  explicit TopicPlacer(const Vocabulary& vocabulary);

  /// The topics of cases that all belong to `document`, one list a case. A topic stands once, with its strongest reason; front matter comes
  /// first, then section titles (the innermost first), then words in titles and tags, then words in the text (the most frequent first).
  [[nodiscard]] std::vector<std::vector<Placement>> place_cases(const Document& document, std::span<const Case> cases) const;
  /// The topics of a whole report or article: its front matter, and tags that are words of a topic.
  [[nodiscard]] std::vector<Placement> place_document(const Document& document) const;
  /// The topic with this id or name, -1 if there is none.
  [[nodiscard]] int find(std::string_view id_or_name) const;

 private:
  struct Word {
    std::uint32_t topic;
    std::string printed;
  };
  struct Found;

  void place_by_front_matter(const std::vector<std::string>& topics, std::vector<Placement>& placements) const;
  void place_by_section(std::string_view title, std::vector<Placement>& placements) const;
  void place_by_words(const Document& document, const Case& one, std::vector<Placement>& placements) const;
  void count_words(std::string_view text, std::vector<Found>& found, bool strong) const;

  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> sections_;  ///< folded title → topics
  std::unordered_map<std::string, std::uint32_t> names_;                  ///< id and folded name → topic
  Trie trie_;
  std::vector<std::vector<Word>> words_;  ///< by word of the trie
};

}  // namespace reportal
