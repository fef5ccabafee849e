// Numbers as Chinese text writes them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportal {

/// 十二 → 12, 三千余 is not one; 一百零三, 廿一, 两万, 〇. The whole of `text` must be the numeral. Up to 10^16.
[[nodiscard]] std::optional<std::int64_t> chinese_numeral(std::string_view text);

/// Length in bytes of the run of Chinese numeral characters at the start of `text` (零〇一二三四五六七八九十百千两廿).
[[nodiscard]] std::size_t chinese_numeral_length(std::string_view text);

/// A decimal multiplier behind a number: 万 → 4, 亿 → 8, 百万 → 6, 千 → 3.
struct Multiplier {
  int exponent = 0;         ///< of ten; 0: none stands there
  std::size_t length = 0;   ///< bytes
};
[[nodiscard]] Multiplier read_multiplier(std::string_view text);

/// A number as running text prints it: 12,345.6, １２３, 2 000, 35.84万, 1.83 亿, 三百二十, 两千, 上百 without its 上.
struct NumberText {
  std::int64_t digits = 0;  ///< without the point
  int exponent = 0;         ///< of ten: 35.84万 is 3584 and 2
  std::size_t length = 0;   ///< bytes, with its multiplier
  bool numeral = false;     ///< in Chinese numerals
  bool multiplied = false;  ///< a multiplier is part of it

  /// The nearest double to the decimal number, so that 1.24亿 is 124000000 exactly.
  [[nodiscard]] double value() const;
};

/// The number at the start of `text`; length 0 if none stands there or it has more than 15 digits. Thousands are parted by a comma
/// or by a space, always in groups of three. Of Chinese numerals the whole run has to be one number; 百, 千 and 万 alone count as one
/// hundred and so on, as in 百余人, 近万名.
[[nodiscard]] NumberText read_number(std::string_view text);

/// A number with thousands separated, as a reader wants it: 1234567.5 → "1,234,567.5". At most `decimals` digits behind the point.
[[nodiscard]] std::string grouped_number(double value, int decimals = 2);

}  // namespace reportal
