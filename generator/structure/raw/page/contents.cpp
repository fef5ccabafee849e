// Tables of contents: dot leaders with a page number, or, behind a line 目录, short lines that end with one.

#include <algorithm>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/headings.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t max_entry_width = 120;

std::size_t trailing_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && count < 4 && is_ascii_digit(static_cast<unsigned char>(text[text.size() - 1 - count]))) ++count;
  return count;
}

bool is_leader(char32_t character) {
  return character == '.' || character == U'…' || character == U'·' || character == U'．' || character == U'⋯';
}

/// 1.1 党建引领 ……… 3, the page number possibly missing.
bool has_leader(std::string_view text) {
  std::size_t offset = text.size() - trailing_digits(text);
  std::size_t columns = 0;
  while (offset > 0) {
    std::size_t before = offset;
    const char32_t character = previous_character(text, before);
    if (!is_leader(character) && !is_space(character)) break;
    if (is_leader(character)) columns += character == U'…' ? 3 : 1;
    offset = before;
  }
  return offset > 0 && (columns >= 6 || (columns >= 3 && offset < text.size() && trailing_digits(text) > 0));
}

bool is_contents_title(std::string_view text) {
  const std::string plain = text.size() <= 40 ? without_space(text) : std::string();
  return plain == "目录" || plain == "目次" || plain == "图目录" || plain == "表目录" || plain == "案例目录" ||
         plain == "图表目录";
}

bool may_be_entry(const Line& line) { return line.width <= max_entry_width && line.kind == LineKind::text; }

}  // namespace

void mark_contents(std::vector<Line>& lines) {
  constexpr std::size_t max_plain_run = 3;  // wrapped or unnumbered entries between two with page numbers
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (!may_be_entry(lines[at])) continue;
    const bool titled = is_contents_title(lines[at].text);
    if (!titled && !has_leader(lines[at].text)) continue;
    std::size_t last = at;
    std::size_t entries = titled ? 0 : 1;
    for (std::size_t next = at + 1; next < lines.size() && next - last <= max_plain_run; ++next) {
      if (lines[next].kind == LineKind::noise) continue;
      if (!may_be_entry(lines[next])) break;
      const bool entry = has_leader(lines[next].text) || (titled && trailing_digits(lines[next].text) > 0 &&
                                                          !ends_sentence(lines[next].text) && lines[next].text.size() > 6);
      if (!entry && !is_contents_title(lines[next].text)) continue;
      last = next;
      entries += entry ? 1 : 0;
    }
    for (std::size_t line = at; entries >= 2 && line <= last; ++line) {
      if (lines[line].kind == LineKind::text) lines[line].kind = LineKind::contents;
    }
    at = last;  // a run that starts later in this one has no more entries
  }
}

}  // namespace reportal::raw
