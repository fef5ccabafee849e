#include "structure/structure.h"

#include "structure/markup/markup.h"
#include "structure/raw/understand.h"

namespace reportal {
namespace {

Document understand_raw_text(const Source& source) {
  Document document;
  document.path = source.path;
  document.metadata = source.metadata;
  if (source.front_matter_last > 0) {
    Block block;
    block.content = FrontMatterBlock{};
    block.lines.push_back({source.front_matter_first, source.front_matter_last});
    document.blocks.push_back(std::move(block));
  }
  raw::understand(source, document);
  return document;
}

}  // namespace

Document understand(const Source& source, Problems& problems) {
  switch (source.format) {
    case SourceFormat::markdown:
      return understand_markdown(source, problems);
    case SourceFormat::html:
      return understand_html(source, problems);
    case SourceFormat::raw_text:
      break;
  }
  return understand_raw_text(source);
}

}  // namespace reportal
