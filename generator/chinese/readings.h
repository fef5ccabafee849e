// Which reading a character has in its word. Pinyin order reads every character by itself, so 长沙 would stand under Z; here
// a character with several readings is replaced by one that is read in one way only (长沙 → 常沙, 校长 → 校掌).
// The result is a key for ordering and reading, never text that is shown.

#pragma once

#include <string>
#include <string_view>

namespace reportal {

/// `text` with characters replaced where its words or the surname of a person ask for another reading than the usual one.
[[nodiscard]] std::string with_plain_readings(std::string_view text);

}  // namespace reportal
