#include "structure/facts/quotes.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace reportal::facts {

std::size_t name_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_name = 300;  // bytes
  struct Pair {
    char32_t open, close;
  };
  static constexpr auto pairs = std::to_array<Pair>({{U'“', U'”'},
                                                     {U'《', U'》'},
                                                     {U'「', U'」'},
                                                     {U'『', U'』'},
                                                     {U'〔', U'〕'},
                                                     {U'【', U'】'},
                                                     {U'（', U'）'},
                                                     {U'(', U')'},
                                                     {U'‘', U'’'}});
  if (at >= text.size()) return npos;
  std::size_t next = at;
  const char32_t open = next_character(text, next);
  const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& p) { return p.open == open; });
  if (pair == pairs.end()) return npos;
  const bool quote = open == U'“' || open == U'「' || open == U'『';
  const std::size_t limit = std::min(text.size(), at + longest_name);
  while (next < limit) {
    const char32_t c = next_character(text, next);
    if (c == pair->close) return next;
    if (c == U'。' || c == U'\n' || c == open || (quote && c == U'；')) return npos;
  }
  return npos;
}

bool is_closing_mark(char32_t c) {
  return c == U'”' || c == U'》' || c == U'）' || c == U')' || c == U'」' || c == U'』' || c == U'】' || c == U'〕';
}

std::size_t opening_before(std::string_view text, std::size_t at, std::size_t reach) {
  std::size_t mark = at;
  const char32_t close = previous_character(text, mark);
  static constexpr std::u32string_view closes = U"”》）)」』】〕", opens = U"“《（(「『【〔";
  const char32_t open = opens[closes.find(close)];
  const std::size_t limit = at > reach ? at - reach : 0;
  while (mark > limit) {
    const char32_t c = previous_character(text, mark);
    if (c == open) return mark;
    if (c == U'。' || c == U'\n') return npos;
  }
  return npos;
}

}  // namespace reportal::facts
