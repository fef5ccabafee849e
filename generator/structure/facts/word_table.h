// Small closed word lists, asked at every character of a clause: which of the words stands here? A set of the words' first
// characters answers most questions at once.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reportal::facts {

/// A word, and the characters beside it that make it a part of another one: 共 but not 共同.
struct Word {
  std::string_view text;
  std::string_view unless = "";
};

/// Words of at least one three-byte character, looked for at the start or at the end of a text. Earlier words are preferred.
template <std::size_t Count>
class WordTable {
 public:
  consteval explicit WordTable(const Word (&words)[Count]) {
    for (std::size_t i = 0; i < Count; ++i) {
      words_[i] = words[i];
      note(fronts_, hash(words[i].text.data()));
      note(ends_, hash(words[i].text.data() + words[i].text.size() - size));
    }
  }

  /// Length of the word that `text` begins with; 0 if it begins with none.
  [[nodiscard]] std::size_t at_front(std::string_view text) const {
    if (text.size() < size || !has(fronts_, hash(text.data()))) return 0;
    for (const Word& word : words_) {
      if (word.text[2] != text[2] || word.text[1] != text[1] || !text.starts_with(word.text)) continue;
      if (!holds(word.unless, text.substr(word.text.size()))) return word.text.size();
    }
    return 0;
  }

  /// Length of the word that `text` ends with; 0 if it ends with none.
  [[nodiscard]] std::size_t at_end(std::string_view text) const {
    if (text.size() < size || !has(ends_, hash(text.data() + text.size() - size))) return 0;
    for (const Word& word : words_) {
      if (word.text.back() != text.back() || !text.ends_with(word.text)) continue;
      const std::size_t rest = text.size() - word.text.size();
      if (rest < size || !holds(word.unless, text.substr(rest - size, size))) return word.text.size();
    }
    return 0;
  }

  struct Found {
    std::size_t at = std::string_view::npos;
    std::size_t length = 0;
  };
  /// The first of the words in `text` from `from` on; at is npos where there is none.
  [[nodiscard]] Found find(std::string_view text, std::size_t from = 0) const {
    for (std::size_t at = from; at + size <= text.size(); at += static_cast<unsigned char>(text[at]) >= 0xE0 ? size : 1) {
      if (static_cast<unsigned char>(text[at]) < 0xE0) continue;
      if (const std::size_t length = at_front(text.substr(at)); length > 0) return {at, length};
    }
    return {};
  }
  [[nodiscard]] bool within(std::string_view text) const { return find(text).length > 0; }

 private:
  using Set = std::array<std::uint64_t, 64>;
  static constexpr std::size_t size = 3;  // bytes of a Chinese character

  /// The low twelve bits of a three-byte character.
  static constexpr unsigned hash(const char* text) {
    return (static_cast<unsigned char>(text[1]) & 63U) << 6 | (static_cast<unsigned char>(text[2]) & 63U);
  }
  static constexpr void note(Set& set, unsigned value) { set[value / 64] |= std::uint64_t{1} << (value % 64); }
  static constexpr bool has(const Set& set, unsigned value) { return (set[value / 64] >> (value % 64) & 1) != 0; }

  /// The first character of `text` is one of `characters`.
  static constexpr bool holds(std::string_view characters, std::string_view text) {
    return !characters.empty() && text.size() >= size && characters.find(text.substr(0, size)) != std::string_view::npos;
  }

  std::array<Word, Count> words_{};
  Set fronts_{}, ends_{};
};

}  // namespace reportal::facts
