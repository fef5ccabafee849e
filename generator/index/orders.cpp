// The orders and lists that pages show. Every order ends in a comparison that no two things share, so that it is the same on
// every machine.

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

#include "chinese/collation.h"
#include "chinese/folding.h"
#include "index/planning.h"

namespace reportal {

int document_year(const Document& document) {
  if (document.year != 0) return document.year;
  return document.metadata.year != 0 ? document.metadata.year : document.metadata.date.year;
}

Date content_date(const Document& document) {
  return document.metadata.updated ? document.metadata.updated : document.metadata.date;
}

namespace index {
namespace {

std::vector<std::uint32_t> up_to(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  for (std::uint32_t i = 0; i < count; ++i) numbers[i] = i;
  return numbers;
}

/// 0 … count-1 in the order of key(i); equal keys keep the order of their numbers.
template <typename Key>
void sort_by(std::vector<std::uint32_t>& numbers, std::size_t count, Key key) {
  std::vector<decltype(key(std::uint32_t{}))> keys(count);
  for (const std::uint32_t i : numbers) keys[i] = key(i);
  std::sort(numbers.begin(), numbers.end(),
            [&](std::uint32_t a, std::uint32_t b) { return std::tie(keys[a], a) < std::tie(keys[b], b); });
}

/// How a name is read where the vocabulary says it; "" where it does not.
template <typename Named>
std::string_view reading_of(const Named& thing) {
  if constexpr (requires { thing.sort; }) return thing.sort;
  return {};
}

template <typename Named>
std::vector<std::uint32_t> by_name(const std::vector<Named>& things) {
  std::vector<std::uint32_t> order = up_to(things.size());
  sort_by(order, things.size(), [&](std::uint32_t i) { return sort_key(things[i].name, reading_of(things[i])); });
  return order;
}

/// Smaller for newer documents; those without date and year come last.
std::int64_t age(const Document& document) {
  const int year = document_year(document);
  if (document.metadata.date) return -seconds_since_epoch(document.metadata.date);
  if (year != 0) return -seconds_since_epoch(Date{.year = year, .month = 1, .day = 1});
  return std::numeric_limits<std::int64_t>::max();
}

class Orders {
 public:
  Orders(const Library& library, const Links& links, SitePlan& plan) : library_(library), links_(links), plan_(plan) {}

  void fill() {
    order_names();
    order_documents();
    order_cases();
    list_documents();
    list_cases();
    list_chapters();
    list_indicators();
    list_sections();
    list_mentions();
    list_figures_and_tables();
    list_letters();
  }

 private:
  [[nodiscard]] const Document& document(std::uint32_t index) const { return library_.documents[index]; }

  [[nodiscard]] std::vector<std::uint32_t> newest_first(std::initializer_list<DocumentKind> kinds) const {
    std::vector<std::uint32_t> order;
    for (const DocumentKind kind : kinds) {
      const auto documents = library_.of_kind(kind);
      order.insert(order.end(), documents.begin(), documents.end());
    }
    sort_by(order, library_.documents.size(), [&](std::uint32_t i) { return age(document(i)); });
    return order;
  }

  void order_names() {
    const Vocabulary& vocabulary = library_.vocabulary;
    plan_.schools_by_name = by_name(vocabulary.schools);
    plan_.organisations_by_name = by_name(vocabulary.organisations);
    plan_.terms_by_name = by_name(vocabulary.terms);
    plan_.school_letters = letters_of(plan_.schools_by_name, vocabulary.schools, "schools/index");
    plan_.organisation_letters = letters_of(plan_.organisations_by_name, vocabulary.organisations, "organisations/index");
    plan_.term_letters = letters_of(plan_.terms_by_name, vocabulary.terms, "glossary");
  }

  template <typename Named>
  static std::vector<NameLetter> letters_of(const std::vector<std::uint32_t>& order, const std::vector<Named>& things, std::string_view stem) {
    std::vector<std::string> letters;
    letters.reserve(order.size());
    for (const std::uint32_t i : order) letters.push_back(index_letter(things[i].name, reading_of(things[i])));
    return name_letters(letters, stem);
  }

