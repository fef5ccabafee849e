// What a theme maker is told: exact sentences and places, all errors of a load at once, and the limits.

#include <catch2/catch.hpp>

#include "render/template/problems.h"
#include "template_fixture.h"

using namespace reportal;
using namespace reportal::templates;

TEST_CASE("a problem shows the line with a caret and the nearest name", "[template]") {
  Engine engine;
  Problems problems;
  engine.load({{"page", "第一行\n学校：{{ scholl.name }}\n"}}, {{"page", "themes/default/page.html"}}, problems);
  REQUIRE_FALSE(problems.has_errors());
  ValuePool pool;
  std::string out;
  CHECK_FALSE(engine.run("page", pool.map({{"school", "x"}}), out, problems));
  REQUIRE(problems.sorted().size() == 1);
  const Problem problem = problems.sorted().front();
  CHECK(problem.place.file == "themes/default/page.html");
  CHECK(problem.place.line == 2);
  CHECK(problem.place.column == 7);
  CHECK(problem.place.length == 6);
  CHECK(problem.place.excerpt == "学校：{{ scholl.name }}");
  CHECK(problem.text(Language::chinese) == "没有名为“scholl”的值");
  CHECK(problem.suggestion == "school");
}

TEST_CASE("all errors of a load are told", "[template]") {
  CHECK(render("{{ a | upperr }}\n{% fro x in y %}\n{% if %}{% endif %}\n{{ m() }}\n{% include 'nix' %}\n{{ 1 is od }}") ==
        "page:1:8: template/unknown-filter: unknown filter 'upperr' [upper]\n"
        "page:2:4: template/unknown-tag: unknown tag 'fro' [for]\n"
        "page:3:7: template/no-value: expected a value, found %}\n"
        "page:4:4: template/unknown-macro: unknown macro or function 'm'\n"
        "page:5:12: template/unknown-template: unknown template 'nix'\n"
        "page:6:9: template/unknown-test: unknown test 'od' [odd]");
}

TEST_CASE("syntax errors", "[template]") {
  CHECK(render("{{ a b }}") == "page:1:6: template/tag-goes-on: the tag should end here, found b");
  CHECK(render("{{ (1 }}") == "page:1:7: template/syntax: expected ,, found }}");
  CHECK(render("{{ [1 2] }}") == "page:1:7: template/syntax: expected ,, found 2");
  CHECK(render("{{ }}") == "page:1:4: template/no-value: expected a value, found }}");
  CHECK(render("{{ 'a }}") ==
        "page:1:4: template/unclosed-text: this string has no closing '\npage:1:7: template/no-value: expected a value, found "
        "}}");
  CHECK(render("{{ a %}x{{ 1 }}") == "page:1:1: template/unclosed-tag: {{ is never closed by }}");
  CHECK(render("a{# b") == "page:1:2: template/unclosed-tag: {# is never closed by #}");
  CHECK(render("{% raw %}{{") == "page:1:1: template/unclosed-block: 'raw' is never closed by 'endraw'");
  CHECK(render("{% if 1 %}{% for x in [1] %}{% endif %}") ==
        "page:1:14: template/unclosed-block: 'for' is never closed by 'endfor'");
  CHECK(render("{% if 1 %}\n{% block a %}") ==
        "page:1:4: template/unclosed-block: 'if' is never closed by 'endif'\npage:2:4: template/unclosed-block: 'block' is "
        "never closed by 'endblock'");
  CHECK(render("{% endif %}{% else %}") ==
        "page:1:4: template/stray-tag: 'endif' closes or continues nothing\npage:1:15: template/stray-tag: 'else' closes or "
        "continues nothing");
  CHECK(render("{{ “a” }}").starts_with("page:1:4: template/bad-character: character “ has no meaning in a tag"));
  CHECK(render("{{ 12ab }}") == "page:1:4: template/bad-literal: cannot read the literal 12ab");
  CHECK(render("{{ '\\q' }}") == "page:1:5: template/bad-literal: cannot read the literal \\q");
  CHECK(render("{% for loop in [1] %}{% endfor %}") == "page:1:8: template/no-name: expected a name, found loop");
  CHECK(render("{{ x.upper() }}") == "page:1:6: template/not-callable: 'upper' cannot be called");
  CHECK(render("{% for x in [1] %}{{ loop.parent }}{% endfor %}") == "page:1:27: template/loop-field: loop has no 'parent'");
  CHECK(render("{{ x | safe }}") ==
        "page:1:8: template/no-safe: there is no filter 'safe': only the generator marks text as HTML");
}

TEST_CASE("arguments that do not fit", "[template]") {
  CHECK(render("{{ 'a' | replace('b') }}") == "page:1:10: template/missing-argument: 'replace' needs its argument 'new'");
  CHECK(render("{{ 'a' | upper(1) }}") == "page:1:16: template/too-many-arguments: 'upper' takes at most 0 arguments");
  CHECK(render("{{ 'a' | truncate(3, ende='') }}") ==
        "page:1:22: template/unknown-argument: 'truncate' has no argument 'ende' [end]");
  CHECK(render("{{ 'a' | truncate(3, length=4) }}") == "page:1:22: template/twice: 'length' stands here a second time");
  CHECK(render("{% macro m(a) %}{% endmacro %}{{ m() }}{{ m(1, b=2) }}") ==
        "page:1:34: template/missing-argument: 'm' needs its argument 'a'\npage:1:48: template/unknown-argument: 'm' has no "
        "argument 'b'");
}

