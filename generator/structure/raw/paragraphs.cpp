#include "structure/raw/paragraphs.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/lists.h"
#include "structure/raw/page/columns.h"
#include "structure/raw/page/set_width.h"
#include "structure/raw/pieces/bylines.h"

namespace reportal::raw {
namespace {

// What speaks against a reading, in the measure of a logarithm of odds.
constexpr double open_sentence_ends = 5;      // a paragraph ends in the middle of a sentence
constexpr double clause_ends = 14;            // … behind a comma
constexpr double clause_group_ends = 2.5;     // … behind a semicolon, as items of lists do
constexpr double sentence_ends_inside = 1.5;  // a sentence ends right at the edge and the paragraph goes on
constexpr double last_line_is_full = 2.5;
constexpr double room_left = 2;            // a line is not the last of its paragraph, yet the next word would have fitted
constexpr double perhaps_room_left = 0.7;  // … if spaces and letters are narrow
constexpr double last_line_is_perhaps_full = 1.6;
constexpr double room_left_a_quarter = 0.5;  // … for each quarter of a character of it
constexpr double most_for_room = 9;
constexpr double too_wide = 3;
constexpr double too_wide_a_quarter = 0.5;
constexpr double most_too_wide = 6;
constexpr double set_narrow = 0.7;  // the punctuation of a line was set narrower, so that its last mark fitted
constexpr double wrong_indent = 6;
constexpr double no_gap_between = 5;  // paragraphs are parted by blank lines, these two are not
constexpr double gap_inside = 5;
constexpr double wide_gap_inside = 2;       // more blank lines than elsewhere, where they part nothing
constexpr double marker_inside = 4;         // the next marker of a list stands inside a paragraph
constexpr double interrupted_sentence = 5;  // a figure stands behind a full sentence, and yet the paragraph goes on
constexpr double number_alone = 3;
constexpr double box_behind_text = 6;
constexpr double text_behind_box = 0.8;    // a box ends without its figure
constexpr double box_behind_figure = 1.5;  // a box goes on behind a figure, with which most of them end
constexpr double stays_open_here = 4;      // OCR text says that the line ends

constexpr std::int64_t most_squeezed = 4;  // quarters

bool is_comma(std::string_view text) { return text.ends_with("，") || text.ends_with("、") || text.ends_with(","); }

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return is_ascii_digit(c); });
}

/// A line with what the search asks of it again and again.
struct TextLine {
  std::uint32_t at = 0;
  SetWidth width;
  std::uint32_t all = 0;         ///< quarters of the whole line
  std::uint32_t first_unit = 0;  ///< and of what it begins with
  bool sentence = false, comma = false, semicolon = false;
  bool interrupted = false;                     ///< a figure, table or note stands before it
  bool same_page = false;                       ///< nothing at all stands before it but the line before
  bool marker = false;                          ///< begins with the marker that comes next in a list
  bool must_begin = false, must_go_on = false;  ///< a paragraph, by an editor's word
};

/// Passes over the ends of cases with the lines.
class CaseEnds {
 public:
  explicit CaseEnds(const std::vector<std::uint32_t>& ends) : next_(ends.begin()), last_(ends.end()) {}

  /// A case ends between `line` and the line asked for before.
  bool pass(const Line& line) {
    bool passed = false;
    for (; next_ != last_ && *next_ < line.number; ++next_) passed = true;
    return passed;
  }

 private:
  std::vector<std::uint32_t>::const_iterator next_, last_;
};

enum Region : std::uint8_t { in_text, in_box };
constexpr std::size_t state_count = 4;  // region and whether the line is the first of its paragraph
constexpr Region region_of(std::size_t state) { return (state & 2U) != 0 ? in_box : in_text; }
constexpr bool is_first(std::size_t state) { return (state & 1U) != 0; }

class ParagraphFinder {
 public:
  ParagraphFinder(const std::vector<Line>& lines, const std::vector<SetWidth>& widths,
                  const std::vector<std::uint32_t>& case_ends, std::vector<std::uint8_t>& starts)
      : lines_(lines), widths_(widths), case_ends_(case_ends), columns_(learn_columns(lines, widths)), starts_(starts) {}

  void find() {
    bool in_reach = false;
    bool interrupted = false;
    for (std::uint32_t at = 0; at < lines_.size(); ++at) {
      if (case_ends_.pass(lines_[at])) {
        read_stretch(in_reach);
        in_reach = false;
      }
      switch (lines_[at].kind) {
        case LineKind::text:
        case LineKind::prose:
          add(at, interrupted);
          interrupted = false;
          break;
        case LineKind::noise:
        case LineKind::more:
        case LineKind::repeat:
          break;
        case LineKind::figure:
        case LineKind::table:
        case LineKind::table_body:
        case LineKind::note:
          interrupted = true;
          break;
        default:
          read_stretch(in_reach);
          in_reach = lines_[at].kind == LineKind::case_title || (in_reach && lines_[at].kind != LineKind::heading);
          interrupted = false;
      }
    }
    read_stretch(in_reach);
  }

