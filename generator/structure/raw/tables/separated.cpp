#include "structure/raw/tables/separated.h"

#include <algorithm>

#include "base/text.h"

namespace reportal::raw {
namespace {

std::vector<std::string> split_separated(std::string_view text, char separator) {
  if (separator == '|') {
    if (text.starts_with("|")) text.remove_prefix(1);
    if (text.ends_with("|")) text.remove_suffix(1);
  }
  std::vector<std::string> cells;
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
  for (const char separator : {'|', '\t'}) {
    CellRows result;
    bool same = !lines.empty();
    for (const BodyLine& line : lines) {
      std::vector<std::string> cells = split_separated(line.text, separator);
      if (is_rule(cells)) continue;
      if (cells.size() == 1 && !result.columns.empty()) {
        result.rows.push_back({std::move(cells), true});
        continue;
      }
      if (result.columns.empty()) {
        same = cells.size() > 1 && (given.empty() || given.size() == cells.size());
        result.columns = std::move(cells);
      } else if (cells != result.columns) {
        if (separator == '|' && cells.size() > result.columns.size()) result.columns.resize(cells.size());
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
