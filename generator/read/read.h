// The door of read: a content folder in, everything that the later stages work on out.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "model/portal.h"
#include "model/source.h"

namespace reportal {

/// A file that is published as it is: a picture of content/, a style sheet or icon of the theme.
struct Asset {
  std::string name;   ///< path in its folder ("pictures/gate.jpg"; "style.css")
  std::string bytes;
};

/// A theme with the default templates under it: what the theme replaces is replaced already.
struct Theme {
  std::string name;                                   ///< of its folder
  std::string title;                                  ///< as its theme.yaml has it
  std::string light_colour, dark_colour;              ///< of the browser's own frame around a page: #rrggbb, "" where none is given
  std::map<std::string, std::string> templates;       ///< name ("case.html") → text
  std::map<std::string, std::string> template_paths;  ///< name → file, for error messages
  std::vector<Asset> assets;                          ///< published under assets/NAME.HASH.ENDING
  std::map<std::string, std::string> strings;         ///< of the portal's language: key → text
};

struct ReadOptions {
  std::string content;                      ///< the content folder
  std::string data_folder;                  ///< holds templates/ and themes/
  std::optional<std::string> theme;         ///< in place of the one in portal.yaml
  std::optional<std::string> base_url;      ///< likewise
  std::string served_at;                    ///< the path that a preview serves the portal at; "" where it is built to be published
  bool drafts = false;
  unsigned jobs = 1;
};

struct Input {
  Settings settings;
  Vocabulary vocabulary;
  Theme theme;
  std::vector<Source> sources;  ///< sorted by path; drafts left out unless asked for
  std::vector<GivenValue> values;  ///< of values/*.csv, by file and line
  std::vector<Asset> files;     ///< files of content/ that are copied as they are
};

/// Limits; a file over one of them is an error that names it.
inline constexpr std::size_t max_source_bytes = std::size_t{64} << 20;
inline constexpr std::size_t max_yaml_bytes = std::size_t{8} << 20;
inline constexpr std::size_t max_yaml_nodes = 500'000;
inline constexpr std::size_t max_yaml_depth = 64;

/// Reads a whole content folder. Problems go into the collector; what could be read is returned all the same.
[[nodiscard]] Input read_content(const Files& files, const ReadOptions& options, Problems& problems);

/// A number that is another one when something that `read_content` reads may have changed: a file was written, came, went or was renamed in
/// the content folder or among the templates and themes. Reads no file, so it costs little; hidden files and editors' copies do not count.
[[nodiscard]] std::uint64_t fingerprint_content(const Files& files, const ReadOptions& options);

/// Reads one source alone (for inspect): its front matter, or that of the sidecar beside it; the folder's vocabulary is not
/// needed. Nothing on an error that leaves no text.
[[nodiscard]] std::optional<Source> read_source(const Files& files, const std::string& path, Problems& problems);

/// A source from text that is in hand and stands in no file yet: UTF-8 with LF, front matter in it or not. `path` is shown to the user, and
/// its ending is the format.
[[nodiscard]] Source source_of_text(const Files& files, const std::string& path, std::string text, Problems& problems);

/// The text of a file in any encoding that is known, as UTF-8 with LF. Nothing after an error.
[[nodiscard]] std::optional<std::string> read_text(const Files& files, const std::string& path, Problems& problems);

/// The id that a file's name gives to a source.
[[nodiscard]] std::string id_of_file(std::string_view path);

/// What a new source has to fit in with.
struct Catalogue {
  struct Entry {
    std::string id, path;
  };
  Settings settings;
  Vocabulary vocabulary;
  std::vector<Entry> sources;  ///< of all kinds, drafts too
};

/// Settings, vocabulary and sources of a content folder. Nothing where there is no such folder.
[[nodiscard]] std::optional<Catalogue> read_catalogue(const Files& files, const std::string& content, unsigned jobs,
                                                      Problems& problems);

}  // namespace reportal
