#include "structure/raw/tables/tables.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "structure/problems.h"
#include "structure/raw/tables/cells.h"
#include "structure/raw/tables/extent.h"
#include "structure/raw/tables/weights.h"

namespace reportal::raw {
namespace {

/// The lines of a body without captions of its continuation; a table written with | may begin on its marked line.
std::vector<BodyLine> body_lines(const std::vector<Line>& lines, const std::vector<std::uint32_t>& body, const Widths& widths) {
  std::vector<BodyLine> result;
  std::uint32_t last = 0;
  for (const std::uint32_t at : body) {
    const Line& line = lines[at];
    if (line.kind != LineKind::table_body && !(line.kind == LineKind::table && line.text.starts_with("|"))) continue;
    const bool broken = !result.empty() && (line.page_start || at != last + 1);
    const bool below = !result.empty() && (broken || line.blanks >= widths.line_gap);
    result.push_back({line.text, below, broken, line.indent});
    last = at;
  }
  return result;
}

const std::vector<std::string>& given_columns(const Metadata& metadata, const Caption& caption) {
  static const std::vector<std::string> none;
  const auto given = metadata.tables.find(caption.number);
  return given == metadata.tables.end() ? none : given->second.columns;
}

void read_body(FoundTable& table, const std::vector<std::uint32_t>& body, const std::vector<Line>& lines, const Widths& widths,
               const std::vector<std::string>& given) {
  CellRows rows = read_cells(body_lines(lines, body, widths), given);
  table.columns = std::move(rows.columns);
  table.confidence = rows.confidence;
  if (rows.confidence < (given.empty() ? weights::least_confidence : weights::least_with_columns)) {
    if (!rows.rows.empty()) table.columns.clear();
    return;
  }
  for (CellRow& row : rows.rows) table.rows.push_back({std::move(row.cells), row.group});
}

std::string percent(double share) { return std::to_string(static_cast<int>(std::lround(share * 100))); }

}  // namespace

std::vector<FoundTable> read_tables(std::vector<Line>& lines, Captions& captions, const Widths& widths,
                                    const Metadata& metadata, const Doubts& doubts) {
  std::vector<TableExtent> extents = find_extents(lines, captions, widths, metadata);
  std::vector<FoundTable> tables(extents.size());
  for (std::size_t at = 0; at < extents.size(); ++at) {
    FoundTable& table = tables[at];
    table.body = std::move(extents[at].body);
    table.continues = extents[at].continues;
    if (table.body.empty()) continue;
    std::vector<std::uint32_t> body = table.body;
    const bool any =
        std::any_of(body.begin(), body.end(), [&](std::uint32_t line) { return lines[line].kind == LineKind::table_body; });
    if (!any) continue;  // captions of a table whose content was a picture
    if (extents[at].begins_on_caption) body.insert(body.begin(), body[0] - 1);
    read_body(table, body, lines, widths, given_columns(metadata, captions.captions[at]));
    if (table.rows.empty())
      doubts.add(table_as_printed, lines[table.body[0]].number, {captions.captions[at].number, percent(table.confidence)});
  }
  return tables;
}

}  // namespace reportal::raw
