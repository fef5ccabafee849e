// Chinese text inside an interface of another language, marked with its language: readers' voices, fonts and translators go by it.

#pragma once

#include <string>
#include <string_view>

namespace reportal {

/// The page with lang="zh-CN" on every element that itself holds Chinese text and stands in none that is marked so. For pages as the
/// templates write them: attributes in double quotes, every element closed but the void ones.
[[nodiscard]] std::string with_language_marks(std::string_view page);

}  // namespace reportal
