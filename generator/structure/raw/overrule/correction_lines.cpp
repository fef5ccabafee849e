#include "structure/raw/overrule/correction_lines.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "structure/problems.h"

namespace reportal::raw {
namespace {

constexpr std::size_t most_characters = 60;  ///< of a text that tell lines apart

std::string_view beginning(const Correction& correction) { return take_characters(correction.text, most_characters); }

}  // namespace

CorrectionLines::CorrectionLines(const Source& source, const std::vector<Line>& lines,
                                 const std::vector<Correction>& corrections)
    : source_(source), lines_(lines), corrections_(corrections) {
  const auto has_text = [](const Correction& correction) { return !correction.text.empty(); };
  if (std::any_of(corrections.begin(), corrections.end(), has_text)) find_beginnings();
}

void CorrectionLines::find_beginnings() {
  matches_.resize(corrections_.size());
  std::map<std::size_t, std::unordered_map<std::string_view, std::vector<std::size_t>>> by_length;
  for (std::size_t i = 0; i < corrections_.size(); ++i) {
    const std::string_view text = beginning(corrections_[i]);
    if (!text.empty()) by_length[text.size()][text].push_back(i);
  }
  for (std::size_t at = 0; at < lines_.size(); ++at) {
    for (const auto& [length, texts] : by_length) {
      if (lines_[at].text.size() < length) break;
      const auto found = texts.find(lines_[at].text.substr(0, length));
      if (found == texts.end()) continue;
      for (const std::size_t i : found->second) {
        Matches& matches = matches_[i];
        if (matches.count < Matches::most) matches.lines[matches.count] = at;
        ++matches.count;
        if (lines_[at].text != corrections_[i].text) continue;
        matches.whole = at;
        ++matches.whole_count;
      }
    }
  }
}

LineSpan CorrectionLines::between(std::uint32_t first, std::uint32_t last) const {
  const auto begin = std::lower_bound(lines_.begin(), lines_.end(), first,
                                      [](const Line& line, std::uint32_t number) { return line.number < number; });
  const auto end =
      std::upper_bound(begin, lines_.end(), last, [](std::uint32_t number, const Line& line) { return number < line.number; });
  return {static_cast<std::size_t>(begin - lines_.begin()), static_cast<std::size_t>(end - lines_.begin())};
}

/// "317, 402 …": where the text of a correction stands; "" if nowhere.
std::string CorrectionLines::where(std::size_t index) const {
  const Matches& matches = matches_[index];
  std::string out;
  for (std::size_t i = 0; i < std::min(matches.count, Matches::most); ++i) {
    if (i > 0) out += ", ";
    out += std::to_string(lines_[matches.lines[i]].number);
  }
  return matches.count > Matches::most ? out + " …" : out;
}

std::optional<LineSpan> CorrectionLines::find_by_text(std::size_t index, const Doubts& doubts) const {
  const Correction& correction = corrections_[index];
  const Matches& matches = matches_[index];
  if (matches.whole_count == 1) return LineSpan{matches.whole, matches.whole + 1};
  if (matches.count == 1) return LineSpan{matches.lines[0], matches.lines[0] + 1};
  if (matches.count == 0)
    doubts.add(correction_text_missing, correction.place, {correction.text});
  else
    doubts.add(correction_text_ambiguous, correction.place, {correction.text, where(index)});
  return std::nullopt;
}

std::optional<LineSpan> CorrectionLines::find(std::size_t index, const Doubts& doubts) const {
  const Correction& correction = corrections_[index];
  if (correction.first == 0) return find_by_text(index, doubts);
  if (correction.first <= source_.front_matter_last || correction.last > source_.line_count()) {
    const bool before = correction.first <= source_.front_matter_last;
    doubts.add(correction_line_missing, correction.place,
               {std::to_string(before ? correction.first : correction.last), std::to_string(source_.front_matter_last + 1),
                std::to_string(source_.line_count())});
    return std::nullopt;
  }
  const LineSpan span = between(correction.first, correction.last);
  if (span.first == span.last) {
    doubts.add(correction_line_blank, correction.place, {std::to_string(correction.first)});
    return std::nullopt;
  }
  const Line& line = lines_[span.first];
  if (!line.text.starts_with(correction.text)) {
    constexpr std::size_t shown = 20;
    doubts.add(correction_text_moved, correction.place,
               {std::to_string(line.number), std::string(take_characters(line.text, shown)), correction.text}, where(index));
    return std::nullopt;
  }
  return span;
}

}  // namespace reportal::raw
