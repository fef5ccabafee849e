// One page, from geometry to lines in reading order.
//
// Frames come first: what stands in a box stays together, a table becomes its rows. What is left is text, in one column or in
// several, and tables without frames.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "import/pdf/frames.h"
#include "import/pdf/page.h"

namespace reportal::pdf {

/// A line of the text on its way: where it was printed tells the white space around it.
struct Placed {
  static constexpr std::int32_t no_box = -1;

  std::string text;
  float top = 0;  ///< where the reading order puts it
  float middle = 0, left = 0, right = 0, em = 0;
  float edge = 0;             ///< where the column that it stands in begins
  bool has_edge = false;      ///< the edge is known: it is one of several columns
  bool row = false;           ///< of a table: cells with tabs between
  std::int32_t box = no_box;  ///< index of the frame that is a box around it
};

struct PageLines {
  std::vector<Placed> lines;
  std::vector<Frame> frames;
};

[[nodiscard]] PageLines read_page(const Page& page);

}  // namespace reportal::pdf
