// Running heads and feet, watermarks and stamps: lines that a page prints around its text or over it.
//
// They come back, and where they come back is no place of the text's own: at the edge of a page, beside a page number, or in
// the middle of a sentence that goes on behind them. Cells of tables, names and sub-titles come back too, but behind finished
// sentences and not at the edges of pages, so how often a line occurs is never enough.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/page_edges.h"
#include "structure/raw/page/page_numbers.h"

namespace reportal::raw {

struct FoundHead {
  std::uint32_t line = 0;
  std::uint32_t page = 0;  ///< the page number on the line, 0 if there is none
  std::string_view why;    ///< the reason that an editor is shown
};

namespace furniture_reason {
inline constexpr std::string_view page_number = "page number", running_head = "running header", watermark = "watermark",
                                  stamp = "scanner stamp", address = "leftover address";
}

/// Heads that stay the same through the document, or change with nothing but the page number. `numbers` are its page numbers.
[[nodiscard]] std::vector<FoundHead> find_running_heads(const std::vector<Line>& lines, const PageEdges& edges,
                                                        const std::vector<FoundPageNumber>& numbers);

/// Heads that name the chapter or section, each of which is a heading as well: that one is left. Lines of contents must be
/// marked.
[[nodiscard]] std::vector<FoundHead> find_chapter_heads(const std::vector<Line>& lines, const PageEdges& edges);

}  // namespace reportal::raw
