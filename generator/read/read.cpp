// A content folder in, an Input out: list it, then settings, vocabulary, sources, theme and the files that are copied.

#include "read/read.h"

#include "base/parallel.h"
#include "read/inventory.h"
#include "read/problems.h"
#include "read/settings.h"
#include "read/sources.h"
#include "read/text_file.h"
#include "read/theme.h"
#include "read/values_csv.h"
#include "read/vocabulary.h"
#include "read/yaml/schema.h"

namespace reportal {
namespace {

SettingsFile settings_of(const Files& files, const ReadOptions& options, const Inventory& inventory, Problems& problems) {
  const std::string path = join_path(options.content, "portal.yaml");
  std::optional<YamlText> yaml;
  if (inventory.has_portal) {
    yaml = read_yaml_file(files, path, problems);
  } else {
    problems.add(read_problems::no_portal, Place{path});
  }
  SettingsFile file = yaml ? read_settings(*yaml, problems) : default_settings(path);
  if (options.theme) {
    file.settings.theme = *options.theme;
    file.theme_place = Place{"--theme"};
  }
  if (options.base_url) {
    if (options.base_url->empty() || is_web_address(*options.base_url)) {
      file.settings.base_url = base_address(*options.base_url);
    } else {
      problems.add(read_problems::bad_address, Place{"--base-url"}, {*options.base_url});
    }
  }
  file.settings.served_at = options.served_at;
  return file;
}

Vocabulary vocabulary_of(const Files& files, const std::string& content, const Inventory& inventory, Problems& problems) {
  Vocabulary vocabulary;
  for (const std::string_view name : inventory.vocabulary) {
    if (const auto yaml = read_yaml_file(files, join_path(content, name), problems)) {
      read_vocabulary_file(name, *yaml, vocabulary, problems);
    }
  }
  return vocabulary;
}

std::vector<Asset> assets_of(const Files& files, const ReadOptions& options, const Inventory& inventory, Problems& problems) {
  std::vector<Asset> assets(inventory.assets.size());
  for_each_index(options.jobs, assets.size(), [&](std::size_t i) {
    assets[i].name = inventory.assets[i];
    if (auto bytes = read_bytes(files, join_path(options.content, assets[i].name), problems))
      assets[i].bytes = std::move(*bytes);
  });
  return assets;
}

bool is_folder(const Files& files, const std::string& path) {
  const FileKind kind = files.kind(path);
  return kind == FileKind::folder || (kind == FileKind::link && files.kind(files.real_path(path)) == FileKind::folder);
}

}  // namespace

Input read_content(const Files& files, const ReadOptions& options, Problems& problems) {
  Input input;
  if (!is_folder(files, options.content)) {
    problems.add(read_problems::no_content, Place{options.content}, {options.content});
    return input;
  }
  const Inventory inventory = take_inventory(files, options.content, problems);
  SettingsFile file = settings_of(files, options, inventory, problems);
  input.settings = std::move(file.settings);
  input.vocabulary = vocabulary_of(files, options.content, inventory, problems);
  input.sources = read_sources({files, options.content, input.settings, options.drafts, options.jobs}, inventory, problems);
  for (const std::string& path : inventory.values) read_values_file(files, join_path(options.content, path), input.values, problems);
  input.theme = read_theme(files, options, input.settings.theme, input.settings.language, file.theme_place, problems);
  input.files = assets_of(files, options, inventory, problems);
  return input;
}

std::optional<std::string> read_text(const Files& files, const std::string& path, Problems& problems) {
  std::optional<TextFile> file = read_source_file(files, path, problems);
  if (!file) return std::nullopt;
  return std::move(file->text);
}

std::string id_of_file(std::string_view path) {
  const std::string_view stem = file_stem(path);
  return is_id(stem) ? std::string(stem) : make_id(stem);
}

std::optional<Catalogue> read_catalogue(const Files& files, const std::string& content, unsigned jobs, Problems& problems) {
  if (!is_folder(files, content)) {
    problems.add(read_problems::no_content, Place{content}, {content});
    return std::nullopt;
  }
  ReadOptions options;
  options.content = content;
  const Inventory inventory = take_inventory(files, content, problems);
  Catalogue catalogue;
  catalogue.settings = settings_of(files, options, inventory, problems).settings;
  catalogue.vocabulary = vocabulary_of(files, content, inventory, problems);
  for (Source& source : read_sources({files, content, catalogue.settings, true, jobs}, inventory, problems)) {
    catalogue.sources.push_back({std::move(source.metadata.id), std::move(source.path)});
  }
  return catalogue;
}

}  // namespace reportal
