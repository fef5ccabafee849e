// The parts of export_files, one a file. Each appends what it makes.

#pragma once

#include <string>
#include <vector>

#include "index/site_plan.h"

namespace reportal::index {

/// feed.xml (Atom 1.0) and feed.json (JSON Feed 1.1) of the newest dated articles and reports; feeds/… (Atom) of each channel and school that
/// has any.
void append_feeds(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files);

/// robots.txt, and with a base address sitemap.xml, which is an index of sitemap-1.xml … over 50,000 pages.
void append_sitemap(const Library& library, const Links& links, const SitePlan& plan, std::vector<OutputFile>& files);

/// opensearch.xml, with a base address.
void append_opensearch(const Library& library, std::vector<OutputFile>& files);

/// tables/REPORT/NUMBER.csv
void append_tables(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files);

/// data/: the things of the portal as CSV and JSON, described by datapackage.json.
void append_data(const Library& library, const Links& links, const SitePlan& plan, std::vector<OutputFile>& files);

/// data/cases.js: what the filters of the case list know of all cases.
void append_case_filter(const Library& library, const Links& links, const SitePlan& plan, std::vector<OutputFile>& files);

/// _headers and _redirects, which hosts of static sites read.
void append_host_files(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files);

/// The addresses of what append_data makes.
[[nodiscard]] std::vector<std::string> data_addresses();
/// reports/ID/record.csv and the like: the cleaning records.
void append_records(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files);

/// Theme assets under their hashed names and files of content/ under their own; their bytes are moved out of `input`.
void append_assets(const SitePlan& plan, Input& input, std::vector<OutputFile>& files);

}  // namespace reportal::index
