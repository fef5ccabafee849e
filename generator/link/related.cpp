#include "link/related.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/folding.h"
#include "model/texts.h"

namespace reportal {
namespace {

// What a trait weighs beside its rarity. A common name says most, common wording least.
constexpr double name_weight = 3;
constexpr double topic_weight = 2;
constexpr double section_weight = 1.5;
constexpr double wording_weight = 0.5;

constexpr std::size_t most_holders = 200;      ///< of a trait that more texts have only the nearest are looked at
constexpr std::size_t wording_characters = 300;  ///< of a text's beginning that are looked at for rare pairs
constexpr std::size_t rare_pairs = 12;         ///< of a text that are kept
constexpr std::size_t names_told = 3;
constexpr std::uint32_t fewest_common_pairs = 3;  ///< before wording is given as a reason

enum class TraitKind : std::uint8_t { name, topic, section, pair };

struct Trait {
  TraitKind kind;
  std::uint64_t value;
  friend auto operator<=>(const Trait&, const Trait&) = default;
};

std::uint64_t pair_of(char32_t first, char32_t second) { return (static_cast<std::uint64_t>(first) << 32) | second; }

std::uint64_t name_value(EntityRef entity) { return (static_cast<std::uint64_t>(entity.kind) << 32) | entity.index; }

EntityRef name_of_value(std::uint64_t value) {
  return {static_cast<EntityKind>(value >> 32), static_cast<std::uint32_t>(value)};
}

/// Pairs of Chinese characters that stand side by side outside of names, which are a trait of their own. `names` stand in this text, in order.
void collect_pairs(std::string_view text, std::span<const Mention> names, std::size_t& characters_left, std::vector<std::uint64_t>& pairs) {
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size() && characters_left > 0; --characters_left) {
    while (!names.empty() && i >= names.front().last) names = names.subspan(1);
    const bool in_name = !names.empty() && i >= names.front().first;
    const char32_t c = next_character(text, i);
    if (!in_name && is_han(before) && is_han(c)) pairs.push_back(pair_of(before, c));
    before = in_name ? 0 : c;
  }
}

/// How many texts have each pair, counted in a table of fixed size: two pairs may share a place, which makes both look more common.
class PairCounts {
 public:
  static constexpr int bits = 18;
  PairCounts() : counts_(std::size_t{1} << bits) {}
  static std::size_t slot(std::uint64_t pair) { return (pair * 0x9E3779B97F4A7C15ULL) >> (64 - bits); }
  void add(std::uint64_t pair) { ++counts_[slot(pair)]; }
  std::uint32_t count(std::uint64_t pair) const { return counts_[slot(pair)]; }

 private:
  std::vector<std::uint32_t> counts_;
};

class RelatedFinder {
 public:
  RelatedFinder(const Library& library, const Links& links, std::span<const TextRef> texts, unsigned jobs)
      : library_(library), links_(links), texts_(texts), jobs_(jobs), traits_(texts.size()) {}

  std::vector<std::vector<Related>> find() {
    std::vector<std::vector<std::uint64_t>> pairs(texts_.size());
    for_each_index(jobs_, texts_.size(), [&](std::size_t i) {
      pairs[i] = pairs_of(texts_[i]);
      collect_traits(i);
    });
    keep_rare_pairs(pairs);
    list_holders();
    std::vector<std::vector<Related>> related(texts_.size());
    for_each_index(jobs_, texts_.size(), [&](std::size_t i) { related[i] = nearest(static_cast<std::uint32_t>(i)); });
    return related;
  }

 private:
  const Document& document_of(const TextRef& text) const {
    return library_.documents[text.is_case ? library_.cases[text.index].document : text.index];
  }

  template <typename Visit>
  void for_each_block(const TextRef& text, Visit&& visit) const {
    const Document& document = document_of(text);
    if (text.is_case) {
      for (const std::uint32_t block : library_.cases[text.index].blocks) visit(block);
    } else {
      for (std::uint32_t block = 0; block < document.blocks.size(); ++block) visit(block);
    }
  }

