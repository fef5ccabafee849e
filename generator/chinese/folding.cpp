#include "chinese/folding.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <vector>

#include "base/text.h"

namespace reportal {
namespace {

constexpr char32_t first_ideograph = first_with_simplified_form;
constexpr char32_t last_ideograph = last_with_simplified_form;

/// The simplified form of each character of the main block of ideographs. ICU's transliterator maps them one by one but is
/// slow and made for one thread, so it is asked once for all of them.
class SimplifiedForms {
 public:
  SimplifiedForms() {
    icu::UnicodeString characters;
    for (char32_t c = first_ideograph; c <= last_ideograph; ++c) characters.append(static_cast<UChar32>(c));
    const int32_t count = characters.length();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplify(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) return;
    simplify->transliterate(characters);
    if (characters.length() != count) return;  // forms of another length would shift the rest
    forms_.assign(characters.getBuffer(), characters.getBuffer() + count);
  }

  char32_t of(char32_t c) const {
    if (c < first_ideograph || c - first_ideograph >= forms_.size()) return c;
    return forms_[c - first_ideograph];
  }

 private:
  std::vector<char16_t> forms_;
};

const SimplifiedForms& simplified_forms() {
  static const SimplifiedForms forms;
  return forms;
}

void remove_space(std::string& text) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_character(text, i);
    if (is_space(c)) continue;
    for (std::size_t k = start; k < i; ++k) text[kept++] = text[k];
  }
  text.resize(kept);
}

/// NFKC, lower case, without white space, by ICU.
std::string normalized(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compatibility = icu::Normalizer2::getNFKCInstance(status);
  std::string normal;
  normal.reserve(text.size());
  icu::StringByteSink<std::string> normal_sink(&normal);
  compatibility->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), normal_sink, nullptr, status);

  std::string lower;
  lower.reserve(normal.size());
  icu::StringByteSink<std::string> lower_sink(&lower);
  icu::CaseMap::utf8ToLower("", 0, normal, lower_sink, nullptr, status);
  remove_space(lower);
  return lower;
}

/// An ideograph of the main block, three bytes long, begins at `i`.
constexpr bool is_ideograph_at(std::string_view text, std::size_t i) {
  const auto first = static_cast<unsigned char>(text[i]);
  return (first >= 0xE5 && first <= 0xE9) || (first == 0xE4 && static_cast<unsigned char>(text[i + 1]) >= 0xB8);
}

/// CJK brackets and marks, quotes and dashes: punctuation that folding leaves as it is.
constexpr bool folds_to_itself(char32_t c) {
  return (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x2018 && c <= 0x201F) || c == 0x2014 ||
         c == 0xB7;
}

}  // namespace

// Chinese text is mostly made of what stays as it is or folds to one ASCII letter: that is done here, the rest is left to ICU.
std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t copied = 0;  // what stands between here and i stays as it is
  for (std::size_t i = 0; i < text.size();) {
    if (is_ideograph_at(text, i)) {
      i += 3;
      continue;
    }
    const std::size_t start = i;
    char32_t c = next_character(text, i);
    if (folds_to_itself(c)) continue;
    result.append(text, copied, start - copied);
    copied = i;
    if (is_space(c)) continue;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFF01 - '!';
    if (c >= 0x7F) return normalized(text);
    result.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
  }
  return result.append(text, copied);
}

char32_t simplified_form(char32_t character) {
  const char32_t form = simplified_forms().of(character);
  return form < first_ideograph || form > last_ideograph ? character : form;
}

std::string folded_simplified(std::string_view text) {
  std::string result = folded(text);
  const SimplifiedForms& forms = simplified_forms();
  // A form lies in the same block as its character, so both take three bytes and the text can be changed where it stands.
  for (std::size_t i = 0; i < result.size();) {
    const std::size_t start = i;
    const char32_t c = next_character(result, i);
    const char32_t form = forms.of(c);
    if (form == c || form < first_ideograph || form > last_ideograph) continue;
    result[start] = static_cast<char>(0xE0 | (form >> 12));
    result[start + 1] = static_cast<char>(0x80 | ((form >> 6) & 0x3F));
    result[start + 2] = static_cast<char>(0x80 | (form & 0x3F));
  }
  return result;
}

}  // namespace reportal
