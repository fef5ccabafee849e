// Builds the text of one paragraph, cell or caption: plain text with spans over it.
//
// White space is handed in as what it was in the source (a space, the end of a line, a forced break) and decided when the next
// text comes: between two Chinese characters the end of a line leaves nothing, elsewhere a space. Spans open and close like
// brackets.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/document.h"

namespace reportal::markup {

class RichTextBuilder {
 public:
  /// Spans inside more than this many others are left out; their text stays.
  static constexpr std::size_t max_open_spans = 32;

  void text(std::string_view part);
  void space() { pending_ = std::max(pending_, Pending::space); }
  void soft_break() { pending_ = std::max(pending_, Pending::soft_break); }
  void hard_break() { pending_ = Pending::hard_break; }

  /// `target` and `title` must live as long as the document. A link without a target is left out.
  void open(Span::Kind kind, std::string_view target = {}, std::string_view title = {});
  void close();
  /// A span over `part` alone.
  void span(Span::Kind kind, std::string_view part, std::string_view target = {}, std::string_view title = {});
  /// `~~`: closes a stretch that an earlier one opened on the same level, else may open one, else is text.
  void strike_mark(bool can_open, bool can_close);

  [[nodiscard]] bool inside(Span::Kind kind) const;
  /// Nothing but white space so far, and no picture.
  [[nodiscard]] bool empty() const;

  /// What was built, without white space around it; the builder is empty then. Spans that are still open are closed.
  [[nodiscard]] RichText take(StringPool& pool);

 private:
  enum class Pending : std::uint8_t { nothing, soft_break, space, hard_break };
  struct StrikeOpener {
    std::uint32_t offset = 0;
    std::size_t spans = 0, depth = 0;
    bool set = false;
  };
  static constexpr std::uint32_t left_out = UINT32_MAX;

  void resolve_pending(char32_t next);
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  std::string text_;
  std::vector<Span> spans_;
  std::vector<std::uint32_t> open_;  ///< indices into spans_, or left_out
  Pending pending_ = Pending::nothing;
  StrikeOpener strike_;
};

/// The bytes [first, last) of `text`, without white space around them.
[[nodiscard]] RichText part_of(const RichText& text, std::size_t first, std::size_t last);

/// The whole of `text` as strong.
[[nodiscard]] RichText as_strong(RichText text);

/// Paragraphs as one text with a line break between each two.
[[nodiscard]] RichText with_breaks(const std::vector<RichText>& paragraphs, StringPool& pool);

}  // namespace reportal::markup
