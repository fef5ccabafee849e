#include "structure/raw/tables/cells.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

/// How likely a cell ends before a piece.
constexpr double beside = 8;         // a line of its own, not below the last
constexpr double between_words = 3;  // a space between two Chinese characters
constexpr double behind_bracket = 2.5;
constexpr double around_code = 2.4;  // a number of three digits or more that counts nothing
constexpr double around_digits = 1.2;
constexpr double line_below = 1;
constexpr double line_below_short = 2.2;  // the line above had room left, so it was not wrapped

struct Piece {
  std::string_view text;
  double boundary = 0;  ///< before it
};

bool is_han_or_wide(char32_t character) { return is_han(character) || is_wide_punctuation(character); }

bool is_bracket(char32_t character) { return is_wide_punctuation(character) || character == '(' || character == ')'; }

double space_boundary(char32_t before, char32_t after) {
  const bool before_wide = is_han_or_wide(before);
  const bool after_wide = is_han_or_wide(after);
  if (before_wide && after_wide) return between_words;
  if (is_bracket(before) || is_bracket(after)) return behind_bracket;
  if (is_ascii_digit(before) && is_ascii_digit(after)) return 2;
  return around_digits;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return is_ascii_digit(c); });
}

/// A number that is a cell: a code, not a count in front of its unit.
bool is_code(std::string_view text, std::string_view next) {
  return text.size() >= 3 && is_number(text) && !begins_with_unit(next);
}

void append_pieces(std::string_view text, double boundary, std::vector<Piece>& pieces) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t space = std::min(text.find(' ', offset), text.size());
    if (space > offset) {
      const std::string_view piece = text.substr(offset, space - offset);
      double here = boundary;
      if (offset > 0 && !pieces.empty()) here = space_boundary(last_character(pieces.back().text), first_character(piece));
      const std::size_t next = std::min(space + 1, text.size());
      if (here < around_code && !pieces.empty() && (is_code(pieces.back().text, piece) || is_code(piece, text.substr(next))))
        here = around_code;
      pieces.push_back({piece, here});
    }
    offset = space + 1;
  }
}

/// `pieces` as `count` cells, parted at the most likely places; nothing if there are too few.
std::optional<std::vector<std::string>> part_cells(const std::vector<Piece>& pieces, std::size_t count) {
  if (pieces.size() < count || count == 0) return std::nullopt;
  std::vector<std::size_t> order(pieces.size() - 1);
  for (std::size_t index = 0; index < order.size(); ++index) order[index] = index + 1;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].boundary != pieces[b].boundary ? pieces[a].boundary > pieces[b].boundary : a > b;
  });
  order.resize(count - 1);
  std::sort(order.begin(), order.end());
  std::vector<std::string> cells(1);
  std::size_t next = 0;
  for (std::size_t index = 0; index < pieces.size(); ++index) {
    if (next < order.size() && order[next] == index) {
      cells.emplace_back();
      ++next;
    }
    std::string& cell = cells.back();
    if (!cell.empty()) {
      const bool wrapped = pieces[index].boundary == line_below || pieces[index].boundary == line_below_short ||
                           pieces[index].boundary == beside;
      cell += wrapped ? joint(last_character(cell), first_character(pieces[index].text)) : std::string_view(" ");
    }
    cell += pieces[index].text;
  }
  return cells;
}

/// The number that a line begins with, where it can be the running number of a row; a year is none.
std::optional<unsigned long> row_number(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(' '));
  if (!is_number(word) || word.size() > 4 || (word.size() == 4 && word.starts_with("20"))) return std::nullopt;
  return std::stoul(std::string(word));
}

class CellReader {
 public:
  explicit CellReader(const std::vector<CellLine>& lines) : lines_(lines) {}

  CellRows read(const std::vector<std::string>& columns) {
    std::size_t header = read_header();
    if (!columns.empty()) {
      if (header == 1 && !begins_numbered_header(0) && joined(result_.columns) != joined(columns)) header = header_last_ = 0;
      result_.columns = columns;
    }
    if (result_.columns.size() < 2) return std::move(result_);
    const std::string key = without_space(result_.columns[0]);
    if (key == "序号" || key == "编号")
      read_numbered(header);
    else
      read_plain(header);
    if (!columns.empty()) result_.columns = columns;
    return std::move(result_);
  }

