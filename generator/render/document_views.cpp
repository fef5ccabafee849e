// Pages that show a document or a part of one: reports, chapters, cases, articles, free pages.

#include <algorithm>

#include "base/text.h"
#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;

namespace {

constexpr int deepest_cover_section = 2;  ///< levels of headings on a report's cover
constexpr int deepest_contents = 4;       ///< in the contents beside a chapter

/// The block of a chapter's own heading; -1 where text stands before any heading.
std::int32_t chapter_heading(const Document& document, const SitePlan::Chapter& chapter) {
  std::uint32_t first = chapter.first;
  while (first < chapter.last && is_furniture(document.blocks[first])) ++first;
  const bool headed = first < chapter.last && as<Heading>(document.blocks[first]) != nullptr;
  return headed ? static_cast<std::int32_t>(first) : -1;
}

/// A chapter as the report has it: what was split for its length is one again, at the address of its first page.
struct WholeChapter {
  const SitePlan::Chapter& page;
  std::uint32_t last;
};

std::vector<WholeChapter> whole_chapters(const std::vector<SitePlan::Chapter>& pages) {
  std::vector<WholeChapter> chapters;
  for (const SitePlan::Chapter& page : pages) {
    if (page.level == 1) chapters.push_back({page, page.last});
    else chapters.back().last = page.last;
  }
  return chapters;
}

}  // namespace

Value PageView::contents(std::uint32_t document, std::uint32_t first, std::uint32_t last, int deepest, bool on_page, int shift) {
  const Document& shown = site_.library.documents[document];
  std::vector<Value> entries;
  for (std::uint32_t i = first; i < last; ++i) {
    const Heading* heading = as<Heading>(shown.blocks[i]);
    if (heading == nullptr || heading->level > deepest) continue;
    const Value url = on_page ? pool_.text("#" + site_.plan.anchors[document][i])
                              : cards_.url(block_address(site_.plan, site_.library, document, i));
    entries.push_back(pool_.map({{"number", heading->shown_number()}, {"title", heading->title.text}, {"url", url}, {"level", heading->level + shift}}));
  }
  return pool_.list(std::move(entries));
}

Value PageView::body(const std::vector<std::uint32_t>& blocks, const BodyPage& how) {
  // A page has one body, which is read once, on this thread: a buffer a thread serves all of them.
  thread_local std::string html;
  html.clear();
  shared_.bodies().append(html, how, blocks);
  return Value::html(html);
}

Value PageView::whole_body(std::uint32_t document) {
  const auto count = static_cast<std::uint32_t>(site_.library.documents[document].blocks.size());
  return body(block_range(0, count), {.document = document, .address = page_.address});
}

std::string PageView::reason(const Placement& placement) const {
  switch (placement.reason) {
    case Placement::Reason::front_matter: return std::string(string("reason_front_matter"));
    case Placement::Reason::section_title: return std::string(string("reason_section")) + "：" + placement.evidence;
    case Placement::Reason::words: return std::string(string("reason_words")) + "：" + placement.evidence;
  }
  return {};
}

std::string PageView::mention_address(const Mention& mention) const {
  return block_address(site_.plan, site_.library, mention.document, mention.block);
}

Value PageView::topic_links(const std::vector<Placement>& placements) {
  std::vector<Value> topics;
  for (const Placement& placement : placements) topics.push_back(cards_.topic_link(placement.topic));
  return pool_.list(std::move(topics));
}

