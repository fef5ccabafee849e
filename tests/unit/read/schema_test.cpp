#include <catch2/catch.hpp>

#include "read/yaml/schema.h"

namespace reportal {
namespace {

TEST_CASE("ids") {
  CHECK(is_id("hngy-2023"));
  CHECK(is_id("2023_a"));
  CHECK_FALSE(is_id(""));
  CHECK_FALSE(is_id("-a"));
  CHECK_FALSE(is_id("A"));
  CHECK_FALSE(is_id("湖南"));
  CHECK_FALSE(is_id("a/b"));
  CHECK_FALSE(is_id(std::string(101, 'a')));
}

TEST_CASE("an id can be made of every text") {
  CHECK(make_id("Annual Report (2023)") == "annual-report-2023");
  CHECK(make_id("长沙 2023") == "chang-sha-2023");
  CHECK(make_id("__x") == "x");
  CHECK(make_id("！？") == "source");
  CHECK(is_id(make_id(std::string(500, 'x'))));
}

TEST_CASE("web addresses") {
  CHECK(is_web_address("https://example.org/a?b=http://c"));
  CHECK(is_web_address("HTTP://EXAMPLE.ORG"));
  CHECK_FALSE(is_web_address("https://"));
  CHECK_FALSE(is_web_address("https:///a"));
  CHECK_FALSE(is_web_address("ftp://example.org"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address("https://a b"));
  CHECK_FALSE(is_web_address("https://a/\"x"));
}

struct Target {
  std::string name;
  std::vector<std::string> forms;
  int count = 7;
  bool open = false;
};

constexpr Key<Target> keys[] = {
    {"name", text<&Target::name>, Need::required},
    {"forms", texts<&Target::forms>},
    {"count", whole_number<&Target::count, 1, 9>},
    {"open", truth<&Target::open>},
};

struct Outcome {
  Target target;
  std::vector<std::string> problems;
};

Outcome read(const char* text) {
  Problems problems;
  const YamlText yaml("a.yaml", text);
  const auto root = parse_yaml(yaml, problems);
  Outcome outcome;
  if (root) {
    Values values(yaml, problems);
    read_mapping(values, *root, keys, outcome.target);
  }
  for (const Problem& problem : problems.sorted()) outcome.problems.push_back(problem.text(Language::english));
  return outcome;
}

using Texts = std::vector<std::string>;

TEST_CASE("values go where the table says") {
  const Outcome outcome = read("name: ' 甲 '\nforms: [a, 2, '']\ncount: '3'\nopen: Yes\n");
  CHECK(outcome.problems == Texts{});
  CHECK(outcome.target.name == "甲");
  CHECK(outcome.target.forms == Texts{"a", "2"});
  CHECK(outcome.target.count == 3);
  CHECK(outcome.target.open);
}

TEST_CASE("one text stands for a list of one, and a key without value for none") {
  const Outcome outcome = read("name: a\nforms: b\ncount:\nopen: ~\n");
  CHECK(outcome.problems == Texts{});
  CHECK(outcome.target.forms == Texts{"b"});
  CHECK(outcome.target.count == 7);
}

TEST_CASE("every wrong value is reported, and what is right is read") {
  const Outcome outcome = read("forms: [{a: b}, c]\ncount: 1.5\nopen: 1\nnmae: x\n");
  CHECK(outcome.problems == Texts{"the required key `name` is missing", "`forms` must be a text, not a mapping",
                                  "`count` must be a whole number, not a text", "`open` must be true or false, not a text",
                                  "unknown key `nmae`"});
  CHECK(outcome.target.forms == Texts{"c"});
  CHECK(read("name: a\ncount: 99999999999999999999\n").problems == Texts{"`count` must lie between 1 and 9"});
}

}  // namespace
}  // namespace reportal
