#include "structure/raw/cases/exhibits.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"
#include "structure/raw/lists.h"
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

/// What words point to an exhibit.
struct Target {
  std::string_view word, nearest;  ///< 图 and 下图
  std::string_view number;
};

/// The running text of the lines names the number of the exhibit or, where it stands right before it, says that it comes next.
bool points_to(const std::vector<Line>& lines, Range range, const Target& target, bool right_before) {
  for (std::size_t at = range.first; at < range.last; ++at) {
    if (!is_running_text(lines[at])) continue;
    const std::string_view text = lines[at].text;
    if (right_before && text.find(target.nearest) != npos) return true;
    for (std::size_t found = target.number.empty() ? npos : text.find(target.word); found != npos;
         found = text.find(target.word, found + target.word.size())) {
      std::size_t offset = found + target.word.size();
      skip_space(text, offset);
      if (read_label_number(text, offset) == target.number) return true;
    }
    if (at + 1 == range.last) continue;
    // The number may begin the next line, and 下图 may stand over two lines.
    if (right_before && text.ends_with(target.nearest.substr(0, target.nearest.size() - target.word.size())) &&
        lines[at + 1].text.starts_with(target.word))
      return true;
    if (!target.number.empty() && text.ends_with(target.word)) {
      std::size_t offset = 0;
      if (read_label_number(lines[at + 1].text, offset) == target.number) return true;
    }
  }
  return false;
}

/// The marker of a member of an enumeration: 三是, 其三，, 第三，, 三、, （三）.
struct Member {
  std::string_view before, behind;  ///< what stands around the numeral
  int value = 0;                    ///< 0: there is none
};

Member leading_member(std::string_view text) {
  Member member;
  std::size_t offset = 0;
  for (const std::string_view word : {"第", "其", "（"}) {
    if (skip_word(text, offset, word)) member.before = word;
  }
  const std::size_t length = chinese_numeral_length(text.substr(offset));
  const auto value = length == 0 ? std::nullopt : chinese_numeral(text.substr(offset, length));
  if (!value || *value > 10) return {};
  const std::string_view rest = text.substr(offset + length);
  for (const std::string_view word : {"是", "、", "，", "：", "）"}) {
    if (!rest.starts_with(word)) continue;
    const bool bracketed = member.before == "（";
    const bool ordinal = !bracketed && !member.before.empty();
    const bool fits = word == "是" ? member.before.empty() : word == "）" ? bracketed : word == "、" ? !bracketed : ordinal;
    if (!fits) return {};
    member.behind = word;
    member.value = static_cast<int>(*value);
  }
  return member;
}

/// The same marker with another number; nothing if that is none.
std::vector<std::string> member_words(const Member& member, int value) {
  static constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (value < 1 || value > 10) return {};
  std::string words(member.before);
  words += numerals[value - 1];
  words += member.behind;
  return {words};
}

}  // namespace

int leading_ordinal(std::string_view text) { return leading_member(text).value; }

double shared_words(std::string_view caption, const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  const std::vector<std::uint64_t> pairs = word_pairs(caption);
  if (pairs.empty()) return 0;
  std::bitset<1024> second;  // which characters end a pair, by their last bits: most pairs of a text need no search
  for (const std::uint64_t pair : pairs) second.set(pair % second.size());
  std::vector<bool> found(pairs.size());
  for (std::size_t at = first; at < last; ++at) {
    if (!is_running_text(lines[at])) continue;
    char32_t before = 0;
    for (std::size_t offset = 0; offset < lines[at].text.size();) {
      const char32_t character = next_character(lines[at].text, offset);
      const std::uint64_t pair = (static_cast<std::uint64_t>(before) << 32) | character;
      before = character;
      if (!second[pair % second.size()]) continue;
      const auto place = std::lower_bound(pairs.begin(), pairs.end(), pair);
      if (place != pairs.end() && *place == pair) found[static_cast<std::size_t>(place - pairs.begin())] = true;
    }
  }
  return static_cast<double>(std::count(found.begin(), found.end(), true)) / static_cast<double>(pairs.size());
}

