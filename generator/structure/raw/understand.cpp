#include "structure/raw/understand.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "structure/facts/facts.h"
#include "structure/problems.h"
#include "structure/raw/assembly.h"
#include "structure/raw/cases/cases.h"
#include "structure/raw/cleaning.h"
#include "structure/raw/overrule/overrule.h"
#include "structure/raw/page/repeats.h"
#include "structure/raw/paragraphs.h"
#include "structure/raw/pieces/identity.h"
#include "structure/raw/pieces/newspaper.h"
#include "structure/raw/pieces/pieces.h"
#include "structure/raw/titles/misnumbered.h"
#include "structure/raw/titles/notes.h"
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
    if (heading == nullptr || block.inside_case >= 0) {  // a sub-heading of a case parts no section
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
                      std::uint32_t item, std::uint32_t offset) {
  const JoinedLines::Range range = joined.of_block[block];
  if (range.first == range.last) return document.blocks[block].lines.front().first;
  const auto begin = joined.lines.begin() + range.first;
  const auto end = joined.lines.begin() + range.last;
  const auto behind = std::upper_bound(begin, end, std::pair(item, offset), [](const auto& value, const JoinedLine& line) {
    return value < std::pair(line.item, line.offset);
  });
  return marked.lines[std::prev(behind)->line].number;
}

void understand_as(const Source& source, const std::vector<Correction>& corrections, Document& document, Problems& problems) {
  const Doubts doubts(source, problems);
  Marked marked;
  marked.lines = read_lines(source);
  apply_corrections(source, corrections, marked, document, doubts);
  marked.furniture = mark_furniture(marked.lines, std::move(marked.furniture));
  const Contents contents = mark_contents(marked.lines);
  finish_furniture(marked.lines, marked.furniture);
  marked.widths = learn_widths(marked.lines);
  const Press press = mark_newspaper(marked.lines, marked.widths, marked.furniture);
  marked.captions = mark_captions(marked.lines, marked.widths, std::move(marked.captions));
  mark_headings(marked.lines, marked.widths, contents, marked.headings);
  const bool report = source.metadata.kind_given ? source.metadata.kind == DocumentKind::report : reads_as_report(marked);
  mark_titles(press, marked.lines, marked.widths, report, marked.headings);
  marked.tables = read_tables(marked.lines, marked.captions, marked.widths, source.metadata, doubts);
  settle_notes(marked.lines);
  Repeats repeats = mark_repeats(marked.lines, marked.furniture, marked.widths, std::move(marked.kept));
  marked.kept = std::move(repeats.kept);
  settle_joined(marked.lines);
  marked.paragraph_starts = find_paragraphs(marked.lines, marked.widths, marked.case_ends);
  marked.cases = find_case_extents({marked.lines, marked.widths, marked.paragraph_starts, marked.captions, marked.headings},
                                   marked.case_ends);
  // What every line is, is fixed from here on.
  const JoinedLines joined = assemble_blocks(marked, document);
  record_joins(marked, joined, document);
  if (!report) find_pieces(press.masthead, document, doubts);
  set_sections(document);
  const LineOfText line_of = [&](std::size_t block, std::uint32_t item, std::uint32_t offset) {
    return line_at(marked, joined, document, block, item, offset);
  };
  find_references(document, line_of);
  report_misnumbered(document, doubts);
  report_uncertain_cases(document, doubts);
  for (const std::uint32_t line : repeats.partly) doubts.add(partial_repeat, line);
  identify(marked, document);
  find_facts(document, line_of);
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
  const bool ends_given =
      std::any_of(metadata.cases.begin(), metadata.cases.end(), [](const auto& entry) { return entry.second.last_line > 0; });
  if (!metadata.corrections.empty() || ends_given)
    check_corrections(source, document, understand_as_found(source), Doubts(source, problems));
}

}  // namespace reportal::raw
