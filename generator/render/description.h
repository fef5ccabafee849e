// What search engines and link previews are told of a page that has no summary of its own: what it holds, and how much of it.

#pragma once

#include <string>

#include "render/cards.h"

namespace reportal {

/// One or two sentences in the interface's language; never empty.
[[nodiscard]] std::string description_of(const Site& site, const PlannedPage& page, std::string_view title);

}  // namespace reportal
