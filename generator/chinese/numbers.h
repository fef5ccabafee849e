// Numbers as Chinese text writes them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportal {

/// 十二 → 12, 三千余 is not one; 一百零三, 廿一, 两万, 〇. The whole of `text` must be the numeral. Up to 10^16.
[[nodiscard]] std::optional<std::int64_t> chinese_numeral(std::string_view text);

/// Length in bytes of the run of Chinese numeral characters at the start of `text` (零〇一二三四五六七八九十百千两廿).
[[nodiscard]] std::size_t chinese_numeral_length(std::string_view text);

/// A number with thousands separated, as a reader wants it: 1234567.5 → "1,234,567.5". At most `decimals` digits behind the point.
[[nodiscard]] std::string grouped_number(double value, int decimals = 2);

}  // namespace reportal