 private:
  /// The lines of the column names; returns the index behind them. A line before 序号 is a group.
  std::size_t read_header() {
    constexpr std::size_t longest = 8;
    std::size_t start = 0;
    while (start < lines_.size() && start < 3 && !begins_numbered_header(start)) ++start;
    if (start >= lines_.size() || start == 3 || !begins_numbered_header(start)) {
      if (lines_.empty()) return 0;
      std::vector<Piece> pieces;
      append_pieces(lines_[0].text, 0, pieces);
      for (const Piece& piece : pieces) result_.columns.emplace_back(piece.text);
      header_first_ = 0;
      header_last_ = 1;
      return 1;
    }
    for (std::size_t line = 0; line < start; ++line) add_group(lines_[line].text);
    header_first_ = start;
    std::vector<Piece> pieces;
    std::size_t at = start;
    std::string first;
    for (; at < lines_.size() && at < start + longest && !row_number(lines_[at].text); ++at) {
      if (first != "序号" && first != "编号" && count_characters(lines_[at].text) <= 2) {
        first += lines_[at].text;  // 序 and 号 below each other
        continue;
      }
      const double boundary = lines_[at].below && !pieces.empty() && wraps_column(lines_[at].text) ? line_below : beside;
      append_pieces(lines_[at].text, boundary, pieces);
    }
    if (!first.empty()) result_.columns.push_back(first);
    for (const Piece& piece : pieces) {
      const bool counted = !result_.columns.empty() && is_number(result_.columns.back()) && begins_with_unit(piece.text);
      if (counted) result_.columns.back() += " ";
      if (counted || (piece.boundary == line_below && !result_.columns.empty()))
        result_.columns.back() += piece.text;
      else
        result_.columns.emplace_back(piece.text);
    }
    header_last_ = at;
    return at;
  }

  static std::string joined(const std::vector<std::string>& columns) {
    std::string names;
    for (const std::string& column : columns) names += without_space(column);
    return names;
  }

  static bool wraps_column(std::string_view text) { return text.find(' ') == npos && count_characters(text) <= 6; }

  bool begins_numbered_header(std::size_t at) const {
    const std::string_view text = lines_[at].text;
    if (text.starts_with("序号") || text.starts_with("编号")) return true;
    return text == "序" && at + 1 < lines_.size() && lines_[at + 1].text.starts_with("号");
  }

  /// The header again, on the next page or under the next group.
  bool header_at(std::size_t at) const {
    for (std::size_t line = header_first_; line < header_last_; ++line) {
      const std::size_t there = at + line - header_first_;
      if (there >= lines_.size() || lines_[there].text != lines_[line].text) return false;
    }
    return header_last_ > header_first_;
  }

  /// A line of its own between a row and the header again.
  bool group_at(std::size_t at) const {
    constexpr std::size_t shortest = 6;  // characters; the rest of a wrapped cell is mostly shorter
    const std::string_view text = lines_[at].text;
    return header_at(at + 1) && lines_[at].below && !row_number(text) && count_cells(text) == 1 &&
           count_characters(text) >= shortest;
  }

  void add_group(std::string_view text) { result_.rows.push_back({{std::string(text)}, true}); }

  /// Rows that begin with a running number, each up to the next.
  void read_numbered(std::size_t at) {
    const std::size_t width = result_.columns.size();
    std::size_t good = 0;
    std::size_t all = 0;
    while (at < lines_.size()) {
      if (header_at(at)) {
        at += header_last_ - header_first_;
        continue;
      }
      if (group_at(at)) {
        add_group(lines_[at].text);
        ++at;
        continue;
      }
      std::size_t end = at + 1;
      const unsigned long number = row_number(lines_[at].text).value_or(0);
      while (end < lines_.size() && !starts_row(end, number) && !header_at(end) && !group_at(end)) ++end;
      ++all;
      good += read_row(at, end, width) ? 1 : 0;
      at = end;
    }
    result_.confidence = all == 0 ? 0 : static_cast<double>(good) / static_cast<double>(all);
  }

