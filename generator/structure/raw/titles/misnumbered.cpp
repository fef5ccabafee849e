#include "structure/raw/titles/misnumbered.h"

#include <charconv>
#include <string>
#include <vector>

#include "structure/problems.h"

namespace reportal::raw {
namespace {

/// 1, 4, 2 of 1.4.2; empty where the number is not made of digits and dots.
std::vector<unsigned> decimal_parts(std::string_view number) {
  std::vector<unsigned> parts;
  const char* at = number.data();
  const char* const end = at + number.size();
  while (at != end) {
    unsigned value = 0;
    const auto [behind, error] = std::from_chars(at, end, value);
    if (error != std::errc() || (behind != end && *behind != '.')) return {};
    parts.push_back(value);
    at = behind == end ? end : behind + 1;
  }
  return parts;
}

/// The next on its own level, the first of the level below, or the next on a level above.
bool follows(const std::vector<unsigned>& parts, const std::vector<unsigned>& before) {
  std::size_t common = 0;
  while (common < parts.size() && common < before.size() && parts[common] == before[common]) ++common;
  if (common == parts.size()) return false;
  const unsigned expected = common < before.size() ? before[common] + 1 : 1;
  if (parts[common] != expected) return false;
  for (std::size_t below = common + 1; below < parts.size(); ++below) {
    if (parts[below] != 1) return false;
  }
  return true;
}

}  // namespace

void report_misnumbered(const Document& document, const Doubts& doubts) {
  std::vector<unsigned> before;
  std::string before_number;
  for (const Block& block : document.blocks) {
    const auto* heading = as<Heading>(block);
    if (heading == nullptr) continue;
    std::vector<unsigned> parts = decimal_parts(heading->number);
    if (parts.empty()) continue;
    const std::string number(heading->number);
    if (!before.empty() && !follows(parts, before))
      doubts.add(misnumbered_heading, block.lines.front().first,
                 {number + " " + std::string(heading->title.text), before_number});
    before = std::move(parts);
    before_number = number;
  }
}

}  // namespace reportal::raw
