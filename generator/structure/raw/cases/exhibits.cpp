#include "structure/raw/cases/exhibits.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::size_t lines_looked_at = 80;  // before a case, for what points to a number
constexpr std::size_t lines_compared = 24;  // on either side of an exhibit, for words: the more lines, the more words by chance

/// Pairs of Chinese characters that follow each other, sorted.
std::vector<std::uint64_t> word_pairs(std::string_view text) {
  std::vector<std::uint64_t> pairs;
  char32_t before = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t character = next_character(text, offset);
    if (is_han(before) && is_han(character)) pairs.push_back((static_cast<std::uint64_t>(before) << 32) | character);
    before = character;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

bool is_running_text(const Line& line) {
  return is_running(line) || line.kind == LineKind::more || line.kind == LineKind::case_title || line.kind == LineKind::heading;
}

struct Range {
  std::size_t first, last;
};

/// The text around the case: from the heading before it to its title, and behind the exhibit.
std::array<Range, 2> around(const Reach& reach, std::size_t behind) {
  const std::size_t section = std::max(reach.section > 0 ? reach.section - 1 : 0,  // with the heading itself
                                       reach.title > lines_looked_at ? reach.title - lines_looked_at : 0);
  return {{{std::min(section, reach.title), reach.title}, {behind, std::min(reach.limit, behind + lines_compared)}}};
}

/// Which of `words` stands in the running text of the lines.
bool says_any(const std::vector<Line>& lines, Range range, const std::vector<std::string>& words) {
  for (std::size_t at = range.first; at < range.last; ++at) {
    if (!is_running_text(lines[at])) continue;
    for (const std::string& word : words) {
      const std::size_t found = lines[at].text.find(word);
      if (found == npos) continue;
      const std::size_t behind = found + word.size();  // 图 1-1 is not said by 图 1-12
      if (behind == lines[at].text.size() || !is_ascii_digit(static_cast<unsigned char>(lines[at].text[behind]))) return true;
    }
  }
  return false;
}

/// The words that name the member of the enumeration before the one that `text` begins with.
std::vector<std::string> member_before(std::string_view text, int ordinal) {
  static constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (ordinal < 2 || ordinal > 10) return {};
  const std::string numeral(numerals[ordinal - 2]);
  if (text.starts_with("第")) return {"第" + numeral + "，", "第" + numeral + "、", "第" + numeral + "："};
  if (text.starts_with("其")) return {"其" + numeral + "，", "其" + numeral + "、", "其" + numeral + "："};
  return {numeral + "是"};
}

}  // namespace

int leading_ordinal(std::string_view text) {
  std::size_t offset = 0;
  const bool prefixed = skip_word(text, offset, "第") || skip_word(text, offset, "其");
  const std::size_t length = chinese_numeral_length(text.substr(offset));
  const auto value = length == 0 ? std::nullopt : chinese_numeral(text.substr(offset, length));
  if (!value || *value > 20) return 0;
  const std::string_view rest = text.substr(offset + length);
  const bool marked =
      prefixed ? rest.starts_with("，") || rest.starts_with("、") || rest.starts_with("：") : rest.starts_with("是");
  return marked ? static_cast<int>(*value) : 0;
}

double shared_words(std::string_view caption, const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  const std::vector<std::uint64_t> pairs = word_pairs(caption);
  if (pairs.empty()) return 0;
  std::vector<bool> found(pairs.size());
  for (std::size_t at = first; at < last; ++at) {
    if (!is_running_text(lines[at])) continue;
    char32_t before = 0;
    for (std::size_t offset = 0; offset < lines[at].text.size();) {
      const char32_t character = next_character(lines[at].text, offset);
      const std::uint64_t pair = (static_cast<std::uint64_t>(before) << 32) | character;
      const auto place = std::lower_bound(pairs.begin(), pairs.end(), pair);
      if (place != pairs.end() && *place == pair) found[static_cast<std::size_t>(place - pairs.begin())] = true;
      before = character;
    }
  }
  return static_cast<double>(std::count(found.begin(), found.end(), true)) / static_cast<double>(pairs.size());
}

double exhibit_evidence(const Reach& reach, std::size_t index, const CaseText& text) {
  const std::vector<Line>& lines = text.lines;
  constexpr double pointed_to = 2.5;
  constexpr double all_words_shared = 3.0;
  const Segment& segment = reach.segments[index];
  const bool figure = segment.kind == Segment::Kind::figure;
  const Line& line = lines[segment.first];
  const std::size_t nearest = segment.first > lines_looked_at ? segment.first - lines_looked_at : 0;
  const Range inside{std::max(reach.title, nearest), segment.first};
  const auto [before, behind] = around(reach, segment.last);
  double evidence = 0;
  // A picture under a text mostly illustrates it; a table under a box is mostly one of the section.
  evidence += figure ? 1.5 : -0.8;
  if (line.kind == LineKind::figure || line.kind == LineKind::table) {
    const Caption& caption = text.captions.captions[line.detail];
    const std::size_t near_before =
        before.last > lines_compared ? std::max(before.first, before.last - lines_compared) : before.first;
    const double shared = shared_words(caption.title, lines, inside.first, inside.last);
    const double shared_outside = std::max(shared_words(caption.title, lines, near_before, before.last),
                                           shared_words(caption.title, lines, behind.first, behind.last));
    evidence += std::clamp(all_words_shared * (shared - shared_outside), figure ? -1.0 : -2.0, 2.0);
    if (!caption.number.empty()) {
      const std::string word = figure ? "图" : "表";
      const std::vector<std::string> names = {word + caption.number, word + " " + caption.number};
      if (says_any(lines, inside, names))
        evidence += pointed_to;
      else if (says_any(lines, before, names) || says_any(lines, behind, names))
        evidence -= pointed_to;
    }
  }
  if (index > 0 && reach.segments[index - 1].kind == Segment::Kind::text) {
    const Segment& before_it = reach.segments[index - 1];
    if (says_any(lines, {before_it.first, before_it.last}, {figure ? "下图" : "下表"})) evidence += pointed_to;
  }
  return evidence;
}

double enumeration_evidence(const Reach& reach, std::size_t index, const std::vector<Line>& lines) {
  constexpr double goes_on = 3.0;
  const Segment& segment = reach.segments[index];
  const std::string_view text = lines[segment.first].text;
  const int ordinal = leading_ordinal(text);
  if (ordinal < 2) return 0;
  const std::vector<std::string> earlier = member_before(text, ordinal);
  const std::size_t nearest = segment.first > lines_looked_at ? segment.first - lines_looked_at : 0;
  const std::vector<std::string> same = member_before(text, ordinal + 1);
  const Range case_text{std::max(reach.title, nearest), segment.first};
  const Range before = around(reach, segment.last)[0];
  const bool inside = says_any(lines, case_text, earlier) && !says_any(lines, case_text, same);
  const bool outside = says_any(lines, before, earlier) && !says_any(lines, before, same);
  return inside == outside ? 0 : inside ? goes_on : -goes_on;
}

}  // namespace reportal::raw
