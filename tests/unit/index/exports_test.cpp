#include <catch2/catch.hpp>

#include <map>

#include "index/exports.h"
#include "index/planning.h"

using namespace reportal;

namespace {

std::map<std::string, std::string> by_address(std::vector<OutputFile> files) {
  std::map<std::string, std::string> map;
  for (OutputFile& file : files) CHECK(map.emplace(std::move(file.address), std::move(file.bytes)).second);
  return map;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t number = 0;
  for (std::size_t at = text.find(part); at != npos; at = text.find(part, at + part.size())) ++number;
  return number;
}

/// 60 dated articles and one without a date, newest first.
struct Articles {
  Library library;
  Links links;
  SitePlan plan;

  explicit Articles(std::string base_url) {
    library.settings.title = "门户 & 站";
    library.settings.base_url = std::move(base_url);
    for (std::uint32_t i = 0; i < 61; ++i) {
      Document document;
      document.kind = DocumentKind::article;
      document.id = "a" + std::to_string(i);
      document.title = "<" + document.id + ">";
      if (i < 60) document.metadata.date = Date{.year = 2023 - static_cast<int>(i), .month = 5, .day = 1};
      library.documents.push_back(std::move(document));
      plan.articles_by_date.push_back(i);
      plan.document_address.push_back("articles/a" + std::to_string(i) + ".html");
      plan.pages.push_back({.kind = PageKind::article, .address = plan.document_address[i], .subject = i, .redirect_to = {}});
    }
    links.translations.resize(library.documents.size());
  }
};

}  // namespace

TEST_CASE("feeds hold the newest fifty dated articles, and the same bytes each time") {
  const Articles articles("https://example.org/");
  std::vector<OutputFile> files;
  index::append_feeds(articles.library, articles.plan, files);
  const auto feeds = by_address(files);
  const std::string& atom = feeds.at("feed.xml");
  CHECK(count(atom, "<entry>") == 50);
  CHECK(count(atom, "<id>https://example.org/articles/a0.html</id>") == 1);
  CHECK(count(atom, "<updated>2023-05-01T00:00:00Z</updated>") == 2);
  CHECK(count(atom, "<title>&lt;a0&gt;</title>") == 1);
  CHECK(count(atom, "a60") == 0);
  CHECK(count(feeds.at("feed.json"), "\"date_published\"") == 50);
}

TEST_CASE("without a base address feeds have relative links and ids of their own") {
  const Articles articles("");
  std::vector<OutputFile> files;
  index::append_feeds(articles.library, articles.plan, files);
  index::append_sitemap(articles.library, articles.links, articles.plan, files);
  const auto feeds = by_address(files);
  CHECK(count(feeds.at("feed.xml"), "<id>urn:uuid:") == 51);
  CHECK(count(feeds.at("feed.xml"), "<link href=\"articles/a0.html\"/>") == 1);
  CHECK(count(feeds.at("feed.xml"), "<!--") == 1);
  CHECK_FALSE(feeds.contains("sitemap.xml"));
  CHECK(feeds.at("robots.txt") == "User-agent: *\nAllow: /\n");
}

