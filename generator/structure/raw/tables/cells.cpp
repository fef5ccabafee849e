#include "structure/raw/tables/cells.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/tables/aligned.h"
#include "structure/raw/tables/cell_text.h"
#include "structure/raw/tables/header.h"
#include "structure/raw/tables/merged.h"
#include "structure/raw/tables/plain_rows.h"
#include "structure/raw/tables/rows.h"
#include "structure/raw/tables/separated.h"
#include "structure/raw/tables/weights.h"

namespace reportal::raw {
namespace {

constexpr std::size_t words_to_choose = 160;  // read to choose between headers
constexpr std::size_t words_to_learn = 4000;  // read to learn what the columns hold
constexpr int rounds = 1;                     // of reading and learning, behind those that chose the header

/// The ways in which cells are printed: one behind the other, centred in their row or at its top, or line by line across the
/// row.
std::vector<Manner> manners(const BodyStyle& style) {
  const Manner across{Manner::Align::unknown, weights::wrap_line_by_line, weights::rest_line_by_line};
  if (!style.has_blanks) return {{}, across};  // lines across the row follow each other with equal gaps
  return {{Manner::Align::centred}, {Manner::Align::top}, {Manner::Align::marked}, {}};
}

/// The words behind a header, without the header where it is printed again.
struct Body {
  std::vector<Word> words;
  std::vector<std::uint8_t> marks;  // by line
};

struct LikelyHeader {
  HeaderReading header;
  std::optional<Reading> reading;  ///< of the whole body in the plain manner, where the body is that short
};

class CellReader {
 public:
  CellReader(const std::vector<BodyLine>& lines, const std::vector<std::string>& given)
      : lines_(lines), given_(given), style_(learn_style(lines)) {}

  CellRows read() {
    choose_header();
    if (!header_) return std::move(result_);
    const Body body = take_body(*header_, static_cast<std::size_t>(-1));
    Columns columns = std::move(*columns_);
    if (body.words.size() > words_to_learn) {
      const Body sample = take_body(*header_, words_to_learn);
      for (int round = 0; round < rounds; ++round) learn(sample, columns);
    } else {
      for (int round = 0; round < rounds; ++round) learn(body, columns);
    }
    Reading reading = search_rows(body.words, body.marks, columns, manner_);
    judge_rows(body.words, columns, manner_, reading);
    compose(body, columns, reading);
    return std::move(result_);
  }

 private:
  /// Reads the first rows under every likely header, in the manner that suits it; the most likely of all is taken.
  void choose_header() {
    double best = 0, second = -1e9;
    std::vector<LikelyHeader> likely = likely_headers();
    Body body;
    const HeaderReading* taken = nullptr;
    for (LikelyHeader& one : likely) {
      const HeaderReading& header = one.header;
      if (taken == nullptr || !on_same_lines(*taken, header)) body = take_body(header, words_to_choose);
      taken = &header;
      Columns columns(header.names, header.numbered);
      Manner manner;
      relearn(body, search_in_best_manner(body, columns, std::move(one.reading), manner), columns);
      double score = 0;  // there is nothing to hold a single header against
      if (likely.size() > 1)
        score = header.score + search_rows(body.words, body.marks, columns, manner).score + empty_columns(columns);
      if (header_ && score <= best) {
        second = std::max(second, score);
        continue;
      }
      if (header_) second = best;
      best = score;
      manner_ = manner;
      header_ = header;
      columns_ = std::move(columns);
    }
    margin_ = best - second;
  }

  /// `plain`: the reading in the plain manner, if it is known.
  Reading search_in_best_manner(const Body& body, const Columns& columns, std::optional<Reading> plain, Manner& best) const {
    Reading reading;
    bool any = false;
    for (const Manner& manner : manners(style_)) {
      const bool known = plain && manner.align == Manner::Align::unknown && manner.wrap == 0 && manner.rest == 0;
      Reading other = known ? std::move(*plain) : search_rows(body.words, body.marks, columns, manner);
      if (any && other.score <= reading.score) continue;
      any = true;
      reading = std::move(other);
      best = manner;
    }
    return reading;
  }

