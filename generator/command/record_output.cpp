#include "command/record_output.h"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

namespace reportal {
namespace {

/// A number of something, in both languages.
struct Count {
  std::uint32_t number;
  std::string_view chinese, one, several;  ///< patterns

  [[nodiscard]] std::string text(Language language) const {
    const std::string_view pattern = language == Language::chinese ? chinese : number == 1 ? one : several;
    return fmt::format(fmt::runtime(pattern), number);
  }
};

std::string reasons_text(const RecordCounts& counts, Language language) {
  std::string text;
  for (const RecordCounts::Reason& reason : counts.reasons) {
    const bool chinese = language == Language::chinese;
    if (!text.empty()) text += chinese ? "，" : ", ";
    text += chinese ? fmt::format("{} {}", reason.chinese, reason.lines) : fmt::format("{} {}", reason.lines, reason.english);
  }
  return language == Language::chinese ? "（" + text + "）" : " (" + text + ")";
}

std::string counts_text(const RecordCounts& counts, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](const Count& count) {
    if (count.number > 0) parts.push_back(count.text(language));
  };
  add({counts.lines, "{} 行", "{} line", "{} lines"});
  add({counts.removed, "移出 {} 行", "{} removed", "{} removed"});
  if (counts.removed > 0) parts.back() += reasons_text(counts, language);
  add({counts.joined_lines, "接上文 {} 行", "{} joined", "{} joined"});
  add({counts.rebuilt_tables, "重建 {} 个表", "{} table rebuilt", "{} tables rebuilt"});
  add({counts.printed_tables, "照原样 {} 个表", "{} table as printed", "{} tables as printed"});
  add({counts.corrections, "编者更正 {} 处", "{} correction", "{} corrections"});
  add({counts.doubts, "存疑 {} 处", "{} doubt", "{} doubts"});
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += language == Language::chinese ? "；" : "; ";
    text += part;
  }
  return text;
}

class RecordWriter {
 public:
  RecordWriter(const Document& document, Language language)
      : document_(document), language_(language), record_(cleaning_record(document)) {}

  std::string write() {
    out_ = write_record_line(document_.path, count_record(document_), language_);
    add_removals();
    add_cases();
    add_tables();
    add_corrections();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view chinese, std::string_view english) const {
    return language_ == Language::chinese ? chinese : english;
  }

  void add_removals() {
    std::map<std::pair<Removal::Kind, std::string_view>, NumberRanges> lines;
    std::vector<const Removal*> reasons;
    for (const Removal& removal : record_.removals) {
      const auto [entry, is_new] = lines.try_emplace({removal.kind, removal.why});
      if (is_new) reasons.push_back(&removal);
      for (const LineRange& range : document_.blocks[removal.block].lines) add_range(entry->second, range);
    }
    if (!reasons.empty()) out_ += fmt::format("{}\n", say("移出的行：", "removed lines:"));
    for (const Removal* reason : reasons) {
      out_ += fmt::format("  {}{}{}\n", reason_text(*reason, language_), say("：", ": "),
                          ranges_text(lines.at({reason->kind, reason->why}), language_));
    }
  }

  void add_cases() {
    if (!record_.cases.empty()) out_ += fmt::format("{}\n", say("案例：", "cases:"));
    for (const CleaningRecord::CaseExtent& extent : record_.cases) {
      const Block& block = document_.blocks[extent.block];
      const auto& title = std::get<CaseTitle>(block.content);
      const std::string label = block_label(block);
      out_ += fmt::format("  {} {}{}{}{}{} {}%\n", range_text(extent.lines), label, label.empty() ? "" : " ", title.title.text,
                          say("：", ": "), say("把握", "confidence"), per_cent(title.confidence));
    }
  }

  void add_tables() {
    if (record_.rebuilt_tables.empty() && record_.printed_tables.empty()) return;
    out_ += fmt::format("{}\n", say("表：", "tables:"));
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      const auto* table = as<Table>(block);
      if (table == nullptr || (table->rows.empty() && table->printed.empty())) continue;
      const std::string lines = range_text({block.lines.front().first, block.lines.back().last});
      const std::string reading =
          table->printed.empty()
              ? fmt::format(fmt::runtime(say("{} 行 × {} 列，把握 {}%", "{} rows × {} columns, confidence {}%")),
                            table->rows.size(), table->columns.size(), per_cent(table->confidence))
              : std::string(say("照原样显示", "shown as printed"));
      const std::string label = block_label(block);
      out_ += fmt::format("  {} {}{}{}{}{}\n", lines, label, label.empty() ? "" : " ", table->caption.text, say("：", ": "),
                          reading);
    }
  }

  void add_corrections() {
    const auto& corrections = document_.cleaning.corrections;
    if (!corrections.empty()) out_ += fmt::format("{}\n", say("编者更正：", "corrections:"));
    for (const AppliedCorrection& applied : corrections) {
      const Correction& correction = document_.metadata.corrections[applied.correction];
      out_ += fmt::format("  {}{}{}\n", range_text(applied.lines), say("：", ": "), correction_text(correction, language_));
    }
  }

  const Document& document_;
  Language language_;
  CleaningRecord record_;
  std::string out_;
};

}  // namespace

std::string write_record_line(const std::string& path, const RecordCounts& counts, Language language) {
  const bool chinese = language == Language::chinese;
  return fmt::format("{}{}{}\n", path, chinese ? "：" : ": ", counts_text(counts, language));
}

std::string write_record(const Document& document, Language language) { return RecordWriter(document, language).write(); }

}  // namespace reportal
