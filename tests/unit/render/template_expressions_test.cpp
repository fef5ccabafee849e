// Expressions: literals, operators and their precedence, members, tests.

#include <catch2/catch.hpp>

#include "template_fixture.h"

using namespace reportal::templates;

namespace {

std::string value_of(const std::string& expression, const Value& names = Value::map({})) {
  return render("{{ " + expression + " }}", names);
}

}  // namespace

TEST_CASE("literals print as they are written", "[template]") {
  CHECK(value_of("42") == "42");
  CHECK(value_of("-7") == "-7");
  CHECK(value_of("2.50") == "2.5");
  CHECK(value_of("true") == "true");
  CHECK(value_of("none").empty());
  CHECK(value_of("'单引号\"'") == "单引号&quot;");
  CHECK(value_of(R"("a\n\\\"\u4e2d")") == "a\n\\&quot;中");
  CHECK(value_of("[1, 2,] | join('-')") == "1-2");
  CHECK(value_of("(1, 2) | length") == "2");
  CHECK(value_of("{'a': 1, 'b': {'c': 2}}.b.c") == "2");
  CHECK(value_of("'}}'") == "}}");
}

TEST_CASE("operators bind as in Jinja2", "[template]") {
  CHECK(value_of("1 + 2 * 3") == "7");
  CHECK(value_of("(1 + 2) * 3") == "9");
  CHECK(value_of("7 // 2 ~ 'x'") == "3x");
  CHECK(value_of("-7 // 2") == "-4");
  CHECK(value_of("-7 % 3") == "2");
  CHECK(value_of("7 / 2") == "3.5");
  CHECK(value_of("6 / 2") == "3");
  CHECK(value_of("-3 | abs") == "3");
  CHECK(value_of("10 - 2 - 3") == "5");
  CHECK(value_of("not 1 == 2") == "true");
  CHECK(value_of("false or true and false") == "false");
  CHECK(value_of("'' or 'b'") == "b");
  CHECK(value_of("1 if false else 2 if false else 3") == "3");
  CHECK(value_of("1 if false").empty());
  CHECK(value_of("'a' ~ 'b' | upper") == "aB");
  CHECK(value_of("not x is defined") == "true");
  CHECK(value_of("9223372036854775807 + 1") == "9223372036854775808");
}

TEST_CASE("comparisons and membership", "[template]") {
  CHECK(value_of("1 == 1.0") == "true");
  CHECK(value_of("'1' == 1") == "false");
  CHECK(value_of("'a' < 'b'") == "true");
  CHECK(value_of("2 in [1, 2]") == "true");
  CHECK(value_of("'院' in '学院'") == "true");
  CHECK(value_of("'k' not in {'k': 1}") == "false");
  CHECK(value_of("[1, [2]] == [1, [2]]") == "true");
  CHECK(value_of("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}") == "true");
  CHECK(value_of("1 < 'a'") == "page:1:6: template/wrong-types: '<' cannot work on integer and text");
  CHECK(value_of("1 < 2 < 3") == "page:1:10: template/chained-comparison: only two values can be compared at a time");
}

TEST_CASE("members, items and what is absent", "[template]") {
  ValuePool pool;
  const Value names =
      pool.map({{"school", pool.map({{"name", "湖南工院"}, {"city", Value()}})}, {"list", pool.list({1, 2, 3})}});
  CHECK(value_of("school.name", names) == "湖南工院");
  CHECK(value_of("school['name']", names) == "湖南工院");
  CHECK(value_of("school.city", names).empty());
  CHECK(value_of("list[0] ~ list[-1] ~ list.1", names) == "132");
  CHECK(value_of("scholl.name", names) == "page:1:4: template/unknown-name: unknown name 'scholl' [school]");
  CHECK(value_of("school.nane", names) == "page:1:11: template/unknown-member: this map has no member 'nane' [name]");
  CHECK(value_of("school.name.first", names) == "page:1:16: template/no-members: text has no members, so no 'first'");
  CHECK(value_of("list[3]", names) == "page:1:9: template/unknown-item: a list of 3 items has no item [3]");
  CHECK(value_of("list['a' ~ 'b']", names) == "page:1:13: template/wrong-types: '[]' cannot work on list and text");
  CHECK(value_of("school.year is defined", names) == "false");
  CHECK(value_of("school.city is defined", names) == "true");
  CHECK(value_of("no.such.thing is defined", names) == "false");
  CHECK(value_of("list[7] is defined", names) == "false");
  CHECK(value_of("school.year | default('?')", names) == "?");
  CHECK(value_of("no | d", names).empty());
  CHECK(value_of("'' | default('x')", names).empty());
  CHECK(value_of("'' | default('x', true)", names) == "x");
  CHECK(value_of("school.city | default('不明')", names) == "不明");
  CHECK(value_of("(no | default([])) | length", names) == "0");
  CHECK(value_of("school[no] | default(1)", names) == "page:1:11: template/unknown-name: unknown name 'no'");
  CHECK(value_of("no | upper | default(1)", names) == "page:1:4: template/unknown-name: unknown name 'no'");
  CHECK(value_of("school.items() | length", names) == "2");
}

TEST_CASE("tests", "[template]") {
  CHECK(value_of("3 is odd and 4 is even") == "true");
  CHECK(value_of("9 is divisibleby 3") == "true");
  CHECK(value_of("9 is divisibleby(2)") == "false");
  CHECK(value_of("none is none") == "true");
  CHECK(value_of("1 is not none") == "true");
  CHECK(value_of("'a' is string and 1.5 is number and [] is iterable and {} is mapping") == "true");
  CHECK(value_of("2 is in [1, 2]") == "true");
  CHECK(value_of("'a' is odd") == "page:1:11: template/wrong-type: 'odd' takes integer, this is text");
  CHECK(value_of("1 is divisibleby 0") == "page:1:9: template/wrong-value: 'divisibleby' cannot use 0");
  CHECK(value_of("1 is evn") == "page:1:9: template/unknown-test: unknown test 'evn' [even]");
}

TEST_CASE("text is escaped, html is not, and joining keeps what is which", "[template]") {
  ValuePool pool;
  const Value names = pool.map({{"text", "<b>&\"'"}, {"body", Value::html("<p>甲</p>")}});
  CHECK(value_of("text", names) == "&lt;b&gt;&amp;&quot;&#39;");
  CHECK(value_of("body", names) == "<p>甲</p>");
  CHECK(value_of("body ~ text", names) == "<p>甲</p>&lt;b&gt;&amp;&quot;&#39;");
  CHECK(value_of("text + '<'", names) == "&lt;b&gt;&amp;&quot;&#39;&lt;");
  CHECK(value_of("['<', body] | join('&')", names) == "&lt;&amp;<p>甲</p>");
  CHECK(value_of("text | e", names) == "&lt;b&gt;&amp;&quot;&#39;");
  CHECK(value_of("text | e | e", names) == "&lt;b&gt;&amp;&quot;&#39;");
  CHECK(value_of("[1]", names) == "page:1:4: template/not-printable: a list cannot be printed");
}

TEST_CASE("division by zero and loop outside for are told", "[template]") {
  CHECK(value_of("1 // 0") == "page:1:6: template/division-by-zero: division by zero");
  CHECK(value_of("loop.index") == "page:1:4: template/no-loop: loop stands for something only inside for");
}
