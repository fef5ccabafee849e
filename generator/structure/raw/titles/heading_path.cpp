#include "structure/raw/titles/heading_path.h"

#include <algorithm>
#include <array>
#include <limits>

namespace reportal::raw {
namespace {

using Form = Numbering::Form;

constexpr std::size_t beam_width = 10;
constexpr float give_up = 14;  ///< points behind the best reading

// Points of steps, on the scale of the evidence of lines.
constexpr float next_number = 2, first_number = 1, skipped_one = -1, same_again = -2.5F, starts_again = -2.5F, jumps = -3.5F;
constexpr float starts_again_in_part = 0;  ///< chapters mostly run on through parts
constexpr float first_is_two = -2, first_is_later = -3;
constexpr float above_its_rank = -4;  ///< 第一节 where chapters are 一、
constexpr float without_chapter = -0.5F;
constexpr float below_unnumbered = -0.4F;  ///< a preface has few numbers of its own; chapters are not parts of it
constexpr float announced = 2.5F;          ///< 3. before 3.1
constexpr float chapter_unconfirmed = -1;  ///< 3. as a chapter where the next decimal number is another's
constexpr float item_under_decimal = -0.7F;
constexpr float not_its_level = -4;          ///< that an editor gave
constexpr float slip = -0.5F;                ///< 1.4.1.8 behind 1.4.2.7: the last part goes on, one before it is wrong
constexpr std::uint32_t longest_case = 120;  ///< lines

/// One open heading.
struct Rung {
  Form form = Form::none;
  std::uint16_t value = 0;  ///< Form::none: 1 for a part without number, 0 for a chapter that is missing
  friend bool operator==(const Rung&, const Rung&) = default;
};

/// The numbers that are open; equal states go on alike.
struct State {
  static constexpr std::size_t max_rungs = 6;
  static constexpr std::uint8_t nowhere = 0xFF;

  std::array<Rung, max_rungs> rungs{};
  std::array<std::uint16_t, Numbering::max_depth> parts{};  // of the open decimal number
  std::array<Rung, 3> in_case{};
  std::uint32_t case_line = 0;
  std::uint16_t chapter = 0;  // last chapter number, kept through parts without number
  std::uint16_t part = 0;
  std::uint8_t size = 0;
  std::uint8_t decimal_at = nowhere;  // rung of the open decimal number
  std::uint8_t depth = 0;             // of that number
  std::uint8_t case_size = 0;
  friend bool operator==(const State&, const State&) = default;

  [[nodiscard]] int level(std::size_t rung) const {
    return static_cast<int>(rung) + 1 + (decimal_at != nowhere && rung >= decimal_at ? depth - 2 : 0);
  }
  void cut(std::size_t rungs_kept) {
    for (std::size_t rung = rungs_kept; rung < max_rungs; ++rung) rungs[rung] = {};
    size = static_cast<std::uint8_t>(rungs_kept);
    if (decimal_at != nowhere && decimal_at >= size) close_decimal();
  }
  void close_decimal() {
    decimal_at = nowhere;
    depth = 0;
    parts = {};
  }
  bool push(Form form, std::uint16_t value) {
    if (size == max_rungs) return false;
    rungs[size++] = {form, value};
    return true;
  }
};

constexpr std::uint32_t no_step = static_cast<std::uint32_t>(-1);

struct Step {
  std::uint32_t before = no_step;
  std::uint32_t candidate = 0;
  int level = 0;
  bool in_case = false;
};

struct Reading {
  State state;
  float score = 0;
  std::uint32_t last = no_step;
  std::uint32_t last_line = 0;  // index + 1 of the last heading's line
};

float sibling_points(unsigned value, unsigned before) {
  if (value == before + 1) return next_number;
  if (value == before) return same_again;
  if (value == before + 2) return skipped_one;
  return value == 1 ? starts_again : jumps;
}

float first_points(unsigned value) { return value == 1 ? first_number : value == 2 ? first_is_two : first_is_later; }

class PathFinder {
 public:
  PathFinder(const std::vector<HeadingCandidate>& candidates, Form chapters) : candidates_(candidates), chapters_(chapters) {}

