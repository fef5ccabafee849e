// What pages show of names: where a thing is named, who is named in a text, whom a school is named with, what reads on from here.

#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "model/texts.h"
#include "render/digest.h"
#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;

namespace {

constexpr std::size_t partners_shown = 24;

}  // namespace

const std::string& PageView::name_of(EntityRef entity) const {
  const Vocabulary& vocabulary = site_.library.vocabulary;
  switch (entity.kind) {
    case EntityKind::school: return vocabulary.schools[entity.index].name;
    case EntityKind::organisation: return vocabulary.organisations[entity.index].name;
    case EntityKind::topic: return vocabulary.topics[entity.index].name;
    case EntityKind::term: break;
  }
  return vocabulary.terms[entity.index].name;
}

std::string_view PageView::text_of(const Mention& mention) const {
  const Document& document = site_.library.documents[mention.document];
  const Block& block = document.blocks[mention.block];
  return as<FrontMatterBlock>(block) != nullptr ? std::string_view(document.metadata.title) : text_of_item(block, mention.item);
}

/// A place that names a thing: the sentence, the section or case it stands in, how often the thing is named there.
Value PageView::naming_sentence(const Mention& mention) {
  const Document& document = site_.library.documents[mention.document];
  const Block& block = document.blocks[mention.block];
  std::string where;
  if (block.inside_case >= 0) {
    where = block_label(document.blocks[static_cast<std::size_t>(block.inside_case)]);
  } else if (block.section >= 0) {
    const Heading* heading = as<Heading>(document.blocks[static_cast<std::size_t>(block.section)]);
    where = std::string(heading->shown_number());
    if (!where.empty()) where += ' ';
    where += heading->title.text;
  }
  const std::string label = block_label(block);
  if (!label.empty() && label != where) where += where.empty() ? label : " · " + label;
  return pool_.map({{"html", pool_.html(marked_sentence(text_of(mention), mention.first, mention.last))},
                    {"url", cards_.url(mention_address(mention))},
                    {"where", pool_.text(std::move(where))},
                    {"count", mention.count}});
}

Value PageView::named_in_groups(EntityRef entity, std::size_t first, std::size_t last) {
  const auto& places = site_.plan.named_in[static_cast<std::size_t>(entity.kind)][entity.index];
  const auto document_of = [&](std::size_t at) { return site_.links.mentions[places[at]].document; };
  last = std::min(last, places.size());
  std::vector<Value> groups;
  for (std::size_t at = first; at < last;) {
    const std::uint32_t document = document_of(at);
    std::vector<Value> items;
    for (; at < last && document_of(at) == document; ++at) items.push_back(naming_sentence(site_.links.mentions[places[at]]));
    const Document& shown = site_.library.documents[document];
    const DocumentKind kind = shown.kind;
    const std::string_view kind_name = kind == DocumentKind::report       ? string("report")
                                       : kind == DocumentKind::case_study ? string("case")
                                       : kind == DocumentKind::page       ? std::string_view()
                                                                          : string("article");
    groups.push_back(pool_.map({{"title", shown.title},
                                {"url", cards_.url(site_.plan.document_address[document])},
                                {"kind", kind_name},
                                {"year", cards_.number_or_none(document_year(shown))},
                                {"language", cards_.language_or_none(document)},
                                {"items", pool_.list(std::move(items))}}));
  }
  return pool_.list(std::move(groups));
}

void PageView::add_named_in(EntityRef entity, const std::vector<std::string>& all_addresses) {
  const auto& places = site_.plan.named_in[static_cast<std::size_t>(entity.kind)][entity.index];
  const std::string& all = all_addresses[entity.index];
  add("named_in", pool_.map({{"groups", named_in_groups(entity, 0, named_in_shown)},
                             {"total", places.size()},
                             {"all", all.empty() ? Value() : cards_.url(all)}}));
}

void PageView::named_in_page(EntityRef entity, std::string_view index_string, std::string_view index_address) {
  title(pool_.text(std::string(string("named_in_title")) + name_of(entity)).text());
  crumb(index_string, index_address);
  crumb(name_of(entity), entity_address(site_.plan, entity));
  add("name", name_of(entity));
  add_paged_named_in(entity);
}

void PageView::add_paged_named_in(EntityRef entity) {
  add("groups", named_in_groups(entity, page_.first, page_.last));
  add("pager", pager(site_.plan.named_in[static_cast<std::size_t>(entity.kind)][entity.index].size()));
}

void PageView::term() {
  const Term& term = site_.library.vocabulary.terms[page_.subject];
  title(term.name);
  description(term.definition);
  crumb(string("glossary"), "glossary.html");
  add("term", pool_.map(term_members(page_.subject)));
  add_paged_named_in({EntityKind::term, page_.subject});
}

