#include "structure/raw/tables/words.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/tables/weights.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_digit(char32_t c) { return is_ascii_digit(c) || (c >= U'０' && c <= U'９'); }

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

float log_sigmoid(double odds) { return static_cast<float>(-std::log1p(std::exp(-odds))); }

void set_odds(Word& word, double odds) {
  word.part = log_sigmoid(odds);
  word.stay = log_sigmoid(-odds);
}

bool is_figure(CellKind kind) {
  return kind == CellKind::number || kind == CellKind::percent || kind == CellKind::code || kind == CellKind::year;
}

/// 2023年 11 月: `after` goes on with the date that `before` is in the middle of.
bool continues_date(const Word& before, const Word& after) {
  if (!before.text.ends_with("年") && !before.text.ends_with("月")) return false;
  std::size_t digits = 0;
  while (digits < after.text.size() && is_ascii_digit(static_cast<unsigned char>(after.text[digits]))) ++digits;
  const std::string_view rest = after.text.substr(digits);
  return (digits == 1 || digits == 2) && (rest.empty() || rest.starts_with("月") || rest.starts_with("日"));
}

/// `unit` counts with the number `before` it.
bool counts_with(const Word* before, const Word& unit) {
  return before != nullptr && (before->kind == CellKind::number || before->kind == CellKind::year) &&
         begins_with_unit(unit.text);
}

/// `earlier` is the word before `before` on the same line, if there is one.
double odds_of_space(const Word* earlier, const Word& before, const Word& after) {
  using namespace weights;
  const char32_t left = before.last;
  const char32_t right = after.first;
  if (before.kind == CellKind::mark || after.kind == CellKind::mark) return two_numbers;
  if (is_one_of(left, U"、，,；;：:（(《“/")) return behind_comma;
  if (continues_date(before, after) || (before.kind == CellKind::year && after.kind == CellKind::date_rest)) return inside_date;
  if (is_figure(before.kind) && is_figure(after.kind)) return two_numbers;
  if (counts_with(&before, after)) return number_and_unit;
  const bool count_follows = is_figure(after.kind) || after.kind == CellKind::quantity;
  if (count_follows && (before.kind == CellKind::quantity || counts_with(earlier, before))) return two_counts;
  if (is_one_of(left, U"）)》】”")) return behind_closing;
  if (is_one_of(right, U"（(《【“")) return before_opening;
  const bool long_number =
      (is_figure(before.kind) && before.text.size() >= 3) || (is_figure(after.kind) && after.text.size() >= 3);
  if (is_figure(before.kind) || is_figure(after.kind)) return long_number ? beside_long_number : beside_number;
  if (is_han(left) && is_han(right)) return before.width == 2 && after.width == 2 ? two_characters : two_chinese_words;
  if (is_letter(left) && is_letter(right)) return two_latin_words;
  if (is_digit(left) && is_han(right) && before.kind == CellKind::text) return behind_numbered_word;
  if (is_digit(left) || is_digit(right)) return beside_number;
  if (is_letter(left) || is_letter(right)) return beside_latin;
  return two_chinese_words;
}

double odds_of_gap(const Word* earlier, const Word* before, const Word& word, bool alone, const BodyStyle& style) {
  using namespace weights;
  switch (word.gap) {
    case Gap::none:
      return glued_number;
    case Gap::wide:
      return wide_gap;
    case Gap::beside:
      return line_beside;
    case Gap::below:
      break;
    case Gap::space:
      return style.has_wide ? single_among_wide : odds_of_space(earlier, *before, word);
  }
  const bool comma = before != nullptr && is_one_of(before->last, U"、，,");
  if (comma) return behind_comma;
  if (before != nullptr && word.kind == CellKind::date_rest) return inside_date;
  if (alone && is_figure(word.kind)) return before != nullptr && is_figure(before->kind) ? two_numbers : number_alone;
  return style.has_blanks ? line_below : line_end;
}

/// Brackets and quotes that `word` opens and closes.
void count_brackets(Word& word) {
  int depth = 0;
  for (std::size_t offset = 0; offset < word.text.size();) {
    const char32_t c = next_character(word.text, offset);
    if (is_one_of(c, U"（(《“【〔")) ++depth;
    if (is_one_of(c, U"）)》”】〕") && --depth < 0) word.closes = true;
  }
  word.depth = static_cast<std::int16_t>(std::clamp(depth, -100, 100));
}

