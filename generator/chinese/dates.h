// Dates as posts and reports write them.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportal {

/// A day, and a time with its offset from UTC where the text gives one.
struct Date {
  int year = 0, month = 0, day = 0;       ///< 0: no date
  bool has_time = false;
  int hour = 0, minute = 0, second = 0;
  int offset_minutes = 0;                 ///< of the zone that the time is written in

  friend bool operator==(const Date&, const Date&) = default;
  [[nodiscard]] explicit operator bool() const { return year != 0; }
};

/// ISO 8601 / RFC 3339 (2023-12-06, 2023-12-06T08:00:00+08:00, 2023-12-06 08:00:00), RFC 2822 (Sat, 11 Dec 2021 12:53:40 GMT),
/// 2023年12月6日, 2023/12/6, 2023.12.6. A day that does not exist is no date.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// A digit as a year is printed with: 2, ２, 二, 〇, and the circle or letter that stands for it; -1 if it is none.
[[nodiscard]] int year_digit(char32_t character);

/// The first year from 1990 to 2099: 2023 of （2023年度）, 2 0 2 3 年, 二〇二三年; of a school year, 2022-2023学年, the later one; 0 if there
/// is none. A longer run of digits holds no year.
[[nodiscard]] int year_in(std::string_view text);

[[nodiscard]] std::string iso_day(const Date& date);     ///< 2023-12-06
[[nodiscard]] std::string rfc3339(const Date& date);     ///< 2023-12-06T08:00:00+08:00; without a time 00:00:00Z
/// Seconds since 1970 in UTC; a date without a time counts as midnight UTC. For sorting.
[[nodiscard]] std::int64_t seconds_since_epoch(const Date& date);

}  // namespace reportal
