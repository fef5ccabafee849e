// Pages that list things stay small however large the portal is: the site index, and the indices of schools, organisations, terms and reports, tables of
// indicators.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "index/site_plan.h"
#include "link/link.h"
#include "model/library.h"
#include "read/read.h"
#include "render/template/engine.h"
#include "render/view.h"

using namespace reportal;

namespace {

/// A name of twenty characters; those of one number in different lists differ.
std::string name_of(const char* kind, std::size_t number) { return std::string(kind) + "职业技术学院质量年度报告的名称第" + std::to_string(1000 + number); }

/// A portal with `count` of each thing, and `cases` cases in each report, all of them under chapters with titles of their own.
struct LargePortal {
  Problems problems;
  std::unique_ptr<Files> disk = disk_files();
  Input input = read_content(*disk, {.content = REPORTAL_SOURCE_DIR "/content", .data_folder = REPORTAL_SOURCE_DIR, .theme = {}, .base_url = {}, .served_at = {}}, problems);
  Library library;
  StringPool strings;

  LargePortal(std::size_t count, std::size_t cases) {
    Vocabulary vocabulary;
    std::vector<Document> documents;
    std::vector<GivenValue> values;
    for (const char* id : {"students", "teachers"}) {
      Indicator& indicator = vocabulary.indicators.emplace_back();
      indicator.id = id;
      indicator.name = name_of("指标", vocabulary.indicators.size());
      indicator.group = "表";
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::string id = std::to_string(1000 + i) + "-of-the-portal";
      vocabulary.schools.emplace_back().id = id;
      vocabulary.schools.back().name = name_of("学校", i);
      vocabulary.organisations.emplace_back().id = id;
      vocabulary.organisations.back().name = name_of("机构", i);
      vocabulary.terms.emplace_back().id = id;
      vocabulary.terms.back().name = name_of("术语", i);
      vocabulary.topics.emplace_back().id = id;
      vocabulary.topics.back().name = name_of("专题", i);
      for (int year = 2020; year < 2024; ++year) values.push_back({"students", id, year, 1000.0 + year, "来源", {}});
      values.push_back({"teachers", id, 2023, 100, {}, {}});
      documents.push_back(report("r" + id, name_of("年报", i), name_of("章节", i), cases));
      documents.back().year = 1900 + static_cast<int>(i % 30);
    }
    library = make_library(input.settings, std::move(vocabulary), std::move(documents), std::move(values));
  }

  Document report(std::string id, std::string title, std::string_view chapter, std::size_t cases) {
    Document made;
    made.kind = DocumentKind::report;
    made.path = id;
    made.id = std::move(id);
    made.title = std::move(title);
    made.blocks.emplace_back().content = Heading{.level = 1, .number = "1", .title = {strings.keep(chapter), {}}};
    for (std::size_t i = 0; i < cases; ++i) {
      Block block;
      block.section = 0;
      block.content = CaseTitle{.number = strings.keep("1-" + std::to_string(i)), .title = {strings.keep(name_of("案例", i)), {}}};
      made.blocks.push_back(std::move(block));
    }
    return made;
  }

  /// The pages of these kinds.
  [[nodiscard]] std::vector<OutputFile> pages(std::initializer_list<PageKind> kinds) {
    const Links links = link(library, 2, problems);
    const SitePlan plan = plan_site(library, links, input, problems, 2);
    const Site site(library, links, plan, input.theme, "reportal", 2);
    const SharedView shared(site);
    templates::Engine engine;
    engine.load(input.theme.templates, input.theme.template_paths, problems);
    std::vector<OutputFile> files;
    for (const PlannedPage& page : plan.pages) {
      if (std::find(kinds.begin(), kinds.end(), page.kind) == kinds.end()) continue;
      templates::ValuePool pool;
      std::string html;
      REQUIRE(engine.run(template_of(page.kind), make_view(shared, page, pool), html, problems));
      files.push_back({page.address, std::move(html)});
    }
    REQUIRE_FALSE(problems.has_errors());
    return files;
  }

  [[nodiscard]] std::string site_index() { return pages({PageKind::site_index}).front().bytes; }
};

constexpr std::size_t most_bytes = 200 * 1024;

}  // namespace

TEST_CASE("a site index with its sections full names everything") {
  const std::string html = LargePortal(200, 2).site_index();
  CHECK(html.size() < most_bytes);
  for (const char* kind : {"学校", "机构", "术语", "专题", "年报", "章节"}) {
    CHECK(html.find(name_of(kind, 0)) != std::string::npos);
    CHECK(html.find(name_of(kind, 199)) != std::string::npos);
  }
}

TEST_CASE("above that it leads to letters and years") {
  const std::string html = LargePortal(3000, 4).site_index();
  CHECK(html.size() < most_bytes);
  for (const char* kind : {"学校", "机构", "术语", "年报"}) CHECK(html.find(name_of(kind, 0)) == std::string::npos);
  CHECK(html.find("schools/index.html#at_group-1") != std::string::npos);
  CHECK(html.find("glossary.html#at_group-1") != std::string::npos);
  CHECK(html.find("years/1929.html") != std::string::npos);
}

TEST_CASE("indices of names go over pages, which together have every name once") {
  LargePortal portal(1000, 1);
  const std::vector<OutputFile> pages =
      portal.pages({PageKind::home, PageKind::school_index, PageKind::organisation_index, PageKind::glossary, PageKind::report_index});
  std::set<std::string> addresses;
  for (const OutputFile& page : pages) {
    addresses.insert(page.address);
    INFO(page.address);
    CHECK(page.bytes.size() < most_bytes);
  }
  for (const char* address : {"schools/index-5.html", "organisations/index-5.html", "glossary-5.html", "reports/index-17.html"}) CHECK(addresses.contains(address));
  for (std::size_t i = 0; i < 1000; i += 111) {
    const auto named = std::count_if(pages.begin(), pages.end(), [&](const OutputFile& page) {
      return page.address.starts_with("schools/") && page.bytes.find('>' + name_of("学校", i) + "</a>") != std::string::npos;
    });
    CHECK(named == 1);
  }
}

TEST_CASE("tables of values go over pages by their rows; charts stand on the first") {
  LargePortal portal(1000, 1);
  const std::vector<OutputFile> pages = portal.pages({PageKind::indicator, PageKind::indicator_group});
  std::map<std::string, std::size_t> parts;  // by the name without a number
  for (const OutputFile& page : pages) {
    INFO(page.address);
    CHECK(page.bytes.size() < most_bytes);
    const bool first = page.address.find_first_of("0123456789") == std::string::npos;
    CHECK((page.bytes.find("<svg") != std::string::npos) == first);
    ++parts[page.address.substr(0, page.address.find_first_of(".0123456789"))];
  }
  CHECK(parts.at("indicators/students") + parts.at("indicators/students-") == 17);  // 60 rows of 4 years
  CHECK(parts.at("indicators/teachers") + parts.at("indicators/teachers-") == 5);   // 240 rows of one
  const auto rows = [&](const std::string& stem) {
    std::size_t count = 0;
    for (const OutputFile& page : pages) {
      if (!page.address.starts_with(stem)) continue;
      for (std::size_t at = page.bytes.find("<th scope=\"row\"><a"); at != std::string::npos; at = page.bytes.find("<th scope=\"row\"><a", at + 1)) ++count;
    }
    return count;
  };
  CHECK(rows("indicators/students") == 1000);
  CHECK(rows("indicators/group-") == 1000);
}
