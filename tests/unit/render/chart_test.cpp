#include "render/chart.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace reportal;

TEST_CASE("axes have round steps that hold all values") {
  const auto check = [](double low, double high, double first, double step, double last) {
    const AxisTicks ticks = axis_ticks(low, high, 5);
    CHECK(ticks.first == Approx(first));
    CHECK(ticks.step == Approx(step));
    CHECK(ticks.last() == Approx(last));
  };
  check(0, 356, 0, 100, 400);
  check(0, 100, 0, 25, 100);
  check(0, 1, 0, 0.25, 1);
  check(88.3, 97.1, 87.5, 2.5, 97.5);
  check(-12, 30, -20, 20, 40);
  check(0, 32000, 0, 10000, 40000);
}

TEST_CASE("a missing value is a gap in the line and a dash in the table") {
  ChartData data;
  data.shape = ChartData::Shape::line;
  data.labels = {"2021", "2022", "2023", "2024"};
  data.series = {{"", {1.0, {}, 3.0, 4.0}}};
  std::string out;
  append_chart(out, data, "题<", "数据表");
  CHECK(out.find("aria-label=\"题&lt;\"") != std::string::npos);
  const std::size_t path = out.find("<path d=\"");
  REQUIRE(path != std::string::npos);
  const std::string drawn = out.substr(path, out.find("\"/>", path) - path);
  CHECK(std::count(drawn.begin(), drawn.end(), 'M') == 2);
  CHECK(std::count(drawn.begin(), drawn.end(), 'L') == 1);
  CHECK(out.find("<th scope=\"row\">2022</th><td class=\"number\">—</td>") != std::string::npos);
}

TEST_CASE("data without any value is drawn without harm") {
  ChartData data;
  data.labels = {"a"};
  data.series = {{"s", {std::optional<double>()}}};
  std::string out;
  append_chart(out, data, "t", "h");
  CHECK(out.find("nan") == std::string::npos);
  CHECK(out.find("inf") == std::string::npos);
}

TEST_CASE("a value that does not change is a level line on an axis of its size, whose numbers fit beside it") {
  ChartData data;
  data.shape = ChartData::Shape::line;
  data.labels = {"2022", "2023"};
  data.series = {{"", {14675.0, 14675.0}}};
  std::string out;
  append_chart(out, data, "t", "h");
  CHECK(out.find(">14,600</text>") != std::string::npos);
  CHECK(out.find(">14,675.25</text>") == std::string::npos);
  CHECK(out.find("x=\"50.8\"") != std::string::npos);  // six characters of 6.5, a seventh more for wide digits, and 6 between
}
