// One input file to the text of a source, by its format.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "import/inputs.h"
#include "import/pdf/layout.h"
#include "import/pictures.h"

namespace reportal {

struct Extract {
  std::string text;                   ///< UTF-8, LF; front matter in it where the input had one
  std::string ending;                 ///< of the source that it becomes: ".txt", ".md", ".html"
  std::vector<pdf::TextLine> layout;  ///< of a PDF: line by line, what its place on the page tells
  std::size_t pages = 0;              ///< of a PDF
  std::string title;                  ///< as the file's own properties say it; may be empty
  std::vector<Picture> pictures;
};

/// Where an input goes: its pictures are put into `pictures_folder`, and `pictures_address` is what a source calls that folder.
struct Destination {
  std::string pictures_folder;
  std::string pictures_address;
};

inline constexpr std::size_t max_document_bytes = std::size_t{256}
                                                  << 20;  ///< of a PDF or Word file; texts have the limit of sources

/// Nothing after an error.
[[nodiscard]] std::optional<Extract> extract(Files& files, const InputFile& input, const Destination& destination,
                                             unsigned jobs, Problems& problems);

}  // namespace reportal
