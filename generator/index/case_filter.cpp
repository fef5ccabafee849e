// data/cases.js: what the filters of the case list (themes/default/assets/case-filter.js) know of all cases.
//
// A script and not JSON, because a page opened from disk may load a script but not read a file. Small, because all cases are in
// it: values of the facets stand once, a case names them by their place in these lists.

#include "base/json.h"
#include "index/exports.h"

namespace reportal {

std::string_view case_chapter_id(const CaseChapter& chapter) {
  constexpr std::string_view before = "cases/chapter-";
  constexpr std::string_view behind = ".html";
  return std::string_view(chapter.address).substr(before.size(), chapter.address.size() - before.size() - behind.size());
}

namespace index {
namespace {

constexpr std::uint32_t none = UINT32_MAX;

/// The values of one facet that any case has, in the order of the pages.
class FacetValues {
 public:
  explicit FacetValues(JsonWriter& json, std::string_view id) : json_(json) { json_.key(id).begin_array(); }

  void add(std::string_view id, std::string_view name) {
    json_.begin_array().value(id).value(name).end_array();
    ++count_;
  }
  [[nodiscard]] std::uint32_t next() const { return count_; }
  void end() { json_.end_array(); }

 private:
  JsonWriter& json_;
  std::uint32_t count_ = 0;
};

void write_place(JsonWriter& json, std::uint32_t place) {
  if (place == none)
    json.value(-1);
  else
    json.value(place);
}

std::string_view title_of(const Document& document, const Case& item) {
  if (item.block < 0) return document.title;
  return as<CaseTitle>(document.blocks[static_cast<std::size_t>(item.block)])->title.text;
}

}  // namespace

void append_case_filter(const Library& library, const Links& links, const SitePlan& plan, std::vector<OutputFile>& files) {
  const Vocabulary& vocabulary = library.vocabulary;
  std::string out = "reportalCases(";
  JsonWriter json(out);
  json.begin_object().key("facets").begin_object();

  std::vector<std::uint32_t> school_place(vocabulary.schools.size(), none);
  FacetValues schools(json, "school");
  for (const std::uint32_t i : plan.schools_by_name) {
    const School& school = vocabulary.schools[i];
    if (plan.school_cases[i].empty()) continue;
    school_place[i] = schools.next();
    schools.add(school.id, school.short_name.empty() ? school.name : school.short_name);
  }
  schools.end();

  std::unordered_map<int, std::uint32_t> year_place;
  FacetValues years(json, "year");
  for (const int year : plan.years) {
    if (!plan.year_cases.contains(year)) continue;
    year_place.emplace(year, years.next());
    years.add(std::to_string(year), std::to_string(year));
  }
  years.end();

  std::vector<std::uint32_t> topic_place(vocabulary.topics.size(), none);
  FacetValues topics(json, "topic");
  for (std::uint32_t i = 0; i < vocabulary.topics.size(); ++i) {
    if (plan.topic_cases[i].empty()) continue;
    topic_place[i] = topics.next();
    topics.add(vocabulary.topics[i].id, vocabulary.topics[i].name);
  }
  topics.end();

  std::vector<std::uint32_t> case_chapter(library.cases.size(), none);
  FacetValues chapters(json, "chapter");
  for (const CaseChapter& chapter : plan.case_chapters) {
    for (const std::uint32_t i : chapter.cases) case_chapter[i] = chapters.next();
    chapters.add(case_chapter_id(chapter), chapter.title);
  }
  chapters.end();
  json.end_object();

  // A case: title, label, address, school, year, topics, chapter.
  json.key("cases").begin_array();
  for (const std::uint32_t i : plan.cases_in_order) {
    const Case& item = library.cases[i];
    const Document& document = library.documents[item.document];
    const int school = links.document_school[item.document];
    const auto year = year_place.find(document_year(document));
    const std::string label =
        item.block < 0 ? std::string() : block_label(document.blocks[static_cast<std::size_t>(item.block)]);
    const std::string_view title = title_of(document, item);
    json.begin_array().value(title.empty() ? std::string_view(label) : title).value(label).value(plan.case_address[i]);
    write_place(json, school < 0 ? none : school_place[static_cast<std::size_t>(school)]);
    write_place(json, year == year_place.end() ? none : year->second);
    json.begin_array();
    for (const Placement& placement : links.case_topics[i]) {
      if (topic_place[placement.topic] != none) json.value(topic_place[placement.topic]);
    }
    json.end_array();
    write_place(json, case_chapter[i]);
    json.end_array();
  }
  json.end_array().end_object();
  files.push_back({std::string(case_filter_address), std::move(out += ");\n")});
}

}  // namespace index
}  // namespace reportal