  void order_documents() {
    plan_.articles_by_date = newest_first({DocumentKind::article, DocumentKind::newspaper});
    plan_.reports_by_year = library_.of_kind(DocumentKind::report);
    sort_by(plan_.reports_by_year, library_.documents.size(), [&](std::uint32_t i) {
      const int school = links_.document_school[i];
      std::string name = school < 0 ? sort_key(document(i).school)
                                    : sort_key(library_.vocabulary.schools[static_cast<std::size_t>(school)].name,
                                               library_.vocabulary.schools[static_cast<std::size_t>(school)].sort);
      return std::make_pair(-document_year(document(i)), std::move(name));
    });
    all_ = plan_.reports_by_year;
    const auto case_studies = newest_first({DocumentKind::case_study});
    all_.insert(all_.end(), case_studies.begin(), case_studies.end());
    carriers_ = all_;
    std::stable_sort(carriers_.begin(), carriers_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return document_year(document(a)) > document_year(document(b)); });
    all_.insert(all_.end(), plan_.articles_by_date.begin(), plan_.articles_by_date.end());
    const auto pages = library_.of_kind(DocumentKind::page);
    all_.insert(all_.end(), pages.begin(), pages.end());
  }

  /// By the place of its document among the carriers of cases, then by number; cases without one stand behind, in the order of
  /// the text.
  void order_cases() {
    plan_.document_cases.resize(library_.documents.size());
    for (std::uint32_t i = 0; i < library_.cases.size(); ++i) plan_.document_cases[library_.cases[i].document].push_back(i);
    std::vector<std::size_t> rank(library_.documents.size(), carriers_.size());
    for (std::size_t i = 0; i < carriers_.size(); ++i) rank[carriers_[i]] = i;
    plan_.cases_in_order = up_to(library_.cases.size());
    sort_by(plan_.cases_in_order, library_.cases.size(), [&](std::uint32_t i) {
      const Case& item = library_.cases[i];
      std::string key;
      if (item.block >= 0) {
        const auto* title = as<CaseTitle>(document(item.document).blocks[static_cast<std::size_t>(item.block)]);
        if (title != nullptr) key = natural_key(number_slug(title->number));
      }
      return std::make_tuple(rank[item.document], key.empty(), std::move(key));
    });
  }

  void list_documents() {
    const auto& vocabulary = library_.vocabulary;
    plan_.school_documents.resize(vocabulary.schools.size());
    plan_.topic_documents.resize(vocabulary.topics.size());
    plan_.channel_articles.resize(library_.settings.channels.size());
    for (const std::uint32_t i : all_) {
      std::set<std::uint32_t> schools(links_.document_schools[i].begin(), links_.document_schools[i].end());
      if (links_.document_school[i] >= 0) schools.insert(static_cast<std::uint32_t>(links_.document_school[i]));
      for (const std::uint32_t school : schools) plan_.school_documents[school].push_back(i);
      for (const Placement& placement : links_.document_topics[i]) plan_.topic_documents[placement.topic].push_back(i);
      if (const int channel = links_.document_channel[i]; channel >= 0) {
        plan_.channel_articles[static_cast<std::size_t>(channel)].push_back(i);
      }
      const int year = document_year(document(i));
      if (year > 0 && document(i).kind != DocumentKind::page) plan_.year_documents[year].push_back(i);
    }
    for (const auto& [year, documents] : plan_.year_documents) plan_.years.push_back(year);
    std::sort(plan_.years.rbegin(), plan_.years.rend());
  }

  void list_cases() {
    plan_.school_cases.resize(library_.vocabulary.schools.size());
    plan_.topic_cases.resize(library_.vocabulary.topics.size());
    for (const std::uint32_t i : plan_.cases_in_order) {
      const int school = links_.document_school[library_.cases[i].document];
      if (school >= 0) plan_.school_cases[static_cast<std::size_t>(school)].push_back(i);
      if (const int year = document_year(document(library_.cases[i].document)); year > 0) plan_.year_cases[year].push_back(i);
      for (const Placement& placement : links_.case_topics[i]) plan_.topic_cases[placement.topic].push_back(i);
    }
  }

  void list_indicators() {
    const std::vector<Indicator>& indicators = library_.vocabulary.indicators;
    std::unordered_map<std::string_view, std::size_t> groups;
    for (std::uint32_t i = 0; i < indicators.size(); ++i) {
      const auto [found, is_new] = groups.emplace(indicators[i].group, plan_.indicator_groups.size());
      if (is_new) plan_.indicator_groups.push_back({indicators[i].group, {}, {}, {}});
      plan_.indicator_groups[found->second].indicators.push_back(i);
    }
    std::vector<std::string> slugs;
    for (const IndicatorGroup& group : plan_.indicator_groups) slugs.push_back(title_slug(group.name));
    make_distinct(slugs);
    for (std::size_t i = 0; i < slugs.size(); ++i) {
      if (!slugs[i].empty()) plan_.indicator_groups[i].address = "indicators/group-" + slugs[i] + ".html";
    }
    for (std::uint32_t i = 0; i < indicators.size(); ++i) plan_.indicator_tables.push_back(table_of({&i, 1}));
    for (IndicatorGroup& group : plan_.indicator_groups) group.table = table_of(group.indicators);
    plan_.school_values.resize(library_.vocabulary.schools.size());
    for (std::uint32_t i = 0; i < links_.indicator_values.size(); ++i) {
      plan_.school_values[links_.indicator_values[i].school].push_back(i);
    }
  }