std::vector<Member> PageView::term_members(std::uint32_t index) {
  const std::vector<Term>& terms = site_.library.vocabulary.terms;
  const Term& term = terms[index];
  std::vector<Value> see;
  for (const std::string& id : term.see) {
    const auto other = std::find_if(terms.begin(), terms.end(), [&](const Term& one) { return one.id == id; });
    if (other == terms.end()) continue;
    const auto at = static_cast<std::size_t>(other - terms.begin());
    see.push_back(pool_.map({{"name", other->name}, {"url", cards_.url(site_.plan.term_address[at])}}));
  }
  return {{"id", term.id},
          {"name", term.name},
          {"url", cards_.url(site_.plan.term_address[index])},
          {"definition", term.definition},
          {"forms", cards_.texts(term.forms)},
          {"count", site_.plan.named_in[static_cast<std::size_t>(EntityKind::term)][index].size()},
          {"see", pool_.list(std::move(see))}};
}

void PageView::add_partners(std::uint32_t school) {
  const auto& partners = site_.plan.school_partners[school];
  std::vector<Value> schools, organisations;
  for (const Partner& partner : partners) {
    auto& list = partner.entity.kind == EntityKind::school ? schools : organisations;
    if (list.size() == partners_shown) continue;
    list.push_back(pool_.map({{"name", name_of(partner.entity)},
                              {"url", cards_.url(entity_address(site_.plan, partner.entity))},
                              {"named", partner.named},
                              {"names_back", partner.names_back}}));
  }
  add("partners", pool_.map({{"schools", pool_.list(std::move(schools))}, {"organisations", pool_.list(std::move(organisations))}}));
}

void PageView::add_named(const std::map<EntityRef, std::uint32_t>& named) {
  std::vector<std::pair<EntityRef, std::uint32_t>> order;
  for (const auto& [entity, count] : named) {
    if (entity.kind == EntityKind::school || entity.kind == EntityKind::organisation) order.emplace_back(entity, count);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<Value> values;
  for (const auto& [entity, count] : order) {
    values.push_back(pool_.map({{"name", name_of(entity)}, {"url", cards_.url(entity_address(site_.plan, entity))}, {"count", count}}));
  }
  add("named", pool_.list(std::move(values)));
}

void PageView::add_named_in_document(std::uint32_t document) {
  std::map<EntityRef, std::uint32_t> named;
  const auto& mentions = site_.links.mentions;
  auto at = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.document < document; });
  for (; at != mentions.end() && at->document == document; ++at) ++named[at->entity];
  add_named(named);
}

void PageView::add_named_in_case(const Case& item) {
  // Mentions are sorted by document and block, and so are the blocks of a case.
  std::map<EntityRef, std::uint32_t> named;
  const auto& mentions = site_.links.mentions;
  for (const std::uint32_t block : item.blocks) {
    const auto key = std::pair(item.document, block);
    auto mention = std::partition_point(mentions.begin(), mentions.end(),
                                        [&](const Mention& m) { return std::pair(m.document, m.block) < key; });
    for (; mention != mentions.end() && std::pair(mention->document, mention->block) == key; ++mention) ++named[mention->entity];
  }
  add_named(named);
}

std::string PageView::related_reason(const Related& related, const TextRef& own) const {
  std::string reason;
  const auto say = [&](std::string_view text) {
    if (!reason.empty()) reason += string("semicolon");
    reason += text;
  };
  if (!related.names.empty()) {
    std::string names;
    for (const EntityRef& name : related.names) {
      if (!names.empty()) names += string("comma");
      names += name_of(name);
    }
    say(std::string(string("both_name")) + names);
  }
  if (related.topic >= 0) {
    say(std::string(string("both_under")) + site_.library.vocabulary.topics[static_cast<std::size_t>(related.topic)].name);
  }
  if (related.section && own.is_case) {
    const Case& item = site_.library.cases[own.index];
    const Document& document = site_.library.documents[item.document];
    const std::int32_t section = document.blocks[static_cast<std::size_t>(item.block)].section;
    say(std::string(string("both_in_section")) +
        std::string(as<Heading>(document.blocks[static_cast<std::size_t>(section)])->title.text));
  }
  if (reason.empty()) reason = string("similar_wording");
  return reason;
}

void PageView::add_related(const TextRef& own) {
  const std::size_t cases = site_.library.cases.size();
  const auto& texts = site_.links.texts;
  // Texts are all cases, then the articles in the order of documents.
  const std::size_t at =
      own.is_case ? own.index
                  : static_cast<std::size_t>(std::lower_bound(texts.begin() + static_cast<std::ptrdiff_t>(cases), texts.end(), own.index,
                                                              [](const TextRef& text, std::uint32_t index) { return text.index < index; }) -
                                             texts.begin());
  std::vector<Value> values;
  for (const Related& related : site_.links.related[at]) {
    const std::uint32_t index = related.text.index;
    const std::uint32_t document = related.text.is_case ? site_.library.cases[index].document : index;
    values.push_back(pool_.map(
        {{"title", related.text.is_case ? cards_.case_title(index) : std::string_view(site_.library.documents[index].title)},
         {"label", related.text.is_case ? std::string_view(site_.case_label[index]) : std::string_view()},
         {"url", cards_.url(related.text.is_case ? site_.plan.case_address[index] : site_.plan.document_address[index])},
         {"school", cards_.school_or_none(site_.links.document_school[document])},
         {"year", cards_.number_or_none(document_year(site_.library.documents[document]))},
         {"language", cards_.language_or_none(document)},
         {"reason", pool_.text(related_reason(related, own))}}));
  }
  add("related", pool_.list(std::move(values)));
}

}  // namespace reportal
