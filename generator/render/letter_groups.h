// Long lists of names by the letter they are filed under.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reportal {

/// Calls use(letter, entries) for each run of entries that stand under one letter, in the order they stand in.
template <typename LetterOf, typename Use>
void each_letter(const std::vector<std::uint32_t>& order, LetterOf letter_of, Use use) {
  for (std::size_t first = 0; first < order.size();) {
    const std::string letter = letter_of(order[first]);
    std::size_t last = first + 1;
    while (last < order.size() && letter_of(order[last]) == letter) ++last;
    use(letter, std::span(order).subspan(first, last - first));
    first = last;
  }
}

}  // namespace reportal
