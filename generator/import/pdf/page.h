// A page of a PDF as geometry: words with the place of every character, and the straight lines that are drawn on the page.
//
// Lengths are in points (1/72 inch) from the upper left corner of the page. Sizes that a PDF states for its fonts are not to be
// trusted (fonts drawn as Type 3 have their own scale), so the size of a word is the width of a Chinese character in its font.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace reportal::pdf {

struct Glyph {
  char32_t character = 0;
  float left = 0, right = 0;
};

struct Word {
  std::vector<Glyph> glyphs;  ///< from left to right; never empty
  float middle = 0;           ///< half-way up the characters
  float em = 0;               ///< width of a Chinese character of this size
  bool space_behind = false;  ///< a space is printed behind it
  bool upright = true;        ///< false: turned by 90° or more

  [[nodiscard]] float left() const { return glyphs.front().left; }
  [[nodiscard]] float right() const { return glyphs.back().right; }
};

/// A straight horizontal or vertical line: of a table, a box, or the edge of a shaded area.
struct Rule {
  float at = 0;            ///< y of a horizontal one, x of a vertical one
  float from = 0, to = 0;  ///< x of a horizontal one, y of a vertical one
};

struct Page {
  float width = 0, height = 0;
  std::vector<Word> words;
  std::vector<Rule> across, down;  ///< horizontal and vertical rules
};

struct Box {
  float left = 0, top = 0, right = 0, bottom = 0;

  [[nodiscard]] bool holds(float x, float y) const { return x >= left && x <= right && y >= top && y <= bottom; }
  [[nodiscard]] bool holds(const Box& other) const {
    constexpr float slack = 2;
    return other.left >= left - slack && other.right <= right + slack && other.top >= top - slack &&
           other.bottom <= bottom + slack;
  }
  [[nodiscard]] bool is_as_wide_as(const Box& other) const {
    constexpr float slack = 4;
    return other.left - left < slack && left - other.left < slack && other.right - right < slack && right - other.right < slack;
  }
  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
};

}  // namespace reportal::pdf
