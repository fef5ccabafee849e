// The only code that knows poppler: bytes of a PDF in, pages as geometry out.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "import/pdf/page.h"

namespace reportal::pdf {

enum class Failure : std::uint8_t { none, broken, locked, too_many_pages };

struct Document {
  std::vector<Page> pages;
  std::string title;  ///< as its author's program noted it; often empty, often nonsense
  Failure failure = Failure::none;
};

inline constexpr int max_pages = 10'000;

/// Reads all pages, on up to `jobs` threads.
[[nodiscard]] Document read_document(std::string_view bytes, unsigned jobs);

}  // namespace reportal::pdf
