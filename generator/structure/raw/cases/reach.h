// What a case may reach over, cut into the segments between which it may end.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"
#include "structure/raw/titles/captions.h"
#include "structure/raw/titles/headings.h"

namespace reportal::raw {

/// What cases are found in.
struct CaseText {
  const std::vector<Line>& lines;
  const Widths& widths;
  const std::vector<std::uint8_t>& starts;  ///< by line: 1 where it begins a paragraph
  const Captions& captions;
  const std::vector<FoundHeading>& headings;
};

/// Lines between two places where a case may end. Segments follow each other without gaps; furniture lies inside them.
struct Segment {
  enum class Kind : std::uint8_t { text, figure, table, heading, other };
  Kind kind = Kind::text;
  std::size_t first = 0, last = 0;  ///< line indices [first, last)
  bool sure_start = true;           ///< text: begins a paragraph; else only a full stop stands before it
  bool goes_on = false;             ///< text: goes on with a sentence from before a figure
  double heading_inside = 0;        ///< heading: how much its number speaks for a sub-heading of the case
};

/// A case title with what stands behind it up to the next heading or case.
struct Reach {
  std::size_t title = 0;    ///< line index
  std::size_t section = 0;  ///< line behind the heading, or the title of the case, that stands before this title
  std::size_t limit = 0;    ///< line index of what surely is outside
  std::vector<Segment> segments;
  std::size_t last_text = 0;  ///< index of the last segment of running text
};

/// The reaches of all case titles. A heading 一、 or （一） that starts numbering anew behind a title may be inside.
[[nodiscard]] std::vector<Reach> find_reaches(const CaseText& text);

}  // namespace reportal::raw
