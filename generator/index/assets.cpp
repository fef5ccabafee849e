// Files that are published as they are. A theme's assets carry a hash in their name, so that browsers may keep them for ever;
// style sheets name the assets they use, and these names are replaced. A style sheet may be written in parts, which it
// imports: readers load them as one file, and a theme replaces one part and keeps the others.

#include <xxhash.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "index/exports.h"
#include "index/planning.h"

namespace reportal::index {
namespace {

bool is_style_sheet(std::string_view name) { return file_ending(name) == ".css"; }

/// Parts of style sheets stand in a folder of their own and are published only in the sheets that import them.
bool is_part(std::string_view name) { return name.starts_with("style/") && is_style_sheet(name); }

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

/// Goes into the names of assets. To be raised when what is published of the same source changes, since browsers keep what they have.
constexpr XXH64_hash_t published_form = 3;

std::string hash_of(const std::vector<Asset>& assets, const Asset& asset) {
  std::set<std::string_view> reached;
  collect_references(assets, asset, reached);
  XXH64_hash_t hash = XXH3_64bits_withSeed(asset.bytes.data(), asset.bytes.size(), published_form);
  for (const std::string_view name : reached) {
    if (name == asset.name) continue;
    const std::string& bytes = find_asset(assets, name)->bytes;
    hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash);
  }
  return fmt::format("{:016x}", hash).substr(0, 8);
}

/// Puts a style sheet together from its parts, and the published names of assets in place of those it was written with.
class StyleSheet {
 public:
  StyleSheet(const std::vector<Asset>& assets, const SitePlan& plan, const Asset& asset)
      : assets_(assets), plan_(plan), address_(plan.asset_address.at(asset.name)) {
    append(asset);
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void append(const Asset& asset) {
    if (!appended_.insert(asset.name).second) return;
    std::string_view rest = asset.bytes;
    for (const StyleImport& import : style_sheet_imports(asset.bytes)) {
      const Asset* part = find_asset(assets_, asset_named(asset.name, import.address));
      if (part == nullptr || !is_part(part->name)) continue;
      const auto first = static_cast<std::size_t>(import.rule.data() - rest.data());
      append_text(asset.name, rest.substr(0, first));
      append(*part);
      rest.remove_prefix(first + import.rule.size());
    }
    append_text(asset.name, rest);
  }

  void append_text(std::string_view sheet, std::string_view css) {
    std::size_t done = 0;
    for (const std::string_view address : style_sheet_addresses(css)) {
      const auto target = plan_.asset_address.find(asset_named(sheet, address));
      if (target == plan_.asset_address.end()) continue;
      const auto first = static_cast<std::size_t>(address.data() - css.data());
      out_ += css.substr(done, first - done);
      out_ += relative_address(address_, target->second);
      if (const std::size_t rest = address.find_first_of("?#"); rest != npos) out_ += address.substr(rest);
      done = first + address.size();
    }
    out_ += css.substr(done);
  }

  const std::vector<Asset>& assets_;
  const SitePlan& plan_;
  const std::string& address_;
  std::set<std::string_view> appended_;
  std::string out_;
};

}  // namespace

std::unordered_map<std::string, std::string> asset_addresses(const Theme& theme) {
  std::unordered_map<std::string, std::string> addresses;
  for (const Asset& asset : theme.assets) {
    if (is_part(asset.name)) continue;
    const std::string_view ending = file_ending(asset.name);
    const std::string_view stem = std::string_view(asset.name).substr(0, asset.name.size() - ending.size());
    addresses.emplace(asset.name, fmt::format("assets/{}.{}{}", stem, hash_of(theme.assets, asset), ending));
  }
  return addresses;
}

void append_assets(const SitePlan& plan, Input& input, std::vector<OutputFile>& files) {
  for (Asset& asset : input.theme.assets) {
    const auto address = plan.asset_address.find(asset.name);
    if (address == plan.asset_address.end()) continue;
    std::string bytes = is_style_sheet(asset.name)               ? compact_style_sheet(StyleSheet(input.theme.assets, plan, asset).take())
                        : file_ending(asset.name) == ".js" ? compact_script(asset.bytes)
                                                                 : std::move(asset.bytes);
    files.push_back({address->second, std::move(bytes)});
  }
  for (Asset& file : input.files) files.push_back({std::move(file.name), std::move(file.bytes)});
  input.theme.assets.clear();
  input.files.clear();
}

}  // namespace reportal::index
