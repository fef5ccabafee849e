// Pages that are about one thing of the vocabulary: a school, a topic, an organisation.

#include <algorithm>
#include <functional>
#include <map>

#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;

void PageView::school() {
  const std::uint32_t index = page_.subject;
  const School& school = site_.library.vocabulary.schools[index];
  title(school.name);
  description(school.summary);
  crumb(string("schools"), "schools/index.html");
  std::vector<Member> members = cards_.school_members(index);
  members.insert(members.end(), {{"kind", cards_.kind_name(school.kind)},
                                 {"city", school.city},
                                 {"province", school.province},
                                 {"founded", cards_.number_or_none(school.founded)},
                                 {"site", school.site},
                                 {"code", school.code},
                                 {"feed", site_.plan.school_feed[index].empty() ? Value() : cards_.url(site_.plan.school_feed[index])},
                                 {"summary", school.summary}});
  add("school", pool_.map(std::move(members)));

  std::vector<std::uint32_t> reports;
  std::vector<std::uint32_t> articles;
  for (const std::uint32_t document : site_.plan.school_documents[index]) {
    const DocumentKind kind = site_.library.documents[document].kind;
    if (kind == DocumentKind::report) reports.push_back(document);
    if (kind == DocumentKind::article || kind == DocumentKind::newspaper) articles.push_back(document);
  }
  add("reports", cards_.list(reports, &Cards::report_card));
  add_cases(site_.plan.school_cases[index]);
  add("articles", cards_.list(articles, &Cards::article_card));

  std::map<std::uint32_t, int> topics;  // in the order of the vocabulary
  for (const std::uint32_t item : site_.plan.school_cases[index]) {
    for (const Placement& placement : site_.links.case_topics[item]) ++topics[placement.topic];
  }
  std::vector<Value> topic_values;
  for (const auto& [topic, count] : topics) {
    topic_values.push_back(pool_.map({{"name", site_.library.vocabulary.topics[topic].name},
                                      {"url", cards_.url(site_.plan.topic_address[topic])},
                                      {"count", count}}));
  }
  add("topics", pool_.list(std::move(topic_values)));

  add("timeline", school_timeline(index));
  add("indicators", school_indicators(index));
  add_partners(index);
  add_named_in({EntityKind::school, index}, site_.plan.school_named_in);
}

/// What was published about a school, by year, the newest first, down to its foundation.
Value PageView::school_timeline(std::uint32_t school) {
  std::map<int, std::vector<std::uint32_t>, std::greater<>> years;
  for (const std::uint32_t document : site_.plan.school_documents[school]) {
    if (const int year = document_year(site_.library.documents[document]); year > 0) years[year].push_back(document);
  }
  if (const int founded = site_.library.vocabulary.schools[school].founded; founded > 0) years[founded];
  std::vector<Value> entries;
  for (const auto& [year, documents] : years) {
    std::vector<Value> items;
    for (const std::uint32_t document : documents) {
      items.push_back(pool_.map({{"title", site_.library.documents[document].title},
                                 {"url", cards_.url(site_.plan.document_address[document])},
                                 {"date", cards_.day(site_.library.documents[document].metadata.date)}}));
    }
    entries.push_back(pool_.map({{"year", year},
                                 {"founded", year == site_.library.vocabulary.schools[school].founded},
                                 {"items", pool_.list(std::move(items))}}));
  }
  return pool_.list(std::move(entries));
}

void PageView::topic() {
  const std::uint32_t index = page_.subject;
  const Vocabulary& vocabulary = site_.library.vocabulary;
  const Topic& topic = vocabulary.topics[index];
  title(topic.name);
  description(topic.description);
  crumb(string("topics"), "topics/index.html");
  const int parent = topic.parent.empty() ? -1 : vocabulary.find_topic(topic.parent);
  std::vector<Member> members = cards_.topic_members(index);
  members.emplace_back("parent", parent < 0 ? Value() : cards_.topic_link(static_cast<std::uint32_t>(parent)));
  add("topic", pool_.map(std::move(members)));

  // Cases of one report stand together in this order, so groups are its runs of one school and year.
  std::vector<Value> groups;
  const auto cases = on_this_page(site_.plan.topic_cases[index]);
  const auto group_of = [&](std::uint32_t item) {
    return std::pair(site_.links.document_school[site_.library.cases[item].document], document_year(cards_.document_of(item)));
  };
  for (std::size_t i = 0; i < cases.size();) {
    const auto group = group_of(cases[i]);
    const std::uint32_t first = cases[i];
    std::vector<Value> entries;
    for (; i < cases.size() && group_of(cases[i]) == group; ++i) {
      std::vector<Member> card = cards_.case_members(cases[i]);
      const auto& placements = site_.links.case_topics[cases[i]];
      const auto placement = std::find_if(placements.begin(), placements.end(), [&](const Placement& p) { return p.topic == index; });
      card.emplace_back("reason", placement == placements.end() ? Value("") : pool_.text(reason(*placement)));
      entries.push_back(pool_.map(std::move(card)));
    }
    groups.push_back(pool_.map({{"anchor", pool_.text(case_group_anchor(first))},
                                {"school", cards_.school_or_none(group.first)},
                                {"year", cards_.number_or_none(group.second)},
                                {"cases", pool_.list(std::move(entries))}}));
  }
  add("groups", pool_.list(std::move(groups)));
  add("pager", pager(site_.plan.topic_cases[index].size()));

  std::vector<Value> sections;
  for (const BlockRef& ref : site_.plan.topic_sections[index]) {
    const Document& document = site_.library.documents[ref.document];
    const Heading* heading = as<Heading>(document.blocks[ref.block]);
    sections.push_back(pool_.map({{"number", heading->shown_number()},
                                  {"title", heading->title.text},
                                  {"url", cards_.url(block_address(site_.plan, site_.library, ref.document, ref.block))},
                                  {"report", cards_.link(document.title, site_.plan.document_address[ref.document])}}));
  }
  add("sections", pool_.list(std::move(sections)));

  std::vector<std::uint32_t> articles;
  for (const std::uint32_t document : site_.plan.topic_documents[index]) {
    const DocumentKind kind = site_.library.documents[document].kind;
    if (kind == DocumentKind::article || kind == DocumentKind::newspaper) articles.push_back(document);
  }
  add("articles", cards_.list(articles, &Cards::article_card));
  add_named_in({EntityKind::topic, index}, site_.plan.topic_named_in);
}

void PageView::organisation() {
  const std::uint32_t index = page_.subject;
  const Organisation& organisation = site_.library.vocabulary.organisations[index];
  title(organisation.name);
  description(organisation.summary);
  crumb(string("organisations"), "organisations/index.html");
  add("organisation", pool_.map({{"id", organisation.id},
                                 {"name", organisation.name},
                                 {"short", organisation.short_name.empty() ? organisation.name : organisation.short_name},
                                 {"url", cards_.url(site_.plan.organisation_address[index])},
                                 {"kind", cards_.kind_name(organisation.kind)},
                                 {"city", organisation.city},
                                 {"site", organisation.site},
                                 {"summary", organisation.summary}}));
  add_paged_named_in({EntityKind::organisation, index});
}

}  // namespace reportal
