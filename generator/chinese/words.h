// Where words end in Chinese text, after ICU's dictionary: for telling 京东 in 北京东方 from the company of that name.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace reportal {

/// `text` has no boundary between words at `offset` (a byte that begins a character): a word of the dictionary goes on over it. Only the
/// characters near the offset are looked at. Thread-safe; some microseconds a call, so for places that are suspect already.
[[nodiscard]] bool inside_word(std::string_view text, std::size_t offset);

/// `text` as its words, each a view into it, punctuation and spaces too.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

}  // namespace reportal
