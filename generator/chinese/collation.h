// Order of names: Chinese by pinyin with right readings, digits by value, Latin in its place.

#pragma once

#include <string>
#include <string_view>

namespace reportal {

/// A byte string that sorts as the name does: pinyin order, numeric (第2 before 第10), Latin among its letters. `reading`
/// (pinyin without tones, from the vocabulary) replaces the name's own reading where it is not empty. Thread-safe.
[[nodiscard]] std::string sort_key(std::string_view name, std::string_view reading = {});

/// The letter a name is filed under: "A" … "Z", or "#" for digits and the rest. 长沙 C, 重庆 C, 厦门 X.
[[nodiscard]] std::string index_letter(std::string_view name, std::string_view reading = {});

/// Pinyin without tones, syllables separated by one space; other characters as they are. Phrase overrides (长沙 → chang sha).
[[nodiscard]] std::string pinyin(std::string_view text);

}  // namespace reportal
