#include "structure/raw/titles/headings.h"

#include <algorithm>
#include <utility>

#include "structure/raw/titles/heading_candidates.h"
#include "structure/raw/titles/heading_path.h"

namespace reportal::raw {
namespace {

/// The numeral as the dump has it: decimals in ASCII digits, others as printed.
std::string number_of(const Numbering& numbering) {
  if (numbering.form != Numbering::Form::decimal) return std::string(numbering.numeral);
  std::string number;
  for (std::size_t part = 0; part < numbering.depth; ++part) {
    if (part > 0) number += '.';
    number += std::to_string(numbering.parts[part]);
  }
  return number;
}

}  // namespace

void mark_headings(std::vector<Line>& lines, const Widths& widths, const Contents& contents,
                   std::vector<FoundHeading>& headings) {
  const std::vector<HeadingCandidate> candidates = find_heading_candidates(lines, widths, contents);
  for (const ChosenHeading& chosen : choose_headings(candidates)) {
    const HeadingCandidate& candidate = candidates[chosen.candidate];
    Line& line = lines[candidate.line];
    if (line.kind != LineKind::text) continue;  // the title before goes on in it
    for (std::uint32_t more = 1; more < candidate.title_lines; ++more) lines[candidate.line + more].kind = LineKind::more;
    line.kind = LineKind::heading;
    line.detail = static_cast<std::uint32_t>(headings.size());
    const bool numbered = candidate.numbering.form != Numbering::Form::none;
    FoundHeading heading;
    heading.level = std::clamp(chosen.level, 1, 6);
    heading.number = numbered ? number_of(candidate.numbering) : std::string();
    heading.title = numbered ? candidate.numbering.title : line.text;
    heading.in_case = chosen.in_case;
    headings.push_back(std::move(heading));
  }
}

}  // namespace reportal::raw
