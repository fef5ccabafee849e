#include "command/record_output.h"

#include <catch2/catch.hpp>

using namespace reportal;

namespace {

Block block(BlockContent content, std::uint32_t first, std::uint32_t last) {
  Block made;
  made.content = std::move(content);
  made.lines.push_back({first, last});
  return made;
}

Document example() {
  Document document;
  document.path = "r.txt";
  document.cleaning.lines = 40;
  document.cleaning.joined_lines = 12;
  document.blocks.push_back(block(Noise{"- 1 -", "page number"}, 3, 3));
  document.blocks.push_back(block(Noise{"- 2 -", "page number"}, 4, 4));
  document.blocks.push_back(block(Repeat{{1, 2}, "一句\n\n又一句"}, 7, 9));
  Table table;
  table.number = "1-1";
  table.caption.text = "一览";
  table.columns.resize(2);
  table.rows.resize(3);
  table.confidence = 0.9;
  document.blocks.push_back(block(table, 11, 20));
  table = {};
  table.caption.text = "看不懂的表";
  table.printed = {"甲", "乙"};
  document.blocks.push_back(block(table, 21, 23));
  Correction correction;
  correction.as = Correction::As::heading;
  correction.level = 2;
  correction.ends_case = true;
  document.metadata.corrections.push_back(correction);
  document.cleaning.corrections.push_back({0, {30, 31}, "标题"});
  return document;
}

}  // namespace

TEST_CASE("a record is summed up in one line, what there is none of left out") {
  const Document document = example();
  CHECK(write_record_line("r.txt", count_record(document), Language::english) ==
        "r.txt: 40 lines; 4 removed (2 page number, 2 repeated text); 12 joined; 1 table rebuilt; 1 table as printed; 1 "
        "correction\n");
  CHECK(write_record_line("r.txt", count_record(document), Language::chinese) ==
        "r.txt：40 行；移出 4 行（页码 2，重复的文字 2）；接上文 12 行；重建 1 个表；照原样 1 个表；编者更正 1 处\n");
}

TEST_CASE("a record in full names the lines") {
  const std::string text = write_record(example(), Language::english);
  CHECK(text.substr(text.find('\n') + 1) ==
        "removed lines:\n"
        "  page number: 3–4\n"
        "  repeated text: 7–9\n"
        "tables:\n"
        "  11–20 表 1-1 一览: 3 rows × 2 columns, confidence 90%\n"
        "  21–23 看不懂的表: shown as printed\n"
        "corrections:\n"
        "  30–31: a heading of level 2; the case ends here\n");
}

TEST_CASE("a document of which there is nothing to say has no record") {
  Document document;
  document.blocks.push_back(block(Paragraph{}, 1, 1));
  CHECK_FALSE(has_record(document));
  Table table;
  table.rows.resize(1);
  document.blocks.push_back(block(table, 2, 3));
  CHECK_FALSE(has_record(document));  // a table of Markdown was not rebuilt
  document.cleaning.lines = 3;
  CHECK(has_record(document));
}
