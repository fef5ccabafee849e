#include "structure/raw/page/columns.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t quarters_a_character = 4;
constexpr std::uint32_t first_line_indent = 2 * quarters_a_character;
constexpr std::uint32_t min_width = 72;  // quarters of the narrowest column
constexpr std::uint32_t max_width = 640;
constexpr std::size_t max_left = 64;
using Histogram = std::array<std::uint32_t, max_width + 4>;

/// Lines whose widths are between `value` - 3 and `value`: what is left over when the next character does not fit.
std::uint32_t count_below(const Histogram& histogram, std::uint32_t value) {
  std::uint32_t count = 0;
  for (std::uint32_t back = 0; back < 4 && back <= value; ++back) count += histogram[value - back];
  return count;
}

/// The right edge that lines pile up at; 0 if there are no lines.
std::uint32_t best_edge(const Histogram& histogram) {
  std::uint32_t best = 0;
  for (std::uint32_t width = 3; width < histogram.size(); ++width) {
    if (histogram[width] > 0 && (best == 0 || count_below(histogram, width) > count_below(histogram, best))) best = width;
  }
  return best;
}

/// The same where first lines that lost their indent pile up before it.
std::uint32_t right_edge(const Histogram& histogram) {
  std::uint32_t best = best_edge(histogram);
  if (best == 0) return 0;
  for (const std::uint32_t wider : {best + first_line_indent, best + first_line_indent - 1, best + first_line_indent + 1}) {
    if (wider >= histogram.size() || count_below(histogram, wider) * 4 < count_below(histogram, best)) continue;
    best = wider;
    break;
  }
  // A line or two may be wider than the column.
  const std::uint32_t most = *std::max_element(histogram.begin() + best - 3, histogram.begin() + best + 1);
  while (histogram[best] * 10 < most) --best;
  return best;
}

/// The part of the lines of a histogram that fill it up to its edge.
double sharpness(const Histogram& histogram) {
  std::uint32_t all = 0;
  for (const std::uint32_t count : histogram) all += count;
  return all == 0 ? 0 : static_cast<double>(count_below(histogram, best_edge(histogram))) / all;
}

class ColumnLearner {
 public:
  ColumnLearner(const std::vector<Line>& lines, const std::vector<SetWidth>& widths) : lines_(lines), widths_(widths) {}

  PageColumns learn() {
    find_regions();
    learn_left_edges();
    learn_spacing();
    learn_typed_spaces();
    columns_.text.width = right_edge(histogram_of(text_, columns_.text, columns_.spacing));
    learn_first_indent();
    learn_box_width();
    learn_gaps();
    return columns_;
  }

 private:
  struct BoxLine {
    std::uint32_t at = 0;
    bool first = false;       ///< of the case
    std::int32_t weight = 1;  ///< how surely it stands in the box
  };

  /// Lines that stand in a box: those behind a case title up to the first end of a paragraph, the less surely the more
  /// sentences end before them at the end of a line. Lines that may stand in one: up to the next heading. The others are text.
  void find_regions() {
    std::vector<std::uint32_t> all;
    bool in_reach = false;
    constexpr std::int32_t sure = 8;
    std::int32_t weight = 0;  // 0: not known to stand in a box
    bool first = false;
    bool behind_heading = true;
    for (std::uint32_t at = 0; at < lines_.size(); ++at) {
      const Line& line = lines_[at];
      if (line.kind == LineKind::case_title) {
        in_reach = first = true;
        weight = sure;
        behind_heading = false;
      } else if (line.kind == LineKind::heading) {
        in_reach = false;
        behind_heading = true;
      } else if (is_running(line)) {
        all.push_back(at);
        if (behind_heading) first_.push_back({at});
        behind_heading = false;
        if (!in_reach) text_.push_back(at);
        if (in_reach && weight > 0) box_.push_back({at, first, weight});
        if (ends_sentence(line.text)) {
          const bool short_line = !first && at > 0 && line.width * 5 < lines_[at - 1].width * 4;
          weight = short_line ? 0 : weight / 2;
        }
        first = false;
      } else if (line.kind != LineKind::noise && line.kind != LineKind::more) {
        weight = 0;
      }
    }
    constexpr std::size_t enough = 8;
    if (text_.size() < enough) text_ = std::move(all);
  }