  [[nodiscard]] ValueTable table_of(std::span<const std::uint32_t> indicators) const {
    std::vector<bool> has_values(library_.vocabulary.schools.size());
    std::set<int> years;
    for (const std::uint32_t indicator : indicators) {
      for (const IndicatorValue& value : indicator_values_of(links_, indicator)) {
        has_values[value.school] = true;
        years.insert(value.year);
      }
    }
    ValueTable table{{}, {years.begin(), years.end()}};
    for (const std::uint32_t school : plan_.schools_by_name) {
      if (has_values[school]) table.schools.push_back(school);
    }
    return table;
  }

  /// The title of the chapter (heading of level 1) that a case stands in, "" outside of all.
  [[nodiscard]] std::string_view chapter_of(const Case& item) const {
    const std::vector<Block>& blocks = document(item.document).blocks;
    for (std::int32_t at = item.block; at >= 0;) {
      at = blocks[static_cast<std::size_t>(at)].section;
      const auto* heading = at < 0 ? nullptr : as<Heading>(blocks[static_cast<std::size_t>(at)]);
      if (heading != nullptr && heading->level == 1) return heading->title.text;
    }
    return {};
  }

  void list_chapters() {
    std::unordered_map<std::string, std::size_t> by_title;
    for (const std::uint32_t i : plan_.cases_in_order) {
      const std::string_view title = chapter_of(library_.cases[i]);
      if (title.empty()) continue;
      const auto [found, is_new] = by_title.emplace(folded_simplified(title), plan_.case_chapters.size());
      if (is_new) plan_.case_chapters.push_back({std::string(title), {}, {}});
      plan_.case_chapters[found->second].cases.push_back(i);
    }
    std::stable_sort(plan_.case_chapters.begin(), plan_.case_chapters.end(),
                     [](const CaseChapter& a, const CaseChapter& b) { return a.cases.size() > b.cases.size(); });
    std::vector<std::string> slugs;
    for (const CaseChapter& chapter : plan_.case_chapters) {
      const std::string slug = title_slug(chapter.title);
      slugs.push_back(slug.empty() ? text_hash(chapter.title) : slug);
    }
    make_distinct(slugs);
    for (std::size_t i = 0; i < slugs.size(); ++i) plan_.case_chapters[i].address = "cases/chapter-" + slugs[i] + ".html";
  }

  void list_sections() {
    plan_.topic_sections.resize(library_.vocabulary.topics.size());
    std::unordered_multimap<std::string, std::uint32_t> topics;
    for (std::uint32_t i = 0; i < library_.vocabulary.topics.size(); ++i) {
      for (const std::string& title : library_.vocabulary.topics[i].sections) topics.emplace(folded_simplified(title), i);
    }
    if (topics.empty()) return;
    for (const std::uint32_t i : plan_.reports_by_year) {
      for (std::uint32_t block = 0; block < document(i).blocks.size(); ++block) {
        const auto* heading = as<Heading>(document(i).blocks[block]);
        if (heading == nullptr) continue;
        const auto [first, last] = topics.equal_range(folded_simplified(heading->title.text));
        for (auto topic = first; topic != last; ++topic) plan_.topic_sections[topic->second].push_back({i, block});
      }
    }
  }

  [[nodiscard]] bool is_own(const Mention& mention) const {
    return mention.entity.kind == EntityKind::school && links_.document_school[mention.document] == static_cast<int>(mention.entity.index);
  }

  void list_mentions() {
    const Vocabulary& vocabulary = library_.vocabulary;
    const std::size_t counts[entity_kinds] = {vocabulary.schools.size(), vocabulary.organisations.size(), vocabulary.topics.size(),
                                              vocabulary.terms.size()};
    for (std::size_t kind = 0; kind < entity_kinds; ++kind) plan_.named_in[kind].resize(counts[kind]);
    const std::vector<std::uint32_t> documents = newest_first(
        {DocumentKind::report, DocumentKind::case_study, DocumentKind::article, DocumentKind::newspaper, DocumentKind::page});
    for (const std::uint32_t i : documents) {
      const auto before = [](const Mention& mention, std::uint32_t document) { return mention.document < document; };
      auto at = std::lower_bound(links_.mentions.begin(), links_.mentions.end(), i, before);
      for (; at != links_.mentions.end() && at->document == i; ++at) {
        if (at->count == 0 || is_own(*at)) continue;
        plan_.named_in[static_cast<std::size_t>(at->entity.kind)][at->entity.index].push_back(
            static_cast<std::uint32_t>(at - links_.mentions.begin()));
      }
    }
    list_partners();
  }

