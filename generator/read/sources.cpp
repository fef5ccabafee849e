#include "read/sources.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/parallel.h"
#include "base/text.h"
#include "read/problems.h"
#include "read/read.h"
#include "read/text_file.h"
#include "read/yaml/schema.h"

namespace reportal {
namespace {

/// Posts saved from the web often come as .txt with an HTML body.
bool looks_like_html(std::string_view body) {
  constexpr std::string_view tags[] = {"!doctype", "html", "body", "div", "p",     "article",
                                       "section",  "h1",   "h2",   "h3",  "table", "figure"};
  const std::string start = ascii_lower(trim(body).substr(0, 12));
  if (!start.starts_with('<')) return false;
  return std::any_of(std::begin(tags), std::end(tags), [&](std::string_view tag) {
    return start.compare(1, tag.size(), tag) == 0 && start.size() > tag.size() + 1 &&
           (start[tag.size() + 1] == '>' || start[tag.size() + 1] == ' ' || start[tag.size() + 1] == '\n');
  });
}

DocumentKind first_guess(SourceFormat format) {
  return format == SourceFormat::raw_text ? DocumentKind::report : DocumentKind::article;
}

struct ReadSource {
  Source source;
  FrontMatter front_matter;  ///< its metadata moved into the source
};

/// Where one source is read from: paths as the user sees them, and its folder as seen from the content folder.
struct SourcePaths {
  std::string path;
  std::string sidecar;  ///< "" if there is none
  std::string_view folder;
};

/// The front matter of a source, from itself or from its sidecar; nothing after an error.
std::optional<FrontMatter> front_matter_of(const Files& files, const SourcePaths& paths, Source& source, Problems& problems) {
  const std::optional<FrontMatterLines> lines = find_front_matter(source, problems);
  if (!lines) return std::nullopt;
  source.front_matter_first = lines->first;
  source.front_matter_last = lines->last;
  if (!paths.sidecar.empty()) {
    if (lines->first != 0) problems.add(read_problems::front_matter_twice, source.place(lines->first, 1, 3), {paths.sidecar});
    const std::optional<YamlText> yaml = read_yaml_file(files, paths.sidecar, problems);
    return yaml ? read_front_matter(*yaml, paths.folder, problems) : std::nullopt;
  }
  if (lines->first == 0) return FrontMatter{};
  if (lines->yaml.size() > max_yaml_bytes) {
    problems.add(read_problems::too_large, source.place(lines->first, 1, 3),
                 {std::to_string(lines->yaml.size()), std::to_string(max_yaml_bytes)});
    return std::nullopt;
  }
  return read_front_matter(YamlText(source.path, std::string(lines->yaml), lines->first + 1), paths.folder, problems);
}

/// Fills in what the front matter leaves to the file's name and folder.
void fill_defaults(Source& source, std::optional<DocumentKind> folder_kind) {
  Metadata& metadata = source.metadata;
  if (!metadata.kind_given) {
    metadata.kind = folder_kind.value_or(first_guess(source.format));
    metadata.kind_given = folder_kind.has_value();
  }
  const std::string_view stem = file_stem(source.path);
  if (metadata.id.empty()) metadata.id = is_id(stem) ? std::string(stem) : make_id(stem);
  constexpr std::size_t day_length = std::string_view("2023-12-06").size();
  if (!metadata.date && metadata.kind == DocumentKind::article && stem.size() > day_length && stem[day_length] == '-') {
    if (const auto day = parse_date(stem.substr(0, day_length))) metadata.date = *day;
  }
}

ReadSource make_source(const Files& files, const SourcePaths& paths, TextFile file, std::optional<DocumentKind> folder_kind,
                       Problems& problems) {
  ReadSource result;
  Source& source = result.source;
  source.path = paths.path;
  source.text = std::move(file.text);
  source.encoding = file.encoding;
  source.format = source_format(paths.path).value_or(SourceFormat::raw_text);
  source.index_lines();
  if (auto front_matter = front_matter_of(files, paths, source, problems)) {
    result.front_matter = std::move(*front_matter);
    source.metadata = std::move(result.front_matter.metadata);
    source.metadata.folder = paths.folder;
  }
  const std::uint32_t last = source.front_matter_last;
  const std::size_t body_start = last >= source.line_count() ? source.text.size() : source.line_starts[last];
  const std::string_view body = std::string_view(source.text).substr(last == 0 ? 0 : body_start);
  if (is_blank(body)) problems.add(read_problems::empty_source, Place{source.path});
  if (source.format == SourceFormat::raw_text && looks_like_html(body)) source.format = SourceFormat::html;
  fill_defaults(source, folder_kind);
  return result;
}

std::optional<ReadSource> read_one(const Files& files, const SourcePaths& paths, std::optional<DocumentKind> folder_kind,
                                   Problems& problems) {
  std::optional<TextFile> file = read_source_file(files, paths.path, problems);
  if (!file) return std::nullopt;
  return make_source(files, paths, std::move(*file), folder_kind, problems);
}

/// Puts the channel's id in place of what the front matter calls it; a channel that portal.yaml does not name is none.
void resolve_channel(ReadSource& read, const std::vector<Channel>& channels, Problems& problems) {
  const auto find = [&](std::string_view name) {
    return std::find_if(channels.begin(), channels.end(),
                        [&](const Channel& one) { return one.id == name || one.title == name; });
  };
  for (const NamedThing& named : read.front_matter.channels) {
    const auto channel = find(named.name);
    if (channel != channels.end()) {
      read.source.metadata.channel = channel->id;
      continue;
    }
    std::vector<std::string_view> ids;
    for (const Channel& one : channels) ids.push_back(one.id);
    problems.add(read_problems::unknown_channel, named.place, {named.name}, nearest_name(named.name, ids));
    read.source.metadata.channel.clear();
  }
  for (const std::string& category : read.front_matter.categories) {
    const auto channel = find(category);
    if (read.source.metadata.channel.empty() && channel != channels.end()) read.source.metadata.channel = channel->id;
  }
}

void check_pictures(const ReadSource& read, const std::unordered_set<std::string_view>& assets, Problems& problems) {
  for (const NamedThing& picture : read.front_matter.pictures) {
    if (!assets.contains(picture.name)) problems.add(read_problems::picture_missing, picture.place, {picture.name});
  }
}

void check_ids(const std::vector<Source>& sources, Problems& problems) {
  std::map<std::pair<DocumentKind, std::string_view>, const Source*> by_id;
  for (const Source& source : sources) {
    const auto [first, fresh] = by_id.try_emplace({source.metadata.kind, source.metadata.id}, &source);
    if (!fresh) problems.add(read_problems::duplicate_source, Place{source.path}, {source.metadata.id, first->second->path});
  }
}

}  // namespace

std::vector<Source> read_sources(const SourceRun& run, const Inventory& inventory, Problems& problems) {
  const std::unordered_set<std::string_view> assets(inventory.assets.begin(), inventory.assets.end());
  std::vector<std::optional<ReadSource>> slots(inventory.sources.size());
  for_each_index(run.jobs, slots.size(), [&](std::size_t i) {
    const SourceFile& file = inventory.sources[i];
    const std::string sidecar = file.sidecar.empty() ? std::string() : join_path(run.content, file.sidecar);
    const auto kind = kind_of_folder(std::string_view(file.path).substr(0, file.path.find('/')));
    slots[i] = read_one(run.files, {join_path(run.content, file.path), sidecar, parent_path(file.path)}, kind, problems);
    if (!slots[i]) return;
    resolve_channel(*slots[i], run.settings.channels, problems);
    check_pictures(*slots[i], assets, problems);
  });
  std::vector<Source> sources;
  sources.reserve(slots.size());
  for (std::optional<ReadSource>& slot : slots) {
    if (slot && (run.drafts || !slot->source.metadata.draft)) sources.push_back(std::move(slot->source));
  }
  check_ids(sources, problems);
  return sources;
}

std::optional<Source> read_source(const Files& files, const std::string& path, Problems& problems) {
  std::string sidecar = sidecar_path(path);
  if (files.kind(sidecar) == FileKind::missing || sidecar == path) sidecar.clear();
  const auto kind = kind_of_folder(file_name(parent_path(path)));
  std::optional<ReadSource> read = read_one(files, {path, sidecar, ""}, kind, problems);
  if (!read) return std::nullopt;
  return std::move(read->source);
}

Source source_of_text(const Files& files, const std::string& path, std::string text, Problems& problems) {
  return make_source(files, {path, "", ""}, {std::move(text), "UTF-8"}, std::nullopt, problems).source;
}

}  // namespace reportal
