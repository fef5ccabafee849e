// Each line that is not blank stands in exactly one block, whatever the source holds.

#include <catch2/catch.hpp>

#include "markup_fixture.h"

using namespace reportal;

TEST_CASE("lines of Markdown stand in one block each") {
  for (const std::string text : {
           "甲\n\n\n乙\n丙\n",
           "- 甲\n\n  乙\n\n  ```\n  x\n  ```\n\n  > 丙\n- 丁\n",
           "> 甲\n> - 乙\n>   丙\n\n| a | b |\n|--|--|\n| 1 | 2 |\n| 3 |\n文\n",
           "[a]: http://a.cn\n[^n]: 注\n<!-- 注\n释 -->\n<div>\n\n文[^n]\n\n</div>\n[^m]: 未用\n",
           "题\n===\n题二\n---\n文 ![图](a.png) 文\n![图](b.png)\n文\n",
           "　　甲\n　　乙\n    丙\n1. 丁\n    戊\n\n      己\n",
           "<table>\n<tr>\n<td>甲</td><td>乙</td>\n</tr>\n</table>\n文\n",
           "\n\n\n",
           "",
       }) {
    CAPTURE(text);
    CHECK(Understood(text, SourceFormat::markdown).each_line_has_one_block());
  }
}

TEST_CASE("lines of HTML stand in one block each") {
  for (const std::string text : {
           "<p>甲</p><p>乙</p>\n<p>丙\n丁</p>\n",
           "<html><head>\n<title>题</title>\n<style>\nx\n</style></head>\n<body>\n文\n<ul>\n<li>甲\n<li>乙\n</ul>\n</body></"
           "html>\n",
           "<table>\n<p>移出</p>\n<tr><td>甲<td>乙\n</table>\n文",
           "<b>甲\n<p>乙\n</b>丙</p>\n</div>\n<!-- x -->\n",
           "文<br>\n文<br>\n<br>\n文\n",
       }) {
    CAPTURE(text);
    CHECK(Understood(text, SourceFormat::html).each_line_has_one_block());
  }
}

TEST_CASE("of several blocks on one line the first owns it") {
  const Understood html("<p>一文字。</p><p>二文字。</p>", SourceFormat::html);
  REQUIRE(html.document.blocks.size() == 2);
  CHECK(html.document.blocks[0].lines == std::vector<LineRange>{{1, 1}});
  CHECK(html.document.blocks[1].lines.empty());
}
