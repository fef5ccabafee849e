#include "structure/raw/lists.h"

#include "base/text.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

using Form = ListMarker::Form;

bool is_bullet(char32_t c) {
  return std::u32string_view(U"•●■◆▪▲◇□○‣➢✓\uF06C\uF06E\uF0B7\uF0D8").find(c) != std::u32string_view::npos;
}

/// At most three ASCII digits at `offset`; 0 if there are none.
std::uint32_t read_value(std::string_view text, std::size_t& offset) {
  std::uint32_t value = 0;
  const std::size_t begin = offset;
  while (offset < text.size() && offset - begin < 3 && is_ascii_digit(static_cast<unsigned char>(text[offset])))
    value = value * 10 + static_cast<std::uint32_t>(text[offset++] - '0');
  return value;
}

std::optional<ListMarker> ended(std::string_view text, std::size_t offset, Form form, std::uint32_t value) {
  ListMarker marker{form, value, offset, offset};
  skip_space(text, marker.text_at);
  if (marker.text_at == text.size()) return std::nullopt;
  return marker;
}

}  // namespace

std::optional<ListMarker> read_list_marker(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::size_t offset = 0;
  const char32_t first = next_character(text, offset);
  if (is_bullet(first)) return ended(text, offset, Form::bullet, 0);
  if (first >= U'①' && first <= U'⑳') return ended(text, offset, Form::circled, first - U'①' + 1);
  if (first >= U'⑴' && first <= U'⒇') return ended(text, offset, Form::bracketed, first - U'⑴' + 1);
  const bool bracketed = first == U'（' || first == U'(';
  if (!bracketed) offset = 0;
  const std::uint32_t value = read_value(text, offset);
  if (value == 0) return std::nullopt;
  if (skip_word(text, offset, "）") || skip_word(text, offset, ")"))
    return ended(text, offset, bracketed ? Form::bracketed : Form::half_bracketed, value);
  if (bracketed) return std::nullopt;
  // A point may also be a decimal one.
  if (skip_word(text, offset, "、") || skip_word(text, offset, "．") || skip_word(text, offset, ".")) {
    if (offset < text.size() && is_ascii_digit(static_cast<unsigned char>(text[offset]))) return std::nullopt;
    return ended(text, offset, Form::pointed, value);
  }
  return std::nullopt;
}

}  // namespace reportal::raw
