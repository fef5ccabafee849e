// How wide a line was set on paper, which is not how many columns it prints: between Chinese and Latin characters a word
// processor puts a quarter of a character, of which text extraction makes a space or nothing.
//
// Widths here are in quarters of a Chinese character.

#pragma once

#include <cstdint>
#include <string_view>

namespace reportal::raw {

inline constexpr std::uint32_t quarters_a_column = 2;

/// How spaces between Chinese and Latin characters are counted.
enum class Spacing : std::uint8_t {
  quarter,  ///< a quarter, whether a space is printed or not
  printed,  ///< a column where a space is printed
  none,     ///< nothing
};

struct SetWidth {
  std::uint32_t characters = 0;      ///< of all characters, and of spaces elsewhere than between Chinese and Latin ones
  std::uint16_t borders = 0;         ///< places where a Chinese and a Latin character meet
  std::uint16_t border_spaces = 0;   ///< quarters of the spaces printed there
  std::uint16_t letter_borders = 0;  ///< of those places the ones beside words with letters
  std::uint16_t typed_spaces = 0;    ///< spaces printed there; they are often typed, and then half a character wide
  std::uint16_t hang = 0;            ///< of the closing punctuation at its end, which may stand in the margin
  std::uint16_t marks = 0;           ///< punctuation marks, each of which can be set narrower by half a character
  std::uint16_t latin = 0;           ///< letters, whose widths differ

  /// Of the whole line.
  [[nodiscard]] std::uint32_t all(Spacing spacing) const {
    return characters + (spacing == Spacing::quarter ? borders : spacing == Spacing::printed ? border_spaces : 0U);
  }
};
[[nodiscard]] SetWidth set_width(std::string_view text);

/// What cannot be parted at the start of a line: a word or number, or a character; with the punctuation behind it that must not
/// begin a line.
[[nodiscard]] std::uint32_t first_unit(std::string_view text);

/// The gap between a line that ends with `before` and the unit that begins with `after`, if they stood on one line.
[[nodiscard]] std::uint32_t gap_between(char32_t before, char32_t after, Spacing spacing);

}  // namespace reportal::raw
