#include <catch2/catch.hpp>

#include "chinese/dates.h"

using namespace reportal;

TEST_CASE("dates are understood in the forms that posts and reports use") {
  struct Example { const char* text; const char* day; const char* full; };
  const Example examples[] = {
      {"2023-12-06", "2023-12-06", "2023-12-06T00:00:00Z"},
      {"2023-12-06T08:00:00+08:00", "2023-12-06", "2023-12-06T08:00:00+08:00"},
      {"2023-12-06 08:00:00", "2023-12-06", "2023-12-06T08:00:00Z"},
      {"2023-12-06 08:00", "2023-12-06", "2023-12-06T08:00:00Z"},
      {"2023-12-06 08:00:00 +0800", "2023-12-06", "2023-12-06T08:00:00+08:00"},
      {"2023-12-06T08:00:00.123Z", "2023-12-06", "2023-12-06T08:00:00Z"},
      {"Sat, 11 Dec 2021 12:53:40 GMT", "2021-12-11", "2021-12-11T12:53:40Z"},
      {"11 Dec 2021 12:53 -0530", "2021-12-11", "2021-12-11T12:53:00-05:30"},
      {"Sat, 11 Dec 2021 12:53:40 +0800 (CST)", "2021-12-11", "2021-12-11T12:53:40+08:00"},
      {"2023年12月6日", "2023-12-06", "2023-12-06T00:00:00Z"},
      {"2023 年 12 月 6 日", "2023-12-06", "2023-12-06T00:00:00Z"},
      {"2023年12月6日 星期三", "2023-12-06", "2023-12-06T00:00:00Z"},
      {"2023年12月6日（星期三） 09:30", "2023-12-06", "2023-12-06T09:30:00Z"},
      {"二〇二三年十二月六日", "2023-12-06", "2023-12-06T00:00:00Z"},
      {"2023/12/6", "2023-12-06", "2023-12-06T00:00:00Z"},
      {"2023.12.6", "2023-12-06", "2023-12-06T00:00:00Z"},
      {" 2024-2-29 ", "2024-02-29", "2024-02-29T00:00:00Z"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const auto date = parse_date(example.text);
    REQUIRE(date);
    CHECK(iso_day(*date) == example.day);
    CHECK(rfc3339(*date) == example.full);
  }
}

TEST_CASE("what is no day of the calendar, or not wholly a date, is no date") {
  for (const char* text : {"", "2023", "2023-12", "2023-02-29", "2023-13-01", "2023-00-10", "2023年12月", "2023-12-06x", "23-12-06", "2023-12/06",
                           "2023-12-06T25:00:00", "2023-12-06T08:60", "20231206", "Foo, 11 Dec 2021", "11 Foo 2021", "2023-12-06 08:00 +99:00",
                           "2023-12-068", "明天", "0000-01-01", "2023年13月1日"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("seconds since 1970 take the zone into account") {
  CHECK(seconds_since_epoch(*parse_date("1970-01-01")) == 0);
  CHECK(seconds_since_epoch(*parse_date("1970-01-01T08:00:00+08:00")) == 0);
  CHECK(seconds_since_epoch(*parse_date("2021-12-11T12:53:40Z")) == 1639227220);
  CHECK(seconds_since_epoch(*parse_date("1969-12-31")) == -86400);
}

TEST_CASE("years in all their forms") {
  CHECK(year_in("（2023年度）") == 2023);
  CHECK(year_in("2022-2023学年") == 2023);
  CHECK(year_in("2022—2023 学年") == 2023);
  CHECK(year_in("二〇二三年十二月") == 2023);
  CHECK(year_in("二○二三年") == 2023);
  CHECK(year_in("2 0 2 3 年") == 2023);
  CHECK(year_in("共 20231 人") == 0);
  CHECK(year_in("电话 0731") == 0);
}
