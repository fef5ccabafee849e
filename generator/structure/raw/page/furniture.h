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

/// A printed page number, and the line it stands on.
struct PageAnchor {
  std::uint32_t line = 0;  ///< index
  std::uint32_t page = 0;
};

struct Furniture {
  std::vector<std::string_view> why;  ///< by the detail of a noise line
  std::vector<std::uint32_t> pages;   ///< printed page by line index, never falling; 0 where it is not known
  std::vector<PageAnchor> anchors;    ///< numbers in digits, by line
};

/// Marks furniture lines as noise, but for heads that name the chapter, which are like headings and entries of contents.
/// `given` holds the reasons of lines that are noise already.
[[nodiscard]] Furniture mark_furniture(std::vector<Line>& lines, Furniture given = {});

/// To be called when lines of contents are marked: marks the heads that are left, gives lines their pages, and marks the first
/// line of text on each page as its start.
void finish_furniture(std::vector<Line>& lines, Furniture& furniture);

}  // namespace reportal::raw
