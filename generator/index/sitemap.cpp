// What crawlers read. A sitemap has absolute addresses, so there is one only where the portal's base address is known. Dates
// come from the content, never from the clock.

#include <algorithm>

#include "index/exports.h"

namespace reportal::index {
namespace {

constexpr std::size_t sitemap_limit = 50'000;  // entries a file, sitemaps.org

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view sitemap_namespace = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
constexpr std::string_view alternates_namespace = " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";

/// Redirects lead elsewhere, the full page of a report repeats its chapters, and cleaning records are for editors.
bool is_listed(const PlannedPage& page) {
  return page.kind != PageKind::redirect && page.kind != PageKind::not_found && page.kind != PageKind::report_full &&
         page.kind != PageKind::record;
}

void append_location(std::string& xml, std::string_view base_url, std::string_view address) {
  xml += "<loc>";
  append_xml_escaped(xml, base_url);
  append_xml_escaped(xml, file_address(address));
  xml += "</loc>";
}

class SitemapWriter {
 public:
  SitemapWriter(const Library& library, const Links& links, const SitePlan& plan) : library_(library), links_(links), plan_(plan) {}

  [[nodiscard]] OutputFile write(std::string address, const std::vector<const PlannedPage*>& pages, std::size_t first) const {
    std::string urls;
    bool has_alternates = false;
    const std::size_t last = std::min(pages.size(), first + sitemap_limit);
    for (std::size_t i = first; i < last; ++i) has_alternates |= append_url(urls, *pages[i]);
    std::string xml(xml_head);
    (xml += "<urlset") += sitemap_namespace;
    if (has_alternates) xml += alternates_namespace;
    ((xml += ">\n") += urls) += "</urlset>\n";
    return {std::move(address), std::move(xml)};
  }

 private:
  /// Says whether the page has other languages.
  bool append_url(std::string& xml, const PlannedPage& page) const {
    xml += "<url>";
    append_location(xml, library_.settings.base_url, page.address);
    if (const int document = document_of(page, library_); document >= 0) {
      if (const Date date = content_date(library_.documents[static_cast<std::size_t>(document)])) (xml += "<lastmod>") += iso_day(date) += "</lastmod>";
    }
    // A chapter's versions are covers, not the same text.
    const std::vector<PageVersion> versions =
        page.kind == PageKind::chapter ? std::vector<PageVersion>() : page_versions(library_, links_, plan_, page);
    for (const PageVersion& version : versions) append_alternate(xml, version);
    xml += "</url>\n";
    return !versions.empty();
  }

  void append_alternate(std::string& xml, const PageVersion& version) const {
    xml += "\n<xhtml:link rel=\"alternate\" hreflang=\"";
    append_xml_escaped(xml, document_language(library_.documents[version.document], library_.settings));
    xml += "\" href=\"";
    append_xml_escaped(xml, library_.settings.base_url);
    append_xml_escaped(xml, file_address(version.address));
    xml += "\"/>";
  }

  const Library& library_;
  const Links& links_;
  const SitePlan& plan_;
};

}  // namespace

void append_sitemap(const Library& library, const Links& links, const SitePlan& plan, std::vector<OutputFile>& files) {
  const std::string& base_url = library.settings.base_url;
  std::string robots = "User-agent: *\nAllow: /\n";
  if (!base_url.empty()) robots += "\nSitemap: " + base_url + "sitemap.xml\n";
  files.push_back({"robots.txt", std::move(robots)});
  if (base_url.empty()) return;

  std::vector<const PlannedPage*> pages;
  for (const PlannedPage& page : plan.pages) {
    if (is_listed(page)) pages.push_back(&page);
  }
  const SitemapWriter writer(library, links, plan);
  if (pages.size() <= sitemap_limit) {
    files.push_back(writer.write("sitemap.xml", pages, 0));
    return;
  }
  std::string xml(xml_head);
  ((xml += "<sitemapindex") += sitemap_namespace) += ">\n";
  for (std::size_t first = 0; first < pages.size(); first += sitemap_limit) {
    const std::string address = "sitemap-" + std::to_string(first / sitemap_limit + 1) + ".xml";
    files.push_back(writer.write(address, pages, first));
    xml += "<sitemap>";
    append_location(xml, base_url, address);
    xml += "</sitemap>\n";
  }
  xml += "</sitemapindex>\n";
  files.push_back({"sitemap.xml", std::move(xml)});
}

}  // namespace reportal::index
