// What kind of thing a cell of a table holds, by its text alone.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reportal::raw {

enum class CellKind : std::uint8_t {
  empty,
  number,        ///< 2345, 1,024.5
  percent,       ///< 96.5%
  quantity,      ///< a number with its unit: 12 周, 3.5 万元
  code,          ///< digits that count nothing: 470201, GB/T 1.1
  date,          ///< 2023 年 5 月, 2023.05.12
  year,          ///< 2023, 2023年, 2022-2023
  mark,          ///< / - — for nothing
  persons,       ///< names, one or a list
  grade,         ///< 国家级, 一等奖, A 类
  organisation,  ///< a company, school, office
  date_rest,     ///< 年 5 月: what a date goes on with
  text,
};
inline constexpr std::size_t cell_kinds = 13;

[[nodiscard]] CellKind kind_of(std::string_view text);

/// The kind of two texts of known kinds, one behind the other in one cell; `list_goes_on`: the second goes on with a list of
/// names.
[[nodiscard]] CellKind joined_kind(CellKind first, CellKind second, bool list_goes_on);

/// Could be a stretch of a list of names, cut anywhere: 立新、王
[[nodiscard]] bool looks_like_names(std::string_view text);

/// What a column holds by its name; `text` where the name does not say.
[[nodiscard]] CellKind kind_named(std::string_view column);

/// 序号, 编号, No.: the column of running numbers.
[[nodiscard]] bool names_running_number(std::string_view column);

/// The value of a running number of a row; 0 if `text` is none.
[[nodiscard]] std::uint32_t running_number(std::string_view text);

}  // namespace reportal::raw