ExhibitEvidence exhibit_evidence(const Reach& reach, std::size_t index, const CaseText& text) {
  constexpr double pointed_to = 3;
  constexpr double all_words_shared = 3;
  const std::vector<Line>& lines = text.lines;
  const Segment& segment = reach.segments[index];
  const bool figure = segment.kind == Segment::Kind::figure;
  ExhibitEvidence evidence;
  const auto [before, behind] = around(reach, segment.last);
  if (figure && index > 0 && reach.segments[index - 1].kind != Segment::Kind::table) {
    // A picture mostly illustrates the text above it, or goes with the picture there.
    evidence.partner = index - 1;
    evidence.partnership = 1.5;
  }
  if (!figure) evidence.inside = -0.8;   // a table behind a box is mostly one of the section
  std::size_t labelled = segment.first;  // the line with the caption, which may stand below
  while (labelled < segment.last && lines[labelled].kind != LineKind::figure && lines[labelled].kind != LineKind::table)
    ++labelled;
  if (labelled == segment.last) return evidence;
  const Line& line = lines[labelled];
  const Caption& caption = text.captions.captions[line.detail];
  const std::size_t near_before =
      before.last > lines_compared ? std::max(before.first, before.last - lines_compared) : before.first;
  const std::size_t surely_inside = std::min(segment.first, reach.segments[0].last);
  const double shared = shared_words(caption.title, lines, reach.title, surely_inside);
  const double shared_outside = std::max(shared_words(caption.title, lines, near_before, before.last),
                                         shared_words(caption.title, lines, behind.first, behind.last));
  evidence.inside += std::clamp(all_words_shared * (shared - shared_outside), figure ? -1.0 : -2.0, 2.0);
  const Target target{figure ? "图" : "表", figure ? "下图" : "下表", caption.number};
  constexpr std::size_t segments_before = 4;
  for (std::size_t near = index; near-- > 0 && index - near <= segments_before;) {
    const Segment& other = reach.segments[near];
    if (other.kind != Segment::Kind::text || !points_to(lines, {other.first, other.last}, target, near + 1 == index)) continue;
    evidence.partner = near;
    evidence.partnership = pointed_to;
    return evidence;
  }
  if (points_to(lines, before, target, false)) evidence.inside -= pointed_to;
  return evidence;
}

ExhibitEvidence enumeration_evidence(const Reach& reach, std::size_t index, const std::vector<Line>& lines) {
  constexpr double goes_on = 3.0;
  ExhibitEvidence evidence;
  const Segment& segment = reach.segments[index];
  const Member member = leading_member(lines[segment.first].text);
  if (member.value < 2) return evidence;
  const std::vector<std::string> earlier = member_words(member, member.value - 1);
  const std::size_t nearest = segment.first > lines_looked_at ? segment.first - lines_looked_at : 0;
  const std::vector<std::string> same = member_words(member, member.value);
  const Range case_text{std::max(reach.title, nearest), segment.first};
  const Range before = around(reach, segment.last)[0];
  const bool inside = says_any(lines, case_text, earlier) && !says_any(lines, case_text, same);
  const bool outside = says_any(lines, before, earlier) && !says_any(lines, before, same);
  if (inside == outside) return evidence;
  if (outside) {
    evidence.inside = -goes_on;
    return evidence;
  }
  evidence.partnership = goes_on;
  evidence.partner = index - 1;
  while (evidence.partner > 0 && !says_any(lines, {reach.segments[evidence.partner].first, segment.first}, earlier))
    --evidence.partner;
  return evidence;
}

ExhibitEvidence list_evidence(const Reach& reach, std::size_t index, const std::vector<Line>& lines) {
  constexpr double announced = 3.0;
  constexpr double next_item = 5.0;
  constexpr std::size_t segments_before = 6;  // an item may have several paragraphs
  ExhibitEvidence evidence;
  if (index == 0) return evidence;
  const Segment& before = reach.segments[index - 1];
  std::size_t last = before.last;
  while (last > before.first + 1 && !is_running(lines[last - 1])) --last;
  if (lines[last - 1].text.ends_with("：") || lines[last - 1].text.ends_with(":")) {
    evidence.partner = index - 1;
    evidence.partnership = announced;
  }
  const auto marker = read_list_marker(lines[reach.segments[index].first].text);
  if (!marker || marker->begins()) return evidence;
  for (std::size_t near = index; near-- > 0 && index - near <= segments_before;) {
    const auto other = read_list_marker(lines[reach.segments[near].first].text);
    if (!other || !marker->follows(*other)) continue;
    evidence.partner = near;
    evidence.partnership = next_item;
    break;
  }
  return evidence;
}

}  // namespace reportal::raw
