// Pages that show many things: home, the indices, the years.

#include <algorithm>
#include <map>
#include <utility>

#include "chinese/collation.h"
#include "render/chart.h"
#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;

namespace {

constexpr std::size_t newest_on_home = 6;
constexpr std::size_t texts_of_year = 6;  ///< named in the list of years

template <typename Indices>
Indices head(const Indices& indices, std::size_t count) {
  return Indices(indices.begin(), indices.begin() + static_cast<std::ptrdiff_t>(std::min(count, indices.size())));
}

/// All of a list of blocks, or those under one letter.
std::vector<BlockRef> blocks_of_list(const LetterList* letter, const std::vector<BlockRef>& all) {
  if (letter == nullptr) return all;
  std::vector<BlockRef> blocks;
  for (const std::uint32_t at : letter->entries) blocks.push_back(all[at]);
  return blocks;
}

bool is_article(DocumentKind kind) { return kind == DocumentKind::article || kind == DocumentKind::newspaper; }

}  // namespace

/// The names of this page of an index, those under one letter together, and ways to each letter of all pages.
template <typename Make>
void PageView::add_names(const char* member, const std::vector<std::uint32_t>& order, const std::vector<NameLetter>& index, Make make) {
  std::vector<Value> groups, letters;
  for (const NameLetter& letter : index) {
    letters.push_back(pool_.map({{"letter", letter.letter}, {"url", cards_.url(letter.address)}, {"count", letter.last - letter.first}, {"current", false}}));
    std::vector<Value> entries;
    for (std::uint32_t at = std::max(letter.first, page_.first); at < std::min(letter.last, page_.last); ++at) entries.push_back(make(order[at]));
    if (!entries.empty()) groups.push_back(pool_.map({{"letter", letter.letter}, {member, pool_.list(std::move(entries))}}));
  }
  add("groups", pool_.list(std::move(groups)));
  add("letters", pool_.list(std::move(letters)));
  add("pager", pager(order.size()));
}

void PageView::home() {
  const SitePlan& plan = site_.plan;
  const Vocabulary& vocabulary = site_.library.vocabulary;
  title(site_.library.settings.title);
  add("lead", site_.library.settings.home_lead);
  add("notes", cards_.texts(site_.library.settings.home_notes));
  std::vector<std::uint32_t> schools;
  for (const std::uint32_t school : plan.schools_by_name) {
    if (!plan.school_documents[school].empty() || !plan.school_cases[school].empty()) schools.push_back(school);
  }
  std::vector<std::uint32_t> topics;
  for (std::uint32_t i = 0; i < vocabulary.topics.size(); ++i) {
    if (vocabulary.topics[i].parent.empty()) topics.push_back(i);
  }
  const auto most = static_cast<std::size_t>(site_.library.settings.page_size);
  add("schools", cards_.list(head(schools, most), &Cards::school_card));
  add("reports", cards_.list(head(plan.reports_by_year, newest_on_home), &Cards::report_card));
  add("cases", cards_.list(head(plan.cases_in_order, newest_on_home), &Cards::case_card));
  add("topics", cards_.list(head(topics, most), &Cards::topic_card));
  add("articles", cards_.list(head(plan.articles_by_date, newest_on_home), &Cards::article_card));
  add("chart", topic_chart(topics));
  add("ways", home_ways());
}

/// How many cases stand under each topic, the fullest first; nothing where there is little to compare.
Value PageView::topic_chart(std::vector<std::uint32_t> topics) {
  constexpr std::size_t fewest = 3, most = 6;
  std::erase_if(topics, [&](std::uint32_t topic) { return site_.plan.topic_cases[topic].empty(); });
  if (topics.size() < fewest) return {};
  std::stable_sort(topics.begin(), topics.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return site_.plan.topic_cases[a].size() > site_.plan.topic_cases[b].size(); });
  if (topics.size() > most) topics.resize(most);
  ChartData data{.shape = ChartData::Shape::bar, .unit = {}, .labels = {}, .series = {{}}};
  for (const std::uint32_t topic : topics) {
    data.labels.push_back(site_.library.vocabulary.topics[topic].name);
    data.series[0].values.emplace_back(static_cast<double>(site_.plan.topic_cases[topic].size()));
  }
  return drawn(data, std::string(string("cases_under_topics")), small_chart_width);
}

/// Rows of short links: years, groups of indicators, first letters of cases.
Value PageView::home_ways() {
  std::vector<Value> ways;
  const auto add_way = [&](const char* name, std::vector<Value> links) {
    if (!links.empty()) ways.push_back(pool_.map({{"name", string(name)}, {"links", pool_.list(std::move(links))}}));
  };
  std::vector<Value> years, indicators, letters;
  for (const int year : site_.plan.years) years.push_back(cards_.link(pool_.text(std::to_string(year)).text(), site_.plan.year_address.at(year)));
  for (const IndicatorGroup& group : site_.plan.indicator_groups) {
    if (!group.address.empty()) indicators.push_back(cards_.link(group.name, group.address));
  }
  for (const LetterList& list : site_.plan.case_letters) letters.push_back(cards_.link(list.letter, list.address));
  add_way("years", std::move(years));
  add_way("indicators", std::move(indicators));
  add_way("cases_by_letter", std::move(letters));
  return pool_.list(std::move(ways));
}

