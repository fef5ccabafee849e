#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "link/related.h"

using namespace reportal;

namespace {

Document case_study(std::string id, std::string_view text, std::string school = {}) {
  Document document;
  document.kind = document.metadata.kind = DocumentKind::case_study;
  document.id = document.metadata.id = document.title = std::move(id);
  if (!school.empty()) document.metadata.schools = {std::move(school)};
  Block block;
  block.content = Paragraph{.text = {text, {}}};
  document.blocks.push_back(std::move(block));
  return document;
}

Vocabulary vocabulary() {
  Vocabulary result;
  School school;
  school.id = "own";
  school.name = "青川职业学院";
  result.schools = {school};
  Organisation first, second;
  first.id = "a";
  first.name = "远山机械公司";
  second.id = "b";
  second.name = "近水食品公司";
  result.organisations = {first, second};
  Topic topic;
  topic.id = "skills";
  topic.name = "技能竞赛";
  topic.words = {"竞赛"};
  result.topics = {topic};
  return result;
}

std::string said(const Links& links, std::size_t text) {
  std::string result;
  for (const Related& related : links.related[text]) {
    result += std::to_string(related.text.index) + "(names " + std::to_string(related.names.size()) + " topic " +
              std::to_string(related.topic) + (related.wording ? " wording" : "") + ") ";
  }
  return result;
}

}  // namespace

TEST_CASE("texts are related by common names, topics and rare words, the school's own name left out") {
  std::vector<Document> documents;
  for (const auto& [id, text] : {std::pair("a", "青川职业学院与远山机械公司共建产线，竞赛竞赛"), std::pair("b", "远山机械公司派来工程师"),
                                 std::pair("c", "竞赛选手训练竞赛"), std::pair("d", "无人看见的琥珀色茶汤工艺流程展示"),
                                 std::pair("e", "记录了琥珀色茶汤工艺的每个步骤"), std::pair("f", "青川职业学院")}) {
    documents.push_back(case_study(id, text, "own"));
  }
  const Library library = make_library({}, vocabulary(), std::move(documents));
  Problems problems;
  const Links links = link(library, 1, problems);
  CHECK(said(links, 0) == "1(names 1 topic -1) 2(names 0 topic 0) ");
  CHECK(said(links, 3) == "4(names 0 topic -1 wording) ");
  CHECK(said(links, 5) == "");
  const Links again = link(library, 4, problems);
  for (std::size_t i = 0; i < links.related.size(); ++i) CHECK(said(links, i) == said(again, i));
}

TEST_CASE("at most five are related, and a text is not related to itself") {
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i) documents.push_back(case_study("c" + std::to_string(1000 + i), "远山机械公司"));
  const Library library = make_library({}, vocabulary(), std::move(documents));
  Problems problems;
  const Links links = link(library, 2, problems);
  REQUIRE(links.related.size() == 300);
  for (std::size_t i = 0; i < 300; ++i) {
    CHECK(links.related[i].size() == related_shown);
    for (const Related& related : links.related[i]) CHECK(related.text.index != i);
  }
}
