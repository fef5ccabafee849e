// What crawlers read. A sitemap has absolute addresses, so there is one only where the portal's base address is known. Dates
// come from the content, never from the clock.

#include <algorithm>

#include "index/exports.h"

namespace reportal::index {
namespace {

constexpr std::size_t sitemap_limit = 50'000;  // entries a file, sitemaps.org

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view sitemap_namespace = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

/// Redirects lead elsewhere, the full page of a report repeats its chapters, and cleaning records are for editors.
bool is_listed(const PlannedPage& page) {
  return page.kind != PageKind::redirect && page.kind != PageKind::not_found && page.kind != PageKind::report_full &&
         page.kind != PageKind::record;
}

/// The document that a page shows, if it is about one.
const Document* document_of(const PlannedPage& page, const Library& library) {
  switch (page.kind) {
    case PageKind::report:
    case PageKind::chapter:
    case PageKind::article:
    case PageKind::page:
      return &library.documents[page.subject];
    case PageKind::case_page:
      return &library.documents[library.cases[page.subject].document];
    default:
      return nullptr;
  }
}

void append_location(std::string& xml, std::string_view base_url, std::string_view address) {
  xml += "<loc>";
  append_xml_escaped(xml, base_url);
  append_xml_escaped(xml, file_address(address));
  xml += "</loc>";
}

void append_url(std::string& xml, const PlannedPage& page, const Library& library) {
  xml += "<url>";
  append_location(xml, library.settings.base_url, page.address);
  if (const Document* document = document_of(page, library)) {
    if (const Date date = content_date(*document)) (xml += "<lastmod>") += iso_day(date) += "</lastmod>";
  }
  xml += "</url>\n";
}

OutputFile sitemap_of(std::string address, const std::vector<const PlannedPage*>& pages, std::size_t first,
                      const Library& library) {
  std::string xml(xml_head);
  (xml += "<urlset") += sitemap_namespace;
  const std::size_t last = std::min(pages.size(), first + sitemap_limit);
  for (std::size_t i = first; i < last; ++i) append_url(xml, *pages[i], library);
  xml += "</urlset>\n";
  return {std::move(address), std::move(xml)};
}

}  // namespace

void append_sitemap(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files) {
  const std::string& base_url = library.settings.base_url;
  std::string robots = "User-agent: *\nAllow: /\n";
  if (!base_url.empty()) robots += "\nSitemap: " + base_url + "sitemap.xml\n";
  files.push_back({"robots.txt", std::move(robots)});
  if (base_url.empty()) return;

  std::vector<const PlannedPage*> pages;
  for (const PlannedPage& page : plan.pages) {
    if (is_listed(page)) pages.push_back(&page);
  }
  if (pages.size() <= sitemap_limit) {
    files.push_back(sitemap_of("sitemap.xml", pages, 0, library));
    return;
  }
  std::string xml(xml_head);
  (xml += "<sitemapindex") += sitemap_namespace;
  for (std::size_t first = 0; first < pages.size(); first += sitemap_limit) {
    const std::string address = "sitemap-" + std::to_string(first / sitemap_limit + 1) + ".xml";
    files.push_back(sitemap_of(address, pages, first, library));
    xml += "<sitemap>";
    append_location(xml, base_url, address);
    xml += "</sitemap>\n";
  }
  xml += "</sitemapindex>\n";
  files.push_back({"sitemap.xml", std::move(xml)});
}

}  // namespace reportal::index
