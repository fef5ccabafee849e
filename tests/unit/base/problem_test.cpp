#include "base/problem.h"

#include <catch2/catch.hpp>

#include "base/parallel.h"

using namespace reportal;

namespace {
constexpr ProblemKind unknown_key{"test/unknown-key", Severity::warning, "未知的键“{0}”", "unknown key '{0}'"};
constexpr ProblemKind no_text{"test/no-text", Severity::error, "没有内容", "there is no text", "写点什么", "write something"};
}  // namespace

TEST_CASE("a problem is shown with its place, its line and a caret under wide characters") {
  const Problem problem{&unknown_key, {"content/a.yaml", 2, 3, 2, "年份x: 2023"}, {"份x"}, "年份"};
  CHECK(format_problem(problem, Language::english, false) ==
        "content/a.yaml:2:3: warning: unknown key '份x' [test/unknown-key]\n"
        "  2 | 年份x: 2023\n"
        "    |     ^^\n"
        "  = did you mean '年份'?\n");
  CHECK(format_problem(problem, Language::chinese, false).starts_with("content/a.yaml:2:3: 警告: 未知的键“份x” [test/unknown-key]\n"));
}

TEST_CASE("a long line is cut around the place") {
  const Problem problem{&no_text, {"a", 1, 501, 1, std::string(1000, 'x')}, {}, ""};
  const std::string shown = format_problem(problem, Language::english, false);
  CHECK(shown.size() < 400);
  CHECK(shown.find("…") != std::string::npos);
  CHECK(shown.ends_with("  = write something\n"));
}

TEST_CASE("problems are sorted by place whatever the order they came in, doubles left out") {
  Problems problems;
  for_each_index(4, 100, [&](std::size_t i) { problems.add(no_text, {"f", static_cast<std::uint32_t>(100 - i)}); });
  problems.add(no_text, {"f", 5});
  problems.add(unknown_key, {"e", 9}, {"x"});
  const auto sorted = problems.sorted();
  REQUIRE(sorted.size() == 101);
  CHECK(sorted.front().place.file == "e");
  CHECK(sorted[1].place.line == 1);
  CHECK(problems.has_errors());
  CHECK(problems.count(Severity::warning) == 1);
}

TEST_CASE("the nearest name is near or none") {
  CHECK(nearest_name("titel", {"title", "date", "year"}) == "title");
  CHECK(nearest_name("xyzzy", {"title", "date"}).empty());
  CHECK(nearest_name("学校吗", {"学校", "年份"}) == "学校");
}
