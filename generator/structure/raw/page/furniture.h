// Page furniture: what a page prints around its text, and what a PDF leaves behind: running heads, page numbers, stamps, link
// addresses. It is marked as noise with its reason; the printed page of every line follows from it.
//
// Furniture is known by where it stands and by repeating, never by its words alone (page_numbers.h, running_heads.h).

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"

namespace reportal::raw {

struct Furniture {
  std::vector<std::string_view> why;  ///< by the detail of a noise line
  std::vector<std::uint32_t> pages;   ///< printed page by line index, never falling; 0 where it is not known
};

/// Marks furniture lines as noise, and the first line behind it as the start of a page. Heads that name the chapter are left.
[[nodiscard]] Furniture mark_furniture(std::vector<Line>& lines);

/// Marks running heads that name the chapter or section; lines of contents must be marked.
void mark_chapter_heads(std::vector<Line>& lines, Furniture& furniture);

}  // namespace reportal::raw
