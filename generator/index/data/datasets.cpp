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

DataTable empty_schools() {
  return {"schools", "学校", "Schools",
          {id_field, name_field, {"short_name", Type::string, "简称", "short name"}, kind_field,
           {"province", Type::string, "省份", "province"}, {"city", Type::string, "城市", "city"},
           {"founded", Type::year, "建校年份", "year of foundation"}, {"site", Type::string, "网址", "web site"},
           {"code", Type::string, "院校代码", "code"}, {"pinyin", Type::string, "校名读音", "reading of the name"},
           {"reports", Type::integer, "年报数", "reports"}, {"cases", Type::integer, "案例数", "cases"},
           {"articles", Type::integer, "动态数", "articles"}, address_field},
          {"id"}, {}};
}

DataTable empty_organisations() {
  return {"organisations", "机构", "Organisations",
          {id_field, name_field, {"short_name", Type::string, "简称", "short name"}, kind_field, {"city", Type::string, "城市", "city"},
           {"site", Type::string, "网址", "web site"}, {"documents", Type::integer, "提到它的文献数", "documents that name it"}, address_field},
          {"id"}, {}};
}

DataTable empty_documents() {
  return {"documents", "文献", "Documents",
          {id_field, kind_field, {"title", Type::string, "标题", "title"}, school_field, year_field,
           {"date", Type::date, "发布日期", "day of publication"}, {"source", Type::string, "来源", "source"},
           {"source_url", Type::string, "原文地址", "address of the source"}, {"cases", Type::integer, "案例数", "cases"}, address_field},
          {"kind", "id"}, {}};
}

DataTable empty_cases() {
  return {"cases", "案例", "Cases",
          {document_field, {"number", Type::string, "编号", "number"}, {"title", Type::string, "标题", "title"}, school_field, year_field,
           {"section_number", Type::string, "章节编号", "number of its section"}, {"section", Type::string, "章节", "its section"},
           {"page", Type::integer, "原文页码", "printed page"}, address_field},
          {"address"}, {}};
}

DataTable empty_topics() {
  return {"topics", "专题", "Topics",
          {id_field, name_field, {"parent", Type::string, "上级专题", "parent topic"}, {"description", Type::string, "说明", "description"},
           {"cases", Type::integer, "案例数", "cases"}, address_field},
          {"id"}, {}};
}

DataTable empty_case_topics() {
  return {"case-topics", "案例归类及依据", "Cases by topic, with the reason",
          {{"case", Type::string, "案例页面地址", "address of the case"}, {"topic", Type::string, "专题标识", "id of the topic"},
           {"reason", Type::string, "依据：front_matter 编者归入，section_title 章节标题，words 用词", "reason: front_matter, section_title or words"},
           {"evidence", Type::string, "依据的文字", "what the text says"}},
          {"case", "topic"}, {}};
}

DataTable empty_mentions() {
  return {"mentions", "提及", "Mentions",
          {{"document_kind", Type::string, "文献类别", "kind of the document"}, document_field,
           {"kind", Type::string, "被提到者的类别：school organisation topic term", "kind of what is named: school, organisation, topic or term"},
           {"entity", Type::string, "被提到者的标识", "id of what is named"}, name_field,
           {"form", Type::string, "原文用的名称", "name that the text uses"}, {"count", Type::integer, "次数", "how often"},
           {"first", Type::string, "第一处的地址", "address of the first place"}},
          {"document_kind", "document", "kind", "entity", "form"}, {}};
}

DataTable empty_facts() {
  return {"facts", "数字陈述", "Number statements",
          {{"document_kind", Type::string, "文献类别", "kind of the document"}, document_field, school_field,
           {"line", Type::integer, "原文行号", "line of the source"}, {"name", Type::string, "所说的量", "quantity"},
           {"value", Type::number, "数值（万、亿已乘开）", "value, 万 and 亿 multiplied out"}, {"unit", Type::string, "单位", "unit"},
           {"exactness", Type::string, "精确程度：exact about at_least at_most", "exact, about, at_least or at_most"}, year_field,
           {"years", Type::integer, "累计的年数，0 为历年累计", "years it adds up, 0 for all so far"},
           {"sentence", Type::string, "原句", "sentence"}, address_field},
          {}, {}};
}

