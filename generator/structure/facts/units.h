// What a number counts or measures: 个, 人次, 平方米, 元, %. One table, one look-up.

#pragma once

#include <cstdint>
#include <string_view>

namespace reportal::facts {

enum class UnitKind : std::uint8_t {
  none,
  count,     ///< measure words of things: 个, 项, 门
  people,    ///< 人, 名, 人次
  measure,   ///< 平方米, 亩, GB
  money,     ///< 元
  percent,   ///< %, 个百分点
  tenths,    ///< 成: ten per cent each
  duration,  ///< 天, 个月: says how long, seldom how much
  hours,     ///< 学时, 课时: taught or trained
  calendar,  ///< 年, 届: a year, if the number is one
  rank       ///< 级, 强, 号 …: no quantity at all
};

struct Unit {
  UnitKind kind = UnitKind::none;
  std::string_view name = {};  ///< as shown: 台（套） is 台套
  std::size_t length = 0;      ///< bytes in the text
};

/// The longest unit at the start of `text`; none where the characters begin another word (本科, 项目, 名师, 期间).
[[nodiscard]] Unit read_unit(std::string_view text);

}  // namespace reportal::facts
