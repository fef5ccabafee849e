// Chinese text inside an interface of another language: which element is marked.

#include "render/language_marks.h"

#include <catch2/catch.hpp>

using reportal::with_language_marks;

TEST_CASE("an element that holds Chinese text is marked, and nothing else") {
  CHECK(with_language_marks("<p>School</p><p class=\"a\">学校</p>") == "<p>School</p><p lang=\"zh-CN\" class=\"a\">学校</p>");
  CHECK(with_language_marks("<p>、：</p>") == "<p>、：</p>");
}

TEST_CASE("what stands in a marked element is not marked again") {
  CHECK(with_language_marks("<p>学校<b>学</b></p><b>学</b>") == "<p lang=\"zh-CN\">学校<b>学</b></p><b lang=\"zh-CN\">学</b>");
  CHECK(with_language_marks("<div lang=\"zh-TW\"><p>學</p></div>") == "<div lang=\"zh-TW\"><p>學</p></div>");
  CHECK(with_language_marks("<html lang=\"en\"><title>学</title></html>") == "<html lang=\"en\"><title lang=\"zh-CN\">学</title></html>");
}

TEST_CASE("text behind an element is its parent's") {
  CHECK(with_language_marks("<p><b>One</b>学</p>") == "<p lang=\"zh-CN\"><b>One</b>学</p>");
  CHECK(with_language_marks("<p>One<br>学<i>Two</i></p>") == "<p lang=\"zh-CN\">One<br>学<i>Two</i></p>");
}

TEST_CASE("data of scripts and attributes are no text") {
  CHECK(with_language_marks("<script type=\"application/ld+json\">{\"a\":\"<学\"}</script><p title=\"学\">a</p>") ==
        "<script type=\"application/ld+json\">{\"a\":\"<学\"}</script><p title=\"学\">a</p>");
}
