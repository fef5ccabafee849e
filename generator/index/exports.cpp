// Every file of the site that is no page.

#include "index/exports.h"

namespace reportal {

std::vector<OutputFile> export_files(const Library& library, const Links& links, const SitePlan& plan, Input& input) {
  std::vector<OutputFile> files;
  index::append_feeds(library, plan, files);
  index::append_sitemap(library, links, plan, files);
  index::append_opensearch(library, files);
  index::append_tables(library, plan, files);
  index::append_data(library, links, plan, files);
  index::append_records(library, plan, files);
  index::append_case_filter(library, links, plan, files);
  index::append_host_files(library, plan, files);
  index::append_assets(plan, input, files);
  return files;
}

}  // namespace reportal
