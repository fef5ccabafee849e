#include "structure/raw/cases/reach.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

using Form = Numbering::Form;

/// The forms of numbers that sub-headings inside a case have, as an index; -1 for the others.
int inner_form(const Numbering& numbering) {
  if (numbering.form == Form::han) return 0;
  if (numbering.form == Form::han_bracketed) return 1;
  if (numbering.form == Form::decimal && numbering.depth == 1) return 2;
  return -1;
}
constexpr std::size_t inner_forms = 3;

class ReachFinder {
 public:
  explicit ReachFinder(const CaseText& text) : lines_(text.lines), starts_(text.starts), headings_(text.headings) {}

  std::vector<Reach> find() {
    std::size_t section = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::heading) {
        pass_heading(at);
        section = at + 1;
      } else if (lines_[at].kind == LineKind::case_title) {
        Reach reach{at, section, 0, {}, 0};
        fill(reach);
        at = reach.limit - 1;
        section = reach.title;
        reaches_.push_back(std::move(reach));
      }
    }
    weigh_headings();
    return std::move(reaches_);
  }

 private:
  int level_of(std::size_t heading) const { return headings_[lines_[heading].detail].level; }

  void pass_heading(std::size_t at) {
    const int level = level_of(at);
    const Numbering numbering = read_numbering(lines_[at].text);
    const int form = inner_form(numbering);
    for (std::size_t other = 0; other < inner_forms; ++other) {
      if (levels_[other] > level) outer_[other] = 0;
    }
    if (form < 0) {
      outer_.fill(0);
      section_level_ = level;
    } else {
      outer_[static_cast<std::size_t>(form)] = numbering.parts[0];
      levels_[static_cast<std::size_t>(form)] = level;
      ++outside_count_[static_cast<std::size_t>(form)];
    }
  }

  /// True if the heading can be a sub-heading of the case; then `run` is moved on to it.
  bool may_be_inside(std::size_t at, std::array<std::uint16_t, inner_forms>& run, double& inside) const {
    const Numbering numbering = read_numbering(lines_[at].text);
    const int form = inner_form(numbering);
    if (form < 0 || level_of(at) <= section_level_ || !headings_[lines_[at].detail].in_case) return false;
    const auto index = static_cast<std::size_t>(form);
    const std::uint16_t value = numbering.parts[0];
    const bool goes_on = value == run[index] + 1;
    const bool outside_goes_on = outer_[index] > 0 && value == outer_[index] + 1;
    if (!goes_on && value != 1) return false;
    if (outside_goes_on && value > 1)
      inside = -1;
    else if (outer_[index] > 0 || value > 1)
      inside = 1.5;
    run[index] = value;
    for (std::size_t deeper = index + 1; deeper < inner_forms; ++deeper) run[deeper] = 0;
    return true;
  }

  void fill(Reach& reach) {
    std::size_t at = reach.title + 1;
    while (at < lines_.size() && (lines_[at].kind == LineKind::more || lines_[at].kind == LineKind::noise)) ++at;
    std::array<std::uint16_t, inner_forms> run{};
    std::size_t last_text = no_line;  // the line of running text before `at` in this reach
    for (; at < lines_.size(); ++at) {
      const LineKind kind = lines_[at].kind;
      const bool running = is_running(lines_[at]);
      if (kind == LineKind::case_title) break;
      double inside = 0;
      if (kind == LineKind::heading && !may_be_inside(at, run, inside)) break;
      if (starts_segment(reach, last_text, at)) {
        Segment segment{kind_of(kind), at, at, true, false, inside};
        if (running && last_text != no_line) {
          segment.sure_start = starts_[at] != 0;
          segment.goes_on = !segment.sure_start && !ends_sentence(lines_[last_text].text);
        }
        if (running) reach.last_text = reach.segments.size();
        reach.segments.push_back(segment);
      }
      if (!reach.segments.empty()) reach.segments.back().last = at + 1;
      if (running) last_text = at;
    }
    reach.limit = at;
  }

  static Segment::Kind kind_of(LineKind kind) {
    switch (kind) {
      case LineKind::text:
      case LineKind::prose:
        return Segment::Kind::text;
      case LineKind::figure:
      case LineKind::credit:
        return Segment::Kind::figure;
      case LineKind::table:
      case LineKind::table_body:
        return Segment::Kind::table;
      case LineKind::heading:
        return Segment::Kind::heading;
      default:
        return Segment::Kind::other;
    }
  }

  bool starts_segment(const Reach& reach, std::size_t last_text, std::size_t at) const {
    const LineKind kind = lines_[at].kind;
    if (reach.segments.empty()) return kind != LineKind::noise;
    switch (kind) {
      case LineKind::noise:
      case LineKind::more:
      case LineKind::note:
        return false;  // belongs to what stands before
      case LineKind::table_body:
        return reach.segments.back().kind != Segment::Kind::table;
      case LineKind::table:
        return !ends_with_open_table(reach.segments.back());
      case LineKind::text:
      case LineKind::prose:
        return reach.segments.back().kind != Segment::Kind::text || starts_[at] != 0 || ends_sentence(lines_[last_text].text);
      default:
        return true;
    }
  }

  /// A table whose caption has not come yet: it stands below.
  bool ends_with_open_table(const Segment& segment) const {
    if (segment.kind != Segment::Kind::table) return false;
    for (std::size_t at = segment.first; at < segment.last; ++at) {
      if (lines_[at].kind == LineKind::table) return false;
    }
    return true;
  }

  /// Numbers of a form that no section outside cases has are sub-headings; ones that many have are not.
  void weigh_headings() {
    std::array<double, inner_forms> in{};
    for (const Reach& reach : reaches_) {
      for (const Segment& segment : reach.segments) {
        if (segment.kind == Segment::Kind::heading)
          in[static_cast<std::size_t>(inner_form(read_numbering(lines_[segment.first].text)))] += 1;
      }
    }
    for (Reach& reach : reaches_) {
      for (Segment& segment : reach.segments) {
        if (segment.kind != Segment::Kind::heading) continue;
        const auto form = static_cast<std::size_t>(inner_form(read_numbering(lines_[segment.first].text)));
        const double habit = std::log((in[form] + 0.5) / (static_cast<double>(outside_count_[form]) + 0.5));
        segment.heading_inside += std::clamp(habit, -2.0, 2.0);
      }
    }
  }

  const std::vector<Line>& lines_;
  const std::vector<std::uint8_t>& starts_;
  const std::vector<FoundHeading>& headings_;
  std::vector<Reach> reaches_;
  int section_level_ = 0;                           // of the last heading that cannot be inside a case
  std::array<std::uint16_t, inner_forms> outer_{};  // the last 一、 （一） 1. of the sections
  std::array<int, inner_forms> levels_{};
  std::array<std::size_t, inner_forms> outside_count_{};
};

}  // namespace

std::vector<Reach> find_reaches(const CaseText& text) { return ReachFinder(text).find(); }

}  // namespace reportal::raw
