// The site index: every way into the portal on one page. Where a section has more names than a reader looks through, it leads to the letters
// or years of its list instead, so that the page stays small however large the portal is.

#include <algorithm>
#include <string>
#include <utility>

#include "chinese/collation.h"
#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;
using templates::ValuePool;

namespace {

/// Names that a section of the index lists. All sections full of long names stay below 200 kB.
constexpr std::size_t names_listed = 200;

class SiteIndexView {
 public:
  SiteIndexView(const Site& site, const Cards& cards, ValuePool& pool)
      : site_(site), plan_(site.plan), vocabulary_(site.library.vocabulary), cards_(cards), pool_(pool) {}

  /// The main lists, with how much they hold.
  [[nodiscard]] Value lists() const {
    return pool_.list({way("schools", "schools/index.html", vocabulary_.schools.size()),
                       way("reports", "reports/index.html", plan_.reports_by_year.size()),
                       way("cases", "cases/index.html", site_.library.cases.size()),
                       way("topics", "topics/index.html", vocabulary_.topics.size()),
                       way("indicators", "indicators/index.html", vocabulary_.indicators.size()),
                       way("articles", "articles/index.html", plan_.articles_by_date.size()),
                       way("organisations", "organisations/index.html", vocabulary_.organisations.size()),
                       way("figures", "figures/index.html", plan_.figures.size()),
                       way("tables", "tables/index.html", plan_.tables.size()),
                       way("glossary", "glossary.html", vocabulary_.terms.size()),
                       way("years", "years/index.html", plan_.years.size())});
  }

  /// Reports by year, the newest first; only the years where there are too many.
  [[nodiscard]] Value reports() const {
    const auto& order = plan_.reports_by_year;
    const auto year_of = [&](std::uint32_t i) { return document_year(site_.library.documents[i]); };
    std::vector<Value> years;
    for (std::size_t first = 0; first < order.size();) {
      const int year = year_of(order[first]);
      std::vector<Value> reports;
      std::size_t last = first;
      for (; last < order.size() && year_of(order[last]) == year; ++last) {
        if (order.size() <= names_listed) reports.push_back(cards_.document_link(order[last]));
      }
      const auto address = plan_.year_address.find(year);
      years.push_back(pool_.map({{"year", cards_.number_or_none(year)},
                                 {"url", cards_.url(address == plan_.year_address.end() ? std::string_view("reports/index.html") : address->second)},
                                 {"count", last - first},
                                 {"reports", pool_.list(std::move(reports))}}));
      first = last;
    }
    return pool_.list(std::move(years));
  }

  [[nodiscard]] Value schools() const { return names(plan_.schools_by_name, plan_.school_letters, vocabulary_.schools, plan_.school_address); }

  [[nodiscard]] Value organisations() const {
    return names(plan_.organisations_by_name, plan_.organisation_letters, vocabulary_.organisations, plan_.organisation_address);
  }

  [[nodiscard]] Value terms() const { return names(plan_.terms_by_name, plan_.term_letters, vocabulary_.terms, plan_.term_address); }

  /// Each topic at the top with all below it, in the order of the tree; where there are too many, the first at the top alone. And how many
  /// are left out.
  [[nodiscard]] std::pair<Value, std::size_t> topics() const {
    const auto& all = vocabulary_.topics;
    std::vector<Value> roots;
    std::size_t listed = 0;
    for (std::uint32_t i = 0; i < all.size() && roots.size() < names_listed; ++i) {
      if (!all[i].parent.empty()) continue;
      std::vector<Value> below;
      if (all.size() <= names_listed) add_topics_below(i, below);
      listed += 1 + below.size();
      std::vector<Member> root = topic(i);
      root.emplace_back("below", pool_.list(std::move(below)));
      roots.push_back(pool_.map(std::move(root)));
    }
    return {pool_.list(std::move(roots)), all.size() - listed};
  }

  [[nodiscard]] Value indicator_groups() const {
    std::vector<Value> groups;
    for (const IndicatorGroup& group : plan_.indicator_groups) {
      groups.push_back(pool_.map({{"title", group.name.empty() ? string("other_indicators") : std::string_view(group.name)},
                                  {"url", cards_.url(group.address.empty() ? std::string_view("indicators/index.html") : group.address)},
                                  {"count", group.indicators.size()}}));
    }
    return pool_.list(std::move(groups));
  }

