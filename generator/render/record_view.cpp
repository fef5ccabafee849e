// The page of a cleaning record: what is shown nowhere else, and what was joined, rebuilt, doubted and corrected.

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/files.h"
#include "base/text.h"
#include "model/record.h"
#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;
using templates::ValuePool;

namespace {

/// The block that holds a line, by bisection: blocks stand in the order of their first lines.
std::int32_t block_at(const Document& document, std::uint32_t line) {
  const auto behind = std::partition_point(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return block.lines.empty() || block.lines.front().first <= line;
  });
  // A block that goes on behind others begins before them.
  constexpr int farthest = 16;
  int steps = 0;
  for (auto block = behind; block != document.blocks.begin() && steps < farthest; ++steps) {
    --block;
    for (const LineRange& range : block->lines) {
      if (range.first <= line && line <= range.last) return static_cast<std::int32_t>(block - document.blocks.begin());
    }
  }
  return -1;
}

/// Removals of one reason; those with the same words are one item.
struct RemovalGroup {
  struct Item {
    std::string_view text;
    NumberRanges lines = {}, pages = {};
    std::uint32_t times = 0;
    LineRange kept = {};
  };
  std::string reason;
  std::uint32_t lines = 0;
  bool short_texts = true;
  bool paged = false;  ///< the printed page of one of them is known
  std::vector<Item> items;
  std::unordered_map<std::string_view, std::size_t> by_text;
};

class RecordView {
 public:
  RecordView(const Document& document, std::uint32_t index, const Site& site, const Cards& cards, ValuePool& pool)
      : document_(document),
        index_(index),
        site_(site),
        cards_(cards),
        pool_(pool),
        language_(interface_language(site.library.settings)),
        record_(cleaning_record(document)) {}

  [[nodiscard]] Value counts() const {
    const RecordCounts counts = count_record(document_);
    return pool_.map({{"lines", counts.lines},
                      {"removed", counts.removed},
                      {"joined_lines", counts.joined_lines},
                      {"joins", counts.joins},
                      {"rebuilt_tables", counts.rebuilt_tables},
                      {"printed_tables", counts.printed_tables},
                      {"doubts", counts.doubts},
                      {"corrections", counts.corrections}});
  }

  [[nodiscard]] Value removals() {
    std::vector<RemovalGroup> groups;
    std::map<std::pair<Removal::Kind, std::string_view>, std::size_t> place;
    for (const Removal& removal : record_.removals) {
      const auto [entry, is_new] = place.try_emplace({removal.kind, removal.why}, groups.size());
      if (is_new) groups.emplace_back().reason = reason_text(removal, language_);
      add_removal(removal, groups[entry->second]);
    }
    std::vector<Value> values;
    for (RemovalGroup& group : groups) {
      values.push_back(pool_.map({{"reason", pool_.text(std::move(group.reason))},
                                  {"count", group.lines},
                                  {"short", group.short_texts},
                                  {"paged", group.paged},
                                  {"items", removal_items(group)}}));
    }
    return pool_.list(std::move(values));
  }

  /// By what they go over.
  [[nodiscard]] Value joins() const {
    std::map<Join::Over, std::vector<Value>> by_over;
    for (const Join& join : document_.cleaning.joins) {
      by_over[join.over].push_back(pool_.map({{"line", join.line}, {"url", block_url(join.block)}}));
    }
    std::vector<Value> values;
    for (auto& [over, items] : by_over) {
      const std::size_t count = items.size();
      values.push_back(
          pool_.map({{"over", join_text(over, language_)}, {"count", count}, {"items", pool_.list(std::move(items))}}));
    }
    return pool_.list(std::move(values));
  }

  [[nodiscard]] Value tables() const {
    std::vector<std::uint32_t> blocks = record_.rebuilt_tables;
    blocks.insert(blocks.end(), record_.printed_tables.begin(), record_.printed_tables.end());
    std::sort(blocks.begin(), blocks.end());
    std::vector<Value> values;
    for (const std::uint32_t index : blocks) {
      const Block& block = document_.blocks[index];
      const auto& table = std::get<Table>(block.content);
      values.push_back(pool_.map({{"label", pool_.text(block_label(block))},
                                  {"caption", table.caption.text},
                                  {"url", block_url(index)},
                                  {"lines", pool_.text(range_text({block.lines.front().first, block.lines.back().last}))},
                                  {"printed", !table.printed.empty()},
                                  {"rows", table.rows.size()},
                                  {"columns", table.columns.size()},
                                  {"confidence", per_cent(table.confidence)}}));
    }
    return pool_.list(std::move(values));
  }

