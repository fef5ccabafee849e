// Words to printed lines: what stands at one height is one line, with the spaces that the print shows.

#pragma once

#include <string>
#include <vector>

#include "import/pdf/page.h"

namespace reportal::pdf {

/// Words of one line without a wide gap between them.
struct Segment {
  float left = 0, right = 0;
  std::string text;
};

struct PrintedLine {
  float middle = 0, em = 0;
  std::vector<Segment> segments;  ///< from left to right, at least one
  std::vector<Word> words;        ///< from left to right

  [[nodiscard]] float left() const { return segments.front().left; }
  [[nodiscard]] float right() const { return segments.back().right; }
  /// The whole line; between segments as many spaces as fit into the gap.
  [[nodiscard]] std::string text() const;
};

/// The lines from top to bottom. Words that are turned are lines of their own.
[[nodiscard]] std::vector<PrintedLine> make_lines(std::vector<Word> words);

/// The lines of one cell or paragraph as one text, without spaces between Chinese characters.
[[nodiscard]] std::string joined(const std::vector<PrintedLine>& lines);

/// The middle of each upright strip, at least `least` ems wide, that no word of lines [first, last) reaches into.
[[nodiscard]] std::vector<float> column_gaps(const std::vector<PrintedLine>& lines, std::size_t first, std::size_t last,
                                             float least);

}  // namespace reportal::pdf