  /// The chapters with most cases, and how many are left out.
  [[nodiscard]] std::pair<Value, std::size_t> case_chapters() const {
    std::vector<Value> chapters;
    for (const CaseChapter& chapter : plan_.case_chapters) {
      if (chapters.size() == names_listed) break;
      chapters.push_back(pool_.map({{"title", chapter.title}, {"url", cards_.url(chapter.address)}, {"count", chapter.cases.size()}}));
    }
    const std::size_t left = plan_.case_chapters.size() - chapters.size();
    return {pool_.list(std::move(chapters)), left};
  }

  /// All of them: no other page lists them.
  [[nodiscard]] Value pages() const { return cards_.list(site_.library.of_kind(DocumentKind::page), &Cards::document_link); }

  [[nodiscard]] Value data() const {
    const Language language = interface_language(site_.library.settings);
    std::vector<Value> tables;
    for (const Dataset& dataset : plan_.datasets) {
      const std::string stem = "data/" + std::string(dataset.name);
      tables.push_back(pool_.map({{"title", dataset.title.in(language)}, {"csv", cards_.url(stem + ".csv")}, {"json", cards_.url(stem + ".json")}}));
    }
    return pool_.list(std::move(tables));
  }

  /// Feeds of the portal and its channels; those of schools stand on their pages.
  [[nodiscard]] Value feeds() const {
    std::vector<Value> feeds = {cards_.link(string("feed"), "feed.xml"), cards_.link(string("feed_json"), "feed.json")};
    const auto& channels = site_.library.settings.channels;
    for (std::size_t i = 0; i < channels.size(); ++i) {
      if (plan_.channel_feed[i].empty()) continue;
      const std::string title = std::string(string("feed")) + std::string(string("colon")) + channels[i].title;
      feeds.push_back(cards_.link(pool_.text(title).text(), plan_.channel_feed[i]));
    }
    return pool_.list(std::move(feeds));
  }

 private:
  [[nodiscard]] std::string_view string(const char* key) const { return interface_text(site_.theme.strings, key); }

  [[nodiscard]] Value way(const char* title, std::string_view address, std::size_t count) const {
    return pool_.map({{"title", string(title)}, {"url", cards_.url(address)}, {"count", count}});
  }

  /// Names by letter; only the letters where there are too many.
  template <typename Named>
  [[nodiscard]] Value names(const std::vector<std::uint32_t>& order, const std::vector<NameLetter>& letters, const std::vector<Named>& things,
                            const std::vector<std::string>& addresses) const {
    std::vector<Value> groups;
    for (const NameLetter& letter : letters) {
      std::vector<Value> entries;
      for (std::uint32_t at = letter.first; order.size() <= names_listed && at < letter.last; ++at) {
        entries.push_back(cards_.link(things[order[at]].name, addresses[order[at]]));
      }
      groups.push_back(pool_.map({{"letter", letter.letter},
                                  {"url", cards_.url(letter.address)},
                                  {"count", letter.last - letter.first},
                                  {"entries", pool_.list(std::move(entries))}}));
    }
    return pool_.list(std::move(groups));
  }

  [[nodiscard]] std::vector<Member> topic(std::uint32_t index) const {
    return {{"name", vocabulary_.topics[index].name},
            {"url", cards_.url(plan_.topic_address[index])},
            {"count", plan_.topic_cases[index].size()}};
  }

  void add_topics_below(std::uint32_t index, std::vector<Value>& below) const {
    const auto& all = vocabulary_.topics;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (all[i].parent != all[index].id) continue;
      below.push_back(pool_.map(topic(i)));
      add_topics_below(i, below);
    }
  }

  const Site& site_;
  const SitePlan& plan_;
  const Vocabulary& vocabulary_;
  const Cards& cards_;
  ValuePool& pool_;
};

}  // namespace

void PageView::site_index() {
  title(string("site_index"));
  const SiteIndexView view(site_, cards_, pool_);
  add("lists", view.lists());
  add("reports", view.reports());
  add("schools", view.schools());
  add("organisations", view.organisations());
  add("terms", view.terms());
  const auto [topics, topics_left] = view.topics();
  add("topics", topics);
  add("topics_left", topics_left);
  add("indicator_groups", view.indicator_groups());
  add("channels", channel_list());
  add("case_letters", letter_list(site_.plan.case_letters));
  const auto [chapters, chapters_left] = view.case_chapters();
  add("case_chapters", chapters);
  add("case_chapters_left", chapters_left);
  add("figure_letters", letter_list(site_.plan.figure_letters));
  add("table_letters", letter_list(site_.plan.table_letters));
  add("pages", view.pages());
  add("data", view.data());
  add("feeds", view.feeds());
}

}  // namespace reportal
