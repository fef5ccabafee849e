// The report that is printed: a flat list of items, as a document is a flat list of blocks, so that leaving out any of them
// leaves a report again. Numbers are not part of it; the printer counts.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportal::printer {

enum class ColumnKind : std::uint8_t { number, title, unit, person, persons, code, date, level, name, count, percent };

struct Column {
  std::string name;
  ColumnKind kind = ColumnKind::name;
};

struct Row {
  std::vector<std::string> cells;  ///< a group row has one
  bool group = false;
  bool merged = false;  ///< has the same number as the row before, which is printed once
};

struct TableContent {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

struct Item {
  enum class Kind : std::uint8_t {
    front,      ///< 前言, 附件: a part without a number
    front_sub,  ///< 一、 in such a part; printed only where the numbering has no other use for 一、
    heading,
    paragraph,
    list_item,
    case_title,
    figure,
    table,
    source,
  };
  Kind kind = Kind::paragraph;
  std::uint32_t id = 0;
  int level = 1;                ///< of a heading, 1 to 3
  bool in_case = false;         ///< an item of the case before
  std::string text;             ///< title, caption, running text
  std::uint32_t refers_to = 0;  ///< the id of the figure or table that `text` refers to at `reference_mark`
  std::uint8_t wording = 0;     ///< of the reference, see reference_text
  TableContent table;
};

/// Stands in a text for a reference.
inline constexpr std::string_view reference_mark = "\xEF\xBF\xBC";

struct Report {
  std::string school;
  int year = 2023;
  std::vector<Item> items;
};

/// A report made up from `seed`.
[[nodiscard]] Report make_report(std::uint64_t seed);

}  // namespace reportal::printer
