#include "link/indicators.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace reportal;

namespace {

Indicator indicator(std::string id, std::string name, std::string unit, std::vector<std::string> forms = {}) {
  Indicator result;
  result.id = std::move(id);
  result.name = std::move(name);
  result.unit = std::move(unit);
  result.forms = std::move(forms);
  return result;
}

Vocabulary vocabulary() {
  Vocabulary result;
  School school;
  school.id = "qc";
  school.name = "青川职业学院";
  result.schools = {school};
  result.indicators = {indicator("rate", "毕业去向落实率", "%", {"就业率"}), indicator("income", "技术服务到款额", "万元"),
                       indicator("patents", "专利授权数", "项"), indicator("ratio", "生师比", ":1")};
  return result;
}

Fact fact(std::string_view name, double value, std::string_view unit, int year = 0) {
  Fact result;
  result.line = 7;
  result.name = name;
  result.value = value;
  result.unit = unit;
  result.year = year;
  return result;
}

Document report(std::vector<Fact> facts, std::vector<GivenValue> given = {}) {
  Document document;
  document.kind = document.metadata.kind = DocumentKind::report;
  document.path = "r.txt";
  document.id = document.title = "r";
  document.year = 2023;
  document.blocks.resize(1);
  document.blocks[0].content = Paragraph{};
  document.facts = std::move(facts);
  document.metadata.indicators = std::move(given);
  return document;
}

std::string found(Document document, std::vector<GivenValue> rows, Problems& problems) {
  std::vector<Document> documents;
  documents.push_back(std::move(document));
  const Library library = make_library({}, vocabulary(), std::move(documents), std::move(rows));
  std::string result;
  for (const IndicatorValue& value : find_indicator_values(library, {0}, problems)) {
    std::string number = std::to_string(value.value);
    number.erase(number.find_last_not_of('0') + 1);
    result += library.vocabulary.indicators[value.indicator].id + " " + std::to_string(value.year) + " " + number +
              (value.origin == IndicatorValue::Origin::given ? " given" : "") + "; ";
  }
  return result;
}

std::string found(Document document) {
  Problems problems;
  std::string result = found(std::move(document), {}, problems);
  CHECK(problems.sorted().empty());
  return result;
}

GivenValue given(std::string indicator, int year, double value, std::string school = {}) {
  return {std::move(indicator), std::move(school), year, value, {}, Place{"v.csv", 2}};
}

}  // namespace

TEST_CASE("names of one quantity have one key, those of others another") {
  CHECK(quantity_key("2023 届学校毕业去向落实率", "%") == quantity_key("毕业去向落实率", "%"));
  CHECK(quantity_key("共有专利授权数量", "项") == quantity_key("专利授权", "件"));
  CHECK(quantity_key("“双师型”教师占比", "%") == quantity_key("双师型教师比例", "%"));
  CHECK(quantity_key("毕业去向落实率", "%") != quantity_key("机电学院毕业去向落实率", "%"));
  CHECK(quantity_key("双师型教师", "%") != quantity_key("双师型教师", "人"));
  CHECK(quantity_key("学校", "个") == quantity_key("学校", "个"));
}

TEST_CASE("statements become values in the indicator's unit, for the year they name or the report's") {
  CHECK(found(report({fact("毕业去向落实率", 92.4, "%", 2022), fact("就业率", 93, "%"), fact("技术服务到款额", 2931000, "元"),
                      fact("专利授权数量", 27, "件"), fact("生师比", 16.1, "")})) ==
        "rate 2022 92.4; rate 2023 93.; income 2023 293.1; patents 2023 27.; ratio 2023 16.1; ");
}

TEST_CASE("narrower quantities, other units, sums over years and statements in cases are none") {
  Fact years = fact("专利授权数", 90, "项");
  years.years = 3;
  Fact part = fact("就业率", 90, "%");
  part.named_whole = false;
  CHECK(found(report({fact("机电学院就业率", 99, "%"), fact("就业率", 4000, "人"), years, part})) == "");
  Document document = report({fact("就业率", 92, "%")});
  document.blocks[0].inside_case = 0;
  CHECK(found(std::move(document)) == "");
}

TEST_CASE("an exact statement goes before an inexact one, the first before later ones") {
  Fact least = fact("就业率", 90, "%");
  least.exactness = Fact::Exactness::at_least;
  CHECK(found(report({least, fact("就业率", 92.4, "%"), fact("毕业去向落实率", 92.5, "%")})) == "rate 2023 92.4; ");
}

TEST_CASE("a given value goes before the text, and a difference is told") {
  Problems problems;
  CHECK(found(report({fact("就业率", 92.4, "%"), fact("专利授权数", 27, "项")}, {given("rate", 0, 92.4), given("专利授权数", 2023, 26)}), {},
              problems) == "rate 2023 92.4 given; patents 2023 26. given; ");
  REQUIRE(problems.sorted().size() == 1);
  CHECK(problems.sorted()[0].kind->id == "link/value-differs-from-text");
  CHECK(problems.sorted()[0].arguments == std::vector<std::string>{"专利授权数", "青川职业学院", "2023", "26", "27", "7"});
}

TEST_CASE("rows of unknown schools and indicators are told") {
  Problems problems;
  CHECK(found(report({}), {given("rate", 2021, 90, "青川职业学院"), given("rat", 2021, 90, "qc"), given("rate", 2021, 90, "别的学院")}, problems) ==
        "rate 2021 90. given; ");
  std::vector<std::string> ids;
  for (const Problem& problem : problems.sorted()) ids.emplace_back(problem.kind->id);
  CHECK(ids == std::vector<std::string>{"link/unknown-indicator", "link/value-without-school"});
}