  void list_partners() {
    std::map<std::pair<std::uint32_t, EntityRef>, Partner> partners;
    for (const Mention& mention : links_.mentions) {
      const int school = links_.document_school[mention.document];
      const bool body = mention.entity.kind == EntityKind::school || mention.entity.kind == EntityKind::organisation;
      if (mention.count == 0 || school < 0 || !body || is_own(mention)) continue;
      partners[{static_cast<std::uint32_t>(school), mention.entity}].named += mention.count;
      if (mention.entity.kind == EntityKind::school) {
        partners[{mention.entity.index, {EntityKind::school, static_cast<std::uint32_t>(school)}}].names_back += mention.count;
      }
    }
    plan_.school_partners.resize(library_.vocabulary.schools.size());
    for (auto& [key, partner] : partners) {
      partner.entity = key.second;
      plan_.school_partners[key.first].push_back(partner);
    }
    for (std::vector<Partner>& list : plan_.school_partners) {
      std::stable_sort(list.begin(), list.end(),
                       [](const Partner& a, const Partner& b) { return a.named + a.names_back > b.named + b.names_back; });
    }
  }

  void list_letters() {
    const auto title_of_case = [&](std::uint32_t i) -> std::string_view {
      const Case& item = library_.cases[i];
      if (item.block < 0) return document(item.document).title;
      return as<CaseTitle>(document(item.document).blocks[static_cast<std::size_t>(item.block)])->title.text;
    };
    const auto block_of = [&](const BlockRef& ref) -> const Block& { return document(ref.document).blocks[ref.block]; };
    plan_.case_letters = letters("cases", library_.cases.size(), title_of_case);
    plan_.figure_letters = letters("figures", plan_.figures.size(), [&](std::uint32_t i) { return as<Figure>(block_of(plan_.figures[i]))->caption.text; });
    plan_.table_letters = letters("tables", plan_.tables.size(), [&](std::uint32_t i) { return as<Table>(block_of(plan_.tables[i]))->caption.text; });
  }

  /// The entries 0 … count by the letter and the pinyin order of their titles.
  template <typename TitleOf>
  static std::vector<LetterList> letters(const std::string& folder, std::size_t count, TitleOf title_of) {
    std::vector<std::uint32_t> order = up_to(count);
    sort_by(order, count, [&](std::uint32_t i) { return sort_key(title_of(i)); });
    std::vector<LetterList> lists;
    for (const std::uint32_t i : order) {
      std::string letter = index_letter(title_of(i));
      if (lists.empty() || lists.back().letter != letter) {
        const std::string slug = letter == "#" ? "other" : ascii_lower(letter);
        lists.push_back({std::move(letter), folder + "/letter-" + slug + ".html", {}});
      }
      lists.back().entries.push_back(i);
    }
    return lists;
  }

  void list_figures_and_tables() {
    for (const std::uint32_t i : all_) {
      for (std::uint32_t block = 0; block < document(i).blocks.size(); ++block) {
        const auto* figure = as<Figure>(document(i).blocks[block]);
        const auto* table = as<Table>(document(i).blocks[block]);
        if (figure && !(figure->number.empty() && figure->caption.empty())) plan_.figures.push_back({i, block});
        if (table && !(table->number.empty() && table->caption.empty())) plan_.tables.push_back({i, block});
      }
    }
  }

  const Library& library_;
  const Links& links_;
  SitePlan& plan_;
  std::vector<std::uint32_t> carriers_;  ///< reports and case studies, newest year first
  std::vector<std::uint32_t> all_;       ///< all documents: reports, case studies, articles, pages
};

}  // namespace

std::vector<NameLetter> name_letters(const std::vector<std::string>& letters, std::string_view stem) {
  std::vector<NameLetter> result;
  std::size_t page_before = 0, group_before = 0;  // where the last letter ends
  for (std::size_t first = 0; first < letters.size();) {
    std::size_t last = first + 1;
    while (last < letters.size() && letters[last] == letters[first]) ++last;
    const std::size_t page = first / names_on_page;
    const std::size_t group = page == page_before ? group_before + 1 : 1;
    page_before = (last - 1) / names_on_page;
    group_before = page == page_before ? group : 1;
    const std::string part = page > 0 ? '-' + std::to_string(page + 1) : std::string();
    std::string address = std::string(stem) + part + ".html#at_group-" + std::to_string(group);
    result.push_back({letters[first], std::move(address), static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    first = last;
  }
  return result;
}

void fill_orders(const Library& library, const Links& links, SitePlan& plan) { Orders(library, links, plan).fill(); }

}  // namespace index
}  // namespace reportal
