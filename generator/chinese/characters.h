// What kind of character something is, and how wide it is printed. Inline and table-free: on the hot path of structure.

#pragma once

#include <cstdint>
#include <string_view>

namespace reportal {

/// Han ideographs (all blocks, compatibility ones and 〇々 included).
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 || c == 0x3007 ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// CJK and full-width punctuation: 、。《》【】（），：； and the quotes and dashes that Chinese text prints full-width (“”‘’—…·).
[[nodiscard]] constexpr bool is_wide_punctuation(char32_t c) {
  return (c >= 0x3001 && c <= 0x303F && c != 0x3005 && c != 0x3007) || (c >= 0xFF01 && c <= 0xFF0F) ||
         (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) ||
         (c >= 0x2018 && c <= 0x201F) || c == 0x2014 || c == 0x2015 || c == 0x2026 || c == 0xB7 ||
         (c >= 0xFE30 && c <= 0xFE6F);
}

/// Text between two of which no space belongs where lines are joined: Han, kana, wide punctuation, full-width forms.
[[nodiscard]] constexpr bool is_wide(char32_t c) {
  return is_han(c) || is_wide_punctuation(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xFF10 && c <= 0xFF5A) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2E80 && c <= 0x2FDF);
}

/// Columns a character takes in print: 2 for wide ones (ambiguous punctuation counts as wide, as Chinese fonts print it), 0 for
/// combining marks and zero-width ones, 1 for the rest.
[[nodiscard]] constexpr int display_width(char32_t c) {
  if (c < 0x300) return c == 0xB7 ? 2 : 1;
  if (c <= 0x36F || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F)) return 0;
  if (is_wide(c) || c == 0x3000 || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1F300 && c <= 0x1FAFF)) return 2;
  return 1;
}

[[nodiscard]] int display_width(std::string_view text);  ///< of valid UTF-8, in columns

/// 。！？…；： and their ASCII forms, and closing quotes or brackets behind one.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// The space that belongs between two lines that are joined: "" between wide characters and around wide punctuation, " " otherwise.
[[nodiscard]] std::string_view joint(char32_t before, char32_t after);

}  // namespace reportal
