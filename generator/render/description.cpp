#include "render/description.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/record.h"
#include "render/digest.h"

namespace reportal {
namespace {

constexpr std::size_t names_said = 4;  ///< of a list's things, as examples

/// A word of the interface and how many of it: {"count_cases", 12}.
using Count = std::pair<const char*, std::size_t>;

class Describer {
 public:
  Describer(const Site& site, const PlannedPage& page, std::string_view title) : site_(site), plan_(site.plan), page_(page), title_(title) {}

  [[nodiscard]] std::string describe() const {
    std::string text = what_it_holds();
    const std::string& portal = site_.library.settings.title;
    if (text.empty()) text = title_ == portal ? portal : said("about_thing", {std::string(title_), portal});
    const bool later_page = page_.part > 0 && page_.kind != PageKind::chapter;
    if (later_page) text += said("about_page", {std::to_string(page_.part + 1), std::to_string(page_.part_count)});
    return text;
  }

 private:
  [[nodiscard]] const Vocabulary& vocabulary() const { return site_.library.vocabulary; }
  [[nodiscard]] std::string_view string(const char* key) const { return interface_text(site_.theme.strings, key); }

  /// A string with {0}, {1} … filled in.
  [[nodiscard]] std::string said(const char* key, std::initializer_list<std::string> arguments) const {
    std::string out;
    const std::string_view pattern = string(key);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const bool place = pattern[i] == '{' && i + 2 < pattern.size() && is_ascii_digit(static_cast<unsigned char>(pattern[i + 1])) && pattern[i + 2] == '}';
      const std::size_t at = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : arguments.size();
      if (at < arguments.size()) {
        out += *(arguments.begin() + at);
        i += 2;
      } else {
        out += pattern[i];
      }
    }
    return out;
  }

  /// "12 cases": where the string has two forms, parted by " | ", the first is for one.
  [[nodiscard]] std::string counted(const Count& count) const {
    constexpr std::string_view parting = " | ";
    std::string_view form = string(count.first);
    if (const std::size_t at = form.find(parting); at != npos) form = count.second == 1 ? form.substr(0, at) : form.substr(at + parting.size());
    std::string text(form);
    if (const std::size_t at = text.find("{0}"); at != npos) text.replace(at, 3, std::to_string(count.second));
    return text;
  }

  /// Those that are not 0, one behind the other.
  [[nodiscard]] std::string counts(std::initializer_list<Count> all) const {
    std::string text;
    for (const Count& count : all) {
      if (count.second == 0) continue;
      if (!text.empty()) text += string("comma");
      text += counted(count);
    }
    return text;
  }

  /// A thing and what belongs to it; the thing alone where nothing does yet.
  [[nodiscard]] std::string thing(std::string_view name, std::initializer_list<Count> all) const {
    const std::string text = counts(all);
    return text.empty() ? std::string() : said("about_thing", {std::string(name), text});
  }

  /// The first names of a list.
  template <typename NameOf>
  [[nodiscard]] std::string names(std::size_t count, NameOf name_of) const {
    std::string text;
    for (std::size_t i = 0; i < std::min(count, names_said); ++i) {
      if (i > 0) text += string("comma");
      text += name_of(i);
    }
    return count > names_said ? text + "…" : text;
  }

  /// A list with examples of what it holds; the line at its head where it is empty.
  template <typename NameOf>
  [[nodiscard]] std::string list(const char* key, const std::string& how_many, std::size_t count, NameOf name_of, const char* lead) const {
    return count == 0 ? std::string(string(lead)) : said(key, {how_many, names(count, name_of)});
  }

