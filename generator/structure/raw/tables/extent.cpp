#include "structure/raw/tables/extent.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/tables/kinds.h"
#include "structure/raw/tables/words.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

// What a line's looks say: above zero for a row, below for running text.
constexpr double next_row = 6;
constexpr double first_row = 4;
constexpr double some_number = 1;
constexpr double each_cell = 1.6;  // for each cell behind the first that its spaces part, up to four
constexpr double wide_spaces = 1;
constexpr double beside_last = 3;  // a line end without the blank line that running text has
constexpr double short_line = 0.7;
constexpr double full_line = -1;
constexpr double with_comma = -2;
constexpr double text_goes_on = -2;
constexpr double ends_sentence_here = -3;
constexpr double long_unwrapped = -6;
constexpr double header_again = 8;
constexpr double give_up = 14;         // below the best sum
constexpr double least_sum = 1.5;      // of a body
constexpr double least_sum_given = 1;  // where the user gave its columns

constexpr std::uint32_t farthest_jump = 10;  // of running numbers

/// The running number that a line begins with; not a year, nor a count with its unit.
std::optional<std::uint32_t> row_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 5 && is_ascii_digit(static_cast<unsigned char>(text[digits]))) ++digits;
  if (digits == 0 || digits > 4) return std::nullopt;
  if (digits < text.size()) {
    std::size_t behind = digits;
    if (!is_space(next_character(text, behind)) || begins_with_unit(trim(text.substr(digits)))) return std::nullopt;
  }
  const std::string_view number = text.substr(0, digits);
  return kind_of(number) == CellKind::year ? std::nullopt : std::optional(running_number(number));
}

/// A comma or full stop of running text; a comma between digits is none.
bool holds_sentence(std::string_view text) {
  if (text.find("，") != npos || text.find("。") != npos) return true;
  for (std::size_t at = text.find(','); at != npos; at = text.find(',', at + 1)) {
    if (at + 1 < text.size() && !is_ascii_digit(static_cast<unsigned char>(text[at + 1]))) return true;
  }
  return false;
}

bool is_continuation_mark(std::string_view text) {
  if (text.size() > 30) return false;
  const std::string plain = without_space(text);
  for (const std::string_view mark : {"续表", "（续表）", "(续表)", "续上表", "（续上表）", "接上表", "（接上表）", "表续"}) {
    if (plain == mark) return true;
  }
  return false;
}

class ExtentFinder {
 public:
  ExtentFinder(std::vector<Line>& lines, Captions& captions, const Widths& widths, const Metadata& metadata)
      : lines_(lines), captions_(captions), widths_(widths), metadata_(metadata), extents_(captions.captions.size()) {}

