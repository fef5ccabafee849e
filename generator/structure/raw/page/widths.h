// How wide the text columns of a document are, learned from its lines, and whether a printed line is full.
//
// In wrapped text most lines reach the right edge, so their widths pile up at one value. A line that does not reach it,
// although the first word of the next line would still have fitted, ends its paragraph. Boxes of cases are often set a little
// wider or narrower than the text, which is learned from the lines of the cases.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/set_width.h"

namespace reportal::raw {

struct Widths {
  bool wrapped = false;        ///< the text is hard-wrapped at all
  bool indented = false;       ///< first lines of paragraphs keep their indent in the file
  std::uint32_t text = 0;      ///< columns of a full line of running text
  std::uint16_t line_gap = 0;  ///< blank lines between two lines of one paragraph
  std::vector<SetWidth> set;   ///< by line
};

/// Columns by which the first line of a paragraph is shorter where its indent was lost: two characters.
inline constexpr std::uint32_t lost_indent = 4;

[[nodiscard]] Widths learn_widths(const std::vector<Line>& lines);
/// The line is set in by two to eight columns against the line before or behind it, as the first of a paragraph is. A box has
/// an indent of its own, so only the lines beside each other tell.
[[nodiscard]] bool is_set_in(const std::vector<Line>& lines, std::size_t at);

/// Columns of what cannot be parted at the start of `text`: a word or number, a character with the punctuation that must not
/// begin a line.
[[nodiscard]] std::uint32_t first_unit_width(std::string_view text);

}  // namespace reportal::raw
