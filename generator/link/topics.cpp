#include "link/topics.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "chinese/folding.h"

namespace reportal {
namespace {

constexpr std::uint32_t least_hits_in_text = 2;  ///< a word that stands once says little

bool holds(const std::vector<Placement>& placements, std::uint32_t topic) {
  return std::any_of(placements.begin(), placements.end(), [&](const Placement& p) { return p.topic == topic; });
}

/// For each heading the heading that it stands under, by levels; -1 for the outermost and for all other blocks.
std::vector<std::int32_t> parents_of_headings(const Document& document) {
  std::vector<std::int32_t> parents(document.blocks.size(), -1);
  std::vector<std::int32_t> open;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* heading = as<Heading>(document.blocks[i]);
    if (heading == nullptr) continue;
    const auto level_of = [&](std::int32_t at) { return as<Heading>(document.blocks[static_cast<std::size_t>(at)])->level; };
    while (!open.empty() && level_of(open.back()) >= heading->level) open.pop_back();
    if (!open.empty()) parents[i] = open.back();
    open.push_back(static_cast<std::int32_t>(i));
  }
  return parents;
}

std::string_view title_of(const Document& document, const Case& one) {
  if (one.block < 0) return document.title;
  return as<CaseTitle>(document.blocks[static_cast<std::size_t>(one.block)])->title.text;
}

}  // namespace

/// How often the words of one topic were found.
struct TopicPlacer::Found {
  bool strong = false;  ///< in a title or tag
  std::uint32_t hits = 0;
  std::size_t last_start = std::string_view::npos;  ///< of the last hit: 产教融合 and 产教融合共同体 at one place count once
  std::vector<std::string_view> words;
};

TopicPlacer::TopicPlacer(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  std::map<std::string, std::vector<Word>> by_text;
  for (std::uint32_t i = 0; i < vocabulary.topics.size(); ++i) {
    const Topic& topic = vocabulary.topics[i];
    names_.emplace(topic.id, i);
    for (const std::string& title : topic.sections) sections_[folded(title)].push_back(i);
    for (const std::string& word : topic.words) by_text[folded(word)].push_back({i, word});
  }
  for (std::uint32_t i = 0; i < vocabulary.topics.size(); ++i) names_.emplace(folded(vocabulary.topics[i].name), i);
  std::vector<std::string_view> texts;
  for (auto& [text, words] : by_text) {
    texts.push_back(text);
    words_.push_back(std::move(words));
  }
  trie_ = Trie(texts);
}

int TopicPlacer::find(std::string_view id_or_name) const {
  auto found = names_.find(std::string(id_or_name));
  if (found == names_.end()) found = names_.find(folded(id_or_name));
  return found == names_.end() ? -1 : static_cast<int>(found->second);
}

void TopicPlacer::place_by_front_matter(const std::vector<std::string>& topics, std::vector<Placement>& placements) const {
  for (const std::string& text : topics) {
    const int topic = find(text);
    if (topic < 0 || holds(placements, static_cast<std::uint32_t>(topic))) continue;
    placements.push_back({static_cast<std::uint32_t>(topic), Placement::Reason::front_matter, {}});
  }
}

void TopicPlacer::place_by_section(std::string_view title, std::vector<Placement>& placements) const {
  const auto found = sections_.find(folded(title));
  if (found == sections_.end()) return;
  for (const std::uint32_t topic : found->second) {
    if (!holds(placements, topic)) placements.push_back({topic, Placement::Reason::section_title, std::string(title)});
  }
}

void TopicPlacer::count_words(std::string_view text, std::vector<Found>& found, bool strong) const {
  const std::string plain = folded(text);
  for (Found& one : found) one.last_start = std::string_view::npos;
  for (std::size_t start = trie_.next_start(plain, 0); start < plain.size(); start = trie_.next_start(plain, start + 1)) {
    trie_.visit_at(plain, start, [&](std::uint32_t word, std::size_t) {
      for (const Word& meaning : words_[word]) {
        Found& one = found[meaning.topic];
        one.strong |= strong;
        if (one.last_start != start) ++one.hits;
        one.last_start = start;
        if (std::find(one.words.begin(), one.words.end(), meaning.printed) == one.words.end()) one.words.push_back(meaning.printed);
      }
    });
  }
}

void TopicPlacer::place_by_words(const Document& document, const Case& one, std::vector<Placement>& placements) const {
  std::vector<Found> found(vocabulary_.topics.size());
  count_words(title_of(document, one), found, true);
  if (one.block < 0) {
    for (const std::string& tag : document.metadata.tags) count_words(tag, found, true);
  }
  for (const std::uint32_t block : one.blocks) count_words(plain_text(document.blocks[block]), found, false);

  std::vector<std::uint32_t> topics;
  for (std::uint32_t topic = 0; topic < found.size(); ++topic) {
    if ((found[topic].strong || found[topic].hits >= least_hits_in_text) && !holds(placements, topic)) topics.push_back(topic);
  }
  std::stable_sort(topics.begin(), topics.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(found[a].strong, found[a].hits) > std::pair(found[b].strong, found[b].hits);
  });
  for (const std::uint32_t topic : topics) {
    std::string evidence;
    for (const std::string_view word : found[topic].words) {
      if (!evidence.empty()) evidence += "、";
      evidence += word;
    }
    placements.push_back({topic, Placement::Reason::words, std::move(evidence)});
  }
}

std::vector<std::vector<Placement>> TopicPlacer::place_cases(const Document& document, std::span<const Case> cases) const {
  std::vector<std::vector<Placement>> result(cases.size());
  if (vocabulary_.topics.empty() || cases.empty()) return result;
  const std::vector<std::int32_t> parents = parents_of_headings(document);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Case& one = cases[i];
    std::vector<Placement>& placements = result[i];
    if (one.block < 0) {
      place_by_front_matter(document.metadata.topics, placements);
    } else {
      const Block& title = document.blocks[static_cast<std::size_t>(one.block)];
      const auto said = document.metadata.cases.find(std::string(as<CaseTitle>(title)->number));
      if (said != document.metadata.cases.end()) place_by_front_matter(said->second.topics, placements);
      for (std::int32_t at = title.section; at >= 0; at = parents[static_cast<std::size_t>(at)]) {
        const auto* heading = as<Heading>(document.blocks[static_cast<std::size_t>(at)]);
        if (heading != nullptr) place_by_section(heading->title.text, placements);
      }
    }
    place_by_words(document, one, placements);
  }
  return result;
}

std::vector<Placement> TopicPlacer::place_document(const Document& document) const {
  std::vector<Placement> placements;
  place_by_front_matter(document.metadata.topics, placements);
  for (const std::string& tag : document.metadata.tags) {
    const std::string plain = folded(tag);
    trie_.visit_at(plain, 0, [&](std::uint32_t word, std::size_t end) {
      if (end != plain.size()) return;
      for (const Word& meaning : words_[word]) {
        if (!holds(placements, meaning.topic)) placements.push_back({meaning.topic, Placement::Reason::words, tag});
      }
    });
  }
  return placements;
}

}  // namespace reportal
