// Tables of one line a row, whose gaps leave no doubt: what the search would find, without it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "structure/raw/tables/cells.h"
#include "structure/raw/tables/words.h"

namespace reportal::raw {

/// Nothing if any line could be read in another way.
[[nodiscard]] std::optional<CellRows> read_plain_rows(const std::vector<BodyLine>& lines,
                                                      const std::vector<std::string>& given);

}  // namespace reportal::raw
