#include <catch2/catch.hpp>

#include "chinese/characters.h"
#include "chinese/folding.h"
#include "chinese/numbers.h"

using namespace reportal;

TEST_CASE("width is counted in columns as a Chinese font prints") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("中文，“引”") == 12);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("ｂ２") == 4);
}

TEST_CASE("a sentence ends with its mark, also inside closing quotes") {
  for (const char* text : {"完成。", "完成。”", "完成！）", "如下：", "Done.", "他说：“好。”", "好。 "}) CHECK(ends_sentence(text));
  for (const char* text : {"", "完成", "完成，", "（完成）", "”", "、"}) CHECK_FALSE(ends_sentence(text));
}

TEST_CASE("lines are joined without a space where Chinese printing has none") {
  CHECK(joint(U'中', U'文') == "");
  CHECK(joint(U'，', U'a') == "");
  CHECK(joint(U'a', U'。') == "");
  CHECK(joint(U'a', U'b') == " ");
  CHECK(joint(U'年', U'2') == " ");
  CHECK(joint(0, U'a') == "");
  CHECK(joint(U' ', U'a') == "");
}

TEST_CASE("folding makes one form of widths, cases and white space") {
  CHECK(folded("ＡＢｃ　１＋Ｘ 证书") == "abc1+x证书");
  CHECK(folded("（试点）：“双高”") == "(试点):“双高”");
  CHECK(folded("École\n\t") == "école");
  CHECK(folded("") == "");
  CHECK(folded("學校") == "學校");
  CHECK(folded_simplified("學校產教融合ＡＢ") == "学校产教融合ab");
  CHECK(folded_simplified("𠮷野家") == "𠮷野家");
}

TEST_CASE("Chinese numerals are read strictly") {
  struct Example { const char* text; std::int64_t value; };
  const Example examples[] = {
      {"零", 0}, {"〇", 0}, {"一", 1}, {"十", 10}, {"十二", 12}, {"二十", 20}, {"廿一", 21}, {"廿", 20}, {"九十九", 99}, {"一百", 100},
      {"一百零三", 103}, {"一百一十", 110}, {"一百一十二", 112}, {"二百五十", 250}, {"两千", 2000}, {"一千零一", 1001}, {"一千零一十", 1010},
      {"一千零十", 1010}, {"三千四百五十六", 3456}, {"两万", 20000}, {"十万", 100000}, {"一万零五", 10005}, {"三百二十万", 3200000},
      {"一亿", 100000000}, {"十三亿", 1300000000}, {"三万亿", 3000000000000}, {"一亿亿", 10000000000000000}, {"二〇二三", 2023}, {"一九四九", 1949},
      {"一亿零三万", 100030000}, {"十二万三千", 123000},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    CHECK(chinese_numeral(example.text) == example.value);
  }
  for (const char* text : {"", "三千余", "百", "万", "一百五", "一万二千零", "十十", "一十百", "二三十", "三个", "12", "一万万万", "零十", "百二", "亿", "两两", "一万五", "零五万零"}) {
    CAPTURE(text);
    CHECK_FALSE(chinese_numeral(text));
  }
}

TEST_CASE("a run of numeral characters is measured in bytes") {
  CHECK(chinese_numeral_length("十二、概况") == 6);
  CHECK(chinese_numeral_length("概况") == 0);
  CHECK(chinese_numeral_length("二〇二三") == 12);
  CHECK(chinese_numeral_length("") == 0);
}

TEST_CASE("numbers are read as running text prints them") {
  struct Example {
    std::string_view text;
    double value;
    std::size_t length;
  };
  static constexpr Example examples[] = {
      {"816人", 816, 3},
      {"98.49%", 98.49, 5},
      {"1,620,000 册", 1'620'000, 9},
      {"2 000 名", 2000, 5},
      {"１４６７５人", 14675, 15},
      {"３．５", 3.5, 9},
      {"35.84万平方米", 358'400, 8},
      {"1.83 亿元", 183'000'000, 8},
      {"1.24亿", 124'000'000, 7},
      {"18488.49 万元", 184'884'900, 12},
      {"3千余", 3000, 4},
      {"2百万", 2'000'000, 7},
      {"三百二十人", 320, 12},
      {"两千名", 2000, 6},
      {"一万六千多", 16'000, 12},
      {"百余人", 100, 3},
      {"万名", 10'000, 3},
      {"12,34", 12, 2},
      {"5 1200", 5, 1},
      {"3. 加强", 3, 1},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const NumberText number = read_number(example.text);
    CHECK(number.value() == example.value);
    CHECK(number.length == example.length);
  }
}

TEST_CASE("what is no number has no length") {
  for (const std::string_view text : {"", "人", "余", "一百五", "三三两两千", "1234567890123456", "，5", "年"}) {
    CAPTURE(text);
    CHECK(read_number(text).length == 0);
  }
}

TEST_CASE("the last digit of a number has a place") {
  CHECK(read_number("98.49").exponent == -2);
  CHECK(read_number("35.8万").exponent == 3);
  CHECK(read_number("800").exponent == 0);
  CHECK(read_number("三百").numeral);
  CHECK(read_number("1.2万").multiplied);
}

TEST_CASE("numbers are grouped by thousands and lose idle zeros") {
  CHECK(grouped_number(1234567.5) == "1,234,567.5");
  CHECK(grouped_number(0) == "0");
  CHECK(grouped_number(-0.001) == "0");
  CHECK(grouped_number(-1234.5) == "-1,234.5");
  CHECK(grouped_number(999.999) == "1,000");
  CHECK(grouped_number(100) == "100");
  CHECK(grouped_number(93.1, 1) == "93.1");
  CHECK(grouped_number(93.16, 0) == "93");
  CHECK(grouped_number(1e15) == "1,000,000,000,000,000");
}
