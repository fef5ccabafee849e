// Addresses as pages see them.

#include <algorithm>

#include "index/site_plan.h"

namespace reportal {
namespace {

bool has_scheme_or_host(std::string_view address) {
  if (address.starts_with("//")) return true;
  const std::size_t colon = address.find_first_of(":/?#");
  return colon != npos && colon > 0 && address[colon] == ':';
}

std::string_view folder_of(std::string_view address) { return address.substr(0, address.rfind('/') + 1); }

}  // namespace

std::string relative_address(std::string_view from, std::string_view to) {
  if (has_scheme_or_host(to)) return std::string(to);
  const std::string_view path = to.substr(0, to.find_first_of("?#"));
  const std::string_view rest = to.substr(path.size());
  const std::string_view own_name = from.substr(folder_of(from).size());
  if (path == from || path.empty()) return std::string(rest.starts_with('#') ? std::string_view{} : own_name) += rest;

  const std::string_view here = folder_of(from);
  const std::string_view there = folder_of(path);
  std::size_t shared = 0;
  for (std::size_t i = 0; i < std::min(here.size(), there.size()) && here[i] == there[i]; ++i) {
    if (here[i] == '/') shared = i + 1;
  }
  std::string result;
  for (const char c : here.substr(shared)) {
    if (c == '/') result += "../";
  }
  const std::string_view below = path.substr(shared);
  // A first part with a colon would be taken for a scheme; an empty address would mean the page itself.
  if (result.empty() && (below.empty() || below.substr(0, below.find('/')).find(':') != npos)) result = "./";
  result += below;
  return result += rest;
}

std::string file_address(std::string_view path) {
  std::string address;
  append_url_path(address, path);
  return address;
}

std::string block_address(const SitePlan& plan, const Library& library, std::uint32_t document, std::uint32_t block) {
  std::string address = plan.document_address[document];
  if (library.documents[document].kind == DocumentKind::report) {
    const auto& chapters = plan.chapters[document];
    const auto chapter = std::find_if(chapters.begin(), chapters.end(), [&](const auto& each) { return block < each.last; });
    if (chapter != chapters.end()) address = chapter->address;
  }
  const std::string& anchor = plan.anchors[document][block];
  return anchor.empty() ? address : address + '#' + anchor;
}

}  // namespace reportal
