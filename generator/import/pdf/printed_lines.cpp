#include "import/pdf/printed_lines.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::pdf {
namespace {

constexpr float wide_gap = 1.2F;  ///< in ems: parts segments

struct Row {
  float middle = 0, em = 0;
  std::vector<Word> words;
};

/// Words sorted into rows by height. A superscript is smaller and a little higher, and belongs to the row all the same.
std::vector<Row> make_rows(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.middle < b.middle; });
  std::vector<Row> rows;
  for (Word& word : words) {
    constexpr std::size_t looked_back = 4;
    Row* best = nullptr;
    float nearest = 0;
    for (std::size_t back = 0; back < std::min(looked_back, rows.size()); ++back) {
      Row& row = rows[rows.size() - 1 - back];
      const float distance = std::abs(row.middle - word.middle);
      if (!word.upright || !row.words.front().upright || distance > 0.45F * std::max(row.em, word.em)) continue;
      if (best != nullptr && distance >= nearest) continue;
      best = &row;
      nearest = distance;
    }
    if (best == nullptr) {
      rows.push_back({word.middle, word.em, {}});
      best = &rows.back();
    } else if (word.em > best->em) {
      best->middle = word.middle;
      best->em = word.em;
    }
    best->words.push_back(std::move(word));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.middle < b.middle; });
  return rows;
}

/// The gap that justified setting puts between any two Chinese characters of a row.
float usual_gap(const std::vector<Word>& words) {
  std::vector<float> gaps;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::vector<Glyph>& glyphs = words[at].glyphs;
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
      if (is_han(glyphs[i - 1].character) && is_han(glyphs[i].character)) gaps.push_back(glyphs[i].left - glyphs[i - 1].right);
    }
    if (at + 1 < words.size() && is_han(glyphs.back().character) && is_han(words[at + 1].glyphs.front().character)) {
      gaps.push_back(words[at + 1].left() - words[at].right());
    }
  }
  if (gaps.size() < 3) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return std::max(*middle, 0.0F);
}

bool parts_words(const Word& before, const Word& behind, float usual, float em) {
  const float gap = behind.left() - before.right();
  const char32_t last = before.glyphs.back().character, first = behind.glyphs.front().character;
  if (is_wide(last) && is_wide(first)) return gap - usual > 0.18F * em;
  return before.space_behind ? gap > 0.08F * em : gap > 0.25F * em;
}

PrintedLine make_line(Row& row) {
  PrintedLine line{row.middle, row.em, {}, {}};
  std::stable_sort(row.words.begin(), row.words.end(), [](const Word& a, const Word& b) { return a.left() < b.left(); });
  const float usual = usual_gap(row.words);
  const Word* before = nullptr;
  for (const Word& word : row.words) {
    const bool far = before != nullptr && word.left() - before->right() - usual > wide_gap * row.em;
    if (before == nullptr || far) {
      line.segments.push_back({word.left(), word.right(), {}});
    } else if (parts_words(*before, word, usual, row.em)) {
      line.segments.back().text += ' ';
    }
    Segment& segment = line.segments.back();
    for (const Glyph& glyph : word.glyphs) append_character(segment.text, glyph.character);
    segment.right = std::max(segment.right, word.right());
    before = &word;
  }
  line.words = std::move(row.words);
  return line;
}

/// Where the ink of a word begins and ends: half of a full-width bracket or stop is white.
float ink_left(const Word& word) {
  constexpr std::u32string_view opening = U"（《【“‘「『〔";
  return word.left() + (opening.find(word.glyphs.front().character) != std::u32string_view::npos ? 0.4F * word.em : 0);
}

float ink_right(const Word& word) {
  constexpr std::u32string_view closing = U"）》】”’」』〕，。、；：！？";
  return word.right() - (closing.find(word.glyphs.back().character) != std::u32string_view::npos ? 0.4F * word.em : 0);
}

}  // namespace

std::string PrintedLine::text() const {
  std::string text;
  for (std::size_t at = 0; at < segments.size(); ++at) {
    if (at > 0) {
      const float columns = (segments[at].left - segments[at - 1].right) / (em / 2);
      text.append(static_cast<std::size_t>(std::clamp(std::lround(columns), 2L, 200L)), ' ');
    }
    text += segments[at].text;
  }
  return text;
}

std::vector<PrintedLine> make_lines(std::vector<Word> words) {
  std::vector<PrintedLine> lines;
  for (Row& row : make_rows(std::move(words))) lines.push_back(make_line(row));
  return lines;
}

std::string joined(const std::vector<PrintedLine>& lines) {
  std::string text;
  for (const PrintedLine& line : lines) {
    const std::string part = line.text();
    if (!text.empty()) text += joint(last_character(text), first_character(part));
    text += part;
  }
  return text;
}

std::vector<float> column_gaps(const std::vector<PrintedLine>& lines, std::size_t first, std::size_t last, float least) {
  std::vector<const Word*> words;
  for (std::size_t at = first; at < last; ++at) {
    for (const Word& word : lines[at].words) words.push_back(&word);
  }
  std::sort(words.begin(), words.end(), [](const Word* a, const Word* b) { return a->left() < b->left(); });
  std::vector<float> gaps;
  float right = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const float left = ink_left(*words[at]);
    if (at > 0 && left - right >= least * words[at]->em) gaps.push_back((left + right) / 2);
    right = std::max(right, ink_right(*words[at]));
  }
  return gaps;
}

}  // namespace reportal::pdf
