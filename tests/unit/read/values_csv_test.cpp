#include "read/values_csv.h"

#include <catch2/catch.hpp>

#include "content_folder.h"

namespace reportal {
namespace {

constexpr std::string_view portal = "title: 测试\n";

std::vector<GivenValue> read_values(std::string_view text, Found expected = {}) {
  ContentFolder folder{{"portal.yaml", portal}, {"values/a.csv", text}};
  const Input input = folder.read();
  CHECK(folder.found() == expected);
  return input.values;
}

TEST_CASE("rows become values, whatever the order and language of the columns") {
  const auto values = read_values("年度,学校,数值,指标,来源\r\n2023年,甲学院,\"1,234.5\",毕业生人数,\"年报，第 \"\"3\"\" 页\"\r\n\r\n2022,甲学院,-2,x,\r\n");
  REQUIRE(values.size() == 2);
  CHECK(values[0].school == "甲学院");
  CHECK(values[0].indicator == "毕业生人数");
  CHECK(values[0].year == 2023);
  CHECK(values[0].value == 1234.5);
  CHECK(values[0].source == "年报，第 \"3\" 页");
  CHECK(values[0].place.line == 2);
  CHECK(values[1].value == -2);
  CHECK(values[1].place.line == 4);
}

TEST_CASE("a quoted field may go over lines, and a row without a value is none") {
  const auto values = read_values("school,indicator,year,value,source\na,x,2023,1,\"one\ntwo\"\na,x,2022,,\nb,x,2021,3,\n");
  REQUIRE(values.size() == 2);
  CHECK(values[0].source == "one\ntwo");
  CHECK(values[1].place.line == 5);
}

TEST_CASE("what cannot be read is told with its line, and the other rows are kept") {
  const auto values = read_values("school,indicator,year,value,note\na,x,next,1,\na,x,2023,about 5,\na,x,2023,7,\n",
                                  {"read/unknown-column 1:0", "read/bad-year 2:0", "read/bad-number 3:0"});
  REQUIRE(values.size() == 1);
  CHECK(values[0].value == 7);
}

TEST_CASE("a file without its columns gives nothing; an empty one says nothing") {
  CHECK(read_values("school,year,value\na,2023,1\n", {"read/missing-column 1:0"}).empty());
  CHECK(read_values("").empty());
}

TEST_CASE("values in front matter are for the report's year or for named years") {
  ContentFolder folder{{"portal.yaml", portal},
                       {"reports/r.txt", "---\nyear: 2023\nindicators:\n  rate: 91.5\n  patents: {2022: 3, 2023年: 4, x: 5}\n---\n正文\n"}};
  const Input input = folder.read();
  CHECK(folder.found() == Found{"read/bad-year 5:32"});
  REQUIRE(input.sources.size() == 1);
  const auto& values = input.sources[0].metadata.indicators;
  REQUIRE(values.size() == 3);
  CHECK(values[0].indicator == "rate");
  CHECK(values[0].year == 0);
  CHECK(values[0].value == 91.5);
  CHECK(values[1].year == 2022);
  CHECK(values[2].year == 2023);
}

}  // namespace
}  // namespace reportal
