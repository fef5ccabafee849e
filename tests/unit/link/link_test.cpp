#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "link/link.h"
#include "model/texts.h"

using namespace reportal;

namespace {

Vocabulary small_vocabulary() {
  Vocabulary vocabulary;
  School first, second;
  first.id = "gongye";
  first.name = "湖南工业职业技术学院";
  first.short_name = "湖南工院";
  first.own_forms = {"我校"};
  second.id = "jidian";
  second.name = "湖南机电职业技术学院";
  vocabulary.schools = {first, second};
  Organisation company;
  company.id = "sany";
  company.name = "三一集团";
  vocabulary.organisations = {company};
  Topic party, fusion, medals;
  party.id = "party";
  party.name = "党建";
  party.words = {"党建", "党支部"};
  party.sections = {"党建引领"};
  fusion.id = "fusion";
  fusion.name = "产教融合";
  fusion.words = {"产教融合", "产教融合共同体", "1+X"};
  medals.id = "medals";
  medals.name = "竞赛";
  medals.words = {"技能大赛"};
  vocabulary.topics = {party, fusion, medals};
  return vocabulary;
}

RichText rich(std::string_view text, std::vector<Span> spans = {}) { return {.text = text, .spans = std::move(spans)}; }

Block block(BlockContent content, std::int32_t section = -1, std::int32_t inside_case = -1) {
  Block result;
  result.content = std::move(content);
  result.section = section;
  result.inside_case = inside_case;
  return result;
}

Block paragraph(std::string_view text, std::int32_t section = -1, std::int32_t inside_case = -1, std::vector<Span> spans = {}) {
  return block(Paragraph{.text = rich(text, std::move(spans))}, section, inside_case);
}

Block heading(int level, std::string_view title, std::int32_t section = -1) {
  return block(Heading{.level = level, .number = {}, .title = rich(title)}, section);
}

Document document(DocumentKind kind, std::string id, std::string title, std::vector<Block> blocks) {
  Document result;
  result.kind = result.metadata.kind = kind;
  result.path = id + ".txt";
  result.id = result.metadata.id = std::move(id);
  result.title = std::move(title);
  result.blocks = std::move(blocks);
  return result;
}

Library library_of(std::vector<Document> documents) {
  Settings settings;
  settings.channels = {{"industry", "产业动态"}, {"vocational", "职教动态"}};
  return make_library(std::move(settings), small_vocabulary(), std::move(documents));
}

template <typename... Documents>
Library library_with(Documents... documents) {
  std::vector<Document> all;
  (all.push_back(std::move(documents)), ...);
  return library_of(std::move(all));
}

/// "text" of each mention, with * where it is linked.
std::string mentioned(const Links& links, const Library& library) {
  std::string result;
  for (const Mention& mention : links.mentions) {
    const Block& at = library.documents[mention.document].blocks[mention.block];
    const std::string_view text = text_of_item(at, mention.item);
    if (!result.empty()) result += ' ';
    result += text.substr(mention.first, mention.last - mention.first);
    if (mention.linked) result += '*';
  }
  return result;
}

std::string placed(const std::vector<Placement>& placements, const Library& library) {
  static constexpr const char* reasons[] = {"front", "section", "words"};
  std::string result;
  for (const Placement& placement : placements) {
    if (!result.empty()) result += ' ';
    result += library.vocabulary.topics[placement.topic].id + ":" + reasons[static_cast<int>(placement.reason)];
    if (!placement.evidence.empty()) result += "(" + placement.evidence + ")";
  }
  return result;
}

std::vector<std::string> problem_lines(const Problems& problems) {
  std::vector<std::string> lines;
  for (const Problem& problem : problems.sorted()) {
    lines.push_back(problem.place.file + ":" + std::to_string(problem.place.line) + " " + std::string(problem.kind->id) + " " +
                    problem.arguments[0] + (problem.suggestion.empty() ? "" : " → " + problem.suggestion));
  }
  return lines;
}

}  // namespace

