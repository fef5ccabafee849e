// Overviews: the ways to narrow the list of cases, the matrix of topics and schools, schools by region and kind.

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "chinese/collation.h"
#include "render/page_view.h"

namespace reportal {

using templates::Value;

namespace {

constexpr std::size_t names_of_large_group = 20;  ///< of schools with one thing in common, where there are too many for one page

}  // namespace

const std::vector<std::uint32_t>& cases_of_year(const SitePlan& plan, int year) {
  static const std::vector<std::uint32_t> none;
  const auto found = plan.year_cases.find(year);
  return found == plan.year_cases.end() ? none : found->second;
}

Value PageView::letter_list(const std::vector<LetterList>& lists) {
  std::vector<Value> letters;
  for (const LetterList& list : lists) {
    letters.push_back(pool_.map({{"letter", list.letter},
                                 {"url", cards_.url(list.address)},
                                 {"count", list.entries.size()},
                                 {"current", list.address == page_.address}}));
  }
  return pool_.list(std::move(letters));
}

void PageView::letter_head(const LetterList& list, const char* index_string, std::string_view index_address) {
  title(pool_.text(std::string(string(index_string)) + " " + list.letter).text());
  crumb(string(index_string), index_address);
}

/// Ways to narrow the list of cases: each value of a facet leads to the page that lists its cases.
Value PageView::case_facets() {
  constexpr std::size_t values_shown = 24;
  const SitePlan& plan = site_.plan;
  struct Entry {
    std::string_view id;
    std::string_view name;
    std::string_view address;
    std::size_t count;
  };
  const auto facet = [&](std::string_view id, std::string_view name, std::string_view all, std::vector<Entry> entries) {
    std::erase_if(entries, [](const Entry& entry) { return entry.count == 0; });
    const std::size_t total = entries.size();
    if (total > values_shown) {  // the largest, in their own order
      std::vector<std::size_t> sizes;
      for (const Entry& entry : entries) sizes.push_back(entry.count);
      std::nth_element(sizes.begin(), sizes.begin() + values_shown - 1, sizes.end(), std::greater<>());
      const std::size_t least = sizes[values_shown - 1];
      std::erase_if(entries, [&](const Entry& entry) { return entry.count < least; });
      entries.resize(std::min(entries.size(), values_shown));
    }
    std::vector<Value> values;
    for (const Entry& entry : entries) {
      values.push_back(pool_.map({{"id", entry.id},
                                  {"name", entry.name},
                                  {"url", cards_.url(entry.address)},
                                  {"count", entry.count},
                                  {"current", entry.address == page_.address}}));
    }
    return pool_.map({{"id", id},
                      {"name", name},
                      {"values", pool_.list(std::move(values))},
                      {"all", total > values_shown && !all.empty() ? cards_.url(all) : Value()}});
  };
  const Vocabulary& vocabulary = site_.library.vocabulary;
  std::vector<Entry> schools, years, topics, chapters;
  for (const std::uint32_t i : plan.schools_by_name) {
    const School& school = vocabulary.schools[i];
    schools.push_back({school.id, school.short_name.empty() ? school.name : school.short_name, plan.school_address[i], plan.school_cases[i].size()});
  }
  for (const int year : plan.years) {
    const std::string_view number = pool_.text(std::to_string(year)).text();
    years.push_back({number, number, plan.year_address.at(year), cases_of_year(plan, year).size()});
  }
  for (std::uint32_t i = 0; i < vocabulary.topics.size(); ++i) {
    topics.push_back({vocabulary.topics[i].id, vocabulary.topics[i].name, plan.topic_address[i], plan.topic_cases[i].size()});
  }
  for (const CaseChapter& chapter : plan.case_chapters) chapters.push_back({case_chapter_id(chapter), chapter.title, chapter.address, chapter.cases.size()});
  return pool_.list({facet("school", string("schools"), "schools/index.html", std::move(schools)),
                     facet("year", string("years"), "years/index.html", std::move(years)),
                     facet("topic", string("topics"), "topics/index.html", std::move(topics)),
                     facet("chapter", string("chapters"), {}, std::move(chapters))});
}

/// How many cases each school has under each topic: a cell leads to where its first one stands on the topic's page.
Value PageView::topic_matrix() {
  constexpr std::size_t schools_shown = 40;
  constexpr double steps = 5;  // of shading
  const SitePlan& plan = site_.plan;
  const auto& schools = site_.library.vocabulary.schools;
  std::vector<std::uint32_t> columns;
  for (const std::uint32_t i : plan.schools_by_name) {
    if (!plan.school_cases[i].empty()) columns.push_back(i);
  }
  const std::size_t all = columns.size();
  if (columns.size() > schools_shown) {
    std::stable_sort(columns.begin(), columns.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return plan.school_cases[a].size() > plan.school_cases[b].size(); });
    columns.resize(schools_shown);
  }
  struct Cell {
    std::size_t count = 0, first = 0;
  };
  std::vector<std::vector<Cell>> cells(site_.library.vocabulary.topics.size(), std::vector<Cell>(columns.size()));
  std::vector<int> column_of(schools.size(), -1);
  for (std::size_t i = 0; i < columns.size(); ++i) column_of[columns[i]] = static_cast<int>(i);
  std::size_t most = 1;
  for (std::uint32_t topic = 0; topic < cells.size(); ++topic) {
    const auto& cases = plan.topic_cases[topic];
    for (std::size_t at = 0; at < cases.size(); ++at) {
      const int school = site_.links.document_school[site_.library.cases[cases[at]].document];
      const int column = school < 0 ? -1 : column_of[static_cast<std::size_t>(school)];
      if (column < 0) continue;
      Cell& cell = cells[topic][static_cast<std::size_t>(column)];
      if (cell.count++ == 0) cell.first = at;
      most = std::max(most, cell.count);
    }
  }
  std::vector<Value> heads;
  for (const std::uint32_t school : columns) heads.push_back(cards_.school(school));
  std::vector<Value> rows;
  for (std::uint32_t topic = 0; topic < cells.size(); ++topic) {
    std::vector<Value> row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Cell& cell = cells[topic][i];
      const auto shade = static_cast<int>(std::ceil(steps * static_cast<double>(cell.count) / static_cast<double>(most)));
      row.push_back(pool_.map({{"count", cell.count},
                               {"shade", shade},
                               {"url", cell.count == 0 ? Value() : cards_.url(topic_case_address(topic, cell.first))}}));
    }
    rows.push_back(pool_.map({{"topic", cards_.topic_link(topic)},
                              {"child", !site_.library.vocabulary.topics[topic].parent.empty()},
                              {"cells", pool_.list(std::move(row))}}));
  }
  return pool_.map({{"schools", pool_.list(std::move(heads))}, {"rows", pool_.list(std::move(rows))}, {"left_out", all - columns.size()}});
}