  [[nodiscard]] std::string what_it_holds() const {
    switch (page_.kind) {
      case PageKind::home: return home();
      case PageKind::school_index:
        return list("about_schools", counted({"count_schools", plan_.schools_by_name.size()}), plan_.schools_by_name.size(),
                    [&](std::size_t i) { return vocabulary().schools[plan_.schools_by_name[i]].name; }, "schools_lead");
      case PageKind::school: return school();
      case PageKind::report_index: return reports();
      case PageKind::chapter: return chapter();
      case PageKind::case_index: return cases();
      case PageKind::case_chapter:
        return said("about_case_chapter", {counted({"count_cases", plan_.case_chapters[page_.subject].cases.size()}), plan_.case_chapters[page_.subject].title});
      case PageKind::case_letter: return letter("count_cases", plan_.case_letters);
      case PageKind::topic_index: return topics();
      case PageKind::topic: return topic();
      case PageKind::organisation_index:
        return list("about_organisations", counted({"count_organisations", plan_.organisations_by_name.size()}), plan_.organisations_by_name.size(),
                    [&](std::size_t i) { return vocabulary().organisations[plan_.organisations_by_name[i]].name; }, "organisations_lead");
      case PageKind::organisation: return named(EntityKind::organisation);
      case PageKind::term: return named(EntityKind::term);
      case PageKind::named_in_school: return named(EntityKind::school);
      case PageKind::named_in_topic: return named(EntityKind::topic);
      case PageKind::indicator_index: return indicators();
      case PageKind::indicator_group: return indicator_group();
      case PageKind::indicator: return indicator();
      case PageKind::article_index: return articles();
      case PageKind::channel: return channel();
      case PageKind::year_index:
        return plan_.years.empty() ? std::string(string("years_lead")) : said("about_years", {years(), texts()});
      case PageKind::year: return year();
      case PageKind::figure_index: return captioned("count_figures", plan_.figures, "figures_lead");
      case PageKind::figure_letter: return letter("count_figures", plan_.figure_letters);
      case PageKind::table_index: return captioned("count_tables", plan_.tables, "tables_lead");
      case PageKind::table_letter: return letter("count_tables", plan_.table_letters);
      case PageKind::glossary:
        return list("about_glossary", counted({"count_terms", vocabulary().terms.size()}), vocabulary().terms.size(),
                    [&](std::size_t i) { return vocabulary().terms[i].name; }, "glossary_lead");
      case PageKind::search: return everything().empty() ? std::string() : said("about_search", {everything()});
      case PageKind::site_index: return everything().empty() ? std::string() : said("about_site_index", {everything()});
      case PageKind::not_found: return std::string(string("not_found_text"));
      case PageKind::record: return record();
      case PageKind::report:
      case PageKind::report_full:
      case PageKind::case_page:
      case PageKind::article:
      case PageKind::page:
      case PageKind::redirect: break;  // their summary, or nothing can be said of them
    }
    return {};
  }

  [[nodiscard]] std::string everything() const {
    return counts({{"count_schools", vocabulary().schools.size()},
                   {"count_reports", plan_.reports_by_year.size()},
                   {"count_cases", site_.library.cases.size()},
                   {"count_topics", vocabulary().topics.size()},
                   {"count_articles", plan_.articles_by_date.size()}});
  }

  [[nodiscard]] std::string texts() const {
    return counts({{"count_reports", plan_.reports_by_year.size()},
                   {"count_cases", site_.library.cases.size()},
                   {"count_articles", plan_.articles_by_date.size()}});
  }

  [[nodiscard]] std::string home() const {
    const Settings& settings = site_.library.settings;
    if (!settings.description.empty()) return settings.description;
    if (!settings.home_lead.empty()) return settings.home_lead;
    return everything().empty() ? settings.subtitle : said("about_thing", {settings.title, everything()});
  }

  [[nodiscard]] std::string school() const {
    const std::uint32_t index = page_.subject;
    std::size_t reports = 0, articles = 0;
    for (const std::uint32_t document : plan_.school_documents[index]) {
      const DocumentKind kind = site_.library.documents[document].kind;
      reports += kind == DocumentKind::report ? 1 : 0;
      articles += is_article(kind) ? 1 : 0;
    }
    return thing(title_, {{"count_reports", reports},
                          {"count_cases", plan_.school_cases[index].size()},
                          {"count_articles", articles},
                          {"count_values", plan_.school_values[index].size()},
                          {"count_places", plan_.named_in[static_cast<std::size_t>(EntityKind::school)][index].size()}});
  }

