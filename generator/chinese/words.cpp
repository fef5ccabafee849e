#include "chinese/words.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/text.h"

namespace reportal {
namespace {

constexpr std::size_t characters_around = 8;  ///< on either side; the longest words of the dictionary that names cut have four

/// A break iterator may be used by one thread at a time.
icu::BreakIterator* word_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return breaks.get();
}

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t characters_before(std::string_view text, std::size_t offset, std::size_t count) {
  while (offset > 0 && count > 0) {
    --offset;
    if (!continues_character(text[offset])) --count;
  }
  return offset;
}

icu::UnicodeString units_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

}  // namespace

bool inside_word(std::string_view text, std::size_t offset) {
  icu::BreakIterator* breaks = word_breaks();
  if (breaks == nullptr || offset == 0 || offset >= text.size()) return false;
  const std::string_view before = text.substr(0, offset).substr(characters_before(text, offset, characters_around));
  const std::string_view behind = take_characters(text.substr(offset), characters_around);
  icu::UnicodeString window = units_of(before);
  const int32_t place = window.length();
  window.append(units_of(behind));
  breaks->setText(window);
  return breaks->isBoundary(place) == 0;
}

std::vector<std::string_view> words_of(std::string_view text) {
  icu::BreakIterator* breaks = word_breaks();
  if (breaks == nullptr || text.empty()) return {};
  const icu::UnicodeString units = units_of(text);
  breaks->setText(units);
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  int32_t unit = 0;
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    std::size_t behind = begin;
    for (; unit < end && behind < text.size(); unit += next_character(text, behind) > 0xFFFF ? 2 : 1) {
    }
    words.push_back(text.substr(begin, behind - begin));
    begin = behind;
  }
  return words;
}

}  // namespace reportal
