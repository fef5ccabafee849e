// Headings and tables of contents in raw text.
//
// A heading is a short line that begins with a number and goes on with the numbering so far, or one of the few unnumbered
// headings that such reports have (前言, 附表 …). Numbers also begin wrapped lines (1.5 万名师生), rows of tables and lists, so
// a number has to be plausible in the sequence, or the line must clearly stand alone. What the author misnumbered stays as
// printed.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

struct FoundHeading {
  int level = 1;
  std::string number;      ///< "1.1.1", "一", "" if none
  std::string_view title;  ///< on its first line
  bool phrases = false;    ///< its lines are phrases of their own (肩题, 主题), not one sentence that was wrapped
};

/// Marks the lines of tables of contents: dot leaders, or short lines that end with page numbers behind 目录.
void mark_contents(std::vector<Line>& lines);

/// Marks headings and appends them to `headings`; captions and cases must be marked.
void mark_headings(std::vector<Line>& lines, const Widths& widths, std::vector<FoundHeading>& headings);

}  // namespace reportal::raw
