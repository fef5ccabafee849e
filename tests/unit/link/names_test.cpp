#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "link/names.h"

using namespace reportal;

namespace {

School school(std::string name, std::vector<std::string> forms = {}, std::vector<std::string> own_forms = {}) {
  School result;
  result.id = name;
  result.name = std::move(name);
  result.forms = std::move(forms);
  result.own_forms = std::move(own_forms);
  return result;
}

Organisation organisation(std::string name) {
  Organisation result;
  result.id = name;
  result.name = std::move(name);
  return result;
}

/// What was found, as "kind index:text" joined by spaces.
std::string found(const NameMatcher& names, const std::string& text, int own_school = -1) {
  std::vector<NameHit> hits;
  names.find(text, own_school, hits);
  std::string result;
  for (const NameHit& hit : hits) {
    if (!result.empty()) result += ' ';
    result += hit.entity.kind == EntityKind::school ? 's' : 'o';
    result += std::to_string(hit.entity.index) + ":" + text.substr(hit.first, hit.last - hit.first);
  }
  return result;
}

}  // namespace

TEST_CASE("a trie gives every word that starts at a place, shorter ones first") {
  const std::vector<std::string_view> words = {"", "a", "ab", "abcd", "b", "中", "中国"};
  const Trie trie(words);
  std::string seen;
  const auto visit = [&](std::uint32_t word, std::size_t end) { seen += std::string(words[word]) + "@" + std::to_string(end) + " "; };
  trie.visit_at("abcx", 0, visit);
  trie.visit_at("x中国", 1, visit);
  trie.visit_at("zz", 0, visit);
  CHECK(seen == "a@1 ab@2 中@4 中国@7 ");
}

TEST_CASE("a trie without words finds nothing") {
  Trie{}.visit_at(std::string_view("\0abc", 4), 0, [](std::uint32_t, std::size_t) { FAIL(); });
  Trie{std::span<const std::string_view>{}}.visit_at("abc", 0, [](std::uint32_t, std::size_t) { FAIL(); });
}

TEST_CASE("a trie passes over no place where a word starts") {
  const std::vector<std::string_view> words = {"1+x", "三全育人", "中", "中国", "产教融合", "产教融合共同体", "é", "𠮷野"};
  const Trie trie(words);
  for (const std::string_view text : {"1+x", "中", "产教融合产教融合共同体", "产业中产教融", "三全育人é𠮷野𠮷", "一个中国，1+x", "x𠮷野é1+"}) {
    std::string all, seen;
    for (std::size_t at = 0; at < text.size(); ++at) {
      trie.visit_at(text, at, [&](std::uint32_t word, std::size_t) { all += std::to_string(at) + std::string(words[word]) + " "; });
    }
    for (std::size_t at = trie.next_start(text, 0); at < text.size(); at = trie.next_start(text, at + 1)) {
      trie.visit_at(text, at, [&](std::uint32_t word, std::size_t) { seen += std::to_string(at) + std::string(words[word]) + " "; });
    }
    CHECK(seen == all);
  }
  const std::vector<std::string_view> long_words = {"三全育人", "产教融合"};
  CHECK(Trie{long_words}.next_start("产业教学三产教育", 0) == std::string_view("产业教学三").size());
  CHECK(Trie{}.next_start("中国", 0) == std::string_view("中国").size());
}

TEST_CASE("a trie keeps thousands of words apart") {
  std::vector<std::string> texts;
  for (int i = 10000; i < 16000; ++i) texts.push_back("学" + std::to_string(i * 7));
  std::sort(texts.begin(), texts.end());
  const std::vector<std::string_view> words(texts.begin(), texts.end());
  const Trie trie(words);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    bool right = false;
    trie.visit_at(words[i], 0, [&](std::uint32_t word, std::size_t end) { right |= word == i && end == words[i].size(); });
    REQUIRE(right);
  }
}

TEST_CASE("the longer of overlapping names stands") {
  Vocabulary vocabulary;
  vocabulary.schools = {school("湖南工业职业技术学院", {"湖南工业"}), school("工业职业技术学院")};
  vocabulary.organisations = {organisation("中国湖南工业"), organisation("三一")};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  CHECK(found(names, "在湖南工业职业技术学院和三一集团") == "s0:湖南工业职业技术学院 o1:三一");
  CHECK(found(names, "中国湖南工业职业技术学院") == "s0:湖南工业职业技术学院");
  CHECK(found(names, "湖南工业大学") == "s0:湖南工业");
  CHECK(found(names, "") == "");
  CHECK(problems.sorted().empty());
}

