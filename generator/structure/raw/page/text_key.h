// What two printings of one title have in common: its letters and digits, without spaces, marks and width. Running heads,
// entries of a table of contents and headings are compared by it.

#pragma once

#include <string>
#include <string_view>

namespace reportal::raw {

/// Writes the key of `text` over `key`; a point stays only between digits (1．1 and 1.1 are one, 11 is another).
void make_text_key(std::string_view text, std::string& key);

[[nodiscard]] std::string text_key(std::string_view text);

}  // namespace reportal::raw
