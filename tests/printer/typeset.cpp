#include "typeset.h"

#include <algorithm>

#include "base/text.h"
#include "chinese/characters.h"
#include "random.h"

namespace reportal::printer {
namespace {

constexpr std::uint32_t square = quarters;

/// What is never parted: a word, a number, a character; and the white space before it.
struct Unit {
  std::string text;
  std::uint32_t width = 0;  // in quarters
  std::uint32_t gap = 0;    // before it, on the same line
  bool space = false;       // the gap is written as a space
  bool opening = false, closing = false;
};

bool is_closing(char32_t c) {
  return std::u32string_view(U"，。、；：？！）》】”’,;:?!)]").find(c) != std::u32string_view::npos;
}
bool is_opening(char32_t c) { return std::u32string_view(U"（《【“‘([").find(c) != std::u32string_view::npos; }
bool is_word(char32_t c) { return c < 0x80 && !is_closing(c) && !is_opening(c) && c != ' '; }
/// Characters between which a word processor puts a quarter.
bool parts_scripts(char32_t before, char32_t after) {
  return (is_word(before) && is_han(after)) || (is_han(before) && is_word(after));
}

std::vector<Unit> units_of(std::string_view text, int space_percent, std::uint64_t seed) {
  Random random(seed);
  std::vector<Unit> units;
  char32_t before = 0;
  bool typed_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (c == ' ') {
      typed_space = true;
      continue;
    }
    const bool new_unit = units.empty() || typed_space || !(is_word(c) && is_word(before));
    if (new_unit) units.emplace_back();
    Unit& unit = units.back();
    if (new_unit && typed_space) {
      unit.gap = square / 2;
      unit.space = true;
    } else if (new_unit && parts_scripts(before, c)) {
      unit.gap = 1;
      unit.space = random.chance(space_percent);
    }
    unit.text.append(text.substr(begin, at - begin));
    unit.width += static_cast<std::uint32_t>(display_width(c)) * (square / 2);
    unit.opening = is_opening(c);
    unit.closing = is_closing(c);
    before = c;
    typed_space = false;
  }
  return units;
}

/// Index behind the last unit of the line that begins at `first`.
std::size_t line_end(const std::vector<Unit>& units, std::size_t first, std::uint32_t width, Setting::Edge edge) {
  std::uint32_t used = 0;
  std::uint32_t marks = 0;
  std::size_t end = first;
  for (; end < units.size(); ++end) {
    const std::uint32_t more = units[end].width + (end == first ? 0 : units[end].gap);
    if (used + more > width) break;
    used += more;
    marks += units[end].closing ? 1 : 0;
  }
  if (end == units.size()) return end;
  if (units[end].closing) {
    const std::uint32_t over = used + units[end].width - width;
    const bool stays = edge == Setting::Edge::hang || (edge == Setting::Edge::push_in && over <= marks * square / 2);
    if (stays) {
      ++end;
    } else {
      --end;
      while (end > first + 1 && units[end].closing) --end;
    }
  }
  while (end > first + 1 && end < units.size() && (units[end - 1].opening || units[end].closing)) --end;
  return std::max(end, first + 1);
}

std::string joined(const std::vector<Unit>& units, std::size_t first, std::size_t last) {
  std::string line;
  for (std::size_t at = first; at < last; ++at) {
    if (at > first && units[at].space) line += ' ';
    line += units[at].text;
  }
  return line;
}

}  // namespace

std::vector<SetLine> typeset(std::string_view text, const Setting& setting) {
  const std::vector<Unit> units = units_of(text, setting.digit_space_percent, setting.seed);
  std::vector<SetLine> lines;
  std::uint32_t indent = setting.first_indent;
  for (std::size_t at = 0; at < units.size();) {
    const std::uint32_t width = (setting.width - indent) * square;
    const std::size_t end = line_end(units, at, width, setting.edge);
    SetLine line;
    line.text = joined(units, at, end);
    for (std::size_t unit = at; unit < end; ++unit) line.used += units[unit].width + (unit == at ? 0 : units[unit].gap);
    line.used = std::min(line.used, width);
    if (end < units.size()) line.next_unit = units[end].width + units[end].gap;
    lines.push_back(std::move(line));
    at = end;
    indent = 0;
  }
  return lines;
}

std::uint32_t first_unit_of(std::string_view text) {
  const std::vector<Unit> units = units_of(text, 0, 0);
  return units.empty() ? 0 : units[0].width;
}

std::string with_digit_spaces(std::string_view text, int percent, std::uint64_t seed) {
  const std::vector<Unit> units = units_of(text, percent, seed);
  return joined(units, 0, units.size());
}

std::uint32_t characters_of(std::string_view line) { return (static_cast<std::uint32_t>(display_width(line)) + 1) / 2; }

}  // namespace reportal::printer
