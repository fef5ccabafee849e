// What tells browsers that the portal can be searched: OpenSearch 1.1. It has absolute addresses, so there is one only where
// the portal's base address is known.

#include "index/exports.h"

namespace reportal::index {

void append_opensearch(const Library& library, std::vector<OutputFile>& files) {
  const Settings& settings = library.settings;
  if (settings.base_url.empty()) return;
  constexpr std::size_t longest_name = 16;  // characters, as the format has it
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription "
      "xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>";
  append_xml_escaped(xml, take_characters(settings.title, longest_name));
  xml += "</ShortName>\n<Description>";
  append_xml_escaped(xml, settings.description.empty() ? settings.title : settings.description);
  xml += "</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Language>";
  append_xml_escaped(xml, settings.language);
  xml += "</Language>\n<Url type=\"text/html\" template=\"";
  append_xml_escaped(xml, settings.base_url);
  xml += "search.html?q={searchTerms}\"/>\n</OpenSearchDescription>\n";
  files.push_back({"opensearch.xml", std::move(xml)});
}

}  // namespace reportal::index
