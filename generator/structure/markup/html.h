// HTML into drafts, through an allow-list of elements.
//
// What each element becomes says html_elements.h. Block boundaries part paragraphs; white space is collapsed as a browser does,
// but for the end of a line between two Chinese characters, which leaves nothing.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/text.h"
#include "model/document.h"
#include "model/source.h"
#include "structure/markup/block_collector.h"

namespace reportal::markup {

/// Where the HTML stands and what to tell about it.
struct HtmlContext {
  const Source& source;
  std::uint32_t first_line;  ///< of the HTML in the source
  StringPool& strings;
  Problems& problems;
};

/// Puts the blocks of `html` into `collector`; `html` may end with the document or not. Must be within the limits. Returns the
/// text of the title element.
std::string_view collect_html(std::string_view html, const HtmlContext& context, BlockCollector& collector);

/// One tag of running text, as Markdown hands it over.
struct InlineTag {
  std::string name;
  bool closing = false;
  std::string address, title;  ///< href or src; title or alt
};
[[nodiscard]] std::optional<InlineTag> read_inline_tag(std::string_view tag);

/// A checked address in the pool, "" with a warning if it is not allowed.
[[nodiscard]] std::string_view checked_address(std::string_view address, bool image, std::uint32_t line,
                                               const HtmlContext& context);

}  // namespace reportal::markup
