// The cleaning records of documents as CSV files: a row for each thing that was done, in the order of the text.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "index/data/csv.h"
#include "index/exports.h"
#include "model/record.h"

namespace reportal::index {
namespace {

struct Row {
  LineRange lines;
  std::uint32_t page = 0;
  std::string what, why;
  std::string_view text;
  LineRange kept = {};
};

void append_record(std::string& out, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) out += ',';
    first = false;
    append_csv_field(out, field);
  }
  out += csv_line_end;
}

class RecordTable {
 public:
  RecordTable(const Document& document, Language language) : document_(document), language_(language) {}

  std::string csv() {
    add_removals();
    add_joins();
    add_corrections();
    add_doubts();
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.lines.first < b.lines.first; });
    std::string out(byte_order_mark);
    append_record(out, {say("行", "line"), say("至行", "last line"), say("页", "page"), say("处理", "what"), say("说明", "why"),
                        say("保留的行", "kept lines"), say("原文", "text")});
    for (const Row& row : rows_) {
      const std::string kept = row.kept.first == 0 ? std::string() : number(row.kept.first) + "-" + number(row.kept.last);
      append_record(out,
                    {number(row.lines.first), number(row.lines.last), number(row.page), row.what, row.why, kept, row.text});
    }
    return out;
  }

 private:
  [[nodiscard]] std::string say(const char* chinese, const char* english) const {
    return language_ == Language::chinese ? chinese : english;
  }
  [[nodiscard]] static std::string number(std::uint32_t value) { return value == 0 ? std::string() : std::to_string(value); }

  void add_removals() {
    const CleaningRecord record = cleaning_record(document_);
    for (const Removal& removal : record.removals) {
      const Block& block = document_.blocks[removal.block];
      Row row{removal.place,
              block.page,
              say("移出正文", "removed"),
              reason_text(removal, language_),
              removal.text};
      if (const auto* repeat = as<Repeat>(block)) row.kept = repeat->of;
      rows_.push_back(std::move(row));
    }
    for (const CleaningRecord::CaseExtent& extent : record.cases) add_case(extent);
    for (const std::uint32_t table : record.rebuilt_tables) add_table(table, say("表格已重建行列", "table rebuilt"));
    for (const std::uint32_t table : record.printed_tables) add_table(table, say("表格照原样", "table as printed"));
  }

  void add_case(const CleaningRecord::CaseExtent& extent) {
    const auto& title = std::get<CaseTitle>(document_.blocks[extent.block].content);
    rows_.push_back({extent.lines, 0, say("案例的范围", "extent of a case"),
                     say("把握 ", "confidence ") + std::to_string(per_cent(title.confidence)) + "%", title.title.text});
  }

  void add_table(std::uint32_t index, std::string what) {
    const Block& block = document_.blocks[index];
    const auto& table = std::get<Table>(block.content);
    const int percent = per_cent(table.confidence);
    rows_.push_back({{block.lines.front().first, block.lines.back().last},
                     block.page,
                     std::move(what),
                     say("把握 ", "confidence ") + std::to_string(percent) + "%",
                     table.caption.text});
  }

  void add_joins() {
    for (const Join& join : document_.cleaning.joins) {
      rows_.push_back({{join.line, join.line},
                       0,
                       say("接上文", "joined"),
                       say("中间隔着", "over ") + std::string(join_text(join.over, language_)),
                       {}});
    }
  }

  void add_corrections() {
    for (const AppliedCorrection& applied : document_.cleaning.corrections) {
      const Correction& correction = document_.metadata.corrections[applied.correction];
      std::string why = correction_text(correction, language_);
      if (!correction.reason.empty()) why += say("：", ": ") + correction.reason;
      rows_.push_back({applied.lines, 0, say("编者更正", "correction"), std::move(why), applied.text});
    }
  }

  void add_doubts() {
    for (const Problem& doubt : document_.cleaning.doubts) {
      const bool in_source = doubt.place.file == document_.path;
      const std::uint32_t line = in_source ? doubt.place.line : 0;
      rows_.push_back({{line, line}, 0, say("存疑", "doubt"), doubt.text(language_), doubt.place.excerpt});
    }
  }

  const Document& document_;
  Language language_;
  std::vector<Row> rows_;
};

}  // namespace

void append_records(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files) {
  const Language language = interface_language(library.settings);
  for (std::size_t i = 0; i < library.documents.size(); ++i) {
    if (plan.record_address[i].empty()) continue;
    files.push_back({record_csv_address(plan.record_address[i]), RecordTable(library.documents[i], language).csv()});
  }
}

}  // namespace reportal::index
