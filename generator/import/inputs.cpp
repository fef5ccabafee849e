#include "import/inputs.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "import/problems.h"

namespace reportal {
namespace {

constexpr std::pair<std::string_view, InputFormat> endings[] = {
    {".txt", InputFormat::text},          {".text", InputFormat::text}, {".md", InputFormat::markdown},
    {".markdown", InputFormat::markdown}, {".html", InputFormat::html}, {".htm", InputFormat::html},
    {".pdf", InputFormat::pdf},           {".docx", InputFormat::word},
};

std::optional<InputFormat> format_of(std::string_view path) {
  const std::string ending = ascii_lower(file_ending(path));
  const auto known = std::find_if(std::begin(endings), std::end(endings), [&](const auto& one) { return one.first == ending; });
  return known == std::end(endings) ? std::nullopt : std::optional(known->second);
}

bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != npos || path.ends_with('~') || file_name(path).starts_with("~$");
}

class InputLister {
 public:
  InputLister(const Files& files, const std::string& content, Problems& problems)
      : files_(files), content_(files.real_path(content)), problems_(problems) {}

  void add(const std::string& path) {
    const FileKind kind = kind_behind_links(path);
    if (kind == FileKind::folder) {
      add_folder(path);
    } else if (kind == FileKind::file) {
      add_file(path, format_of(path).value_or(InputFormat::text));
    } else {
      problems_.add(import_problems::no_input, Place{path});
    }
  }

  [[nodiscard]] std::vector<InputFile> take() { return std::move(inputs_); }

 private:
  FileKind kind_behind_links(const std::string& path) const {
    const FileKind kind = files_.kind(path);
    return kind == FileKind::link ? files_.kind(files_.real_path(path)) : kind;
  }

  void add_folder(const std::string& folder) {
    std::vector<FileEntry> entries;
    if (const std::error_code error = files_.list(folder, entries)) {
      problems_.add(import_problems::unreadable, Place{folder}, {error.message()});
      return;
    }
    const std::string root = files_.real_path(folder);
    std::set<std::string> unknown;  // endings
    std::size_t left_out = 0, found = 0;
    for (const FileEntry& entry : entries) {
      if (entry.kind == FileKind::folder || is_hidden(entry.path)) continue;
      const std::string path = join_path(folder, entry.path);
      const std::string real = files_.real_path(path);
      if (kind_behind_links(path) != FileKind::file || !real.starts_with(root + '/')) continue;
      if (real.starts_with(content_ + '/') && !root.starts_with(content_ + '/')) continue;
      if (const auto format = format_of(path)) {
        add_file(path, *format);
        ++found;
      } else {
        ++left_out;
        const std::string_view ending = file_ending(path);
        unknown.insert(ending.empty() ? std::string(file_name(path)) : std::string(ending));
      }
    }
    if (left_out > 0) problems_.add(import_problems::skipped, Place{folder}, {std::to_string(left_out), listed(unknown)});
    if (found == 0) problems_.add(import_problems::nothing_found, Place{folder});
  }

  static std::string listed(const std::set<std::string>& names) {
    constexpr std::size_t most = 10;
    std::string text;
    std::size_t count = 0;
    for (const std::string& name : names) {
      if (count == most) return text + " …";
      text += (count++ == 0 ? "" : " ") + name;
    }
    return text;
  }

  /// A file that is named twice is taken once.
  void add_file(const std::string& path, InputFormat format) {
    if (seen_.insert(files_.real_path(path)).second) inputs_.push_back({path, format});
  }

  const Files& files_;
  std::string content_;
  Problems& problems_;
  std::vector<InputFile> inputs_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::vector<InputFile> list_inputs(const Files& files, const std::vector<std::string>& paths, const std::string& content,
                                   Problems& problems) {
  InputLister lister(files, content, problems);
  for (const std::string& path : paths) lister.add(path);
  return lister.take();
}

}  // namespace reportal
