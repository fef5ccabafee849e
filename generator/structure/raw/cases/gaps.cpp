#include "structure/raw/cases/gaps.h"

#include <algorithm>
#include <cmath>

namespace reportal::raw {

GapModel::Behind GapModel::behind(std::size_t at) const {
  if (at == 0 || (*lines_)[at].page_start) return Behind::other;
  if (is_running((*lines_)[at - 1])) return Behind::text;
  switch ((*lines_)[at - 1].kind) {
    case LineKind::figure:
    case LineKind::table:
    case LineKind::table_body:
    case LineKind::note:
    case LineKind::credit:
      return Behind::exhibit;
    default:
      return Behind::other;
  }
}

bool GapModel::is_wide(std::size_t at, Behind behind) const {
  return (*lines_)[at].blanks > usual_[static_cast<std::size_t>(behind)];
}

void GapModel::learn(const std::vector<Segment>& sections, const std::vector<Reach>& reaches) {
  std::array<std::array<std::uint32_t, 8>, 2> gaps{};
  const auto count = [&](const Segment& segment) {
    const Behind before = behind(segment.first);
    const std::uint16_t blanks = (*lines_)[segment.first].blanks;
    if (segment.kind == Segment::Kind::text && segment.sure_start && before != Behind::other && blanks < gaps[0].size())
      ++gaps[static_cast<std::size_t>(before)][blanks];
  };
  for (const Segment& segment : sections) count(segment);
  for (const Reach& reach : reaches) {
    for (std::size_t index = 1; index < reach.segments.size(); ++index) count(reach.segments[index]);
  }
  for (std::size_t kind = 0; kind < gaps.size(); ++kind) {
    // Where exhibits are few, what stands behind them is set as any other paragraph is.
    const auto& counted = *std::max_element(gaps[kind].begin(), gaps[kind].end()) < 2 ? gaps[0] : gaps[kind];
    usual_[kind] = static_cast<std::uint16_t>(std::max_element(counted.begin(), counted.end()) - counted.begin());
  }
  for (const Segment& segment : sections) {
    if (const Behind before = behind(segment.first); before != Behind::other) text_.add(is_wide(segment.first, before), 1);
    add_lines(segment);
  }
  for (const Reach& reach : reaches) {
    for (const Segment& segment : reach.segments) add_lines(segment);
    if (const Behind before = behind(reach.title); before != Behind::other) titles_.add(is_wide(reach.title, before), 1);
  }
}

void GapModel::add_lines(const Segment& segment) {
  constexpr double like_a_paragraph = 0.25;
  for (std::size_t at = segment.first + 1; at < segment.last; ++at) {
    if (is_running((*lines_)[at]) && behind(at) == Behind::text) text_.add(is_wide(at, Behind::text), like_a_paragraph);
  }
}

void GapModel::add(const Segment& segment, bool end, double weight) {
  const Behind before = behind(segment.first);
  if (segment.kind == Segment::Kind::text && before != Behind::other)
    (end ? ends_ : goes_on_).add(is_wide(segment.first, before), weight);
}

double GapModel::end_evidence(const Segment& segment) const {
  constexpr double usual = 0.3;           // of ends elsewhere that have a wide gap
  constexpr double elsewhere = 0.5;       // ends that these count for
  constexpr double most_of_titles = 6;    // ends that the gaps before titles count for
  constexpr double seldom = 0.06;         // of gaps inside of text elsewhere that are wide
  constexpr double elsewhere_inside = 8;  // gaps that these count for
  constexpr double most = 5;
  const Behind before = behind(segment.first);
  if (segment.kind != Segment::Kind::text || before == Behind::other) return 0;
  const double titles = std::min(titles_.all, most_of_titles);
  const double titles_wide = titles_.all > 0 ? titles_.wide / titles_.all : 0;
  const double at_end = (usual * elsewhere + titles_wide * titles + ends_.wide) / (elsewhere + titles + ends_.all);
  const double inside =
      (seldom * elsewhere_inside + text_.wide + goes_on_.wide) / (elsewhere_inside + text_.all + goes_on_.all);
  const bool wide = is_wide(segment.first, before);
  const double ratio = wide ? at_end / inside : (1 - at_end) / (1 - inside);
  return std::clamp(std::log(ratio), -most, most);
}

}  // namespace reportal::raw
