#include "structure/raw/tables/rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "structure/raw/tables/cell_text.h"
#include "structure/raw/tables/weights.h"

namespace reportal::raw {
namespace {

using Type = ReadRow::Type;

constexpr std::uint32_t no_state = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t whole_line = no_state - 1;  // placed: a group
constexpr std::uint32_t row_end = no_state - 2;     // placed: nothing, a row ends
constexpr std::size_t farthest = 48;                // words of one cell
constexpr std::size_t most_skipped = 8;             // empty cells between two filled ones

struct State {
  float score = 0;
  std::uint32_t parent = no_state;
  std::uint32_t word = 0;    // the next word
  std::uint32_t column = 0;  // the next column; 0 between rows
  std::uint32_t placed = row_end;
  std::uint32_t number = 0;  // the last running number
  std::uint8_t lines = 0;    // of the last cell of the row, up to three; 0 at the start of a row
  bool shared = false;       // the last cell begins on the line of the one before
  Type type = Type::whole;   // of the row that is being filled
  bool fresh = false;        // right behind a group, where numbers may begin again
};

class RowSearch {
 public:
  RowSearch(const std::vector<Word>& words, const std::vector<std::uint8_t>& marks, const Columns& columns,
            const Manner& manner)
      : words_(words), marks_(marks), columns_(columns), manner_(manner) {}

  Reading search() {
    const std::size_t end = words_.size();
    State start;
    start.fresh = true;
    put(start);
    for (std::size_t at = 0; at <= end; ++at) {
      std::vector<std::uint32_t>& here = ahead_[at % ahead_.size()];
      if (begins_line(at)) end_rows(at, here);
      prune(here);
      if (at == end) {
        finish(here);
        break;
      }
      if (states_.size() > most_states && cut(here)) continue_from(here);
      if (!here.empty()) step(at, here);
      here.clear();
      futures_ahead_[at % ahead_.size()].clear();
    }
    return std::move(result_);
  }

 private:
  static constexpr std::size_t most_states = 1 << 18;

  bool begins_line(std::size_t word) const {
    return word == words_.size() || words_[word].gap == Gap::below || words_[word].gap == Gap::beside;
  }

  void put(const State& state) {
    std::vector<std::uint32_t>& bucket = ahead_[state.word % ahead_.size()];
    float& best = best_ahead_[state.word % ahead_.size()];
    if (bucket.empty()) best = state.score;
    if (state.score < best - static_cast<float>(weights::beam_margin)) return;
    best = std::max(best, state.score);
    std::vector<std::uint32_t>& futures = futures_ahead_[state.word % ahead_.size()];
    const std::uint32_t future = future_of(state);
    const auto same = std::find(futures.begin(), futures.end(), future);
    const auto added = static_cast<std::uint32_t>(states_.size());
    if (same == futures.end()) {
      futures.push_back(future);
      bucket.push_back(added);
    } else {
      std::uint32_t& other = bucket[static_cast<std::size_t>(same - futures.begin())];
      if (states_[other].score >= state.score) return;
      other = added;
    }
    states_.push_back(state);
  }

  /// All that decides how a state can go on; of those that go on alike the best is kept.
  static std::uint32_t future_of(const State& state) {
    return state.column << 8 | static_cast<std::uint32_t>(state.type) << 4 | static_cast<std::uint32_t>(state.lines) << 1 |
           static_cast<std::uint32_t>(state.shared);
  }

  /// Rows that are being filled may end before the word `at`.
  void end_rows(std::size_t at, std::vector<std::uint32_t>& here) {
    const std::size_t count = here.size();
    for (std::size_t index = 0; index < count; ++index) {
      const State state = states_[here[index]];
      if (state.column == 0) continue;
      State next = state;
      next.parent = here[index];
      next.placed = row_end;
      next.column = 0;
      next.type = Type::whole;
      if (state.type == Type::whole) {
        const bool short_row = state.column < columns_.count();
        const float empty = columns_.empty(state.column, columns_.count());
        next.score += (short_row ? std::min(0.0F, empty + static_cast<float>(weights::empty_at_end)) : 0.0F) +
                      static_cast<float>(weights::row_end);
      }
      next.word = static_cast<std::uint32_t>(at);
      next.lines = 0;
      next.shared = next.fresh = false;
      put(next);
    }
  }