void PageView::school_index() {
  title(string("schools"));
  add("by_province", school_groups(&School::province));
  add("by_kind", school_groups(&School::kind));
  add_names("schools", site_.plan.schools_by_name, site_.plan.school_letters, [&](std::uint32_t i) { return cards_.school_card(i); });
}

void PageView::report_index() {
  title(string("reports"));
  std::vector<Value> groups;
  const auto order = on_this_page(site_.plan.reports_by_year);
  const auto year_of = [&](std::uint32_t report) { return document_year(site_.library.documents[report]); };
  for (std::size_t i = 0; i < order.size();) {
    const int year = year_of(order[i]);
    std::vector<Value> reports;
    while (i < order.size() && year_of(order[i]) == year) reports.push_back(cards_.report_card(order[i++]));
    const auto address = site_.plan.year_address.find(year);
    groups.push_back(pool_.map({{"year", cards_.number_or_none(year)},
                                {"url", address == site_.plan.year_address.end() ? Value() : cards_.url(address->second)},
                                {"reports", pool_.list(std::move(reports))}}));
  }
  add("groups", pool_.list(std::move(groups)));
  add("pager", pager(site_.plan.reports_by_year.size()));
}

void PageView::add_cases(const std::vector<std::uint32_t>& cases) {
  add("cases", cards_.list(on_this_page(cases), &Cards::case_card));
  add("pager", pager(cases.size()));
}

void PageView::case_index() {
  const SitePlan& plan = site_.plan;
  if (page_.kind == PageKind::case_chapter) {
    title(plan.case_chapters[page_.subject].title);
    crumb(string("cases"), "cases/index.html");
    add_cases(plan.case_chapters[page_.subject].cases);
  } else if (page_.kind == PageKind::case_letter) {
    letter_head(plan.case_letters[page_.subject], "cases", "cases/index.html");
    add_cases(plan.case_letters[page_.subject].entries);
  } else {
    title(string("cases"));
    add_cases(plan.cases_in_order);
  }
  add("facets", case_facets());
  add("filter_data", page_.kind == PageKind::case_index ? cards_.url(case_filter_address) : Value());
  add("letters", letter_list(plan.case_letters));
}

void PageView::topic_index() {
  title(string("topics"));
  const auto& topics = site_.library.vocabulary.topics;
  std::vector<std::uint32_t> roots;
  for (std::uint32_t i = 0; i < topics.size(); ++i) {
    if (topics[i].parent.empty()) roots.push_back(i);
  }
  add("topics", cards_.list(roots, &Cards::topic_card));
  add("matrix", topic_matrix());
}

void PageView::organisation_index() {
  title(string("organisations"));
  const auto& organisations = site_.library.vocabulary.organisations;
  add_names("organisations", site_.plan.organisations_by_name, site_.plan.organisation_letters, [&](std::uint32_t i) {
    const Organisation& entry = organisations[i];
    return pool_.map({{"id", entry.id},
                      {"name", entry.name},
                      {"short", entry.short_name.empty() ? entry.name : entry.short_name},
                      {"url", cards_.url(site_.plan.organisation_address[i])},
                      {"kind", cards_.kind_name(entry.kind)},
                      {"count", site_.plan.named_in[static_cast<std::size_t>(EntityKind::organisation)][i].size()}});
  });
}

Value PageView::channel_list() {
  std::vector<Value> channels;
  const auto& all = site_.library.settings.channels;
  for (std::size_t i = 0; i < all.size(); ++i) {
    channels.push_back(pool_.map({{"title", all[i].title},
                                  {"url", cards_.url(site_.plan.channel_address[i])},
                                  {"count", site_.plan.channel_articles[i].size()},
                                  {"current", page_.kind == PageKind::channel && page_.subject == i}}));
  }
  return pool_.list(std::move(channels));
}

void PageView::article_index() {
  const bool one_channel = page_.kind == PageKind::channel;
  Value channel;
  if (one_channel) {
    const Channel& shown = site_.library.settings.channels[page_.subject];
    title(shown.title);
    crumb(string("articles"), "articles/index.html");
    const std::string& feed = site_.plan.channel_feed[page_.subject];
    channel = pool_.map({{"title", shown.title}, {"feed", feed.empty() ? Value() : cards_.url(feed)}});
  } else {
    title(string("articles"));
  }
  const auto& entries = one_channel ? site_.plan.channel_articles[page_.subject] : site_.plan.articles_by_date;
  add("articles", cards_.list(on_this_page(entries), &Cards::article_card));
  add("channels", channel_list());
  add("channel", channel);
  add("pager", pager(entries.size()));
}

