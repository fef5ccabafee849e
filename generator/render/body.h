// The only place that writes HTML for the content of documents.

#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/site_plan.h"
#include "link/link.h"
#include "model/library.h"
#include "render/inline_html.h"

namespace reportal {

using Strings = std::map<std::string, std::string>;

/// The interface string for a key; the key itself where the theme has none, so it must live as long as the answer.
[[nodiscard]] std::string_view interface_text(const Strings& strings, std::string_view key);

/// What a body is written for.
struct BodyPage {
  std::uint32_t document = 0;
  std::string_view address;      ///< of the page
  bool case_boxes = true;        ///< a case stands in its box; not on a page of its own
  int heading_shift = 0;         ///< added to the level of headings: 1 where level 1 stands in the text, under the page's own title; less than
                                 ///< 0 where that title is of a deeper level
};

class BodyWriter {
 public:
  BodyWriter(const Library& library, const Links& links, const SitePlan& plan, const Strings& strings);

  /// Appends the HTML of these blocks of the page's document, in their order.
  void append(std::string& out, const BodyPage& page, std::span<const std::uint32_t> blocks) const;

  /// Address on the page of a picture that the front matter names; "" for none, and for a remote one that may not be loaded.
  [[nodiscard]] std::string picture_address(const BodyPage& page, std::string_view path) const;

  /// Appends what stands in place of a figure: the drawing, the picture or a placeholder.
  void append_drawing(std::string& out, const BodyPage& page, const Figure& figure) const;

 private:
  const Library& library_;
  const Links& links_;
  const SitePlan& plan_;
  const Strings& strings_;
};

}  // namespace reportal
