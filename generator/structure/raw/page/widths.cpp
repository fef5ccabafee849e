#include "structure/raw/page/widths.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/page/columns.h"
#include "structure/raw/page/set_width.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t min_full_width = 36;
constexpr std::uint32_t max_full_width = 160;
using Histogram = std::array<std::uint32_t, max_full_width + 4>;

std::uint32_t count_around(const Histogram& histogram, std::uint32_t width) {
  return histogram[width - 1] + histogram[width] + histogram[width + 1];
}

/// The width that lines pile up at: the fullest window of three columns, and the width in it that occurs most; 0 if there are
/// no lines. Where paragraphs are short, their first lines pile up as high, a lost indent before the full ones.
std::uint32_t most_common_width(const Histogram& histogram) {
  std::uint32_t best = 0;
  for (std::uint32_t width = 1; width + 1 < histogram.size(); ++width) {
    if (histogram[width] > 0 && (best == 0 || count_around(histogram, width) >= count_around(histogram, best))) best = width;
  }
  if (best == 0) return 0;
  const std::uint32_t wider = best + lost_indent;
  if (wider + 1 < histogram.size() && count_around(histogram, wider) * 10 >= count_around(histogram, best) * 7) best = wider;
  const auto first = histogram.begin() + best - 1;
  return best - 1 + static_cast<std::uint32_t>(std::max_element(first, first + 3) - first);
}

bool is_closing(char32_t character) {
  static constexpr std::u32string_view closing = U"，。、；：？！）》】”’〉」』%％,.;:?!)]}";
  return closing.find(character) != std::u32string_view::npos;
}

bool is_word_character(char32_t character) {
  return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
         (character >= 'a' && character <= 'z') || character == '.' || character == '-' || character == '/' || character == '%';
}

/// A row of a table that text extraction kept in its layout.
bool is_aligned_row(std::string_view text) { return text.find("  ") != npos || text.find('\t') != npos; }

/// Of `candidates` lines long enough many reach the right edge, and these mostly stop in the middle of a sentence.
bool is_wrapped(const std::vector<Line>& lines, const std::vector<SetWidth>& widths, std::uint32_t candidates) {
  constexpr std::uint32_t reach = 24;  // quarters of a character: first lines, long words, boxes narrower than others
  constexpr std::uint32_t first_line_room = lost_indent * quarters_a_column;
  const PageColumns columns = learn_columns(lines, widths);
  std::uint32_t full = 0;
  std::uint32_t open = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const Line& line = lines[at];
    if (!is_running(line) || line.width < min_full_width || line.width > max_full_width) continue;
    if (is_aligned_row(line.text)) continue;
    const SetWidth& width = widths[at];
    const std::uint32_t all = line_width(width, columns);
    const std::uint32_t indent = columns.keeps_indent && line.indent > columns.text.left ? line.indent - columns.text.left : 0;
    const std::uint32_t right = all + indent * quarters_a_column;
    if (right + reach < columns.text.width || all > columns.text.width + first_line_room + width.hang + width.latin) continue;
    ++full;
    if (!ends_sentence(line.text)) ++open;
  }
  return open >= 2 && full * 5 >= candidates * 2 && open * 2 >= full;
}

}  // namespace

Widths learn_widths(const std::vector<Line>& lines) {
  Histogram histogram{};
  std::array<std::uint32_t, 8> gaps{};
  std::uint32_t in_range = 0;
  std::uint32_t longer = 0;
  std::uint32_t indented = 0;
  for (const Line& line : lines) {
    if (!is_running(line) || is_aligned_row(line.text)) continue;
    if (line.width > max_full_width) {
      ++longer;
    } else if (line.width >= min_full_width) {
      ++histogram[line.width];
      ++in_range;
    }
  }
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (is_running(lines[at]) && is_set_in(lines, at)) ++indented;
  }
  Widths widths;
  widths.set.reserve(lines.size());
  for (const Line& line : lines) widths.set.push_back(line.width > max_full_width ? SetWidth{} : set_width(line.text));
  widths.text = most_common_width(histogram);
  widths.wrapped = in_range >= 2 && longer * 3 < in_range && is_wrapped(lines, widths.set, in_range);
  const std::size_t texts = in_range + longer;
  widths.indented = indented >= 2 && indented * 25 >= texts && indented * 10 <= lines.size() * 8;
  if (!widths.wrapped) return widths;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    if (is_running(lines[at]) && is_running(lines[at - 1]) && lines[at - 1].width + 1 >= widths.text &&
        lines[at - 1].width <= widths.text + 3 && lines[at].blanks < gaps.size()) {
      ++gaps[lines[at].blanks];
    }
  }
  widths.line_gap = static_cast<std::uint16_t>(std::max_element(gaps.begin(), gaps.end()) - gaps.begin());
  return widths;
}

bool is_set_in(const std::vector<Line>& lines, std::size_t at) {
  const Line& line = lines[at];
  if (line.indent < 2) return false;
  const auto is_text = [&](std::size_t near) { return near < lines.size() && is_running(lines[near]); };
  const bool before =
      at > 0 && is_text(at - 1) && lines[at - 1].indent + 2 <= line.indent && line.indent <= lines[at - 1].indent + 8;
  const bool behind = is_text(at + 1) && lines[at + 1].indent + 2 <= line.indent && line.indent <= lines[at + 1].indent + 8;
  const bool alone = !(at > 0 && is_text(at - 1)) && !is_text(at + 1);
  return before || behind || (alone && line.indent <= 8);
}

std::uint32_t first_unit_width(std::string_view text) {
  std::uint32_t width = 0;
  std::size_t offset = 0;
  while (offset < text.size() && offset < 40) {
    const char32_t character = next_character(text, offset);
    width += static_cast<std::uint32_t>(display_width(character));
    std::size_t next = offset;
    if (next == text.size()) break;
    const char32_t following = next_character(text, next);
    if (is_closing(following)) continue;
    if (!(is_word_character(character) && is_word_character(following))) break;
  }
  return width;
}

}  // namespace reportal::raw
