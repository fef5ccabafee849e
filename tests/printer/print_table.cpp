#include "print_table.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "chinese/characters.h"
#include "random.h"
#include "typeset.h"

namespace reportal::printer {
namespace {

using Cells = std::vector<std::string>;
enum class Layout : std::uint8_t { printed, cell_a_line, aligned, tabs, narrow };

/// Characters a column of this kind has, in a table of usual and of narrow columns.
std::uint32_t column_width(ColumnKind kind, bool narrow) {
  switch (kind) {
    case ColumnKind::number:
      return narrow ? 1 : 3;
    case ColumnKind::title:
      return narrow ? 9 : 15;
    case ColumnKind::unit:
      return narrow ? 7 : 11;
    case ColumnKind::person:
      return 4;
    case ColumnKind::persons:
      return narrow ? 6 : 9;
    case ColumnKind::code:
      return 4;
    case ColumnKind::date:
      return narrow ? 4 : 6;
    case ColumnKind::level:
      return narrow ? 4 : 6;
    case ColumnKind::name:
      return narrow ? 6 : 8;
    case ColumnKind::count:
    case ColumnKind::percent:
      return narrow ? 3 : 4;
  }
  return 8;
}

/// Kinds whose cells cannot be taken for those of another column, so that an empty one shows.
bool shows_when_empty(const TableContent& table, std::size_t column) {
  const ColumnKind kind = table.columns[column].kind;
  if (kind != ColumnKind::code && kind != ColumnKind::date && kind != ColumnKind::level && kind != ColumnKind::percent)
    return false;
  return std::count_if(table.columns.begin(), table.columns.end(), [&](const Column& other) { return other.kind == kind; }) ==
         1;
}

class TablePrinter {
 public:
  TablePrinter(const TableContent& table, std::uint64_t seed, std::string_view continued, const Style& style, int percent,
               std::uint32_t width, Pages& pages, TableAccount& account)
      : table_(table),
        seed_(seed),
        continued_(continued),
        style_(style),
        percent_(percent),
        pages_(pages),
        account_(account),
        random_(seed),
        layout_(static_cast<Layout>(style[Dimension::table_layout])) {
    for (const Column& column : table.columns) widths_.push_back(column_width(column.kind, layout_ == Layout::narrow));
    std::uint32_t all = 0;
    for (const std::uint32_t one : widths_) all += one;
    const auto widest = std::max_element(widths_.begin(), widths_.end());
    if (all < width && layout_ != Layout::narrow) *widest += std::min<std::uint32_t>(width - all, 8);
  }

  void print() {
    Cells names;
    for (const Column& column : table_.columns) names.push_back(column.name);
    for (const std::string& name : names) account_.columns += squeezed(name) + "|";
    print_row(names);
    for (std::size_t at = 0; at < table_.rows.size(); ++at) {
      break_page(names);
      const Row& row = table_.rows[at];
      if (row.group)
        print_group(row, at);
      else
        at = print_rows(at);
    }
  }

 private:
  bool counts() const { return table_.columns[0].kind == ColumnKind::number; }

  void break_page(const Cells& names) {
    if (!pages_.full()) return;
    pages_.end_page();
    const std::size_t style = style_[Dimension::table_break];
    if (style == 2 && !continued_.empty()) pages_.line(continued_, Pages::Gap::block);
    if (style != 1) print_row(names);
  }

  void print_group(const Row& row, std::size_t at) {
    if (style_[Dimension::table_groups] == 0 || at + 1 == table_.rows.size()) return;
    if (style_.name(Dimension::table_groups) == "counting-anew") number_ = 0;
    account_.rows.push_back({squeezed(row.cells[0])});
    pages_.line(row.cells[0], Pages::Gap::line, layout_ == Layout::aligned ? "            " : "");
  }

  /// Prints the row at `at`, and those that are merged with it; returns the index of the last one printed.
  std::size_t print_rows(std::size_t at) {
    std::size_t last = at;
    while (merges() && last + 1 < table_.rows.size() && table_.rows[last + 1].merged && last < at + 3) ++last;
    std::vector<Cells> rows;
    ++number_;
    for (std::size_t row = at; row <= last; ++row) rows.push_back(filled(row));
    const bool whole = std::all_of(rows.begin(), rows.end(), [&](const Cells& row) { return in_single_lines(row); });
    if (last == at || !whole) {
      rows.resize(1);
      last = at;
    }
    for (const Cells& row : rows) {
      Cells account;
      for (const std::string& cell : row) account.push_back(squeezed(cell));
      account_.rows.push_back(std::move(account));
    }
    if (last == at) {
      print_row(rows[0]);
      return at;
    }
    pages_.line(rows[0][0], Pages::Gap::line);
    for (Cells& row : rows) {
      row.erase(row.begin());
      print_line(row, row == rows[0] ? Pages::Gap::none : Pages::Gap::line);
    }
    return last;
  }

