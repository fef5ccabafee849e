// Straight lines on a rendered page.
//
// Text extraction gives no drawn lines, but they say most surely where the cells of a table and the box of a case end. So the
// page is rendered in grey and searched for long straight edges. The two edges of a thin line count as one rule; a single edge
// is the side of a shaded area and counts as well.

#pragma once

#include <cstdint>
#include <vector>

#include "import/pdf/page.h"

namespace reportal::pdf {

struct Raster {
  std::size_t width = 0, height = 0;
  float points = 0;                  ///< size of a pixel
  std::vector<std::uint8_t> pixels;  ///< row by row, 0 black
};

/// Fills the place of each word with the colour that lies mostly above and below it: the ground it is printed on.
void paint_over(Raster& raster, const std::vector<Word>& words);

/// The rules of a page: horizontal ones at least two characters long, vertical ones about a line high.
void find_rules(const Raster& raster, std::vector<Rule>& across, std::vector<Rule>& down);

}  // namespace reportal::pdf
