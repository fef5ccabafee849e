// Breaks text into lines as a word processor sets Chinese: every character a square, digits and Latin letters half of one, a
// quarter between the two; no line begins with closing punctuation or ends with opening punctuation, words and numbers stay
// whole.
//
// Text extraction writes the quarter as a space or leaves it out, mostly both in one file.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportal::printer {

struct Setting {
  std::uint32_t width = 37;                                                      ///< characters a line
  std::uint32_t first_indent = 0;                                                ///< characters
  enum class Edge : std::uint8_t { hang, push_in, push_out } edge = Edge::hang;  ///< closing punctuation behind a full line
  int digit_space_percent = 0;  ///< how often the quarter is written as a space
  std::uint64_t seed = 0;       ///< decides which
};

struct SetLine {
  std::string text;             ///< without white space around it
  std::uint32_t used = 0;       ///< quarters of a character, without the indent and without punctuation that hangs
  std::uint32_t next_unit = 0;  ///< quarters that the first unit of the next line and the gap before it take; 0 on the last
};
inline constexpr std::uint32_t quarters = 4;  ///< of a character

[[nodiscard]] std::vector<SetLine> typeset(std::string_view text, const Setting& setting);

/// `text` with the spaces that extraction writes, unbroken.
[[nodiscard]] std::string with_digit_spaces(std::string_view text, int percent, std::uint64_t seed);

/// Quarters that the first unit of `text` takes.
[[nodiscard]] std::uint32_t first_unit_of(std::string_view text);

/// Characters (two columns each) that `line` takes, rounded up.
[[nodiscard]] std::uint32_t characters_of(std::string_view line);

}  // namespace reportal::printer
