// The door of import: reports as they are found (text in any encoding, Markdown, HTML, PDF, Word) become sources of a content
// folder.
//
// The text of an input is kept as it is, or, out of a PDF, rebuilt from positions; nothing is left out. What an editor would
// have to type above it is proposed, with a comment where it is a guess. Existing files are never touched.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "model/metadata.h"

namespace reportal {

struct ImportOptions {
  std::vector<std::string> inputs;   ///< files and folders
  std::string content;               ///< the content folder that they go into
  std::optional<DocumentKind> kind;  ///< of all of them; else it is found out for each
  unsigned jobs = 1;
};

struct Imported {
  std::string input;
  std::vector<std::string> written;  ///< the source first, then its sidecar and the folder of its pictures
  std::size_t pages = 0;             ///< of a PDF
  std::size_t cases = 0, figures = 0, tables = 0, pictures = 0;
};

/// Imports each input by itself: what fails is reported and leaves no file, and the others go on.
[[nodiscard]] std::vector<Imported> import_files(Files& files, const ImportOptions& options, Problems& problems);

}  // namespace reportal
