// Whether lines fill the column of the text or of a box.
//
// A line that is not the last of its paragraph is as wide as its column allows: it is not wider, and what the next line begins
// with had no room on it. So each such line says between which bounds its column's width is, and the lines of one side
// together say it closely. A line that one of the two columns does not explain stands in the other one. Widths are in quarters
// of a character.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "structure/raw/cases/reach.h"
#include "structure/raw/page/columns.h"

namespace reportal::raw {

class ColumnFit {
 public:
  enum class Side : std::uint8_t { box, text };
  /// How a line stands in the columns: three ways in each.
  static constexpr std::uint32_t ways = 9;

  explicit ColumnFit(const CaseText& text);

  /// Counts the lines of `segment` for a side; settle() then finds the widths of the columns.
  void add(Side side, const Segment& segment);
  void settle();
  void clear() { votes_ = {}; }

  /// A number below `ways` for a line that is not the last of its paragraph, `ways` for other lines.
  [[nodiscard]] std::uint32_t way(std::size_t at) const;

 private:
  static constexpr std::size_t widest = 640;
  struct Bounds {
    std::int32_t low = 0, high = 0;  ///< the column is at least `low` and less than `high` wide; 0 where the line says nothing
  };
  /// By width: lines whose lower (upper) bound it is.
  struct Votes {
    std::array<std::uint32_t, widest> low{}, high{};
    std::uint32_t lines = 0;
  };
  struct Interval {
    std::int32_t low = 0, high = 0;  ///< widths that explain the most lines, inclusive
  };
  [[nodiscard]] Bounds bounds_of(const CaseText& text, std::size_t at, std::size_t next) const;
  [[nodiscard]] Bounds bounds(Side side, std::size_t at) const;

  const CaseText& text_;
  PageColumns columns_;
  std::vector<Bounds> bounds_;  ///< by line, from the left edge of the text
  std::array<Votes, 2> votes_{};
  std::array<Interval, 2> intervals_{};
};

}  // namespace reportal::raw
