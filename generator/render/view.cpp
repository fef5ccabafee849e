#include "render/view.h"

#include "chinese/languages.h"
#include "render/description.h"
#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;

std::string_view template_of(PageKind kind) {
  switch (kind) {
    case PageKind::home: return "home.html";
    case PageKind::school_index: return "school_index.html";
    case PageKind::school: return "school.html";
    case PageKind::report_index: return "report_index.html";
    case PageKind::report: return "report.html";
    case PageKind::chapter: return "chapter.html";
    case PageKind::report_full: return "report_full.html";
    case PageKind::case_index:
    case PageKind::case_chapter:
    case PageKind::case_letter: return "case_index.html";
    case PageKind::case_page: return "case_page.html";
    case PageKind::topic_index: return "topic_index.html";
    case PageKind::topic: return "topic.html";
    case PageKind::organisation_index: return "organisation_index.html";
    case PageKind::organisation: return "organisation.html";
    case PageKind::term: return "term.html";
    case PageKind::indicator_index: return "indicator_index.html";
    case PageKind::indicator_group: return "indicator_group.html";
    case PageKind::indicator: return "indicator.html";
    case PageKind::named_in_school:
    case PageKind::named_in_topic: return "named_in.html";
    case PageKind::article_index: return "article_index.html";
    case PageKind::channel: return "channel.html";
    case PageKind::article: return "article.html";
    case PageKind::year_index: return "year_index.html";
    case PageKind::year: return "year.html";
    case PageKind::figure_index:
    case PageKind::figure_letter: return "figure_index.html";
    case PageKind::table_index:
    case PageKind::table_letter: return "table_index.html";
    case PageKind::glossary: return "glossary.html";
    case PageKind::page: return "page.html";
    case PageKind::search: return "search.html";
    case PageKind::site_index: return "site_index.html";
    case PageKind::not_found: return "not_found.html";
    case PageKind::redirect: return "redirect.html";
    case PageKind::record: return "record.html";
  }
  return {};
}

SharedView::SharedView(const Site& site)
    : site_(site), bodies_(site.library, site.links, site.plan, site.theme.strings) {
  std::vector<Member> strings;
  for (const auto& [key, text] : site.theme.strings) strings.emplace_back(key, text);
  strings_ = pool_.map(std::move(strings));
  std::size_t figures = 0;
  std::size_t tables = 0;
  for (const std::uint32_t count : site.document_figures) figures += count;
  for (const std::uint32_t count : site.document_tables) tables += count;
  const Vocabulary& vocabulary = site.library.vocabulary;
  counts_ = pool_.map({{"schools", vocabulary.schools.size()},
                       {"reports", site.plan.reports_by_year.size()},
                       {"cases", site.library.cases.size()},
                       {"topics", vocabulary.topics.size()},
                       {"articles", site.plan.articles_by_date.size()},
                       {"figures", figures},
                       {"tables", tables},
                       {"organisations", vocabulary.organisations.size()},
                       {"terms", vocabulary.terms.size()},
                       {"indicators", vocabulary.indicators.size()},
                       {"values", site.links.indicator_values.size()}});
}

std::vector<std::uint32_t> block_range(std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> blocks;
  blocks.reserve(last - first);
  for (std::uint32_t i = first; i < last; ++i) blocks.push_back(i);
  return blocks;
}

PageView::PageView(const SharedView& shared, const PlannedPage& page, templates::ValuePool& pool)
    : shared_(shared), site_(shared.site()), page_(page), pool_(pool), cards_(site_, page.address, pool) {
  names_.reserve(24);
}

void PageView::crumb(std::string_view text, std::string_view address) { crumbs_.push_back({text, address}); }