void PageView::report() {
  const std::uint32_t index = page_.subject;
  const Document& document = site_.library.documents[index];
  title(document.title);
  description(site_.document_summary[index]);
  crumb(string("reports"), "reports/index.html");
  add("report", pool_.map(cards_.report_members(index)));
  std::vector<Value> chapters;
  for (const auto& [chapter, last] : whole_chapters(site_.plan.chapters[index])) {
    const std::int32_t heading = chapter_heading(document, chapter);
    const std::uint32_t text = heading < 0 ? chapter.first : static_cast<std::uint32_t>(heading) + 1;
    chapters.push_back(pool_.map({{"number", chapter.number},
                                  {"title", chapter.title},
                                  {"url", cards_.url(chapter.address)},
                                  {"sections", contents(index, text, last, deepest_cover_section, false)}}));
  }
  add("chapters", pool_.list(std::move(chapters)));
  add("cases", cards_.list(site_.plan.document_cases[index], &Cards::case_card));
  std::vector<Value> tables;
  std::vector<Value> figures;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const Table* table = as<Table>(block);
    const Figure* figure = as<Figure>(block);
    if (table == nullptr && figure == nullptr) continue;
    std::vector<Member> members = {{"label", pool_.text(block_label(block))},
                                   {"caption", table != nullptr ? table->caption.text : figure->caption.text},
                                   {"url", cards_.url(block_address(site_.plan, site_.library, index, i))}};
    if (table != nullptr) {
      const auto csv = site_.plan.table_csv.find({index, i});
      members.emplace_back("csv", csv == site_.plan.table_csv.end() ? Value() : cards_.url(csv->second));
    }
    (table != nullptr ? tables : figures).push_back(pool_.map(std::move(members)));
  }
  add("tables", pool_.list(std::move(tables)));
  add("figures", pool_.list(std::move(figures)));
  add_named_in_document(index);
  cite_report(index, false);
}

void PageView::chapter() {
  const std::uint32_t index = page_.subject;
  const Document& document = site_.library.documents[index];
  const auto& chapters = site_.plan.chapters[index];
  const SitePlan::Chapter& shown = chapters[page_.part];
  title(shown.title.empty() ? std::string_view(document.title) : std::string_view(shown.title));
  crumb(string("reports"), "reports/index.html");
  crumb(document.title, site_.plan.document_address[index]);
  if (shown.level > 1) {
    const auto whole = std::find_if(chapters.rend() - page_.part, chapters.rend(), [](const auto& page) { return page.level == 1; });
    crumb(whole->title, whole->address);
  }
  add("report", pool_.map(cards_.report_members(index)));
  // The chapter's own heading is the title of the page, so contents and body begin behind it, and the title takes its anchor.
  const std::int32_t heading = chapter_heading(document, shown);
  const std::uint32_t text = heading < 0 ? shown.first : static_cast<std::uint32_t>(heading) + 1;
  add("chapter", pool_.map({{"number", shown.number},
                            {"title", title_},
                            {"anchor", heading < 0 ? Value() : Value(site_.plan.anchors[index][text - 1])}}));
  std::vector<Value> all;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    all.push_back(pool_.map({{"number", chapters[i].number},
                             {"title", chapters[i].title.empty() ? document.title : chapters[i].title},
                             {"url", cards_.url(chapters[i].address)},
                             {"level", chapters[i].level},
                             {"current", i == page_.part}}));
  }
  add("chapters", pool_.list(std::move(all)));
  // Under the title of a section, which stands on its own page, its parts are where those of a chapter are.
  const int shift = 1 - shown.level;
  add("contents", contents(index, text, shown.last, deepest_contents - shift, true, shift));
  add("body", body(block_range(text, shown.last), {.document = index, .address = page_.address, .heading_shift = shift}));
  cite_chapter(index, shown.number, block_range(shown.first, shown.last));
  const auto neighbour = [&](std::size_t at) {
    if (at >= chapters.size()) return Value();
    return pool_.map({{"title", chapters[at].title.empty() ? document.title : chapters[at].title},
                      {"url", cards_.url(chapters[at].address)},
                      {"language", cards_.language_or_none(index)}});
  };
  add("previous", page_.part == 0 ? Value() : neighbour(page_.part - 1));
  add("next", neighbour(page_.part + 1));
}

void PageView::report_full() {
  const std::uint32_t index = page_.subject;
  const Document& document = site_.library.documents[index];
  title(document.title);
  description(site_.document_summary[index]);
  crumb(string("reports"), "reports/index.html");
  crumb(document.title, site_.plan.document_address[index]);
  const auto count = static_cast<std::uint32_t>(document.blocks.size());
  add("report", pool_.map(cards_.report_members(index)));
  add("contents", contents(index, 0, count, deepest_contents, true));
  // A chapter is a part of its own, for it begins a sheet and names the running head where it is printed.
  std::vector<Value> chapters;
  for (const auto& [chapter, last] : whole_chapters(site_.plan.chapters[index])) {
    std::string html;
    shared_.bodies().append(html, {.document = index, .address = page_.address, .heading_shift = 1}, block_range(chapter.first, last));
    chapters.push_back(pool_.map({{"number", chapter.number}, {"title", chapter.title}, {"body", pool_.html(std::move(html))}}));
  }
  add("chapters", pool_.list(std::move(chapters)));
  cite_report(index, true);
}

