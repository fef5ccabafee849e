// Files that are published as they are. A theme's assets carry a hash in their name, so that browsers may keep them for ever;
// style sheets name the assets they use, and these names are replaced.

#include <xxhash.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "index/exports.h"
#include "index/planning.h"

namespace reportal::index {
namespace {

bool is_style_sheet(std::string_view name) { return file_ending(name) == ".css"; }

/// The asset that `address` means in the style sheet `sheet`: its name without query and fragment; "" for other hosts and data.
std::string asset_named(std::string_view sheet, std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  if (path.empty() || path.find(':') != npos || path.starts_with('/')) return {};
  return normal_path(join_path(parent_path(sheet), path));
}

const Asset* find_asset(const std::vector<Asset>& assets, std::string_view name) {
  const auto found = std::find_if(assets.begin(), assets.end(), [&](const Asset& asset) { return asset.name == name; });
  return found == assets.end() ? nullptr : &*found;
}

/// `asset` and all that it refers to, style sheets followed; each once, whatever refers to whom.
void collect_references(const std::vector<Asset>& assets, const Asset& asset, std::set<std::string_view>& reached) {
  if (!reached.insert(asset.name).second || !is_style_sheet(asset.name)) return;
  for (const std::string_view address : style_sheet_addresses(asset.bytes)) {
    const Asset* target = find_asset(assets, asset_named(asset.name, address));
    if (target != nullptr) collect_references(assets, *target, reached);
  }
}

std::string hash_of(const std::vector<Asset>& assets, const Asset& asset) {
  std::set<std::string_view> reached;
  collect_references(assets, asset, reached);
  XXH64_hash_t hash = XXH3_64bits(asset.bytes.data(), asset.bytes.size());
  for (const std::string_view name : reached) {
    if (name == asset.name) continue;
    const std::string& bytes = find_asset(assets, name)->bytes;
    hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash);
  }
  return fmt::format("{:016x}", hash).substr(0, 8);
}

std::string with_hashed_names(std::string_view sheet, std::string_view css, const SitePlan& plan) {
  const std::string& own_address = plan.asset_address.at(std::string(sheet));
  std::string out;
  std::size_t done = 0;
  for (const std::string_view address : style_sheet_addresses(css)) {
    const auto target = plan.asset_address.find(asset_named(sheet, address));
    if (target == plan.asset_address.end()) continue;
    const auto first = static_cast<std::size_t>(address.data() - css.data());
    out += css.substr(done, first - done);
    out += relative_address(own_address, target->second);
    if (const std::size_t rest = address.find_first_of("?#"); rest != npos) out += address.substr(rest);
    done = first + address.size();
  }
  return out += css.substr(done);
}

}  // namespace

std::unordered_map<std::string, std::string> asset_addresses(const Theme& theme) {
  std::unordered_map<std::string, std::string> addresses;
  for (const Asset& asset : theme.assets) {
    const std::string_view ending = file_ending(asset.name);
    const std::string_view stem = std::string_view(asset.name).substr(0, asset.name.size() - ending.size());
    addresses.emplace(asset.name, fmt::format("assets/{}.{}{}", stem, hash_of(theme.assets, asset), ending));
  }
  return addresses;
}

void append_assets(const SitePlan& plan, Input& input, std::vector<OutputFile>& files) {
  for (Asset& asset : input.theme.assets) {
    std::string bytes = is_style_sheet(asset.name) ? compact_style_sheet(with_hashed_names(asset.name, asset.bytes, plan)) : std::move(asset.bytes);
    files.push_back({plan.asset_address.at(asset.name), std::move(bytes)});
  }
  for (Asset& file : input.files) files.push_back({std::move(file.name), std::move(file.bytes)});
  input.theme.assets.clear();
  input.files.clear();
}

}  // namespace reportal::index
