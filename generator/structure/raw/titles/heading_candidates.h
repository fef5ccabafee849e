// Lines that may be headings, each with what speaks for and against it where it stands.
//
// A heading is a short line that stands alone and does not end like running text; what it begins with is mostly a number. The
// same numbers begin wrapped lines (1.5 万名师生), rows of tables, numbered paragraphs and lists, so each sign only adds or
// takes away points; the numbering as a whole decides (heading_path.h). A line that the printed table of contents names is a
// heading in nearly any place.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/page/contents.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/titles/headings.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {

struct HeadingCandidate {
  std::uint32_t line = 0;          ///< index
  std::uint32_t table_before = 0;  ///< index + 1 of the caption of the table that the line may be a row of; 0: none
  std::uint32_t case_before = 0;   ///< index + 1 of the last case title before it; 0: none
  std::uint32_t title_lines = 1;   ///< lines that the title is set over
  Numbering numbering;             ///< form none: a heading without a number
  float evidence = 0;              ///< points for a heading; under 0: more likely text
  float in_table = 0;              ///< points that are lost if the line stands in a table
  float in_case = 0;               ///< points for the first number of the case itself
  bool announces = false;          ///< 3. and the next decimal number behind it is 3.1
  bool given = false;              ///< surely a heading, by an editor's word
  int level = 0;                   ///< that an editor gave; 0: none
};

/// `given` are the headings by an editor's word, among others that are marked already.
[[nodiscard]] std::vector<HeadingCandidate> find_heading_candidates(const std::vector<Line>& lines, const Widths& widths,
                                                                    const Contents& contents,
                                                                    const std::vector<FoundHeading>& given);

}  // namespace reportal::raw
