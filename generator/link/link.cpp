// Documents are worked on side by side, each into its own slot; afterwards the slots are put together in the library's order, so the tables
// are the same whatever the number of threads.

#include "link/link.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "base/parallel.h"
#include "link/indicators.h"
#include "link/mentions.h"
#include "link/names.h"
#include "link/related.h"
#include "link/resolution.h"
#include "link/topics.h"
#include "link/translations.h"

namespace reportal {
namespace {

/// What one document gives to the tables.
struct DocumentLinks {
  std::vector<std::uint32_t> schools;
  int school = -1;
  int channel = -1;
  std::vector<Placement> topics;
  std::vector<std::vector<Placement>> case_topics;
  std::vector<Mention> mentions;
};

bool is_article(const Document& document) {
  return document.kind == DocumentKind::article || document.kind == DocumentKind::newspaper;
}

/// The cases of one document; they stand together in the library.
std::span<const Case> cases_of(const Library& library, std::uint32_t document) {
  const auto before = [](const Case& one, std::uint32_t index) { return one.document < index; };
  const auto first = std::lower_bound(library.cases.begin(), library.cases.end(), document, before);
  const auto last = std::lower_bound(first, library.cases.end(), document + 1, before);
  return {first, last};
}

void add_mentioned_schools(const std::vector<Mention>& mentions, std::vector<std::uint32_t>& schools) {
  for (const Mention& mention : mentions) {
    if (mention.entity.kind != EntityKind::school) continue;
    if (std::find(schools.begin(), schools.end(), mention.entity.index) == schools.end()) schools.push_back(mention.entity.index);
  }
}

DocumentLinks link_document(const Library& library, std::uint32_t index, const NameMatcher& names, const TopicPlacer& topics,
                            Problems& problems) {
  const Document& document = library.documents[index];
  DocumentLinks links;
  links.schools = resolve_schools(document, library.vocabulary, problems);
  if (!links.schools.empty()) links.school = static_cast<int>(links.schools.front());
  links.channel = resolve_channel(document, library.settings);
  links.mentions = find_mentions(document, index, links.school, names);
  if (is_article(document)) add_mentioned_schools(links.mentions, links.schools);
  links.topics = topics.place_document(document);
  links.case_topics = topics.place_cases(document, cases_of(library, index));
  report_unresolved(document, library.vocabulary, topics, problems);
  return links;
}

template <typename Item>
void append(std::vector<Item>& all, std::vector<Item>&& part) {
  all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
}

}  // namespace

std::span<const IndicatorValue> indicator_values_of(const Links& links, std::uint32_t indicator) {
  const auto& values = links.indicator_values;
  const auto first = std::partition_point(values.begin(), values.end(), [&](const IndicatorValue& value) { return value.indicator < indicator; });
  const auto last = std::partition_point(first, values.end(), [&](const IndicatorValue& value) { return value.indicator == indicator; });
  return {first, last};
}

std::span<const IndicatorValue> indicator_values_of(const Links& links, std::uint32_t indicator, std::uint32_t school) {
  const auto values = indicator_values_of(links, indicator);
  const auto first = std::partition_point(values.begin(), values.end(), [&](const IndicatorValue& value) { return value.school < school; });
  const auto last = std::partition_point(first, values.end(), [&](const IndicatorValue& value) { return value.school == school; });
  return {first, last};
}

Links link(const Library& library, unsigned jobs, Problems& problems) {
  const NameMatcher names(library.vocabulary, problems);
  const TopicPlacer topics(library.vocabulary);
  std::vector<DocumentLinks> slots(library.documents.size());
  for_each_index(jobs, slots.size(), [&](std::size_t i) {
    slots[i] = link_document(library, static_cast<std::uint32_t>(i), names, topics, problems);
  });

  Links links;
  links.forms = names.forms();
  for (DocumentLinks& slot : slots) {
    links.document_school.push_back(slot.school);
    links.document_schools.push_back(std::move(slot.schools));
    links.document_topics.push_back(std::move(slot.topics));
    links.document_channel.push_back(slot.channel);
    append(links.case_topics, std::move(slot.case_topics));
    append(links.mentions, std::move(slot.mentions));
  }
  links.indicator_values = find_indicator_values(library, links.document_school, problems);
  Translations translations = find_translations(library, problems);
  links.translations = std::move(translations.documents);
  links.case_translations = std::move(translations.cases);
  links.texts = related_texts(library);
  links.related = find_related(library, links, links.texts, jobs);
  return links;
}

}  // namespace reportal
