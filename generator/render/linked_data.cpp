#include "render/linked_data.h"

#include <algorithm>
#include <set>

#include "base/json.h"

namespace reportal {
namespace {

class GraphWriter {
 public:
  GraphWriter(const Site& site, const PlannedPage& page) : site_(site), page_(page), json_(out_) {}

  std::string write(std::string_view title, std::string_view description, std::span<const Crumb> crumbs) {
    title_ = title;
    description_ = description;
    json_.begin_object().member("@context", "https://schema.org");
    json_.key("@graph").begin_array();
    subject();
    breadcrumbs(crumbs);
    json_.end_array().end_object();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Settings& settings() const { return site_.library.settings; }

  [[nodiscard]] std::string address_of(std::string_view address) const {
    return settings().base_url.empty() ? relative_address(page_.address, address) : settings().base_url + file_address(address);
  }

  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) json_.member(name, value);
  }

  JsonWriter& begin(std::string_view type, std::string_view address) {
    json_.begin_object().member("@type", type).member("@id", address_of(address)).member("url", address_of(address));
    return json_;
  }

  void subject() {
    switch (page_.kind) {
      case PageKind::home: return web_site();
      case PageKind::school: return school();
      case PageKind::report:
      case PageKind::report_full: return report(page_.subject);
      case PageKind::chapter: return chapter();
      case PageKind::case_page: return case_page();
      case PageKind::article: return article();
      case PageKind::page: return free_page();
      case PageKind::organisation: return organisation();
      case PageKind::term: return term();
      case PageKind::indicator: return indicator();
      default: return collection();
    }
  }

  void web_site() {
    begin("WebSite", "index.html").member("name", settings().title);
    text("description", settings().description);
    json_.member("inLanguage", settings().language);
    publisher();
    text("license", settings().licence_url);
    json_.end_object();
  }

  void publisher() {
    if (settings().publisher.empty()) return;
    json_.key("publisher").begin_object().member("@type", "Organization").member("name", settings().publisher).end_object();
  }

  void school() {
    const School& school = site_.library.vocabulary.schools[page_.subject];
    begin("CollegeOrUniversity", page_.address).member("name", school.name);
    std::vector<std::string> others = school.forms;
    if (!school.short_name.empty()) others.insert(others.begin(), school.short_name);
    if (!others.empty()) {
      json_.key("alternateName").begin_array();
      for (const std::string& name : others) json_.value(name);
      json_.end_array();
    }
    text("description", school.summary);
    text("sameAs", school.site);
    if (school.founded > 0) json_.member("foundingDate", std::to_string(school.founded));
    if (!school.city.empty() || !school.province.empty()) {
      json_.key("address").begin_object().member("@type", "PostalAddress");
      text("addressLocality", school.city);
      text("addressRegion", school.province);
      json_.end_object();
    }
    json_.end_object();
  }

  void organisation() {
    const Organisation& organisation = site_.library.vocabulary.organisations[page_.subject];
    begin("Organization", page_.address).member("name", organisation.name);
    text("description", organisation.summary);
    text("sameAs", organisation.site);
    json_.end_object();
  }

  void term() {
    const Term& term = site_.library.vocabulary.terms[page_.subject];
    begin("DefinedTerm", page_.address).member("name", term.name).member("description", term.definition).end_object();
  }

  /// The school that a document is about, as a reference.
  void about(std::uint32_t document) {
    const int school = site_.links.document_school[document];
    if (school < 0) return;
    const auto at = static_cast<std::size_t>(school);
    json_.key("about").begin_object().member("@type", "CollegeOrUniversity");
    json_.member("@id", address_of(site_.plan.school_address[at])).member("name", site_.library.vocabulary.schools[at].name);
    json_.end_object();
  }

  void authors(const Metadata& metadata, std::uint32_t document) {
    const int school = site_.links.document_school[document];
    const bool by_school = metadata.authors.empty() && school >= 0 && site_.library.documents[document].kind == DocumentKind::report;
    if (metadata.authors.empty() && !by_school) return;
    json_.key("author").begin_array();
    for (const std::string& author : metadata.authors) json_.begin_object().member("@type", "Person").member("name", author).end_object();
    if (by_school) {
      const auto at = static_cast<std::size_t>(school);
      json_.begin_object().member("@type", "CollegeOrUniversity").member("name", site_.library.vocabulary.schools[at].name).end_object();
    }
    json_.end_array();
  }

  void dates(const Metadata& metadata) {
    if (metadata.date) json_.member("datePublished", iso_day(metadata.date));
    if (metadata.updated) json_.member("dateModified", iso_day(metadata.updated));
  }

  void report(std::uint32_t index) {
    const Document& document = site_.library.documents[index];
    begin("Report", site_.plan.document_address[index]).member("name", document.title).member("headline", document.title);
    text("description", site_.document_summary[index]);
    json_.member("inLanguage", document_language(document, settings()));
    translation_of(index);
    if (document.year > 0) json_.member("temporalCoverage", std::to_string(document.year));
    dates(document.metadata);
    authors(document.metadata, index);
    about(index);
    text("isBasedOn", document.metadata.source_url);
    publisher();
    json_.end_object();
  }

  /// The original of a translation, as a reference.
  void translation_of(std::uint32_t document) {
    const std::vector<std::uint32_t>& versions = site_.links.translations[document];
    if (versions.empty() || versions.front() == document) return;
    json_.key("translationOfWork").begin_object().member("@id", address_of(site_.plan.document_address[versions.front()])).end_object();
  }

