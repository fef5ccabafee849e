#include "structure/raw/tables/columns.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "structure/raw/tables/weights.h"

namespace reportal::raw {
namespace {

/// How often a kind is met in columns of which nothing is known.
constexpr std::array<double, cell_kinds> common = {0, 0.13, 0.06, 0.05, 0.05, 0.04, 0.03, 0.02, 0.09, 0.09, 0.12, 0.02, 0.30};
constexpr double named = 0.6;  // share that a telling name gives to its kind
constexpr double usual_empty = 0.018;
constexpr double doubtful_empty = 2;    // empty cells that may only come from a wrong reading, at most
constexpr double doubtful_share = 0.1;  // and of the rows

double expectation(CellKind expected, std::size_t kind) {
  if (expected == CellKind::text) return common[kind];
  const double rest = (1 - named) * common[kind];
  return kind == static_cast<std::size_t>(expected) ? named + rest : rest;
}

std::size_t index_of(CellKind kind) { return static_cast<std::size_t>(kind); }

/// Those of `characters` that are at least every third of them, and more than one.
std::vector<char32_t> frequent(std::vector<char32_t>& characters) {
  std::vector<char32_t> found;
  std::sort(characters.begin(), characters.end());
  for (auto at = characters.begin(); at != characters.end();) {
    const auto end = std::upper_bound(at, characters.end(), *at);
    const auto count = static_cast<std::size_t>(end - at);
    if (count > 1 && count * 3 >= characters.size()) found.push_back(*at);
    at = end;
  }
  return found;
}

/// What most of `widths` were not wider than; the one widest of several may come from a wrong reading.
std::uint32_t trusted_width(std::vector<std::uint32_t>& widths) {
  if (widths.size() < 3) return 0;
  std::nth_element(widths.begin(), widths.begin() + 1, widths.end(), std::greater<>());
  return widths[1];
}

}  // namespace

Columns::Columns(const std::vector<std::string>& names, bool numbered) : columns_(names.size()), numbered_(numbered) {
  expected_.reserve(names.size());
  for (const std::string& name : names) expected_.push_back(kind_named(name));
  if (numbered && !expected_.empty()) expected_[0] = CellKind::number;
  learn({}, 0);
}

void Columns::learn(const std::vector<SeenCell>& cells, std::size_t rows) {
  using weights::kind_strength;
  std::vector<std::array<double, cell_kinds>> counts(columns_.size());
  std::vector<double> filled(columns_.size());
  struct Seen {
    std::vector<std::uint32_t> widths;
    std::vector<char32_t> first, last;
  };
  std::vector<Seen> all_seen(columns_.size());
  for (Column& column : columns_) {
    column.wrap_width = 0;
    column.values.clear();
  }
  for (const SeenCell& cell : cells) {
    Column& column = columns_[cell.column];
    counts[cell.column][index_of(cell.kind)] += 1;
    filled[cell.column] += 1;
    if (cell.wrapped) column.wrap_width = std::max(column.wrap_width, cell.width);
    Seen& seen = all_seen[cell.column];
    seen.widths.push_back(cell.width);
    seen.first.push_back(cell.first);
    seen.last.push_back(cell.last);
    ++column.values[cell.hash];
  }
  const double all = static_cast<double>(rows);
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    for (std::size_t kind = 1; kind < cell_kinds; ++kind) {
      const double share = (counts[at][kind] + kind_strength * expectation(expected_[at], kind)) / (filled[at] + kind_strength);
      columns_[at].kind[kind] = static_cast<float>(std::log(share / common[kind]));
    }
    columns_[at].kind[index_of(CellKind::empty)] = -20;
    columns_[at].kind[index_of(CellKind::date_rest)] = -5;  // never a cell of its own
    columns_[at].width = trusted_width(all_seen[at].widths);
    columns_[at].first = frequent(all_seen[at].first);
    columns_[at].last = frequent(all_seen[at].last);
    const double empty_cells = std::max(0.0, all - filled[at] - std::min(doubtful_empty, doubtful_share * all));
    const double empty = (empty_cells + kind_strength * usual_empty) / (all + kind_strength);
    columns_[at].empty = static_cast<float>(std::log(std::clamp(empty, 1e-4, 0.95)));
    columns_[at].filled = static_cast<float>(std::log(std::clamp(1 - empty, 0.05, 1.0)));
  }
  sum_empty();
}

void Columns::sum_empty() {
  empty_before_.assign(columns_.size() + 1, 0);
  for (std::size_t at = 0; at < columns_.size(); ++at) empty_before_[at + 1] = empty_before_[at] + columns_[at].empty;
}

}  // namespace reportal::raw
