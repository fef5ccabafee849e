// Markdown's rules were made for text with spaces between words. Before the parser sees it, Chinese text is changed in places,
// by marks that never reach the document, so that it means what its author meant:
//
// - `**“三高四新”**美好`: emphasis closes only beside a space or punctuation in CommonMark. Chinese punctuation beside a run of
// * is shielded by
//   a mark that counts as a letter, so that the run opens and closes as it would beside a Chinese character.
// - A line that is indented in the way Chinese paragraphs are (four spaces or more, or full-width spaces) and holds Chinese
// prose
//   begins a paragraph; real code is fenced, or does not look like prose.
// - `2023. 年` and `12. 5` begin no list: a list does not start above 99, nor with a digit behind a number that nothing counts
// up to.
//
// Soft breaks, addresses and ~~ are seen to after parsing (markdown.cpp).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportal::markup {

/// The mark (U+FDD0, no character of any text). Whatever text comes out of the parser must be freed of it.
inline constexpr std::string_view shield = "\xEF\xB7\x90";

/// Prose begins with a Chinese character or punctuation, or is Chinese for at least half of its characters.
[[nodiscard]] bool is_chinese_prose(std::string_view text);

struct PreparedMarkdown {
  std::string text;
  std::vector<std::uint32_t> lines;  ///< of the source, by line of `text` (1-based; the first entry is unused)
};

/// `text` begins on line `first_line` of its source.
[[nodiscard]] PreparedMarkdown prepare_markdown(std::string_view text, std::uint32_t first_line);

}  // namespace reportal::markup
