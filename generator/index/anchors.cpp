// Anchors of blocks and chapters of reports.
//
// An anchor is made from the block alone, its printed number or a hash of its text, so that a citation stays valid when
// other parts of the report change. Letters, digits, Han and '-' only. A heading without a number has its title, so that a person
// can write a link to it.

#include <string>
#include <utility>

#include "index/planning.h"
#include "model/texts.h"

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

namespace {

/// Bytes of text (UTF-8) that stand on one page of a chapter: with their markup they are 25 kB compressed, so that the first view of a page, with its
/// style and script, is below 40 kB.
constexpr std::size_t longest_chapter = 32'000;
constexpr int deepest_chapter = 3;  ///< the deepest level of headings that a long chapter is split at

/// Divides chapters that are too long at their sections, and sections that still are at theirs.
class Splitter {
 public:
  explicit Splitter(const Document& report) : report_(report) {}

  void split(SitePlan::Chapter chapter, std::vector<SitePlan::Chapter>& pages) const {
    const std::vector<std::uint32_t> sections = length(chapter) > longest_chapter ? sections_of(chapter) : std::vector<std::uint32_t>{};
    if (sections.size() < 2) return pages.push_back(std::move(chapter));
    const std::uint32_t last = chapter.last;
    const int level = as<Heading>(report_.blocks[sections.front()])->level;
    chapter.last = sections[1];
    pages.push_back(std::move(chapter));
    for (std::size_t i = 1; i < sections.size(); ++i) {
      const auto* heading = as<Heading>(report_.blocks[sections[i]]);
      const std::uint32_t end = i + 1 < sections.size() ? sections[i + 1] : last;
      split({sections[i], end, {}, std::string(heading->title.text), std::string(heading->number), level}, pages);
    }
  }

 private:
  [[nodiscard]] std::size_t length(const SitePlan::Chapter& chapter) const {
    std::size_t bytes = 0;
    for (std::uint32_t i = chapter.first; i < chapter.last; ++i) {
      for_each_text(report_.blocks[i], [&](std::uint32_t, TextRole, const RichText& text) { bytes += text.text.size(); });
    }
    return bytes;
  }

  /// The headings of the next level that the chapter has, which need not be the one below its own; one inside a case parts nothing.
  [[nodiscard]] std::vector<std::uint32_t> sections_of(const SitePlan::Chapter& chapter) const {
    std::vector<std::uint32_t> sections;
    int level = deepest_chapter;
    for (std::uint32_t i = chapter.first; i < chapter.last; ++i) {
      const auto* heading = as<Heading>(report_.blocks[i]);
      if (heading == nullptr || heading->level <= chapter.level || heading->level > level || report_.blocks[i].inside_case >= 0) continue;
      if (heading->level < level) sections.clear();
      level = heading->level;
      sections.push_back(i);
    }
    return sections;
  }

  const Document& report_;
};

}  // namespace

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
  std::vector<SitePlan::Chapter> pages;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const std::size_t first = pages.size();
    Splitter(report).split(std::move(chapters[i]), pages);
    for (std::size_t page = first; page < pages.size(); ++page) {
      const std::string part = page > first ? '-' + std::to_string(page - first + 1) : std::string();
      pages[page].address = "reports/" + report.id + '/' + std::to_string(i + 1) + part + ".html";
    }
  }
  return pages;
}

}  // namespace reportal::index