TEST_CASE("the first mention in each section and case is linked") {
  Document report = document(DocumentKind::report, "r", "年报", {
      heading(1, "一"),
      paragraph("我校与三一集团、三一集团合作", 0),
      block(CaseTitle{.number = "1-1", .title = rich("三一集团")}, 0),
      paragraph("三一集团", 0, 2),
      paragraph("三一集团", 0),
      heading(1, "二"),
      block(List{.items = {{.text = rich("湖南工院")}, {.text = rich("湖南工院和三一集团")}}}, 5),
      block(Paragraph{.role = Paragraph::Role::caption, .text = rich("三一集团")}, 5),
  });
  report.metadata.schools = {"gongye"};
  const Library library = library_with(std::move(report));
  Problems problems;
  const Links links = link(library, 1, problems);
  CHECK(mentioned(links, library) == "我校* 三一集团* 三一集团 三一集团 三一集团* 三一集团 湖南工院* 湖南工院 三一集团* 三一集团");
  CHECK(links.document_school == std::vector<int>{0});
  CHECK(problems.sorted().empty());
}

TEST_CASE("a mention in a link or in code, or across the edge of a span, is not linked") {
  const std::string_view text = "三一集团三一集团三一集团三一集团三一集团";  // 12 bytes each
  using Kind = Span::Kind;
  const auto linked = [&](std::vector<Span> spans) {
    const Library library = library_with(document(DocumentKind::page, "p", "页", {paragraph(text, -1, -1, std::move(spans))}));
    Problems problems;
    const Links links = link(library, 1, problems);
    for (std::size_t i = 0; i < links.mentions.size(); ++i) {
      if (links.mentions[i].linked) return static_cast<int>(i);
    }
    return -1;
  };
  CHECK(linked({}) == 0);
  CHECK(linked({{Kind::link, 0, 12}}) == 1);
  CHECK(linked({{Kind::link, 0, 24}}) == 2);
  CHECK(linked({{Kind::strong, 0, 60}, {Kind::code, 0, 15}}) == 2);
  CHECK(linked({{Kind::strong, 0, 12}}) == 0);
  CHECK(linked({{Kind::strong, 3, 9}}) == 0);
  CHECK(linked({{Kind::strong, 3, 18}}) == 2);
  CHECK(linked({{Kind::strong, 0, 48}, {Kind::emphasis, 0, 6}}) == 0);
  CHECK(linked({{Kind::strong, 0, 60}, {Kind::link, 3, 6}, {Kind::link, 15, 18}, {Kind::emphasis, 20, 30}}) == 3);
  CHECK(linked({{Kind::link, 0, 60}}) == -1);
  CHECK(linked({{Kind::line_break, 6, 6}}) == 0);
}

TEST_CASE("a case is placed by front matter, by section titles and by words, strongest first") {
  Document report = document(DocumentKind::report, "r", "年报", {
      heading(1, "党建 引领"),
      heading(2, "其他", 0),
      block(CaseTitle{.number = "1-1", .title = rich("产教融合共同体")}, 1),
      paragraph("技能大赛一次，１＋ｘ 一次。", 1, 2),
      block(CaseTitle{.number = "1-2", .title = rich("获奖")}, 1),
      paragraph("技能大赛、技能大赛。", 1, 4),
      heading(1, "二"),
      block(CaseTitle{.number = "2-1", .title = rich("无")}, 6),
      paragraph("技能大赛。产教融合共同体。", 6, 7),
  });
  report.metadata.cases["1-2"].topics = {"fusion", "nothing"};
  report.metadata.cases["9-9"].topics = {"party"};
  const Library library = library_with(std::move(report));
  Problems problems;
  const Links links = link(library, 2, problems);
  REQUIRE(links.case_topics.size() == 3);
  CHECK(placed(links.case_topics[0], library) == "party:section(党建 引领) fusion:words(产教融合、产教融合共同体、1+X)");
  CHECK(placed(links.case_topics[1], library) == "fusion:front party:section(党建 引领) medals:words(技能大赛)");
  CHECK(placed(links.case_topics[2], library) == "");
  CHECK(problem_lines(problems) == std::vector<std::string>{"r.txt:0 link/unknown-case 9-9", "r.txt:0 link/unknown-topic nothing"});
}