  [[nodiscard]] Value cases() const {
    std::vector<Value> values;
    for (const CleaningRecord::CaseExtent& extent : record_.cases) {
      const Block& block = document_.blocks[extent.block];
      const auto& title = std::get<CaseTitle>(block.content);
      values.push_back(pool_.map({{"label", pool_.text(block_label(block))},
                                  {"title", title.title.text},
                                  {"url", block_url(extent.block)},
                                  {"lines", pool_.text(range_text(extent.lines))},
                                  {"confidence", per_cent(title.confidence)}}));
    }
    return pool_.list(std::move(values));
  }

  [[nodiscard]] Value doubts() const {
    std::vector<const Problem*> doubts;
    for (const Problem& doubt : document_.cleaning.doubts) doubts.push_back(&doubt);
    std::stable_sort(doubts.begin(), doubts.end(),
                     [](const Problem* a, const Problem* b) { return a->place.line < b->place.line; });
    std::vector<Value> values;
    for (const Problem* doubt : doubts) {
      const bool in_source = doubt->place.file == document_.path;
      const std::string line = std::to_string(doubt->place.line);
      values.push_back(
          pool_.map({{"where", pool_.text(in_source ? line : std::string(file_name(doubt->place.file)) + ":" + line)},
                     {"text", pool_.text(doubt->text(language_))},
                     {"hint", pool_.text(doubt->hint(language_))}}));
    }
    return pool_.list(std::move(values));
  }

  [[nodiscard]] Value corrections() const {
    std::vector<Value> values;
    for (const AppliedCorrection& applied : document_.cleaning.corrections) {
      const Correction& correction = document_.metadata.corrections[applied.correction];
      values.push_back(pool_.map({{"lines", pool_.text(range_text(applied.lines))},
                                  {"what", pool_.text(correction_text(correction, language_))},
                                  {"reason", correction.reason},
                                  {"text", applied.text}}));
    }
    return pool_.list(std::move(values));
  }

 private:
  void add_removal(const Removal& removal, RemovalGroup& group) const {
    constexpr std::size_t short_bytes = 24;
    const Block& block = document_.blocks[removal.block];
    const auto* repeat = as<Repeat>(block);
    group.lines += removal.lines;
    group.short_texts = group.short_texts && removal.text.size() <= short_bytes;
    const auto [entry, is_new] = group.by_text.try_emplace(removal.text, group.items.size());
    const std::size_t at = is_new || repeat != nullptr ? group.items.size() : entry->second;
    if (at == group.items.size())
      group.items.push_back({.text = removal.text, .kept = repeat == nullptr ? LineRange{} : repeat->of});
    RemovalGroup::Item& item = group.items[at];
    add_range(item.lines, removal.place);
    if (block.page > 0) add_range(item.pages, {block.page, block.page});
    group.paged = group.paged || block.page > 0;
    ++item.times;
  }

  [[nodiscard]] Value removal_items(RemovalGroup& group) const {
    std::vector<Value> items;
    for (RemovalGroup::Item& item : group.items) {
      Value kept;
      if (item.kept.first != 0) {
        const std::int32_t block = block_at(document_, item.kept.first);
        kept = pool_.map({{"lines", pool_.text(range_text(item.kept))},
                          {"url", block < 0 ? Value() : block_url(static_cast<std::uint32_t>(block))}});
      }
      items.push_back(pool_.map({{"lines", pool_.text(ranges_text(item.lines, language_))},
                                 {"pages", pool_.text(ranges_text(item.pages, language_))},
                                 {"text", item.text},
                                 {"times", item.times},
                                 {"kept", kept}}));
    }
    return pool_.list(std::move(items));
  }

  /// None for a block that no page shows.
  [[nodiscard]] Value block_url(std::uint32_t block) const {
    if (is_furniture(document_.blocks[block])) return {};
    return cards_.url(block_address(site_.plan, site_.library, index_, block));
  }

  const Document& document_;
  std::uint32_t index_;
  const Site& site_;
  const Cards& cards_;
  ValuePool& pool_;
  Language language_;
  CleaningRecord record_;
};

}  // namespace

void PageView::record() {
  const std::uint32_t index = page_.subject;
  const Document& document = site_.library.documents[index];
  const std::string& address = site_.plan.document_address[index];
  title(string("record"));
  if (document.kind == DocumentKind::report) crumb(string("reports"), "reports/index.html");
  crumb(document.title, address);
  RecordView view(document, index, site_, cards_, pool_);
  add("document", cards_.link(document.title, address));
  add("csv", cards_.url(record_csv_address(site_.plan.record_address[index])));
  add("counts", view.counts());
  add("removals", view.removals());
  add("joins", view.joins());
  add("tables", view.tables());
  add("cases", view.cases());
  add("doubts", view.doubts());
  add("corrections", view.corrections());
}

}  // namespace reportal