DataTable empty_indicators() {
  return {"indicators", "指标", "Indicators",
          {id_field, name_field, {"unit", Type::string, "单位", "unit"}, {"group", Type::string, "所属数据表", "group"},
           {"direction", Type::string, "方向：up 越高越好 down 越低越好 none", "up, down or none"},
           {"definition", Type::string, "定义", "definition"}, {"values", Type::integer, "数值个数", "values"}, address_field},
          {"id"}, {}};
}

DataTable empty_indicator_values() {
  return {"indicator-values", "指标数值", "Values of indicators",
          {{"indicator", Type::string, "指标标识", "id of the indicator"}, school_field, year_field,
           {"value", Type::number, "数值", "value"}, {"unit", Type::string, "单位", "unit"},
           {"exactness", Type::string, "精确程度：exact about at_least at_most", "exact, about, at_least or at_most"},
           {"origin", Type::string, "来源：given 编者给出，text 年报正文", "origin: given by the editor, or text of a report"},
           {"source", Type::string, "来源说明或原句", "its source, or the sentence"},
           {"address", Type::string, "出处的地址", "address of the place that says it"}},
          {"indicator", "school", "year"}, {}};
}

std::string_view name_of(Fact::Exactness exactness) {
  constexpr std::string_view names[] = {"exact", "about", "at_least", "at_most"};
  return names[static_cast<std::size_t>(exactness)];
}

