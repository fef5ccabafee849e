// Pictures out of a PDF, through pdfimages of poppler-utils, since poppler's C++ interface gives none.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportal {

struct Picture {
  std::string name;        ///< of its file, in the folder it was put into
  std::uint32_t page = 0;  ///< index of its page
};

/// Puts the pictures of a PDF into `folder`, which is there and empty, in the order of their pages. Left out are masks, small
/// ones, and those that come back on three pages or more. What was left out, or could not be done, is noted at `path`.
[[nodiscard]] std::vector<Picture> take_pictures(Files& files, const std::string& path, const std::string& folder,
                                                 Problems& problems);

}  // namespace reportal
