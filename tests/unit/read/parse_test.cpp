#include <catch2/catch.hpp>

#include "read/read.h"
#include "read/yaml/parse.h"

namespace reportal {
namespace {

struct Parsed {
  std::optional<YamlNode> root;
  std::vector<std::string> problems;
};

Parsed parse(std::string text, std::uint32_t first_line = 1) {
  Problems problems;
  const YamlText yaml("a.yaml", std::move(text), first_line);
  Parsed parsed{parse_yaml(yaml, problems), {}};
  for (const Problem& problem : problems.sorted()) {
    parsed.problems.push_back(std::string(problem.kind->id) + ' ' + std::to_string(problem.place.line) + ':' +
                              std::to_string(problem.place.column));
  }
  return parsed;
}

using Found = std::vector<std::string>;

TEST_CASE("a tree has what the text says, with places in characters") {
  const Parsed parsed = parse("标题: \"质量\"\n列表:\n  - 一\n  - {键: 值}\n", 10);
  REQUIRE(parsed.root);
  REQUIRE(parsed.root->entries.size() == 2);
  CHECK(parsed.root->entries[0].key.text == "标题");
  CHECK(parsed.root->entries[0].value.text == "质量");
  const YamlNode& list = parsed.root->entries[1].value;
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[1].entries[0].value.text == "值");

  const YamlText yaml("a.yaml", "标题: \"质量\"\n", 10);
  const Place place = place_of(yaml, parsed.root->entries[0].value);
  CHECK(place.line == 10);
  CHECK(place.column == 5);
  CHECK(place.length == 4);
  CHECK(place.excerpt == "标题: \"质量\"");
}

TEST_CASE("an empty text, a comment alone and empty markers are a null node") {
  for (const char* text : {"", "\n\n", "# 备注\n", "---\n", "---\n---\n", "---\n...\n"}) {
    const Parsed parsed = parse(text);
    CAPTURE(text);
    REQUIRE(parsed.root);
    CHECK(parsed.root->is_null());
    CHECK(parsed.problems.empty());
  }
}

TEST_CASE("right YAML passes the line check") {
  const char* const texts[] = {
      "a: it's\nb: 5\" 管\n",
      "a: 'it''s'\nb: \"say \\\"x\\\"\" # 'comment\n",
      "a: \"两行的\n  引号\"\nb: 1\n",
      "a: |\n  \"不是引号\n  \t制表符在文字里\n  key：值\nb: 1\n",
      "a: >-\n  [没有结束\n\n  'x\nb: 1\n",
      "- a: |\n    \"x\n  b: 'y'\n",
      "- |\n  \"x\n- y\n",
      "a: 一段文字\n  \"接着写\" 下一行\nb: 1\n",
      "a: {\"1-1\":{\"b\": [1, \"]\"]}}\nb: [\n\t1,\n2 ]\n",
      "a: x # \"备注\n# 'y\nb: \"\"\n",
      "---\na: \"x\"\n",
      "\"a\": 'b'\n? c\n: d\n",
      "a: &x 'y'\nb: *x\nc: !!str \"z\"\n",
      "a: 报告[1]和{2}\nb: -1\nc: http://a.b/c#d\n",
      "a: “中文引号\n",
      "a:\n\n\t\nb: 1\n",
      "&x \"a\": 一\n  'b\n",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    const Parsed parsed = parse(text);
    CHECK(parsed.problems == Found{});
    CHECK(parsed.root);
  }
}

TEST_CASE("what yaml-cpp lets pass is an error with its place") {
  CHECK(parse("a: \"x\nb: 1\n").problems == Found{"read/yaml-quote 1:4"});
  CHECK(parse("a: 'x\nb: 'y'\nc: 1\n").problems == Found{"read/yaml-quote 1:4"});
  CHECK(parse("标题: '中''\n").problems == Found{"read/yaml-quote 1:5"});
  CHECK(parse("a: 1\n\tb: 2\n").problems == Found{"read/yaml-tab 2:1"});
  CHECK(parse("a:\n\tb: 2\n").problems == Found{"read/yaml-tab 2:1"});
  CHECK(parse("a:\n  \tb: 2\n").problems == Found{"read/yaml-tab 2:3"});
  CHECK(parse("a: 1\nb: 2\na: 3\n").problems == Found{"read/duplicate-key 3:1"});
  CHECK(parse("a: {b: 1, b: 2}\n", 5).problems == Found{"read/duplicate-key 5:11"});
  CHECK(parse("a: 1\n---\nb: 2\n").problems == Found{"read/yaml-documents 3:1"});
  CHECK(parse("a: [1, [2]\nb: 3\n").problems == Found{"read/yaml-bracket 1:4"});
  CHECK(parse("? [a]\n: b\n").problems == Found{"read/key-not-text 1:3"});
  CHECK(parse("a: 1\nb：2\nc: 3\n").problems == Found{"read/yaml-wide-colon 2:2"});
  CHECK(parse("a: 1\nb:2\nc: 3\n").problems == Found{"read/yaml-colon-space 2:2"});
}

TEST_CASE("a comma outside brackets ends in an error, not in documents without end") {
  CHECK(parse(", x\n").problems == Found{"read/yaml-syntax 1:1"});
  CHECK(parse("a: 1\n, b\n").problems.size() == 1);
}

TEST_CASE("many duplicate keys are found, however large the mapping") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "k" + std::to_string(i) + ": 1\n";
  text += "k3: 2\nk90: 2\n";
  CHECK(parse(text).problems == Found{"read/duplicate-key 101:1", "read/duplicate-key 102:1"});
}

TEST_CASE("more problems than a person reads are cut off, and that is said") {
  std::string text = "k: 1\n";
  for (int i = 0; i < 1000; ++i) text += "k: 1\n";
  const Found problems = parse(text).problems;
  CHECK(problems.size() == 201);
  CHECK(problems.front() == "read/more-problems 0:0");
}

TEST_CASE("aliases are written out") {
  const Parsed parsed = parse("a: &x [1, 2]\nb: *x\n");
  REQUIRE(parsed.root);
  CHECK(parsed.root->entries[1].value.items.size() == 2);
  CHECK(parse("a: &x {b: *x}\n").problems == Found{"read/yaml-self-alias 1:11"});
  CHECK(parse("a: *y\n").problems == Found{"read/yaml-syntax 1:4"});
}

TEST_CASE("limits hold on hard input") {
  std::string bomb = "- &l0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    bomb += "- &l" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) bomb += (k == 0 ? "*l" : ", *l") + std::to_string(i - 1);
    bomb += "]\n";
  }
  CHECK(parse(bomb).problems.at(0).starts_with("read/yaml-nodes"));
  CHECK(parse(std::string(5'000'000, '[')).problems == Found{"read/yaml-depth 1:65"});
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  CHECK(parse(dashes).problems == Found{"read/yaml-depth 1:129"});
  std::string deep = "- &d0 [x]\n";
  for (int i = 1; i < 80; ++i) deep += "- &d" + std::to_string(i) + " [*d" + std::to_string(i - 1) + "]\n";
  CHECK(parse(deep).problems.at(0).starts_with("read/yaml-depth"));
}

}  // namespace
}  // namespace reportal
