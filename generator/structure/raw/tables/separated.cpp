#include "structure/raw/tables/separated.h"

#include <algorithm>

#include "base/text.h"

namespace reportal::raw {
namespace {

/// Tabs before the first cell that is not empty stand in the indent of the line.
std::size_t leading_tabs(const BodyLine& line, std::uint32_t least_indent) {
  constexpr std::uint32_t columns_of_tab = 4;  // as read_lines counts them
  return (line.indent - least_indent) / columns_of_tab;
}

std::vector<std::string> split_separated(const BodyLine& line, char separator, std::uint32_t least_indent) {
  std::string_view text = line.text;
  if (separator == '|') {
    if (text.starts_with("|")) text.remove_prefix(1);
    if (text.ends_with("|")) text.remove_suffix(1);
  }
  std::vector<std::string> cells(separator == '\t' ? leading_tabs(line, least_indent) : 0);
  for (const std::string_view cell : split(text, separator)) cells.emplace_back(trim(cell));
  return cells;
}

bool is_rule(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of(":- ") == std::string::npos && cell.find('-') != std::string::npos;
  });
}

}  // namespace

std::optional<CellRows> read_separated(const std::vector<BodyLine>& lines, const std::vector<std::string>& given) {
  std::uint32_t least_indent = lines.empty() ? 0 : lines.front().indent;
  for (const BodyLine& line : lines) least_indent = std::min<std::uint32_t>(least_indent, line.indent);
  for (const char separator : {'|', '\t'}) {
    CellRows result;
    bool same = !lines.empty();
    for (const BodyLine& line : lines) {
      std::vector<std::string> cells = split_separated(line, separator, least_indent);
      if (is_rule(cells)) continue;
      if (cells.size() == 1 && !result.columns.empty()) {
        result.rows.push_back({std::move(cells), true});
        continue;
      }
      if (result.columns.empty()) {
        same = cells.size() > 1 && (given.empty() || given.size() == cells.size());
        result.columns = std::move(cells);
      } else if (cells != result.columns) {
        if (cells.size() > result.columns.size() && (separator == '|' || result.rows.empty())) result.columns.resize(cells.size());
        same = cells.size() <= result.columns.size();
        cells.resize(result.columns.size());  // empty cells at a line's end are trimmed away
        result.rows.push_back({std::move(cells), false});
      }
      if (!same) break;
    }
    if (!same) continue;
    if (!given.empty()) result.columns = given;
    result.confidence = 1;
    return result;
  }
  return std::nullopt;
}

}  // namespace reportal::raw