  void prune(std::vector<std::uint32_t>& here) const {
    if (here.size() < 2) return;
    float best = states_[here[0]].score;
    for (const std::uint32_t state : here) best = std::max(best, states_[state].score);
    std::erase_if(here, [&](std::uint32_t state) { return states_[state].score < best - weights::beam_margin; });
    if (here.size() <= weights::beam_width) return;
    std::nth_element(here.begin(), here.begin() + weights::beam_width, here.end(), [&](std::uint32_t a, std::uint32_t b) {
      return states_[a].score != states_[b].score ? states_[a].score > states_[b].score : a < b;
    });
    here.resize(weights::beam_width);
  }

  void step(std::size_t at, const std::vector<std::uint32_t>& here) {
    best_ = states_[here[0]].score;
    for (const std::uint32_t state : here) best_ = std::max(best_, states_[state].score);
    grow_cells(at);
    for (const std::uint32_t index : here) {
      if (states_[index].column == 0) {
        begin_row(at, index);
      } else if (states_[index].column < columns_.count()) {
        fill(index, states_[index]);
      }
    }
  }

  /// The cells that can begin at `at`, by their end.
  void grow_cells(std::size_t at) {
    cells_.clear();
    CellText cell(words_, at);
    double wraps = 0;
    for (std::size_t end = at + 1; end <= words_.size() && end - at <= farthest; ++end) {
      if (end > at + 1) {
        if (begins_line(end - 1)) wraps += manner_.wrap;
        cell.append(words_[end - 1]);
      }
      if (cell.stay() + wraps < weights::longest_stay) break;
      const double part = end < words_.size() ? static_cast<double>(words_[end].part) : 0.0;
      cells_.push_back({cell, cell.score() + wraps + part});
    }
  }

  void begin_row(std::size_t at, std::uint32_t index) {
    State start = states_[index];
    const Word& word = words_[at];
    const bool first = at == 0;
    if (!first) {
      State rest = start;
      rest.type = Type::rest;
      const bool broken = (marks_[word.line] & behind_break) != 0;
      const double cost = weights::rest_of_row + manner_.rest;
      rest.score += static_cast<float>(broken ? std::max(cost, weights::rest_behind_break) : cost);
      if (columns_.numbered() && is_number(word)) rest.score += static_cast<float>(weights::rest_of_row);
      if (rest.score > best_ - weights::beam_margin) fill(index, rest);
    }
    add_group(at, index);
    if (!first && word.gap == Gap::beside) start.score += static_cast<float>(weights::row_beside);
    fill(index, start);
  }

  static bool is_number(const Word& word) { return running_number(word.text) != 0 && word.kind != CellKind::year; }

  void add_group(std::size_t at, std::uint32_t index) {
    std::size_t end = at + 1;
    double score = weights::group_row;
    while (end < words_.size() && !begins_line(end)) score += static_cast<double>(words_[end++].stay);
    const std::uint8_t marks = marks_[words_[at].line];
    if (columns_.numbered() && (end == words_.size() || is_number(words_[end]))) score += weights::group_before_number;
    const bool shared_line_follows = end + 1 < words_.size() && !begins_line(end + 1);
    if (!columns_.numbered() && end == at + 1 && shared_line_follows) score += weights::group_before_row;
    if (words_[at].kind == CellKind::persons || (words_[at].names && words_[at].text.find("、") != std::string_view::npos))
      score += weights::group_of_names;
    if (states_[index].parent == no_state) score += weights::first_group;
    if ((marks & before_header) != 0) score += weights::group_before_header;
    if (words_[end - 1].last == U'、' || words_[end - 1].last == U'，') score += weights::ends_with_comma;
    if (goes_on_in_brackets(words_[at].text)) score += weights::group_in_brackets;
    if (begins_like_group(words_[at].text)) score += weights::group_numbered;
    if (words_[at].text.size() < 4 * 3 && end == at + 1) score += weights::short_group;
    if (is_number(words_[at]) || score < -weights::beam_margin || end - at >= ahead_.size()) return;
    State next = states_[index];
    next.parent = index;
    next.score += static_cast<float>(score) + (end < words_.size() ? words_[end].part : 0.0F);
    next.word = static_cast<std::uint32_t>(end);
    next.placed = whole_line;
    next.fresh = true;
    put(next);
  }

