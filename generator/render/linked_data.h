// What search engines and reference managers read of a page: schema.org as JSON-LD, one @graph a page.
//
// A school is a CollegeOrUniversity, a report a Report, a case an Article that is part of its report, news a NewsArticle, an indicator
// a Dataset that can be downloaded; each page has its breadcrumbs. Addresses are absolute where the portal states a base_url, else
// relative to the page, which JSON-LD resolves as links do.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/cards.h"

namespace reportal {

/// A step on the way to a page, the home page first.
struct Crumb {
  std::string_view title;
  std::string_view address;
};

/// The JSON of `page`, ready to stand in a script element; "" for pages that are about nothing (not found, redirects).
[[nodiscard]] std::string linked_data(const Site& site, const PlannedPage& page, std::string_view title, std::string_view description,
                                      std::span<const Crumb> crumbs);

}  // namespace reportal
