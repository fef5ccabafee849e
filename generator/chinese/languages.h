// Languages by their tags (BCP 47): what readers call them, and whether two tags mean one.

#pragma once

#include <string>
#include <string_view>

namespace reportal {

/// What a language is called by those who read it: "en" → English, "zh-CN" → 中文, "zh-Hant" → 繁體中文. A tag that is nobody's language
/// is its own name.
[[nodiscard]] std::string language_name(std::string_view tag);

/// Two tags of one language have one key: zh, zh-CN and zh-Hans; en and en-US. zh-Hant and en-GB have others.
[[nodiscard]] std::string language_key(std::string_view tag);

}  // namespace reportal