  /// Puts every cell that can begin here into the columns that `from` can fill next.
  void fill(std::uint32_t index, const State from) {
    const std::size_t least =
        from.type == Type::rest && columns_.numbered() ? std::max<std::size_t>(from.column, 1) : from.column;
    const std::size_t last = std::min(columns_.count(), least + most_skipped + 1);
    const std::uint32_t line = words_[from.word].line;
    for (std::size_t column = least; column < last; ++column) {
      const float skipped = skip_cost(from, column);
      if (from.score + skipped < best_ - weights::beam_margin) {
        if (from.type == Type::whole) break;
        continue;
      }
      const std::vector<float>& fits = fits_in(column, from.word);
      for (std::size_t length = 1; length <= cells_.size(); ++length) {
        if (from.type == Type::rest && words_[from.word + length - 1].line != line) break;
        const GrownCell& cell = cells_[length - 1];
        State next = from;
        next.lines = static_cast<std::uint8_t>(std::min<std::uint32_t>(cell.text.lines(), 3));
        next.shared = from.lines > 0 && !begins_line(from.word);
        const float fit = fits[length - 1];
        next.score += skipped + static_cast<float>(cell.score) +
                      (from.type == Type::rest ? rest_fit(cell.text.kind(), fit) : fit) +
                      step_score(from, next.lines, words_[from.word].gap);
        if (column == 0 && columns_.numbered()) {
          if (!place_number(next, length)) break;
        }
        if (next.score < best_ - 2 * weights::beam_margin) continue;
        next.parent = index;
        next.word = from.word + static_cast<std::uint32_t>(length);
        next.column = static_cast<std::uint32_t>(column + 1);
        next.placed = static_cast<std::uint32_t>(column);
        put(next);
      }
    }
  }

  /// The gap before a cell of `lines` lines behind one of `before` lines, where it is known how cells stand beside each other.
  float step_score(const State& from, std::uint8_t lines, Gap gap) const {
    using namespace weights;
    const std::uint8_t before = from.lines;
    if (before == 0) return 0;
    const bool same_line = gap == Gap::space || gap == Gap::wide || gap == Gap::none;
    if (manner_.align == Manner::Align::unknown) {
      if (same_line) return static_cast<float>(lines > 1 || before > 1 ? wrap_from_shared_line : 0);
      return static_cast<float>(before == 1 && lines == 1 && from.shared ? line_of_its_own : 0);
    }
    if (manner_.align == Manner::Align::marked) {
      if (before + lines == 2) return static_cast<float>(same_line ? expected_line : step_where_none);
      return static_cast<float>(same_line ? no_step : gap == Gap::beside ? expected_step : high_step);
    }
    const int halves = manner_.align == Manner::Align::centred ? before + lines - 2 : 2 * (before - 1);  // of a line, up
    if (halves == 0) return static_cast<float>(same_line ? expected_line : step_where_none);
    if (same_line) return static_cast<float>(before == 1 ? no_step_up : no_step);
    if (halves == 1 && gap == Gap::below) return static_cast<float>(before == 1 ? high_step_down_row : high_step);
    return static_cast<float>(halves > 1 && gap == Gap::beside ? low_step : expected_step);
  }

