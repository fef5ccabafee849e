#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include "index/planning.h"
#include "index/site_plan.h"

using namespace reportal;

namespace {

using Strings = std::vector<std::string>;

RichText rich(std::string_view text) { return {text, {}}; }

Block block(BlockContent content, std::uint32_t line = 1) { return {std::move(content), {{line, line}}, -1, -1, 0}; }

Document document(DocumentKind kind, std::string id, int year = 0) {
  Document made;
  made.path = "content/" + id + ".txt";
  made.kind = kind;
  made.id = made.metadata.id = id;
  made.title = "题" + id;
  made.year = year;
  made.metadata.kind = kind;
  return made;
}

Document report(std::string id, int year) {
  Document made = document(DocumentKind::report, std::move(id), year);
  made.blocks.push_back(block(Paragraph{Paragraph::Role::body, rich("前言")}, 1));
  made.blocks.push_back(block(Heading{1, "1", rich("党建")}, 2));
  made.blocks.push_back(block(CaseTitle{"1-10", rich("甲")}, 3));
  made.blocks.push_back(block(CaseTitle{"1-9", rich("乙")}, 4));
  made.blocks.push_back(block(Heading{1, "2", rich("教学")}, 5));
  Table table{.number = "2-1",
              .caption = rich("表"),
              .columns = {rich("项,目"), rich("值")},
              .rows = {},
              .printed = {},
              .alignment = {}};
  table.rows.push_back({{rich("a\"b"), rich("1")}, false});
  made.blocks.push_back(block(std::move(table), 6));
  made.blocks.push_back(block(Figure{"2-1", rich("图"), {}, {}}, 7));
  return made;
}

/// A portal with its links all empty, and all that is made from it.
struct Portal {
  Settings settings;
  Vocabulary vocabulary;
  std::vector<Document> documents;
  Input input;
  Library library;
  Links links;
  Problems problems;
  SitePlan plan;

  void make() {
    library = make_library(settings, vocabulary, std::move(documents));
    links.document_school.assign(library.documents.size(), -1);
    links.document_schools.resize(library.documents.size());
    links.document_topics.resize(library.documents.size());
    links.document_channel.assign(library.documents.size(), -1);
    links.case_topics.resize(library.cases.size());
    links.translations.resize(library.documents.size());
    links.case_translations.resize(library.cases.size());
    plan = plan_site(library, links, input, problems, 2);
  }
  [[nodiscard]] Strings problem_texts() const {
    Strings texts;
    for (const Problem& problem : problems.sorted()) {
      std::string text = std::string(problem.kind->id) + ' ' + problem.place.file;
      for (const std::string& argument : problem.arguments) text += ' ' + argument;
      texts.push_back(text);
    }
    return texts;
  }
  [[nodiscard]] Strings addresses(PageKind kind) const {
    Strings found;
    for (const PlannedPage& page : plan.pages) {
      if (page.kind == kind) found.push_back(page.address);
    }
    return found;
  }
  [[nodiscard]] std::string file(std::string_view address) {
    for (OutputFile& each : export_files(library, links, plan, input)) {
      if (each.address == address) return each.bytes;
    }
    return "(none)";
  }
};

}  // namespace

TEST_CASE("an empty portal has its lists, and no two pages share an address") {
  Portal portal;
  portal.make();
  CHECK(portal.problem_texts() == Strings{});
  std::set<std::string> addresses;
  for (const PlannedPage& page : portal.plan.pages) CHECK(addresses.insert(page.address).second);
  CHECK(addresses == std::set<std::string>{"404.html", "articles/index.html", "cases/index.html", "figures/index.html",
                                           "glossary.html", "index.html", "indicators/index.html", "organisations/index.html", "reports/index.html",
                                           "schools/index.html", "search.html", "site-index.html", "tables/index.html", "topics/index.html", "years/index.html"});
}