void PageView::add_frame() {
  const Settings& settings = site_.library.settings;
  std::vector<Value> years;
  for (const int year : site_.plan.years) {
    years.push_back(pool_.map({{"year", year}, {"url", cards_.url(site_.plan.year_address.at(year))}}));
  }
  add("site", pool_.map({{"title", settings.title},
                         {"subtitle", settings.subtitle},
                         {"description", settings.description},
                         {"language", settings.language},
                         {"publisher", settings.publisher},
                         {"licence", settings.licence},
                         {"licence_url", settings.licence_url},
                         {"base_url", settings.base_url},
                         {"remote_images", settings.remote_images},
                         {"content_policy", pool_.text(content_policy(settings))},
                         {"generator", site_.generator},
                         {"counts", shared_.counts()},
                         {"years", pool_.list(std::move(years))}}));
  const auto colour = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
  add("theme", pool_.map({{"name", site_.theme.name},
                          {"title", site_.theme.title},
                          {"light_colour", colour(site_.theme.light_colour)},
                          {"dark_colour", colour(site_.theme.dark_colour)}}));
  std::vector<Value> breadcrumbs;
  for (const Crumb& crumb : crumbs_) breadcrumbs.push_back(cards_.link(crumb.title, crumb.address));
  std::string graph = linked_data(site_, page_, title_, description_, crumbs_);
  std::string root(cards_.absolute_root());
  for (const char c : page_.address) {
    if (c == '/') root += "../";
  }
  const int document = document_of(page_, site_.library);
  const auto card = site_.plan.asset_address.find("card.png");
  const bool has_card = !settings.base_url.empty() && card != site_.plan.asset_address.end();
  const bool has_canonical = !settings.base_url.empty() && page_.kind != PageKind::not_found;
  const std::string& own_address = page_.kind == PageKind::redirect ? page_.redirect_to : page_.address;
  add("page", pool_.map({{"kind", template_of(page_.kind).substr(0, template_of(page_.kind).size() - 5)},
                         {"address", page_.address},
                         {"title", title_},
                         {"description", description_},
                         {"language", document < 0 ? Value() : cards_.language_or_none(static_cast<std::uint32_t>(document))},
                         {"translations", translations()},
                         {"alternates", alternates()},
                         {"canonical", has_canonical ? pool_.text(settings.base_url + file_address(own_address)) : Value()},
                         {"image", has_card ? pool_.text(settings.base_url + card->second) : Value()},
                         {"root", pool_.text(std::move(root))},
                         {"linked_data", graph.empty() ? Value() : pool_.html(std::move(graph))},
                         {"breadcrumbs", pool_.list(std::move(breadcrumbs))}}));
  std::vector<Value> navigation;
  for (const NavigationEntry& entry : settings.navigation) {
    const std::string_view folder = entry.to.ends_with("/index.html") ? std::string_view(entry.to).substr(0, entry.to.size() - 10)
                                                                      : std::string_view();
    const bool current = entry.to == page_.address || (!folder.empty() && page_.address.starts_with(folder));
    navigation.push_back(pool_.map({{"title", entry.title}, {"url", cards_.url(entry.to)}, {"current", current}}));
  }
  add("navigation", pool_.list(std::move(navigation)));
  std::vector<Member> assets;
  for (const Asset& asset : site_.theme.assets) {
    const auto found = site_.plan.asset_address.find(asset.name);
    if (found != site_.plan.asset_address.end()) assets.emplace_back(asset.name, cards_.url(found->second));
  }
  add("assets", pool_.map(std::move(assets)));
  add("t", shared_.strings());
}

Value PageView::translations() {
  const int own = document_of(page_, site_.library);
  std::vector<Value> others;
  for (const PageVersion& version : page_versions(site_.library, site_.links, site_.plan, page_)) {
    if (static_cast<int>(version.document) == own) continue;
    const std::string& language = document_language(site_.library.documents[version.document], site_.library.settings);
    others.push_back(pool_.map({{"tag", language}, {"name", pool_.text(language_name(language))}, {"url", cards_.url(version.address)}}));
  }
  return pool_.list(std::move(others));
}

/// Search engines take only absolute addresses, and only pages that say the same: a chapter knows no more than the cover of its translation.
Value PageView::alternates() {
  const Settings& settings = site_.library.settings;
  if (settings.base_url.empty() || page_.kind == PageKind::chapter) return pool_.list({});
  std::vector<Value> all;
  for (const PageVersion& version : page_versions(site_.library, site_.links, site_.plan, page_)) {
    all.push_back(pool_.map({{"tag", document_language(site_.library.documents[version.document], settings)},
                             {"url", pool_.text(settings.base_url + file_address(version.address))}}));
  }
  return pool_.list(std::move(all));
}