  /// How well each of the cells that begin at `word` fits into `column`; worked out once for all states there.
  const std::vector<float>& fits_in(std::size_t column, std::uint32_t word) {
    Fits& fits = fits_[column % fits_.size()];
    if (fits.column == column && fits.word == word && fits.known) return fits.scores;
    fits.column = column;
    fits.word = word;
    fits.known = true;
    fits.scores.clear();
    for (const GrownCell& cell : cells_) fits.scores.push_back(cell.text.score_in(columns_[column]));
    return fits.scores;
  }

  static float rest_fit(CellKind kind, float fit) {
    const bool figure = kind == CellKind::number || kind == CellKind::percent || kind == CellKind::code;
    return std::min(fit, 0.0F) + static_cast<float>(figure ? weights::rest_of_figure : 0);
  }

  float skip_cost(const State& from, std::size_t column) const {
    if (from.type == Type::rest) return 0;
    if (from.column == 0 && column > 0 && columns_.numbered())
      return static_cast<float>(weights::no_number) + columns_.empty(1, column);
    return columns_.empty(from.column, column);
  }

  /// The first `length` words of the row as its running number; false if longer ones need not be tried.
  bool place_number(State& state, std::size_t length) const {
    const Word& word = words_[state.word];
    if (length > 1) return false;
    const std::uint32_t number = running_number(word.text);
    if (number == 0 || (word.kind == CellKind::year && number != state.number + 1)) {
      state.score += static_cast<float>(is_total(word.text) ? weights::total_row : weights::not_a_number);
      return true;
    }
    double score = weights::next_number;
    if (number == state.number + 1 || (state.fresh && number == 1))
      score = weights::next_number;
    else if (state.fresh)
      score = weights::first_number_not_one;
    else
      score = number > state.number ? weights::jumped_number : weights::number_falls;
    state.score += static_cast<float>(score);
    state.number = number;
    state.fresh = false;
    return true;
  }

  /// States became many: true if the best one stands between rows, which then is where the search starts anew.
  bool cut(const std::vector<std::uint32_t>& here) const {
    if (here.empty()) return false;
    const auto best = std::max_element(here.begin(), here.end(),
                                       [&](std::uint32_t a, std::uint32_t b) { return states_[a].score < states_[b].score; });
    return states_[*best].column == 0;
  }

  void continue_from(std::vector<std::uint32_t>& here) {
    const auto best = *std::max_element(here.begin(), here.end(),
                                        [&](std::uint32_t a, std::uint32_t b) { return states_[a].score < states_[b].score; });
    emit(best);
    State state = states_[best];
    for (auto& bucket : ahead_) bucket.clear();
    for (auto& futures : futures_ahead_) futures.clear();
    states_.clear();
    state.parent = no_state;
    state.placed = row_end;
    states_.push_back(state);
    here.push_back(0);
  }

  void finish(const std::vector<std::uint32_t>& here) {
    std::uint32_t best = no_state;
    for (const std::uint32_t state : here) {
      if (states_[state].column == 0 && (best == no_state || states_[state].score > states_[best].score)) best = state;
    }
    if (best == no_state) return;
    result_.score = static_cast<double>(states_[best].score);
    emit(best);
  }

  /// Appends the rows on the way to `last`.
  void emit(std::uint32_t last) {
    std::vector<std::uint32_t> way;
    for (std::uint32_t state = last; state != no_state; state = states_[state].parent) way.push_back(state);
    const std::size_t width = columns_.count();
    bool open = false;
    for (std::size_t index = way.size() - 1; index-- > 0;) {
      const State& state = states_[way[index]];
      const WordRange range{states_[state.parent].word, state.word};
      if (state.placed == whole_line) {
        result_.rows.push_back({Type::group, static_cast<std::uint32_t>(result_.cells.size()), 1});
        result_.cells.push_back(range);
        continue;
      }
      if (state.placed == row_end) {
        open = false;
        continue;
      }
      if (!open) {
        result_.rows.push_back({state.type, static_cast<std::uint32_t>(result_.cells.size()), 1});
        result_.cells.resize(result_.cells.size() + width);
        open = true;
      }
      result_.cells[result_.rows.back().cells + state.placed] = range;
    }
  }

