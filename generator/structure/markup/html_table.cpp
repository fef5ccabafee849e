#include "structure/markup/html_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "structure/markup/limits.h"

namespace reportal::markup {

namespace {

constexpr std::uint32_t max_column_span = 100;
constexpr std::uint32_t max_row_span = 1'000;

bool is_all_strong(const RichText& text) {
  return !text.text.empty() && !text.spans.empty() && text.spans.front().kind == Span::Kind::strong &&
         text.spans.front().first == 0 && text.spans.front().last == text.text.size();
}

/// Several header rows make one: what stands over a column, from top to bottom, each text once.
RichText merged_header(const std::vector<std::vector<RichText>>& grid, std::size_t rows, std::size_t column, StringPool& pool) {
  RichText merged;
  for (std::size_t i = 0; i < rows; ++i) {
    if (column >= grid[i].size() || grid[i][column].text.empty() || grid[i][column].text == merged.text) continue;
    if (merged.empty())
      merged = grid[i][column];
    else
      merged = {.text = pool.keep(std::string(merged.text).append(" ").append(grid[i][column].text)), .spans = {}};
  }
  return merged;
}

}  // namespace

void HtmlTable::add_cell(RichText text, bool header, std::uint32_t columns, std::uint32_t rows) {
  if (rows_.empty()) begin_row(false);
  rows_.back().cells.push_back({.text = std::move(text),
                                .header = header,
                                .columns = std::clamp<std::uint32_t>(columns, 1, max_column_span),
                                .rows = std::clamp<std::uint32_t>(rows, 1, max_row_span)});
}

std::size_t HtmlTable::header_rows() const {
  const auto first_body = std::find_if(rows_.begin(), rows_.end(), [](const Row& row) { return !row.in_head; });
  if (first_body != rows_.begin() && first_body != rows_.end()) return static_cast<std::size_t>(first_body - rows_.begin());
  if (rows_.size() < 2) return 0;
  const auto& first = rows_.front().cells;
  const bool headers = std::all_of(first.begin(), first.end(), [](const Cell& cell) { return cell.header; });
  const bool strong = std::all_of(first.begin(), first.end(), [](const Cell& cell) { return is_all_strong(cell.text); });
  return headers || (strong && first.size() > 1) ? 1 : 0;
}

std::vector<std::vector<RichText>> HtmlTable::expanded() const {
  struct Reach {
    RichText text;
    std::uint32_t rows = 0;  ///< that it still reaches down
  };
  std::vector<std::vector<RichText>> grid;
  grid.reserve(rows_.size());
  std::vector<Reach> from_above;           // by column
  std::uint64_t budget = max_table_cells;  // of cells that spans may add
  const auto spend = [&budget](std::uint64_t wanted) {
    const std::uint64_t spent = std::min(wanted, budget);
    budget -= spent;
    return static_cast<std::uint32_t>(spent);
  };
  for (const Row& row : rows_) {
    std::vector<RichText>& out = grid.emplace_back();
    const auto take_from_above = [&] {
      while (out.size() < from_above.size() && from_above[out.size()].rows > 0 && spend(1) == 1) {
        Reach& reach = from_above[out.size()];
        --reach.rows;
        out.push_back(reach.text);
      }
    };
    for (const Cell& cell : row.cells) {
      take_from_above();
      const std::uint32_t columns = 1 + spend(cell.columns - 1);
      for (std::uint32_t i = 0; i < columns; ++i) {
        if (cell.rows > 1) {
          if (from_above.size() <= out.size()) from_above.resize(out.size() + 1);
          from_above[out.size()] = {cell.text, cell.rows - 1};
        }
        out.push_back(cell.text);
      }
    }
    take_from_above();
  }
  return grid;
}

Table HtmlTable::finish(StringPool& pool) {
  std::erase_if(rows_, [](const Row& row) { return row.cells.empty(); });
  std::vector<std::vector<RichText>> grid = expanded();
  const std::size_t headers = header_rows();
  Table table;
  table.caption = std::move(caption_);
  std::size_t width = 0;
  for (const auto& cells : grid) width = std::max(width, cells.size());
  if (headers > 0) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < headers; ++i) columns = std::max(columns, grid[i].size());
    for (std::size_t column = 0; column < columns; ++column)
      table.columns.push_back(merged_header(grid, headers, column, pool));
  }
  for (std::size_t i = headers; i < grid.size(); ++i) {
    const bool group = rows_[i].cells.size() == 1 && width > 1 && grid[i].size() == width && rows_[i].cells.front().columns > 1;
    if (group)
      table.rows.push_back({.cells = {rows_[i].cells.front().text}, .group = true});
    else
      table.rows.push_back({.cells = std::move(grid[i])});
  }
  return table;
}

}  // namespace reportal::markup
