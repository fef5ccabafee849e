#include "import/pdf/aligned_tables.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/text.h"

namespace reportal::pdf {
namespace {

constexpr float same_side = 4;              ///< points between sides that are one
constexpr float gap_of_line = 0.8F;         ///< ems between the columns of a single line
constexpr float gap_of_table = 0.5F;        ///< ems between columns that hold on many lines
constexpr std::size_t furniture = 2;        ///< lines that may stand between a table and the edge of its page
constexpr std::size_t longest_head = 4;     ///< lines of a header that is printed again on the next page
constexpr std::size_t longest_table = 400;  ///< lines on one page

bool has_columns(const PrintedLine& line) { return line.segments.size() > 1; }

/// Captions and notes stand beside tables, not in them.
bool begins_exhibit(const PrintedLine& line) {
  const std::string& text = line.segments.front().text;
  constexpr std::string_view words[] = {"表",     "续表",  "附表", "图",  "数据来源", "资料来源",
                                        "来源：", "来源:", "注：", "注:", "案例",     "【案例"};
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return text.starts_with(word); });
}

bool is_table_caption(const PrintedLine& line) {
  const std::string& text = line.segments.front().text;
  for (const std::string_view word : {"续表", "附表", "表"}) {
    if (!text.starts_with(word)) continue;
    const std::string_view behind = trim(std::string_view(text).substr(word.size()));
    return !behind.empty() && (is_ascii_digit(static_cast<unsigned char>(behind.front())) || word == "续表");
  }
  return false;
}

/// The distance that lines of one cell keep, where distances come in two sizes; nothing where they are all alike.
std::optional<float> inner_pitch(const std::vector<std::vector<PrintedLine>>& columns) {
  float least = std::numeric_limits<float>::max(), most = 0;
  for (const std::vector<PrintedLine>& lines : columns) {
    for (std::size_t at = 1; at < lines.size(); ++at) {
      const float distance = lines[at].middle - lines[at - 1].middle;
      least = std::min(least, distance);
      most = std::max(most, distance);
    }
  }
  if (most < least * 1.2F) return std::nullopt;
  return least;
}

/// Lines of one cell, by their place in its column.
struct CellLines {
  std::size_t column = 0;
  float top = 0, bottom = 0;
  std::vector<PrintedLine> lines;
};

void append_rows(const std::vector<PrintedLine>& lines, std::size_t first, std::size_t last, const std::vector<float>& gaps,
                 bool one_row, std::vector<std::vector<std::string>>& rows) {
  std::vector<std::vector<Word>> words(gaps.size() + 1);
  for (std::size_t at = first; at < last; ++at) {
    for (const Word& word : lines[at].words) {
      const float centre = (word.left() + word.right()) / 2;
      words[static_cast<std::size_t>(std::upper_bound(gaps.begin(), gaps.end(), centre) - gaps.begin())].push_back(word);
    }
  }
  std::vector<std::vector<PrintedLine>> columns;
  for (std::vector<Word>& column : words) columns.push_back(make_lines(std::move(column)));
  const std::optional<float> pitch = inner_pitch(columns);
  std::vector<CellLines> cells;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    for (PrintedLine& line : columns[column]) {
      const bool goes_on = !cells.empty() && cells.back().column == column &&
                           (one_row || (pitch && line.middle - cells.back().lines.back().middle <= *pitch * 1.1F));
      if (!goes_on) cells.push_back({column, line.middle - line.em * 0.4F, 0, {}});
      cells.back().bottom = line.middle + line.em * 0.4F;
      cells.back().lines.push_back(std::move(line));
    }
  }
  std::stable_sort(cells.begin(), cells.end(), [](const CellLines& a, const CellLines& b) { return a.top < b.top; });
  const std::size_t before = rows.size();
  float bottom = std::numeric_limits<float>::lowest();
  for (const CellLines& cell : cells) {
    if (rows.size() == before || (!one_row && (cell.top > bottom || !rows.back()[cell.column].empty()))) {
      rows.emplace_back(columns.size());
      bottom = cell.bottom;
    }
    bottom = std::max(bottom, cell.bottom);
    rows.back()[cell.column] = joined(cell.lines);
  }
}

class TableFinder {
 public:
  TableFinder(const std::vector<PrintedLine>& lines, const std::vector<Rule>& across) : lines_(lines) {
    for (const Rule& rule : across) {
      const auto below =
          std::find_if(lines.begin(), lines.end(), [&](const PrintedLine& line) { return line.middle > rule.at; });
      rules_.push_back({rule, static_cast<std::size_t>(below - lines.begin())});
    }
  }

