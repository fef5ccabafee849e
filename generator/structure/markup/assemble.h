// From drafts to a document: what holds for Markdown and HTML alike, and what a report, an article or a case has that its
// markup does not say: numbers of headings, cases, captions, source notes, bylines, sections.
//
// In:  drafts in the order of the text, with the lines they were made of. Out: a complete document in which each line that is
// not blank stands in one block; lines that made no block (a wrapping <div>, a link definition) are kept as noise with the
// reason.

#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/source.h"
#include "structure/markup/block_collector.h"

namespace reportal::markup {

/// A document with what the front matter says, without blocks.
[[nodiscard]] Document begin_document(const Source& source);

/// The text behind the front matter, and the line it begins on.
struct Body {
  std::string_view text;
  std::uint32_t first_line = 1;
};
[[nodiscard]] Body body_of(const Source& source);

/// Completes `document`. `page_title` is the title element of an HTML page; it counts where nothing better gives a title.
void assemble(const Source& source, std::vector<Draft> drafts, std::string_view page_title, Document& document);

/// Completes `document` for a body that was not read: all of it is kept as noise.
void assemble_unread(const Source& source, Document& document);

}  // namespace reportal::markup
