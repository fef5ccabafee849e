// One engine, many threads.

#include <catch2/catch.hpp>

#include <thread>
#include <vector>

#include "template_fixture.h"

using namespace reportal;
using namespace reportal::templates;

TEST_CASE("threads share an engine", "[template]") {
  Engine engine;
  Problems problems;
  engine.load({{"page",
                "{% macro m(x) %}<{{ x }}>{% endmacro %}{% for x in list | sort(reverse=true) %}{{ m(x) }}{% include 'part' "
                "%}{% endfor %}"},
               {"part", "{{ loop.index }}{% set y = x * 2 %}{{ y }};"}},
              {}, problems);
  ValuePool pool;
  const Value names = pool.map({{"list", pool.list({1, 2})}});
  std::vector<std::string> pages(8);
  std::vector<std::thread> threads;
  for (std::string& page : pages) {
    threads.emplace_back([&engine, &names, &problems, &page] {
      for (int i = 0; i < 50; ++i) {
        page.clear();
        engine.run("page", names, page, problems);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(told(problems).empty());
  for (const std::string& page : pages) CHECK(page == "<2>14;<1>22;");
}