  /// The smallest indent that a good part of the lines has.
  std::uint32_t left_edge(const std::vector<std::uint32_t>& among, std::size_t percent) const {
    std::array<std::uint32_t, max_left> counts{};
    for (const std::uint32_t at : among) {
      if (lines_[at].indent < max_left) ++counts[lines_[at].indent];
    }
    for (std::uint32_t indent = 0; indent < max_left; ++indent) {
      if (counts[indent] > 0 && counts[indent] * 100 >= among.size() * percent) return indent;
    }
    return 0;
  }

  void learn_left_edges() {
    columns_.text.left = left_edge(text_, 15);
    std::size_t indented = 0;
    for (const std::uint32_t at : text_) {
      const std::uint32_t indent = lines_[at].indent;
      if (indent >= columns_.text.left + 2 && indent <= columns_.text.left + 8) ++indented;
    }
    columns_.keeps_indent = indented >= 2 && indented * 25 >= text_.size();
    std::vector<std::uint32_t> inner;
    for (const BoxLine& line : box_) {
      if (!line.first) inner.push_back(line.at);
    }
    columns_.box.left = columns_.keeps_indent && !inner.empty() ? left_edge(inner, 30) : columns_.text.left;
  }

  /// Only lines that do not end with punctuation: that may hang behind the edge.
  Histogram histogram_of(const std::vector<std::uint32_t>& among, const Column& column, Spacing spacing) const {
    Histogram histogram{};
    for (const std::uint32_t at : among) {
      const Line& line = lines_[at];
      if (line.width * quarters_a_column < min_width || line.width > max_width / quarters_a_column) continue;
      const SetWidth& width = widths_[at];
      if (width.hang > 0) continue;
      const std::uint32_t indent = columns_.keeps_indent && line.indent > column.left ? line.indent - column.left : 0;
      const std::uint32_t typed = columns_.types_spaces ? width.typed_spaces : 0;
      const std::uint32_t right = width.all(spacing) + typed + indent * quarters_a_column;
      if (right < max_width) ++histogram[right];
    }
    return histogram;
  }

  /// A line that stops in the middle of a sentence is full: the box is as wide as it, but not so wide that what the next line
  /// begins with had fitted too. The width is taken that explains the most lines; of several, one that differs from the text by
  /// whole characters.
  void learn_box_width() {
    constexpr std::uint32_t few = 3;
    std::array<std::int32_t, max_width + 1> changes{};
    std::uint32_t lines = 0;
    for (const BoxLine& line : box_) {
      const auto [low, high] = bounds(line);
      if (low >= high || high > max_width) continue;
      changes[low] += line.weight;
      changes[high] -= line.weight;
      ++lines;
    }
    columns_.box.width = columns_.text.width;
    if (lines == 0) return;
    std::int32_t explained = 0;
    std::int32_t most = 0;
    bool whole = false;
    for (std::uint32_t width = 1; width < max_width; ++width) {
      explained += changes[width];
      const bool differs_by_whole = width % quarters_a_character == columns_.text.width % quarters_a_character;
      if (explained < most || (explained == most && whole && !differs_by_whole)) continue;
      most = explained;
      whole = differs_by_whole;
      columns_.box.width = width;
    }
    columns_.box.doubt = lines < few ? 1 : 0;
  }

  /// First lines of sections that break two characters before the edge were set in; those that reach it were not.
  void learn_first_indent() {
    std::uint32_t set_in = 0;
    std::uint32_t flush = 0;
    for (const BoxLine& line : first_) {
      const auto [low, high] = bounds(line);
      if (low <= columns_.text.width && columns_.text.width < high) ++flush;
      if (low + first_line_indent <= columns_.text.width && columns_.text.width < high + first_line_indent) ++set_in;
    }
    columns_.first_indent = !columns_.keeps_indent && flush > set_in ? 0 : first_line_indent;
  }

