// A text in both languages of the interface, as a constant beside the code that says it.

#pragma once

#include <cstdint>
#include <string_view>

namespace reportal {

enum class Language : std::uint8_t { chinese, english };

struct Wording {
  std::string_view chinese, english;

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::chinese ? chinese : english;
  }
};

}  // namespace reportal
