// Citations: the marks of GB/T 7714-2025, what BibTeX and RIS want escaped, and what is left out where it is not known.

#include "render/citation.h"

#include <catch2/catch.hpp>

using namespace reportal;

namespace {

std::string shown(const std::vector<CitationPiece>& pieces) {
  std::string all;
  for (const CitationPiece& piece : pieces) {
    all += piece.kind == CitationPiece::Kind::access_day ? "<day>"
           : piece.kind == CitationPiece::Kind::address  ? "<" + piece.text + ">"
                                                         : piece.text;
  }
  return all;
}

CitedWork report() {
  CitedWork work;
  work.authors = {"江畔职业学院"};
  work.title = "江畔职业学院质量年报";
  work.year = 2024;
  work.key = "jiangpan-2024";
  work.address = "https://example.edu.cn/reports/jiangpan-2024/";
  return work;
}

CitedWork part() {
  CitedWork work = report();
  work.kind = CitedWork::Kind::part;
  work.host_title = work.title;
  work.title = "表 1-1 在校生人数";
  work.first_page = 12;
  return work;
}

}  // namespace

TEST_CASE("a report is [R/OL] with its day, else its year") {
  CitedWork work = report();
  CHECK(shown(gb_citation(work)) ==
        "江畔职业学院. 江畔职业学院质量年报[R/OL]. 2024[<day>]. <https://example.edu.cn/reports/jiangpan-2024/>.");
  work.date = *parse_date("2024-12-30");
  CHECK(shown(gb_citation(work)) ==
        "江畔职业学院. 江畔职业学院质量年报[R/OL].（2024-12-30）[<day>]. <https://example.edu.cn/reports/jiangpan-2024/>.");
}

TEST_CASE("a part of a report names the report behind // with year and page") {
  CitedWork work = part();
  CHECK(shown(gb_citation(work)) ==
        "江畔职业学院. 表 1-1 在校生人数[R/OL]//江畔职业学院. 江畔职业学院质量年报. 2024：12[<day>]. "
        "<https://example.edu.cn/reports/jiangpan-2024/>.");
  work.last_page = 15;
  CHECK(shown(gb_citation(work)).find(". 2024：12-15[") != std::string::npos);
  work.first_page = work.last_page = 0;
  CHECK(shown(gb_citation(work)).find(". 2024[<day>]") != std::string::npos);
  work.year = 0;
  CHECK(shown(gb_citation(work)).find("质量年报.[<day>]") != std::string::npos);
}

TEST_CASE("news is [N/OL] with paper and day; three authors are named") {
  CitedWork work;
  work.kind = CitedWork::Kind::news;
  work.title = "校企共建实训基地";
  work.host_title = "江畔日报";
  work.date = *parse_date("2024-03-05");
  CHECK(shown(gb_citation(work)) == "校企共建实训基地[N/OL]. 江畔日报，2024-03-05[<day>]. <>.");
  work.host_title.clear();
  work.authors = {"甲", "乙", "丙", "丁"};
  CHECK(shown(gb_citation(work)) == "甲，乙，丙，等. 校企共建实训基地[N/OL]. 2024-03-05[<day>]. <>.");
}

TEST_CASE("BibTeX escapes what TeX reads as commands") {
  CitedWork work = report();
  work.title = "50% {A}_B & \\C";
  const std::string text = shown(bibtex_citation(work));
  CHECK(text.starts_with("@techreport{jiangpan-2024,\n  author = {{江畔职业学院}},\n"));
  CHECK(text.find("title = {50\\% \\{A\\}\\_B \\& \\textbackslash{}C}") != std::string::npos);
  CHECK(text.find("institution = {江畔职业学院}") != std::string::npos);
  CHECK(text.find("urldate = {<day>}") != std::string::npos);
  CHECK(text.find("pages") == std::string::npos);
  CHECK(text.ends_with("}\n"));
}

TEST_CASE("reference managers are told the language") {
  CitedWork work = report();
  CHECK(shown(bibtex_citation(work)).ends_with(",\n  langid = {chinese}\n}\n"));
  work.language = "en-GB";
  CHECK(shown(bibtex_citation(work)).ends_with(",\n  langid = {english}\n}\n"));
  CHECK(shown(ris_citation(work)).find("\nLA  - en\n") != std::string::npos);
  work.language = "bo";
  CHECK(shown(bibtex_citation(work)).find("langid") == std::string::npos);
}

TEST_CASE("RIS has a line a tag, whatever the text holds") {
  CitedWork work = part();
  work.title = "表 1\nTY  - X";
  work.last_page = 13;
  CHECK(shown(ris_citation(work)) ==
        "TY  - CHAP\nID  - jiangpan-2024\nAU  - 江畔职业学院\nTI  - 表 1 TY  - X\nT2  - 江畔职业学院质量年报\nPY  - 2024\nSP  "
        "- 12\nEP  - 13\n"
        "UR  - <https://example.edu.cn/reports/jiangpan-2024/>\nY2  - <day>\nLA  - zh\nER  - \n");
}

TEST_CASE("keys are ASCII") {
  CHECK(citation_key("cases/hngy-2023/1-1.html") == "cases-hngy-2023-1-1-html");
  CHECK(citation_key("年报") == "work");
  CHECK(citation_key("年报 2024") == "2024");
}
