#include "command/starting_point.h"

#include <catch2/catch.hpp>

using namespace reportal;

TEST_CASE("a starting point never touches what is there") {
  MemoryFiles files;
  Problems problems;
  const auto made = make_starting_point(files, "report", "my-2024", "content", Language::english, problems);
  REQUIRE(made == std::vector<std::string>{"content/reports/my-2024.txt"});
  REQUIRE_FALSE(files.write(made[0], "mine"));
  CHECK(make_starting_point(files, "report", "my-2024", "content", Language::english, problems).empty());
  CHECK(problems.has_errors());
  std::string bytes;
  CHECK_FALSE(files.read(made[0], bytes));
  CHECK(bytes == "mine");
}

TEST_CASE("a name that cannot stand in an address is refused") {
  MemoryFiles files;
  for (const char* name : {"", "../x", "A", "质量", "-a", "a.b"}) {
    Problems problems;
    CHECK(make_starting_point(files, "article", name, "content", Language::chinese, problems).empty());
    CHECK(problems.has_errors());
  }
}

TEST_CASE("a file that cannot be written is told with the reason") {
  MemoryFiles files;
  files.fail_when([](std::string_view call, const std::string&) {
    return call == "write" ? std::make_error_code(std::errc::no_space_on_device) : std::error_code{};
  });
  Problems problems;
  CHECK(make_starting_point(files, "page", "about", "content", Language::english, problems).empty());
  REQUIRE(problems.sorted().size() == 1);
  CHECK(problems.sorted()[0].text(Language::english).starts_with("cannot write content/pages/about.md: "));
}
