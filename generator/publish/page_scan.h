// What a finished HTML page refers to and can be referred to by, found in one pass over its bytes.
//
// Not a parser: the pages were written by the generator or passed its allow-list, so tags are well-formed. Comments and the
// text of script, style, title and textarea are skipped. Values are views into the page, with their character references as
// they stand.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reportal::publish {

struct PageScan {
  std::vector<std::string_view> ids;
  std::vector<std::string_view> links;  ///< href, src, each part of srcset, action, poster, the target of a refresh
};

/// Fills `scan` anew; its vectors keep their memory.
void scan_page(std::string_view html, PageScan& scan);

/// `value` with character references replaced (numbers and the five of XML); `buffer` holds the result where it differs.
[[nodiscard]] std::string_view without_references(std::string_view value, std::string& buffer);

}  // namespace reportal::publish
