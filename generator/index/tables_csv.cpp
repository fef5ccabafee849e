// The tables of reports as CSV files.

#include "index/data/csv.h"
#include "index/exports.h"
#include "index/planning.h"

namespace reportal::index {
namespace {

void append_record(std::string& out, const std::vector<RichText>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_csv_field(out, cells[i].text);
  }
  out += csv_line_end;
}

std::string csv_of(const Table& table) {
  std::string out(byte_order_mark);
  if (!table.columns.empty()) append_record(out, table.columns);
  for (const TableRow& row : table.rows) append_record(out, row.cells);
  return out;
}

}  // namespace

std::map<BlockRef, std::string> table_addresses(const Library& library) {
  std::map<BlockRef, std::string> addresses;
  for (const std::uint32_t d : library.of_kind(DocumentKind::report)) {
    const Document& report = library.documents[d];
    std::vector<std::uint32_t> blocks;
    std::vector<std::string> slugs;
    for (std::uint32_t b = 0; b < report.blocks.size(); ++b) {
      const auto* table = as<Table>(report.blocks[b]);
      if (table == nullptr || table->rows.empty()) continue;
      blocks.push_back(b);
      slugs.push_back(number_slug(table->number));
      if (slugs.back().empty()) slugs.back() = "t-" + text_hash(plain_text(report.blocks[b]));
    }
    make_distinct(slugs);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      addresses.emplace(BlockRef{d, blocks[i]}, "tables/" + report.id + '/' + slugs[i] + ".csv");
    }
  }
  return addresses;
}

void append_tables(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files) {
  for (const auto& [ref, address] : plan.table_csv) {
    files.push_back({address, csv_of(*as<Table>(library.documents[ref.document].blocks[ref.block]))});
  }
}

}  // namespace reportal::index