  struct Bounds {
    std::uint32_t low = 0, high = 0;  ///< widths that a full line can have: [low, high)
  };
  Bounds bounds(const BoxLine& line) const {
    const std::size_t next = line.at + 1;
    const std::string_view text = lines_[line.at].text;
    const SetWidth& width = widths_[line.at];
    if (width.characters == 0 || ends_sentence(text) || next == lines_.size() || !is_running(lines_[next])) return {};
    const std::uint32_t indent = lines_[line.at].indent;
    std::uint32_t right = line_width(width, columns_);
    if (columns_.keeps_indent)
      right += (std::max(indent, columns_.box.left) - columns_.box.left) * quarters_a_column;
    else if (line.first)
      right += columns_.first_indent;
    const std::uint32_t gap = gap_between(last_character(text), first_character(lines_[next].text), columns_.spacing);
    return {right - std::min<std::uint32_t>(right, width.hang), right + gap + first_unit(lines_[next].text)};
  }

  void learn_spacing() {
    constexpr double clearly = 1.15;  // word processors put the quarter; few lines can agree by chance
    constexpr std::size_t enough = 40;
    if (text_.size() < enough) return;
    double best = sharpness(histogram_of(text_, columns_.text, Spacing::quarter)) * clearly;
    for (const Spacing spacing : {Spacing::printed, Spacing::none}) {
      const double here = sharpness(histogram_of(text_, columns_.text, spacing));
      if (here <= best) continue;
      best = here;
      columns_.spacing = spacing;
    }
  }

  /// All borders of words have a space, while those of numbers, which are set the same way, do not.
  void learn_typed_spaces() {
    std::uint32_t letters = 0, typed_spaces = 0, digits = 0, digit_spaces = 0;
    for (const std::uint32_t at : text_) {
      const SetWidth& width = widths_[at];
      letters += width.letter_borders;
      typed_spaces += width.typed_spaces;
      digits += width.borders - width.letter_borders;
      digit_spaces += width.border_spaces / quarters_a_column - width.typed_spaces;
    }
    columns_.types_spaces = columns_.spacing == Spacing::quarter && typed_spaces >= 4 && typed_spaces * 20 >= letters * 19 &&
                            digits >= 10 && digit_spaces * 10 <= digits * 8;
  }

  void learn_gaps() {
    std::array<std::uint32_t, 8> inside{};
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      if (is_pair(at) && is_full(lines_[at - 1]) && !ends_sentence(lines_[at - 1].text))
        ++inside[std::min<std::size_t>(lines_[at].blanks, 7)];
    }
    columns_.line_gap = static_cast<std::uint16_t>(std::max_element(inside.begin(), inside.end()) - inside.begin());
    std::uint32_t wide = 0;
    std::uint32_t ends = 0;
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      const Line& before = lines_[at - 1];
      if (!is_pair(at) || !ends_sentence(before.text) || (before.width + 8) * quarters_a_column > columns_.text.width) continue;
      ++ends;
      wide += lines_[at].blanks > columns_.line_gap ? 1 : 0;
    }
    columns_.parted = ends >= 2 && wide * 10 >= ends * 8;
  }

  bool is_pair(std::size_t at) const {
    return is_running(lines_[at]) && is_running(lines_[at - 1]) && !lines_[at].page_start;
  }

  bool is_full(const Line& line) const {
    return (line.width + 1) * quarters_a_column >= columns_.text.width &&
           line.width * quarters_a_column <= columns_.text.width + 8;
  }

  const std::vector<Line>& lines_;
  const std::vector<SetWidth>& widths_;
  PageColumns columns_;
  std::vector<std::uint32_t> text_;
  std::vector<BoxLine> box_;
  std::vector<BoxLine> first_;  // of sections
};

}  // namespace

PageColumns learn_columns(const std::vector<Line>& lines, const std::vector<SetWidth>& widths) {
  return ColumnLearner(lines, widths).learn();
}

}  // namespace reportal::raw
