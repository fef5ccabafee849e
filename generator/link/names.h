// Finding names in text: a double-array trie over the bytes of all forms, walked from the places where one may start.
//
// Most places are passed over by one look into a filter of how words begin, which is small enough to stay near the processor.
// Trie knows texts and numbers alone. NameMatcher puts the vocabulary into one: which form names which school or organisation,
// everywhere or only in the documents of one school.

#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "link/link.h"

namespace reportal {

/// Tells places in a text where no word starts, by the first bytes of the words: up to six, which are two Chinese characters.
class StartFilter {
 public:
  StartFilter() = default;
  explicit StartFilter(std::span<const std::string_view> words);

  [[nodiscard]] bool may_start(std::string_view text, std::size_t offset) const {
    const std::uint64_t mask = masks_[static_cast<unsigned char>(text[offset])];
    if (mask == 0) return false;  // no word begins with this byte
    std::uint64_t bytes = 0;
    if (text.size() - offset < sizeof bytes) return true;
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    return starts_[slot(bytes & mask)];
  }

 private:
  static constexpr int slot_bits = 15;
  static std::size_t slot(std::uint64_t start) { return (start * 0x9E3779B97F4A7C15ULL) >> (64 - slot_bits); }

  std::array<std::uint64_t, 256> masks_{};  ///< by first byte: covers the bytes that are looked at, as many as all words have
  std::bitset<std::size_t{1} << slot_bits> starts_;  ///< by the slot of a word's masked start
};

/// A fixed set of words, each with its position in the list that the trie was made from.
class Trie {
 public:
  Trie() = default;
  /// `words` must be sorted and without duplicates; empty ones are left out.
  explicit Trie(std::span<const std::string_view> words);

  /// Calls visit(word, end) for every word that starts at text[offset], shorter ones first; `end` is the offset behind it. A space that is
  /// only typography (see typographic_space) does not count: TÜV 莱茵 is found as TÜV莱茵.
  template <typename Visit>
  void visit_at(std::string_view text, std::size_t offset, Visit visit) const {
    std::uint32_t node = 0;
    for (std::size_t i = offset; i < text.size(); ++i) {
      if (text[i] == ' ' && i > offset && typographic_space(text, i)) continue;
      const std::uint32_t next = nodes_[node].base + static_cast<unsigned char>(text[i]);
      if (next >= nodes_.size() || nodes_[next].parent != node) return;
      node = next;
      if (nodes_[node].word != no_word) visit(nodes_[node].word, i + 1);
    }
  }

  /// The first place at or behind `offset` where a word may start, text.size() if there is none. `text` is valid UTF-8.
  [[nodiscard]] std::size_t next_start(std::string_view text, std::size_t offset) const {
    while (offset < text.size() && !filter_.may_start(text, offset)) offset += sequence_length(text[offset]);
    return std::min(offset, text.size());
  }

 private:
  /// The space at text[i] stands beside a Latin letter, a digit or a mark; one between two Chinese characters parts what it stands between.
  static bool typographic_space(std::string_view text, std::size_t i) {
    const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' '; };
    return i + 1 < text.size() && text[i + 1] != ' ' && text[i - 1] != ' ' && (ascii(text[i - 1]) || ascii(text[i + 1]));
  }

  /// Of a character by its first byte; 1 inside of one.
  static constexpr std::size_t sequence_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  }

  static constexpr std::uint32_t no_word = 0xFFFFFFFF;
  static constexpr std::uint32_t no_node = 0xFFFFFFFF;
  struct Node {
    std::uint32_t base = 0;          ///< a child over byte b stands at base + b
    std::uint32_t parent = no_node;  ///< no_node: this place is free
    std::uint32_t word = no_word;
  };
  class Builder;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  StartFilter filter_;
};

struct NameHit {
  EntityRef entity;
  std::uint32_t first = 0, last = 0;  ///< bytes
  std::uint32_t form = 0;             ///< which of NameMatcher::forms()
};

/// The names of all schools, organisations, topics and terms.
///
/// A name inside a longer word is none. What tells: a longer name of the vocabulary that covers it (长沙民政职业技术学院 is not 长沙民政); a letter
/// or digit that goes on; for short Chinese names the word that the dictionary sees there (北京东方 holds no 京东, 理工院校 no 工院); behind
/// the name of a school the word that makes it another body (出版社, 附属中学).
class NameMatcher {
 public:
  /// A form that names two schools or organisations is reported and names neither, except in documents about one of them. One that
  /// names a school or organisation names no topic or term, and a topic goes before a term.
  NameMatcher(const Vocabulary& vocabulary, Problems& problems);

  /// The term that a form names beside a topic (产教融合 may be both); -1 where there is none.
  [[nodiscard]] int term_beside_topic(std::uint32_t form) const;

  /// All forms, sorted.
  [[nodiscard]] const std::vector<std::string>& forms() const { return forms_; }

  /// Replaces `hits` by the names in `text`, in order and not overlapping: of names that overlap the longer one stands. `own_school` is the
  /// school that the text is about (-1: none), for forms that hold only there.
  void find(std::string_view text, int own_school, std::vector<NameHit>& hits) const;

 private:
  struct Holder {
    EntityRef entity;
    bool own_only;  ///< names the school only in its own documents
  };
  struct Holders {
    std::uint32_t first = 0, count = 0;  ///< in holders_
    bool suspect = false;                ///< so short that it may be a part of a longer word
  };

  /// Whom a form means, `nobody` where it means several; nothing where it is no name in these documents.
  const Holder* meant(const Holders& holders, int own_school) const;
  /// The stretch stands inside a longer word, or begins the name of another body.
  bool is_part_of_other(std::string_view text, std::size_t first, std::size_t last, const Holders& holders, const Holder& holder) const;
  static const Holder nobody;

  Trie trie_;
  std::vector<std::string> forms_;  ///< by word of the trie
  std::vector<Holders> words_;      ///< by word of the trie
  std::vector<Holder> holders_;
};

}  // namespace reportal