 private:
  void add(std::uint32_t at, bool interrupted) {
    const Line& line = lines_[at];
    TextLine text;
    text.at = at;
    text.width = widths_[at];
    text.all = line_width(text.width, columns_);
    text.first_unit = first_unit(line.text);
    text.sentence = ends_sentence(line.text);
    text.comma = is_comma(line.text);
    text.semicolon = line.text.ends_with("；") || line.text.ends_with(";");
    text.interrupted = interrupted;
    text.must_begin = line.begins_paragraph || (!stretch_.empty() && lines_[stretch_.back().at].ends_paragraph);
    text.must_go_on = line.goes_on && !text.must_begin;
    text.same_page = !stretch_.empty() && stretch_.back().at + 1 == at && !line.page_start;
    if (const auto marker = read_list_marker(line.text)) {
      text.marker = marker->begins() || (marker_ && marker->follows(*marker_));
      if (text.marker) marker_ = marker;
    }
    stretch_.push_back(text);
  }

  /// The cheapest reading of the lines collected so far, which nothing parts for sure.
  void read_stretch(bool in_reach) {
    marker_.reset();
    if (stretch_.empty()) return;
    constexpr double never = std::numeric_limits<double>::infinity();
    const Region last_region =
        in_reach && (columns_.box.width != columns_.text.width || columns_.box.left != columns_.text.left) ? in_box : in_text;
    std::array<double, state_count> cost{never, 0.0, never, last_region == in_box ? 0.0 : never};
    if (last_region == in_box) cost[1] = box_behind_text;
    from_.assign(stretch_.size(), {});
    for (std::size_t index = 1; index < stretch_.size(); ++index) {
      std::array<double, state_count> next;
      next.fill(never);
      for (std::size_t state = 0; state < state_count; ++state) {
        if (region_of(state) > last_region) continue;
        if (is_first(state) ? stretch_[index].must_go_on : stretch_[index].must_begin) continue;
        for (std::size_t before = 0; before < state_count; ++before) {
          if (cost[before] == never || (!is_first(state) && region_of(state) != region_of(before))) continue;
          const double here = cost[before] + step(index, before, state);
          if (here >= next[state]) continue;
          next[state] = here;
          from_[index][state] = static_cast<std::uint8_t>(before);
        }
      }
      cost = next;
    }
    for (std::size_t state = 0; state < state_count; ++state) {
      if (cost[state] != never) cost[state] += fit(stretch_.back(), state);
    }
    std::size_t state = static_cast<std::size_t>(std::min_element(cost.begin(), cost.end()) - cost.begin());
    for (std::size_t index = stretch_.size(); index-- > 0;) {
      starts_[stretch_[index].at] = is_first(state) ? 1 : 0;
      state = from_[index][state];
    }
    stretch_.clear();
  }

  /// What speaks against the line before `index` being read as `before` and the one at `index` as `state`.
  double step(std::size_t index, std::size_t before, std::size_t state) const {
    const TextLine& last = stretch_[index - 1];
    const TextLine& line = stretch_[index];
    double cost = fit(last, before);
    const double room = room_behind(last, line, before);
    if (is_first(state)) {
      if (last.comma)
        cost += clause_ends;
      else if (!last.sentence)
        cost += open_sentence_ends;
      else if (last.semicolon && !line.marker)
        cost += clause_group_ends;
      if (room < 0) cost += room + slack(last, before) < 0 ? last_line_is_full : last_line_is_perhaps_full;
      if (region_of(state) == in_box)
        cost += region_of(before) == in_text ? box_behind_text : line.interrupted ? box_behind_figure : 0;
      else if (region_of(before) == in_box && !line.interrupted)
        cost += text_behind_box;
      if (columns_.parted && line.same_page && gap(line) == 0) cost += no_gap_between;
      return cost;
    }
    if (room >= 0)
      cost += std::min(most_for_room, room_left + room * room_left_a_quarter);
    else if (room + slack(last, before) >= 0)
      cost += perhaps_room_left;
    if (last.sentence && !last.semicolon) cost += line.interrupted ? interrupted_sentence : sentence_ends_inside;
    if (line.same_page && gap(line) > 0) cost += columns_.parted ? gap_inside : wide_gap_inside;
    if (line.marker && (last.sentence || room >= 0)) cost += marker_inside;
    if (lines_[last.at].hard_break) cost += stays_open_here;
    if (is_number(lines_[line.at].text)) cost += number_alone;
    return cost;
  }

