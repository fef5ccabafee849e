// Statements: conditions, loops, set and its scope, include, inheritance, macros, white space.

#include <catch2/catch.hpp>

#include "template_fixture.h"

using namespace reportal::templates;

TEST_CASE("if, elif, else", "[template]") {
  const std::string page = "{% if n == 1 %}one{% elif n == 2 %}two{% else %}many{% endif %}";
  ValuePool pool;
  CHECK(render(page, pool.map({{"n", 1}})) == "one");
  CHECK(render(page, pool.map({{"n", 2}})) == "two");
  CHECK(render(page, pool.map({{"n", 3}})) == "many");
}

TEST_CASE("for over lists", "[template]") {
  CHECK(render(
            "{% for x in [3, 4] %}{{ loop.index }}/{{ loop.length }}:{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}") ==
        "1/2:3, 2/2:4");
  CHECK(render("{% for x in [] %}x{% else %}none{% endfor %}") == "none");
  CHECK(render("{% for x in range(5) if x is odd %}{{ x }}{{ loop.last }} {% else %}-{% endfor %}") == "1false 3true ");
  CHECK(render("{% for x in range(5) if x > 9 %}{{ x }}{% else %}-{% endfor %}") == "-");
  CHECK(render("{% for x in range(3) %}{{ loop.cycle('odd', 'even') }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.index0 }} "
               "{% endfor %}") == "odd320 even211 odd102 ");
  CHECK(render("{% for x in [1, 1, 2] %}{% if loop.previtem != x %}[{{ x }}]{% endif %}{% endfor %}") == "[1][2]");
  CHECK(render("{% for x in [1, 2] %}{{ loop.previtem is defined }}{{ loop.nextitem is defined }} {% endfor %}") ==
        "falsetrue truefalse ");
  CHECK(render("{% for x in [1, 2] %}{% for y in [1] %}{{ loop.depth }}{% endfor %}{{ loop.depth0 }}{{ loop.index }} {% endfor "
               "%}") == "201 202 ");
  CHECK(render("{% for x in 3 %}{% endfor %}") == "page:1:13: template/wrong-type: 'for' takes list / map, this is integer");
}

TEST_CASE("for over maps and pairs", "[template]") {
  CHECK(render("{% for k, v in {'a': 1, 'b': 2} %}{{ k }}={{ v }};{% endfor %}") == "a=1;b=2;");
  CHECK(render("{% for k in {'a': 1, 'b': 2} %}{{ k }}{% endfor %}") == "ab");
  CHECK(render("{% for k, v in {'a': 1, 'b': 2} if v > 1 %}{{ k }}={{ v }};{{ loop.length }}{% endfor %}") == "b=2;1");
  CHECK(render("{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}") == "a1");
  CHECK(render("{% for a, b in [[1, 2], (3, 4)] %}{{ a }}{{ b }} {% endfor %}") == "12 34 ");
  CHECK(render("{% for a, b in [1] %}{% endfor %}") ==
        "page:1:16: template/not-unpackable: for has two names, but this integer is no pair");
}

TEST_CASE("set is local to for, block, macro and include, not to if", "[template]") {
  CHECK(render("{% set x = 1 %}{% if true %}{% set x = 2 %}{% endif %}{{ x }}") == "2");
  CHECK(render("{% set x = 1 %}{% for i in [1, 2] %}{{ x }}{% set x = i * 5 %}{{ x }} {% endfor %}{{ x }}") == "15 110 1");
  CHECK(render("{% for i in [1] %}{% set y = 1 %}{% endfor %}{{ y }}") == "page:1:49: template/unknown-name: unknown name 'y'");
  CHECK(render("{% for i in [1] %}{% endfor %}{{ i is defined }}") == "false");
  CHECK(render("{% set x %}<b>{{ '<' }}</b>{% endset %}{{ x }}{{ x is html }}") == "<b>&lt;</b>true");
  CHECK(render(Files{{"page", "{% set x = 1 %}{% include 'part' %}{{ x }}"}, {"part", "{% set x = 2 %}{{ x }}"}}) == "21");
}

TEST_CASE("an included template sees the names of its includer", "[template]") {
  ValuePool pool;
  const Files files{{"page", "{% for item in items %}{% include \"part\" %}{% endfor %}"},
                    {"part", "{{ loop.index }}{{ item }}{{ title }} "}};
  CHECK(render(files, pool.map({{"items", pool.list({"a", "b"})}, {"title", "!"}})) == "1a! 2b! ");
}

