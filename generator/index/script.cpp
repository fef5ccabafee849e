// A script without what only its writers read. Told line by line, so only what a line by itself makes sure is left out: a line that is a
// comment, white space at its beginning, an empty line. Ends of lines stay, since they may end statements.

#include <algorithm>

#include "index/site_plan.h"

namespace reportal {
namespace {

/// Whether a line may begin inside a text: one in backquotes that goes over lines, or one that a backslash carries over. A backquote that stands for
/// itself is taken for such a text too, which costs nothing but bytes.
bool has_long_texts(std::string_view script) {
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = std::min(script.find('\n', at), script.size());
    const std::string_view line = script.substr(at, end - at);
    if (std::count(line.begin(), line.end(), '`') % 2 != 0 || line.ends_with('\\')) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

std::string compact_script(std::string_view script) {
  if (has_long_texts(script)) return std::string(script);
  std::string out;
  out.reserve(script.size());
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = std::min(script.find('\n', at), script.size());
    std::string_view line = script.substr(at, end - at);
    at = end + 1;
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    const bool comment = line.starts_with("//") && !line.starts_with("//!");
    if (!line.empty() && !comment) out.append(line) += '\n';
  }
  return out;
}

}  // namespace reportal
