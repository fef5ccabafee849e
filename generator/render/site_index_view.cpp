// The site index: every way into the portal on one page. Where a section has more names than a reader looks through, it leads to the letters
// or years of its list instead, so that the page stays small however large the portal is.

#include "chinese/collation.h"
#include "render/letter_groups.h"
#include "render/page_view.h"

namespace reportal {

using templates::Value;

namespace {

/// Names that a section of the index lists. All sections full of long names stay below 200 kB.
constexpr std::size_t names_listed = 200;

}  // namespace

void PageView::site_index() {
  title(string("site_index"));
  const SitePlan& plan = site_.plan;
  const Vocabulary& vocabulary = site_.library.vocabulary;
  add("lists", index_lists());
  add("reports", index_reports());
  add("schools", index_names(
                     plan.schools_by_name, [&](std::uint32_t i) { return index_letter(vocabulary.schools[i].name, vocabulary.schools[i].sort); },
                     [&](std::uint32_t i) { return cards_.link(vocabulary.schools[i].name, plan.school_address[i]); }));
  add("organisations",
      index_names(
          plan.organisations_by_name,
          [&](std::uint32_t i) { return index_letter(vocabulary.organisations[i].name, vocabulary.organisations[i].sort); },
          [&](std::uint32_t i) { return cards_.link(vocabulary.organisations[i].name, plan.organisation_address[i]); }));
  add("terms", index_names(
                   terms_by_name(), [&](std::uint32_t i) { return index_letter(vocabulary.terms[i].name); },
                   [&](std::uint32_t i) { return cards_.link(vocabulary.terms[i].name, plan.term_address[i]); }));
  add_index_topics();
  std::vector<Value> groups;
  for (const IndicatorGroup& group : plan.indicator_groups) {
    groups.push_back(pool_.map({{"title", group.name.empty() ? string("other_indicators") : std::string_view(group.name)},
                                {"url", cards_.url(group.address.empty() ? std::string_view("indicators/index.html") : group.address)},
                                {"count", group.indicators.size()}}));
  }
  add("indicator_groups", pool_.list(std::move(groups)));
  add("channels", channel_list());
  add("case_letters", letter_list(plan.case_letters));
  std::vector<Value> chapters;
  for (std::size_t i = 0; i < std::min(names_listed, plan.case_chapters.size()); ++i) {
    const CaseChapter& chapter = plan.case_chapters[i];
    chapters.push_back(pool_.map({{"title", chapter.title}, {"url", cards_.url(chapter.address)}, {"count", chapter.cases.size()}}));
  }
  add("case_chapters_left", plan.case_chapters.size() - chapters.size());
  add("case_chapters", pool_.list(std::move(chapters)));
  add("figure_letters", letter_list(plan.figure_letters));
  add("table_letters", letter_list(plan.table_letters));
  std::vector<Value> pages;
  for (const std::uint32_t i : site_.library.of_kind(DocumentKind::page)) pages.push_back(cards_.document_link(i));
  add("pages", pool_.list(std::move(pages)));
  add("data", index_data());
  add("feeds", index_feeds());
}

Value PageView::index_lists() {
  const SitePlan& plan = site_.plan;
  const Vocabulary& vocabulary = site_.library.vocabulary;
  struct Way {
    const char* string;
    std::string_view address;
    std::size_t count;
  };
  const Way ways[] = {{"schools", "schools/index.html", vocabulary.schools.size()},
                      {"reports", "reports/index.html", plan.reports_by_year.size()},
                      {"cases", "cases/index.html", site_.library.cases.size()},
                      {"topics", "topics/index.html", vocabulary.topics.size()},
                      {"indicators", "indicators/index.html", vocabulary.indicators.size()},
                      {"articles", "articles/index.html", plan.articles_by_date.size()},
                      {"organisations", "organisations/index.html", vocabulary.organisations.size()},
                      {"figures", "figures/index.html", plan.figures.size()},
                      {"tables", "tables/index.html", plan.tables.size()},
                      {"glossary", "glossary.html", vocabulary.terms.size()},
                      {"years", "years/index.html", plan.years.size()}};
  std::vector<Value> values;
  for (const Way& way : ways) {
    values.push_back(pool_.map({{"title", string(way.string)}, {"url", cards_.url(way.address)}, {"count", way.count}}));
  }
  return pool_.list(std::move(values));
}

/// Reports by year, the newest first; only the years where there are too many.
Value PageView::index_reports() {
  const auto& order = site_.plan.reports_by_year;
  const auto year_of = [&](std::uint32_t i) { return document_year(site_.library.documents[i]); };
  std::vector<Value> years;
  for (std::size_t first = 0; first < order.size();) {
    const int year = year_of(order[first]);
    std::vector<Value> reports;
    std::size_t last = first;
    for (; last < order.size() && year_of(order[last]) == year; ++last) {
      if (order.size() <= names_listed) reports.push_back(cards_.document_link(order[last]));
    }
    const auto address = site_.plan.year_address.find(year);
    years.push_back(pool_.map({{"year", cards_.number_or_none(year)},
                               {"url", cards_.url(address == site_.plan.year_address.end() ? std::string_view("reports/index.html") : address->second)},
                               {"count", last - first},
                               {"reports", pool_.list(std::move(reports))}}));
    first = last;
  }
  return pool_.list(std::move(years));
}

/// Names by letter; only the letters where there are too many.
template <typename LetterOf, typename Make>
Value PageView::index_names(const std::vector<std::uint32_t>& order, LetterOf letter_of, Make make) {
  std::vector<Value> groups;
  each_letter(order, letter_of, [&](const std::string& letter, std::span<const std::uint32_t> entries) {
    std::vector<Value> names;
    if (order.size() <= names_listed) {
      for (const std::uint32_t i : entries) names.push_back(make(i));
    }
    groups.push_back(pool_.map({{"letter", pool_.text(letter)}, {"count", entries.size()}, {"entries", pool_.list(std::move(names))}}));
  });
  return pool_.list(std::move(groups));
}

/// Each topic at the top with all below it, in the order of the tree; where there are too many, the first at the top alone.
void PageView::add_index_topics() {
  const auto& topics = site_.library.vocabulary.topics;
  const bool whole = topics.size() <= names_listed;
  const auto members = [&](std::uint32_t topic) {
    return std::vector<templates::Member>{{"name", topics[topic].name},
                                          {"url", cards_.url(site_.plan.topic_address[topic])},
                                          {"count", site_.plan.topic_cases[topic].size()}};
  };
  const auto add_below = [&](std::uint32_t topic, std::vector<Value>& below, const auto& self) -> void {
    for (std::uint32_t i = 0; i < topics.size(); ++i) {
      if (topics[i].parent != topics[topic].id) continue;
      below.push_back(pool_.map(members(i)));
      self(i, below, self);
    }
  };
  std::vector<Value> roots;
  std::size_t listed = 0;
  for (std::uint32_t i = 0; i < topics.size() && roots.size() < names_listed; ++i) {
    if (!topics[i].parent.empty()) continue;
    std::vector<Value> below;
    if (whole) add_below(i, below, add_below);
    listed += 1 + below.size();
    auto root = members(i);
    root.emplace_back("below", pool_.list(std::move(below)));
    roots.push_back(pool_.map(std::move(root)));
  }
  add("topics", pool_.list(std::move(roots)));
  add("topics_left", topics.size() - listed);
}

Value PageView::index_data() {
  const Language language = interface_language(site_.library.settings);
  std::vector<Value> tables;
  for (const Dataset& dataset : site_.plan.datasets) {
    const std::string stem = "data/" + std::string(dataset.name);
    tables.push_back(pool_.map({{"title", dataset.title.in(language)}, {"csv", cards_.url(stem + ".csv")}, {"json", cards_.url(stem + ".json")}}));
  }
  return pool_.list(std::move(tables));
}

/// Feeds of the portal and its channels; those of schools stand on their pages.
Value PageView::index_feeds() {
  std::vector<Value> feeds = {cards_.link(string("feed"), "feed.xml"), cards_.link(string("feed_json"), "feed.json")};
  const auto& channels = site_.library.settings.channels;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const std::string& feed = site_.plan.channel_feed[i];
    if (!feed.empty()) feeds.push_back(cards_.link(pool_.text(std::string(string("feed")) + std::string(string("colon")) + channels[i].title).text(), feed));
  }
  return pool_.list(std::move(feeds));
}

}  // namespace reportal