std::string_view name_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::report: return "report";
    case DocumentKind::article: return "article";
    case DocumentKind::newspaper: return "newspaper";
    case DocumentKind::case_study: return "case";
    case DocumentKind::page: return "page";
  }
  return {};
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
    DataTable table = empty_schools();
    for (const std::uint32_t i : plan_.schools_by_name) {
      const School& school = library_.vocabulary.schools[i];
      std::size_t reports = 0, articles = 0;
      for (const std::uint32_t d : plan_.school_documents[i]) {
        reports += library_.documents[d].kind == DocumentKind::report ? 1 : 0;
        articles += is_article(library_.documents[d]) ? 1 : 0;
      }
      table.rows.push_back({text_cell(school.id), text_cell(school.name), text_cell(school.short_name), text_cell(school.kind),
                            text_cell(school.province), text_cell(school.city), year_cell(school.founded), text_cell(school.site),
                            text_cell(school.code), text_cell(school.sort.empty() ? pinyin(school.name) : school.sort),
                            count_cell(reports), count_cell(plan_.school_cases[i].size()), count_cell(articles),
                            text_cell(plan_.school_address[i])});
    }
    return table;
  }

  DataTable organisations() const {
    DataTable table = empty_organisations();
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
      table.rows.push_back({text_cell(organisation.id), text_cell(organisation.name), text_cell(organisation.short_name),
                            text_cell(organisation.kind), text_cell(organisation.city), text_cell(organisation.site),
                            count_cell(documents), text_cell(plan_.organisation_address[i])});
    }
    return table;
  }

  DataTable documents() const {
    DataTable table = empty_documents();
    for (std::uint32_t i = 0; i < library_.documents.size(); ++i) {
      const Document& document = library_.documents[i];
      const Metadata& metadata = document.metadata;
      table.rows.push_back({text_cell(document.id), text_cell(name_of(document.kind)), text_cell(document.title), school_cell(i),
                            year_cell(document_year(document)), text_cell(metadata.date ? iso_day(metadata.date) : std::string()),
                            text_cell(metadata.source), text_cell(metadata.source_url), count_cell(plan_.document_cases[i].size()),
                            text_cell(plan_.document_address[i])});
    }
    return table;
  }

  DataTable cases() const {
    DataTable table = empty_cases();
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
      table.rows.push_back({text_cell(document.id), text_cell(number), text_cell(title), school_cell(one.document),
                            year_cell(document_year(document)), text_cell(section_number), text_cell(section),
                            year_cell(static_cast<int>(page)), text_cell(plan_.case_address[i])});
    }
    return table;
  }

  DataTable topics() const {
    DataTable table = empty_topics();
    for (std::uint32_t i = 0; i < library_.vocabulary.topics.size(); ++i) {
      const Topic& topic = library_.vocabulary.topics[i];
      table.rows.push_back({text_cell(topic.id), text_cell(topic.name), text_cell(topic.parent), text_cell(topic.description),
                            count_cell(plan_.topic_cases[i].size()), text_cell(plan_.topic_address[i])});
    }
    return table;
  }

  DataTable case_topics() const {
    DataTable table = empty_case_topics();
    for (const std::uint32_t i : plan_.cases_in_order) {
      for (const Placement& placement : links_.case_topics[i]) {
        table.rows.push_back({text_cell(plan_.case_address[i]), text_cell(library_.vocabulary.topics[placement.topic].id),
                              text_cell(name_of(placement.reason)), text_cell(placement.evidence)});
      }
    }
    return table;
  }

  DataTable mentions() const {
    DataTable table = empty_mentions();
    struct Count {
      std::int64_t count = 0;
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
        table.rows.push_back({text_cell(name_of(library_.documents[document].kind)), text_cell(library_.documents[document].id),
                              text_cell(name_of(entity.kind)), text_cell(id), text_cell(name), text_cell(links_.forms[form]), count.count,
                              text_cell(block_address(plan_, library_, document, count.first->block))});
      }
    }
    return table;
  }

  DataTable facts() const {
    DataTable table = empty_facts();
    for (std::uint32_t d = 0; d < library_.documents.size(); ++d) {
      const Document& document = library_.documents[d];
      for (const Fact& fact : document.facts) {
        table.rows.push_back({text_cell(name_of(document.kind)), text_cell(document.id), school_cell(d), std::int64_t{fact.line},
                              text_cell(fact.name), fact.value, text_cell(fact.unit), text_cell(name_of(fact.exactness)),
                              year_cell(fact.year), std::int64_t{fact.years}, text_cell(sentence_of(document, fact)),
                              text_cell(block_address(plan_, library_, d, fact.block))});
      }
    }
    return table;
  }

  DataTable indicators() const {
    DataTable table = empty_indicators();
    std::vector<std::size_t> counts(library_.vocabulary.indicators.size());
    for (const IndicatorValue& value : links_.indicator_values) ++counts[value.indicator];
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
      const Indicator& indicator = library_.vocabulary.indicators[i];
      table.rows.push_back({text_cell(indicator.id), text_cell(indicator.name), text_cell(indicator.unit), text_cell(indicator.group),
                            text_cell(indicator.direction), text_cell(indicator.definition), count_cell(counts[i]),
                            text_cell(plan_.indicator_address[i])});
    }
    return table;
  }

  DataTable indicator_values() const {
    DataTable table = empty_indicator_values();
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
      table.rows.push_back({text_cell(indicator.id), text_cell(library_.vocabulary.schools[value.school].id), year_cell(value.year),
                            value.value, text_cell(indicator.unit), text_cell(name_of(value.exactness)),
                            text_cell(given ? "given" : "text"), text_cell(source), text_cell(address)});
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

  [[nodiscard]] DataCell school_cell(std::uint32_t document) const {
    const int school = links_.document_school[document];
    return school < 0 ? DataCell() : text_cell(library_.vocabulary.schools[static_cast<std::size_t>(school)].id);
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

std::vector<std::string_view> dataset_names() {
  std::vector<std::string_view> names;
  for (const DataTable& table : {empty_schools(), empty_organisations(), empty_documents(), empty_cases(), empty_topics(),
                                 empty_case_topics(), empty_mentions(), empty_facts(), empty_indicators(), empty_indicator_values()}) {
    names.push_back(table.name);
  }
  return names;
}

}  // namespace reportal::index
