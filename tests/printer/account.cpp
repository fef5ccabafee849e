#include "account.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace reportal::printer {
namespace {

/// The number of things that stand in both, each as often as in the list that has it less often.
std::uint32_t common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string_view> left(a.begin(), a.end());
  std::vector<std::string_view> right(b.begin(), b.end());
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<std::string_view> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return static_cast<std::uint32_t>(both.size());
}

std::uint32_t count_cells(const TableAccount& table) {
  std::size_t cells = 0;
  for (const auto& row : table.rows) cells += row.size();
  return static_cast<std::uint32_t>(cells);
}

std::uint32_t equal_cells(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::uint32_t equal = 0;
  if (a.size() != b.size()) return 0;
  for (std::size_t at = 0; at < a.size(); ++at) equal += a[at] == b[at] ? 1 : 0;
  return equal;
}

/// Rows paired in order for the most equal cells.
std::uint32_t right_cells(const TableAccount& printed, const TableAccount& read) {
  std::vector<std::uint32_t> best(read.rows.size() + 1, 0);
  for (const auto& row : printed.rows) {
    std::uint32_t diagonal = 0;
    for (std::size_t at = 0; at < read.rows.size(); ++at) {
      const std::uint32_t above = best[at + 1];
      best[at + 1] = std::max({above, best[at], diagonal + equal_cells(row, read.rows[at])});
      diagonal = above;
    }
  }
  return best.back();
}

using TablesByLabel = std::unordered_map<std::string_view, const TableAccount*>;

TablesByLabel by_label(const std::vector<TableAccount>& tables) {
  TablesByLabel map;
  for (const TableAccount& table : tables) map.emplace(table.label, &table);
  return map;
}

class Reader {
 public:
  Reader(const Document& document, const Source& source, const Account& printed)
      : document_(document), source_(source), printed_(printed) {}

  Account read() {
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      block_ = &document_.blocks[at];
      std::visit([&](const auto& content) { take(content); }, block_->content);
    }
    for (const Reference& reference : document_.references) account_[Property::references].push_back(squeezed(reference.label));
    read_extents();
    check_lines();
    return std::move(account_);
  }

 private:
  bool on_cover() const { return !block_->lines.empty() && block_->lines.front().first <= printed_.ignored_lines; }

  void take(const Heading& heading) {
    account_[Property::headings].push_back(heading_entry(heading.level, heading.number, heading.title.text));
  }
  void take(const Paragraph& paragraph) {
    if (!on_cover()) account_[Property::paragraphs].push_back(squeezed(paragraph.text.text));
  }
  void take(const List& list) {
    for (const ListItem& item : list.items)
      account_[Property::lists].push_back(squeezed(item.marker) + " " + squeezed(item.text.text));
  }
  void take(const CaseTitle& title) { account_[Property::cases].push_back(numbered_entry(title.number, title.title.text)); }
  void take(const Figure& figure) { account_[Property::figures].push_back(numbered_entry(figure.number, figure.caption.text)); }
  void take(const Table& table) {
    TableAccount entry;
    entry.label = numbered_entry(table.number, table.caption.text);
    for (const RichText& column : table.columns) entry.columns += squeezed(column.text) + "|";
    for (const TableRow& row : table.rows) {
      std::vector<std::string> cells;
      for (const RichText& cell : row.cells) cells.push_back(squeezed(cell.text));
      entry.rows.push_back(std::move(cells));
    }
    account_[Property::tables].push_back(entry.label);
    account_[Property::columns].push_back(entry.label + ": " + entry.columns);
    account_.tables.push_back(std::move(entry));
  }
  void take(const SourceNote& note) {
    const std::string of = note.of < 0 ? std::string() : block_label(document_.blocks[static_cast<std::size_t>(note.of)]);
    account_[Property::sources].push_back(squeezed(note.text.text) + " → " + squeezed(of));
  }
  void take(const Noise&) {
    if (on_cover()) return;
    for (const LineRange& range : block_->lines) {
      for (std::uint32_t line = range.first; line <= range.last; ++line)
        account_[Property::noise].push_back(std::to_string(line));
    }
  }
  template <typename Other>
  void take(const Other&) {}

  void read_extents() {
    std::vector<std::uint32_t> last(document_.blocks.size(), 0);
    for (const Block& block : document_.blocks) {
      if (block.inside_case >= 0 && !block.lines.empty() && as<Noise>(block) == nullptr) {
        std::uint32_t& end = last[static_cast<std::size_t>(block.inside_case)];
        end = std::max(end, block.lines.back().last);
      }
    }
    std::vector<std::string> seen;
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      const auto* title = as<CaseTitle>(document_.blocks[at]);
      if (title == nullptr) continue;
      const std::string entry = told_apart(numbered_entry(title->number, title->title.text), seen);
      const auto& open = printed_.open_cases;
      if (std::find(open.begin(), open.end(), entry) == open.end())
        account_[Property::extents].push_back(entry + " to " + std::to_string(last[at]));
    }
  }

  /// Every line that is not blank stands in one block.
  void check_lines() {
    std::vector<std::uint8_t> owners(source_.line_count() + 1, 0);
    for (const Block& block : document_.blocks) {
      for (const LineRange& range : block.lines) {
        for (std::uint32_t line = range.first; line <= range.last; ++line) ++owners[line];
      }
    }
    for (std::uint32_t line = 1; line <= source_.line_count(); ++line) {
      if (owners[line] != 1 && !is_blank(source_.line(line))) account_[Property::lines].push_back(std::to_string(line));
    }
  }

  const Document& document_;
  const Source& source_;
  const Account& printed_;
  const Block* block_ = nullptr;
  Account account_;
};

