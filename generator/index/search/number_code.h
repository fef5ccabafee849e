// Numbers as printable ASCII that needs no escape in a JSON string: the digits of the index.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace reportal::index {

/// Appends one digit, 0 to 89: '#' and up, without the backslash.
inline void append_digit(std::string& out, std::uint32_t digit) {
  const std::uint32_t code = '#' + digit;
  out.push_back(static_cast<char>(code < '\\' ? code : code + 1));
}

/// Appends a number to the base 45, the lowest digit first; 45 is added to every digit but the last.
inline void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 45; number /= 45) append_digit(out, 45 + number % 45);
  append_digit(out, number);
}

/// Ascending numbers: the gaps between them, or ' ' and a bit for each number up to the last, six bits a digit; whichever is
/// shorter.
[[nodiscard]] std::string number_set(const std::vector<std::uint32_t>& numbers);

}  // namespace reportal::index
