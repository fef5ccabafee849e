// The pages that show one text in several languages.

#include "index/site_plan.h"

namespace reportal {

int document_of(const PlannedPage& page, const Library& library) {
  switch (page.kind) {
    case PageKind::report:
    case PageKind::chapter:
    case PageKind::report_full:
    case PageKind::article:
    case PageKind::page:
      return static_cast<int>(page.subject);
    case PageKind::case_page:
      return static_cast<int>(library.cases[page.subject].document);
    default:
      return -1;
  }
}

std::vector<PageVersion> page_versions(const Library& library, const Links& links, const SitePlan& plan, const PlannedPage& page) {
  std::vector<PageVersion> versions;
  if (page.kind == PageKind::case_page) {
    for (const std::uint32_t i : links.case_translations[page.subject]) versions.push_back({library.cases[i].document, plan.case_address[i]});
  } else if (document_of(page, library) >= 0) {
    const auto& addresses = page.kind == PageKind::report_full ? plan.full_address : plan.document_address;
    for (const std::uint32_t i : links.translations[page.subject]) versions.push_back({i, addresses[i]});
  }
  return versions;
}

}  // namespace reportal
