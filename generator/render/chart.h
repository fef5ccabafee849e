// Charts drawn from the data of a figure: static SVG that needs no script, with a table behind it.

#pragma once

#include <string>
#include <string_view>

#include "model/metadata.h"

namespace reportal {

/// Width of the drawing in units of the view box: a reading column, and a column of small ones beside each other.
inline constexpr double chart_width = 640;
inline constexpr double small_chart_width = 360;

/// Appends `<div class="chart">` with the drawing and, folded away, a table of the same values. `title` names it for those who cannot
/// see it. Colours come from classes of the style sheet. Missing values are gaps in lines, and "—" in the table.
void append_chart(std::string& out, const ChartData& data, std::string_view title, std::string_view table_heading,
                  double width = chart_width);

/// Round steps for an axis from `low` to `high`: the first tick, the step, how many. Steps are 1, 2, 2.5 or 5 times a power of ten.
struct AxisTicks {
  double first = 0, step = 1;
  int count = 2;
  [[nodiscard]] double last() const { return first + step * (count - 1); }
};
[[nodiscard]] AxisTicks axis_ticks(double low, double high, int wanted);

}  // namespace reportal
