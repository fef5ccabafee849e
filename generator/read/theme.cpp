#include "read/theme.h"

#include "base/text.h"
#include "read/problems.h"
#include "read/text_file.h"
#include "read/yaml/schema.h"

namespace reportal {
namespace {

constexpr std::string_view default_theme = "default";

constexpr Wording a_colour{"颜色，写作 #rrggbb", "a colour, written #rrggbb"};

template <auto member>
constexpr auto colour = [](Values& values, const Field& field, Theme& theme) {
  const std::string& text = field.value.text;
  const bool is_colour = field.value.is_scalar() && text.size() == 7 && text.front() == '#' &&
                         text.find_first_not_of("0123456789abcdefABCDEF", 1) == npos;
  if (is_colour) theme.*member = text;
  else values.report_wrong_type(field, a_colour);
};

constexpr Key<Theme> colour_keys[] = {
    {"light", colour<&Theme::light_colour>},
    {"dark", colour<&Theme::dark_colour>},
};

void read_colours(Values& values, const Field& field, Theme& theme) {
  if (values.is_mapping(field)) read_mapping(values, field.value, colour_keys, theme);
}

constexpr Key<Theme> theme_keys[] = {
    {"title", text<&Theme::title>},
    {"colours", read_colours},
};

class ThemeReader {
 public:
  ThemeReader(const Files& files, std::string_view language, Problems& problems)
      : files_(files), language_(language), problems_(problems) {}

  void add_templates(const std::string& folder) {
    each_file(folder, [&](const std::string& name, const std::string& path) {
      if (file_ending(name) != ".html") return;
      if (auto file = read_source_file(files_, path, problems_)) {
        theme_.templates.insert_or_assign(name, std::move(file->text));
        theme_.template_paths.insert_or_assign(name, path);
      }
    });
  }

  void add_theme(const std::string& folder) {
    add_templates(join_path(folder, "templates"));
    each_file(join_path(folder, "assets"), [&](const std::string& name, const std::string& path) {
      if (auto bytes = read_bytes(files_, path, problems_)) assets_.insert_or_assign(name, std::move(*bytes));
    });
    with_mapping(join_path(folder, "theme.yaml"),
                 [&](Values& values, const YamlNode& mapping) { read_mapping(values, mapping, theme_keys, theme_); });
    with_mapping(join_path(folder, "strings/" + language_ + ".yaml"),
                 [&](Values& values, const YamlNode& mapping) { add_strings(values, mapping); });
  }

  Theme take(const std::string& name) {
    theme_.name = name;
    for (auto& [asset, bytes] : assets_) theme_.assets.push_back({asset, std::move(bytes)});
    return std::move(theme_);
  }

  [[nodiscard]] bool has_templates() const { return !theme_.templates.empty(); }

 private:
  /// Calls use(name, path) for every file below a folder that may be missing; hidden ones are left out.
  template <typename Use>
  void each_file(const std::string& folder, Use use) {
    if (files_.kind(folder) == FileKind::missing) return;
    std::vector<FileEntry> entries;
    if (const std::error_code error = files_.list(folder, entries)) {
      problems_.add(read_problems::unreadable, Place{folder}, {error.message()});
    }
    for (const FileEntry& entry : entries) {
      const std::string_view name = file_name(entry.path);
      if (entry.kind == FileKind::file && !name.starts_with('.') && !name.ends_with('~'))
        use(entry.path, join_path(folder, entry.path));
    }
  }

  /// Calls use(values, mapping) with what a YAML file of the theme holds, if it is there and holds anything.
  template <typename Use>
  void with_mapping(const std::string& path, Use use) {
    if (files_.kind(path) == FileKind::missing) return;
    const std::optional<YamlText> yaml = read_yaml_file(files_, path, problems_);
    if (!yaml) return;
    const std::optional<YamlNode> root = parse_yaml(*yaml, problems_);
    if (!root || root->is_null()) return;
    Values values(*yaml, problems_);
    YamlNode name;
    name.text = file_name(path);
    if (values.is_mapping({name, *root})) use(values, *root);
  }

  void add_strings(Values& values, const YamlNode& mapping) {
    for (const YamlNode::Entry& entry : mapping.entries) {
      if (entry.value.is_null() || !values.is_text({entry.key, entry.value})) continue;
      theme_.strings[entry.key.text] = entry.value.text;  // with the space of ": "
    }
  }

  const Files& files_;
  std::string language_;
  Problems& problems_;
  Theme theme_;
  std::map<std::string, std::string> assets_;
};

/// The names of all themes, for a suggestion.
std::vector<std::string> theme_names(const Files& files, const std::string& bundled, const std::string& own) {
  std::vector<std::string> names;
  for (const std::string& folder : {bundled, own}) {
    std::vector<FileEntry> entries;
    if (files.kind(folder) == FileKind::missing || files.list(folder, entries)) continue;
    for (const FileEntry& entry : entries) {
      if (entry.kind == FileKind::folder && entry.path.find('/') == npos) names.push_back(entry.path);
    }
  }
  return names;
}

}  // namespace

Theme read_theme(const Files& files, const ReadOptions& options, const std::string& name, std::string_view language,
                 const Place& name_place, Problems& problems) {
  const std::string templates = join_path(options.data_folder, "templates");
  const std::string bundled = join_path(options.data_folder, "themes");
  const std::string own = join_path(options.content, "themes");

  ThemeReader reader(files, language, problems);
  reader.add_templates(templates);
  if (!reader.has_templates()) problems.add(read_problems::no_templates, Place{templates}, {templates});

  const bool is_bundled = is_id(name) && files.kind(join_path(bundled, name)) == FileKind::folder;
  const bool is_own = is_id(name) && files.kind(join_path(own, name)) == FileKind::folder;
  if (!is_bundled && !is_own) {
    const std::vector<std::string> names = theme_names(files, bundled, own);
    problems.add(read_problems::no_theme, name_place, {name}, nearest_name(name, {names.begin(), names.end()}));
  }
  reader.add_theme(join_path(bundled, default_theme));
  if (is_bundled && name != default_theme) reader.add_theme(join_path(bundled, name));
  if (is_own) reader.add_theme(join_path(own, name));
  return reader.take(name);
}

}  // namespace reportal
