// The lines of a table's body as words, and how likely a cell ends between two of them.
//
// Text extraction prints a table cell by cell or line by line, with nothing but spaces and line ends between the cells. The
// same spaces stand inside cells (around digits, between Latin words), and a wrapped cell has line ends of its own. What stands
// on both sides of a gap says how likely it parts cells: between two Chinese words almost surely, between a count and its unit
// hardly.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "structure/raw/tables/kinds.h"

namespace reportal::raw {

/// A line of a body, as the reader of cells needs it.
struct BodyLine {
  std::string_view text;     ///< with its inner spaces
  bool below = false;        ///< a blank line more than usual inside a cell stands before it, or nothing is known of that
  bool page_start = false;   ///< first on its page, or behind other text
  std::uint32_t indent = 0;  ///< columns before it
};

enum class Gap : std::uint8_t {
  none,    ///< no space: a running number printed onto its row
  space,   ///< one space
  wide,    ///< two spaces or more, or a tab
  beside,  ///< a line end without a blank line in a text that has them: printed at the height of the line before
  below,   ///< a line end
};

struct Word {
  std::string_view text;
  std::uint32_t line = 0;   ///< index of its body line
  std::uint32_t width = 0;  ///< display columns
  std::uint32_t unit = 0;   ///< display columns of what of it cannot be parted at its start
  Gap gap = Gap::below;     ///< before it
  CellKind kind = CellKind::text;
  char32_t first = 0, last = 0;  ///< characters
  std::int16_t depth = 0;        ///< brackets and quotes opened less those closed
  bool names = false;            ///< could be a stretch of a list of names
  bool closes = false;           ///< closes a bracket that an earlier word opened
  float part = 0;                ///< log probability that a cell ends before it, from the gap alone
  float stay = 0;                ///< log probability that none does
};

/// How a body uses line ends and spaces, learned from all of it.
struct BodyStyle {
  bool has_blanks = false;  ///< some lines follow with a blank line, some without
  bool has_wide = false;    ///< cells on a line are mostly parted by wide gaps
};

[[nodiscard]] BodyStyle learn_style(const std::vector<BodyLine>& lines);

/// Appends the words of `lines[line]`.
void append_words(const std::vector<BodyLine>& lines, std::uint32_t line, const BodyStyle& style, std::vector<Word>& words);

/// Cells that the words of a line would make, parted only where that is clear.
[[nodiscard]] std::size_t count_clear_cells(std::string_view text);

/// The words [first, last) as the text of a cell: line ends joined as in running text, spaces as printed.
[[nodiscard]] std::string join_words(const std::vector<Word>& words, std::size_t first, std::size_t last);

}  // namespace reportal::raw