/// Digits that a running number may be, in front of text that does not count with them.
std::size_t glued_digits(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_ascii_digit(static_cast<unsigned char>(text[digits]))) ++digits;
  if (digits == 0 || digits > 3 || digits == text.size()) return 0;
  const char32_t next = first_character(text.substr(digits));
  return is_han(next) && !begins_with_unit(text.substr(digits)) ? digits : 0;
}

/// `alone`: nothing else stands on its line.
void append_word(std::string_view text, std::uint32_t line, Gap gap, bool alone, const BodyStyle& style,
                 std::vector<Word>& words) {
  Word word;
  word.text = text;
  word.line = line;
  word.gap = gap;
  word.width = static_cast<std::uint32_t>(display_width(text));
  word.unit = first_unit_width(text);
  word.kind = kind_of(text);
  word.names = looks_like_names(text);
  word.first = first_character(text);
  word.last = last_character(text);
  count_brackets(word);
  const Word* before = words.empty() ? nullptr : &words.back();
  const Word* earlier = words.size() < 2 || words[words.size() - 2].line != line ? nullptr : &words[words.size() - 2];
  set_odds(word, odds_of_gap(earlier, before, word, alone, style));
  words.push_back(word);
}

}  // namespace

BodyStyle learn_style(const std::vector<BodyLine>& lines) {
  BodyStyle style;
  std::size_t below = 0, wide = 0, spaced = 0;
  for (std::size_t at = 1; at < lines.size(); ++at) below += lines[at].below ? 1 : 0;
  style.has_blanks = below > 0 && below + 1 < lines.size();
  for (const BodyLine& line : lines) {
    if (line.text.find('\t') != npos || line.text.find("  ") != npos || line.text.find("　") != npos)
      ++wide;
    else if (line.text.find(' ') != npos)
      ++spaced;
  }
  style.has_wide = wide > 1 && wide > spaced;
  return style;
}

void append_words(const std::vector<BodyLine>& lines, std::uint32_t line, const BodyStyle& style, std::vector<Word>& words) {
  const std::string_view text = lines[line].text;
  Gap gap = lines[line].below || !style.has_blanks ? Gap::below : Gap::beside;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t end = offset;
    std::size_t behind = offset;
    while (behind < text.size()) {
      const char32_t c = next_character(text, behind);
      if (is_space(c)) break;
      end = behind;
    }
    if (end > offset) {
      const std::string_view word = text.substr(offset, end - offset);
      const std::size_t glued = offset == 0 ? glued_digits(word) : 0;
      if (glued > 0) append_word(word.substr(0, glued), line, gap, false, style, words);
      append_word(word.substr(glued), line, glued > 0 ? Gap::none : gap, word.size() == text.size() && glued == 0, style,
                  words);
    }
    std::size_t next = end;
    int columns = 0;
    while (next < text.size()) {
      std::size_t peek = next;
      const char32_t c = next_character(text, peek);
      if (!is_space(c)) break;
      columns += c == '\t' ? 2 : display_width(c);
      next = peek;
    }
    gap = columns >= 2 ? Gap::wide : Gap::space;
    offset = next;
  }
}

std::size_t count_clear_cells(std::string_view text) {
  if (text.find(' ') == npos && text.find('\t') == npos && text.find("　") == npos) return 1;
  static const BodyStyle plain;
  std::vector<Word> words;
  append_words({{text, true, false, 0}}, 0, plain, words);
  const float clear = log_sigmoid(-0.9);
  return 1 + static_cast<std::size_t>(std::count_if(
                 words.begin() + 1, words.end(), [&](const Word& word) { return word.gap != Gap::none && word.stay < clear; }));
}

std::string join_words(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t at = first; at < last; ++at) {
    const Word& word = words[at];
    if (!text.empty() && word.gap != Gap::none) {
      const bool new_line = word.gap == Gap::below || word.gap == Gap::beside;
      text += new_line ? joint(last_character(text), first_character(word.text)) : std::string_view(" ");
    }
    text += word.text;
  }
  return text;
}

}  // namespace reportal::raw
