// How lines are set: what tells a box from the text around it, and how well lines fit either.
//
// A box has a width, an indent, a gap between lines and a typography of its own, or it has not. Each sign is counted on both
// sides; what a line says is the ratio of its shares, drawn towards the shares of both sides together where a side has few
// lines. So a sign in which the sides do not differ says nothing, whatever the numbers of lines.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "structure/raw/cases/column_fit.h"
#include "structure/raw/cases/reach.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

enum class Sign : std::uint8_t {
  first_width,   ///< of the first line of a paragraph, in quarters of a character
  inner_width,   ///< of a line between the first and the last
  first_indent,  ///< in columns
  inner_indent,
  gap,          ///< blank lines before an inner line
  column,       ///< which of the columns explain a line, see ColumnFit::way
  digit_space,  ///< a number of two digits or more stands 1 with, 0 without a space beside a Chinese character
};
inline constexpr std::size_t sign_count = 7;

class SignModel {
 public:
  using Side = ColumnFit::Side;

  SignModel(const CaseText& text, const ColumnFit& fit) : text_(&text), fit_(&fit) {}

  /// Counts the signs of `segment` for a side, with a weight of 0 to 1.
  void add(Side side, const Segment& segment, double weight);
  /// Weighs the signs by whether the sides differ in them at all, more than by chance. To be called when only lines are counted
  /// whose side is sure.
  void weigh_signs();
  void clear() { sides_ = {}; }

  /// By how much `segment` looks more like a box than like text: the logarithm of a ratio.
  [[nodiscard]] double box_evidence(const Segment& segment) const;
  /// How surely a segment of text begins a paragraph of the text, as a logarithm: 0 where that is sure.
  [[nodiscard]] double paragraph_start(const Segment& segment) const;

 private:
  static constexpr std::size_t most_values = 328;
  struct Counts {
    std::array<float, most_values> of{};     ///< spread over values that are alike
    std::array<float, most_values> plain{};  ///< as they are
    float total = 0;
  };
  /// How much the sides differ in a sign: the statistic of a likelihood-ratio test, which is about its degrees of freedom where
  /// they are alike.
  struct Difference {
    double statistic = 0, freedom = 0;
  };
  [[nodiscard]] Difference difference(Sign sign) const;
  void count(Counts& counts, Sign sign, std::uint32_t value, float weight) const;
  [[nodiscard]] double share(Side side, Sign sign, std::uint32_t value) const;
  [[nodiscard]] double either_share(Side side, std::uint32_t width) const;
  [[nodiscard]] double column_ratio(std::uint32_t way) const;
  [[nodiscard]] double ratio(Sign sign, std::uint32_t value) const;

  const CaseText* text_;
  const ColumnFit* fit_;
  std::array<std::array<Counts, sign_count>, 2> sides_{};
  std::array<double, sign_count> weights_{1, 1, 1, 1, 1, 1, 1};  ///< how surely the sides differ in a sign, 0 to 1
};

}  // namespace reportal::raw
