// What a paragraph is made of as far as numbers are concerned: quantities, years, and where sentences end. One pass over the
// bytes.
//
// Names in quotes and in 《》 are passed over whole, since a number in them belongs to the name (“1+X”, 《2023 年要点》). What
// only looks like a quantity is left out here: ordinals (第 3 届), document and standard numbers (〔2019〕4 号), times, model
// names (3D, 4×4), parts of slogans (4+6), ranges (5—7 个: no single value), and Chinese numerals that count nothing (一体,
// 三位).

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "structure/facts/units.h"

namespace reportal::facts {

/// A number with its unit, or without one where a clause ends behind it (生师比 16.12) or it has a multiplier (20 万点赞量).
/// All offsets are bytes of the text.
struct Quantity {
  std::uint32_t lead = 0;   ///< where words before the number begin that belong to it: 约, 超过
  std::uint32_t first = 0;  ///< of the number
  std::uint32_t last = 0;   ///< behind the unit and what follows it: 以上, 左右
  double value = 0;
  int last_place = 0;  ///< power of ten of the last digit printed
  UnitKind kind = UnitKind::none;
  std::string_view unit;  ///< "" for a bare number
  Fact::Exactness exactness = Fact::Exactness::exact;
  bool numeral = false;  ///< in Chinese numerals
};

/// A year that a text speaks of: 2023 年, 2023 届, 去年, 近五年.
struct YearMark {
  enum class Kind : std::uint8_t {
    calendar,  ///< 2023 年, 2022—2023 学年 (the last one)
    cohort,    ///< 2023 届: those who leave in that year
    relative,  ///< 今年 0, 去年 -1
    span       ///< 近三年: that many years up to the report's
  };
  Kind kind = Kind::calendar;
  int number = 0;
  bool range = false;  ///< 2017—2018: the last of several
  std::uint32_t first = 0, last = 0;
};

inline constexpr std::uint32_t no_bracket = ~std::uint32_t{0};

struct Token {
  enum class Kind : std::uint8_t { quantity, year, sentence_end };
  Kind kind = Kind::sentence_end;
  std::uint32_t bracket = no_bracket;  ///< where the bracket opens that it stands in
  Quantity quantity = {};
  YearMark year = {};
  std::uint32_t at = 0;  ///< sentence_end: behind the mark
};

/// Fills `tokens` (cleared first) with those of `text`, in order.
void read_tokens(std::string_view text, std::vector<Token>& tokens);

}  // namespace reportal::facts
