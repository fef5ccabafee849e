// The door of markup: Markdown and HTML sources in, documents out.
//
// Both become the same blocks with spans that raw text becomes; nothing of the source's markup goes on to render, so what is
// not on an allow-list here cannot reach a page. Each line of the source stands in exactly one block: where several blocks
// begin on one physical line (the body of an HTML file is often a single line), the first of them owns it and the others have
// no lines.

#pragma once

#include "base/problem.h"
#include "model/document.h"
#include "model/source.h"

namespace reportal {

/// GitHub's Markdown, corrected for Chinese. `source` must outlive the document.
[[nodiscard]] Document understand_markdown(const Source& source, Problems& problems);

/// An HTML body or a whole HTML page. `source` must outlive the document.
[[nodiscard]] Document understand_html(const Source& source, Problems& problems);

}  // namespace reportal
