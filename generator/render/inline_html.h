// One text with its spans, references and mentions as inline HTML.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace reportal {

/// A link that the portal lays over a stretch of text: a reference or a mention.
struct LinkMark {
  std::uint32_t first, last;   ///< bytes in the text
  std::string_view css_class;  ///< "reference", "mention"
  std::string address;         ///< relative to the page
};

/// How the addresses that a source itself writes become addresses on the page.
class AddressResolver {
 public:
  virtual ~AddressResolver() = default;
  /// Address of a link target as the source writes it.
  [[nodiscard]] virtual std::string link(std::string_view target) const = 0;
  /// Address of a picture; "" where it may not be loaded (a remote one).
  [[nodiscard]] virtual std::string picture(std::string_view target) const = 0;
};

/// Appends the text, escaped, with tags for its spans and links for the marks (sorted by first, not overlapping). A mark that would
/// stand inside a link or cross the border of a span is left out.
void append_inline_html(std::string& out, const RichText& text, std::span<const LinkMark> marks, const AddressResolver& addresses);

}  // namespace reportal
