// Anchors of blocks and chapters of reports.
//
// An anchor is made from the block alone, its printed number or a hash of its text, so that a citation stays valid when
// other parts of the report change. Letters, digits, Han and '-' only. A heading without a number has its title, so that a person
// can write a link to it.

#include <string>

#include "index/planning.h"

namespace reportal::index {
namespace {

std::string numbered(std::string_view prefix, std::string_view number, std::string_view text) {
  const std::string slug = number_slug(number);
  return std::string(prefix) += slug.empty() ? text_hash(text) : slug;
}

std::string anchor_of(const Block& block) {
  if (const auto* paragraph = as<Paragraph>(block)) return "p-" + text_hash(paragraph->text.text);
  if (const auto* heading = as<Heading>(block)) {
    if (!heading->number.empty()) return numbered("s-", heading->number, heading->title.text);
    const std::string slug = title_slug(heading->title.text);
    return slug.empty() ? "h-" + text_hash(heading->title.text) : slug;
  }
  if (const auto* title = as<CaseTitle>(block)) return numbered("case-", title->number, title->title.text);
  if (const auto* figure = as<Figure>(block)) {
    return numbered("fig-", figure->number, figure->caption.empty() ? figure->image : figure->caption.text);
  }
  if (const auto* table = as<Table>(block)) {
    return numbered("table-", table->number, table->number.empty() ? plain_text(block) : std::string(table->caption.text));
  }
  if (as<List>(block) || as<Quote>(block) || as<Code>(block) || as<SourceNote>(block)) {
    return "p-" + text_hash(plain_text(block));
  }
  return {};
}

}  // namespace

std::vector<std::string> block_anchors(const Document& document) {
  std::vector<std::string> anchors;
  anchors.reserve(document.blocks.size());
  for (const Block& block : document.blocks) anchors.push_back(anchor_of(block));
  make_distinct(anchors);
  return anchors;
}

std::vector<SitePlan::Chapter> report_chapters(const Document& report) {
  std::vector<SitePlan::Chapter> chapters;
  const auto count = static_cast<std::uint32_t>(report.blocks.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto* heading = as<Heading>(report.blocks[i]);
    if (heading == nullptr || heading->level != 1) continue;
    if (!chapters.empty()) chapters.back().last = i;
    chapters.push_back({chapters.empty() ? 0 : i, count, {}, std::string(heading->title.text), std::string(heading->number)});
  }
  if (chapters.empty()) chapters.push_back({0, count, {}, report.title, {}});
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    chapters[i].address = "reports/" + report.id + '/' + std::to_string(i + 1) + ".html";
  }
  return chapters;
}

}  // namespace reportal::index
