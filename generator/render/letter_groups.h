// Long lists of names by the letter they are filed under.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/site_plan.h"

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

/// As each_letter over an index of names that goes over pages STEM.html, STEM-2.html …: use(letter, entries, address) with the address of the
/// letter's group on the page where it begins. Groups of a page carry id="at_group-1", "at_group-2" …
template <typename LetterOf, typename Use>
void each_letter_group(const std::vector<std::uint32_t>& order, LetterOf letter_of, std::string_view stem, Use use) {
  std::size_t page_before = 0, group_before = 0;  // where the last letter ends
  each_letter(order, letter_of, [&](const std::string& letter, std::span<const std::uint32_t> run) {
    const auto first = static_cast<std::size_t>(run.data() - order.data());
    const std::size_t page = first / names_on_page;
    const std::size_t group = page == page_before ? group_before + 1 : 1;
    page_before = (first + run.size() - 1) / names_on_page;
    group_before = page == page_before ? group : 1;
    std::string address(stem);
    if (page > 0) address += '-' + std::to_string(page + 1);
    use(letter, run, address += ".html#at_group-" + std::to_string(group));
  });
}

}  // namespace reportal