void PageView::case_page() {
  const std::uint32_t index = page_.subject;
  const Case& item = site_.library.cases[index];
  const Document& document = site_.library.documents[item.document];
  title(cards_.case_title(index));
  description(site_.case_summary[index]);
  crumb(string("cases"), "cases/index.html");
  if (item.block >= 0) crumb(document.title, site_.plan.document_address[item.document]);

  std::vector<Value> placements;
  for (const Placement& placement : site_.links.case_topics[index]) {
    placements.push_back(pool_.map({{"name", site_.library.vocabulary.topics[placement.topic].name},
                                    {"url", cards_.url(site_.plan.topic_address[placement.topic])},
                                    {"reason", pool_.text(reason(placement))}}));
  }
  Value in_report;
  if (item.block >= 0) {
    in_report = cards_.url(block_address(site_.plan, site_.library, item.document, static_cast<std::uint32_t>(item.block)));
  }
  std::vector<Member> members = cards_.case_members(index);
  members.insert(members.end(), {{"in_report", in_report},
                                 {"date", cards_.day(document.metadata.date)},
                                 {"source", document.metadata.source},
                                 {"source_url", document.metadata.source_url},
                                 {"authors", cards_.texts(document.metadata.authors)},
                                 {"record", cards_.url_or_none(site_.plan.record_address[item.document])},
                                 {"placements", pool_.list(std::move(placements))}});
  add("case", pool_.map(std::move(members)));
  add("body", body(item.blocks, {.document = item.document, .address = page_.address, .case_boxes = false}));

  add_named_in_case(item);
  cite_case(index);

  const auto& own = site_.plan.document_cases[item.document];
  const auto at = std::find(own.begin(), own.end(), index);
  const bool listed = at != own.end();
  add("previous", listed && at != own.begin() ? cards_.case_link(*(at - 1)) : Value());
  add("next", listed && at + 1 != own.end() ? cards_.case_link(*(at + 1)) : Value());

  add_related({true, index});
}

void PageView::article() {
  const std::uint32_t index = page_.subject;
  const Document& document = site_.library.documents[index];
  title(document.title);
  description(site_.document_summary[index]);
  crumb(string("articles"), "articles/index.html");
  const int channel = site_.links.document_channel[index];
  if (channel >= 0) {
    const auto at = static_cast<std::size_t>(channel);
    crumb(site_.library.settings.channels[at].title, site_.plan.channel_address[at]);
  }
  std::string image = shared_.bodies().picture_address({.document = index, .address = page_.address}, document.metadata.image);
  std::vector<Member> members = cards_.article_members(index);
  members.insert(members.end(), {{"updated", cards_.day(document.metadata.updated)},
                                 {"authors", cards_.texts(document.metadata.authors)},
                                 {"source_url", document.metadata.source_url},
                                 {"image", image.empty() ? Value() : pool_.text(std::move(image))},
                                 {"topics", topic_links(site_.links.document_topics[index])},
                                 {"record", cards_.url_or_none(site_.plan.record_address[index])},
                                 {"tags", cards_.texts(document.metadata.tags)}});
  add("article", pool_.map(std::move(members)));
  add("body", whole_body(index));
  add_named_in_document(index);
  add_related({false, index});
  cite_article(index);
  const auto& order = site_.plan.articles_by_date;
  const auto at = std::find(order.begin(), order.end(), index);
  add("previous", at != order.end() && at != order.begin() ? cards_.document_link(*(at - 1)) : Value());
  add("next", at != order.end() && at + 1 != order.end() ? cards_.document_link(*(at + 1)) : Value());
}

void PageView::free_page() {
  const std::uint32_t index = page_.subject;
  const Document& document = site_.library.documents[index];
  title(document.title);
  description(site_.document_summary[index]);
  add("document", pool_.map({{"title", document.title}, {"date", cards_.day(document.metadata.date)},
                            {"record", cards_.url_or_none(site_.plan.record_address[index])}}));
  add("body", whole_body(index));
}

void PageView::redirect() {
  title(string("moved"));
  add("to", cards_.url(page_.redirect_to));
}

}  // namespace reportal
