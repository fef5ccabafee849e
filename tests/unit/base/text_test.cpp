#include "base/text.h"

#include <catch2/catch.hpp>

using namespace reportal;

TEST_CASE("UTF-8 is checked strictly") {
  CHECK(find_invalid_utf8("") == npos);
  CHECK(find_invalid_utf8("质量年报 2023, plain") == npos);
  CHECK(find_invalid_utf8("12345678质\xFF") == 11);
  CHECK(find_invalid_utf8("\xC0\x80") == 0);          // overlong
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);      // surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // over U+10FFFF
  CHECK(find_invalid_utf8("a\xE8\xB4") == 1);         // cut short
}

TEST_CASE("characters are walked in both directions") {
  const std::string_view text = "a质😀";
  std::size_t offset = 0;
  CHECK(next_character(text, offset) == U'a');
  CHECK(next_character(text, offset) == U'质');
  CHECK(next_character(text, offset) == U'😀');
  CHECK(offset == text.size());
  CHECK(previous_character(text, offset) == U'😀');
  CHECK(previous_character(text, offset) == U'质');
  CHECK(count_characters(text) == 3);
  CHECK(take_characters(text, 2) == "a质");
  CHECK(take_characters(text, 9) == text);
}

TEST_CASE("white space of Chinese text is trimmed") {
  CHECK(trim("　 前 言\xC2\xA0\n") == "前 言");
  CHECK(trim(" \t") == "");
  CHECK(is_blank("　\f"));
  CHECK(without_space(" 前　言 1 ") == "前言1");
}

TEST_CASE("lines are split without a last empty one") {
  CHECK(split_lines("").empty());
  CHECK(split_lines("a\n") == std::vector<std::string_view>{"a"});
  CHECK(split_lines("a\n\nb") == std::vector<std::string_view>{"a", "", "b"});
}

TEST_CASE("markup and addresses are escaped") {
  CHECK(html_escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  std::string xml;
  append_xml_escaped(xml, "a\x01<\n");
  CHECK(xml == "a&lt;\n");
  std::string address;
  append_url_path(address, "图/a b.html");
  CHECK(address == "%E5%9B%BE/a%20b.html");
  CHECK(percent_decoded(address) == "图/a b.html");
  CHECK(percent_decoded("a%2fb%2Gc%4") == "a/b%2Gc%4");
}

TEST_CASE("a string pool keeps what it is given") {
  StringPool pool;
  const std::string_view small = pool.keep("小");
  const std::string large(40'000, 'x');
  const std::string_view big = pool.keep(large);
  const std::string_view after = pool.keep("后");
  CHECK(small == "小");
  CHECK(big == large);
  CHECK(after == "后");
}
