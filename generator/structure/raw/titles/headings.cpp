#include "structure/raw/titles/headings.h"

#include <algorithm>
#include <utility>

#include "structure/raw/titles/heading_candidates.h"
#include "structure/raw/titles/heading_path.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
void mark_headings(std::vector<Line>& lines, const Widths& widths, const Contents& contents,
                   std::vector<FoundHeading>& headings) {
  const std::vector<HeadingCandidate> candidates = find_heading_candidates(lines, widths, contents, headings);
  for (const ChosenHeading& chosen : choose_headings(candidates)) {
    const HeadingCandidate& candidate = candidates[chosen.candidate];
    Line& line = lines[candidate.line];
    if (candidate.given) {
      FoundHeading& heading = headings[line.detail];
      if (heading.level == 0) heading.level = std::clamp(chosen.level, 1, 6);
      heading.in_case = chosen.in_case;
      continue;
    }
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
  for (const Line& line : lines) {
    if (line.kind == LineKind::heading && headings[line.detail].level == 0)
      headings[line.detail].level = usual_level(read_numbering(line.text));
  }
}

}  // namespace reportal::raw
