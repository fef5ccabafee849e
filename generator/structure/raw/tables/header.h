// The column names of a table: which lines of its body hold them, and how their words make names.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "structure/raw/tables/words.h"

namespace reportal::raw {

struct HeaderReading {
  std::uint32_t first = 0, last = 0;  ///< body lines [first, last); those before `first` name a group
  std::vector<std::string> names;     ///< "" for a column whose name is not printed
  bool numbered = false;              ///< the first column holds running numbers
  double score = 0;                   ///< log likelihood
};

/// The likely readings of the header, at least one where there is a body line; with `given` names only the lines are asked for.
[[nodiscard]] std::vector<HeaderReading> propose_headers(const std::vector<BodyLine>& lines, const BodyStyle& style,
                                                         const std::vector<std::string>& given);

}  // namespace reportal::raw
