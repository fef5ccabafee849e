// How wide the columns of text and of boxes are on paper, where their left edges are, and how lines and paragraphs are parted:
// what tells full lines from last ones.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/set_width.h"

namespace reportal::raw {

struct Column {
  std::uint32_t width = 0;  ///< quarters of a full line
  std::uint32_t doubt = 0;  ///< quarters by which it may be wider
  std::uint32_t left = 0;   ///< columns of white space before its lines
};

struct PageColumns {
  Column text, box;
  Spacing spacing = Spacing::quarter;
  bool types_spaces = false;       ///< the author typed spaces beside Latin words: half a character each
  std::uint32_t first_indent = 8;  ///< quarters by which first lines of paragraphs stood further in on paper
  bool keeps_indent = false;       ///< first lines of paragraphs stand further in in the file
  std::uint16_t line_gap = 0;      ///< blank lines between two lines of one paragraph
  bool parted = false;             ///< more of them stand between paragraphs
};

/// Quarters that a line takes.
[[nodiscard]] inline std::uint32_t line_width(const SetWidth& width, const PageColumns& columns) {
  return width.all(columns.spacing) + (columns.types_spaces ? width.typed_spaces : 0U);
}

/// `widths` are those of `lines`. Boxes are found where case titles and headings are marked.
[[nodiscard]] PageColumns learn_columns(const std::vector<Line>& lines, const std::vector<SetWidth>& widths);

}  // namespace reportal::raw