TEST_CASE("inheritance that cannot work", "[template]") {
  CHECK(render(Files{{"page", "{% extends 'b' %}"}, {"b", "{% extends 'page' %}"}}) ==
        "b:1:12: template/extends-cycle: templates extend each other in a circle: b → page → b\n"
        "page:1:12: template/extends-cycle: templates extend each other in a circle: page → b → page");
  CHECK(render(Files{{"page", "{% extends 'b' %}\nlost\n{{ 1 }}{% block bdy %}{{ super() }}{% endblock %}"},
                     {"b", "{% block body %}{% endblock %}"}}) ==
        "page:2:1: template/outside-block: in a template that extends another, what stands outside blocks is never shown\n"
        "page:3:4: template/outside-block: in a template that extends another, what stands outside blocks is never shown");
  CHECK(render(Files{{"page", "{% extends 'b' %}{% block bdy %}{{ super() }}{% endblock %}"},
                     {"b", "{% block body %}{% endblock %}"}}) ==
        "page:1:27: template/unknown-block: no template that this one extends has a block 'bdy' [body]\n"
        "page:1:36: template/no-super: super() has no block of a parent to show");
  CHECK(render(Files{{"page", "x{% extends 'b' %}"}, {"b", ""}}) ==
        "page:1:5: template/extends-place: extends stands once, before other tags and text");
  CHECK(render("{% if 1 %}{% macro m() %}{% endmacro %}{% endif %}") ==
        "page:1:14: template/not-at-top: 'macro' cannot stand inside another tag");
  CHECK(render("{% block a %}{% endblock %}{% block a %}{% endblock %}") ==
        "page:1:37: template/twice: 'a' stands here a second time");
  CHECK(render("{{ super() }}") == "page:1:4: template/no-super: super() has no block of a parent to show");
}

TEST_CASE("a template with errors does not run, others do", "[template]") {
  Engine engine;
  Problems load_problems;
  engine.load({{"bad", "{% if %}{% endif %}"}, {"good", "x"}, {"includes", "{% include 'bad' %}"}}, {}, load_problems);
  CHECK(load_problems.count(Severity::error) == 1);
  Problems problems;
  std::string out;
  CHECK(engine.run("good", Value::map({}), out, problems));
  CHECK(out == "x");
  CHECK(engine.has("bad"));
  CHECK_FALSE(engine.has("ugly"));
  CHECK_FALSE(engine.run("includes", Value::map({}), out, problems));
  CHECK_FALSE(engine.run("bad", Value::map({}), out, problems));
  CHECK_FALSE(engine.run("ugly", Value::map({}), out, problems));
  CHECK(told(problems) ==
        ":0:0: template/unknown-template: unknown template 'ugly'\n"
        "bad:1:1: template/broken: template 'bad' has errors and cannot run\n"
        "includes:1:12: template/broken: template 'bad' has errors and cannot run");
}

TEST_CASE("limits", "[template]") {
  const auto repeated = [](std::string_view text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
  };
  CHECK(render("{% include 'page' %}") ==
        "page:1:12: template/limit-includes: include, macros and blocks call each other more than 32 deep");
  CHECK(render("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}") ==
        "page:1:19: template/limit-includes: include, macros and blocks call each other more than 32 deep");
  CHECK(render(repeated("{% if 1 %}", 64) + repeated("{% endif %}", 64)).empty());
  CHECK(render(repeated("{% if 1 %}", 65)) == "page:1:644: template/limit-nesting: nesting is deeper than 64");
  CHECK(render("{{ " + repeated("(", 60) + "1" + repeated(")", 60) + " }}") == "1");
  CHECK(render("{{ " + repeated("[", 10'000)).starts_with("page:1:1: template/unclosed-tag"));
  CHECK(render("{{ " + repeated("[", 10'000) + " }}") == "page:1:68: template/limit-nesting: nesting is deeper than 64");
  CHECK(render("{{ " + repeated("not ", 10'000) + " }}").find("template/limit-nesting") != std::string::npos);
  CHECK(render("{{ 1" + repeated(" + 1", 100) + " }}") == "101");
  CHECK(render("{{ 1" + repeated(" + 1", 10'000) + " }}").find("template/limit-nesting: nesting is deeper than 200") !=
        std::string::npos);
  CHECK(render("{% for a in range(10000) %}{% for b in range(1001) %}{% endfor %}{% endfor %}") ==
        "page:1:31: template/limit-loops: one page has more than 10000000 loop rounds");
  CHECK(render("{% set s = 'x' %}" + repeated("{% set s = s ~ s %}", 40) + "{{ s | length }}").find("template/limit-bytes") !=
        std::string::npos);
  CHECK(render("{% macro m(n) %}{{ 'x' }}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(12) }}").size() ==
        8191);
}
