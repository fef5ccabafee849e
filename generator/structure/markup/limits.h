// Input that would make the parsers slow is found before they see it, by one linear look at the text. Each limit is far above
// what a person writes; a file over one of them is not read, and the problem names the limit.
//
// cmark-gfm pads short table rows to the width of the header (12 KB became 40 MB) and scans to the end of the text for every
// `<?` and `<!A` that nobody closes; gumbo compares each attribute with all before it and takes time by the square of the
// nesting.

#pragma once

#include <cstdint>
#include <string_view>

#include "base/problem.h"
#include "model/source.h"

namespace reportal::markup {

inline constexpr std::uint32_t max_nesting = 256;
inline constexpr std::uint32_t max_attributes = 256;       ///< of one tag
inline constexpr std::uint64_t max_table_cells = 200'000;  ///< columns × rows of one table
inline constexpr std::uint32_t max_declarations = 1'000;   ///< `<?` and `<!` in a Markdown file

/// `text` begins on line `first_line` of `source`. False, with an error, if it is over a limit.
[[nodiscard]] bool within_markdown_limits(std::string_view text, const Source& source, std::uint32_t first_line,
                                          Problems& problems);
[[nodiscard]] bool within_html_limits(std::string_view text, const Source& source, std::uint32_t first_line,
                                      Problems& problems);

}  // namespace reportal::markup
