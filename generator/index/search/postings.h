// Which passages hold what: the postings of every character and every two that follow each other in a folded text, and, for
// titles, of two letters that follow each other in their pinyin and in the initials of its syllables.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/search/passages.h"

namespace reportal::index {

/// A key is a character, two characters, or a mark and two letters: "学", "学校", "pxu", "ixx". A pinyin key is longer than any
/// other.
struct PostingShards {
  std::vector<std::string> shards;   ///< a number → a JSON object: key → number_set of passages
  std::vector<char32_t> characters;  ///< all that occur in folded texts, ascending
};

/// The shard of a key, as search-engine.js computes it.
[[nodiscard]] std::uint32_t posting_shard(std::u16string_view key, std::size_t count);

[[nodiscard]] PostingShards make_postings(const SearchedText& text, unsigned jobs);

}  // namespace reportal::index
