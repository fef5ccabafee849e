#include "chinese/sentences.h"

#include "base/text.h"

namespace reportal {
namespace {

std::size_t sentence_start(std::string_view text, std::size_t offset) {
  for (std::size_t i = offset, count = 0; i > 0; ++count) {
    std::size_t before = i;
    if (closes_sentence(previous_character(text, before)) || count == sentence_side_characters) return i;
    i = before;
  }
  return 0;
}

std::size_t sentence_end(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (offset < text.size() && count++ < sentence_side_characters) {
    if (closes_sentence(next_character(text, offset))) break;
  }
  return offset;
}

}  // namespace

std::string_view sentence_around(std::string_view text, std::size_t first, std::size_t last) {
  const std::size_t start = sentence_start(text, first);
  return text.substr(start, sentence_end(text, last) - start);
}

}  // namespace reportal