  std::vector<std::uint64_t> pairs_of(const TextRef& text) const {
    const Document& document = document_of(text);
    std::vector<std::uint64_t> pairs;
    std::size_t left = wording_characters;
    if (!text.is_case || library_.cases[text.index].block < 0) {
      collect_pairs(document.title, {}, left, pairs);
    } else {
      const auto title = static_cast<std::uint32_t>(library_.cases[text.index].block);
      collect_pairs(text_of_item(document.blocks[title], 0), names_in(text, title, 0), left, pairs);
    }
    for_each_block(text, [&](std::uint32_t block) {
      if (left == 0) return;
      for_each_text(document.blocks[block], [&](std::uint32_t item, TextRole role, const RichText& one) {
        if (role == TextRole::running) collect_pairs(one.text, names_in(text, block, item), left, pairs);
      });
    });
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  /// The mentions in one text of a block.
  std::span<const Mention> names_in(const TextRef& text, std::uint32_t block, std::uint32_t item) const {
    const std::uint32_t document = text.is_case ? library_.cases[text.index].document : text.index;
    const auto place = [](const Mention& mention) { return std::tuple(mention.document, mention.block, mention.item); };
    const auto& mentions = links_.mentions;
    const auto first = std::partition_point(mentions.begin(), mentions.end(),
                                            [&](const Mention& m) { return place(m) < std::tuple(document, block, item); });
    const auto last = std::partition_point(first, mentions.end(),
                                           [&](const Mention& m) { return place(m) == std::tuple(document, block, item); });
    return {first, last};
  }

  void collect_traits(std::size_t i) {
    const TextRef& text = texts_[i];
    std::vector<Trait>& traits = traits_[i];
    const std::uint32_t document = text.is_case ? library_.cases[text.index].document : text.index;
    const int own_school = links_.document_school[document];
    for_each_mention(text, document, [&](const Mention& mention) {
      const bool own = mention.entity.kind == EntityKind::school && static_cast<int>(mention.entity.index) == own_school;
      const bool body = mention.entity.kind == EntityKind::school || mention.entity.kind == EntityKind::organisation;
      if (body && !own) traits.push_back({TraitKind::name, name_value(mention.entity)});
    });
    const auto& topics = text.is_case ? links_.case_topics[text.index] : links_.document_topics[text.index];
    for (const Placement& placement : topics) traits.push_back({TraitKind::topic, placement.topic});
    if (const std::string_view section = section_title(text); !section.empty()) {
      traits.push_back({TraitKind::section, std::hash<std::string>()(folded(section))});
    }
    std::sort(traits.begin(), traits.end());
    traits.erase(std::unique(traits.begin(), traits.end()), traits.end());
  }

  /// Mentions are sorted by document and block, and so are the blocks of a case.
  template <typename Visit>
  void for_each_mention(const TextRef& text, std::uint32_t document, Visit&& visit) const {
    const auto& mentions = links_.mentions;
    auto at = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.document < document; });
    const auto end = std::partition_point(at, mentions.end(), [&](const Mention& m) { return m.document == document; });
    if (!text.is_case) {
      for (; at != end; ++at) visit(*at);
      return;
    }
    for (const std::uint32_t block : library_.cases[text.index].blocks) {
      at = std::partition_point(at, end, [&](const Mention& m) { return m.block < block; });
      for (; at != end && at->block == block; ++at) visit(*at);
    }
  }

  std::string_view section_title(const TextRef& text) const {
    if (!text.is_case || library_.cases[text.index].block < 0) return {};
    const Document& document = document_of(text);
    const std::int32_t section = document.blocks[static_cast<std::size_t>(library_.cases[text.index].block)].section;
    return section < 0 ? std::string_view() : as<Heading>(document.blocks[static_cast<std::size_t>(section)])->title.text;
  }

  /// Of each text's pairs those that fewest texts have, but two have at least.
  void keep_rare_pairs(std::vector<std::vector<std::uint64_t>>& pairs) {
    PairCounts counts;
    for (const auto& own : pairs) {
      for (const std::uint64_t pair : own) counts.add(pair);
    }
    for_each_index(jobs_, pairs.size(), [&](std::size_t i) {
      std::vector<std::uint64_t>& own = pairs[i];
      std::erase_if(own, [&](std::uint64_t pair) { return counts.count(pair) < 2 || counts.count(pair) > most_holders; });
      const std::size_t kept = std::min(rare_pairs, own.size());
      std::partial_sort(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(kept), own.end(), [&](std::uint64_t a, std::uint64_t b) {
        return std::pair(counts.count(a), a) < std::pair(counts.count(b), b);
      });
      own.resize(kept);
      for (const std::uint64_t pair : own) traits_[i].push_back({TraitKind::pair, pair});
      std::sort(traits_[i].begin(), traits_[i].end());
    });
  }

  struct TraitHash {
    std::size_t operator()(const Trait& trait) const {
      return static_cast<std::size_t>((trait.value ^ (static_cast<std::uint64_t>(trait.kind) << 61)) * 0x9E3779B97F4A7C15ULL);
    }
  };

