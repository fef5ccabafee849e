// Every filter, with what it refuses.

#include <catch2/catch.hpp>

#include "template_fixture.h"

using namespace reportal::templates;

namespace {

std::string value_of(const std::string& expression, const Value& names = Value::map({})) {
  return render("{{ " + expression + " }}", names);
}

}  // namespace

TEST_CASE("text filters", "[template]") {
  CHECK(value_of("'aÉ院' | upper ~ 'Ab' | lower") == "AÉ院ab");
  CHECK(value_of("'\u3000 a ' | trim") == "a");
  CHECK(value_of("'a-b-c' | replace('-', '、')") == "a、b、c");
  CHECK(value_of("'甲,乙,' | split(',') | join('|')") == "甲|乙|");
  CHECK(value_of("' 甲\u3000乙 ' | split | join('|')") == "甲|乙");
  CHECK(value_of("'职业技术学院' | truncate(4)") == "职业技…");
  CHECK(value_of("'职业技术学院' | truncate(6)") == "职业技术学院");
  CHECK(value_of("'职业技术' | truncate(3, end='')") == "职业技");
  CHECK(value_of("'ab cdef' | truncate(4)") == "ab…");
  CHECK(value_of("'abc' | truncate(0)") == "page:1:12: template/wrong-value: 'truncate' cannot use 0");
  CHECK(value_of("'校 园/?' | urlencode") == "%E6%A0%A1%20%E5%9B%AD/%3F");
  CHECK(value_of("'校 园' | characters") == "2");
  CHECK(value_of("12 | string | length") == "2");
  CHECK(value_of("12 | upper") == "page:1:9: template/wrong-type: 'upper' takes text, this is integer");
  ValuePool pool;
  const Value names = pool.map({{"body", Value::html("<p>a &amp;&lt;\n <!-- x > --> <b>b</b>&#x4e2d;&bad;</p>")}});
  CHECK(value_of("body | striptags", names) == "a &amp;&lt; b中&amp;bad;");
  CHECK(value_of("body | truncate(3)", names) == "page:1:11: template/wrong-type: 'truncate' takes text, this is html");
}

TEST_CASE("list filters", "[template]") {
  ValuePool pool;
  const auto item = [&](const char* name, Value year) {
    return pool.map({{"name", name}, {"year", year}, {"of", pool.map({{"id", name}})}});
  };
  const Value names = pool.map({{"list", pool.list({item("b", 2023), item("a", 2022), item("c", 2023), item("d", Value())})}});
  CHECK(value_of("list | map('name') | join", names) == "bacd");
  CHECK(value_of("list | map(attribute='of.id') | join(',')", names) == "b,a,c,d");
  CHECK(value_of("list | join('/', attribute='name')", names) == "b/a/c/d");
  CHECK(value_of("list | sort(attribute='name') | map('name') | join", names) == "abcd");
  CHECK(value_of("list | sort(attribute='year') | map('name') | join", names) == "abcd");
  CHECK(value_of("list | sort(attribute='year', reverse=true) | map('name') | join", names) == "bcad");
  CHECK(value_of("list | selectattr('year') | list | length", names) == "3");
  CHECK(value_of("list | selectattr('year', 'eq', 2023) | map('name') | join", names) == "bc");
  CHECK(value_of("list | rejectattr('year', 'none') | length", names) == "3");
  CHECK(value_of("list | selectattr('no', 'defined') | length", names) == "0");
  CHECK(value_of("list | unique('year') | map('name') | join", names) == "bad");
  CHECK(value_of("(list | max('year')).name ~ (list | min(attribute='year')).name", names) == "ba");
  CHECK(value_of("list | map('nam') | join", names) ==
        "page:1:11: template/unknown-member: this map has no member 'nam' [name]");
  CHECK(value_of("list | selectattr('year', 'evn') | join", names) ==
        "page:1:11: template/unknown-test: unknown test 'evn' [even]");
  CHECK(render("{% for year, cases in list | group_by('year') %}{{ year }}:{{ cases | join('', 'name') }};{% endfor %}",
               names) == "2023:bc;2022:a;:d;");
  CHECK(render("{% for g in list | groupby('year') %}{{ g.grouper }}:{{ g.list | length }};{% endfor %}", names) ==
        "2023:2;2022:1;:1;");
  CHECK(value_of("[3, 1, 2] | sort | reverse | join") == "321");
  CHECK(value_of("[1, 'a'] | sort") == "page:1:15: template/wrong-types: 'sort' cannot work on integer and text");
  CHECK(value_of("[1, 1.0, 'a', 'a', none] | unique | length") == "3");
  CHECK(value_of("[1, 2.5] | sum") == "3.5");
  CHECK(value_of("['a'] | sum") == "page:1:12: template/wrong-type: 'sum' takes list of numbers, this is text");
  CHECK(value_of("[0, 1, ''] | select | join") == "1");
  CHECK(value_of("[1, 2, 3] | reject('odd') | join") == "2");
  CHECK(value_of("([1, 2] | first) + ([1, 2] | last)") == "3");
  CHECK(value_of("[] | first is none") == "true");
  CHECK(value_of("'学院' | first ~ '学院' | last") == "学院");
  CHECK(render("{% for row in [1, 2, 3] | batch(2, '-') %}{{ row | join }};{% endfor %}") == "12;3-;");
  CHECK(value_of("'ab' | list | join(' ')") == "a b");
  CHECK(value_of("({'a': 1} | keys | join) ~ ({'a': 1} | values | join)") == "a1");
  CHECK(value_of("'学院' | length ~ {'a': 1} | count") == "21");
  CHECK(value_of("range(3) | join ~ range(5, 1, -2) | join(',')") == "0125,3");
}