TEST_CASE("own forms hold only in the school's own documents") {
  Vocabulary vocabulary;
  vocabulary.schools = {school("甲学院", {}, {"工院"}), school("乙学院", {}, {"工院"})};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  CHECK(found(names, "工院与乙学院") == "s1:乙学院");
  CHECK(found(names, "工院与乙学院", 0) == "s0:工院 s1:乙学院");
  CHECK(found(names, "工院与乙学院", 1) == "s1:工院 s1:乙学院");
  CHECK(problems.sorted().empty());
}

TEST_CASE("a name of two things is reported and names neither, nor does a shorter name in it") {
  Vocabulary vocabulary;
  vocabulary.schools = {school("甲学院", {"机电学院"}), school("乙学院", {"机电学院"}), school("机电")};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  REQUIRE(problems.sorted().size() == 1);
  CHECK(problems.sorted()[0].kind->id == "link/ambiguous-name");
  CHECK(found(names, "机电学院与机电") == "s2:机电");
  CHECK(found(names, "甲学院的机电学院") == "s0:甲学院");
  CHECK(found(names, "机电学院与机电", 1) == "s1:机电学院 s2:机电");
}

TEST_CASE("a short name inside a longer word is none") {
  Vocabulary vocabulary;
  vocabulary.schools = {school("甲工程学院", {"工院"})};
  vocabulary.organisations = {organisation("京东"), organisation("三一"), organisation("教育部")};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  CHECK(found(names, "一所优秀理工院校，毕业生在工院就业") == "s0:工院");
  CHECK(found(names, "与北京东方国信和京东物流合作") == "o0:京东");
  CHECK(found(names, "各市教育部门和教育部") == "o2:教育部");
  CHECK(found(names, "就职于三一等企业") == "o1:三一");
}

TEST_CASE("what a school's name begins may be another body") {
  Vocabulary vocabulary;
  vocabulary.schools = {school("湘江大学")};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  CHECK(found(names, "湘江大学出版社与湘江大学附属中学、湘江大学") == "s0:湘江大学");
}

TEST_CASE("a space beside Latin letters does not part a name, one between Chinese characters does") {
  Vocabulary vocabulary;
  vocabulary.organisations = {organisation("TÜV莱茵"), organisation("331 厂技校"), organisation("三一重工")};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  CHECK(found(names, "与 TÜV 莱茵合作") == "o0:TÜV 莱茵");
  CHECK(found(names, "331厂技校、331 厂技校") == "o1:331厂技校 o1:331 厂技校");
  CHECK(found(names, "第三 一重工") == "");
}

TEST_CASE("a topic goes before a term of the same name, a school before both") {
  Vocabulary vocabulary;
  vocabulary.schools = {school("产教学院")};
  Topic topic;
  topic.id = "fusion";
  topic.name = "产教融合";
  vocabulary.topics = {topic};
  Term term, other;
  term.id = "fusion";
  term.name = "产教融合";
  other.id = "x";
  other.name = "产教学院";
  vocabulary.terms = {term, other};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  std::vector<NameHit> hits;
  names.find("产教学院的产教融合", -1, hits);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].entity == EntityRef{EntityKind::school, 0});
  CHECK(hits[1].entity == EntityRef{EntityKind::topic, 0});
  CHECK(names.term_beside_topic(hits[1].form) == 0);
  CHECK(names.term_beside_topic(hits[0].form) == -1);
  CHECK(problems.sorted().empty());
}

TEST_CASE("Latin names are not found inside words, brackets have both widths") {
  Vocabulary vocabulary;
  vocabulary.organisations = {organisation("BYD"), organisation("华为（中国）"), organisation("西门子(SIEMENS)")};
  Problems problems;
  const NameMatcher names(vocabulary, problems);
  CHECK(found(names, "与BYD合作") == "o0:BYD");
  CHECK(found(names, "ABYD BYDX BYD2 BYD") == "o0:BYD");
  CHECK(found(names, "华为(中国)和华为（中国）") == "o1:华为(中国) o1:华为（中国）");
  CHECK(found(names, "西门子（SIEMENS）") == "o2:西门子（SIEMENS）");
}
