// Page furniture: what a page prints around its text, and what a PDF leaves behind: running headers, page numbers, link
// addresses.
//
// Furniture is known by where it stands and by repeating, never by its words alone: a page number stands alone at the edge of a
// page or counts up page by page; a header stands beside a page number or comes back at page edges. A number alone on a line
// may also be a row of a table, so it is left alone without such a sign.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"

namespace reportal::raw {

struct Furniture {
  std::vector<std::string_view> why;  ///< by the detail of a noise line
  std::vector<std::uint32_t> pages;   ///< printed page by line index; 0 where it is not known
};

/// Marks furniture lines as noise. `given` holds the reasons of lines that are noise already.
[[nodiscard]] Furniture mark_furniture(std::vector<Line>& lines, Furniture given = {});

}  // namespace reportal::raw