void PageView::year_index() {
  title(string("years"));
  std::vector<Value> years;
  for (const int year : site_.plan.years) {
    int reports = 0;
    int articles = 0;
    std::vector<Value> texts;
    for (const std::uint32_t document : site_.plan.year_documents.at(year)) {
      const DocumentKind kind = site_.library.documents[document].kind;
      reports += kind == DocumentKind::report;
      articles += is_article(kind);
      if (texts.size() < texts_of_year) texts.push_back(cards_.document_link(document));
    }
    years.push_back(pool_.map({{"year", year},
                               {"url", cards_.url(site_.plan.year_address.at(year))},
                               {"reports", reports},
                               {"cases", cases_of_year(site_.plan, year).size()},
                               {"articles", articles},
                               {"texts", pool_.list(std::move(texts))}}));
  }
  add("years", pool_.list(std::move(years)));
}

void PageView::year() {
  const auto year = static_cast<int>(page_.subject);
  title(pool_.text(std::to_string(year)).text());
  crumb(string("years"), "years/index.html");
  std::vector<std::uint32_t> reports;
  std::vector<std::uint32_t> articles;
  for (const std::uint32_t document : site_.plan.year_documents.at(year)) {
    const DocumentKind kind = site_.library.documents[document].kind;
    if (kind == DocumentKind::report) reports.push_back(document);
    if (is_article(kind)) articles.push_back(document);
  }
  add("year", year);
  add("reports", cards_.list(reports, &Cards::report_card));
  add_cases(cases_of_year(site_.plan, year));
  add("articles", cards_.list(articles, &Cards::article_card));
}

std::vector<Member> PageView::captioned(const BlockRef& ref) {
  const Document& document = site_.library.documents[ref.document];
  return {{"label", pool_.text(block_label(document.blocks[ref.block]))},
          {"url", cards_.url(block_address(site_.plan, site_.library, ref.document, ref.block))},
          {"report", cards_.link(document.title, site_.plan.document_address[ref.document])},
          {"school", cards_.school_or_none(site_.links.document_school[ref.document])},
          {"year", cards_.number_or_none(document_year(document))}};
}

void PageView::figure_index() {
  const bool one_letter = page_.kind == PageKind::figure_letter;
  if (one_letter) letter_head(site_.plan.figure_letters[page_.subject], "figures", "figures/index.html");
  else title(string("figures"));
  const std::vector<BlockRef> shown = blocks_of_list(one_letter ? &site_.plan.figure_letters[page_.subject] : nullptr, site_.plan.figures);
  std::vector<Value> figures;
  for (const BlockRef& ref : on_this_page(shown)) {
    const Figure& figure = *as<Figure>(site_.library.documents[ref.document].blocks[ref.block]);
    std::string html;
    shared_.bodies().append_drawing(html, {ref.document, page_.address}, figure);
    std::vector<Member> members = captioned(ref);
    members.emplace_back("caption", figure.caption.text);
    members.emplace_back("html", pool_.html(std::move(html)));
    figures.push_back(pool_.map(std::move(members)));
  }
  add("figures", pool_.list(std::move(figures)));
  add("pager", pager(shown.size()));
  add("letters", letter_list(site_.plan.figure_letters));
}

void PageView::table_index() {
  const bool one_letter = page_.kind == PageKind::table_letter;
  if (one_letter) letter_head(site_.plan.table_letters[page_.subject], "tables", "tables/index.html");
  else title(string("tables"));
  const std::vector<BlockRef> shown = blocks_of_list(one_letter ? &site_.plan.table_letters[page_.subject] : nullptr, site_.plan.tables);
  std::vector<Value> tables;
  for (const BlockRef& ref : on_this_page(shown)) {
    const Table& table = *as<Table>(site_.library.documents[ref.document].blocks[ref.block]);
    const auto csv = site_.plan.table_csv.find(ref);
    std::vector<Member> members = captioned(ref);
    members.insert(members.end(), {{"caption", table.caption.text},
                                   {"rows", table.rows.size()},
                                   {"columns", table.columns.size()},
                                   {"csv", csv == site_.plan.table_csv.end() ? Value() : cards_.url(csv->second)}});
    tables.push_back(pool_.map(std::move(members)));
  }
  add("tables", pool_.list(std::move(tables)));
  add("pager", pager(shown.size()));
  add("letters", letter_list(site_.plan.table_letters));
}

void PageView::glossary() {
  title(string("glossary"));
  add_names("terms", site_.plan.terms_by_name, site_.plan.term_letters, [&](std::uint32_t i) { return pool_.map(term_members(i)); });
}

}  // namespace reportal