  bool merges() const {
    return style_[Dimension::table_merged] == 1 && counts() && (layout_ == Layout::printed || layout_ == Layout::narrow) &&
           style_[Dimension::table_empty] == 0;
  }

  Cells filled(std::size_t at) {
    Cells cells = table_.rows[at].cells;
    if (counts()) cells[0] = std::to_string(number_);
    const std::string_view empty = style_.name(Dimension::table_empty);
    Random random(seed_ + at);
    if (empty != "none" && random.chance(15)) {
      const std::size_t column = 1 + random.below(cells.size() - 1);
      const bool positions = layout_ == Layout::aligned || layout_ == Layout::tabs;
      if (empty == "dashes")
        cells[column] = random.chance(50) ? "—" : "/";
      else if (column > 1 && (positions || shows_when_empty(table_, column)))
        cells[column].clear();
    }
    for (std::string& cell : cells) cell = with_digit_spaces(cell, percent_, random.next());
    return cells;
  }

  std::vector<std::string> lines_of(const std::string& cell, std::size_t column) const {
    if (cell.empty()) return {};
    Setting setting;
    setting.width = widths_[column];
    setting.edge = Setting::Edge::push_out;
    setting.digit_space_percent = percent_;
    setting.seed = seed_ + column;
    std::vector<std::string> lines;
    for (SetLine& line : typeset(cell, setting)) lines.push_back(std::move(line.text));
    return lines;
  }

  bool in_single_lines(const Cells& cells) const {
    for (std::size_t column = 1; column < cells.size(); ++column) {
      if (lines_of(cells[column], column).size() != 1) return false;
    }
    return true;
  }

  void print_row(const Cells& cells) {
    switch (layout_) {
      case Layout::printed:
      case Layout::narrow:
        return print_printed(cells);
      case Layout::aligned:
        return print_aligned(cells);
      case Layout::tabs: {
        std::string line;
        for (std::size_t column = 0; column < cells.size(); ++column)
          line.append(column == 0 ? "" : "\t").append(cells[column]);
        pages_.line(line, Pages::Gap::line);
        return;
      }
      case Layout::cell_a_line:
        for (const std::string& cell : cells) {
          if (!cell.empty()) pages_.line(cell, Pages::Gap::line);
        }
    }
  }

  void print_line(const Cells& cells, Pages::Gap gap) {
    std::string line;
    for (const std::string& cell : cells) {
      if (!cell.empty()) line.append(line.empty() ? "" : " ").append(cell);
    }
    if (!line.empty()) pages_.line(line, gap);
  }

  void print_printed(const Cells& cells) {
    Cells beside;  // cells of one line, not printed yet
    bool first = true;
    const auto flush = [&] {
      if (beside.empty()) return;
      print_line(beside, first ? Pages::Gap::line : Pages::Gap::none);
      first = false;
      beside.clear();
    };
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const std::vector<std::string> lines = lines_of(cells[column], column);
      if (lines.size() <= 1) {
        if (!lines.empty()) beside.push_back(lines[0]);
        continue;
      }
      flush();
      for (std::size_t line = 0; line < lines.size(); ++line) {
        pages_.line(lines[line], line == 0 && !first ? Pages::Gap::none : Pages::Gap::line);
      }
      first = false;
    }
    flush();
  }

  void print_aligned(const Cells& cells) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      columns.push_back(lines_of(cells[column], column));
      height = std::max(height, columns.back().size());
    }
    for (std::size_t row = 0; row < height; ++row) {
      std::string line;
      std::size_t start = 0;
      for (std::size_t column = 0; column < columns.size(); ++column) {
        const std::size_t above = (height - columns[column].size()) / 2;
        if (row >= above && row - above < columns[column].size()) {
          const auto used = static_cast<std::size_t>(display_width(line));
          line.append(std::max<std::size_t>(start > used ? start - used : 0, used == 0 ? 0 : 2), ' ');
          line += columns[column][row - above];
        }
        start += widths_[column] * 2 + 3;
      }
      const std::size_t text = line.find_first_not_of(' ');
      if (text == std::string::npos) continue;
      pages_.line(line.substr(text), Pages::Gap::line, line.substr(0, text));
    }
  }

  const TableContent& table_;
  std::uint64_t seed_;
  std::string_view continued_;
  const Style& style_;
  int percent_;
  Pages& pages_;
  TableAccount& account_;
  Random random_;
  Layout layout_;
  std::vector<std::uint32_t> widths_;
  std::uint32_t number_ = 0;
};

}  // namespace

void print_table(const TableContent& table, std::uint64_t seed, std::string_view continued, const Style& style,
                 int digit_space_percent, std::uint32_t width, Pages& pages, TableAccount& account) {
  TablePrinter(table, seed, continued, style, digit_space_percent, width, pages, account).print();
}

}  // namespace reportal::printer
