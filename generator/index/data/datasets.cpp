#include "index/data/datasets.h"

#include <map>
#include <tuple>

#include "base/text.h"
#include "chinese/collation.h"
#include "chinese/sentences.h"
#include "model/texts.h"

namespace reportal::index {
namespace {

using Type = FieldType;

constexpr DataField id_field{"id", Type::string, "标识", "id"};
constexpr DataField name_field{"name", Type::string, "名称", "name"};
constexpr DataField address_field{"address", Type::string, "页面地址（相对于门户根目录）", "address of its page, below the root of the portal"};
constexpr DataField school_field{"school", Type::string, "学校标识", "id of the school"};
constexpr DataField year_field{"year", Type::year, "年度", "year"};
constexpr DataField document_field{"document", Type::string, "文献标识", "id of the document"};
constexpr DataField kind_field{"kind", Type::string, "类别", "kind"};

DataSchema schools_schema() {
  return {"schools", "学校", "Schools",
          {id_field, name_field, {"short_name", Type::string, "简称", "short name"}, kind_field,
           {"province", Type::string, "省份", "province"}, {"city", Type::string, "城市", "city"},
           {"founded", Type::year, "建校年份", "year of foundation"}, {"site", Type::string, "网址", "web site"},
           {"code", Type::string, "院校代码", "code"}, {"pinyin", Type::string, "校名读音", "reading of the name"},
           {"reports", Type::integer, "年报数", "reports"}, {"cases", Type::integer, "案例数", "cases"},
           {"articles", Type::integer, "动态数", "articles"}, address_field},
          {"id"}};
}

DataSchema organisations_schema() {
  return {"organisations", "机构", "Organisations",
          {id_field, name_field, {"short_name", Type::string, "简称", "short name"}, kind_field, {"city", Type::string, "城市", "city"},
           {"site", Type::string, "网址", "web site"}, {"documents", Type::integer, "提到它的文献数", "documents that name it"}, address_field},
          {"id"}};
}

DataSchema documents_schema() {
  return {"documents", "文献", "Documents",
          {id_field, kind_field, {"title", Type::string, "标题", "title"}, school_field, year_field,
           {"date", Type::date, "发布日期", "day of publication"}, {"source", Type::string, "来源", "source"},
           {"source_url", Type::string, "原文地址", "address of the source"}, {"language", Type::string, "语言", "language"},
           {"translation_of", Type::string, "原文标识（本文是译文时）", "id of the original, of a translation"},
           {"cases", Type::integer, "案例数", "cases"}, address_field},
          {"kind", "id"}};
}

DataSchema cases_schema() {
  return {"cases", "案例", "Cases",
          {document_field, {"number", Type::string, "编号", "number"}, {"title", Type::string, "标题", "title"}, school_field, year_field,
           {"section_number", Type::string, "章节编号", "number of its section"}, {"section", Type::string, "章节", "its section"},
           {"page", Type::integer, "原文页码", "printed page"}, address_field},
          {"address"}};
}

DataSchema topics_schema() {
  return {"topics", "专题", "Topics",
          {id_field, name_field, {"parent", Type::string, "上级专题", "parent topic"}, {"description", Type::string, "说明", "description"},
           {"cases", Type::integer, "案例数", "cases"}, address_field},
          {"id"}};
}

DataSchema case_topics_schema() {
  return {"case-topics", "案例归类及依据", "Cases by topic, with the reason",
          {{"case", Type::string, "案例页面地址", "address of the case"}, {"topic", Type::string, "专题标识", "id of the topic"},
           {"reason", Type::string, "依据：front_matter 编者归入，section_title 章节标题，words 用词", "reason: front_matter, section_title or words"},
           {"evidence", Type::string, "依据的文字", "what the text says"}},
          {"case", "topic"}};
}

DataSchema mentions_schema() {
  return {"mentions", "提及", "Mentions",
          {{"document_kind", Type::string, "文献类别", "kind of the document"}, document_field,
           {"kind", Type::string, "被提到者的类别：school organisation topic term", "kind of what is named: school, organisation, topic or term"},
           {"entity", Type::string, "被提到者的标识", "id of what is named"}, name_field,
           {"form", Type::string, "原文用的名称", "name that the text uses"}, {"count", Type::integer, "次数", "how often"},
           {"first", Type::string, "第一处的地址", "address of the first place"}},
          {"document_kind", "document", "kind", "entity", "form"}};
}

DataSchema facts_schema() {
  return {"facts", "数字陈述", "Number statements",
          {{"document_kind", Type::string, "文献类别", "kind of the document"}, document_field, school_field,
           {"line", Type::integer, "原文行号", "line of the source"}, {"name", Type::string, "所说的量", "quantity"},
           {"value", Type::number, "数值（万、亿已乘开）", "value, 万 and 亿 multiplied out"}, {"unit", Type::string, "单位", "unit"},
           {"exactness", Type::string, "精确程度：exact about at_least at_most", "exact, about, at_least or at_most"}, year_field,
           {"years", Type::integer, "累计的年数，0 为历年累计", "years it adds up, 0 for all so far"},
           address_field},
          {}};
}

DataSchema indicators_schema() {
  return {"indicators", "指标", "Indicators",
          {id_field, name_field, {"unit", Type::string, "单位", "unit"}, {"group", Type::string, "所属数据表", "group"},
           {"direction", Type::string, "方向：up 越高越好 down 越低越好 none", "up, down or none"},
           {"definition", Type::string, "定义", "definition"}, {"values", Type::integer, "数值个数", "values"}, address_field},
          {"id"}};
}

DataSchema indicator_values_schema() {
  return {"indicator-values", "指标数值", "Values of indicators",
          {{"indicator", Type::string, "指标标识", "id of the indicator"}, school_field, year_field,
           {"value", Type::number, "数值", "value"}, {"unit", Type::string, "单位", "unit"},
           {"exactness", Type::string, "精确程度：exact about at_least at_most", "exact, about, at_least or at_most"},
           {"origin", Type::string, "来源：given 编者给出，text 年报正文", "origin: given by the editor, or text of a report"},
           {"source", Type::string, "来源说明或原句", "its source, or the sentence"},
           {"address", Type::string, "出处的地址", "address of the place that says it"}},
          {"indicator", "school", "year"}};
}

std::string_view name_of(Fact::Exactness exactness) {
  constexpr std::string_view names[] = {"exact", "about", "at_least", "at_most"};
  return names[static_cast<std::size_t>(exactness)];
}

std::string_view name_of(EntityKind kind) {
  constexpr std::string_view names[entity_kinds] = {"school", "organisation", "topic", "term"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Placement::Reason reason) {
  constexpr std::string_view names[] = {"front_matter", "section_title", "words"};
  return names[static_cast<std::size_t>(reason)];
}

class Datasets {
 public:
  Datasets(const Library& library, const Links& links, const SitePlan& plan) : library_(library), links_(links), plan_(plan) {}

  DataTable schools() const {
    DataTable table(schools_schema());
    for (const std::uint32_t i : plan_.schools_by_name) {
      const School& school = library_.vocabulary.schools[i];
      std::size_t reports = 0, articles = 0;
      for (const std::uint32_t d : plan_.school_documents[i]) {
        reports += library_.documents[d].kind == DocumentKind::report ? 1 : 0;
        articles += is_article(library_.documents[d]) ? 1 : 0;
      }
      table.text(school.id).text(school.name).text(school.short_name).text(school.kind).text(school.province).text(school.city).year(school.founded).text(school.site).text(school.code).text(school.sort.empty() ? pinyin(school.name) : school.sort).count(reports).count(plan_.school_cases[i].size()).count(articles).text(plan_.school_address[i]);
    }
    return table;
  }

  DataTable organisations() const {
    DataTable table(organisations_schema());
    const auto& named_in = plan_.named_in[static_cast<std::size_t>(EntityKind::organisation)];
    for (const std::uint32_t i : plan_.organisations_by_name) {
      const Organisation& organisation = library_.vocabulary.organisations[i];
      std::size_t documents = 0;
      std::uint32_t last = 0;
      for (const std::uint32_t at : named_in[i]) {  // those of one document stand together
        const std::uint32_t document = links_.mentions[at].document;
        if (documents == 0 || document != last) ++documents;
        last = document;
      }
      table.text(organisation.id).text(organisation.name).text(organisation.short_name).text(organisation.kind).text(organisation.city).text(organisation.site).count(documents).text(plan_.organisation_address[i]);
    }
    return table;
  }

  DataTable documents() const {
    DataTable table(documents_schema());
    for (std::uint32_t i = 0; i < library_.documents.size(); ++i) {
      const Document& document = library_.documents[i];
      const Metadata& metadata = document.metadata;
      const std::vector<std::uint32_t>& versions = links_.translations[i];
      const bool translated = !versions.empty() && versions.front() != i;
      table.text(document.id).text(kind_name(document.kind)).text(document.title).text(school_id(i)).year(document_year(document));
      table.text(metadata.date ? iso_day(metadata.date) : std::string()).text(metadata.source).text(metadata.source_url);
      table.text(document_language(document, library_.settings));
      table.text(translated ? std::string_view(library_.documents[versions.front()].id) : std::string_view());
      table.count(plan_.document_cases[i].size()).text(plan_.document_address[i]);
    }
    return table;
  }

  DataTable cases() const {
    DataTable table(cases_schema());
    for (const std::uint32_t i : plan_.cases_in_order) {
      const Case& one = library_.cases[i];
      const Document& document = library_.documents[one.document];
      std::string_view number, title = document.title, section_number, section;
      std::uint32_t page = 0;
      if (one.block >= 0) {
        const Block& block = document.blocks[static_cast<std::size_t>(one.block)];
        number = as<CaseTitle>(block)->number;
        title = as<CaseTitle>(block)->title.text;
        page = block.page;
        if (block.section >= 0) {
          const auto* heading = as<Heading>(document.blocks[static_cast<std::size_t>(block.section)]);
          section_number = heading->number;
          section = heading->title.text;
        }
      }
      table.text(document.id).text(number).text(title).text(school_id(one.document)).year(document_year(document)).text(section_number).text(section).year(static_cast<int>(page)).text(plan_.case_address[i]);
    }
    return table;
  }

  DataTable topics() const {
    DataTable table(topics_schema());
    for (std::uint32_t i = 0; i < library_.vocabulary.topics.size(); ++i) {
      const Topic& topic = library_.vocabulary.topics[i];
      table.text(topic.id).text(topic.name).text(topic.parent).text(topic.description).count(plan_.topic_cases[i].size()).text(plan_.topic_address[i]);
    }
    return table;
  }

  DataTable case_topics() const {
    DataTable table(case_topics_schema());
    for (const std::uint32_t i : plan_.cases_in_order) {
      for (const Placement& placement : links_.case_topics[i]) {
        table.text(plan_.case_address[i]).text(library_.vocabulary.topics[placement.topic].id).text(name_of(placement.reason)).text(placement.evidence);
      }
    }
    return table;
  }

  DataTable mentions() const {
    DataTable table(mentions_schema());
    struct Count {
      std::size_t count = 0;
      const Mention* first = nullptr;
    };
    std::map<std::tuple<EntityRef, std::uint32_t>, Count> counts;  // of one document, by entity and form
    for (std::size_t at = 0; at < links_.mentions.size();) {
      const std::uint32_t document = links_.mentions[at].document;
      counts.clear();
      for (; at < links_.mentions.size() && links_.mentions[at].document == document; ++at) {
        Count& count = counts[{links_.mentions[at].entity, links_.mentions[at].form}];
        if (count.count++ == 0) count.first = &links_.mentions[at];
      }
      for (const auto& [key, count] : counts) {
        const auto& [entity, form] = key;
        const auto [id, name] = id_and_name(entity);
        table.text(kind_name(library_.documents[document].kind)).text(library_.documents[document].id).text(name_of(entity.kind)).text(id).text(name).text(links_.forms[form]).count(count.count).text(block_address(plan_, library_, document, count.first->block));
      }
    }
    return table;
  }

  DataTable facts() const {
    DataTable table(facts_schema());
    for (std::uint32_t d = 0; d < library_.documents.size(); ++d) {
      const Document& document = library_.documents[d];
      for (const Fact& fact : document.facts) {
        table.text(kind_name(document.kind)).text(document.id).text(school_id(d)).count(fact.line).text(fact.name).number(fact.value).text(fact.unit).text(name_of(fact.exactness)).year(fact.year).count(static_cast<std::size_t>(fact.years)).text(block_address(plan_, library_, d, fact.block));
      }
    }
    return table;
  }

  DataTable indicators() const {
    DataTable table(indicators_schema());
    std::vector<std::size_t> counts(library_.vocabulary.indicators.size());
    for (const IndicatorValue& value : links_.indicator_values) ++counts[value.indicator];
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
      const Indicator& indicator = library_.vocabulary.indicators[i];
      table.text(indicator.id).text(indicator.name).text(indicator.unit).text(indicator.group).text(indicator.direction).text(indicator.definition).count(counts[i]).text(plan_.indicator_address[i]);
    }
    return table;
  }

  DataTable indicator_values() const {
    DataTable table(indicator_values_schema());
    for (const IndicatorValue& value : links_.indicator_values) {
      const Indicator& indicator = library_.vocabulary.indicators[value.indicator];
      const bool given = value.origin == IndicatorValue::Origin::given;
      std::string source, address;
      if (value.given >= 0) {
        source = library_.values[static_cast<std::size_t>(value.given)].source;
      } else if (value.fact >= 0) {
        const auto d = static_cast<std::uint32_t>(value.document);
        const Fact& fact = library_.documents[d].facts[static_cast<std::size_t>(value.fact)];
        source = sentence_of(library_.documents[d], fact);
        address = block_address(plan_, library_, d, fact.block);
      } else {
        address = plan_.document_address[static_cast<std::size_t>(value.document)];
      }
      table.text(indicator.id).text(library_.vocabulary.schools[value.school].id).year(value.year).number(value.value).text(indicator.unit).text(name_of(value.exactness)).text(given ? "given" : "text").text(source).text(address);
    }
    return table;
  }

 private:
  static std::string_view sentence_of(const Document& document, const Fact& fact) {
    return sentence_around(text_of_item(document.blocks[fact.block], fact.item), fact.first, fact.last);
  }

  static bool is_article(const Document& document) {
    return document.kind == DocumentKind::article || document.kind == DocumentKind::newspaper;
  }

  /// Of the school that a document is about, "" if there is none.
  [[nodiscard]] std::string_view school_id(std::uint32_t document) const {
    const int school = links_.document_school[document];
    return school < 0 ? std::string_view() : std::string_view(library_.vocabulary.schools[static_cast<std::size_t>(school)].id);
  }

  [[nodiscard]] std::pair<std::string_view, std::string_view> id_and_name(EntityRef entity) const {
    const Vocabulary& vocabulary = library_.vocabulary;
    const auto of = [&](const auto& list) { return std::pair<std::string_view, std::string_view>(list[entity.index].id, list[entity.index].name); };
    switch (entity.kind) {
      case EntityKind::school: return of(vocabulary.schools);
      case EntityKind::organisation: return of(vocabulary.organisations);
      case EntityKind::topic: return of(vocabulary.topics);
      case EntityKind::term: break;
    }
    return of(vocabulary.terms);
  }

  const Library& library_;
  const Links& links_;
  const SitePlan& plan_;
};

}  // namespace

std::vector<DataTable> datasets(const Library& library, const Links& links, const SitePlan& plan) {
  const Datasets made(library, links, plan);
  std::vector<DataTable> tables;
  tables.push_back(made.schools());
  tables.push_back(made.organisations());
  tables.push_back(made.documents());
  tables.push_back(made.cases());
  tables.push_back(made.topics());
  tables.push_back(made.case_topics());
  tables.push_back(made.mentions());
  tables.push_back(made.facts());
  tables.push_back(made.indicators());
  tables.push_back(made.indicator_values());
  return tables;
}

std::vector<Dataset> dataset_list() {
  std::vector<Dataset> list;
  for (const DataSchema& schema : {schools_schema(), organisations_schema(), documents_schema(), cases_schema(), topics_schema(),
                                 case_topics_schema(), mentions_schema(), facts_schema(), indicators_schema(), indicator_values_schema()}) {
    list.push_back({schema.name, {schema.chinese, schema.english}});
  }
  return list;
}

}  // namespace reportal::index