/// The place of a case in the paged list of its topic.
std::string PageView::topic_case_address(std::uint32_t topic, std::size_t at) const {
  const auto page_size = static_cast<std::size_t>(std::max(1, site_.library.settings.page_size));
  const std::string& address = site_.plan.topic_address[topic];
  std::string page = address.substr(0, address.size() - 5);
  if (at >= page_size) page += '-' + std::to_string(at / page_size + 1);
  return page + ".html#" + case_group_anchor(site_.plan.topic_cases[topic][at]);
}

/// The id of a group of cases on the page of a topic: those of one school and year.
std::string PageView::case_group_anchor(std::uint32_t item) const {
  const std::uint32_t document = site_.library.cases[item].document;
  const int school = site_.links.document_school[document];
  const std::string name = school < 0 ? std::string("other") : site_.library.vocabulary.schools[static_cast<std::size_t>(school)].id;
  return "at_" + name + "-" + std::to_string(document_year(site_.library.documents[document]));
}

/// Schools by what one member says, in pinyin order of that and of the names; those that say nothing are left out. Where the index of schools goes
/// over pages, the first of them has the first names of each group, and how many are left out.
Value PageView::school_groups(const std::string School::* member) {
  if (page_.part > 0) return pool_.list({});
  const auto& schools = site_.library.vocabulary.schools;
  std::map<std::string, std::vector<std::uint32_t>> groups;  // by sort key
  for (const std::uint32_t i : site_.plan.schools_by_name) {
    const std::string& said = schools[i].*member;
    if (!said.empty()) groups[sort_key(said)].push_back(i);
  }
  const std::size_t most = schools.size() <= names_on_page ? schools.size() : names_of_large_group;
  std::vector<Value> values;
  for (auto& [key, members] : groups) {
    const std::size_t all = members.size();
    members.resize(std::min(most, all));
    const std::string& said = schools[members.front()].*member;
    values.push_back(pool_.map({{"name", member == &School::kind ? cards_.kind_name(said) : Value(said)},
                                {"count", all},
                                {"left", all - members.size()},
                                {"schools", cards_.list(members, &Cards::school)}}));
  }
  return pool_.list(std::move(values));
}

}  // namespace reportal
