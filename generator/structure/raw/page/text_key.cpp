#include "structure/raw/page/text_key.h"

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr bool is_key_punctuation(char32_t c) {
  return c < 0x80 ? !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
                  : is_wide_punctuation(c) || (c >= 0x2010 && c <= 0x2027) || c == 0xB7;
}

/// Full-width letters and digits as ASCII, letters small.
constexpr char32_t folded(char32_t c) {
  if (c >= 0xFF10 && c <= 0xFF5A) c -= 0xFEE0;
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

}  // namespace

void make_text_key(std::string_view text, std::string& key) {
  key.clear();
  char32_t before = 0;
  bool point = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t character = next_character(text, offset);
    if (character == '.' || character == 0xFF0E) {
      point = is_ascii_digit(before);
      continue;
    }
    const char32_t kept = folded(character);
    if (is_space(character) || is_key_punctuation(kept)) {
      point = false;
      continue;
    }
    if (point && is_ascii_digit(kept)) key += '.';
    append_character(key, kept);
    before = kept;
    point = false;
  }
}

std::string text_key(std::string_view text) {
  std::string key;
  make_text_key(text, key);
  return key;
}

}  // namespace reportal::raw
