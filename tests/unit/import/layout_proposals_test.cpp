#include "import/layout_proposals.h"

#include <catch2/catch.hpp>

using namespace reportal;

namespace {

pdf::TextLine line(std::string text, std::uint32_t page, std::int32_t box = pdf::TextLine::no_box) {
  pdf::TextLine result;
  result.text = std::move(text);
  result.page = page;
  result.box = box;
  result.em = 10;
  return result;
}

Block block(BlockContent content, std::uint32_t first, std::uint32_t last, std::int32_t inside_case = -1) {
  Block result;
  result.content = std::move(content);
  result.lines = {{first, last}};
  result.inside_case = inside_case;
  return result;
}

CaseTitle case_title(std::string_view number) {
  CaseTitle title;
  title.number = number;
  return title;
}

Figure figure(std::string_view number) {
  Figure result;
  result.number = number;
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the end of a box is proposed where the case was read otherwise, and only there") {
  Extract extract;
  extract.layout = {line("案例 1-1", 0, 0), line("框内", 0, 0), line("", 0, 0), line("也在框内", 1, 0), line("框外", 1)};
  Document document;
  document.blocks.push_back(block(case_title("1-1"), 1, 1));
  document.blocks.push_back(block(Paragraph{}, 2, 2, 0));
  document.blocks.push_back(block(Paragraph{}, 4, 4));
  document.blocks.push_back(block(Paragraph{}, 5, 5));
  CHECK(propose_case_ends(extract, document) == Lines{"cases:", "  \"1-1\": {last_line: 4}"});
  document.blocks[2].inside_case = 0;
  CHECK(propose_case_ends(extract, document).empty());
  document.blocks[3].inside_case = 0;
  CHECK(propose_case_ends(extract, document) == Lines{"cases:", "  \"1-1\": {last_line: 4}"});
}

TEST_CASE("two cases in one box, or a title in its middle, say nothing of an end") {
  Extract extract;
  extract.layout = {line("案例 1-1", 0, 0), line("一", 0, 0),       line("案例 1-2", 0, 0), line("二", 0, 0),
                    line("三", 0, 0),       line("案例 1-3", 0, 0), line("四", 0, 0)};
  Document document;
  for (const auto& [number, at] : {std::pair{"1-1", 1U}, {"1-2", 3U}, {"1-3", 6U}})
    document.blocks.push_back(block(case_title(number), at, at));
  CHECK(propose_case_ends(extract, document).empty());
}

TEST_CASE("lines at the same place of many pages are corrected where they were taken for text") {
  Extract extract;
  extract.layout = {line("页眉", 0), line("正文", 0), line("1", 0)};
  extract.layout[0].furniture = extract.layout[2].furniture = true;
  Document document;
  document.blocks.push_back(block(Paragraph{}, 1, 2));
  document.blocks.push_back(block(Noise{}, 3, 3));
  CHECK(propose_furniture(extract, document) == Lines{"corrections:", "  - {line: 1, as: noise}"});
}

TEST_CASE("a page with as many pictures as captions binds them in order; other pictures stay loose") {
  Extract extract;
  extract.layout = {line("图 1-1", 0), line("图 1-2", 0), line("图 1-3", 1)};
  extract.pictures = {{"1-1.png", 0}, {"1-2.png", 0}, {"2-1.png", 1}, {"2-2.png", 1}, {"3-1.png", 2}};
  Document document;
  for (const auto& [number, at] : {std::pair{"1-1", 1U}, {"1-2", 2U}, {"1-3", 3U}})
    document.blocks.push_back(block(figure(number), at, at));
  const FigureProposal proposal = propose_figures(extract, document, "/pictures/x");
  CHECK(proposal.lines ==
        Lines{"figures:", "  \"1-1\": {image: /pictures/x/1-1.png}", "  \"1-2\": {image: /pictures/x/1-2.png}"});
  CHECK(proposal.bound == 2);
  CHECK(proposal.loose == Lines{"2-1.png", "2-2.png", "3-1.png"});
}

TEST_CASE("what is printed largest on the first page is told, over its lines") {
  Extract extract;
  extract.layout = {line("某某学院", 0), line("质量年报", 0), line("正文", 0), line("正文", 0),
                    line("正文", 1),     line("更大", 1),     line("正文", 1), line("正文", 1)};
  extract.layout[0].em = extract.layout[1].em = 18;
  extract.layout[5].em = 30;
  CHECK(largest_print(extract) == "某某学院质量年报");
  extract.layout[0].em = extract.layout[1].em = 11;
  CHECK(largest_print(extract).empty());
}