TEST_CASE("blocks replace those of a parent and can show them", "[template]") {
  Files files{{"base", "<{% block title %}base{% endblock %}|{% block body %}{% endblock body %}>{{ self.title() }}"},
              {"middle", "{% extends 'base' %}{% block title %}middle {{ super() }}{% endblock %}"},
              {"page",
               "{% extends 'middle' %}\n{# remark #}\n{% set x = 5 %}\n{% block title %}page {{ super() }}{% endblock %}\n"
               "{% block body %}{{ x }}{% block inner %}in{% endblock %}{% endblock %}\n"}};
  CHECK(render(files) == "<page middle base|5in>page middle base");
  files["page"] =
      "{% extends 'middle' %}{% set t %}{{ 1 }}{% endset %}{% block body %}{{ super() | length }}{{ t }}{% endblock %}";
  CHECK(render(files) == "page:1:82: template/wrong-type: 'length' takes text / list / map, this is html");
  CHECK(render("a{% block x %}{% set y = 1 %}{{ y }}{% endblock %}{{ y is defined }}") == "a1false");
}

TEST_CASE("macros see their arguments, what they set, and names of the page", "[template]") {
  ValuePool pool;
  const Value names = pool.map({{"title", "T"}, {"x", "page"}});
  CHECK(render("{% macro tag(name, kind='p', end=name ~ '.') %}<{{ kind }}>{{ name }}{{ end }}{{ title }}{% endmacro %}"
               "{{ tag('a') }}{{ tag('b', kind='q') }}{{ tag(kind='i', name='c', end='!') }}",
               names) == "<p>aa.T<q>bb.T<i>c!T");
  CHECK(render("{% macro m() %}{{ x }}{% endmacro %}{% for x in [1] %}{{ x }}{{ m() }}{% endfor %}", names) == "1page");
  CHECK(render("{% macro m() %}{{ i is defined }}{% endmacro %}{% for i in [1] %}{{ m() }}{% endfor %}", names) == "false");
  CHECK(render("{% set s = '、' %}{% macro m() %}{{ s }}{% endmacro %}{% for s in [1] %}{{ m() }}{% endfor %}", names) == "、");
  CHECK(render("{% macro m(n) %}{{ n }}{% if n > 0 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}", names) == "3210");
  CHECK(render("{% macro m() %}<b>{% endmacro %}{% set v = m() %}{{ v ~ '<' }}", names) == "<b>&lt;");
}

TEST_CASE("macros of other files", "[template]") {
  const std::string library = "{% macro a(x) %}a{{ x }}{{ b(x) }}{% endmacro %}\n{% macro b(x) %}b{{ x }}{% endmacro %}\n";
  CHECK(render(Files{{"lib", library}, {"page", "{% from \"lib\" import a, b as c %}{{ a(1) }}{{ c(2) }}"}}) == "a1b1b2");
  CHECK(render(Files{{"lib", library}, {"page", "{% import \"lib\" as lib %}{{ lib.a(1) }}"}}) == "a1b1");
}

TEST_CASE("white space around tags", "[template]") {
  CHECK(render("<ul>\n  {% for x in [1, 2] %}\n  <li>{{ x }}</li>\n  {% endfor %}\n</ul>\n") ==
        "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>");
  CHECK(render("a \n {%- if true -%} \n b \n {%- endif -%} \n c") == "abc");
  CHECK(render("a {{- 1 -}} b") == "a1b");
  CHECK(render("a\n  {# note #}\nb") == "a\nb");
  CHECK(render("a\n  {%+ if true %}x{% endif %}\nb") == "a\n  xb");
  CHECK(render("{% if true +%}\nx{% endif %}") == "\nx");
  CHECK(render("a {% if true %}b{% endif %} c") == "a b c");
  CHECK(render("a\r\n{% if true %}\r\nb\r\n{% endif %}\r\nc\r\n") == "a\r\nb\r\nc");
  CHECK(render("{{ 1 }}\nx\n\n") == "1\nx\n");
  CHECK(render("{# a {{ b }} #}{% raw %}{{ x }} {% if %}{% endraw %}!{{ '{%' }}") == "{{ x }} {% if %}!{%");
  CHECK(render("{% raw -%}  a {%- endraw %} b") == "a b");
}
