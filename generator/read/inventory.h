// What stands in a content folder: every file, and what it is taken for, by its name and folder alone.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "model/source.h"

namespace reportal {

/// A source and the file beside it that holds its front matter. Paths are relative to the content folder.
struct SourceFile {
  std::string path;
  std::string sidecar;  ///< "" if there is none
};

/// Paths relative to the content folder, sorted.
struct Inventory {
  bool has_portal = false;
  std::vector<std::string_view> vocabulary;  ///< names of the vocabulary files that are there
  std::vector<SourceFile> sources;
  std::vector<std::string> values;  ///< CSV files with values of indicators
  std::vector<std::string> assets;  ///< copied as they are
};

/// Lists `content`. Links that leave it, files over their limit and files that nothing reads are reported.
[[nodiscard]] Inventory take_inventory(const Files& files, const std::string& content, Problems& problems);

/// The format that a file's ending tells; nothing for files that are no sources.
[[nodiscard]] std::optional<SourceFormat> source_format(std::string_view path);
/// The kind that goes with a folder: reports/ → report; nothing for other folders.
[[nodiscard]] std::optional<DocumentKind> kind_of_folder(std::string_view folder);
/// The path of the sidecar that a source may have.
[[nodiscard]] std::string sidecar_path(std::string_view source);

}  // namespace reportal
