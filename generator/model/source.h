// One file of content/ after reading: its text, its lines, its front matter.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "model/metadata.h"

namespace reportal {

enum class SourceFormat : std::uint8_t { raw_text, markdown, html };

struct Source {
  std::string path;  ///< as shown to the user
  SourceFormat format = SourceFormat::raw_text;
  std::string text;  ///< the whole decoded file, front matter too; UTF-8, LF
  std::string_view encoding;
  std::uint32_t front_matter_first = 0;  ///< lines of the front matter block, markers included; 0: it has none in this file
  std::uint32_t front_matter_last = 0;
  Metadata metadata;

  /// Line n (1-based) without its line end; "" behind the last.
  [[nodiscard]] std::string_view line(std::uint32_t n) const;
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts.size()); }
  /// A place in this source with its line as the excerpt. `column` and `length` are in characters; 0: unknown.
  [[nodiscard]] Place place(std::uint32_t line, std::uint32_t column = 0, std::uint32_t length = 0) const;
  /// Fills line_starts from text; called once by read.
  void index_lines();

  std::vector<std::uint32_t> line_starts;  ///< byte offset of each line
};

}  // namespace reportal
