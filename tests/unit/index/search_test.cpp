#include <catch2/catch.hpp>

#include <set>

#include "index/search/number_code.h"
#include "index/search/passages.h"
#include "index/search/postings.h"
#include "index/search/search.h"

using namespace reportal;
using namespace reportal::index;

namespace {

std::uint32_t digit_of(char c) { return static_cast<std::uint32_t>(c - '#') - (c > '\\' ? 1 : 0); }

/// What number_set wrote, read back.
std::vector<std::uint32_t> read_set(std::string_view code) {
  std::vector<std::uint32_t> numbers;
  if (code.starts_with(' ')) {
    for (std::uint32_t i = 1; i < code.size(); ++i) {
      for (std::uint32_t bit = 0; bit < 6; ++bit) {
        if ((digit_of(code[i]) >> bit & 1) != 0) numbers.push_back((i - 1) * 6 + bit);
      }
    }
    return numbers;
  }
  std::uint32_t next = 0, value = 0, scale = 1;
  for (const char c : code) {
    value += digit_of(c) % 45 * scale;
    scale *= 45;
    if (digit_of(c) >= 45) continue;
    numbers.push_back(next + value);
    next = numbers.back() + 1;
    value = 0;
    scale = 1;
  }
  return numbers;
}

/// Two articles and a school; the second article has a list and a heading.
struct SmallPortal {
  Library library;
  Links links;
  SitePlan plan;

  SmallPortal() {
    School school;
    school.id = "qc";
    school.name = "青川职业学院";
    school.forms = {"青职"};
    library.vocabulary.schools.push_back(school);
    plan.school_address = {"schools/qc.html"};
    add_article("one", "開放日", {Paragraph{Paragraph::Role::body, {"门 打开了", {}}}});
    add_article("two", "女子篮球队",
                {Heading{1, "", {"女子篮球队", {}}}, Heading{2, "", {"训练", {}}},
                 Paragraph{Paragraph::Role::body, {"每天早上", {}}}, List{{ListItem{{"跑步", {}}}, ListItem{{"投篮", {}}}}}});
  }

  void add_article(std::string id, std::string title, std::vector<BlockContent> contents) {
    Document document;
    document.kind = DocumentKind::article;
    document.title = std::move(title);
    document.year = 2023;
    std::vector<std::string> anchors;
    for (BlockContent& content : contents) {
      anchors.push_back("b-" + std::to_string(anchors.size()));
      Block block;
      block.content = std::move(content);
      document.blocks.push_back(std::move(block));
    }
    plan.articles_by_date.push_back(static_cast<std::uint32_t>(library.documents.size()));
    plan.document_address.push_back("articles/" + id + ".html");
    plan.anchors.push_back(std::move(anchors));
    library.documents.push_back(std::move(document));
    links.document_school.push_back(0);
    links.document_schools.push_back({0});
    links.document_topics.emplace_back();
  }
};

}  // namespace

TEST_CASE("a set of numbers is read back as it was written, whichever form is shorter") {
  const std::vector<std::uint32_t> sparse = {0, 1, 44, 45, 46, 2070, 2071, 99999, 4000000};
  CHECK_FALSE(number_set(sparse).starts_with(' '));
  CHECK(read_set(number_set(sparse)) == sparse);
  std::vector<std::uint32_t> dense;
  for (std::uint32_t i = 0; i < 500; ++i) {
    if (i % 7 != 3) dense.push_back(i);
  }
  CHECK(number_set(dense).starts_with(' '));
  CHECK(number_set(dense).size() <= 2 + 500 / 6);
  CHECK(read_set(number_set(dense)) == dense);
  CHECK(number_set({}).empty());
  for (std::uint32_t digit = 0; digit < 90; ++digit) {
    std::string out;
    append_digit(out, digit);
    CHECK(out != "\\");
    CHECK(out != "\"");
    CHECK(digit_of(out[0]) == digit);
  }
}

TEST_CASE("passages stand in the order of rank, and every text of a block is in one") {
  const SmallPortal portal;
  const SearchedText text = searched_text(portal.library, portal.links, portal.plan, 1);
  std::vector<std::string> texts;
  for (const Passage& passage : text.passages) texts.push_back(std::to_string(passage.page) + " " + std::string(passage.text));
  CHECK(texts == std::vector<std::string>{"0 青川职业学院\n青职", "1 開放日", "2 女子篮球队", "2 训练", "1 门 打开了",
                                          "2 每天早上", "2 跑步\n投篮"});
  CHECK(text.passages[2].anchor == "nv zi lan qiu dui");
  CHECK(text.passages[6].anchor == "b-3");
  CHECK(text.pages[2].parent == 0);
  CHECK(text.pages[2].origin == std::vector<std::string>{"青川职业学院", "2023"});
}

TEST_CASE("postings hold characters and pairs of folded lines, and letters of titles") {
  const SmallPortal portal;
  const SearchedText text = searched_text(portal.library, portal.links, portal.plan, 1);
  const PostingShards postings = make_postings(text, 1);
  const auto set_of = [&](const std::string& key, std::u16string_view units) {
    const std::string& shard = postings.shards[posting_shard(units, postings.shards.size())];
    const std::string name = "\"" + key + "\":\"";
    const std::size_t at = shard.find(name);
    if (at == npos) return std::vector<std::uint32_t>{};
    const std::size_t first = at + name.size();
    return read_set(std::string_view(shard).substr(first, shard.find('"', first) - first));
  };
  using Set = std::vector<std::uint32_t>;
  CHECK(set_of("开", u"开") == Set{1, 4});
  CHECK(set_of("开放", u"开放") == Set{1});
  CHECK(set_of("门打", u"门打") == Set{4});
  CHECK(set_of("步投", u"步投").empty());
  CHECK(set_of("pnv", u"pnv") == Set{2});
  CHECK(set_of("inz", u"inz") == Set{2});
  CHECK(set_of("iqc", u"iqc") == Set{0});
  CHECK(set_of("開", u"開").empty());
}

TEST_CASE("the index has the same bytes for any number of threads, and one version in all files") {
  const SmallPortal portal;
  const SearchIndex one = make_search_index(portal.library, portal.links, portal.plan, 1);
  const SearchIndex many = make_search_index(portal.library, portal.links, portal.plan, 4);
  REQUIRE(one.files.size() == many.files.size());
  std::set<std::string> heads;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < one.files.size(); ++i) {
    CHECK(one.files[i].address == many.files[i].address);
    CHECK(one.files[i].bytes == many.files[i].bytes);
    heads.insert(one.files[i].bytes.substr(0, 26));
    bytes += one.files[i].bytes.size();
  }
  CHECK(one.files.front().address == search_root);
  CHECK(heads.size() == 1);
  CHECK(one.sizes.passages == 7);
  CHECK(one.sizes.bytes == bytes);
  CHECK(one.sizes.first_query_bytes <= bytes);
}

TEST_CASE("the hash of keys is the one that docs/search.md states") {
  CHECK(posting_shard(u"学", 1) == 0);
  CHECK(posting_shard(u"学校", 1000) == 930);
}
