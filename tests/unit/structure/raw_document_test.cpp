// What examples of tests/spec cannot say: promises that hold for any input, and what front matter overrides.

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "base/text.h"
#include "structure/raw/understand.h"

using namespace reportal;

namespace {

Source raw_source(std::string text) {
  Source source;
  source.path = "reports/example.txt";
  source.text = std::move(text);
  source.index_lines();
  return source;
}

Document understood(const Source& source) {
  Document document;
  document.path = source.path;
  document.metadata = source.metadata;
  Problems problems;
  raw::understand(source, document, problems);
  return document;
}

/// Every line that is not blank stands in exactly one block, every other in none or as a gap inside one.
void check_lines(const Source& source) {
  const Document document = understood(source);
  std::vector<int> owners(source.line_count() + 1, 0);
  for (const Block& block : document.blocks) {
    REQUIRE(!block.lines.empty());
    std::uint32_t last = 0;
    for (const LineRange& range : block.lines) {
      REQUIRE(range.first > last);
      REQUIRE(range.last >= range.first);
      REQUIRE(range.last <= source.line_count());
      for (std::uint32_t line = range.first; line <= range.last; ++line) ++owners[line];
      last = range.last;
    }
  }
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    INFO("line " << line << ": " << source.line(line));
    if (is_blank(source.line(line)))
      CHECK(owners[line] <= 1);
    else
      CHECK(owners[line] == 1);
  }
  CHECK(!document.title.empty());
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t count = 0; count < times; ++count) text += piece;
  return text;
}

}  // namespace

TEST_CASE("every line stands in exactly one block") {
  for (const char* text :
       {"", "\n\n", "一", "案例 1-1 标题", "表 1-1 标题\n序号 名称", "表 1-1 标题\n表 1-1（续）\n序号 名称\n1 甲",
        "图 1-1\n图 1-2\n", "目录\n1 甲 …… 1\n2 乙 …… 2\n", "# 题\n\n记者/甲  \n通讯员/乙\n\n正文。\n", "12\n13\n14\n",
        "数据来源：\n", "http://example.com\nhttp://example.com\n", "\f第 1 页\n\f第 2 页\n", "1.\n1.1\n一、\n（一）\n第一章\n",
        "1.1 题\n图 1-1 名\n见下图。\n", "1.1 题\n在现场。记者/甲 摄\n"}) {
    INFO(text);
    check_lines(raw_source(text));
  }
}

TEST_CASE("every line stands in exactly one block when a table goes on behind text") {
  const std::string rows = "序号 名称 等级\n\n1 甲项目 一等奖\n\n2 乙项目 二等奖\n\n";
  const std::string text = repeated("学校坚持以学生为中心的办学理念，把课程建设放在突出位置，形成了良好的机\n\n", 4);
  check_lines(raw_source("表 1-1 名单\n\n" + rows + text + " 序号 名称 等级\n\n3 丙项目 三等奖\n\n" + text));
}

