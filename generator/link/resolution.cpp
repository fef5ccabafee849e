#include "link/resolution.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "link/problems.h"

namespace reportal {
namespace {

Place place_of(const Document& document, std::uint32_t line = 0) { return Place{.file = document.path, .line = line}; }

void report_school(const Document& document, const std::string& school, const Vocabulary& vocabulary, Problems& problems) {
  std::vector<std::string_view> names;
  for (const School& known : vocabulary.schools) {
    names.insert(names.end(), {known.id, known.name, known.short_name});
    names.insert(names.end(), known.forms.begin(), known.forms.end());
  }
  problems.add(link_problems::unknown_school, place_of(document), {school}, nearest_name(school, names));
}

void report_topics(const Document& document, const std::vector<std::string>& given, const Vocabulary& vocabulary,
                   const TopicPlacer& topics, Problems& problems) {
  for (const std::string& topic : given) {
    if (topics.find(topic) >= 0) continue;
    std::vector<std::string_view> names;
    for (const Topic& known : vocabulary.topics) names.insert(names.end(), {known.id, known.name});
    problems.add(link_problems::unknown_topic, place_of(document), {topic}, nearest_name(topic, names));
  }
}

void report_cases(const Document& document, Problems& problems) {
  for (const auto& [number, said] : document.metadata.cases) {
    const bool exists = std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
      const auto* title = as<CaseTitle>(block);
      return title != nullptr && title->number == number;
    });
    if (!exists && !said.topics.empty()) problems.add(link_problems::unknown_case, place_of(document), {number});
  }
}

}  // namespace

std::vector<std::uint32_t> resolve_schools(const Document& document, const Vocabulary& vocabulary, Problems& problems) {
  std::vector<std::string> given = document.metadata.schools;
  if (given.empty() && !document.school.empty()) given.push_back(document.school);
  std::vector<std::uint32_t> schools;
  for (const std::string& school : given) {
    const int found = vocabulary.find_school(school);
    if (found < 0) report_school(document, school, vocabulary, problems);
    else if (std::find(schools.begin(), schools.end(), static_cast<std::uint32_t>(found)) == schools.end()) schools.push_back(static_cast<std::uint32_t>(found));
  }
  return schools;
}

int resolve_channel(const Document& document, const Settings& settings) {
  const std::string& given = document.metadata.channel;
  const bool has_channel = document.kind == DocumentKind::article || document.kind == DocumentKind::newspaper;
  if (!has_channel || given.empty()) return -1;
  const auto found = std::find_if(settings.channels.begin(), settings.channels.end(),
                                  [&](const Channel& channel) { return channel.id == given || channel.title == given; });
  return found == settings.channels.end() ? -1 : static_cast<int>(found - settings.channels.begin());
}

void report_unresolved(const Document& document, const Vocabulary& vocabulary, const TopicPlacer& topics, Problems& problems) {
  report_topics(document, document.metadata.topics, vocabulary, topics, problems);
  for (const auto& [number, said] : document.metadata.cases) report_topics(document, said.topics, vocabulary, topics, problems);
  report_cases(document, problems);
  // News and free pages speak of figures and tables that stand elsewhere; in a report or a case they must be there.
  const bool whole = document.kind == DocumentKind::report || document.kind == DocumentKind::case_study;
  for (const Reference& reference : document.references) {
    if (reference.target >= 0 || !whole) continue;
    problems.add(link_problems::unresolved_reference, place_of(document, reference.line), {std::string(reference.text)});
  }
}

}  // namespace reportal
