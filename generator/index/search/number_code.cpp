#include "index/search/number_code.h"

namespace reportal::index {

std::string number_set(const std::vector<std::uint32_t>& numbers) {
  std::string code;
  if (numbers.empty()) return code;
  const std::size_t bitmap_size = 2 + numbers.back() / 6;
  std::uint32_t next = 0;
  for (const std::uint32_t number : numbers) {
    append_number(code, number - next);
    next = number + 1;
    if (code.size() > bitmap_size) break;
  }
  if (code.size() <= bitmap_size) return code;
  code = ' ';
  std::uint32_t bits = 0;
  std::uint32_t at = 0;  // running number of the digit that `bits` belongs to
  for (const std::uint32_t number : numbers) {
    for (; at < number / 6; ++at, bits = 0) append_digit(code, bits);
    bits |= 1U << (number % 6);
  }
  append_digit(code, bits);
  return code;
}

}  // namespace reportal::index
