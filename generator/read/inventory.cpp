#include "read/inventory.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "read/problems.h"
#include "read/values_csv.h"
#include "read/read.h"
#include "read/vocabulary.h"

namespace reportal {
namespace {

struct SourceFolder {
  std::string_view name;
  DocumentKind kind;
};

constexpr SourceFolder source_folders[] = {{"reports", DocumentKind::report},
                                           {"articles", DocumentKind::article},
                                           {"cases", DocumentKind::case_study},
                                           {"pages", DocumentKind::page}};

constexpr std::string_view portal_file = "portal.yaml";
constexpr std::string_view theme_folder = "themes";

std::string_view top_folder(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == npos ? std::string_view{} : path.substr(0, slash);
}

/// Hidden files, copies that editors leave behind, and folders that are put aside by a '.' or '_' before their name.
bool is_put_aside(std::string_view path) {
  const std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].starts_with('.') || parts[i].starts_with('_')) return true;
  }
  return parts.back().starts_with('.') || parts.back().ends_with('~');
}

bool is_yaml(std::string_view path) {
  const std::string ending = ascii_lower(file_ending(path));
  return ending == ".yaml" || ending == ".yml";
}

class InventoryTaker {
 public:
  InventoryTaker(const Files& files, const std::string& content, Problems& problems)
      : files_(files), content_(content), root_(files.real_path(content)), problems_(problems) {}

  Inventory run() {
    std::vector<FileEntry> entries;
    if (const std::error_code error = files_.list(content_, entries)) {
      report(read_problems::unreadable, "", {error.message()});
      return {};
    }
    std::erase_if(entries, [&](const FileEntry& entry) {
      return entry.kind == FileKind::folder || is_put_aside(entry.path) || !is_usable(entry);
    });
    for (const FileEntry& entry : entries) names_.insert(entry.path);
    for (const FileEntry& entry : entries) sort_in(entry);
    report_lone_sidecars();
    return std::move(inventory_);
  }

 private:
  void report(const ProblemKind& kind, std::string_view path, std::vector<std::string> arguments = {},
              std::string suggestion = {}) {
    problems_.add(kind, Place{join_path(content_, path)}, std::move(arguments), std::move(suggestion));
  }

  bool is_usable(const FileEntry& entry) {
    if (entry.kind == FileKind::file) return true;
    if (entry.kind != FileKind::link) {
      report(read_problems::not_a_file, entry.path);
      return false;
    }
    const std::string target = files_.real_path(join_path(content_, entry.path));
    if (target.empty()) {
      report(read_problems::link_broken, entry.path);
    } else if (!target.starts_with(root_ + '/')) {
      report(read_problems::link_outside, entry.path);
    } else if (files_.kind(target) != FileKind::file) {
      report(read_problems::link_folder, entry.path);
    } else {
      return true;
    }
    return false;
  }

  void sort_in(const FileEntry& entry) {
    const std::string_view folder = top_folder(entry.path);
    if (folder.empty()) {
      sort_in_top(entry);
    } else if (folder == theme_folder) {
      return;  // theme.cpp lists it by itself
    } else if (folder == values_folder && entry.path.ends_with(".csv")) {
      if (!is_too_large(entry, max_yaml_bytes)) inventory_.values.push_back(entry.path);
    } else if (!kind_of_folder(folder)) {
      inventory_.assets.push_back(entry.path);
    } else if (source_format(entry.path)) {
      if (!is_too_large(entry, max_source_bytes)) add_source(entry.path);
    } else if (entry.path.ends_with(".yaml")) {
      if (!is_too_large(entry, max_yaml_bytes)) sidecars_.push_back(entry.path);
    } else {
      inventory_.assets.push_back(entry.path);
    }
  }

  void sort_in_top(const FileEntry& entry) {
    const auto vocabulary = std::find(std::begin(vocabulary_files), std::end(vocabulary_files), entry.path);
    if (entry.path == portal_file) {
      inventory_.has_portal = true;
    } else if (vocabulary != std::end(vocabulary_files)) {
      inventory_.vocabulary.push_back(*vocabulary);
    } else if (is_yaml(entry.path)) {
      std::vector<std::string_view> names(std::begin(vocabulary_files), std::end(vocabulary_files));
      names.push_back(portal_file);
      report(read_problems::stray_yaml, entry.path, {entry.path}, nearest_name(entry.path, names));
    } else if (source_format(entry.path)) {
      report(read_problems::stray_source, entry.path);
    } else {
      inventory_.assets.push_back(entry.path);
    }
  }

  void add_source(const std::string& path) {
    std::string sidecar = sidecar_path(path);
    if (!names_.contains(sidecar)) sidecar.clear();
    if (!sidecar.empty()) used_sidecars_.insert(sidecar);
    inventory_.sources.push_back({path, std::move(sidecar)});
  }

  bool is_too_large(const FileEntry& entry, std::size_t limit) {
    if (entry.size <= limit) return false;
    report(read_problems::too_large, entry.path, {std::to_string(entry.size), std::to_string(limit)});
    return true;
  }

  void report_lone_sidecars() {
    for (const std::string& path : sidecars_) {
      if (!used_sidecars_.contains(path)) report(read_problems::lone_sidecar, path);
    }
  }

  const Files& files_;
  const std::string& content_;
  std::string root_;
  Problems& problems_;
  Inventory inventory_;
  std::unordered_set<std::string> names_;
  std::vector<std::string> sidecars_;
  std::unordered_set<std::string> used_sidecars_;
};

}  // namespace

Inventory take_inventory(const Files& files, const std::string& content, Problems& problems) {
  return InventoryTaker(files, content, problems).run();
}

std::optional<SourceFormat> source_format(std::string_view path) {
  const std::string ending = ascii_lower(file_ending(path));
  if (ending == ".txt") return SourceFormat::raw_text;
  if (ending == ".md") return SourceFormat::markdown;
  if (ending == ".html") return SourceFormat::html;
  return std::nullopt;
}

std::optional<DocumentKind> kind_of_folder(std::string_view folder) {
  for (const SourceFolder& known : source_folders) {
    if (known.name == folder) return known.kind;
  }
  return std::nullopt;
}

std::string sidecar_path(std::string_view source) {
  return std::string(source.substr(0, source.size() - file_ending(source).size())) + ".yaml";
}

}  // namespace reportal
