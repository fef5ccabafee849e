// Quotes, titles and brackets as one piece: a number or a comma in them belongs to a name.

#pragma once

#include <cstddef>
#include <string_view>

namespace reportal::facts {

/// The end of the quote, title or bracket that opens at `at`; npos if none opens there or it is no short name: not closed
/// within its sentence, or (quotes) a sentence of its own.
[[nodiscard]] std::size_t name_end(std::string_view text, std::size_t at);
/// Where the name or bracket opens whose closing mark ends at `at`, at most `reach` bytes before; npos if it is not found
/// there.
[[nodiscard]] std::size_t opening_before(std::string_view text, std::size_t at, std::size_t reach);
[[nodiscard]] bool is_closing_mark(char32_t c);

}  // namespace reportal::facts
