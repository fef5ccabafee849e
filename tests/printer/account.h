// What a reader should have understood, and what structure did understand, in the same form: lists that can be compared.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/source.h"

namespace reportal::printer {

enum class Property : std::uint8_t {
  headings,
  paragraphs,
  lists,
  cases,
  extents,
  figures,
  tables,
  columns,
  cells,
  sources,
  references,
  noise,
  lines,  ///< in no block or in several
  count,
};
inline constexpr std::size_t property_count = static_cast<std::size_t>(Property::count);
[[nodiscard]] std::string_view name_of(Property property);

struct TableAccount {
  std::string label;  ///< number and caption
  std::string columns;
  std::vector<std::vector<std::string>> rows;  ///< a group row has one cell
};

struct Account {
  /// By property but cells: one entry a thing, in the order of the text; texts without white space.
  std::array<std::vector<std::string>, property_count> lists;
  std::vector<TableAccount> tables;
  /// The printed text only: cases whose end no sign tells, by what `extents` would say of them but the last line.
  std::vector<std::string> open_cases;
  std::uint32_t ignored_lines =
      0;  ///< the printed text only: a cover page of so many lines, whose text may be read as anything

  std::vector<std::string>& operator[](Property property) { return lists[static_cast<std::size_t>(property)]; }
  const std::vector<std::string>& operator[](Property property) const { return lists[static_cast<std::size_t>(property)]; }
};

/// What was understood. `printed` says what of it counts.
[[nodiscard]] Account account_of(const Document& document, const Source& source, const Account& printed);

/// How the two compare: right of true ones, and how many were read that are not there.
struct Score {
  std::uint32_t right = 0, printed = 0, read = 0;
  [[nodiscard]] bool holds() const { return right == printed && right == read; }
};
using Scores = std::array<Score, property_count>;
[[nodiscard]] Scores compare(const Account& printed, const Account& read);

/// What is missing (- …) and what is too much (+ …), a line each.
[[nodiscard]] std::string differences(const Account& printed, const Account& read);

// How entries are written.
[[nodiscard]] std::string heading_entry(int level, std::string_view number, std::string_view title);
[[nodiscard]] std::string numbered_entry(std::string_view number, std::string_view title);
/// `entry`, with its count where `seen` has the same already; adds it there.
[[nodiscard]] std::string told_apart(std::string entry, std::vector<std::string>& seen);
[[nodiscard]] std::string squeezed(std::string_view text);  ///< without white space

}  // namespace reportal::printer
