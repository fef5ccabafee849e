// A source in memory, understood as Markdown or HTML, and what tests ask of the document.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/text.h"
#include "model/document.h"
#include "model/source.h"
#include "structure/markup/markup.h"

namespace reportal {

struct Understood {
  Source source;
  Problems problems;
  Document document;

  Understood(std::string text, SourceFormat format, DocumentKind kind = DocumentKind::article) {
    source.path = format == SourceFormat::html ? "example.html" : "example.md";
    source.format = format;
    source.text = std::move(text);
    source.metadata.kind = kind;
    source.index_lines();
    document = format == SourceFormat::html ? understand_html(source, problems) : understand_markdown(source, problems);
  }
  Understood(const Understood&) = delete;
  Understood& operator=(const Understood&) = delete;

  [[nodiscard]] const RichText& paragraph(std::size_t n) const {
    static const RichText nothing;
    for (const Block& block : document.blocks) {
      const auto* paragraph = as<Paragraph>(block);
      if (paragraph != nullptr && n-- == 0) return paragraph->text;
    }
    return nothing;
  }

  /// Every line that is not blank stands in exactly one block, and ranges are in order.
  [[nodiscard]] bool each_line_has_one_block() const {
    std::vector<int> owners(source.line_count() + 1);
    for (const Block& block : document.blocks) {
      std::uint32_t behind = 0;
      for (const LineRange& range : block.lines) {
        if (range.first <= behind || range.last < range.first || range.last > source.line_count()) return false;
        behind = range.last;
        for (std::uint32_t line = range.first; line <= range.last; ++line) ++owners[line];
      }
    }
    for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
      if (!is_blank(source.line(line)) && owners[line] != 1) return false;
    }
    return true;
  }
};

/// Spans in the notation `strong 学校`, one a line; links and pictures with `→ address`.
inline std::string spans_of(const RichText& text) {
  static constexpr std::string_view names[] = {"strong", "emphasis", "strike",      "code",      "link",
                                               "image",  "break",    "superscript", "subscript", "note"};
  std::string out;
  for (const Span& span : text.spans) {
    out += names[static_cast<std::size_t>(span.kind)];
    if (span.last > span.first) out.append(" ").append(text.text.substr(span.first, span.last - span.first));
    if (!span.target.empty()) out.append(" → ").append(span.target);
    out += '\n';
  }
  return out;
}

}  // namespace reportal