TEST_CASE("a sitemap is split at its limit") {
  Articles articles("https://example.org/");
  std::vector<OutputFile> files;
  index::append_sitemap(articles.library, articles.links, articles.plan, files);
  auto made = by_address(files);
  CHECK(count(made.at("sitemap.xml"), "<loc>") == 61);
  CHECK(count(made.at("sitemap.xml"), "<lastmod>") == 60);
  CHECK(count(made.at("robots.txt"), "Sitemap: https://example.org/sitemap.xml\n") == 1);

  articles.plan.pages.resize(50'001, {.kind = PageKind::year, .address = "y.html", .redirect_to = {}});
  files.clear();
  index::append_sitemap(articles.library, articles.links, articles.plan, files);
  made = by_address(files);
  CHECK(count(made.at("sitemap-1.xml"), "<loc>") == 50'000);
  CHECK(count(made.at("sitemap-2.xml"), "<loc>") == 1);
  CHECK(count(made.at("sitemap.xml"), "<loc>https://example.org/sitemap-2.xml</loc>") == 1);
}

TEST_CASE("a sitemap names each language of a text at each of its pages") {
  Articles articles("https://example.org/");
  std::vector<OutputFile> files;
  index::append_sitemap(articles.library, articles.links, articles.plan, files);
  CHECK(count(by_address(files).at("sitemap.xml"), "xhtml") == 0);

  articles.library.documents[1].metadata.language = "en";
  articles.links.translations[0] = articles.links.translations[1] = {0, 1};
  files.clear();
  index::append_sitemap(articles.library, articles.links, articles.plan, files);
  const std::string sitemap = by_address(files).at("sitemap.xml");
  CHECK(count(sitemap, "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"") == 1);
  CHECK(count(sitemap, "<xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://example.org/articles/a0.html\"/>") == 2);
  CHECK(count(sitemap, "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/articles/a1.html\"/>") == 2);
}

TEST_CASE("feeds say which language an entry is in where it is not the portal's") {
  Articles articles("");
  articles.library.documents[1].metadata.language = "en";
  std::vector<OutputFile> files;
  index::append_feeds(articles.library, articles.plan, files);
  const auto feeds = by_address(files);
  CHECK(count(feeds.at("feed.xml"), "<entry xml:lang=\"en\">") == 1);
  CHECK(count(feeds.at("feed.xml"), "<entry>") == 49);
  CHECK(count(feeds.at("feed.json"), "\"language\": \"en\"") == 1);
}

TEST_CASE("assets have hashed names, which style sheets use; a changed asset changes the names of those that use it") {
  Input input;
  input.theme.assets = {
      {"style.css", "a{background:url(icons/a.svg#x)} /* url(icons/a.svg) */ b{background:url('gone.png')}"},
      {"more.css", "@import url(style.css); c{}"},
      {"icons/a.svg", "<svg/>"}};
  input.files = {{"pictures/gate.jpg", "JPEG"}};
  SitePlan plan;
  plan.asset_address = index::asset_addresses(input.theme);
  const std::string style = plan.asset_address.at("style.css"), more = plan.asset_address.at("more.css");
  CHECK(style.size() == std::string("assets/style.01234567.css").size());

  std::vector<OutputFile> files;
  Input used = input;
  index::append_assets(plan, used, files);
  const auto made = by_address(files);
  CHECK(made.at("pictures/gate.jpg") == "JPEG");
  CHECK(made.at(more) == "@import url(" + style.substr(7) + ");c{}");
  CHECK(made.at(style) == "a{background:url(" + plan.asset_address.at("icons/a.svg").substr(7) + "#x)}b{background:url('gone.png')}");

  input.theme.assets[2].bytes = "<svg></svg>";
  const auto later = index::asset_addresses(input.theme);
  for (const auto& [name, address] : plan.asset_address) CHECK(later.at(name) != address);
}

TEST_CASE("a style sheet is published with its parts in it, a part once and under no name of its own") {
  Input input;
  input.theme.assets = {{"style.css", "/* parts */\n@import \"style/a.css\";\n@import 'style/b.css';\n@import url(gone.css);\n@import 'style/a.css';\nx{}"},
                        {"style/a.css", "a{background:url(../icon.svg)}"},
                        {"style/b.css", "@import url(a.css);\nb{}"},
                        {"icon.svg", "<svg/>"}};
  SitePlan plan;
  plan.asset_address = index::asset_addresses(input.theme);
  CHECK(plan.asset_address.size() == 2);
  const std::string style = plan.asset_address.at("style.css"), icon = plan.asset_address.at("icon.svg");

  input.theme.assets[1].bytes += "c{}";
  CHECK(index::asset_addresses(input.theme).at("style.css") != style);

  std::vector<OutputFile> files;
  index::append_assets(plan, input, files);
  CHECK(files.size() == 2);
  CHECK(by_address(files).at(style) == "a{background:url(" + icon.substr(7) + ")}c{}b{}@import url(gone.css);x{}");
}

TEST_CASE("imports of a style sheet stand at its head and hold everywhere") {
  const auto imported = [](std::string_view css) {
    std::vector<std::string_view> addresses;
    for (const StyleImport& import : style_sheet_imports(css)) addresses.push_back(import.address);
    return addresses;
  };
  CHECK(imported("@charset \"UTF-8\";/* @import 'x'; */@import 'a';@import url( \"b\" ) ;@import url(c);") ==
        std::vector<std::string_view>{"a", "b", "c"});
  CHECK(imported("@import 'a' print;@import 'b' layer(x);@import 'c' supports(d: e);").empty());
  CHECK(imported("a{}@import 'late';").empty());
  for (const char* cut : {"@import 'a'", "@import", "@import;", "/*", "@import '"}) CHECK(imported(cut).empty());
}

TEST_CASE("addresses in style sheets") {
  const std::string_view css =
      "@import 'a.css' screen;@import url( \"b.css\" );x{background:url(c.png),url('d(1).png')}/* url(e) */"
      "y{content:'url(f)'}z{src:url( g.woff ) format(\"woff\")}@media print{}u{}";
  CHECK(style_sheet_addresses(css) == std::vector<std::string_view>{"a.css", "b.css", "c.png", "d(1).png", "g.woff"});
  for (const char* cut : {"url(", "@import", "@import '", "url('", "/*", "'", "u", "@", "url()"}) {
    CHECK(style_sheet_addresses(cut).empty());
  }
}

TEST_CASE("style sheets lose comments and indentation, and nothing else") {
  CHECK(compact_style_sheet("/* head */\n\na {\n  b: c /* d */ e;\n}\n\n\nf{}") == "a{b:c e;}f{}");
  CHECK(compact_style_sheet("a :is(b, c) > d { e: calc(1px + 2px) , f ; }\n@media (g: h) and (i) { }") ==
        "a :is(b,c) > d{e:calc(1px + 2px),f;}@media (g:h) and (i){}");
  CHECK(compact_style_sheet("a/**/b") == "a b");
  CHECK(compact_style_sheet("/*! licence */\n  a{}") == "/*! licence */ a{}");
  CHECK(compact_style_sheet("a{content:\"/* x */  y\"}") == "a{content:\"/* x */  y\"}");
  CHECK(compact_style_sheet("a{b:url(c/*d*/e)}") == "a{b:url(c/*d*/e)}");
  CHECK(compact_style_sheet("a{b:url( \"c  /* d\" )}") == "a{b:url( \"c  /* d\" )}");
  for (const char* cut : {"/*", "/*!", "\"", "url(", "/"}) CHECK(compact_style_sheet(cut).size() <= std::string_view(cut).size());
}

TEST_CASE("files for hosts: paths begin at the root of the host, and files of the content take their place") {
  Library library;
  SitePlan plan;
  plan.pages.push_back({.kind = PageKind::redirect, .address = "old/index.html", .redirect_to = "articles/新.html"});
  plan.pages.push_back({.kind = PageKind::redirect, .address = "a b.html", .redirect_to = "about.html"});
  std::vector<OutputFile> files;
  index::append_host_files(library, plan, files);
  auto made = by_address(files);
  CHECK(made.at("_redirects") == "/old/index.html /articles/%E6%96%B0.html 301\n/old/ /articles/%E6%96%B0.html 301\n/a%20b.html /about.html 301\n");
  CHECK(made.at("_headers").starts_with("/*\n  Content-Security-Policy: default-src 'self'; img-src 'self' data:; style-src"));
  CHECK(count(made.at("_headers"), "\n/assets/*\n") == 1);

  library.settings.base_url = "https://example.org/reports/";
  library.settings.remote_images = true;
  files.clear();
  index::append_host_files(library, plan, files);
  made = by_address(files);
  CHECK(made.at("_redirects").starts_with("/reports/old/index.html /reports/articles/"));
  CHECK(made.at("_headers").starts_with("/reports/*\n  Content-Security-Policy: default-src 'self'; img-src 'self' data: https: http:;"));

  plan.content_files.insert("_headers");
  plan.pages.clear();
  files.clear();
  index::append_host_files(library, plan, files);
  CHECK(files.empty());
}

TEST_CASE("the data of the filters names the values of a case by their places") {
  Library library;
  library.vocabulary.schools.resize(2);
  library.vocabulary.schools[1].id = "south";
  library.vocabulary.schools[1].name = "南方职业学院";
  library.vocabulary.topics.resize(2);
  library.vocabulary.topics[1].id = "work";
  library.vocabulary.topics[1].name = "劳动";
  for (const char* id : {"one", "two"}) {
    Document document;
    document.kind = DocumentKind::case_study;
    document.id = id;
    document.title = std::string("</script>") + id;
    library.documents.push_back(std::move(document));
  }
  library.documents[0].year = 2024;
  library.cases = {{.document = 0, .blocks = {}}, {.document = 1, .blocks = {}}};
  Links links;
  links.document_school = {1, -1};
  links.case_topics.resize(2);
  links.case_topics[0].emplace_back().topic = 1;
  SitePlan plan;
  plan.schools_by_name = {0, 1};
  plan.school_cases = {{}, {0}};
  plan.years = {2024};
  plan.year_cases[2024] = {0};
  plan.topic_cases = {{}, {0}};
  plan.case_chapters = {{"校园", "cases/chapter-x.html", {1}}};
  plan.cases_in_order = {0, 1};
  plan.case_address = {"cases/one.html", "cases/two.html"};
  std::vector<OutputFile> files;
  index::append_case_filter(library, links, plan, files);
  CHECK(by_address(files).at("data/cases.js") ==
        "reportalCases({\"facets\":{\"school\":[[\"south\",\"南方职业学院\"]],\"year\":[[\"2024\",\"2024\"]],"
        "\"topic\":[[\"work\",\"劳动\"]],\"chapter\":[[\"x\",\"校园\"]]},\"cases\":["
        "[\"\\u003c/script>one\",\"\",\"cases/one.html\",0,0,[0],-1],[\"\\u003c/script>two\",\"\",\"cases/two.html\",-1,-1,[],0]]});\n");
}

TEST_CASE("scripts lose lines that are comments, indentation and empty lines; with long texts nothing") {
  CHECK(compact_script("// head\n\n(() => {\n  a(); // b\n  //! licence\n  // c\n\treturn `d` + '//e'\n})();") ==
        "(() => {\na(); // b\n//! licence\nreturn `d` + '//e'\n})();\n");
  for (const char* kept : {"a = `\n  // b\n`;", "a = 'b\\\n  // c';", "// it`s\n  a();"}) CHECK(compact_script(kept) == kept);
  CHECK(compact_script("").empty());
}
