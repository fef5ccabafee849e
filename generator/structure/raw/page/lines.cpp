#include "structure/raw/page/lines.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::uint16_t clamp_count(std::size_t count) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(count, std::numeric_limits<std::uint16_t>::max()));
}

/// White space before the text of a line: sets indent and page_start, returns its bytes.
std::size_t read_indent(std::string_view raw, Line& line) {
  std::size_t offset = 0;
  std::size_t columns = 0;
  bool form_feed = false;
  while (offset < raw.size()) {
    std::size_t next = offset;
    const char32_t character = next_character(raw, next);
    if (!is_space(character)) break;
    if (character == '\f') {
      form_feed = true;
      columns = 0;
    } else {
      columns += character == '\t' ? 4 : static_cast<std::size_t>(display_width(character));
    }
    offset = next;
  }
  line.indent = clamp_count(columns);
  line.page_start = form_feed || (columns == 1 && raw.front() == ' ');
  if (columns == 1) line.indent = 0;
  return offset;
}

}  // namespace

std::vector<Line> read_lines(const Source& source) {
  std::vector<Line> lines;
  lines.reserve(source.line_count());
  std::size_t blanks = 0;
  bool form_feed = false;
  for (std::uint32_t number = source.front_matter_last + 1; number <= source.line_count(); ++number) {
    const std::string_view raw = source.line(number);
    Line line;
    const std::size_t indent = read_indent(raw, line);
    const std::string_view text = trim_end(raw.substr(indent));
    if (text.empty()) {
      ++blanks;
      form_feed |= raw.find('\f') != npos;
      continue;
    }
    line.text = text;
    line.number = number;
    line.width = static_cast<std::uint32_t>(display_width(text));
    line.blanks = clamp_count(blanks);
    line.page_start |= form_feed;
    line.hard_break = raw.ends_with("  ");
    lines.push_back(line);
    blanks = 0;
    form_feed = false;
  }
  return lines;
}

std::size_t previous_content(const std::vector<Line>& lines, std::size_t at) {
  while (at > 0) {
    if (lines[--at].kind != LineKind::noise) return at;
  }
  return no_line;
}

std::size_t next_content(const std::vector<Line>& lines, std::size_t at) {
  for (++at; at < lines.size(); ++at) {
    if (lines[at].kind != LineKind::noise) return at;
  }
  return no_line;
}

}  // namespace reportal::raw
