#include "render/cards.h"

#include <algorithm>

#include "base/parallel.h"
#include "chinese/languages.h"
#include "render/digest.h"

namespace reportal {

Site::Site(const Library& library_in, const Links& links_in, const SitePlan& plan_in, const Theme& theme_in,
           std::string_view generator_in, unsigned jobs)
    : library(library_in), links(links_in), plan(plan_in), theme(theme_in), generator(generator_in) {
  document_summary.resize(library.documents.size());
  document_figures.resize(library.documents.size());
  document_tables.resize(library.documents.size());
  for_each_index(jobs, library.documents.size(), [&](std::size_t i) {
    const Document& document = library.documents[i];
    document_summary[i] = summary_of(document);
    for (const Block& block : document.blocks) {
      document_figures[i] += as<Figure>(block) != nullptr;
      document_tables[i] += as<Table>(block) != nullptr;
    }
  });
  foreign_language.resize(library.documents.size());
  const std::string own_language = language_key(library.settings.language);
  for (std::size_t i = 0; i < library.documents.size(); ++i) {
    const std::string& language = library.documents[i].metadata.language;
    if (!language.empty() && language_key(language) != own_language) foreign_language[i] = language_name(language);
  }
  case_summary.resize(library.cases.size());
  case_label.resize(library.cases.size());
  for_each_index(jobs, library.cases.size(), [&](std::size_t i) {
    const Case& item = library.cases[i];
    const Document& document = library.documents[item.document];
    if (item.block < 0) {
      case_summary[i] = document_summary[item.document];
    } else {
      case_summary[i] = summary_of(document, item.blocks);
      case_label[i] = block_label(document.blocks[static_cast<std::size_t>(item.block)]);
    }
  });
  case_rank.resize(library.cases.size());
  for (std::uint32_t rank = 0; rank < plan.cases_in_order.size(); ++rank) case_rank[plan.cases_in_order[rank]] = rank;
}

using templates::Member;
using templates::Value;

Cards::Cards(const Site& site, std::string_view page, templates::ValuePool& pool) : site_(site), page_(page), pool_(pool) {
  if (page == not_found_address) absolute_root_ = root_path(site.library.settings);
}

Value Cards::url(std::string_view address) const {
  // Seen from the root of the portal an address is as it stands, or one of another host.
  if (!absolute_root_.empty() && relative_address("", address) == address && address.find("://") == npos) {
    return pool_.text(std::string(absolute_root_).append(address));
  }
  return pool_.text(relative_address(page_, address));
}

Value Cards::link(std::string_view title, std::string_view address) const {
  return pool_.map({{"title", title}, {"url", url(address)}});
}

Value Cards::document_link(std::uint32_t document) const {
  return pool_.map({{"title", site_.library.documents[document].title},
                    {"url", url(site_.plan.document_address[document])},
                    {"language", language_or_none(document)}});
}

Value Cards::day(const Date& date) const { return date ? pool_.text(iso_day(date)) : Value(); }

Value Cards::language_or_none(std::uint32_t document) const {
  const std::string& name = site_.foreign_language[document];
  return name.empty() ? Value() : pool_.map({{"tag", site_.library.documents[document].metadata.language}, {"name", name}});
}

Value Cards::texts(const std::vector<std::string>& texts) const {
  return pool_.list(std::vector<Value>(texts.begin(), texts.end()));
}

Value Cards::kind_name(const std::string& kind) const {
  return kind.empty() ? Value("") : Value(interface_text(site_.theme.strings, pool_.text("kind_" + kind).text()));
}

std::vector<Member> Cards::school_members(std::uint32_t index) const {
  const School& school = site_.library.vocabulary.schools[index];
  return {{"id", school.id},
          {"name", school.name},
          {"short", school.short_name.empty() ? school.name : school.short_name},
          {"url", url(site_.plan.school_address[index])}};
}

Value Cards::school(std::uint32_t index) const { return pool_.map(school_members(index)); }

Value Cards::school_card(std::uint32_t index) const {
  const School& school = site_.library.vocabulary.schools[index];
  int reports = 0;
  int articles = 0;
  for (const std::uint32_t document : site_.plan.school_documents[index]) {
    const DocumentKind kind = site_.library.documents[document].kind;
    reports += kind == DocumentKind::report;
    articles += kind == DocumentKind::article || kind == DocumentKind::newspaper;
  }
  std::vector<Member> members = school_members(index);
  members.insert(members.end(), {{"kind", kind_name(school.kind)},
                                 {"city", school.city},
                                 {"reports", reports},
                                 {"cases", site_.plan.school_cases[index].size()},
                                 {"articles", articles}});
  return pool_.map(std::move(members));
}

std::vector<Member> Cards::report_members(std::uint32_t index) const {
  const Document& document = site_.library.documents[index];
  return {{"title", document.title},
          {"url", url(site_.plan.document_address[index])},
          {"full_url", url(site_.plan.full_address[index])},
          {"school", school_or_none(site_.links.document_school[index])},
          {"year", number_or_none(document_year(document))},
          {"date", day(document.metadata.date)},
          {"language", language_or_none(index)},
          {"summary", site_.document_summary[index]},
          {"cases", site_.plan.document_cases[index].size()},
          {"figures", site_.document_figures[index]},
          {"tables", site_.document_tables[index]},
          {"source", document.metadata.source},
          {"source_url", document.metadata.source_url},
          {"authors", texts(document.metadata.authors)},
          {"record", url_or_none(site_.plan.record_address[index])}};
}

Value Cards::report_card(std::uint32_t index) const { return pool_.map(report_members(index)); }

std::string_view Cards::case_title(std::uint32_t index) const {
  const Case& item = site_.library.cases[index];
  const Document& document = site_.library.documents[item.document];
  if (item.block < 0) return document.title;
  const CaseTitle* title = as<CaseTitle>(document.blocks[static_cast<std::size_t>(item.block)]);
  return title->title.text.empty() ? std::string_view(site_.case_label[index]) : title->title.text;
}

std::vector<Member> Cards::case_members(std::uint32_t index) const {
  const Case& item = site_.library.cases[index];
  const Document& document = site_.library.documents[item.document];
  Value report;
  Value section;
  std::string_view number;
  if (item.block >= 0) {
    const Block& block = document.blocks[static_cast<std::size_t>(item.block)];
    number = as<CaseTitle>(block)->number;
    report = link(document.title, site_.plan.document_address[item.document]);
    if (block.section >= 0) {
      const Heading* heading = as<Heading>(document.blocks[static_cast<std::size_t>(block.section)]);
      section = pool_.map({{"number", heading->shown_number()}, {"title", heading->title.text}});
    }
  }
  std::vector<Value> topics;
  for (const Placement& placement : site_.links.case_topics[index]) topics.push_back(topic_link(placement.topic));
  return {{"title", case_title(index)},
          {"number", number},
          {"label", site_.case_label[index]},
          {"url", url(site_.plan.case_address[index])},
          {"school", school_or_none(site_.links.document_school[item.document])},
          {"year", number_or_none(document_year(document))},
          {"report", report},
          {"section", section},
          {"language", language_or_none(item.document)},
          {"summary", site_.case_summary[index]},
          {"topics", pool_.list(std::move(topics))}};
}

Value Cards::case_card(std::uint32_t index) const { return pool_.map(case_members(index)); }

Value Cards::case_link(std::uint32_t index) const {
  const std::uint32_t document = site_.library.cases[index].document;
  return pool_.map({{"title", case_title(index)},
                    {"label", site_.case_label[index]},
                    {"url", url(site_.plan.case_address[index])},
                    {"school", school_or_none(site_.links.document_school[document])},
                    {"year", number_or_none(document_year(site_.library.documents[document]))},
                    {"language", language_or_none(document)}});
}

std::vector<Member> Cards::article_members(std::uint32_t index) const {
  const Document& document = site_.library.documents[index];
  const int channel = site_.links.document_channel[index];
  Value channel_link;
  if (channel >= 0) {
    const auto at = static_cast<std::size_t>(channel);
    channel_link = link(site_.library.settings.channels[at].title, site_.plan.channel_address[at]);
  }
  return {{"title", document.title},
          {"url", url(site_.plan.document_address[index])},
          {"date", day(document.metadata.date)},
          {"channel", channel_link},
          {"source", document.metadata.source},
          {"language", language_or_none(index)},
          {"summary", site_.document_summary[index]},
          {"schools", list(site_.links.document_schools[index], &Cards::school)}};
}

Value Cards::article_card(std::uint32_t index) const { return pool_.map(article_members(index)); }

Value Cards::topic_link(std::uint32_t topic) const {
  return pool_.map({{"name", site_.library.vocabulary.topics[topic].name}, {"url", url(site_.plan.topic_address[topic])}});
}

std::vector<Member> Cards::topic_members(std::uint32_t index) const {
  const Topic& topic = site_.library.vocabulary.topics[index];
  std::vector<Value> children;
  for (std::uint32_t i = 0; i < site_.library.vocabulary.topics.size(); ++i) {
    if (site_.library.vocabulary.topics[i].parent == topic.id) children.push_back(topic_card(i));
  }
  return {{"id", topic.id},
          {"name", topic.name},
          {"url", url(site_.plan.topic_address[index])},
          {"description", topic.description},
          {"cases", site_.plan.topic_cases[index].size()},
          {"children", pool_.list(std::move(children))}};
}

Value Cards::topic_card(std::uint32_t index) const { return pool_.map(topic_members(index)); }

}  // namespace reportal
