// Gives each line to one block: the first that was made of it.

#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"
#include "model/source.h"

namespace reportal::markup {

class LineOwners {
 public:
  explicit LineOwners(const Source& source);

  /// The lines of `wanted` that nobody owns yet, as ranges that begin and end with a line that is not blank; owned from now on.
  [[nodiscard]] std::vector<LineRange> claim(LineRange wanted);

  /// The same of all lines from `first` on.
  [[nodiscard]] std::vector<LineRange> claim_rest(std::uint32_t first) {
    return claim({first, static_cast<std::uint32_t>(next_.size())});
  }

 private:
  /// The first free line at or behind `line`; line_count + 1 if there is none.
  std::uint32_t next_free(std::uint32_t line);

  std::vector<std::uint32_t>
      next_;  ///< by line: itself while it is free, else a later line (paths are shortened as they are walked)
  std::vector<std::uint32_t> filled_;  ///< by line: how many lines up to it are not blank
};

}  // namespace reportal::markup
