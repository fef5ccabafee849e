#include "chinese/characters.h"

#include "base/text.h"

namespace reportal {
namespace {

constexpr bool is_closing(char32_t c) {
  switch (c) {
    case U'”': case U'’': case U'」': case U'』': case U'）': case U'】': case U'》': case U'〉': case U'〕':
    case U')': case U']': case U'"': case U'\'':
      return true;
    default:
      return false;
  }
}

constexpr bool is_sentence_mark(char32_t c) {
  switch (c) {
    case U'。': case U'！': case U'？': case U'…': case U'；': case U'：': case U'．': case U'｡':
    case U'.': case U'!': case U'?': case U';': case U':':
      return true;
    default:
      return false;
  }
}

}  // namespace

int display_width(std::string_view text) {
  int columns = 0;
  for (std::size_t i = 0; i < text.size();) columns += display_width(next_character(text, i));
  return columns;
}

bool ends_sentence(std::string_view text) {
  std::size_t end = trim_end(text).size();
  while (end > 0) {
    const char32_t c = previous_character(text, end);
    if (is_sentence_mark(c)) return true;
    if (!is_closing(c)) return false;
  }
  return false;
}

std::string_view joint(char32_t before, char32_t after) {
  if (before == 0 || after == 0 || is_space(before) || is_space(after)) return "";
  if (is_wide_punctuation(before) || is_wide_punctuation(after)) return "";
  return is_wide(before) && is_wide(after) ? "" : " ";
}

}  // namespace reportal