  void part_of(std::uint32_t document) {
    json_.key("isPartOf").begin_object().member("@type", "Report");
    json_.member("@id", address_of(site_.plan.document_address[document])).member("name", site_.library.documents[document].title);
    json_.end_object();
  }

  void chapter() {
    begin("Chapter", page_.address).member("name", title_);
    text("description", description_);
    json_.member("inLanguage", document_language(site_.library.documents[page_.subject], settings()));
    part_of(page_.subject);
    json_.end_object();
  }

  void case_page() {
    const Case& item = site_.library.cases[page_.subject];
    const Document& document = site_.library.documents[item.document];
    begin("Article", page_.address).member("headline", title_).member("name", title_);
    text("description", description_);
    json_.member("inLanguage", document_language(document, settings()));
    dates(document.metadata);
    authors(document.metadata, item.document);
    about(item.document);
    if (item.block >= 0) {
      part_of(item.document);
      if (const std::uint32_t printed = document.blocks[static_cast<std::size_t>(item.block)].page; printed > 0) {
        json_.member("pagination", std::to_string(printed));
      }
    }
    mentions(item);
    keywords(site_.links.case_topics[page_.subject]);
    publisher();
    json_.end_object();
  }

  void mentions(const Case& item) {
    std::set<EntityRef> named;
    const auto& all = site_.links.mentions;
    for (const std::uint32_t block : item.blocks) {
      const auto key = std::pair(item.document, block);
      auto at = std::partition_point(all.begin(), all.end(), [&](const Mention& m) { return std::pair(m.document, m.block) < key; });
      for (; at != all.end() && std::pair(at->document, at->block) == key; ++at) {
        if (at->entity.kind == EntityKind::school || at->entity.kind == EntityKind::organisation) named.insert(at->entity);
      }
    }
    if (named.empty()) return;
    json_.key("mentions").begin_array();
    for (const EntityRef entity : named) {
      const bool school = entity.kind == EntityKind::school;
      const Vocabulary& vocabulary = site_.library.vocabulary;
      json_.begin_object().member("@type", school ? "CollegeOrUniversity" : "Organization");
      json_.member("@id", address_of(entity_address(site_.plan, entity)));
      json_.member("name", school ? vocabulary.schools[entity.index].name : vocabulary.organisations[entity.index].name).end_object();
    }
    json_.end_array();
  }

  void keywords(const std::vector<Placement>& placements) {
    if (placements.empty()) return;
    json_.key("keywords").begin_array();
    for (const Placement& placement : placements) json_.value(site_.library.vocabulary.topics[placement.topic].name);
    json_.end_array();
  }

  void article() {
    const Document& document = site_.library.documents[page_.subject];
    begin("NewsArticle", page_.address).member("headline", document.title).member("name", document.title);
    text("description", description_);
    json_.member("inLanguage", document_language(document, settings()));
    translation_of(page_.subject);
    dates(document.metadata);
    authors(document.metadata, page_.subject);
    about(page_.subject);
    text("isBasedOn", document.metadata.source_url);
    publisher();
    json_.end_object();
  }

  void free_page() {
    begin("WebPage", page_.address).member("name", title_);
    text("description", description_);
    json_.member("inLanguage", document_language(site_.library.documents[page_.subject], settings()));
    translation_of(page_.subject);
    dates(site_.library.documents[page_.subject].metadata);
    json_.end_object();
  }

  void indicator() {
    const Indicator& indicator = site_.library.vocabulary.indicators[page_.subject];
    begin("Dataset", page_.address).member("name", indicator.name);
    json_.member("description", indicator.definition.empty() ? indicator.name : indicator.definition);
    json_.key("variableMeasured").begin_object().member("@type", "PropertyValue").member("name", indicator.name);
    text("unitText", indicator.unit);
    json_.end_object();
    text("license", settings().licence_url);
    json_.key("creator").begin_object().member("@type", "Organization");
    json_.member("name", settings().publisher.empty() ? settings().title : settings().publisher).end_object();
    json_.key("distribution").begin_array();
    for (const auto& [format, address] : {std::pair("text/csv", "data/indicator-values.csv"), std::pair("application/json", "data/indicator-values.json")}) {
      json_.begin_object().member("@type", "DataDownload").member("encodingFormat", format).member("contentUrl", address_of(address)).end_object();
    }
    json_.end_array().end_object();
  }

  void collection() {
    begin("CollectionPage", page_.address).member("name", title_);
    text("description", description_);
    json_.end_object();
  }

  void breadcrumbs(std::span<const Crumb> crumbs) {
    if (crumbs.empty()) return;
    json_.begin_object().member("@type", "BreadcrumbList").key("itemListElement").begin_array();
    int position = 0;
    for (const Crumb& crumb : crumbs) {
      json_.begin_object().member("@type", "ListItem").member("position", ++position).member("name", crumb.title);
      json_.member("item", address_of(crumb.address)).end_object();
    }
    json_.begin_object().member("@type", "ListItem").member("position", ++position).member("name", title_).end_object();
    json_.end_array().end_object();
  }

  const Site& site_;
  const PlannedPage& page_;
  std::string out_;
  JsonWriter json_;
  std::string_view title_, description_;
};

}  // namespace

std::string linked_data(const Site& site, const PlannedPage& page, std::string_view title, std::string_view description,
                        std::span<const Crumb> crumbs) {
  if (page.kind == PageKind::not_found || page.kind == PageKind::redirect) return {};
  return GraphWriter(site, page).write(title, description, crumbs);
}

}  // namespace reportal
