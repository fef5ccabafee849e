// Printed numbers at the start of a line: 1.1.1, 第一章, 一、, （一）, （1）, 1-1. Reads them; whether a line is a heading or a
// caption is decided elsewhere.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace reportal::raw {

struct Numbering {
  /// In the order in which reports nest them: 第一部分, 第一章, 第一节, 一、, （一）, 1. and 1.1, （1）, ①.
  enum class Form : std::uint8_t { none, part, chapter, section, han, han_bracketed, decimal, bracketed, circled };
  static constexpr std::size_t max_depth = 6;

  Form form = Form::none;
  std::array<std::uint16_t, max_depth> parts{};  ///< decimal: its parts; others: parts[0]
  std::uint8_t depth = 0;                        ///< decimal: number of parts
  bool marked = false;       ///< decimal of one part and han: a mark stands behind it (1. 1、), not only a space
  std::string_view numeral;  ///< as printed: 1.1.1, 一
  std::string_view title;    ///< what follows
};

/// The numbering that `text` begins with; form none if it begins with none. A decimal may have no space behind it. The title
/// may be empty where the number stands alone.
[[nodiscard]] Numbering read_numbering(std::string_view text);

/// The numeral as documents have it: decimals in ASCII digits, others as printed.
[[nodiscard]] std::string number_of(const Numbering& numbering);
/// The level of a heading by its number alone, 1 without one.
[[nodiscard]] int usual_level(const Numbering& numbering);

/// The number of a caption or a case at `offset`: 1-1, 1.1, １－１, 3, 三. Moves `offset` behind it. In ASCII digits with - and
/// . as printed; "" if there is none.
[[nodiscard]] std::string read_label_number(std::string_view text, std::size_t& offset);

/// `text` at `offset` continues with `word`: moves behind it.
bool skip_word(std::string_view text, std::size_t& offset, std::string_view word);
/// Moves `offset` behind white space; true if there was any.
bool skip_space(std::string_view text, std::size_t& offset);

/// A unit of measure or count stands at the start of `text` (万, %, 个 …): a number before it counts something.
[[nodiscard]] bool begins_with_unit(std::string_view text);

}  // namespace reportal::raw