  void list_holders() {
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      for (const Trait& trait : traits_[i]) holders_[trait].push_back(i);
    }
  }

  double weight(const Trait& trait, std::size_t holders) const {
    const double rarity = std::log(static_cast<double>(texts_.size() + 1) / static_cast<double>(holders));
    switch (trait.kind) {
      case TraitKind::name: return name_weight * rarity;
      case TraitKind::topic: return topic_weight * rarity;
      case TraitKind::section: return section_weight * rarity;
      case TraitKind::pair: return wording_weight * rarity;
    }
    return 0;
  }

  /// A translation is no further reading.
  [[nodiscard]] bool says_the_same(const TextRef& a, const TextRef& b) const {
    if (a.is_case != b.is_case) return false;
    const std::vector<std::uint32_t>& versions = a.is_case ? links_.case_translations[a.index] : links_.translations[a.index];
    return std::find(versions.begin(), versions.end(), b.index) != versions.end();
  }

  struct Candidate {
    std::uint32_t text;
    double score;
  };

  std::vector<Related> nearest(std::uint32_t own) const {
    std::unordered_map<std::uint32_t, double> scores;
    for (const Trait& trait : traits_[own]) {
      const std::vector<std::uint32_t>& holders = holders_.at(trait);
      if (holders.size() < 2) continue;
      const double score = weight(trait, holders.size());
      for (const std::uint32_t other : near_holders(holders, own)) {
        if (other != own) scores[other] += score;
      }
    }
    std::vector<Candidate> candidates;
    for (const auto& [text, score] : scores) {
      if (!says_the_same(texts_[own], texts_[text])) candidates.push_back({text, score});
    }
    const std::size_t shown = std::min(related_shown, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(shown), candidates.end(),
                      [](const Candidate& a, const Candidate& b) { return std::pair(-a.score, a.text) < std::pair(-b.score, b.text); });
    std::vector<Related> result;
    for (std::size_t i = 0; i < shown; ++i) result.push_back(told(own, candidates[i].text));
    return result;
  }

  /// All holders of a trait, or of one that very many have those that stand nearest to `own` in the order of texts: a topic with
  /// thousands of cases still relates each of them to some.
  std::span<const std::uint32_t> near_holders(const std::vector<std::uint32_t>& holders, std::uint32_t own) const {
    if (holders.size() <= most_holders) return holders;
    const auto at = static_cast<std::size_t>(std::lower_bound(holders.begin(), holders.end(), own) - holders.begin());
    constexpr std::size_t side = most_holders / 8;
    const std::size_t first = at > side ? at - side : 0;
    return std::span(holders).subspan(first, std::min(2 * side + 1, holders.size() - first));
  }

  Related told(std::uint32_t own, std::uint32_t other) const {
    Related related{.text = texts_[other], .names = {}};
    std::vector<Trait> common;
    std::set_intersection(traits_[own].begin(), traits_[own].end(), traits_[other].begin(), traits_[other].end(), std::back_inserter(common));
    std::vector<std::pair<std::size_t, std::uint64_t>> names, topics;
    std::uint32_t pairs = 0;
    for (const Trait& trait : common) {
      const std::size_t holders = holders_.at(trait).size();
      if (trait.kind == TraitKind::name) names.emplace_back(holders, trait.value);
      if (trait.kind == TraitKind::topic) topics.emplace_back(holders, trait.value);
      related.section |= trait.kind == TraitKind::section;
      if (trait.kind == TraitKind::pair) ++pairs;
    }
    std::sort(names.begin(), names.end());
    for (std::size_t i = 0; i < names.size() && i < names_told; ++i) related.names.push_back(name_of_value(names[i].second));
    if (!topics.empty()) related.topic = static_cast<int>(std::min_element(topics.begin(), topics.end())->second);
    related.wording = pairs >= fewest_common_pairs;
    return related;
  }

  const Library& library_;
  const Links& links_;
  std::span<const TextRef> texts_;
  unsigned jobs_;
  std::vector<std::vector<Trait>> traits_;  ///< by text, sorted
  std::unordered_map<Trait, std::vector<std::uint32_t>, TraitHash> holders_;  ///< a trait → the texts that have it, ascending
};

}  // namespace

std::vector<TextRef> related_texts(const Library& library) {
  std::vector<TextRef> texts;
  for (std::uint32_t i = 0; i < library.cases.size(); ++i) texts.push_back({true, i});
  for (std::uint32_t i = 0; i < library.documents.size(); ++i) {
    const DocumentKind kind = library.documents[i].kind;
    if (kind == DocumentKind::article || kind == DocumentKind::newspaper) texts.push_back({false, i});
  }
  return texts;
}

std::vector<std::vector<Related>> find_related(const Library& library, const Links& links, std::span<const TextRef> texts, unsigned jobs) {
  return RelatedFinder(library, links, texts, jobs).find();
}

}  // namespace reportal