namespace {

constexpr std::uint32_t pages_near = 3;  ///< pages of a list that a pager names on either side, beside the first and the last

/// Address of page `number` (1-based) of the list that `first` begins: "cases/index.html", "cases/index-2.html".
std::string list_page_address(std::string_view address, std::uint32_t part, std::uint32_t number) {
  std::string_view stem = address.substr(0, address.size() - 5);
  if (part > 0) stem = stem.substr(0, stem.rfind('-'));
  std::string result(stem);
  if (number > 1) result += "-" + std::to_string(number);
  return result + ".html";
}

}  // namespace

Value PageView::pager(std::size_t total) {
  const auto address = [&](std::uint32_t part) { return cards_.url(list_page_address(page_.address, page_.part, part + 1)); };
  std::vector<Value> pages;
  std::uint32_t listed = 0;  // pages before this one are listed or left out
  for (std::uint32_t part = 0; part < page_.part_count; ++part) {
    const bool near = part + pages_near >= page_.part && part <= page_.part + pages_near;
    if (!near && part > 0 && part + 1 < page_.part_count) continue;
    pages.push_back(pool_.map({{"number", part + 1}, {"url", address(part)}, {"current", part == page_.part}, {"gap", part > listed}}));
    listed = part + 1;
  }
  return pool_.map({{"page", page_.part + 1},
                    {"count", page_.part_count},
                    {"total", total},
                    {"previous", page_.part > 0 ? address(page_.part - 1) : Value()},
                    {"next", page_.part + 1 < page_.part_count ? address(page_.part + 1) : Value()},
                    {"pages", pool_.list(std::move(pages))}});
}

Value PageView::build() {
  if (page_.kind != PageKind::home) crumb(string("home"), "index.html");
  switch (page_.kind) {
    case PageKind::home: home(); break;
    case PageKind::school_index: school_index(); break;
    case PageKind::school: school(); break;
    case PageKind::report_index: report_index(); break;
    case PageKind::report: report(); break;
    case PageKind::chapter: chapter(); break;
    case PageKind::report_full: report_full(); break;
    case PageKind::case_index:
    case PageKind::case_chapter:
    case PageKind::case_letter: case_index(); break;
    case PageKind::case_page: case_page(); break;
    case PageKind::topic_index: topic_index(); break;
    case PageKind::topic: topic(); break;
    case PageKind::organisation_index: organisation_index(); break;
    case PageKind::organisation: organisation(); break;
    case PageKind::term: term(); break;
    case PageKind::indicator_index: indicator_index(); break;
    case PageKind::indicator_group: indicator_group(); break;
    case PageKind::indicator: indicator(); break;
    case PageKind::named_in_school:
      named_in_page({EntityKind::school, page_.subject}, string("schools"), "schools/index.html");
      break;
    case PageKind::named_in_topic:
      named_in_page({EntityKind::topic, page_.subject}, string("topics"), "topics/index.html");
      break;
    case PageKind::article_index: article_index(); break;
    case PageKind::channel: article_index(); break;
    case PageKind::article: article(); break;
    case PageKind::year_index: year_index(); break;
    case PageKind::year: year(); break;
    case PageKind::figure_index:
    case PageKind::figure_letter: figure_index(); break;
    case PageKind::table_index:
    case PageKind::table_letter: table_index(); break;
    case PageKind::glossary: glossary(); break;
    case PageKind::page: free_page(); break;
    case PageKind::search: title(string("search")); break;
    case PageKind::site_index: site_index(); break;
    case PageKind::not_found: title(string("not_found")); break;
    case PageKind::redirect: redirect(); break;
    case PageKind::record: record(); break;
  }
  if (description_.empty()) description(pool_.text(description_of(site_, page_, title_)).text());
  add_frame();
  return pool_.map(std::move(names_));
}

Value make_view(const SharedView& shared, const PlannedPage& page, templates::ValuePool& pool) {
  return PageView(shared, page, pool).build();
}

}  // namespace reportal
