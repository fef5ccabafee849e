// The allow-list of HTML elements: what each of them is to the reader.
//
// Elements that only group text are transparent, those with a meaning become blocks and spans, those that run or embed
// something are dropped whole. An element that is not listed is transparent: its text is kept.

#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/document.h"

namespace reportal::markup {

enum class Role : std::uint8_t {
  transparent,
  group,
  paragraph,
  heading,
  list,
  item,
  quote,
  preformatted,
  figure_caption,
  table,
  table_caption,
  row,
  cell,
  span,
  line_break,
  divider,
  picture,
  page_title,
  silent,   ///< left out without a word: it shows nothing
  dropped,  ///< left out whole, with a warning
};

[[nodiscard]] Role role_of(GumboTag tag);

/// The span that an element of running text becomes; nothing for those that are transparent or unknown.
[[nodiscard]] std::optional<Span::Kind> inline_span(std::string_view element);

}  // namespace reportal::markup
