#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace reportal {
namespace {

unsigned char byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

/// Length of the valid UTF-8 sequence at `i`, 0 if there is none (RFC 3629, table 3-7 of Unicode).
std::size_t valid_sequence(std::string_view text, std::size_t i) {
  const unsigned char lead = byte_at(text, i);
  const std::size_t left = text.size() - i;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (left < 2) return 0;
  const unsigned char second = byte_at(text, i + 1);
  if (lead < 0xE0) return is_continuation(second) ? 2 : 0;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  if (left < 3 || !is_continuation(byte_at(text, i + 2))) return 0;
  if (lead < 0xF0) return 3;
  return left >= 4 && is_continuation(byte_at(text, i + 3)) ? 4 : 0;
}

bool eight_ascii(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

/// Sixteen bytes that are compared at once.
using Block [[gnu::vector_size(16)]] = unsigned char;
constexpr std::size_t block_bytes = sizeof(Block);

/// No byte of the block is one that markup escapes. Most of a page is Chinese text, so most blocks are plain.
bool is_plain_block(const char* bytes) {
  Block block;
  std::memcpy(&block, bytes, block_bytes);
  const auto special = (block == '&') | (block == '<') | (block == '>') | (block == '"') | (block == '\'') | (block < 0x20);
  std::uint64_t halves[2];
  std::memcpy(halves, &special, block_bytes);
  return (halves[0] | halves[1]) == 0;
}

/// Appends `text`, each byte for which the table has a text replaced by it; runs between are copied whole.
void append_replaced(std::string& out, std::string_view text, const std::array<const char*, 256>& replacements) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (i + block_bytes <= text.size() && is_plain_block(text.data() + i)) {
      i += block_bytes;
      continue;
    }
    const std::size_t end = std::min(i + block_bytes, text.size());
    for (; i < end; ++i) {
      const char* instead = replacements[byte_at(text, i)];
      if (instead == nullptr) continue;
      out.append(text, copied, i - copied);
      out.append(instead);
      copied = i + 1;
    }
  }
  out.append(text, copied, text.size() - copied);
}

constexpr std::array<const char*, 256> make_markup_escapes(bool drop_controls) {
  std::array<const char*, 256> table{};
  if (drop_controls) {
    for (int c = 0; c < 0x20; ++c) {
      if (c != '\t' && c != '\n' && c != '\r') table[static_cast<std::size_t>(c)] = "";
    }
  }
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}

constexpr auto html_escapes = make_markup_escapes(false);
constexpr auto xml_escapes = make_markup_escapes(true);

/// The last character is a printed one of ASCII or of U+4000 to U+9FFF: no space, without decoding it.
bool ends_in_print(std::string_view text) {
  if (text.empty()) return false;
  const auto last = static_cast<unsigned char>(text.back());
  if (last < 0x80) return last > 0x20 && last < 0x7F;
  if (text.size() < 3) return false;
  const auto lead = static_cast<unsigned char>(text[text.size() - 3]);
  return lead >= 0xE4 && lead <= 0xE9;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (i + 8 <= text.size() && eight_ascii(text.data() + i)) {
      i += 8;
      continue;
    }
    const std::size_t length = valid_sequence(text, i);
    if (length == 0) return i;
    i += length;
  }
  return npos;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += !is_continuation(static_cast<unsigned char>(byte));
  return count;
}

std::string_view take_characters(std::string_view text, std::size_t count) {
  std::size_t offset = 0;
  while (count > 0 && offset < text.size()) {
    next_character(text, offset);
    --count;
  }
  return text.substr(0, offset);
}

void append_character(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string_view trim_end(std::string_view text) {
  if (ends_in_print(text)) return text;
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t start = end;
    if (!is_space(previous_character(text, start))) break;
    end = start;
  }
  return text.substr(0, end);
}

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t next = start;
    if (!is_space(next_character(text, next))) break;
    start = next;
  }
  return trim_end(text.substr(start));
}

bool is_blank(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (!is_space(next_character(text, offset))) return false;
  }
  return true;
}

std::string without_space(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t start = offset;
    if (!is_space(next_character(text, offset))) result.append(text, start, offset - start);
  }
  return result;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end == npos ? npos : end - start));
    if (end == npos) return parts;
    start = end + 1;
  }
}

std::vector<std::string_view> split_lines(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text.empty() ? std::vector<std::string_view>{} : split(text, '\n');
}

void append_html_escaped(std::string& out, std::string_view text) {
  append_replaced(out, text, html_escapes);
}

std::string html_escaped(std::string_view text) {
  std::string out;
  append_html_escaped(out, text);
  return out;
}

void append_xml_escaped(std::string& out, std::string_view text) {
  append_replaced(out, text, xml_escapes);
}

void append_url_path(std::string& out, std::string_view path) {
  static constexpr char hex[] = "0123456789ABCDEF";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       byte == '-' || byte == '.' || byte == '_' || byte == '~' || byte == '/';
    if (plain) {
      out.push_back(c);
    } else {
      out.push_back('%');
      out.push_back(hex[byte >> 4]);
      out.push_back(hex[byte & 15]);
    }
  }
}

std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  };
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_code = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    out += is_code ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (is_code) i += 2;
  }
  return out;
}

std::string_view StringPool::keep(std::string_view text) {
  if (text.empty()) return {};
  if (blocks_.empty() || capacity_ - used_ < text.size()) {
    capacity_ = text.size() > block_size ? text.size() : block_size;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(capacity_));
    used_ = 0;
  }
  char* place = blocks_.back().get() + used_;
  std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

}  // namespace reportal
