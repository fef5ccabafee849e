// Where sentences begin and end in Chinese text.

#pragma once

#include <cstddef>
#include <string_view>

namespace reportal {

/// A sentence ends behind 。！？； and at a line end.
[[nodiscard]] constexpr bool closes_sentence(char32_t c) { return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == U'\n'; }

/// At most this many characters of a sentence are taken on either side of what it is about.
inline constexpr std::size_t sentence_side_characters = 48;

/// The sentence of `text` in which the bytes [first, last) stand, cut at sentence_side_characters on either side.
[[nodiscard]] std::string_view sentence_around(std::string_view text, std::size_t first, std::size_t last);

}  // namespace reportal
