// Pages to text that structure reads surely.
//
// A printed line stays a line, with its indent as spaces; a form feed begins a page; a gap above a line is a blank line. A row
// of a table becomes one line, its cells with tabs between, whatever the number of lines it was printed on. What stands in a
// box comes as one run of lines. No character is left out or put in but white space.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "import/pdf/reader.h"

namespace reportal::pdf {

struct TextLine {
  static constexpr std::int32_t no_box = -1;

  std::string text;           ///< without its line end; may be empty
  std::uint32_t page = 0;     ///< index of the page it stands on
  float height = 0;           ///< where on the page, in points from above
  float em = 0;               ///< size of its characters; 0 of rows of tables and blank lines
  std::int32_t box = no_box;  ///< number of the box it stands in; a box that goes on over pages keeps its number
  bool in_table = false;
  bool furniture = false;  ///< a running head or foot, or a page number: it stands at the same place of other pages
};

[[nodiscard]] std::vector<TextLine> lay_out(const Document& document);

}  // namespace reportal::pdf
