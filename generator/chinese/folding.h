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
/// The simplified form of a traditional character, any other as it is.
[[nodiscard]] char32_t simplified_form(char32_t character);

inline constexpr char32_t first_with_simplified_form = 0x4E00, last_with_simplified_form = 0x9FFF;

}  // namespace reportal
