#include "structure/raw/cases/signs.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

/// Quarters of a character up to which widths are taken to be alike.
constexpr std::size_t spread = 8;

constexpr bool is_width(Sign sign) { return sign == Sign::first_width || sign == Sign::inner_width; }

/// Of full lines that end with a full stop, how many end their paragraph.
constexpr double starts = 0.4;

/// Width of a line in quarters of a character, without the punctuation at its end, which may hang into the margin.
std::uint32_t set_width(const CaseText& text, std::size_t at) {
  const SetWidth& width = text.widths.set[at];
  return width.all(Spacing::quarter) - width.hang;
}

/// Calls visit(with a space) for each side of a number of two digits or more that has a Chinese character beside it.
template <typename Visit>
void each_number_side(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(static_cast<unsigned char>(text[end]))) ++end;
    if (end - at >= 2) {
      const bool space_before = at > 0 && text[at - 1] == ' ';
      const std::string_view before = text.substr(0, at - (space_before ? 1 : 0));
      if (!before.empty() && is_han(last_character(before))) visit(space_before);
      const bool space_behind = end < text.size() && text[end] == ' ';
      const std::string_view behind = text.substr(end + (space_behind ? 1 : 0));
      if (!behind.empty() && is_han(first_character(behind))) visit(space_behind);
    }
    at = end;
  }
}

/// Calls visit(sign, value) for all that the lines of a segment of running text show. The last line of a paragraph has no
/// width.
template <typename Visit>
void each_sign(const Segment& segment, const CaseText& text, const ColumnFit& fit, Visit visit) {
  const std::vector<Line>& lines = text.lines;
  constexpr std::uint32_t most_indent = 60;
  constexpr std::uint32_t most_gap = 8;
  std::size_t last = segment.last;
  while (last > segment.first && !is_running(lines[last - 1])) --last;
  for (std::size_t at = segment.first; at < last; ++at) {
    const Line& line = lines[at];
    if (!is_running(line)) continue;
    const bool first = at == segment.first;
    if (at + 1 < last && (!first || segment.sure_start))
      visit(first ? Sign::first_width : Sign::inner_width, set_width(text, at));
    if (const std::uint32_t way = fit.way(at); way < ColumnFit::ways) visit(Sign::column, way);
    if (!first || segment.sure_start)
      visit(first ? Sign::first_indent : Sign::inner_indent, std::min<std::uint32_t>(line.indent, most_indent));
    if (!first && !line.page_start) visit(Sign::gap, std::min<std::uint32_t>(line.blanks, most_gap));
    each_number_side(line.text, [&](bool space) { visit(Sign::digit_space, space ? 1 : 0); });
  }
}

}  // namespace

void SignModel::count(Counts& counts, Sign sign, std::uint32_t value, float weight) const {
  const std::size_t at = std::min<std::size_t>(value, most_values - spread - 1);
  counts.total += weight;
  counts.plain[is_width(sign) ? at / 4 : at] += weight;  // in steps of two columns
  if (!is_width(sign) || at < spread) {
    counts.of[at] += weight;
    return;
  }
  // Widths near each other are alike: most of the weight stays close, a quarter is spread like a tent.
  counts.of[at] += weight * 3 / 8;
  counts.of[at - 1] += weight * 3 / 16;
  counts.of[at + 1] += weight * 3 / 16;
  constexpr float tent = static_cast<float>(spread * spread);
  for (std::size_t off = 0; off < spread; ++off) {
    const float share = weight / 4 * static_cast<float>(spread - off) / tent;
    counts.of[at + off] += share;
    if (off > 0) counts.of[at - off] += share;
  }
}

void SignModel::add(Side side, const Segment& segment, double weight) {
  if (segment.kind != Segment::Kind::text) return;
  auto& counts = sides_[static_cast<std::size_t>(side)];
  each_sign(segment, *text_, *fit_, [&](Sign sign, std::uint32_t value) {
    count(counts[static_cast<std::size_t>(sign)], sign, value, static_cast<float>(weight));
  });
}

SignModel::Difference SignModel::difference(Sign sign) const {
  const Counts& box = sides_[0][static_cast<std::size_t>(sign)];
  const Counts& text = sides_[1][static_cast<std::size_t>(sign)];
  const double all = box.total + text.total;
  Difference difference;
  double values = 0;
  for (std::size_t at = 0; at < most_values; ++at) {
    const double in_box = box.plain[at];
    const double in_text = text.plain[at];
    if (in_box + in_text <= 0) continue;
    values += 1;
    if (in_box > 0) difference.statistic += 2 * in_box * std::log(in_box * all / ((in_box + in_text) * box.total));
    if (in_text > 0) difference.statistic += 2 * in_text * std::log(in_text * all / ((in_box + in_text) * text.total));
  }
  difference.freedom = std::max(0.0, values - 1);
  return difference;
}

