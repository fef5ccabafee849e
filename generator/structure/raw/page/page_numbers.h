// Page numbers: read from their lines, and told from other numbers by running on from page to page.
//
// 第 12 页 and - 12 - are nothing else. A number alone on its line may be a cell of a table, so it is a page number only as
// part of a chain: numbers that go up page by page, each where a page can end or begin. The longest chain wins where two
// overlap.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/page_edges.h"

namespace reportal::raw {

struct PageNumber {
  std::uint32_t value = 0;
  std::uint32_t total = 0;  ///< 195 of 12 / 195
  bool roman = false;
  bool bare = false;     ///< nothing but the number
  bool ordinal = false;  ///< 第, Page before it
};

/// 12, - 12 -, ·12·, 第 12 页, 第12页 共195页, 12 / 195, Page 12 of 195, iv: the whole line, or nothing.
[[nodiscard]] std::optional<PageNumber> read_page_number(std::string_view text);

/// A running head with the number on its line: 质量年报 12, 12 质量年报, 质量年报 第 12 页.
struct NumberedHead {
  std::string_view head;
  PageNumber number;
};
[[nodiscard]] std::optional<NumberedHead> split_page_number(std::string_view text);

struct FoundPageNumber {
  std::uint32_t line = 0;
  PageNumber number;
};

/// The lines that are page numbers, ascending.
[[nodiscard]] std::vector<FoundPageNumber> find_page_numbers(const std::vector<Line>& lines, const PageEdges& edges);

}  // namespace reportal::raw