TEST_CASE("number filters", "[template]") {
  CHECK(value_of("1234567 | number") == "1,234,567");
  CHECK(value_of("-123456.5 | number") == "-123,456.5");
  CHECK(value_of("1234.567 | number(2)") == "1,234.57");
  CHECK(value_of("999 | number") == "999");
  CHECK(value_of("2.5 | round ~ 2.345 | round(2)") == "32.35");
  CHECK(value_of("'12' | int + 1") == "13");
  CHECK(value_of("-3.9 | int") == "-3");
  CHECK(value_of("'x' | int(0)") == "0");
  CHECK(value_of("'x' | int") == "page:1:10: template/wrong-value: 'int' cannot use \"x\"");
  CHECK(value_of("'1.5' | float * 2") == "3");
}

TEST_CASE("dates", "[template]") {
  CHECK(value_of("'2023-05-06' | date('%Y年%-m月%-d日')") == "2023年5月6日");
  CHECK(value_of("'2023-05-06T07:08:09+08:00' | date('%H:%M:%S %z 星期%u %a %d %b %y %%')") ==
        "07:08:09 +08:00 星期六 Sat 06 May 23 %");
  CHECK(value_of("'2024-02-29' | date('%A')") == "Thursday");
  CHECK(value_of("'2023-05' | date('%Y.%m')") == "2023.05");
  CHECK(value_of("'2023-02-29' | date") == "page:1:19: template/wrong-value: 'date' cannot use \"2023-02-29\"");
  CHECK(value_of("'2023' | date('%d')") == "page:1:13: template/no-date-part: '2023' cannot be written as '%d'");
  CHECK(value_of("'2023-05-06' | date('%Q')") == "page:1:19: template/no-date-part: '2023-05-06' cannot be written as '%Q'");
}

TEST_CASE("addresses are made relative to the page", "[template]") {
  ValuePool pool;
  const Value names = pool.map({{"page", pool.map({{"address", "reports/hn/1.html"}})}});
  CHECK(value_of("'schools/hn.html' | url", names) == "../../schools/hn.html");
  CHECK(value_of("'reports/hn/2.html#p3' | url", names) == "2.html#p3");
  CHECK(value_of("'reports/hn/1.html#p3' | url", names) == "#p3");
  CHECK(value_of("'reports/hn/1.html' | url", names) == "1.html");
  CHECK(value_of("'/index.html' | url", names) == "../../index.html");
  CHECK(value_of("'reports/湖.html?a=1' | url", names) == "../%E6%B9%96.html?a=1");
  CHECK(value_of("'https://a.cn/b' | url", names) == "https://a.cn/b");
  CHECK(value_of("'mailto:a@b' | url", names) == "mailto:a@b");
  CHECK(value_of("'#top' | url", names) == "#top");
  CHECK(value_of("'a.html' | url") == "page:1:15: template/no-page-address: the filter url needs page.address");
}

TEST_CASE("json may stand in scripts and attributes", "[template]") {
  CHECK(value_of("{'a': [1, true, none, \"</script>&'\"]} | json") ==
        R"({"a":[1,true,null,"\u003c/script\u003e\u0026\u0027"]})");
}
