#include "structure/markup/links.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace reportal::markup {

namespace {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

/// The characters that RFC 3986 allows in an address.
constexpr bool is_address_character(char c) {
  return is_ascii_alphanumeric(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != npos;
}

constexpr bool is_slash(char c) { return c == '/' || c == '\\'; }

/// Without what browsers ignore: white space and controls at the ends, and controls anywhere.
std::string without_controls(std::string_view address) {
  std::string out;
  for (const char c : trim(address)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) out += c;
  }
  return out;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && ascii_lower(text.substr(0, lower.size())) == lower;
}

/// What ends a sentence or closes a bracket that was opened outside of the address is not part of it.
std::size_t without_trailing_punctuation(std::string_view address) {
  const auto balance = [&](char open, char close) {
    return std::count(address.begin(), address.end(), open) - std::count(address.begin(), address.end(), close);
  };
  auto round = balance('(', ')');
  auto square = balance('[', ']');
  std::size_t end = address.size();
  for (; end > 0; --end) {
    const char last = address[end - 1];
    if (last == ')' && round < 0)
      ++round;
    else if (last == ']' && square < 0)
      ++square;
    else if (std::string_view("?!.,:*_~'\";&([").find(last) == npos)
      break;
  }
  return end;
}

}  // namespace

std::optional<std::string> allowed_address(std::string_view address, AddressUse use) {
  std::string clean = without_controls(address);
  if (clean.size() >= 2 && is_slash(clean[0]) && is_slash(clean[1])) {
    if (clean.find('\\') != npos) return std::nullopt;
    return "https:" + clean;
  }
  const std::size_t end = clean.find_first_of(":/?#\\");
  if (end == npos || clean[end] != ':') {
    if (use == AddressUse::image && (clean.empty() || clean[0] == '#')) return std::nullopt;
    return clean;
  }
  static constexpr std::array<std::string_view, 4> schemes = {"http", "https", "mailto", "tel"};
  const std::string scheme = ascii_lower(std::string_view(clean).substr(0, end));
  const std::size_t allowed = use == AddressUse::link ? schemes.size() : 2;
  if (std::find(schemes.begin(), schemes.begin() + allowed, scheme) == schemes.begin() + allowed) return std::nullopt;
  return clean;
}

std::size_t web_address_length(std::string_view text) {
  std::size_t begin = 0;
  for (const std::string_view start : {std::string_view("https://"), std::string_view("http://"), std::string_view("www.")}) {
    if (starts_with_ignoring_case(text, start)) {
      begin = start.size();
      break;
    }
  }
  if (begin == 0 || begin >= text.size() || !is_ascii_alphanumeric(text[begin])) return 0;
  std::size_t end = begin;
  while (end < text.size() && is_address_character(text[end])) ++end;
  end = without_trailing_punctuation(text.substr(0, end));
  return end > begin ? end : 0;
}

}  // namespace reportal::markup