void append_difference(std::string& out, std::string_view name, const std::vector<std::string>& printed,
                       const std::vector<std::string>& read) {
  std::vector<std::string> left = printed;
  std::vector<std::string> right = read;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<std::string> missing, extra;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(missing));
  std::set_difference(right.begin(), right.end(), left.begin(), left.end(), std::back_inserter(extra));
  for (const std::string& entry : missing) out.append("  - ").append(name).append(": ").append(entry).append("\n");
  for (const std::string& entry : extra) out.append("  + ").append(name).append(": ").append(entry).append("\n");
}

std::string row_text(const std::vector<std::string>& row) {
  std::string text;
  for (const std::string& cell : row) text.append(text.empty() ? "" : " | ").append(cell);
  return row.size() == 1 ? "= " + text : text;
}

}  // namespace

std::string_view name_of(Property property) {
  constexpr std::array<std::string_view, property_count> names = {"headings",   "paragraphs", "lists",   "cases", "extents",
                                                                  "figures",    "tables",     "columns", "cells", "sources",
                                                                  "references", "noise",      "lines"};
  return names[static_cast<std::size_t>(property)];
}

std::string told_apart(std::string entry, std::vector<std::string>& seen) {
  const auto same = std::count(seen.begin(), seen.end(), entry);
  seen.push_back(entry);
  if (same > 0) entry += " again " + std::to_string(same);
  return entry;
}

std::string squeezed(std::string_view text) { return without_space(text); }

std::string heading_entry(int level, std::string_view number, std::string_view title) {
  return std::to_string(level) + " [" + std::string(number) + "] " + squeezed(title);
}

std::string numbered_entry(std::string_view number, std::string_view title) {
  return "[" + std::string(number) + "] " + squeezed(title);
}

Account account_of(const Document& document, const Source& source, const Account& printed) {
  return Reader(document, source, printed).read();
}

Scores compare(const Account& printed, const Account& read) {
  Scores scores{};
  for (std::size_t property = 0; property < property_count; ++property) {
    const auto& left = printed.lists[property];
    const auto& right = read.lists[property];
    scores[property] = {common(left, right), static_cast<std::uint32_t>(left.size()), static_cast<std::uint32_t>(right.size())};
  }
  Score& cells = scores[static_cast<std::size_t>(Property::cells)];
  const TablesByLabel found = by_label(read.tables);
  for (const TableAccount& table : printed.tables) {
    cells.printed += count_cells(table);
    const auto same = found.find(table.label);
    if (same != found.end()) cells.right += right_cells(table, *same->second);
  }
  for (const TableAccount& table : read.tables) cells.read += count_cells(table);
  return scores;
}

std::string differences(const Account& printed, const Account& read) {
  std::string out;
  for (std::size_t property = 0; property < property_count; ++property)
    append_difference(out, name_of(static_cast<Property>(property)), printed.lists[property], read.lists[property]);
  const TablesByLabel found = by_label(read.tables);
  for (const TableAccount& table : printed.tables) {
    std::vector<std::string> printed_rows, read_rows;
    for (const auto& row : table.rows) printed_rows.push_back(row_text(row));
    const auto same = found.find(table.label);
    if (same != found.end()) {
      for (const auto& row : same->second->rows) read_rows.push_back(row_text(row));
    }
    append_difference(out, "cells " + table.label, printed_rows, read_rows);
  }
  return out;
}

}  // namespace reportal::printer
