// Sources, the vocabulary, the library's order, and what is said of blocks.

#include <catch2/catch.hpp>

#include <utility>

#include "model/document.h"
#include "model/dump.h"
#include "model/library.h"
#include "model/portal.h"
#include "model/source.h"

using namespace reportal;

namespace {

Block block(BlockContent content, std::vector<LineRange> lines = {}, std::int32_t section = -1, std::int32_t inside_case = -1) {
  Block made;
  made.content = std::move(content);
  made.lines = std::move(lines);
  made.section = section;
  made.inside_case = inside_case;
  return made;
}

Heading heading(int level, std::string_view number, std::string_view title) {
  return {.level = level, .number = number, .title = {.text = title, .spans = {}}};
}

Paragraph paragraph(std::string_view text) {
  Paragraph made;
  made.text.text = text;
  return made;
}

/// Chapter 1 with a case in 1.1, then an unnumbered part.
Document report(std::string id) {
  Document document;
  document.path = "reports/" + id + ".txt";
  document.kind = DocumentKind::report;
  document.id = std::move(id);
  document.title = "质量年报";
  document.blocks.push_back(block(heading(1, "1", "人才培养"), {{1, 1}}));
  document.blocks.push_back(block(heading(2, "1.1", "立德树人"), {{2, 2}}, 0));
  document.blocks.push_back(block(CaseTitle{.number = "1-1", .title = {.text = "三全育人", .spans = {}}}, {{3, 3}}, 1));
  document.blocks.push_back(block(paragraph("案例的文字。"), {{4, 5}, {7, 7}}, 1, 2));
  document.blocks.push_back(block(Noise{"- 3 -", "page number"}, {{6, 6}}, 1, 2));
  document.blocks.push_back(block(heading(1, "", "附表"), {{8, 8}}));
  document.blocks.push_back(block(paragraph("文字。"), {{9, 9}}, 5));
  return document;
}

Document with_id(DocumentKind kind, std::string id) {
  Document document;
  document.kind = kind;
  document.id = std::move(id);
  document.title = document.id;
  return document;
}

}  // namespace

TEST_CASE("lines of a source") {
  Source source;
  source.path = "a.txt";
  source.text = "一\n\n三";
  source.index_lines();
  CHECK(source.line_count() == 3);
  CHECK(source.line(1) == "一");
  CHECK(source.line(2).empty());
  CHECK(source.line(3) == "三");
  CHECK(source.line(0).empty());
  CHECK(source.line(4).empty());
  CHECK(source.place(3, 1, 1).excerpt == "三");

  source.text = "一\n";
  source.index_lines();
  CHECK(source.line_count() == 1);
  CHECK(source.line(1) == "一");

  source.text.clear();
  source.index_lines();
  CHECK(source.line_count() == 0);
}

TEST_CASE("a school is found by id, name, short name and form, its id before another's form") {
  Vocabulary vocabulary;
  vocabulary.schools.push_back({.id = "a",
                                .name = "甲学院",
                                .short_name = "甲",
                                .forms = {"b", "甲院"},
                                .own_forms = {"学校"},
                                .kind = {},
                                .city = {},
                                .province = {},
                                .site = {},
                                .code = {},
                                .sort = {},
                                .summary = {},
                                .founded = 0});
  vocabulary.schools.push_back({.id = "b",
                                .name = "乙学院",
                                .short_name = "",
                                .forms = {},
                                .own_forms = {},
                                .kind = {},
                                .city = {},
                                .province = {},
                                .site = {},
                                .code = {},
                                .sort = {},
                                .summary = {},
                                .founded = 0});
  CHECK(vocabulary.find_school("a") == 0);
  CHECK(vocabulary.find_school("甲院") == 0);
  CHECK(vocabulary.find_school("甲") == 0);
  CHECK(vocabulary.find_school("b") == 1);
  CHECK(vocabulary.find_school("学校") == -1);
  CHECK(vocabulary.find_school("") == -1);
}

TEST_CASE("sections, chapters and labels") {
  const Document document = report("r");
  CHECK(section_name(document, document.blocks[3]) == "1.1");
  CHECK(section_name(document, document.blocks[6]) == "附表");
  CHECK(section_name(document, document.blocks[0]).empty());
  CHECK(block_label(document.blocks[2]) == "案例 1-1");
  CHECK(block_label(document.blocks[5]).empty());
}

TEST_CASE("plain text of tables and lists") {
  Table table;
  table.caption.text = "规模";
  table.columns = {{.text = "年份", .spans = {}}, {.text = "人数", .spans = {}}};
  table.rows = {{.cells = {{.text = "2023", .spans = {}}, {.text = "12", .spans = {}}}}};
  CHECK(plain_text(block(table)) == "规模\n年份\t人数\n2023\t12");
  List list;
  list.items = {{.text = {.text = "甲", .spans = {}}}, {.text = {.text = "乙", .spans = {}}}};
  CHECK(plain_text(block(list)) == "甲\n乙");
  CHECK(plain_text(block(Noise{"x", "page number"})).empty());
}

TEST_CASE("the library orders documents by kind and id, and cases by their place") {
  std::vector<Document> documents;
  documents.push_back(with_id(DocumentKind::case_study, "z"));
  documents.push_back(with_id(DocumentKind::article, "b"));
  documents.push_back(report("r2"));
  documents.push_back(with_id(DocumentKind::article, "a"));
  documents.push_back(report("r10"));
  const Library library = make_library({}, {}, std::move(documents));
  std::string order;
  for (const Document& document : library.documents) order += document.id + " ";
  CHECK(order == "r10 r2 a b z ");
  REQUIRE(library.cases.size() == 3);
  CHECK(library.cases[1].document == 1);
  CHECK(library.cases[1].block == 2);
  CHECK(library.cases[1].blocks == std::vector<std::uint32_t>{3});
  CHECK(library.cases[2].block == -1);
  CHECK(library.of_kind(DocumentKind::article) == std::vector<std::uint32_t>{2, 3});
}

TEST_CASE("lines are dumped with aligned tags") {
  Source source;
  source.text = "1 人才培养\n1.1 立德树人\n案例 1-1 三全育人\n案例的\n文\n- 3 -\n字。\n附表\n文字。\n";
  source.index_lines();
  CHECK(dump_lines(report("r"), source) ==
        "1 heading      # 1          | 1 人才培养\n"
        "2 heading      ## 1.1       | 1.1 立德树人\n"
        "3 case         案例 1-1 1.1 | 案例 1-1 三全育人\n"
        "4 paragraph    1.1 [1-1]    | 案例的\n"
        "5 paragraph                 | 文\n"
        "6 noise        page number  | - 3 -\n"
        "7 paragraph    1.1 [1-1]    | 字。\n"
        "8 heading      #            | 附表\n"
        "9 paragraph    附表         | 文字。\n");
}
