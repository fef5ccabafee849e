// The site index stays small however large the portal is.

#include <catch2/catch.hpp>
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
  Input input = read_content(*disk, {.content = REPORTAL_SOURCE_DIR "/content", .data_folder = REPORTAL_SOURCE_DIR, .theme = {}, .base_url = {}}, problems);
  Library library;
  StringPool strings;

  LargePortal(std::size_t count, std::size_t cases) {
    Vocabulary vocabulary;
    std::vector<Document> documents;
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
      documents.push_back(report("r" + id, name_of("年报", i), name_of("章节", i), cases));
      documents.back().year = 1900 + static_cast<int>(i % 30);
    }
    library = make_library(input.settings, std::move(vocabulary), std::move(documents));
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

  [[nodiscard]] std::string site_index() {
    const Links links = link(library, 2, problems);
    const SitePlan plan = plan_site(library, links, input, problems, 2);
    const Site site(library, links, plan, input.theme, "reportal", 2);
    const SharedView shared(site);
    templates::Engine engine;
    engine.load(input.theme.templates, input.theme.template_paths, problems);
    std::string html;
    for (const PlannedPage& page : plan.pages) {
      templates::ValuePool pool;
      if (page.kind == PageKind::site_index) REQUIRE(engine.run(template_of(page.kind), make_view(shared, page, pool), html, problems));
    }
    REQUIRE_FALSE(problems.has_errors());
    return html;
  }
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
