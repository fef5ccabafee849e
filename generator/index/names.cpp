// Names made from what is printed: slugs of numbers, hashes of texts, and how equal ones are told apart.

#include <xxhash.h>

#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"
#include "index/planning.h"

namespace reportal::index {
namespace {

/// ASCII letters and digits in lower case, of full-width forms too; 0 for all others.
char plain_character(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return kept ? static_cast<char>(c) : '\0';
}

constexpr std::size_t max_slug_characters = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string number_slug(std::string_view number) {
  std::string slug;
  bool separated = false;
  const auto append = [&](std::string_view part) {
    if (separated && !slug.empty()) slug += '-';
    separated = false;
    slug += part;
  };
  for (std::size_t at = 0; at < number.size();) {
    if (const std::size_t length = chinese_numeral_length(number.substr(at)); length > 0) {
      const std::string_view numeral = number.substr(at, length);
      const auto value = chinese_numeral(numeral);
      separated = true;
      append(value ? std::to_string(*value) : text_hash(numeral));
      separated = true;
      at += length;
      continue;
    }
    if (const char c = plain_character(next_character(number, at))) {
      append({&c, 1});
    } else {
      separated = true;
    }
  }
  return slug;
}

std::string title_slug(std::string_view title) {
  std::string slug;
  bool separated = false;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < title.size() && characters < max_slug_characters;) {
    const char32_t c = next_character(title, at);
    const char plain = plain_character(c);
    if (plain == '\0' && !is_han(c)) {
      separated = true;
      continue;
    }
    if (separated && !slug.empty()) slug += '-';
    separated = false;
    if (plain != '\0') {
      slug += plain;
    } else {
      append_character(slug, c);
    }
    ++characters;
  }
  return slug;
}

std::string natural_key(std::string_view slug) {
  std::string key;
  key.reserve(slug.size() * 2);
  for (std::size_t at = 0; at < slug.size();) {
    if (!is_digit(slug[at])) {
      key += slug[at++];
      continue;
    }
    while (at < slug.size() && slug[at] == '0') ++at;
    const std::size_t start = at;
    while (at < slug.size() && is_digit(slug[at])) ++at;
    key += static_cast<char>('0' + std::min<std::size_t>(at - start, 64));  // the longer number is the greater one
    key += slug.substr(start, at - start);
  }
  return key;
}

std::string text_hash(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::uint64_t hash = XXH3_64bits(text.data(), text.size());
  std::string out(6, '0');
  for (char& c : out) {
    c = digits[hash & 15];
    hash >>= 4;
  }
  return out;
}

void make_distinct(std::vector<std::string>& names) {
  std::unordered_set<std::string_view> taken;  // of strings that are not changed any more
  taken.reserve(names.size());
  std::vector<std::size_t> repeated;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names[i].empty() && !taken.insert(names[i]).second) repeated.push_back(i);
  }
  std::unordered_map<std::string, std::uint32_t> next;
  for (const std::size_t i : repeated) {
    std::uint32_t& number = next.try_emplace(names[i], 2).first->second;
    std::string candidate;
    do {
      candidate = names[i] + '-' + std::to_string(number++);
    } while (taken.contains(candidate));
    names[i] = std::move(candidate);
    taken.insert(names[i]);
  }
}

}  // namespace reportal::index
