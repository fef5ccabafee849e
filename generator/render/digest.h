// Short texts that pages show in place of a whole: summaries, the sentence around a mention.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/document.h"

namespace reportal {

/// At most this many characters of a text stand for it on a card.
inline constexpr std::size_t summary_characters = 96;

/// `text` cut behind its last whole clause within `limit` characters, with an ellipsis where something was left out.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

/// The first running text among these blocks, shortened; "" if there is none.
[[nodiscard]] std::string summary_of(const Document& document, std::span<const std::uint32_t> blocks);

/// The summary of a document: what its front matter says, else its first running text.
[[nodiscard]] std::string summary_of(const Document& document);

/// The sentence of `text` in which the bytes [first, last) stand, shortened around them, as HTML with those bytes in <mark>.
[[nodiscard]] std::string marked_sentence(std::string_view text, std::uint32_t first, std::uint32_t last);

}  // namespace reportal
