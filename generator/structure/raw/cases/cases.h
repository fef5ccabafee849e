// How far a case reaches. Its title stands above a box; where the box ends is not printed.
//
// A case is one run of lines: it begins behind its title, and ends before ordinary text resumes, at the latest before the next
// heading or case. Every place where a paragraph or an exhibit may end is a possible end. What speaks for each of them:
// how the lines on both sides are set (signs.h), what figures and tables belong to (exhibits.h), enumerations that go on from
// before the box, and what this report does with its cases: whether a figure closes them, whether text resumes behind them, how
// many paragraphs they have. The habits and the setting are learned from the report itself: first from what is surely inside
// (right behind a title) and surely outside (no case yet in the section), then from what was decided with that.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/document.h"
#include "structure/raw/cases/reach.h"
#include "structure/raw/doubts.h"
#include "structure/raw/page/lines.h"

namespace reportal::raw {

/// Lines by their index.
struct CaseExtent {
  std::size_t title = 0;
  std::size_t end = 0;              ///< behind the last line of the case
  std::size_t displaced = no_line;  ///< a figure of the case that a page break pushed behind the next heading
  double confidence = 1;            ///< that the case ends there, 0 to 1
};

/// The extents of all cases, in the order of the text. Lines must have their kinds. `given_ends` are the physical lines with
/// which a case ends by an editor's word, ascending; one that stands where the case cannot end is passed over.
[[nodiscard]] std::vector<CaseExtent> find_case_extents(const CaseText& text, const std::vector<std::uint32_t>& given_ends);

/// Tells the user which cases may end elsewhere.
void report_uncertain_cases(const Document& document, const Doubts& doubts);

}  // namespace reportal::raw
