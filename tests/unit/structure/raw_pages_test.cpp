// Printed pages of blocks, and the forms that page numbers have.

#include <catch2/catch.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "structure/raw/page/page_numbers.h"
#include "structure/raw/understand.h"

using namespace reportal;

namespace {

constexpr std::string_view full = "学校坚持以学生为中心的办学理念，把课程建设放在突出位置，形成了良好的机";

/// The printed page by physical line, of blocks that begin there.
std::map<std::uint32_t, std::uint32_t> pages_of(const std::string& text) {
  Source source;
  source.path = "reports/example.txt";
  source.text = text;
  source.index_lines();
  Document document;
  Problems problems;
  raw::understand(source, document, problems);
  std::map<std::uint32_t, std::uint32_t> pages;
  for (const Block& block : document.blocks) pages[block.lines.front().first] = block.page;
  return pages;
}

/// A page of `lines` lines of text, the last one a short end.
std::string page(int lines) {
  std::string text;
  for (int line = 1; line < lines; ++line) text += std::string(full) + "\n";
  return text + "制。\n";
}

}  // namespace

TEST_CASE("page numbers are read in the forms that printers give them") {
  for (const std::string_view text : {"12", "- 12 -", "—12—", "·12·", "~12~", "第12页", "第 12 页", "第12页 共195页",
                                      "第 12 页，共 195 页", "12 / 195", "12/195", "Page 12", "Page 12 of 195", "１２"}) {
    INFO(text);
    const auto number = raw::read_page_number(text);
    REQUIRE(number);
    CHECK(number->value == 12);
  }
  CHECK(raw::read_page_number("iv")->value == 4);
  CHECK(raw::read_page_number("Ⅸ")->value == 9);
  CHECK(raw::read_page_number("- xii -")->roman);
  for (const std::string_view text : {"", "第12", "12页", "12 人", "12%", "2023", "195 / 12", "第一页", "表 12"}) {
    INFO(text);
    CHECK_FALSE(raw::read_page_number(text));
  }
}

TEST_CASE("a page number on the line of a running head") {
  CHECK(raw::split_page_number("海西职业学院质量年报 12")->number.value == 12);
  CHECK(raw::split_page_number("海西职业学院质量年报 第 12 页")->head == "海西职业学院质量年报");
  CHECK(raw::split_page_number("12 海西职业学院质量年报")->head == "海西职业学院质量年报");
  CHECK_FALSE(raw::split_page_number("海西职业学院质量年报"));
  CHECK_FALSE(raw::split_page_number("质量年报（2023年度）"));
}

TEST_CASE("numbers at the foot give the pages before them") {
  const auto pages = pages_of(page(9) + "- 7 -\n" + page(9) + "- 8 -\n" + page(9) + "- 9 -\n");
  CHECK(pages.at(1) == 7);
  CHECK(pages.at(10) == 7);
  CHECK(pages.at(11) == 8);
  CHECK(pages.at(21) == 9);
}

TEST_CASE("numbers below a head give the pages behind them, counted back to the first") {
  std::string text = page(9);
  for (const char* number : {"2", "3", "4"}) text += "\f海西职业学院\n" + std::string(number) + "\n" + page(9);
  const auto pages = pages_of(text);
  CHECK(pages.at(1) == 1);
  CHECK(pages.at(10) == 2);
  CHECK(pages.at(12) == 2);
  CHECK(pages.at(23) == 3);
}

TEST_CASE("pages without a number between two that have one are counted, those that do not add up are not") {
  CHECK(pages_of(page(9) + "- 1 -\n\f" + page(9) + "\f" + page(9) + "- 3 -\n").at(11) == 2);
  const auto doubtful = pages_of(page(9) + "- 1 -\n\f" + page(9) + "\f" + page(9) + "- 9 -\n");
  CHECK(doubtful.at(1) == 1);
  CHECK(doubtful.at(11) == 0);
  CHECK(doubtful.at(20) == 9);
}

TEST_CASE("text without page numbers has no pages") {
  const auto pages = pages_of("\f" + page(9) + "\f" + page(9));
  CHECK(pages.at(1) == 0);
}
