#include "structure/markup/rich_text.h"

#include <algorithm>

#include "chinese/characters.h"

namespace reportal::markup {

namespace {

/// Spans of a text that is cut down to its bytes [first, last).
std::vector<Span> cut_spans(const std::vector<Span>& spans, std::uint32_t first, std::uint32_t last) {
  std::vector<Span> kept;
  kept.reserve(spans.size());
  for (Span span : spans) {
    span.first = std::clamp(span.first, first, last) - first;
    span.last = std::clamp(span.last, first, last) - first;
    const bool at_an_end = span.first == 0 || span.first == last - first;
    const bool may_be_empty = span.kind == Span::Kind::image || (span.kind == Span::Kind::line_break && !at_an_end);
    if (span.last > span.first || may_be_empty) kept.push_back(span);
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const Span& a, const Span& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
  return kept;
}

}  // namespace

void RichTextBuilder::resolve_pending(char32_t next) {
  if (pending_ == Pending::nothing) return;
  const Pending pending = pending_;
  pending_ = Pending::nothing;
  if (text_.empty()) return;
  const std::uint32_t before = size();
  const char32_t last = last_character(text_);
  if (pending == Pending::space) {
    if (!is_space(last)) text_ += ' ';
  } else {
    text_ += joint(last, next);
  }
  // Spans that were opened since the last text begin behind the space.
  for (auto index = open_.rbegin(); index != open_.rend(); ++index) {
    if (*index == left_out) continue;
    if (spans_[*index].first != before) break;
    spans_[*index].first = size();
  }
  if (pending == Pending::hard_break) spans_.push_back({.kind = Span::Kind::line_break, .first = size(), .last = size()});
}

void RichTextBuilder::text(std::string_view part) {
  if (part.empty()) return;
  resolve_pending(first_character(part));
  text_ += part;
}

void RichTextBuilder::open(Span::Kind kind, std::string_view target, std::string_view title) {
  if (open_.size() >= max_open_spans || (kind == Span::Kind::link && target.empty())) {
    open_.push_back(left_out);
    return;
  }
  open_.push_back(static_cast<std::uint32_t>(spans_.size()));
  spans_.push_back({.kind = kind, .first = size(), .last = left_out, .target = target, .title = title});
}

void RichTextBuilder::close() {
  if (open_.empty()) return;
  const std::uint32_t index = open_.back();
  open_.pop_back();
  if (index != left_out) spans_[index].last = std::max(size(), spans_[index].first);
  if (strike_.set && strike_.depth > open_.size()) strike_.set = false;
}

void RichTextBuilder::span(Span::Kind kind, std::string_view part, std::string_view target, std::string_view title) {
  if (!part.empty()) resolve_pending(first_character(part));
  open(kind, target, title);
  text(part);
  close();
}

void RichTextBuilder::strike_mark(bool can_open, bool can_close) {
  constexpr std::string_view mark = "~~";
  if (can_close && strike_.set && strike_.depth == open_.size() && size() > strike_.offset + mark.size()) {
    const auto removed = static_cast<std::uint32_t>(mark.size());
    text_.erase(strike_.offset, removed);
    for (std::size_t i = strike_.spans; i < spans_.size(); ++i) {
      spans_[i].first -= removed;
      spans_[i].last -= removed;
    }
    const Span span{.kind = Span::Kind::strike, .first = strike_.offset, .last = size()};
    spans_.insert(spans_.begin() + static_cast<std::ptrdiff_t>(strike_.spans), span);
    strike_.set = false;
    return;
  }
  text(mark);
  if (can_open) {
    strike_ = {
        .offset = size() - static_cast<std::uint32_t>(mark.size()), .spans = spans_.size(), .depth = open_.size(), .set = true};
  }
}

bool RichTextBuilder::inside(Span::Kind kind) const {
  return std::any_of(open_.begin(), open_.end(), [&](std::uint32_t i) { return i != left_out && spans_[i].kind == kind; });
}

bool RichTextBuilder::empty() const {
  return is_blank(text_) &&
         std::none_of(spans_.begin(), spans_.end(), [](const Span& span) { return span.kind == Span::Kind::image; });
}

RichText RichTextBuilder::take(StringPool& pool) {
  while (!open_.empty()) close();
  const std::string_view end_trimmed = trim_end(text_);
  const std::string_view trimmed = trim(end_trimmed);
  const auto last = static_cast<std::uint32_t>(end_trimmed.size());
  const auto first = static_cast<std::uint32_t>(end_trimmed.size() - trimmed.size());
  RichText result{.text = pool.keep(trimmed), .spans = cut_spans(spans_, first, last)};
  *this = {};
  return result;
}

RichText part_of(const RichText& text, std::size_t first, std::size_t last) {
  const std::string_view trimmed = trim(text.text.substr(first, last - first));
  const auto begin =
      static_cast<std::uint32_t>(trimmed.empty() ? last : static_cast<std::size_t>(trimmed.data() - text.text.data()));
  return {.text = trimmed, .spans = cut_spans(text.spans, begin, begin + static_cast<std::uint32_t>(trimmed.size()))};
}

RichText as_strong(RichText text) {
  const auto size = static_cast<std::uint32_t>(text.text.size());
  std::erase_if(text.spans, [](const Span& span) { return span.kind == Span::Kind::strong; });
  text.spans.insert(text.spans.begin(), {.kind = Span::Kind::strong, .first = 0, .last = size});
  return text;
}

RichText with_breaks(const std::vector<RichText>& paragraphs, StringPool& pool) {
  if (paragraphs.size() == 1) return paragraphs.front();
  std::string text;
  std::vector<Span> spans;
  for (const RichText& paragraph : paragraphs) {
    if (!text.empty()) {
      text += joint(last_character(text), first_character(paragraph.text));
      const auto at = static_cast<std::uint32_t>(text.size());
      spans.push_back({.kind = Span::Kind::line_break, .first = at, .last = at});
    }
    const auto offset = static_cast<std::uint32_t>(text.size());
    for (Span span : paragraph.spans) {
      span.first += offset;
      span.last += offset;
      spans.push_back(span);
    }
    text += paragraph.text;
  }
  return {.text = pool.keep(text), .spans = std::move(spans)};
}

}  // namespace reportal::markup
