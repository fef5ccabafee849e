#include "structure/structure.h"

#include "structure/facts/facts.h"
#include "structure/markup/markup.h"
#include "structure/problems.h"
#include "structure/raw/understand.h"
#include "structure/references.h"

namespace reportal {
namespace {

Document understand_raw_text(const Source& source, Problems& problems) {
  Document document;
  document.path = source.path;
  document.metadata = source.metadata;
  if (source.front_matter_last > 0) {
    Block block;
    block.content = FrontMatterBlock{};
    block.lines.push_back({source.front_matter_first, source.front_matter_last});
    document.blocks.push_back(std::move(block));
  }
  Problems doubts;
  raw::understand(source, document, doubts);
  document.cleaning.doubts = doubts.sorted();
  for (const Problem& doubt : document.cleaning.doubts) problems.add(doubt);
  return document;
}

Document understand_markup(const Source& source, Problems& problems) {
  if (!source.metadata.corrections.empty()) problems.add(corrections_in_markup, source.metadata.corrections.front().place);
  Document document =
      source.format == SourceFormat::markdown ? understand_markdown(source, problems) : understand_html(source, problems);
  // Several blocks may share a line, which the first of them owns.
  const LineOfText line_of = [&](std::size_t block, std::uint32_t, std::uint32_t) {
    while (block > 0 && document.blocks[block].lines.empty()) --block;
    return document.blocks[block].lines.empty() ? 0U : document.blocks[block].lines.front().first;
  };
  find_references(document, line_of);
  find_facts(document, line_of);
  return document;
}

/// The line of the front matter on which the title stands; 0 if it has none.
std::uint32_t title_line(const Source& source) {
  if (source.metadata.title.empty() || source.front_matter_last == 0) return 0;
  for (std::uint32_t line = source.front_matter_first; line <= source.front_matter_last; ++line) {
    if (source.line(line).starts_with("title:")) return line;
  }
  return 0;
}

}  // namespace

Document understand(const Source& source, Problems& problems) {
  Document document =
      source.format == SourceFormat::raw_text ? understand_raw_text(source, problems) : understand_markup(source, problems);
  report_contradictions(document, source, problems);
  document.title_line = title_line(source);
  return document;
}

}  // namespace reportal
