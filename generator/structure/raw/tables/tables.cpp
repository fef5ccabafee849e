#include "structure/raw/tables/tables.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/tables/cells.h"

namespace reportal::raw {
namespace {

/// The number that a row begins with, as a cell of its own; nothing if the line does not begin with one.
std::optional<std::uint32_t> row_number(std::string_view text) {
  std::uint32_t value = 0;
  std::size_t length = 0;
  while (length < text.size() && length < 5 && is_ascii_digit(static_cast<unsigned char>(text[length]))) {
    value = value * 10 + static_cast<std::uint32_t>(text[length++] - '0');
  }
  if (length == 0 || length > 4 || (length < text.size() && text[length] != ' ')) return std::nullopt;
  return value;
}

class TableReader {
 public:
  TableReader(std::vector<Line>& lines, const Captions& captions, const Widths& widths, const Metadata& metadata)
      : lines_(lines), captions_(captions), widths_(widths), metadata_(metadata), tables_(captions.captions.size()) {}

  std::vector<FoundTable> read() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::table)
        take_body(at);
      else if (lines_[at].kind == LineKind::table_body)
        take_given(at);
      else if (lines_[at].kind == LineKind::text)
        resume_last(at);
    }
    for (std::size_t table = 0; table < tables_.size(); ++table) {
      if (!tables_[table].body.empty()) read_body(table);
    }
    return std::move(tables_);
  }

 private:
  /// Running text behind a table: a line about as wide as the text that reads like a sentence and is no row.
  bool is_text(std::size_t at, std::optional<std::uint32_t> last_row) const {
    const Line& line = lines_[at];
    const auto number = row_number(line.text);
    if (number && (!last_row || *number == *last_row + 1)) return false;
    const bool sentence = line.text.find("，") != npos || line.text.find("。") != npos;
    if (!widths_.wrapped) return sentence && line.width > 80;
    const std::size_t next = next_content(lines_, at);
    const bool goes_on = next != no_line && lines_[next].kind == LineKind::text && lines_[next].width + 8 >= widths_.text;
    const bool full = line.width + 8 >= widths_.text;
    if (full && sentence) return true;
    if (full && goes_on && count_cells(line.text) < 2) return true;
    return line.text.ends_with("。") && line.width > 20;
  }

  /// The lines behind the caption up to something else.
  void take_body(std::size_t caption) {
    FoundTable& table = tables_[lines_[caption].detail];
    last_caption_ = lines_[caption].detail;
    std::size_t at = caption + 1;
    while (at < lines_.size() && lines_[at].kind == LineKind::more) ++at;
    std::optional<std::uint32_t> last_row;
    for (; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::noise) continue;
      const bool given = lines_[at].kind == LineKind::table_body;
      if (!given && (lines_[at].kind != LineKind::text || is_text(at, last_row))) break;
      if (const auto number = row_number(lines_[at].text)) last_row = number;
      take(table, at);
    }
    if (!table.body.empty()) {
      last_table_ = lines_[caption].detail;
      last_row_ = last_row.value_or(0);
    }
  }

  /// A row by an editor's word goes to the table before it; where there is none it is text.
  void take_given(std::size_t at) {
    if (last_caption_ == no_line) {
      lines_[at].kind = LineKind::prose;
      return;
    }
    FoundTable& table = tables_[last_caption_];
    if (table.body.empty() || table.body.back() < at) take(table, at);
  }

  void take(FoundTable& table, std::size_t at) {
    lines_[at].kind = LineKind::table_body;
    table.body.push_back(static_cast<std::uint32_t>(at));
  }

  /// A table that was cut by running text: its column names come back at the start of a page, and its numbers go on.
  void resume_last(std::size_t at) {
    if (last_table_ == no_line) return;
    FoundTable& table = tables_[last_table_];
    const std::size_t header = header_length(table);
    if (header == 0 || at + header >= lines_.size() || !repeats_header(table, header, at)) return;
    const auto number = row_number(lines_[at + header].text);
    if (!number || *number != last_row_ + 1) return;
    std::optional<std::uint32_t> last_row = last_row_;
    for (; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::noise) continue;
      const auto row = row_number(lines_[at].text);
      const bool inside = lines_[at].kind == LineKind::text && !is_text(at, last_row);
      if (!inside || (lines_[at].page_start && !row && !lines_[at].text.starts_with("序"))) break;
      if (row) last_row = row;
      take(table, at);
    }
    last_row_ = *last_row;
  }

  /// Lines of the header: those before the row with number 1; 0 if there is no such row.
  std::size_t header_length(const FoundTable& table) const {
    constexpr std::size_t longest = 10;
    for (std::size_t at = 0; at < table.body.size() && at < longest; ++at) {
      if (row_number(lines_[table.body[at]].text) == std::optional<std::uint32_t>(1)) return at;
    }
    return 0;
  }

  bool repeats_header(const FoundTable& table, std::size_t length, std::size_t at) const {
    for (std::size_t line = 0; line < length; ++line) {
      if (at + line >= lines_.size() || lines_[at + line].text != lines_[table.body[line]].text) return false;
    }
    return true;
  }

  void read_body(std::size_t index) {
    FoundTable& table = tables_[index];
    std::vector<CellLine> body;
    for (const std::uint32_t line : table.body) {
      const bool below = !body.empty() && (lines_[line].page_start || lines_[line].blanks >= widths_.line_gap);
      body.push_back({lines_[line].text, below});
    }
    const auto given = metadata_.tables.find(captions_.captions[index].number);
    const std::vector<std::string> columns =
        given == metadata_.tables.end() ? std::vector<std::string>() : given->second.columns;
    CellRows rows = read_cells(body, columns);
    table.columns = std::move(rows.columns);
    table.confidence = rows.confidence;
    constexpr double least_confidence = 0.5;
    if (rows.confidence < least_confidence) return;
    for (CellRow& row : rows.rows) table.rows.push_back({std::move(row.cells), row.group});
  }

  std::vector<Line>& lines_;
  const Captions& captions_;
  const Widths& widths_;
  const Metadata& metadata_;
  std::vector<FoundTable> tables_;
  std::size_t last_caption_ = no_line;
  std::size_t last_table_ = no_line;
  std::uint32_t last_row_ = 0;
};

}  // namespace

std::vector<FoundTable> read_tables(std::vector<Line>& lines, const Captions& captions, const Widths& widths,
                                    const Metadata& metadata) {
  return TableReader(lines, captions, widths, metadata).read();
}

}  // namespace reportal::raw