  /// The headers under which a few rows, read once, come out best.
  std::vector<LikelyHeader> likely_headers() {
    constexpr std::size_t most = 3;
    constexpr std::size_t few_words = 90;
    constexpr double far_behind = 14;
    std::vector<HeaderReading> headers = propose_headers(lines_, style_, given_);
    std::vector<std::pair<double, std::size_t>> scores;
    std::vector<std::optional<Reading>> readings(headers.size());
    Body body;
    for (std::size_t at = 0; at < headers.size(); ++at) {
      if (at == 0 || !on_same_lines(headers[at - 1], headers[at])) body = take_body(headers[at], few_words);
      if (body.words.empty()) {
        keep_names(headers[at]);
        continue;
      }
      const Columns columns(headers[at].names, headers[at].numbered);
      Reading reading = search_rows(body.words, body.marks, columns, {});
      scores.emplace_back(headers[at].score + reading.score, at);
      if (body.words.size() < few_words) readings[at] = std::move(reading);
    }
    std::stable_sort(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (scores.size() > most) scores.resize(most);
    while (scores.size() > 1 && scores.back().first < scores.front().first - far_behind) scores.pop_back();
    std::vector<LikelyHeader> likely;
    for (const auto& [score, at] : scores) likely.push_back({std::move(headers[at]), std::move(readings[at])});
    return likely;
  }

  /// Then their bodies are the same.
  static bool on_same_lines(const HeaderReading& left, const HeaderReading& right) {
    return left.first == right.first && left.last == right.last;
  }

  /// Columns that hardly ever hold anything are mostly a name cut in two.
  static double empty_columns(const Columns& columns) {
    double score = 0;
    for (std::size_t column = 0; column < columns.count(); ++column) {
      if (columns[column].filled < columns[column].empty - 1) score += weights::mostly_empty_column;
    }
    return score;
  }

  /// A header without rows.
  void keep_names(const HeaderReading& header) {
    if (!result_.columns.empty() && header.score <= names_score_) return;
    names_score_ = header.score;
    result_.columns = header.names;
  }

  void learn(const Body& body, Columns& columns) const {
    relearn(body, search_rows(body.words, body.marks, columns, manner_), columns);
  }

  static void relearn(const Body& body, const Reading& reading, Columns& columns) {
    std::size_t rows = 0;
    const std::vector<SeenCell> cells = seen_cells(body.words, reading, columns.count(), rows);
    columns.learn(cells, rows);
  }

  Body take_body(const HeaderReading& header, std::size_t most_words) const {
    Body body;
    body.marks.assign(lines_.size() + 1, 0);
    bool broken = false;
    for (std::uint32_t at = header.last; at < lines_.size() && body.words.size() < most_words;) {
      if (repeats_header(header, at)) {
        if (at > 0) body.marks[at - 1] |= before_header;
        at += header.last - header.first;
        broken = true;
        continue;
      }
      if (broken || lines_[at].page_start) body.marks[at] |= behind_break;
      broken = false;
      append_words(lines_, at, style_, body.words);
      ++at;
    }
    return body;
  }

  bool repeats_header(const HeaderReading& header, std::uint32_t at) const {
    const std::uint32_t count = header.last - header.first;
    if (count == 0 || at + count > lines_.size()) return false;
    for (std::uint32_t line = 0; line < count; ++line) {
      if (lines_[at + line].text != lines_[header.first + line].text) return false;
    }
    return true;
  }

  void compose(const Body& body, const Columns& columns, const Reading& reading) {
    result_.columns = given_.empty() ? header_->names : given_;
    if (std::all_of(result_.columns.begin(), result_.columns.end(), [](const std::string& name) { return name.empty(); }))
      result_.columns.clear();
    for (std::uint32_t line = 0; line < header_->first; ++line)
      result_.rows.push_back({{std::string(lines_[line].text)}, true});
    double likelihood = 0;
    double whole = 0;
    for (const ReadRow& row : reading.rows) {
      if (row.type == ReadRow::Type::group) {
        const WordRange range = reading.cells[row.cells];
        result_.rows.push_back({{join_words(body.words, range.first, range.last)}, true});
        continue;
      }
      CellRow cells;
      for (std::size_t column = 0; column < columns.count(); ++column) {
        const WordRange range = reading.cells[row.cells + column];
        cells.cells.push_back(join_words(body.words, range.first, range.last));
      }
      if (row.type == ReadRow::Type::rest && append_rest(cells)) continue;
      likelihood += row.likelihood * (is_anchored(body, columns, reading, row) ? 1 : weights::no_anchor);
      whole += 1;
      result_.rows.push_back(std::move(cells));
    }
    fill_merged(result_.rows, columns.numbered());
    const double average = body.words.empty() ? 0 : reading.score / static_cast<double>(body.words.size());
    const double shape = std::clamp(1.6 + average / 2, 0.0, 1.0);
    const double header = given_.empty() ? 1 / (1 + std::exp(-margin_)) : 1;
    result_.confidence = whole > 0 ? likelihood / whole * shape * header : 0;
  }

  /// Something beside the gaps says where the row begins: its number, a figure or date in a column of such, or a line of its
  /// own.
  static bool is_anchored(const Body& body, const Columns& columns, const Reading& reading, const ReadRow& row) {
    const WordRange* cells = reading.cells.data() + row.cells;
    if (columns.numbered()) return cells[0].first != cells[0].last;
    bool one_line = true;
    const WordRange* last = nullptr;
    for (std::size_t column = 0; column < columns.count(); ++column) {
      const WordRange& cell = cells[column];
      if (cell.first == cell.last) continue;
      const CellKind kind = body.words[cell.first].kind;
      if (kind >= CellKind::number && kind <= CellKind::year) return true;
      if (last != nullptr && body.words[last->first].line != body.words[cell.last - 1].line) one_line = false;
      if (last == nullptr) last = &cell;
    }
    return one_line;
  }

  /// The pieces go on with the cells of the row before.
  bool append_rest(const CellRow& rest) {
    if (result_.rows.empty() || result_.rows.back().group) return false;
    CellRow& row = result_.rows.back();
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      std::string& cell = row.cells[column];
      if (rest.cells[column].empty()) continue;
      if (!cell.empty()) cell += joint(last_character(cell), first_character(rest.cells[column]));
      cell += rest.cells[column];
    }
    return true;
  }

  const std::vector<BodyLine>& lines_;
  const std::vector<std::string>& given_;
  const BodyStyle style_;
  std::optional<HeaderReading> header_;
  std::optional<Columns> columns_;
  Manner manner_;
  double margin_ = 0;
  double names_score_ = 0;
  CellRows result_;
};

}  // namespace

CellRows read_cells(const std::vector<BodyLine>& lines, const std::vector<std::string>& columns) {
  if (auto separated = read_separated(lines, columns)) return std::move(*separated);
  if (learn_style(lines).has_wide) {
    if (auto aligned = read_aligned(lines, columns)) return std::move(*aligned);
  }
  if (auto plain = read_plain_rows(lines, columns)) return std::move(*plain);
  return CellReader(lines, columns).read();
}

}  // namespace reportal::raw
