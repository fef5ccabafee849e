#include <catch2/catch.hpp>

#include "structure/raw/titles/captions.h"
#include "structure/raw/titles/numbering.h"

using namespace reportal::raw;
using Form = Numbering::Form;

TEST_CASE("numbers of headings") {
  CHECK(read_numbering("1.4.2.1 落实率").depth == 4);
  CHECK(read_numbering("1.1.1“大思政课”").title == "“大思政课”");
  CHECK(read_numbering("4. 国际合作").marked);
  CHECK(read_numbering("１．２ 办学条件").parts[1] == 2);
  CHECK(read_numbering("第十二章 结语").parts[0] == 12);
  CHECK(read_numbering("第 2 节 课程").form == Form::section);
  CHECK(read_numbering("（三）师资").form == Form::han_bracketed);
  CHECK(read_numbering("二、服务").numeral == "二");
  CHECK(read_numbering("第三部分：成效").form == Form::part);
  CHECK(read_numbering("第三部分：成效").title == "成效");
  CHECK(read_numbering("1.1、计划").title == "计划");
  CHECK(read_numbering("2.1. 计划").depth == 2);
  CHECK(read_numbering("（3）设备").form == Form::bracketed);
  CHECK(read_numbering("3）设备").form == Form::bracketed);
  CHECK(read_numbering("④成果").parts[0] == 4);
  CHECK(read_numbering("1.2023年招生").depth == 1);
  CHECK_FALSE(read_numbering("二 师资").marked);
}

TEST_CASE("what is no numbering") {
  for (const char* text : {"", "2023年学校", "3D打印", "1978.12", "12345 人", "第一次", "一是", "（见表）", "2023.9.1", "一带一路", "（2023）", "三十"}) {
    INFO(text);
    CHECK(read_numbering(text).form == Form::none);
  }
}

TEST_CASE("numbers of captions come out in one form") {
  for (const char* text : {"图 1-5 名", "图1－5 名", "图 1 — 5 名", "图１-５ 名"}) {
    INFO(text);
    CHECK(read_label(text).number == "1-5");
  }
  CHECK(read_label("图 1.5 名").number == "1.5");
  CHECK(read_label("图表 3：名").number == "3");
  CHECK(read_label("附表 2 名").kind == Label::Kind::table);
}

TEST_CASE("words that begin like captions") {
  for (const char* text : {"图书馆", "表明", "表 3人", "附件 1", "图"}) {
    INFO(text);
    CHECK(read_label(text).kind == Label::Kind::none);
  }
}
