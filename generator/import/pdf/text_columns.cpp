#include "import/pdf/text_columns.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace reportal::pdf {
namespace {

constexpr float least_gutter = 1;            ///< ems
constexpr std::size_t shortest_column = 6;   ///< lines
constexpr std::size_t longest_column = 400;  ///< lines
constexpr float narrowest_column = 10;       ///< ems

/// What one line has on one side of the gutter.
struct Stretch {
  float left, right, em;
};

bool is_running_text(const std::vector<Stretch>& side) {
  if (side.size() + 1 < shortest_column) return false;
  float left = std::numeric_limits<float>::max(), right = 0;
  for (const Stretch& one : side) {
    left = std::min(left, one.left);
    right = std::max(right, one.right);
  }
  std::size_t full = 0;
  for (const Stretch& one : side) full += one.left - left < 2.4F * one.em && right - one.right < 1.2F * one.em;
  return right - left > narrowest_column * side.front().em && full * 5 >= side.size() * 3;
}

bool parts_running_text(const std::vector<PrintedLine>& lines, std::size_t first, std::size_t last, float gutter) {
  std::vector<Stretch> before, behind;
  for (std::size_t at = first; at < last; ++at) {
    const std::vector<Word>& words = lines[at].words;
    const auto beyond = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.left() > gutter; });
    if (beyond != words.begin()) before.push_back({words.front().left(), std::prev(beyond)->right(), lines[at].em});
    if (beyond != words.end()) behind.push_back({beyond->left(), words.back().right(), lines[at].em});
  }
  return is_running_text(before) && is_running_text(behind);
}

std::optional<ColumnRun> columns_from(const std::vector<PrintedLine>& lines, std::size_t first) {
  std::vector<float> gaps = column_gaps(lines, first, first + 1, least_gutter);
  if (gaps.empty()) return std::nullopt;
  std::size_t last = first + 1;
  while (last < lines.size() && last - first < longest_column) {
    std::vector<float> common = column_gaps(lines, first, last + 1, least_gutter);
    if (common.empty()) break;
    gaps = std::move(common);
    ++last;
  }
  if (last - first < shortest_column) return std::nullopt;
  for (const float gutter : gaps) {
    if (parts_running_text(lines, first, last, gutter)) return ColumnRun{first, last, gutter};
  }
  return std::nullopt;
}

/// A rule runs over the gutter: this is a table.
bool is_ruled(const std::vector<PrintedLine>& lines, const ColumnRun& run, const std::vector<Rule>& across) {
  const float near = 2 * lines[run.first].em;
  return std::any_of(across.begin(), across.end(), [&](const Rule& rule) {
    return rule.from < run.gutter && rule.to > run.gutter && rule.at > lines[run.first].middle - near &&
           rule.at < lines[run.last - 1].middle + near;
  });
}

}  // namespace

std::vector<ColumnRun> find_columns(const std::vector<PrintedLine>& lines, const std::vector<Rule>& across) {
  std::vector<ColumnRun> runs;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].segments.size() < 2) continue;
    const auto run = columns_from(lines, at);
    if (!run) continue;
    if (!is_ruled(lines, *run, across)) runs.push_back(*run);
    at = run->last - 1;
  }
  return runs;
}

}  // namespace reportal::pdf