  std::vector<AlignedTable> find() {
    for (std::size_t rule = 0; rule < rules_.size();) rule = take_ruled(rule);
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (is_table_caption(lines_[line])) take_captioned(line + 1);
    }
    std::sort(tables_.begin(), tables_.end(), [](const AlignedTable& a, const AlignedTable& b) { return a.first < b.first; });
    return std::move(tables_);
  }

 private:
  struct PlacedRule {
    Rule rule;
    std::size_t line;  ///< the first line below it
  };

  bool is_taken(std::size_t first, std::size_t last) const {
    return std::any_of(tables_.begin(), tables_.end(),
                       [&](const AlignedTable& table) { return first < table.last && table.first < last; });
  }

  /// The next rule of the same length, if nothing of another length stands between; rules_.size() if there is none.
  std::size_t next_rule(std::size_t at) const {
    constexpr float least_share = 0.3F;  // of its length: shorter ones underline words
    const Rule& rule = rules_[at].rule;
    for (std::size_t next = at + 1; next < rules_.size(); ++next) {
      const Rule& other = rules_[next].rule;
      if (std::abs(other.from - rule.from) < same_side && std::abs(other.to - rule.to) < same_side) return next;
      if (std::min(other.to, rule.to) - std::max(other.from, rule.from) > least_share * (rule.to - rule.from)) break;
    }
    return rules_.size();
  }

  /// Lines between two rules stand between their ends too, and leave gaps.
  bool is_band(std::size_t above, std::size_t below) const {
    const Rule& rule = rules_[above].rule;
    const std::size_t first = rules_[above].line, last = rules_[below].line;
    if (first == last || column_gaps(lines_, first, last, gap_of_line).empty()) return false;
    return std::all_of(
        lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.begin() + static_cast<std::ptrdiff_t>(last),
        [&](const PrintedLine& line) { return line.left() > rule.from - same_side && line.right() < rule.to + same_side; });
  }

  /// How far lines below `last` keep the gaps of [first, last).
  std::size_t grow_down(std::size_t first, std::size_t last) const {
    const std::size_t columns = column_gaps(lines_, first, last, gap_of_table).size();
    float farthest = 2.5F * lines_[last - 1].em;
    while (columns > 0 && last < lines_.size() && last - first < longest_table && !begins_exhibit(lines_[last])) {
      const float distance = lines_[last].middle - lines_[last - 1].middle;
      if (distance > farthest || lines_[last].em > 1.1F * lines_[first].em) break;
      if (column_gaps(lines_, first, last + 1, gap_of_table).size() < columns) break;
      farthest = std::max(farthest, distance * 1.3F);
      ++last;
    }
    return last;
  }

  /// How far lines above `first` keep the gaps of [first, last).
  std::size_t grow_up(std::size_t first, std::size_t last) const {
    const std::size_t columns = column_gaps(lines_, first, last, gap_of_table).size();
    while (columns > 0 && first > 0 && !begins_exhibit(lines_[first - 1])) {
      if (lines_[first].middle - lines_[first - 1].middle > 2.5F * lines_[first].em) break;
      if (column_gaps(lines_, first - 1, last, gap_of_table).size() < columns) break;
      --first;
    }
    return first;
  }

  /// A table with rules; returns the index of the rule to go on with. It may be open where the page ends or begins.
  std::size_t take_ruled(std::size_t top) {
    std::vector<std::size_t> cuts = {rules_[top].line};
    std::size_t bottom = top;
    for (std::size_t next = next_rule(top); next < rules_.size() && is_band(bottom, next); next = next_rule(next)) {
      bottom = next;
      cuts.push_back(rules_[next].line);
    }
    // Bands that are wide enough each by themselves may still not share their columns.
    const std::size_t closed_first = cuts.front(), closed_last = cuts.back();
    const bool has_bands = cuts.size() > 1;
    std::size_t first = closed_first, last = closed_last;
    if (has_bands) {
      last = grow_down(first, last);
      first = grow_up(first, last);
    } else if (first > 0 && first < lines_.size() && has_columns(lines_[first - 1])) {
      last = grow_down(first - 1, first);
      first = grow_up(first - 1, last);
    }
    if (last > closed_last && last + furniture < lines_.size()) last = closed_last;
    if (first < closed_first && (first > furniture || closed_first - first > longest_head)) first = closed_first;
    if (first < closed_first) cuts.insert(cuts.begin(), first);
    if (last > closed_last) cuts.push_back(last);
    if (cuts.size() > 1 && (has_bands || (first < closed_first && last > closed_last))) add(first, last, cuts);
    return std::max(bottom, top) + 1;
  }

  /// A table without rules begins below its caption, perhaps below its unit, with a line of column names.
  void take_captioned(std::size_t first) {
    for (std::size_t skipped = 0; skipped < 2 && first < lines_.size() && !has_columns(lines_[first]); ++skipped) ++first;
    if (first >= lines_.size() || !has_columns(lines_[first]) || begins_exhibit(lines_[first])) return;
    std::size_t last = grow_down(first, first + 1);
    // Lines at the end that fill the first column alone are text behind the table.
    while (last > first + 1 && !has_columns(lines_[last - 1]) && lines_[last - 1].left() < lines_[first].segments[1].left)
      --last;
    const auto columns = std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(first),
                                       lines_.begin() + static_cast<std::ptrdiff_t>(last), has_columns);
    if (columns >= 2 && !is_taken(first, last)) add(first, last, {first, last});
  }

  void add(std::size_t first, std::size_t last, const std::vector<std::size_t>& cuts) {
    constexpr std::size_t rows_with_rules = 5;  // so many rules: each row has its own
    const std::vector<float> gaps = column_gaps(lines_, first, last, gap_of_table);
    if (gaps.empty() || is_taken(first, last)) return;
    AlignedTable table{first, last, {}};
    for (std::size_t cut = 0; cut + 1 < cuts.size(); ++cut) {
      const bool head = cut == 0 && cuts.size() > 2;
      append_rows(lines_, cuts[cut], cuts[cut + 1], gaps, head || cuts.size() >= rows_with_rules, table.rows);
    }
    if (table.rows.size() > 1) tables_.push_back(std::move(table));
  }

  const std::vector<PrintedLine>& lines_;
  std::vector<PlacedRule> rules_;
  std::vector<AlignedTable> tables_;
};

}  // namespace

std::vector<AlignedTable> find_aligned_tables(const std::vector<PrintedLine>& lines, const std::vector<Rule>& across) {
  return TableFinder(lines, across).find();
}

}  // namespace reportal::pdf
