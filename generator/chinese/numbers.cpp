#include "chinese/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace reportal {
namespace {

constexpr std::int64_t wan = 10'000;
constexpr std::int64_t yi = 100'000'000;
constexpr std::size_t max_numeral_characters = 40;

/// What one numeral character stands for: a digit, or a unit that multiplies the digit before it.
struct Numeral {
  int digit = -1;
  int unit = 0;  ///< 10, 100 or 1000
};

constexpr Numeral numeral_of(char32_t c) {
  switch (c) {
    case U'零': case U'〇': return {.digit = 0};
    case U'一': return {.digit = 1};
    case U'二': case U'两': return {.digit = 2};
    case U'三': return {.digit = 3};
    case U'四': return {.digit = 4};
    case U'五': return {.digit = 5};
    case U'六': return {.digit = 6};
    case U'七': return {.digit = 7};
    case U'八': return {.digit = 8};
    case U'九': return {.digit = 9};
    case U'十': return {.unit = 10};
    case U'百': return {.unit = 100};
    case U'千': return {.unit = 1000};
    default: return {};
  }
}

/// A part below 10,000: units fall from left to right, each behind its digit; only 十 and 廿 may begin without one. A skipped place is
/// marked by 零, so 一百五 (which means 150) is no numeral here.
std::optional<std::int64_t> section_value(std::u32string_view text) {
  std::int64_t value = 0;
  int digit = -1;
  int last_unit = 10'000;
  bool zero = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'廿') {
      if (digit >= 0 || last_unit <= 10) return std::nullopt;
      value += 20;
      last_unit = 10;
      continue;
    }
    const Numeral numeral = numeral_of(text[i]);
    if (numeral.digit == 0) {
      if (i == 0 || digit >= 0 || zero || last_unit <= 10 || i + 1 == text.size()) return std::nullopt;
      zero = true;
    } else if (numeral.digit > 0) {
      if (digit >= 0) return std::nullopt;
      digit = numeral.digit;
    } else if (numeral.unit > 0) {
      const bool bare_ten = digit < 0 && numeral.unit == 10 && (i == 0 || zero);
      if ((digit < 0 && !bare_ten) || numeral.unit >= last_unit) return std::nullopt;
      const bool skipped = last_unit / numeral.unit > 10 && value > 0;
      if (skipped && !zero) return std::nullopt;
      value += std::int64_t{digit < 0 ? 1 : digit} * numeral.unit;
      last_unit = numeral.unit;
      digit = -1;
      zero = false;
    } else {
      return std::nullopt;
    }
  }
  if (digit >= 0) {
    if (value > 0 && last_unit > 10 && !zero) return std::nullopt;
    value += digit;
  }
  return value;
}

/// Splits at the last 亿, then at the last 万. Behind a unit, 零 marks skipped places; without it 一万五 (15,000) is no numeral.
std::optional<std::int64_t> unit_value(std::u32string_view text) {
  if (text.empty()) return std::nullopt;
  for (const auto& [mark, factor] : {std::pair{U'亿', yi}, std::pair{U'万', wan}}) {
    const std::size_t at = text.rfind(mark);
    if (at == std::u32string_view::npos) continue;
    const auto high = unit_value(text.substr(0, at));
    if (!high || *high <= 0 || *high > yi || (factor == wan && *high >= wan)) return std::nullopt;
    if (at + 1 == text.size()) return *high * factor;
    const bool zero = numeral_of(text[at + 1]).digit == 0;
    const auto low = unit_value(text.substr(at + (zero ? 2 : 1)));
    if (!low || *low <= 0 || *low >= factor || *high == yi || (!zero && *low < factor / 10)) return std::nullopt;
    return *high * factor + *low;
  }
  return section_value(text);
}

/// 二〇二三: digits alone, one a place.
std::optional<std::int64_t> positional_value(std::u32string_view text) {
  if (text.empty() || text.size() > 16) return std::nullopt;
  std::int64_t value = 0;
  for (const char32_t c : text) {
    const int digit = numeral_of(c).digit;
    if (digit < 0 || c == U'两') return std::nullopt;
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace

std::optional<std::int64_t> chinese_numeral(std::string_view text) {
  std::array<char32_t, max_numeral_characters> buffer;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (count == buffer.size()) return std::nullopt;
    buffer[count++] = next_character(text, i);
  }
  const std::u32string_view characters(buffer.data(), count);
  if (count > 1) {
    if (const auto value = positional_value(characters)) return value;
  }
  if (count == 1 && numeral_of(characters[0]).digit == 0) return 0;
  return unit_value(characters);
}

std::size_t chinese_numeral_length(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t next = i;
    const char32_t c = next_character(text, next);
    const Numeral numeral = numeral_of(c);
    if (numeral.digit < 0 && numeral.unit == 0 && c != U'廿') break;
    i = next;
  }
  return i;
}

std::string grouped_number(double value, int decimals) {
  std::array<char, 400> buffer;  // the longest double has 309 digits before its point
  const int places = std::min(std::max(decimals, 0), 20);
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::fixed, places);
  std::string_view digits(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  if (!std::isfinite(value)) return std::string(digits);

  const std::size_t point = std::min(digits.find('.'), digits.size());
  if (point < digits.size()) {
    digits = digits.substr(0, digits.find_last_not_of('0') + 1);
    if (digits.size() == point + 1) digits.remove_suffix(1);
  }
  std::string grouped;
  if (std::signbit(value) && digits != "0") grouped += '-';
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < point && (point - i) % 3 == 0) grouped += ',';
    grouped += digits[i];
  }
  return grouped;
}

}  // namespace reportal