  struct GrownCell {
    CellText text;
    double score;
  };

  struct Fits {
    std::size_t column = 0;
    std::uint32_t word = 0;
    bool known = false;
    std::vector<float> scores;  // by length
  };

  const std::vector<Word>& words_;
  const std::vector<std::uint8_t>& marks_;
  const Columns& columns_;
  const Manner& manner_;
  std::array<Fits, 32> fits_;  // by column
  std::vector<State> states_;
  std::array<std::vector<std::uint32_t>, 64> ahead_;          // states by their next word, as far as a step goes
  std::array<std::vector<std::uint32_t>, 64> futures_ahead_;  // what each of those can still become
  std::array<float, 64> best_ahead_{};                        // the best score in each of them
  std::vector<GrownCell> cells_;
  float best_ = 0;
  Reading result_;
};

double range_score(const std::vector<Word>& words, const WordRange& range, const Column& column, const Manner& manner) {
  if (range.first == range.last) return static_cast<double>(column.empty);
  CellText cell(words, range.first);
  double wraps = 0;
  for (std::uint32_t at = range.first + 1; at < range.last; ++at) {
    cell.append(words[at]);
    if (words[at].gap == Gap::below || words[at].gap == Gap::beside) wraps += manner.wrap;
  }
  const double part = range.last < words.size() ? static_cast<double>(words[range.last].part) : 0.0;
  return cell.score() + wraps + part + static_cast<double>(cell.score_in(column));
}

/// How likely the borders of a row's cells are, against the best way to move one of them by a word.
void judge_row(const std::vector<Word>& words, const Columns& columns, const Manner& manner, Reading& reading, ReadRow& row) {
  if (row.type != ReadRow::Type::whole) return;
  double least = 20;
  const std::size_t first_column = columns.numbered() ? 1 : 0;
  for (std::size_t column = first_column; column + 1 < columns.count(); ++column) {
    const WordRange left = reading.cells[row.cells + column];
    const WordRange right = reading.cells[row.cells + column + 1];
    if (left.last != right.first || left.first == left.last || right.first == right.last) continue;
    const double now =
        range_score(words, left, columns[column], manner) + range_score(words, right, columns[column + 1], manner);
    for (const int move : {-1, 1}) {
      const std::uint32_t border = left.last + static_cast<std::uint32_t>(move);
      if (border <= left.first || border >= right.last) continue;
      const double then = range_score(words, {left.first, border}, columns[column], manner) +
                          range_score(words, {border, right.last}, columns[column + 1], manner);
      least = std::min(least, now - then);
    }
  }
  row.likelihood = 1 / (1 + std::exp(-least));
}

}  // namespace

Reading search_rows(const std::vector<Word>& words, const std::vector<std::uint8_t>& marks, const Columns& columns,
                    const Manner& manner) {
  if (words.empty() || columns.count() == 0) return {};
  return RowSearch(words, marks, columns, manner).search();
}

void judge_rows(const std::vector<Word>& words, const Columns& columns, const Manner& manner, Reading& reading) {
  for (ReadRow& row : reading.rows) judge_row(words, columns, manner, reading, row);
}

std::vector<SeenCell> seen_cells(const std::vector<Word>& words, const Reading& reading, std::size_t columns,
                                 std::size_t& rows) {
  std::vector<SeenCell> seen;
  rows = 0;
  for (const ReadRow& row : reading.rows) {
    if (row.type != ReadRow::Type::whole) continue;
    ++rows;
    for (std::size_t column = 0; column < columns; ++column) {
      const WordRange range = reading.cells[row.cells + column];
      if (range.first == range.last) continue;
      CellText cell(words, range.first);
      for (std::uint32_t at = range.first + 1; at < range.last; ++at) cell.append(words[at]);
      seen.push_back({column, cell.kind(), cell.widest_line(), cell.lines() > 1, cell.first(), cell.last(), cell.hash()});
    }
  }
  return seen;
}

}  // namespace reportal::raw
