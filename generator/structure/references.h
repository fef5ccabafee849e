// References in running text to figures, tables, cases and sections of the same document: 见表 1-1, （见下图）, 参见案例 1-2,
// 详见第三章.

#pragma once

#include <cstdint>
#include <functional>

#include "model/document.h"

namespace reportal {

/// The physical line on which a byte of a block's text stands; of a list, a byte of an item's.
using LineOfText = std::function<std::uint32_t(std::size_t block, std::uint32_t item, std::uint32_t offset)>;

/// Fills document.references, in the order of blocks, items and bytes. Cases must be set.
void find_references(Document& document, const LineOfText& line_of);

}  // namespace reportal