  static bool is_article(DocumentKind kind) { return kind == DocumentKind::article || kind == DocumentKind::newspaper; }

  /// "2023", "2021–2024"
  [[nodiscard]] std::string years() const {
    const std::string newest = std::to_string(plan_.years.front());
    return plan_.years.size() == 1 ? newest : std::to_string(plan_.years.back()) + "–" + newest;
  }

  [[nodiscard]] std::string reports() const {
    const auto& all = plan_.reports_by_year;
    return list("about_reports", counted({"count_reports", all.size()}), all.size(),
                [&](std::size_t i) { return site_.library.documents[all[i]].title; }, "reports_lead");
  }

  /// How a chapter begins; where it has no running text, its headings.
  [[nodiscard]] std::string chapter() const {
    const Document& document = site_.library.documents[page_.subject];
    std::vector<std::uint32_t> blocks;
    std::vector<std::string_view> titles;
    for (std::uint32_t i = page_.first; i < page_.last; ++i) {
      blocks.push_back(i);
      const auto* heading = as<Heading>(document.blocks[i]);
      if (heading != nullptr && heading->title.text != title_) titles.push_back(heading->title.text);
    }
    std::string text = summary_of(document, blocks);
    if (text.empty() && !titles.empty()) {
      text = said("about_thing", {std::string(title_), names(titles.size(), [&](std::size_t i) { return titles[i]; })});
    }
    return text.empty() ? said("about_thing", {document.title, std::string(title_)}) : text;
  }

  [[nodiscard]] std::string cases() const {
    if (plan_.cases_in_order.empty()) return std::string(string("cases_lead"));
    const auto schools = std::count_if(plan_.school_cases.begin(), plan_.school_cases.end(), [](const auto& own) { return !own.empty(); });
    return said("about_cases", {counts({{"count_cases", plan_.cases_in_order.size()}, {"count_schools", static_cast<std::size_t>(schools)}})});
  }

  [[nodiscard]] std::string letter(const char* count, const std::vector<LetterList>& lists) const {
    const LetterList& shown = lists[page_.subject];
    const bool none = shown.letter == "#";
    return said(none ? "about_no_letter" : "about_letter", {counted({count, shown.entries.size()}), shown.letter});
  }

  [[nodiscard]] std::string topics() const {
    const auto& all = vocabulary().topics;
    return list("about_thing", counts({{"count_topics", all.size()}, {"count_cases", site_.library.cases.size()}}), all.size(),
                [&](std::size_t i) { return all[i].name; }, "topics_lead");
  }

  [[nodiscard]] std::string topic() const {
    const std::uint32_t index = page_.subject;
    std::set<int> schools;
    for (const std::uint32_t item : plan_.topic_cases[index]) {
      if (const int school = site_.links.document_school[site_.library.cases[item].document]; school >= 0) schools.insert(school);
    }
    return thing(title_, {{"count_cases", plan_.topic_cases[index].size()},
                          {"count_schools", schools.size()},
                          {"count_places", plan_.named_in[static_cast<std::size_t>(EntityKind::topic)][index].size()}});
  }

  /// Of a page that shows the places which name its thing.
  [[nodiscard]] std::string named(EntityKind kind) const {
    const Vocabulary& all = vocabulary();
    const std::uint32_t index = page_.subject;
    const std::string& name = kind == EntityKind::school         ? all.schools[index].name
                              : kind == EntityKind::organisation ? all.organisations[index].name
                              : kind == EntityKind::topic        ? all.topics[index].name
                                                                 : all.terms[index].name;
    const std::size_t places = plan_.named_in[static_cast<std::size_t>(kind)][index].size();
    return places == 0 ? said("about_thing", {name, std::string(string("named_nowhere"))}) : said("about_named_in", {name, counted({"count_places", places})});
  }

