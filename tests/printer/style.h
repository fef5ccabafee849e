// The ways in which reports are printed and taken out of PDFs. A style is one value for each dimension; 0 is the plain one,
// which shrinking goes back to. Everything that a reader can see of a style follows from its values.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportal::printer {

enum class Dimension : std::uint8_t {
  width,           // characters a line
  line_gap,        // blank lines
  indent,          // of first lines
  margin,          // white space before every line
  punctuation,     // at the right edge
  digit_space,     // between Chinese characters and digits
  character_form,  // full-width and half-width
  numbering,
  heading_space,
  heading_gap,
  contents,
  cover,
  header,
  page_number,
  page_start,
  page_length,
  leftovers,
  case_mark,
  box_width,
  box_gap,
  caption,
  caption_place,
  list_marker,
  table_layout,
  table_break,
  table_empty,
  table_groups,
  table_merged,
  count,
};
inline constexpr std::size_t dimension_count = static_cast<std::size_t>(Dimension::count);

struct DimensionInfo {
  std::string_view name;
  std::string_view group;  ///< text, titles, page, cases, captions, tables
  std::vector<std::string_view> values;
};
/// By Dimension.
[[nodiscard]] const std::vector<DimensionInfo>& dimensions();

struct Style {
  std::array<std::uint8_t, dimension_count> values{};
  [[nodiscard]] std::size_t operator[](Dimension dimension) const { return values[static_cast<std::size_t>(dimension)]; }
  /// The name of its value in `dimension`.
  [[nodiscard]] std::string_view name(Dimension dimension) const;
};

/// "text", "titles", "page" …
[[nodiscard]] bool is_group(std::string_view name);
/// A style made up from `seed`. Only the dimensions of `group` vary, where one is given.
[[nodiscard]] Style make_style(std::uint64_t seed, std::string_view group);

/// "numbering=han box_width=equal …": the values that are not plain.
[[nodiscard]] std::string describe(const Style& style);
/// Sets a value from "dimension=value"; false if there is no such one.
bool set_value(Style& style, std::string_view assignment);

}  // namespace reportal::printer