  std::vector<TableExtent> find() {
    captions_below_ = stand_captions_below();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::table)
        take_behind_caption(at);
      else if (is_given_row(at))
        take_given(at);
      else if (lines_[at].kind == LineKind::text && begins_written_table(at))
        take_written(at);
      else if (lines_[at].kind == LineKind::text)
        resume(at);
    }
    for (const std::uint32_t at : above_caption_) give_to_table_before(at);
    return std::move(extents_);
  }

 private:
  bool is_given_row(std::size_t at) const { return lines_[at].kind == LineKind::table_body && lines_[at].given; }

  void take_behind_caption(std::size_t caption) {
    const std::uint32_t detail = lines_[caption].detail;
    std::size_t table = detail;
    std::size_t at = caption + 1;
    while (at < lines_.size() && lines_[at].kind == LineKind::more) ++at;
    const Caption& printed = captions_.captions[detail];
    if (printed.continued && captions_below_) return;  // taken with the caption below
    if (printed.continued) {
      const auto earlier = printed.number.empty() ? by_number_.end() : by_number_.find(printed.number);
      if (earlier != by_number_.end()) {
        table = earlier->second;
        extents_[detail].continues = true;
        for (std::size_t line = caption; line < at; ++line) extents_[table].body.push_back(static_cast<std::uint32_t>(line));
      }
    }
    if (table == detail) by_number_[printed.number] = detail;
    if (captions_below_) {
      take_before(table, caption);
    } else {
      const std::size_t end = run_of_rows(at, table, 0);
      take(table, at, end);
    }
  }

  bool is_written_row(std::size_t at) const {
    return at < lines_.size() && lines_[at].kind == LineKind::text && lines_[at].text.size() > 2 &&
           lines_[at].text.starts_with("|") && lines_[at].text.ends_with("|");
  }

  /// A header between | and the rule below it, as Markdown writes tables.
  bool begins_written_table(std::size_t at) const {
    return is_written_row(at) && is_written_row(at + 1) && lines_[at + 1].text.find("--") != npos &&
           lines_[at + 1].text.find_first_not_of("|-: ") == npos;
  }

  void take_written(std::size_t at) {
    std::size_t end = at + 1;
    while (is_written_row(end)) ++end;
    lines_[at].kind = LineKind::table;
    lines_[at].detail = static_cast<std::uint32_t>(captions_.captions.size());
    captions_.captions.emplace_back();
    extents_.emplace_back();
    extents_.back().begins_on_caption = true;
    take(extents_.size() - 1, at + 1, end);
    last_table_ = no_line;
  }

  /// More captions have rows before them than behind them.
  bool stand_captions_below() {
    constexpr double sure = 6;
    std::size_t below = 0, above = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      // A continuation stands between rows of one table.
      if (lines_[at].kind != LineKind::table || captions_.captions[lines_[at].detail].continued) continue;
      const double before = rows_before(at).sum;
      std::size_t behind = at + 1;
      while (behind < lines_.size() && lines_[behind].kind == LineKind::more) ++behind;
      double after = 0;
      for (double sum = 0;
           behind < lines_.size() && lines_[behind].kind == LineKind::text && sum > after - give_up && after < sure; ++behind) {
        sum += looks(behind, behind, 0);
        after = std::max(after, sum);
      }
      if (before >= sure && before > after) ++below;
      if (after >= least_sum && after >= before) ++above;
    }
    return below > above;
  }

  struct RowsBefore {
    std::size_t first = 0;               ///< line
    double sum = 0;                      ///< what speaks for rows
    std::vector<std::size_t> rescued;    ///< rows that were taken for page numbers or headings
    std::vector<std::size_t> continued;  ///< captions of a continuation
  };

  /// The rows that end before the caption.
  RowsBefore rows_before(std::size_t caption) const {
    RowsBefore found;
    found.first = caption;
    double sum = 0;
    std::uint32_t next_number = 0;
    for (std::size_t at = caption; at-- > 0 && sum > found.sum - give_up;) {
      const Line& line = lines_[at];
      const auto number = row_number(line.text);
      const bool counts_on = number && next_number > 0 && *number + 1 == next_number;
      if (line.kind == LineKind::table && captions_.captions[line.detail].continued) {
        found.continued.push_back(at);
        continue;
      }
      if (is_given_row(at)) {
        found.sum = sum = std::max(found.sum, sum) + next_row;
        found.first = at;
        if (number) next_number = *number;
        continue;
      }
      if (line.kind != LineKind::text && !(counts_on && may_be_row(line))) {
        if (line.kind == LineKind::noise) continue;
        break;
      }
      if (line.kind != LineKind::text) found.rescued.push_back(at);
      if (number && (next_number == 0 || counts_on)) next_number = *number;
      sum += looks(at, at, counts_on ? *number - 1 : 0);
      if (sum <= found.sum) continue;
      found.sum = sum;
      found.first = at;
    }
    if (found.sum < least_sum) found.first = caption;
    return found;
  }

  /// A line that begins with the number that rows call for, although it was taken for something else.
  static bool may_be_row(const Line& line) {
    if (line.given) return false;
    if (line.kind == LineKind::noise) return running_number(line.text) != 0;
    return line.kind == LineKind::heading && count_clear_cells(line.text) > 1;
  }

  void take_before(std::size_t table, std::size_t caption) {
    RowsBefore rows = rows_before(caption);
    rescued_ = std::move(rows.rescued);
    for (const std::size_t at : rows.continued) {
      if (at < rows.first) continue;
      extents_[lines_[at].detail].continues = true;
      extents_[table].body.push_back(static_cast<std::uint32_t>(at));
    }
    take(table, rows.first, caption);
    for (const std::uint32_t at : above_caption_) {
      if (at < rows.first) extents_[table].body.push_back(at);
    }
    above_caption_.clear();
    std::sort(extents_[table].body.begin(), extents_[table].body.end());
  }

  /// The end of the rows that begin at `begin`: where the most speaks for rows and the least for text.
  std::size_t run_of_rows(std::size_t begin, std::size_t table, double start) {
    double sum = start;
    const bool given = metadata_.tables.contains(captions_.captions[table].number);
    double best = std::max(given ? least_sum_given : least_sum, start);
    std::size_t end = begin;
    std::uint32_t number = last_number_of(table);
    std::uint32_t number_at_end = number;
    const Line* header = header_of(table, begin);
    bool open = false;  // lines stand behind `end` that may be text
    rescued_.clear();
    for (std::size_t at = begin; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::noise) {
        if (at > begin && !lines_[at].given && is_row_number(at, number)) {
          rescued_.push_back(at);
          ++number;
        }
        continue;
      }
      const bool sure = is_given_row(at);
      if (sure ? open : lines_[at].kind != LineKind::text || (begins_written_table(at) && at != begin)) break;
      if (header != nullptr && header != &lines_[at] && header->text == lines_[at].text) {
        sum += header_again;
      } else {
        sum += looks(at, begin, number);
        const auto found = row_number(lines_[at].text);
        if (found && (*found == 1 || (*found > number && *found <= number + farthest_jump))) number = *found;
      }
      open = !sure && sum <= best;
      if (!open) {
        best = sum = std::max(best, sum);
        end = at + 1;
        number_at_end = number;
      }
      if (sum < best - give_up) break;
    }
    numbers_[table] = number_at_end;
    return end;
  }

  /// A number alone on its line that was taken for a page's is the next row's, if that does not come behind it.
  bool is_row_number(std::size_t at, std::uint32_t last) const {
    constexpr std::size_t farthest = 40;
    if (row_number(lines_[at].text) != last + 1 || running_number(lines_[at].text) == 0) return false;
    for (std::size_t next = at + 1; next < lines_.size() && next < at + farthest; ++next) {
      const auto number = row_number(lines_[next].text);
      if (number == last + 1) return false;
      if (number == last + 2) return true;
      if (lines_[next].kind != LineKind::text && lines_[next].kind != LineKind::noise) break;
    }
    const std::size_t next = next_content(lines_, at);
    return next != no_line && lines_[next].kind == LineKind::text && !lines_[next].page_start;
  }

  const Line* header_of(std::size_t table, std::size_t begin) const {
    for (const std::uint32_t line : extents_[table].body) {
      if (lines_[line].kind == LineKind::table_body) return &lines_[line];
    }
    return begin < lines_.size() && count_clear_cells(lines_[begin].text) > 1 ? &lines_[begin] : nullptr;
  }

  std::uint32_t last_number_of(std::size_t table) const {
    const auto found = numbers_.find(table);
    return found == numbers_.end() ? 0 : found->second;
  }

  /// What the line at `at` looks like, when `last` is the number of the last row.
  double looks(std::size_t at, std::size_t begin, std::uint32_t last) const {
    const Line& line = lines_[at];
    double sum = 0;
    const auto number = row_number(line.text);
    if (number && *number == last + 1)
      sum += last == 0 ? first_row : next_row;
    else if (number)
      sum += some_number;
    const bool comma = holds_sentence(line.text);
    const bool full = widths_.wrapped && line.width + 8 >= widths_.text;
    const std::size_t cells =
        line.width < 400 && !(comma && !number && (full || line.text.ends_with("。"))) ? count_clear_cells(line.text) : 1;
    if (cells > 1) sum += each_cell * static_cast<double>(std::min<std::size_t>(cells, 4) - 1);
    if (cells > 1 && line.text.find("  ") != npos) sum += wide_spaces;
    if (at > begin && line.blanks < widths_.line_gap && !line.page_start) sum += beside_last;
    if (line.text.ends_with("。")) sum += ends_sentence_here;
    if (comma && cells < 2 && !number && !full) sum += with_comma;
    if (!widths_.wrapped) return sum + (comma && line.width > 80 ? long_unwrapped : short_line);
    if (line.width + 8 < widths_.text) return sum + (line.width * 10 < widths_.text * 7 ? short_line : 0);
    sum += full_line + (comma ? with_comma : 0);
    const std::size_t next = next_content(lines_, at);
    const bool goes_on = next != no_line && is_running(lines_[next]) && lines_[next].width + 8 >= widths_.text;
    return sum + (goes_on && cells < 2 && !number ? text_goes_on : 0);
  }

  void take(std::size_t table, std::size_t begin, std::size_t end) {
    for (const std::size_t at : rescued_) {
      if (at >= begin && at < end) lines_[at].kind = LineKind::text;
    }
    for (std::size_t at = begin; at < end; ++at) {
      if (!is_given_row(at) && lines_[at].kind != LineKind::text) continue;
      lines_[at].kind = LineKind::table_body;
      extents_[table].body.push_back(static_cast<std::uint32_t>(at));
    }
    if (!extents_[table].body.empty()) last_table_ = table;
    table_before_ = table;
  }

  /// A row by an editor's word that no run of rows holds goes to the table before it, or to the one whose caption comes below.
  void take_given(std::size_t at) {
    if (captions_below_)
      above_caption_.push_back(static_cast<std::uint32_t>(at));
    else
      give_to_table_before(at);
  }

  /// Where there is no table, the row is text.
  void give_to_table_before(std::size_t at) {
    if (table_before_ == no_line) {
      lines_[at].kind = LineKind::prose;
      return;
    }
    const std::vector<std::uint32_t>& body = extents_[table_before_].body;
    if (!body.empty() && body.back() >= at) return;
    rescued_.clear();
    take(table_before_, at, at + 1);
  }

  /// A table that other text cut in two: its header comes back, or a mark says that it goes on.
  void resume(std::size_t at) {
    if (last_table_ == no_line || captions_below_) return;
    std::size_t begin = at;
    if (is_continuation_mark(lines_[at].text)) {
      begin = next_content(lines_, at);
      if (begin == no_line || lines_[begin].kind != LineKind::text) return;
    } else if (!header_returns(at)) {
      return;
    }
    take(last_table_, at, std::max(begin, run_of_rows(begin, last_table_, header_again)));
  }

  /// The lines before row 1 of the last table stand here again, and a row that fits follows.
  bool header_returns(std::size_t at) const {
    constexpr std::size_t longest = 10;
    const std::vector<std::uint32_t>& body = extents_[last_table_].body;
    if (lines_[body[0]].kind != LineKind::table_body) return false;
    if (lines_[body[0]].text != lines_[at].text) return false;
    std::size_t length = 0;
    while (length < body.size() && length < longest && row_number(lines_[body[length]].text) != std::optional<std::uint32_t>(1))
      ++length;
    const bool numbered = length < body.size() && length < longest;
    if (!numbered) return count_clear_cells(lines_[at].text) > 1 && lines_[at].page_start;
    for (std::size_t line = 0; line < length; ++line) {
      if (at + line >= lines_.size() || lines_[at + line].text != lines_[body[line]].text) return false;
    }
    return at + length < lines_.size() && row_number(lines_[at + length].text) == last_number_of(last_table_) + 1;
  }

  std::vector<Line>& lines_;
  Captions& captions_;
  const Widths& widths_;
  const Metadata& metadata_;
  std::vector<TableExtent> extents_;
  std::map<std::string, std::size_t> by_number_;
  std::map<std::size_t, std::uint32_t> numbers_;  // the last running number by table
  std::vector<std::size_t> rescued_;              // row numbers of the run that were taken for noise
  std::size_t last_table_ = no_line;              // with rows
  std::size_t table_before_ = no_line;            // with or without
  std::vector<std::uint32_t> above_caption_;      // rows by an editor's word whose caption comes below
  bool captions_below_ = false;
};

}  // namespace

std::vector<TableExtent> find_extents(std::vector<Line>& lines, Captions& captions, const Widths& widths,
                                      const Metadata& metadata) {
  return ExtentFinder(lines, captions, widths, metadata).find();
}

}  // namespace reportal::raw