void SignModel::weigh_signs() {
  constexpr double usual = 0.6;  // of reports whose boxes differ from the text in a sign
  const auto weight = [](const Difference& found, double lines) {
    if (found.freedom <= 0) return 0.0;
    // Of fewer than eight lines no difference is sure.
    const double odds = std::log(usual / (1 - usual)) + (found.statistic - found.freedom * std::log(std::max(lines, 8.0))) / 2;
    return 1 / (1 + std::exp(-odds));
  };
  for (std::size_t sign = 0; sign < sign_count; ++sign)
    weights_[sign] = weight(difference(static_cast<Sign>(sign)), sides_[0][sign].total);
  weights_[static_cast<std::size_t>(Sign::column)] = 1;  // where the columns are alike, every line fits both
  // A box that is wider is so in first and in other lines.
  const Difference first = difference(Sign::first_width);
  const Difference inner = difference(Sign::inner_width);
  weights_[0] = weights_[1] =
      weight({first.statistic + inner.statistic, first.freedom + inner.freedom}, sides_[0][0].total + sides_[0][1].total);
}

double SignModel::share(Side side, Sign sign, std::uint32_t value) const {
  constexpr double few = 4;      // lines up to which a side is drawn towards both together
  constexpr double doubt = 0.3;  // of a line, for values never seen
  constexpr double kinds = 40;
  const std::size_t at = std::min<std::size_t>(value, most_values - 2);
  const Counts& box = sides_[0][static_cast<std::size_t>(sign)];
  const Counts& text = sides_[1][static_cast<std::size_t>(sign)];
  const double both = (box.of[at] + text.of[at] + doubt) / (box.total + text.total + doubt * kinds);
  const Counts& counts = side == Side::box ? box : text;
  return (counts.of[at] + few * both) / (counts.total + few);
}

/// How often a line of a box (of the text) stands in both columns as it does: what the words say, made sure by what was
/// counted.
double SignModel::column_ratio(std::uint32_t way) const {
  constexpr double known = 6;  // lines that what is known beforehand counts for
  constexpr double fits = 0.49, other_fits = 0.03, none_fits = 0.02;
  const bool box_fits = way / 3 == 0;
  const bool text_fits = way % 3 == 0;
  const double in_box = box_fits ? fits : text_fits ? other_fits : none_fits;
  const double in_text = text_fits ? fits : box_fits ? other_fits : none_fits;
  const auto share_of = [&](Side side, double usual) {
    const Counts& counts = sides_[static_cast<std::size_t>(side)][static_cast<std::size_t>(Sign::column)];
    return (counts.of[way] + known * usual) / (counts.total + known);
  };
  return std::log(share_of(Side::box, in_box) / share_of(Side::text, in_text));
}

double SignModel::ratio(Sign sign, std::uint32_t value) const {
  if (sign == Sign::column) return column_ratio(value);
  const auto index = static_cast<std::size_t>(sign);
  const Counts& box = sides_[0][index];
  const Counts& text = sides_[1][index];
  if (box.total < 1 || text.total < 1) return 0;
  const std::size_t at = std::min<std::size_t>(value, most_values - 1);
  const double seen = box.of[at] + text.of[at];  // what was never seen says nothing
  return std::log(share(Side::box, sign, value) / share(Side::text, sign, value)) * seen / (seen + 0.1);
}

/// The share of a width among lines behind a full line with a full stop: some of them begin a paragraph.
double SignModel::either_share(Side side, std::uint32_t width) const {
  return starts * share(side, Sign::first_width, width) + (1 - starts) * share(side, Sign::inner_width, width);
}

double SignModel::paragraph_start(const Segment& segment) const {
  constexpr double unlikely = -2.5;
  if (segment.kind != Segment::Kind::text || segment.sure_start) return 0;
  if (segment.last - segment.first < 2) return std::log(starts);
  const std::uint32_t width = set_width(*text_, segment.first);
  return std::max(unlikely, std::log(starts * share(Side::text, Sign::first_width, width) / either_share(Side::text, width)));
}

double SignModel::box_evidence(const Segment& segment) const {
  // What one line says, and what all lines of a segment together: indents and gaps of its lines are one observation.
  static constexpr std::array<double, sign_count> most_a_line = {1.6, 1.6, 3.0, 1.0, 1.0, 4.0, 0.8};
  static constexpr std::array<double, sign_count> most_a_segment = {1.6, 24.0, 3.0, 3.0, 3.0, 12.0, 2.4};
  if (segment.kind != Segment::Kind::text) return 0;
  std::array<double, sign_count> sums{};
  each_sign(segment, *text_, *fit_, [&](Sign sign, std::uint32_t value) {
    const auto index = static_cast<std::size_t>(sign);
    sums[index] += std::clamp(ratio(sign, value), -most_a_line[index], most_a_line[index]);
  });
  if (!segment.sure_start && segment.last - segment.first > 1 && sides_[0][1].total >= 1 && sides_[1][1].total >= 1) {
    const std::uint32_t width = set_width(*text_, segment.first);
    sums[0] = std::log(either_share(Side::box, width) / either_share(Side::text, width));
  }
  double evidence = 0;
  for (std::size_t sign = 0; sign < sign_count; ++sign)
    evidence += weights_[sign] * std::clamp(sums[sign], -most_a_segment[sign], most_a_segment[sign]);
  return evidence;
}

}  // namespace reportal::raw