TEST_CASE("very long and very repeated lines are read in one pass") {
  check_lines(raw_source(repeated("学", 100'000)));
  check_lines(raw_source(repeated("1 ", 50'000)));
  check_lines(raw_source(repeated("表 1-1 名单\n", 20'000)));
  check_lines(raw_source(repeated("1.1 名单\n", 20'000)));
  check_lines(raw_source(repeated("案例 1-1 名单\n", 20'000)));
  check_lines(raw_source(repeated("目录\n", 20'000)));
  check_lines(raw_source(repeated("1.1 名单\n图 1-1 名\n见下图。\n", 10'000)));
  check_lines(raw_source("表 1-1 名单\n序号 名称\n" + repeated("7\n", 20'000)));
  check_lines(raw_source("案例 1-1 名单\n" + repeated("二是学校建了实训室。\n图 1-1 名\n", 10'000)));
  check_lines(raw_source("1.1 名单\n案例 1-1 名单\n" + repeated("一、名\n学校建了实训室。\n", 10'000)));
  check_lines(raw_source(repeated("见图 1-1、1-2 和 1-3，（见下表）", 10'000) + "\n图 1-1 名\n"));
  check_lines(raw_source(repeated("数据来源：学校\n", 20'000)));
}

TEST_CASE("captions beside each other share their line") {
  const Document document = understood(raw_source("图 1-1 校门 图 1-2 食堂\n\n见图 1-2。\n"));
  REQUIRE(document.blocks.size() == 3);
  CHECK(block_label(document.blocks[0]) == "图 1-1");
  CHECK(block_label(document.blocks[1]) == "图 1-2");
  CHECK(document.blocks[0].lines == document.blocks[1].lines);
  REQUIRE(document.references.size() == 1);
  CHECK(document.references[0].target == 1);
}

TEST_CASE("the end that front matter states may lie behind headings, and holds for cases without a number") {
  Source source = raw_source("1.1 题\n典型案例：茶艺\n第一段。\n1.2 题\n第二段。\n第三段。\n");
  source.metadata.cases["茶艺"].last_line = 5;
  const Document document = understood(source);
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    if (block.inside_case >= 0) last = block.lines.back().last;
  }
  CHECK(last == 5);
}

TEST_CASE("where a case may end elsewhere is told, where it cannot is not") {
  const auto doubts = [](std::string text) {
    const Source source = raw_source(std::move(text));
    Document document;
    document.path = source.path;
    Problems problems;
    raw::understand(source, document, problems);
    std::size_t count = 0;
    for (const Problem& problem : problems.sorted()) count += problem.kind->id == "structure/uncertain-case-end" ? 1 : 0;
    return count;
  };
  const std::string paragraph = "学校建成了三个实训室，都在使用。\n";
  CHECK(doubts("1.1 题\n案例 1-1 茶艺\n" + paragraph + "1.2 题\n" + paragraph) == 0);
  CHECK(doubts("1.1 题\n" + paragraph + "案例 1-1 茶艺\n" + repeated(paragraph, 9) + "1.2 题\n" + paragraph) == 1);
}

TEST_CASE("a paragraph of one line is a view into the source") {
  const Source source = raw_source("学校是一所公办高职院校。\n");
  const Document document = understood(source);
  REQUIRE(document.blocks.size() == 1);
  const auto* paragraph = as<Paragraph>(document.blocks[0]);
  REQUIRE(paragraph != nullptr);
  CHECK(paragraph->text.text.data() == source.text.data());
}

TEST_CASE("front matter says where a case ends and what the columns of a table are") {
  Source source = raw_source("案例 1-1 标题\n第一段。\n第二段。\n第三段。\n表 2-1 名单\n甲 1\n乙 2\n");
  source.metadata.cases["1-1"].last_line = 3;
  source.metadata.tables["2-1"].columns = {"名称", "数量"};
  const Document document = understood(source);
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    if (block.inside_case >= 0) last = block.lines.back().last;
    if (const auto* table = as<Table>(block)) {
      REQUIRE(table->columns.size() == 2);
      CHECK(table->columns[1].text == "数量");
      CHECK(table->rows.size() == 2);
    }
  }
  CHECK(last == 3);
}

TEST_CASE("title, school and year of a report are found in its text") {
  const Document document = understood(
      raw_source("前 言\n\n学校组织编写了《某某职业技术学院高等职业教育质量报告（2023年度）》，现予发布。\n\n1.人才培养\n\n1.1 "
                 "党建引领\n\n正文。\n"));
  CHECK(document.kind == DocumentKind::report);
  CHECK(document.title == "某某职业技术学院高等职业教育质量报告（2023年度）");
  CHECK(document.school == "某某职业技术学院");
  CHECK(document.year == 2023);
}

TEST_CASE("what front matter says of title and kind stands") {
  Source source = raw_source("案例 1-1 标题\n\n正文。\n");
  source.metadata.kind = DocumentKind::page;
  source.metadata.kind_given = true;
  source.metadata.title = "给出的题目";
  const Document document = understood(source);
  CHECK(document.kind == DocumentKind::page);
  CHECK(document.title == "给出的题目");
}
