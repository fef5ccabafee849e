// One form for comparing and matching: full-width to half-width, upper to lower case, traditional to simplified, white space out.
// For keys only, never for text that is shown.

#pragma once

#include <string>
#include <string_view>

namespace reportal {

/// NFKC, lower case, without white space. Traditional forms stay.
[[nodiscard]] std::string folded(std::string_view text);
/// As folded, with traditional characters turned into simplified ones.
[[nodiscard]] std::string folded_simplified(std::string_view text);

}  // namespace reportal
