#include "model/source.h"

namespace reportal {

void Source::index_lines() {
  line_starts.clear();
  for (std::size_t at = 0; at < text.size();) {
    line_starts.push_back(static_cast<std::uint32_t>(at));
    const std::size_t end = text.find('\n', at);
    if (end == std::string::npos) break;
    at = end + 1;
  }
}

std::string_view Source::line(std::uint32_t n) const {
  if (n == 0 || n > line_count()) return {};
  const std::string_view rest = std::string_view(text).substr(line_starts[n - 1]);
  if (n == line_count()) return rest.ends_with('\n') ? rest.substr(0, rest.size() - 1) : rest;
  return rest.substr(0, line_starts[n] - line_starts[n - 1] - 1);
}

Place Source::place(std::uint32_t n, std::uint32_t column, std::uint32_t length) const {
  return {.file = path, .line = n, .column = column, .length = length, .excerpt = std::string(line(n))};
}

}  // namespace reportal
