// UTF-8 text: checking, walking, counting, trimming, escaping. Everything here is pure and allocation is visible. What walks
// over characters is inline: it is on every hot path.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reportal {

inline constexpr std::size_t npos = std::string_view::npos;

/// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates, values over U+10FFFF included); npos if all is valid.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// A byte that does not begin a character.
[[nodiscard]] constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// The code point at `offset` of valid UTF-8, and moves `offset` behind it. `offset` < text.size().
constexpr char32_t next_character(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i])); };
  const auto more = [&](std::size_t i) { return byte(i) & 0x3F; };
  const char32_t lead = byte(0);
  char32_t character = lead;
  std::size_t length = 1;
  if (lead >= 0xF0) {
    character = ((lead & 0x07) << 18) | (more(1) << 12) | (more(2) << 6) | more(3);
    length = 4;
  } else if (lead >= 0xE0) {
    character = ((lead & 0x0F) << 12) | (more(1) << 6) | more(2);
    length = 3;
  } else if (lead >= 0x80) {
    character = ((lead & 0x1F) << 6) | more(1);
    length = 2;
  }
  offset += length;
  return character;
}

/// The code point that ends before `offset`, and moves `offset` to its start. `offset` > 0.
constexpr char32_t previous_character(std::string_view text, std::size_t& offset) {
  --offset;
  while (offset > 0 && is_continuation(static_cast<unsigned char>(text[offset]))) --offset;
  std::size_t end = offset;
  return next_character(text, end);
}

/// 0 for ""
[[nodiscard]] constexpr char32_t first_character(std::string_view text) {
  std::size_t offset = 0;
  return text.empty() ? 0 : next_character(text, offset);
}

/// 0 for ""
[[nodiscard]] constexpr char32_t last_character(std::string_view text) {
  std::size_t offset = text.size();
  return text.empty() ? 0 : previous_character(text, offset);
}

[[nodiscard]] std::size_t count_characters(std::string_view text);
/// The first `count` characters of `text`.
[[nodiscard]] std::string_view take_characters(std::string_view text, std::size_t count);
void append_character(std::string& out, char32_t character);

/// White space here: ASCII space and controls, U+00A0, U+3000, U+2000–U+200B, U+202F, U+FEFF.
[[nodiscard]] constexpr bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
}
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::string_view trim_end(std::string_view text);
[[nodiscard]] bool is_blank(std::string_view text);
/// Text without any white space, for comparisons.
[[nodiscard]] std::string without_space(std::string_view text);
[[nodiscard]] constexpr bool is_ascii_digit(char32_t character) { return character >= '0' && character <= '9'; }
[[nodiscard]] std::string ascii_lower(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
/// Lines without their line ends (LF); a last line end makes no empty last line.
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);

/// Appends `text` with & < > " ' escaped for HTML text and quoted attribute values.
void append_html_escaped(std::string& out, std::string_view text);
[[nodiscard]] std::string html_escaped(std::string_view text);
/// Appends `text` with & < > " ' escaped for XML, and control characters that XML 1.0 forbids left out.
void append_xml_escaped(std::string& out, std::string_view text);
/// Percent-encodes all bytes but unreserved ones and '/', for a path in an address.
void append_url_path(std::string& out, std::string_view path);
/// `text` with %XX replaced; a % that is not followed by two hexadecimal digits stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// Strings that live as long as the pool; what it hands out never moves. Not thread-safe: one a thread or one a document.
class StringPool {
 public:
  StringPool() = default;
  StringPool(StringPool&&) noexcept = default;
  StringPool& operator=(StringPool&&) noexcept = default;
  [[nodiscard]] std::string_view keep(std::string_view text);

 private:
  static constexpr std::size_t block_size = 16 * 1024;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = 0;      ///< of the last block
  std::size_t capacity_ = 0;  ///< of the last block
};

}  // namespace reportal
