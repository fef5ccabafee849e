#include "structure/raw/page/set_width.h"

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::size_t longest_unit = 120;  // bytes

bool is_closing(char32_t c) {
  static constexpr std::u32string_view closing = U"，。、；：？！）》】”’〉」』〕,.;:?!)]}";
  return closing.find(c) != std::u32string_view::npos;
}

/// What makes words and numbers, which are not parted at the end of a line.
bool is_latin(char32_t c) { return c > ' ' && c < 0x7F && !is_closing(c) && c != '(' && c != '['; }

bool parts_scripts(char32_t before, char32_t after) {
  return (is_latin(before) && is_han(after)) || (is_han(before) && is_latin(after));
}

std::uint32_t quarters(char32_t c) { return static_cast<std::uint32_t>(display_width(c)) * quarters_a_column; }

}  // namespace

std::uint32_t gap_between(char32_t before, char32_t after, Spacing spacing) {
  return spacing == Spacing::quarter && parts_scripts(before, after) ? 1 : 0;
}

SetWidth set_width(std::string_view text, Spacing spacing) {
  SetWidth width;
  char32_t before = 0;
  std::uint32_t spaces = 0;  // columns of white space behind `before`
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (is_space(c)) {
      spaces += quarters(c);
      continue;
    }
    if (spacing != Spacing::printed && parts_scripts(before, c)) {
      width.all += gap_between(before, c, spacing);
      const bool typed = spaces > 0 && !is_ascii_digit(before) && !is_ascii_digit(c);
      width.typed_spaces += typed ? 1 : 0;
    } else {
      width.all += spaces;
    }
    spaces = 0;
    width.all += quarters(c);
    const bool closes = is_closing(c);
    width.hang = closes ? width.hang + quarters(c) : 0;
    width.marks += closes ? 1 : 0;
    width.latin += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? 1 : 0;
    before = c;
  }
  return width;
}

FirstUnit first_unit(std::string_view text) {
  FirstUnit unit;
  char32_t before = 0;
  bool closed = false;
  text = text.substr(0, longest_unit);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t rest = text.size() - at;
    if (rest < 4 && text.size() == longest_unit) break;  // a character may be cut there
    const char32_t c = next_character(text, at);
    const bool inside_word = is_latin(before) && (c == '.' || c == ',' || c == ':') && at < text.size() &&
                             is_latin(first_character(text.substr(at)));
    const bool opens = before == U'（' || before == U'《' || before == U'“' || before == U'【' || before == U'(';
    if (before != 0 && is_closing(c) && !inside_word) {
      closed = true;
    } else if (before != 0 && !opens && (closed || !(is_latin(before) && (is_latin(c) || inside_word)))) {
      break;
    }
    if (!closed) unit.bare += quarters(c);
    unit.with_closings += quarters(c);
    before = inside_word ? U'0' : c;
  }
  return unit;
}

}  // namespace reportal::raw
