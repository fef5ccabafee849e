// One text file: read, held against its limit, decoded.

#pragma once

#include <optional>
#include <string>

#include "base/files.h"
#include "base/problem.h"
#include "read/yaml/parse.h"

namespace reportal {

struct TextFile {
  std::string text;  ///< UTF-8, LF
  std::string_view encoding;
};

/// The source at `path`, in any encoding that decode knows. Nothing after an error.
[[nodiscard]] std::optional<TextFile> read_source_file(const Files& files, const std::string& path, Problems& problems);

/// The YAML file at `path`, which must be UTF-8. Nothing after an error.
[[nodiscard]] std::optional<YamlText> read_yaml_file(const Files& files, const std::string& path, Problems& problems);

/// All bytes of a file that is taken as it is. Nothing after an error.
[[nodiscard]] std::optional<std::string> read_bytes(const Files& files, const std::string& path, Problems& problems);

}  // namespace reportal