TEST_CASE("a case of its own takes topics from its front matter, title and tags") {
  Document one = document(DocumentKind::case_study, "c", "党建故事", {paragraph("正文")});
  one.metadata.topics = {"竞赛"};
  one.metadata.tags = {"产教融合"};
  const Library library = library_with(std::move(one));
  Problems problems;
  const Links links = link(library, 1, problems);
  REQUIRE(links.case_topics.size() == 1);
  CHECK(placed(links.case_topics[0], library) == "medals:front party:words(党建) fusion:words(产教融合)");
  CHECK(problems.sorted().empty());
}

TEST_CASE("a topic's word is found however the text sets it") {
  for (const std::string_view text : {"１＋Ｘ，1+x。", "1 + X、1　+\u00A0x", "“1+X”（1+X）", "①1+X……㎡1⁺x", "\u200B1+X é 𝟏+𝐗"}) {
    const Library library = library_with(document(DocumentKind::case_study, "c", "故事", {paragraph(text)}));
    Problems problems;
    const Links links = link(library, 1, problems);
    REQUIRE(links.case_topics.size() == 1);
    CHECK(placed(links.case_topics[0], library) == "fusion:words(1+X)");
  }
}

TEST_CASE("an article stands under its own schools and those that it names, and in its channel") {
  Document first = document(DocumentKind::article, "a", "消息", {paragraph("湖南工院来访，湖南工院")});
  first.metadata.schools = {"jidian"};
  first.metadata.channel = "职教动态";
  first.metadata.tags = {"1+x", "不是主题"};
  Document second = document(DocumentKind::article, "b", "消息", {paragraph("无")});
  second.metadata.channel = "职教动向";
  second.metadata.schools = {"jidiam"};
  const Library library = library_with(std::move(second), std::move(first));
  Problems problems;
  const Links links = link(library, 2, problems);
  CHECK(links.document_channel == std::vector<int>{1, -1});
  CHECK(links.document_school == std::vector<int>{1, -1});
  CHECK(links.document_schools == std::vector<std::vector<std::uint32_t>>{{1, 0}, {}});
  CHECK(placed(links.document_topics[0], library) == "fusion:words(1+x)");
  CHECK(problem_lines(problems) == std::vector<std::string>{"b.txt:0 link/unknown-school jidiam → jidian"});
}

TEST_CASE("references without a target are reported with their line") {
  Document report = document(DocumentKind::report, "r", "年报", {paragraph("见表 9-9，见表 1-1")});
  report.references = {{.block = 0, .line = 7, .target = -1, .text = "见表 9-9", .label = "表 9-9"}, {.block = 0, .line = 7, .target = 0, .text = "见表 1-1", .label = "表 1-1"}};
  const Library library = library_with(std::move(report));
  Problems problems;
  static_cast<void>(link(library, 1, problems));
  CHECK(problem_lines(problems) == std::vector<std::string>{"r.txt:7 link/unresolved-reference 见表 9-9"});
}

TEST_CASE("the tables are the same whatever the number of threads") {
  std::vector<Document> documents;
  for (int i = 0; i < 40; ++i) {
    documents.push_back(document(DocumentKind::article, "a" + std::to_string(i), "党建", {paragraph("湖南工院、三一集团"), paragraph("三一集团")}));
  }
  const Library library = library_of(std::move(documents));
  Problems problems;
  const Links one = link(library, 1, problems);
  const Links four = link(library, 4, problems);
  CHECK(mentioned(one, library) == mentioned(four, library));
  CHECK(one.document_schools == four.document_schools);
  CHECK(one.mentions.size() == 120);
}
