// Front matter: where it stands in a source, and what it says.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "read/yaml/parse.h"

namespace reportal {

/// The YAML between the two `---` lines at the beginning of a source; blank lines may stand before them.
struct FrontMatterLines {
  std::uint32_t first = 0, last = 0;  ///< 1-based lines of the two markers; 0: there is none
  std::string_view yaml;              ///< between them
};

/// Nothing after an error: front matter that is never closed, or is TOML.
[[nodiscard]] std::optional<FrontMatterLines> find_front_matter(const Source& source, Problems& problems);

/// A name that is looked up when all of content/ is known, and where it stands.
struct NamedThing {
  std::string name;
  Place place;
};

struct FrontMatter {
  Metadata metadata;                 ///< kind_given only if the front matter names the kind
  std::vector<NamedThing> pictures;  ///< files of the content folder, relative to it
  std::vector<NamedThing> channels;  ///< at most one: `channel`
  std::vector<std::string> categories;
};

/// Reads front matter. `folder` is that of the source, relative to the content folder: pictures are named from there. Nothing
/// after an error that leaves no mapping to be read.
[[nodiscard]] std::optional<FrontMatter> read_front_matter(const YamlText& yaml, std::string_view folder, Problems& problems);

}  // namespace reportal
