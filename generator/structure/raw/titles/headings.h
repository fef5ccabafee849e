// Headings in raw text: candidates are found (heading_candidates.h), the numbering that fits best is chosen (heading_path.h),
// and its lines are marked. What the author misnumbered stays as printed.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/raw/page/contents.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

struct FoundHeading {
  int level = 1;           ///< 0 while the numbering has to say it, for a heading by an editor's word
  std::string number;      ///< "1.1.1", "一", "" if none
  std::string_view title;  ///< on its first line
  bool phrases = false;    ///< its lines are phrases of their own (肩题, 主题), not one sentence that was wrapped
  bool in_case = false;    ///< its number is one of the case that it stands behind, not of the report
};

/// Marks headings and appends them to `headings`; captions and cases must be marked.
void mark_headings(std::vector<Line>& lines, const Widths& widths, const Contents& contents,
                   std::vector<FoundHeading>& headings);

}  // namespace reportal::raw
