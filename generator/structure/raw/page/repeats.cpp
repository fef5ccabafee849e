#include "structure/raw/page/repeats.h"

#include <string_view>
#include <unordered_map>

namespace reportal::raw {

namespace {

void mark(std::vector<Line>& lines, std::uint32_t repeat, std::uint32_t kept) {
  if (repeat == kept) return;
  lines[repeat].kind = LineKind::repeat;
  lines[repeat].detail = kept;
}

}  // namespace

void mark_repeats(std::vector<Line>& lines, const Widths& widths) {
  constexpr std::uint32_t shortest = 30;      // columns; repeated together with a neighbour
  constexpr std::uint32_t long_enough = 120;  // repeated alone: nobody writes the same sixty characters twice
  if (widths.wrapped) return;
  // Lines get the index of the first line with their text, so that a pair of neighbours is one number.
  std::unordered_map<std::string_view, std::uint32_t> first_with_text;
  std::unordered_map<std::uint64_t, std::uint32_t> second_of_pair;
  std::uint32_t before = 0;
  bool paired = false;
  for (std::uint32_t at = 0; at < lines.size(); ++at) {
    if (lines[at].kind == LineKind::noise) continue;
    const bool readable = lines[at].kind == LineKind::text || lines[at].kind == LineKind::repeat;
    if (!readable || lines[at].width < shortest) {
      paired = false;
      continue;
    }
    const std::uint32_t text = first_with_text.try_emplace(lines[at].text, at).first->second;
    if (paired) {
      const std::uint32_t text_before = first_with_text.at(lines[before].text);
      const auto [pair, added] = second_of_pair.try_emplace((std::uint64_t{text_before} << 32) | text, at);
      if (!added && pair->second < before) {
        mark(lines, before, text_before);
        mark(lines, at, text);
      }
    }
    if (lines[at].width >= long_enough) mark(lines, at, text);
    before = at;
    paired = true;
  }
}

}  // namespace reportal::raw