TEST_CASE("a chapter that is too long for one page is a page a section; a section inside a case parts nothing") {
  const std::string long_text(12'000, 'x');
  Document made = document(DocumentKind::report, "r", 2024);
  const auto add = [&](BlockContent content) { made.blocks.push_back(block(std::move(content))); };
  const auto text = [&] { add(Paragraph{Paragraph::Role::body, rich(long_text)}); };
  add(Heading{1, "1", rich("长")});   // 0
  text();
  add(Heading{2, "1.1", rich("甲")});  // 2
  text();
  add(Heading{2, "1.2", rich("乙")});  // 4
  add(Heading{3, "1.2.1", rich("丙")});
  text();
  add(Heading{2, {}, rich("案例里的")});  // 7
  made.blocks.back().inside_case = 0;
  text();
  add(Heading{2, "1.3", rich("丁")});  // 9
  for (int part = 0; part < 2; ++part) {
    add(Heading{3, {}, rich("戊")});  // 10, 12
    add(Paragraph{Paragraph::Role::body, rich(std::string_view(long_text).substr(0, 11'000))});
    text();
  }
  add(Heading{1, "2", rich("短")});  // 16
  text();
  const std::vector<SitePlan::Chapter> pages = index::report_chapters(made);
  using Page = std::tuple<std::string, std::string, int, std::uint32_t, std::uint32_t>;
  std::vector<Page> found;
  for (const SitePlan::Chapter& page : pages) found.emplace_back(page.address, page.title, page.level, page.first, page.last);
  CHECK(found == std::vector<Page>{{"reports/r/1.html", "长", 1, 0, 4},
                                   {"reports/r/1-2.html", "乙", 2, 4, 9},
                                   {"reports/r/1-3.html", "丁", 2, 9, 13},
                                   {"reports/r/1-4.html", "戊", 3, 13, 16},
                                   {"reports/r/2.html", "短", 1, 16, 18}});
}

TEST_CASE("a report has a cover, chapters, a full page, and pages for its cases") {
  Portal portal;
  portal.documents.push_back(report("r-2023", 2023));
  portal.documents.push_back(document(DocumentKind::report, "empty", 2022));
  portal.make();
  CHECK(portal.problem_texts() == Strings{});
  CHECK(portal.addresses(PageKind::report) == Strings{"reports/empty/index.html", "reports/r-2023/index.html"});
  CHECK(portal.addresses(PageKind::chapter) ==
        Strings{"reports/empty/1.html", "reports/r-2023/1.html", "reports/r-2023/2.html"});
  CHECK(portal.addresses(PageKind::case_page) == Strings{"cases/r-2023/1-10.html", "cases/r-2023/1-9.html"});
  CHECK(portal.plan.cases_in_order == std::vector<std::uint32_t>{1, 0});
  CHECK(portal.plan.years == std::vector<int>{2023, 2022});
  CHECK(portal.plan.chapters[1][0].first == 0);
  CHECK(portal.plan.chapters[1][0].last == 4);
  CHECK(portal.plan.chapters[1][1].last == 7);
  CHECK(block_address(portal.plan, portal.library, 1, 0).starts_with("reports/r-2023/1.html#p-"));
  CHECK(block_address(portal.plan, portal.library, 1, 5) == "reports/r-2023/2.html#table-2-1");
  CHECK(portal.plan.figures == std::vector<BlockRef>{{1, 6}});
  CHECK(portal.plan.table_csv.at({1, 5}) == "tables/r-2023/2-1.csv");
  CHECK(portal.file("tables/r-2023/2-1.csv") == "\xEF\xBB\xBF\"项,目\",值\r\n\"a\"\"b\",1\r\n");
}

TEST_CASE("lists are paged") {
  Portal portal;
  portal.settings.page_size = 10;
  for (int i = 0; i < 21; ++i) portal.documents.push_back(document(DocumentKind::article, "a" + std::to_string(i)));
  portal.make();
  CHECK(portal.addresses(PageKind::article_index) ==
        Strings{"articles/index.html", "articles/index-2.html", "articles/index-3.html"});
  const auto last = std::find_if(portal.plan.pages.begin(), portal.plan.pages.end(),
                                 [](const PlannedPage& page) { return page.address == "articles/index-3.html"; });
  CHECK((last->first == 20 && last->last == 21 && last->part == 2 && last->part_count == 3));
}

TEST_CASE("addresses that clash are errors that name both sources") {
  Portal portal;
  portal.documents.push_back(document(DocumentKind::article, "index"));
  portal.documents.push_back(document(DocumentKind::article, "Upper"));
  portal.documents.push_back(document(DocumentKind::page, "about"));
  portal.documents.push_back(document(DocumentKind::page, "404"));
  portal.documents.push_back(document(DocumentKind::page, "other"));
  portal.documents.back().metadata.aliases = {"/about.html", "/about.html/x", "old.html", "https://elsewhere.cn/x", "../up",
                                              "/",           "%6fld.html"};
  portal.input.files.push_back({"other.html", ""});
  portal.make();
  CHECK(portal.problem_texts() ==
        Strings{
            "index/reserved-address content/404.txt 404.html",
            "index/bad-id content/Upper.txt Upper",
            "index/reserved-address content/index.txt articles/index.html",
            "index/address-clash content/other.txt about.html content/about.txt",
            "index/bad-alias content/other.txt ../up",
            "index/bad-alias content/other.txt https://elsewhere.cn/x",
            "index/file-and-folder content/other.txt about.html/x/index.html about.html content/about.txt",
            "index/reserved-address content/other.txt index.html",
            "index/address-clash other.html other.html content/other.txt",
        });
}

TEST_CASE("aliases become redirects") {
  Portal portal;
  portal.settings.base_url = "https://example.org/p/";
  portal.documents.push_back(document(DocumentKind::article, "a"));
  portal.documents.back().metadata.aliases = {"old/path.html", "/old/path/", "/2021/%E7%A7%91", "https://example.org/p/x.html",
                                              "articles/a.html"};
  portal.make();
  CHECK(portal.problem_texts() == Strings{});
  CHECK(portal.addresses(PageKind::redirect) ==
        Strings{"old/path.html", "old/path/index.html", "2021/科/index.html", "x.html"});
  CHECK(portal.plan.pages.back().redirect_to == "articles/a.html");
}

TEST_CASE("a case number that stands twice gets a suffix and a warning") {
  Portal portal;
  portal.documents.push_back(document(DocumentKind::report, "r", 2023));
  for (const char* number : {"1-1", "1.1", "", "一", "1-1-2"}) {
    portal.documents.back().blocks.push_back(block(CaseTitle{number, rich("题")}, 9));
  }
  portal.make();
  const Strings cases = portal.addresses(PageKind::case_page);
  CHECK(cases[0] == "cases/r/1-1.html");
  CHECK(cases[1] == "cases/r/1-1-3.html");
  CHECK(cases[2].starts_with("cases/r/c-"));
  CHECK(cases[3] == "cases/r/1.html");
  CHECK(cases[4] == "cases/r/1-1-2.html");
  CHECK(portal.problem_texts() == Strings{"index/repeated-number content/r.txt 1-1 cases/r/1-1-3.html"});
}

TEST_CASE("anchors are distinct, of plain characters, and do not move when other text changes") {
  Document first = report("r", 2023);
  first.blocks.push_back(block(Paragraph{Paragraph::Role::body, rich("同一段")}));
  first.blocks.push_back(block(Paragraph{Paragraph::Role::body, rich("同一段")}));
  first.blocks.push_back(block(Heading{2, "1.1.1", rich("题")}));
  first.blocks.push_back(block(Heading{2, "一", rich("题")}));
  first.blocks.push_back(block(Heading{2, "", rich("没有编号")}));
  first.blocks.push_back(block(Figure{"", {}, "a.png", {}}));
  first.blocks.push_back(block(Noise{"1", "page number"}));
  const Strings anchors = index::block_anchors(first);
  std::set<std::string> seen;
  for (const std::string& anchor : anchors) {
    CHECK(anchor.find_first_of("_ <>&\"'#%") == npos);
    CHECK((anchor.empty() || seen.insert(anchor).second));
  }
  CHECK(anchors[1] == "s-1");
  CHECK(anchors[2] == "case-1-10");
  CHECK(anchors[6] == "fig-2-1");
  CHECK(anchors[8] == anchors[7] + "-2");
  CHECK(anchors[9] == "s-1-1-1");
  CHECK(anchors[10] == "s-1-2");
  CHECK(anchors[11] == "没有编号");
  CHECK(anchors.back().empty());

  first.blocks.insert(first.blocks.begin(), block(Paragraph{Paragraph::Role::body, rich("新的一段")}));
  const Strings later = index::block_anchors(first);
  CHECK(std::equal(anchors.begin(), anchors.end(), later.begin() + 1, later.end()));
}

TEST_CASE("slugs of numbers") {
  const std::vector<std::pair<std::string_view, std::string>> slugs = {
      {"1-1", "1-1"},  {"1.1", "1-1"}, {"１－１", "1-1"}, {"1—1", "1-1"}, {"（一）", "1"}, {"第十二", "12"},
      {"三-2", "3-2"}, {"A1", "a1"},   {"1.1.", "1-1"},   {"", ""},       {"※", ""},       {"廿一", "21"}};
  for (const auto& [number, slug] : slugs) CHECK(index::number_slug(number) == slug);
  CHECK(index::natural_key("1-9") < index::natural_key("1-10"));
  CHECK(index::natural_key("2") < index::natural_key("10-1"));
  CHECK(index::natural_key("1") < index::natural_key("1-1"));
}

TEST_CASE("relative addresses") {
  CHECK(relative_address("a/b/c.html", "a/b/d.html") == "d.html");
  CHECK(relative_address("a/b/c.html", "a/x/d.html#e") == "../x/d.html#e");
  CHECK(relative_address("a/b/c.html", "index.html") == "../../index.html");
  CHECK(relative_address("index.html", "a/b.html?q=1#x") == "a/b.html?q=1#x");
  CHECK(relative_address("a/b.html", "a/b.html#x") == "#x");
  CHECK(relative_address("a/b.html", "a/b.html") == "b.html");
  CHECK(relative_address("a/b.html", "#x") == "#x");
  CHECK(relative_address("a/b.html", "ab/c.html") == "../ab/c.html");
  CHECK(relative_address("a/b.html", "a/") == "./");
  CHECK(relative_address("a/b.html", "https://example.org/") == "https://example.org/");
  CHECK(file_address("图 片/a#1?.png") == "%E5%9B%BE%20%E7%89%87/a%231%3F.png");
}

TEST_CASE("a letter of an index leads to its group on the page where it begins") {
  std::vector<std::string> letters(2 * names_on_page + 10, "F");
  const auto fill = [&](const char* letter, std::size_t first, std::size_t last) {
    std::fill(letters.begin() + static_cast<std::ptrdiff_t>(first), letters.begin() + static_cast<std::ptrdiff_t>(last), letter);
  };
  fill("A", 0, 10);
  fill("B", 10, names_on_page - 5);
  fill("C", names_on_page - 5, names_on_page + 5);
  fill("D", names_on_page + 5, 2 * names_on_page);
  fill("E", 2 * names_on_page, 2 * names_on_page + 1);
  std::vector<std::string> found;
  for (const NameLetter& letter : index::name_letters(letters, "s/index")) {
    found.push_back(letter.letter + ' ' + std::to_string(letter.last - letter.first) + ' ' + letter.address);
  }
  CHECK(found == std::vector<std::string>{"A 10 s/index.html#at_group-1", "B 225 s/index.html#at_group-2", "C 10 s/index.html#at_group-3",
                                          "D 235 s/index-2.html#at_group-2", "E 1 s/index-3.html#at_group-1", "F 9 s/index-3.html#at_group-2"});
}
