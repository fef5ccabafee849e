// The view holds what templates/README.md promises: read from that page, held against the demo portal.

#include "render/view.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "base/text.h"
#include "index/site_plan.h"
#include "link/link.h"
#include "model/library.h"
#include "read/read.h"
#include "render/template/engine.h"
#include "structure/structure.h"

using namespace reportal;
using templates::Value;

namespace {

/// The demo portal up to its plan; sources outlive the documents.
struct Portal {
  Problems problems;
  std::unique_ptr<Files> disk = disk_files();
  Input input = read_content(*disk, {.content = REPORTAL_SOURCE_DIR "/content", .data_folder = REPORTAL_SOURCE_DIR, .theme = {}, .base_url = {}, .served_at = {}}, problems);
  Library library = make_library(input.settings, input.vocabulary, documents());
  Links links = link(library, 1, problems);
  SitePlan plan = plan_site(library, links, input, problems);
  Site site{library, links, plan, input.theme, "reportal", 1};
  SharedView shared{site};

  std::vector<Document> documents() {
    std::vector<Document> all;
    for (const Source& source : input.sources) all.push_back(understand(source, problems));
    return all;
  }
};

/// The words in backticks of a table cell, those in round brackets left out: they belong to what stands before them.
std::set<std::string> names_outside_brackets(std::string_view cell) {
  std::set<std::string> names;
  int depth = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '(') ++depth;
    if (cell[i] == ')') --depth;
    if (cell[i] != '`') continue;
    const std::size_t end = cell.find('`', i + 1);
    if (depth == 0) names.emplace(cell.substr(i + 1, end - i - 1));
    i = end;
  }
  return names;
}

/// First cell → second cell of all tables of the page.
std::map<std::string, std::string> table_rows(const Files& disk) {
  std::string page;
  REQUIRE_FALSE(disk.read(REPORTAL_SOURCE_DIR "/templates/README.md", page));
  std::map<std::string, std::string> rows;
  for (const std::string_view line : split_lines(page)) {
    const auto cells = split(line, '|');
    if (line.starts_with("| ") && cells.size() >= 4) rows.emplace(trim(cells[1]), trim(cells[2]));
  }
  return rows;
}

std::set<std::string> member_names(const Value& value) {
  std::set<std::string> names;
  for (const auto& [name, member] : value.members()) names.emplace(name);
  return names;
}

const std::set<std::string> frame = {"site", "page", "navigation", "assets", "theme", "t"};

}  // namespace

TEST_CASE("every page kind has exactly the names that are documented") {
  Portal portal;
  std::map<std::string, std::set<std::string>> documented;
  for (const auto& [first, second] : table_rows(*portal.disk)) {
    for (const std::string& name : names_outside_brackets(first)) {
      if (name.ends_with(".html")) documented.emplace(name, names_outside_brackets(second));
    }
  }
  REQUIRE(documented.size() >= 24);
  std::set<std::string> seen;
  for (const PlannedPage& page : portal.plan.pages) {
    templates::ValuePool pool;
    const std::string name(template_of(page.kind));
    std::set<std::string> names = member_names(make_view(portal.shared, page, pool));
    for (const std::string& shared : frame) CHECK(names.erase(shared) == 1);
    INFO(page.address);
    CHECK(names == documented[name]);
    seen.insert(name);
  }
  for (const auto& [name, names] : documented) {
    INFO(name << " is in no page of the demo portal");
    CHECK(seen.contains(name));
  }
}

TEST_CASE("cards have exactly the members that are documented") {
  Portal portal;
  const auto rows = table_rows(*portal.disk);
  templates::ValuePool pool;
  const Cards cards(portal.site, "a/b.html", pool);
  const auto shape = [&](const char* name) {
    std::set<std::string> names = names_outside_brackets(rows.at(std::string("*") + name + "*"));
    if (std::string_view(name) == "school card") names.insert({"id", "name", "short", "url"});
    return names;
  };
  CHECK(member_names(cards.school(0)) == shape("school"));
  CHECK(member_names(cards.document_link(0)) == shape("document link"));
  CHECK(member_names(cards.school_card(0)) == shape("school card"));
  CHECK(member_names(cards.case_card(0)) == shape("case card"));
  CHECK(member_names(cards.case_link(0)) == shape("case link"));
  CHECK(member_names(cards.topic_card(0)) == shape("topic card"));
  CHECK(member_names(cards.article_card(portal.plan.articles_by_date.at(0))) == shape("article card"));
  std::set<std::string> report = member_names(cards.report_card(portal.plan.reports_by_year.at(0)));
  for (const char* only_on_its_page : {"source", "source_url", "authors", "record"}) CHECK(report.erase(only_on_its_page) == 1);
  CHECK(report == shape("report card"));
}

TEST_CASE("every page has a description of its own, and no two lists have one alike") {
  Portal portal;
  std::map<std::string, std::string> lists;
  for (const PlannedPage& page : portal.plan.pages) {
    templates::ValuePool pool;
    const Value frame_of_page = *make_view(portal.shared, page, pool).find("page");
    const std::string text(frame_of_page.find("description")->text());
    INFO(page.address << ": " << text);
    CHECK_FALSE(text.empty());
    CHECK(text.find('{') == std::string::npos);
    const bool is_list = page.address.ends_with("index.html") && document_of(page, portal.library) < 0;
    if (is_list && page.kind != PageKind::redirect) CHECK(lists.emplace(text, page.address).second);
  }
  CHECK(lists.size() >= 9);
}

TEST_CASE("every template renders every page that it is for") {
  Portal portal;
  templates::Engine engine;
  engine.load(portal.input.theme.templates, portal.input.theme.template_paths, portal.problems);
  for (const PlannedPage& page : portal.plan.pages) {
    templates::ValuePool pool;
    std::string out;
    INFO(page.address);
    CHECK(engine.run(template_of(page.kind), make_view(portal.shared, page, pool), out, portal.problems));
    CHECK(out.find("<html") != std::string::npos);
  }
  for (const Problem& problem : portal.problems.sorted()) {
    if (problem.severity() == Severity::error) FAIL_CHECK(format_problem(problem, Language::english, false));
  }
}
