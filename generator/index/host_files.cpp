// _headers and _redirects: what hosts of static sites (Cloudflare Pages, Netlify, GitLab Pages) read beside the pages.
//
// Paths in them begin at the root of the host, so the path of the portal's base address stands before each. A site on a host
// that reads neither loses nothing that readers see: pages carry the content policy themselves, and each alias is a page. A
// file of that name in content/ takes their place.

#include "index/exports.h"

namespace reportal {

std::string content_policy(const Settings& settings) {
  std::string policy = "default-src 'self'; img-src 'self' data:";
  if (settings.remote_images) policy += " https: http:";
  return policy + "; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";
}

namespace index {
namespace {

/// Where the portal does not say where it stands, its host's root is as good a guess as any.
std::string_view assumed_root(const Settings& settings) {
  const std::string_view root = root_path(settings);
  return root.empty() ? std::string_view("/") : root;
}

std::string headers(const Settings& settings) {
  const std::string root(assumed_root(settings));
  std::string out = root + "*\n";
  // Only a header can say who may frame the pages.
  out += "  Content-Security-Policy: " + content_policy(settings) + "; frame-ancestors 'self'\n";
  out +=
      "  X-Content-Type-Options: nosniff\n"
      "  Referrer-Policy: strict-origin-when-cross-origin\n"
      "  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n";
  // Names of assets hold a hash of their bytes, so they never change.
  return out + root + "assets/*\n  Cache-Control: public, max-age=31536000, immutable\n";
}

std::string redirects(const SitePlan& plan, std::string_view root) {
  constexpr std::string_view folder_page = "index.html";
  std::string out;
  for (const PlannedPage& page : plan.pages) {
    if (page.kind != PageKind::redirect) continue;
    const std::string from = std::string(root) + file_address(page.address);
    const std::string rule = ' ' + std::string(root) + file_address(page.redirect_to) + " 301\n";
    out += from + rule;
    const bool is_folder = from.ends_with('/' + std::string(folder_page));
    if (is_folder) out += from.substr(0, from.size() - folder_page.size()) + rule;
  }
  return out;
}

}  // namespace

void append_host_files(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files) {
  const auto add = [&](std::string name, std::string bytes) {
    if (!bytes.empty() && !plan.content_files.contains(name)) files.push_back({std::move(name), std::move(bytes)});
  };
  add("_headers", headers(library.settings));
  add("_redirects", redirects(plan, assumed_root(library.settings)));
}

}  // namespace index
}  // namespace reportal