  [[nodiscard]] std::string indicators() const {
    const auto& groups = plan_.indicator_groups;
    return list("about_thing", counts({{"count_indicators", vocabulary().indicators.size()}, {"count_values", site_.links.indicator_values.size()}}),
                groups.size(), [&](std::size_t i) { return groups[i].name.empty() ? std::string(string("other_indicators")) : groups[i].name; },
                "indicators_lead");
  }

  /// How many values these indicators have, and of how many schools.
  [[nodiscard]] std::string values_of(std::span<const std::uint32_t> indicators, const ValueTable& table) const {
    std::size_t values = 0;
    for (const std::uint32_t indicator : indicators) values += indicator_values_of(site_.links, indicator).size();
    return counts({{"count_values", values}, {"count_schools", table.schools.size()}});
  }

  [[nodiscard]] std::string indicator_group() const {
    const IndicatorGroup& group = plan_.indicator_groups[page_.subject];
    const std::string values = values_of(group.indicators, group.table);
    std::string how_many = counted({"count_indicators", group.indicators.size()});
    if (!values.empty()) how_many += std::string(string("comma")) + values;
    return said("about_thing", {std::string(title_), how_many});
  }

  [[nodiscard]] std::string indicator() const {
    const std::string values = values_of({&page_.subject, 1}, plan_.indicator_tables[page_.subject]);
    return said("about_thing", {std::string(title_), values.empty() ? std::string(string("no_values")) : values});
  }

  [[nodiscard]] std::string articles() const {
    const auto& all = plan_.articles_by_date;
    return list("about_articles", counted({"count_articles", all.size()}), all.size(),
                [&](std::size_t i) { return site_.library.documents[all[i]].title; }, "articles_lead");
  }

  [[nodiscard]] std::string channel() const {
    const std::size_t articles = plan_.channel_articles[page_.subject].size();
    return articles == 0 ? said("about_thing", {std::string(title_), std::string(string("no_articles"))})
                         : said("about_channel", {counted({"count_articles", articles}), std::string(title_)});
  }

  [[nodiscard]] std::string year() const {
    std::size_t reports = 0, articles = 0;
    for (const std::uint32_t document : plan_.year_documents.at(static_cast<int>(page_.subject))) {
      const DocumentKind kind = site_.library.documents[document].kind;
      reports += kind == DocumentKind::report ? 1 : 0;
      articles += is_article(kind) ? 1 : 0;
    }
    const auto cases = plan_.year_cases.find(static_cast<int>(page_.subject));
    return thing(title_, {{"count_reports", reports},
                          {"count_cases", cases == plan_.year_cases.end() ? 0 : cases->second.size()},
                          {"count_articles", articles}});
  }

  [[nodiscard]] std::string captioned(const char* count, const std::vector<BlockRef>& all, const char* lead) const {
    if (all.empty()) return std::string(string(lead));
    std::set<std::uint32_t> documents;
    for (const BlockRef& ref : all) documents.insert(ref.document);
    return said("about_captions", {counted({count, all.size()}), counted({"count_documents", documents.size()})});
  }

  [[nodiscard]] std::string record() const {
    const Document& document = site_.library.documents[page_.subject];
    const RecordCounts counts_of_record = count_record(document);
    const std::string text = counts({{"count_removed", counts_of_record.removed},
                                     {"count_joined", counts_of_record.joined_lines},
                                     {"count_doubts", counts_of_record.doubts}});
    return said("about_record", {document.title, text.empty() ? std::string(string("record")) : text});
  }

  const Site& site_;
  const SitePlan& plan_;
  const PlannedPage& page_;
  std::string_view title_;
};

}  // namespace

std::string description_of(const Site& site, const PlannedPage& page, std::string_view title) { return Describer(site, page, title).describe(); }

}  // namespace reportal
