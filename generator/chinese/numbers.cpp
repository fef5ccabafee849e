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

/// Reads digits of either width, a point, and separators of thousands.
class Digits {
 public:
  explicit Digits(std::string_view text) : text_(text) {}

  NumberText read() {
    NumberText number;
    std::size_t at = 0;
    int count = take_digits(at, number.digits);
    if (count == 0) return {};
    if (count <= 3 && number.digits > 0) count += take_groups(at, number.digits);
    std::size_t behind = at;
    if (take_point(behind)) {
      std::size_t fraction = behind;
      const int places = take_digits(fraction, number.digits);
      if (places > 0) {
        at = fraction;
        count += places;
        number.exponent = -places;
      }
    }
    if (count > max_digits) return {};
    number.length = at;
    return number;
  }

 private:
  static constexpr int max_digits = 15;  // what a double holds

  /// The digit at `at`, -1 if none stands there; moves behind it.
  int take_digit(std::size_t& at) const {
    if (at >= text_.size()) return -1;
    if (is_ascii_digit(static_cast<unsigned char>(text_[at]))) return text_[at++] - '0';
    if (!text_.substr(at).starts_with("\xEF\xBC") || at + 2 >= text_.size()) return -1;
    const int digit = static_cast<unsigned char>(text_[at + 2]) - 0x90;  // ０ is EF BC 90
    if (digit < 0 || digit > 9) return -1;
    at += 3;
    return digit;
  }

  /// Number of digits; those behind the 15th are counted, not kept.
  int take_digits(std::size_t& at, std::int64_t& value) const {
    int count = 0;
    for (int digit = take_digit(at); digit >= 0; digit = take_digit(at)) {
      if (++count <= max_digits && value < 1'000'000'000'000'000) value = value * 10 + digit;
    }
    return count;
  }

  /// ,123 or  123 as often as it comes, always with one kind of separator.
  int take_groups(std::size_t& at, std::int64_t& value) const {
    int count = 0;
    const char separator = at < text_.size() ? text_[at] : '\0';
    if (separator != ',' && separator != ' ') return 0;
    while (at < text_.size() && text_[at] == separator) {
      std::size_t behind = at + 1;
      std::int64_t group = 0;
      if (take_digits(behind, group) != 3 || value > 1'000'000'000'000) return count;
      value = value * 1000 + group;
      count += 3;
      at = behind;
    }
    return count;
  }

  bool take_point(std::size_t& at) const {
    for (const std::string_view point : {".", "．"}) {
      if (!text_.substr(at).starts_with(point)) continue;
      at += point.size();
      return true;
    }
    return false;
  }

  std::string_view text_;
};

/// 三百二十, 一万五千, 百 …; length 0 if the run of numerals is no number.
NumberText read_numeral(std::string_view text) {
  constexpr std::string_view ten_thousand = "万", hundred_million = "亿";
  std::size_t length = 0;
  while (length < text.size()) {
    const std::string_view rest = text.substr(length);
    const std::size_t run = chinese_numeral_length(rest);
    if (run > 0) {
      length += run;
    } else if (rest.starts_with(ten_thousand) || rest.starts_with(hundred_million)) {
      length += ten_thousand.size();
    } else {
      break;
    }
    if (length > max_numeral_characters * 3) return {};
  }
  if (length == 0) return {};
  NumberText number{.length = length, .numeral = true};
  const std::string_view run = text.substr(0, length);
  if (const Multiplier alone = read_multiplier(run); alone.length == length || run == "百") {
    number.digits = 1;
    number.exponent = run == "百" ? 2 : alone.exponent;
    return number;
  }
  const auto value = chinese_numeral(run);
  if (!value) return {};
  number.digits = *value;
  return number;
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

Multiplier read_multiplier(std::string_view text) {
  struct Word {
    std::string_view text;
    int exponent;
  };
  static constexpr std::array<Word, 9> words = {{{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"千万", 7}, {"百万", 6}, {"十万", 5},
                                                 {"亿", 8}, {"万", 4}, {"千", 3}}};
  if (text.size() < words.back().text.size() || static_cast<unsigned char>(text[0]) < 0xE4) return {};
  for (const Word& word : words) {
    if (text[2] == word.text[2] && text.starts_with(word.text)) return {word.exponent, word.text.size()};
  }
  return {};
}

double NumberText::value() const {
  static constexpr std::array<double, 16> powers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const auto power = powers[static_cast<std::size_t>(std::min(std::abs(exponent), 15))];
  return exponent < 0 ? static_cast<double>(digits) / power : static_cast<double>(digits) * power;
}

NumberText read_number(std::string_view text) {
  NumberText number = Digits(text).read();
  if (number.length == 0) return text.empty() || static_cast<unsigned char>(text[0]) < 0xE0 ? NumberText{} : read_numeral(text);
  std::size_t behind = number.length;
  while (behind < text.size() && text[behind] == ' ') ++behind;
  if (const Multiplier multiplier = read_multiplier(text.substr(behind)); multiplier.length > 0) {
    number.exponent += multiplier.exponent;
    number.length = behind + multiplier.length;
    number.multiplied = true;
  }
  return number;
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
