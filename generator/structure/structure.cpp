#include "structure/structure.h"

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
  find_references(document, [&](std::size_t block, std::uint32_t) {
    while (block > 0 && document.blocks[block].lines.empty()) --block;
    return document.blocks[block].lines.empty() ? 0U : document.blocks[block].lines.front().first;
  });
  return document;
}

}  // namespace

Document understand(const Source& source, Problems& problems) {
  return source.format == SourceFormat::raw_text ? understand_raw_text(source, problems) : understand_markup(source, problems);
}

}  // namespace reportal