  int gap(const TextLine& line) const { return static_cast<int>(lines_[line.at].blanks) - columns_.line_gap; }

  const Column& column(std::size_t state) const { return region_of(state) == in_box ? columns_.box : columns_.text; }

  /// Quarters between the left edge of the column and the line.
  std::int64_t left(const TextLine& line, std::size_t state) const {
    if (!columns_.keeps_indent) return is_first(state) ? columns_.first_indent : 0;
    return (static_cast<std::int64_t>(lines_[line.at].indent) - column(state).left) * quarters_a_column;
  }

  /// What speaks against the line standing in the column and at the place of `state`.
  double fit(const TextLine& line, std::size_t state) const {
    double cost = 0;
    const std::int64_t from_left = left(line, state);
    if (columns_.keeps_indent && (line.same_page || lines_[line.at].indent > 0)) {
      const bool first_indent = from_left >= 4;
      if (first_indent != is_first(state) || from_left < -2 || from_left > 20) cost += wrong_indent;
    }
    const std::int64_t over =
        from_left + line.all - line.width.hang - column(state).width - line.width.latin / 5 - column(state).doubt;
    if (over > 0) {
      const bool squeezed = line.width.hang > 0 && over <= std::min<std::int64_t>(most_squeezed, line.width.marks * 2);
      cost += squeezed ? set_narrow : too_wide + std::min(most_too_wide, static_cast<double>(over) * too_wide_a_quarter);
    }
    return cost;
  }

  /// Quarters by which the line may be wider than it looks: letters differ, and a space beside a word may have been typed.
  double slack(const TextLine& line, std::size_t state) const {
    return line.width.latin / 5.0 + (columns_.types_spaces ? 0 : line.width.typed_spaces) + column(state).doubt;
  }

  /// Quarters that were surely left behind `line` with the first unit of `next` on it; negative if that perhaps did not fit.
  double room_behind(const TextLine& line, const TextLine& next, std::size_t state) const {
    const std::uint32_t gap =
        gap_between(last_character(lines_[line.at].text), first_character(lines_[next.at].text), columns_.spacing);
    const std::int64_t used = left(line, state) + line.all + gap + next.first_unit;
    return static_cast<double>(column(state).width - used) - slack(line, state);
  }

  const std::vector<Line>& lines_;
  const std::vector<SetWidth>& widths_;
  CaseEnds case_ends_;
  const PageColumns columns_;
  std::vector<std::uint8_t>& starts_;
  std::vector<TextLine> stretch_;
  std::vector<std::array<std::uint8_t, state_count>> from_;
  std::optional<ListMarker> marker_;
};

/// Without a fixed width a line is a paragraph, unless a page or column broke it in the middle of a sentence.
class UnwrappedFinder {
 public:
  UnwrappedFinder(const std::vector<Line>& lines, const std::vector<std::uint32_t>& case_ends,
                  std::vector<std::uint8_t>& starts)
      : lines_(lines), case_ends_(case_ends), starts_(starts) {}

  void find() {
    std::size_t last = no_line;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const LineKind kind = lines_[at].kind;
      if (case_ends_.pass(lines_[at])) last = no_line;
      if (kind == LineKind::noise || kind == LineKind::more) continue;
      if (is_running(lines_[at])) {
        starts_[at] = last == no_line || parts(lines_[last], lines_[at]) ? 1 : 0;
        last = at;
      } else {
        last = no_line;
      }
    }
  }

 private:
  /// `line` begins a paragraph, `last` being the line of text before it.
  static bool parts(const Line& last, const Line& line) {
    return last.ends_paragraph || line.begins_paragraph || (!line.goes_on && !goes_on(last));
  }

  static bool goes_on(const Line& line) {
    constexpr std::uint32_t long_line = 60;
    if (line.hard_break || ends_sentence(line.text) || !closing_byline(line.text).empty()) return false;
    if (line.width > long_line) return true;
    return std::any_of(std::begin(sentence_marks), std::end(sentence_marks),
                       [&](std::string_view mark) { return line.text.find(mark) != npos; });
  }

  static constexpr std::string_view sentence_marks[] = {"，", "。", "、", "：", ","};

  const std::vector<Line>& lines_;
  CaseEnds case_ends_;
  std::vector<std::uint8_t>& starts_;
};

}  // namespace

std::vector<std::uint8_t> find_paragraphs(const std::vector<Line>& lines, const Widths& widths,
                                          const std::vector<std::uint32_t>& case_ends) {
  std::vector<std::uint8_t> starts(lines.size(), 1);
  if (widths.wrapped)
    ParagraphFinder(lines, widths.set, case_ends, starts).find();
  else
    UnwrappedFinder(lines, case_ends, starts).find();
  return starts;
}

}  // namespace reportal::raw
