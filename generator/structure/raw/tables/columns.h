// What the columns of one table hold: expected by their names at first, then learned from the table's own rows.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "structure/raw/tables/kinds.h"

namespace reportal::raw {

struct Column {
  std::array<float, cell_kinds> kind{};  ///< by how much a filled cell's kind is likelier here than anywhere, as a logarithm
  float empty = 0, filled = 0;           ///< log probabilities
  std::uint32_t wrap_width = 0;          ///< display columns of the widest line of a wrapped cell; 0: none is wrapped
  std::uint32_t width = 0;               ///< display columns that its lines have had room for
  std::vector<char32_t> first, last;     ///< characters that many of its cells begin or end with
  std::unordered_map<std::uint64_t, std::uint32_t> values;  ///< how often a text stood in it
};

/// A cell as a reading has it, for learning.
struct SeenCell {
  std::size_t column = 0;
  CellKind kind = CellKind::empty;
  std::uint32_t width = 0;       ///< of its widest line
  bool wrapped = false;          ///< it has several lines
  char32_t first = 0, last = 0;  ///< characters
  std::uint64_t hash = 0;
};

class Columns {
 public:
  Columns(const std::vector<std::string>& names, bool numbered);

  [[nodiscard]] std::size_t count() const { return columns_.size(); }
  [[nodiscard]] bool numbered() const { return numbered_; }  ///< the first one holds running numbers
  [[nodiscard]] const Column& operator[](std::size_t column) const { return columns_[column]; }
  /// Log probability that the columns [first, last) are all empty.
  [[nodiscard]] float empty(std::size_t first, std::size_t last) const { return empty_before_[last] - empty_before_[first]; }

  /// `rows` rows were read into `cells`; what they show replaces what was learned before.
  void learn(const std::vector<SeenCell>& cells, std::size_t rows);

 private:
  void sum_empty();

  std::vector<Column> columns_;
  std::vector<CellKind> expected_;
  std::vector<float> empty_before_;  ///< sums of Column::empty
  bool numbered_;
};

}  // namespace reportal::raw