  /// The score of the best reading.
  float find() {
    readings_.assign(1, {});
    for (std::uint32_t index = 0; index < candidates_.size(); ++index) step(index);
    return readings_.front().score;
  }

  [[nodiscard]] std::vector<ChosenHeading> path() const {
    std::vector<ChosenHeading> path;
    for (std::uint32_t at = readings_.front().last; at != no_step; at = steps_[at].before)
      path.push_back({steps_[at].candidate, steps_[at].level, steps_[at].in_case});
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  void step(std::uint32_t index) {
    const HeadingCandidate& candidate = candidates_[index];
    next_.clear();
    for (const Reading& reading : readings_) {
      const std::size_t others = next_.size();
      if (!candidate.given) next_.push_back(reading);  // it is text
      const bool in_table = candidate.table_before > reading.last_line;
      const float evidence = candidate.evidence + (in_table ? candidate.in_table : 0);
      if (candidate.numbering.form == Form::none) {
        try_unnumbered(reading, index, evidence);
      } else if (candidate.numbering.depth >= 2) {
        try_decimal(reading, index, evidence);
      } else {
        try_chapter(reading, index, evidence);
        try_item(reading, index, evidence);
        const bool in_case = candidate.case_before > reading.last_line && candidate.line < candidate.case_before + longest_case;
        if (in_case) try_in_case(reading, index, evidence);
      }
      if (candidate.given && next_.size() == others) next_.push_back(reading);  // it has no place in the numbering
    }
    keep_best();
  }

  void accept(const Reading& before, State state, std::uint32_t index, int level, float points) {
    state.case_size = 0;
    state.in_case = {};
    state.case_line = 0;
    const int given = candidates_[index].level;
    if (given != 0 && given != level) points += not_its_level;
    steps_.push_back({before.last, index, level, false});
    next_.push_back({state, before.score + points, static_cast<std::uint32_t>(steps_.size() - 1), candidates_[index].line + 1});
  }

  void try_unnumbered(const Reading& reading, std::uint32_t index, float evidence) {
    State state = reading.state;
    state.cut(0);
    state.push(Form::none, 1);
    accept(reading, state, index, 1, evidence);
  }

  [[nodiscard]] static bool in_part(const State& state) { return state.size > 0 && state.rungs[0].form == Form::part; }

  /// The candidate has the form of chapters, or is a part above them.
  void try_chapter(const Reading& reading, std::uint32_t index, float evidence) {
    const HeadingCandidate& candidate = candidates_[index];
    const Form form = candidate.numbering.form;
    const std::uint16_t value = candidate.numbering.parts[0];
    State state = reading.state;
    if (form == Form::part && chapters_ != Form::part) {
      const float points = state.part == 0 ? first_points(value) : sibling_points(value, state.part);
      state.cut(0);
      state.push(form, value);
      state.part = value;
      accept(reading, state, index, 1, evidence + points);
      return;
    }
    if (form != chapters_) return;
    const bool first_of_part = in_part(state) && state.size == 1 && form != Form::part && value == 1;
    float points = state.chapter == 0 ? first_points(value)
                   : first_of_part    ? starts_again_in_part
                                      : sibling_points(value, state.chapter);
    if (form == Form::decimal && has_deep_decimals()) points += candidate.announces ? announced : chapter_unconfirmed;
    state.cut(in_part(state) && form != Form::part ? 1 : 0);
    state.push(form, value);
    state.chapter = value;
    accept(reading, state, index, state.level(state.size - 1U), evidence + points);
  }

  /// The candidate stands below a chapter, a section or a part without number.
  void try_item(const Reading& reading, std::uint32_t index, float evidence) {
    const Numbering& numbering = candidates_[index].numbering;
    const Form form = numbering.form;
    State state = reading.state;
    if (form == Form::part) return;
    if (form == chapters_) {
      const bool below_part = form == Form::han && state.size > 0 && state.rungs[0].form == Form::none;
      const bool item = form == Form::decimal && numbering.marked && state.size > 0;
      if (!below_part && !item) return;
    }
    float points = 0;
    const bool han_below_decimal = chapters_ == Form::decimal && form >= Form::han;
    const bool in_unnumbered = state.size > 0 && state.rungs[0].form == Form::none;
    if (form < chapters_ && !han_below_decimal && !in_unnumbered) points += above_its_rank;
    if (in_unnumbered) points += below_unnumbered;
    if (state.size == 0) {
      state.push(Form::none, 0);
      points += without_chapter;
    }
    const std::size_t lowest = in_part(state) && state.size > 1 ? 2 : 1;
    std::size_t rung = state.size;
    while (rung > lowest && !is(state, rung - 1, form)) --rung;
    if (rung > lowest) {
      points += sibling_points(numbering.parts[0], state.rungs[rung - 1].value);
      state.cut(rung);
      state.rungs[rung - 1].value = numbering.parts[0];
    } else {
      std::size_t kept = state.size;
      while (kept > lowest && kept - 1 != state.decimal_at && state.rungs[kept - 1].form > form) --kept;
      if (kept - 1 == state.decimal_at) points += item_under_decimal;
      points += first_points(numbering.parts[0]);
      state.cut(kept);
      if (!state.push(form, numbering.parts[0])) return;
    }
    accept(reading, state, index, state.level(state.size - 1U), evidence + points);
  }

  /// The rung has this form; the open decimal number (1.1) is of another one than items (1.).
  static bool is(const State& state, std::size_t rung, Form form) {
    return state.rungs[rung].form == form && rung != state.decimal_at;
  }

  void try_decimal(const Reading& reading, std::uint32_t index, float evidence) {
    const Numbering& numbering = candidates_[index].numbering;
    State state = reading.state;
    float points = 0;
    if (state.decimal_at != State::nowhere) {
      points = follow_decimal(state, numbering);
      state.cut(state.decimal_at + 1U);
    } else {
      points = first_decimal(state, numbering);
      state.decimal_at = state.size;
      if (!state.push(Form::decimal, 0)) return;
      state.parts = numbering.parts;
    }
    state.depth = numbering.depth;
    for (std::size_t part = state.depth; part < state.parts.size(); ++part) state.parts[part] = 0;
    if (state.parts[0] != state.chapter && points > slip) state.chapter = state.parts[0];
    accept(reading, state, index, state.level(state.decimal_at), evidence + points);
  }

  /// 1.1 where no decimal number is open: below the chapter with its first part, or below what has no number.
  float first_decimal(State& state, const Numbering& numbering) const {
    const std::uint16_t chapter = numbering.parts[0];
    float points = 0;
    std::size_t kept = state.size;
    while (kept > 0 && (state.rungs[kept - 1].value != chapter || state.rungs[kept - 1].form == Form::none)) --kept;
    if (kept > 0) {
      points = next_number;
      state.cut(kept);
    } else {
      const bool goes_on = state.chapter == 0 ? chapter == 1 : chapter == state.chapter + 1;
      points = goes_on ? 0.5F : chapter == state.chapter ? -1 : jumps;
      const bool stale = state.size > 0 && state.rungs[0].form != Form::none && state.rungs[0].form != Form::part;
      state.cut(stale ? 0 : std::min<std::size_t>(state.size, 1));
      if (state.size == 0) state.push(Form::none, 0);
    }
    for (std::size_t part = 1; part < numbering.depth; ++part) {
      if (numbering.parts[part] != 1) points += first_is_two;
    }
    return points;
  }

  /// Points of the step from the open number; sets state.parts.
  static float follow_decimal(State& state, const Numbering& numbering) {
    const auto& before = state.parts;
    std::size_t common = 0;
    while (common < state.depth && common < numbering.depth && before[common] == numbering.parts[common]) ++common;
    const std::uint16_t last = numbering.parts[numbering.depth - 1U];
    if (numbering.depth == state.depth && common + 1U < numbering.depth && common > 0 && last == before[state.depth - 1U] + 1) {
      state.parts[state.depth - 1U] = last;
      return slip;
    }
    float points = 0;
    if (common == numbering.depth) {
      points = same_again;
    } else {
      const unsigned expected = common < state.depth ? before[common] + 1U : 1U;
      const unsigned value = numbering.parts[common];
      points = value == expected ? next_number : value == expected + 1 ? skipped_one : jumps;
      if (common == 0) points -= value == expected ? 1.5F : 1;  // a chapter of which the heading is missing
      for (std::size_t part = common + 1; part < numbering.depth; ++part)
        points += numbering.parts[part] == 1 ? (part == 1 ? 0 : -1.5F) : first_is_two;
    }
    state.parts = numbering.parts;
    return points;
  }

  /// The case's own numbers: they are no headings of the report, and keep its numbering from being disturbed.
  void try_in_case(const Reading& reading, std::uint32_t index, float evidence) {
    const HeadingCandidate& candidate = candidates_[index];
    Reading inside = reading;
    State& state = inside.state;
    if (state.case_line != candidate.case_before) {
      state.case_line = candidate.case_before;
      state.case_size = 0;
      state.in_case = {};
    }
    const Form form = candidate.numbering.form;
    const std::uint16_t value = candidate.numbering.parts[0];
    std::uint8_t size = state.case_size;
    while (size > 0 && state.in_case[size - 1U].form > form) --size;
    const bool sibling = size > 0 && state.in_case[size - 1U].form == form;
    if (!sibling && size == state.in_case.size()) return;
    inside.score += evidence + (state.case_size == 0 ? candidate.in_case : 0) +
                    (sibling ? sibling_points(value, state.in_case[size - 1U].value) : first_points(value));
    if (!sibling) ++size;
    state.in_case[size - 1U] = {form, value};
    for (std::size_t rung = size; rung < state.in_case.size(); ++rung) state.in_case[rung] = {};
    state.case_size = size;
    const int section = state.size > 0 ? state.level(state.size - 1U) : 1;
    if (candidate.level != 0 && candidate.level != section + size) inside.score += not_its_level;
    steps_.push_back({reading.last, index, section + size, true});
    inside.last = static_cast<std::uint32_t>(steps_.size() - 1);
    next_.push_back(inside);
  }

  [[nodiscard]] bool has_deep_decimals() const {
    if (deep_ < 0)
      deep_ = std::any_of(candidates_.begin(), candidates_.end(), [](const HeadingCandidate& candidate) {
        return candidate.numbering.depth >= 2 && (candidate.evidence > 0 || candidate.given);
      });
    return deep_ > 0;
  }

  /// The best readings, one of each state, the best first.
  void keep_best() {
    std::stable_sort(next_.begin(), next_.end(), [](const Reading& a, const Reading& b) { return a.score > b.score; });
    readings_.clear();
    const float lowest = next_.front().score - give_up;
    for (const Reading& reading : next_) {
      if (readings_.size() == beam_width || reading.score < lowest) break;
      const bool known =
          std::any_of(readings_.begin(), readings_.end(), [&](const Reading& kept) { return kept.state == reading.state; });
      if (!known) readings_.push_back(reading);
    }
  }

  const std::vector<HeadingCandidate>& candidates_;
  const Form chapters_;
  std::vector<Reading> readings_, next_;
  std::vector<Step> steps_;
  mutable int deep_ = -1;
};

}  // namespace

std::vector<ChosenHeading> choose_headings(const std::vector<HeadingCandidate>& candidates) {
  static constexpr std::array forms = {Form::part, Form::chapter, Form::section, Form::han, Form::han_bracketed, Form::decimal};
  std::vector<ChosenHeading> best;
  float best_score = -std::numeric_limits<float>::infinity();
  for (const Form form : forms) {
    const bool occurs = std::any_of(candidates.begin(), candidates.end(),
                                    [&](const HeadingCandidate& candidate) { return candidate.numbering.form == form; });
    if (!occurs && form != Form::decimal) continue;
    PathFinder finder(candidates, form);
    const float score = finder.find();
    if (score <= best_score) continue;
    best_score = score;
    best = finder.path();
  }
  return best;
}

}  // namespace reportal::raw
