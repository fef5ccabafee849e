// What paragraphs are beyond their markup: captions of the picture or table they stand at, notes on where data comes from,
// bylines, datelines, credits. Decided by how a paragraph begins or ends and by what it stands beside; one that fits nothing
// stays a paragraph.

#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "model/document.h"
#include "structure/markup/block_collector.h"

namespace reportal::markup {

/// Joins captions to their figures and tables. In reports and cases a caption that stands alone is a figure or table whose
/// content is elsewhere.
[[nodiscard]] std::vector<Draft> join_captions(std::vector<Draft> drafts, DocumentKind kind, StringPool& pool);

/// Turns paragraphs into source notes; `of` is the index of a draft here.
void mark_source_notes(std::vector<Draft>& drafts);

/// Gives bylines, datelines and credits of articles their role.
void mark_roles(std::vector<Draft>& drafts);

/// Who signed an article: the first byline, else the names in its dateline or behind its last sentence; "" if there are none.
[[nodiscard]] std::string find_byline(const Document& document);

}  // namespace reportal::markup
