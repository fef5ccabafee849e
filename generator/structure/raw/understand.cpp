#include "structure/raw/understand.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "structure/raw/assembly.h"
#include "structure/raw/cases/cases.h"
#include "structure/raw/cleaning.h"
#include "structure/raw/overrule/overrule.h"
#include "structure/raw/pieces/identity.h"
#include "structure/raw/pieces/newspaper.h"
#include "structure/raw/page/repeats.h"
#include "structure/raw/titles/misnumbered.h"
#include "structure/references.h"

namespace reportal::raw {
namespace {

/// Every block stands in the last heading before it; a heading in the last one above its level.
void set_sections(Document& document) {
  std::vector<std::int32_t> open;  // by level
  std::int32_t last = -1;
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    Block& block = document.blocks[at];
    const auto* heading = as<Heading>(block);
    if (heading == nullptr) {
      block.section = last;
      continue;
    }
    open.resize(static_cast<std::size_t>(heading->level), -1);
    for (auto above = open.rbegin(); above != open.rend() && block.section < 0; ++above) block.section = *above;
    last = static_cast<std::int32_t>(at);
    open.push_back(last);
  }
}

std::uint32_t line_at(const Marked& marked, const JoinedLines& joined, const Document& document, std::size_t block,
                      std::uint32_t offset) {
  const JoinedLines::Range range = joined.of_block[block];
  if (range.first == range.last) return document.blocks[block].lines.front().first;
  const auto begin = joined.lines.begin() + range.first;
  const auto end = joined.lines.begin() + range.last;
  const auto behind =
      std::upper_bound(begin, end, offset, [](std::uint32_t value, const JoinedLine& line) { return value < line.offset; });
  return marked.lines[std::prev(behind)->line].number;
}

void understand_as(const Source& source, const std::vector<Correction>& corrections, Document& document, Problems& problems) {
  Marked marked;
  marked.lines = read_lines(source);
  apply_corrections(source, corrections, marked, document, Doubts(source, problems));
  marked.furniture = mark_furniture(marked.lines, std::move(marked.furniture));
  mark_contents(marked.lines);
  marked.widths = learn_widths(marked.lines);
  mark_newspaper(marked.lines, marked.headings);
  marked.captions = mark_captions(marked.lines, marked.widths, std::move(marked.captions));
  mark_headings(marked.lines, marked.widths, marked.headings);
  mark_plain_titles(marked.lines, marked.widths, marked.headings);
  learn_box_width(marked.lines, marked.widths);
  marked.tables = read_tables(marked.lines, marked.captions, marked.widths, source.metadata);
  mark_repeats(marked.lines, marked.widths);
  // What every line is, is fixed from here on.
  const JoinedLines joined = assemble_blocks(marked, document);
  record_joins(marked, joined, document);
  find_pieces(document);
  set_sections(document);
  set_case_extents(marked, joined, document);
  find_references(document, [&](std::size_t block, std::uint32_t offset) {
    return line_at(marked, joined, document, block, offset);
  });
  report_misnumbered(document, Doubts(source, problems));
  identify(marked, document);
}

/// The document as it would be without the corrections of its front matter.
Document understand_as_found(const Source& source) {
  Document document;
  document.path = source.path;
  document.metadata = source.metadata;
  Problems problems;
  understand_as(source, {}, document, problems);
  return document;
}

}  // namespace

void understand(const Source& source, Document& document, Problems& problems) {
  const Metadata& metadata = source.metadata;
  understand_as(source, metadata.corrections, document, problems);
  const bool ends_given = std::any_of(metadata.cases.begin(), metadata.cases.end(),
                                      [](const auto& entry) { return entry.second.last_line > 0; });
  if (!metadata.corrections.empty() || ends_given)
    check_corrections(source, document, understand_as_found(source), Doubts(source, problems));
}

}  // namespace reportal::raw