  /// A line that begins with the next number; or with a later one, where the next does not come.
  bool starts_row(std::size_t at, unsigned long number) const {
    constexpr std::size_t farthest = 12;
    const auto value = row_number(lines_[at].text);
    if (!value || *value <= number) return false;
    if (*value == number + 1) return true;
    for (std::size_t line = at + 1; line < lines_.size() && line <= at + farthest; ++line) {
      if (row_number(lines_[line].text) == number + 1) return false;
    }
    return true;
  }

  bool read_row(std::size_t first, std::size_t last, std::size_t width) {
    if (read_merged_rows(first, last, width)) return true;
    std::vector<Piece> pieces;
    for (std::size_t line = first; line < last; ++line) {
      double boundary = beside;
      if (lines_[line].below) boundary = has_room(pieces, lines_[line].text) ? line_below_short : line_below;
      if (line == first + 1 && is_number(lines_[first].text)) boundary = beside;
      append_pieces(lines_[line].text, boundary, pieces);
    }
    if (!pieces.empty() && is_number(pieces[0].text) && pieces.size() > 1) pieces[1].boundary = beside * 2;
    auto cells = part_cells(pieces, width);
    const bool whole = cells.has_value();
    if (!whole) {
      cells.emplace();
      for (const Piece& piece : pieces) cells->emplace_back(piece.text);
      cells->resize(width);
    }
    result_.rows.push_back({std::move(*cells), false});
    return whole;
  }

  /// What stands above is shorter than this line, so it was not wrapped for want of room.
  static bool has_room(const std::vector<Piece>& above, std::string_view text) {
    return !above.empty() && display_width(above.back().text) < display_width(text);
  }

  /// A number that stands for several rows: alone on its line, lines with all other cells behind it.
  bool read_merged_rows(std::size_t first, std::size_t last, std::size_t width) {
    if (last - first < 3 || !is_number(lines_[first].text) || width < 3) return false;
    std::vector<std::vector<std::string>> rows;
    for (std::size_t line = first + 1; line < last; ++line) {
      std::vector<Piece> pieces;
      append_pieces(lines_[line].text, 0, pieces);
      if (count_cells(lines_[line].text) < width - 1) return false;
      auto cells = part_cells(pieces, width - 1);
      if (!cells) return false;
      rows.push_back(std::move(*cells));
    }
    for (std::vector<std::string>& cells : rows) {
      cells.insert(cells.begin(), std::string(lines_[first].text));
      result_.rows.push_back({std::move(cells), false});
    }
    return true;
  }

  /// Rows without a number: every line has to hold a whole row.
  void read_plain(std::size_t at) {
    const std::size_t width = result_.columns.size();
    std::vector<CellRow> rows;
    std::size_t good = 0;
    for (; at < lines_.size(); ++at) {
      if (header_at(at)) continue;
      std::vector<Piece> pieces;
      append_pieces(lines_[at].text, 0, pieces);
      auto cells = part_cells(pieces, width);
      if (!cells) continue;
      ++good;
      rows.push_back({std::move(*cells), false});
    }
    const std::size_t all = lines_.size() - header_last_;
    if (good < all || all == 0) {
      result_.columns.clear();
      return;
    }
    result_.confidence = 0.8;
    result_.rows = std::move(rows);
  }

  const std::vector<CellLine>& lines_;
  CellRows result_;
  std::size_t header_first_ = 0, header_last_ = 0;
};

}  // namespace

CellRows read_cells(const std::vector<CellLine>& lines, const std::vector<std::string>& columns) {
  return CellReader(lines).read(columns);
}

std::size_t count_cells(std::string_view text) {
  std::vector<Piece> pieces;
  append_pieces(text, 0, pieces);
  return static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return &piece == pieces.data() || piece.boundary >= behind_bracket;
  }));
}

}  // namespace reportal::raw
