// What is to be imported: files and folders as the user names them, walked to a list of files whose format is known.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportal {

enum class InputFormat : std::uint8_t { text, markdown, html, pdf, word };

struct InputFile {
  std::string path;
  InputFormat format;
};

/// Folders are walked in the order of their names; hidden files, links out of the folder, unknown kinds and the content folder
/// itself are left out. A file that is named itself is looked into where its ending does not tell what it is.
[[nodiscard]] std::vector<InputFile> list_inputs(const Files& files, const std::vector<std::string>& paths,
                                                 const std::string& content, Problems& problems);

}  // namespace reportal
