#include "render/inline_html.h"

#include <algorithm>

#include "base/text.h"

namespace reportal {
namespace {

using Kind = Span::Kind;

/// A stretch that gets tags around it: a span of the source or a mark of the portal.
struct Tagged {
  std::uint32_t first, last;
  const Span* span;
  const LinkMark* mark;
};

bool is_link(const Tagged& tagged) { return tagged.mark != nullptr || tagged.span->kind == Kind::link; }

std::string_view element_name(Kind kind) {
  switch (kind) {
    case Kind::strong: return "strong";
    case Kind::emphasis: return "em";
    case Kind::strike: return "del";
    case Kind::code: return "code";
    case Kind::superscript: return "sup";
    case Kind::subscript: return "sub";
    default: return "span";
  }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_html_escaped(out, value);
  out += '"';
}

/// A mark crosses a span when one of its ends, but not the other, lies inside the span; inside a link no second one may stand.
bool fits(const LinkMark& mark, const std::vector<Span>& spans) {
  return std::none_of(spans.begin(), spans.end(), [&](const Span& span) {
    const bool apart = span.last <= mark.first || mark.last <= span.first;
    if (apart) return false;
    if (span.kind == Kind::link || span.kind == Kind::image || span.kind == Kind::code) return true;
    const bool mark_inside = span.first <= mark.first && mark.last <= span.last;
    const bool span_inside = mark.first <= span.first && span.last <= mark.last;
    return !mark_inside && !span_inside;
  });
}

class InlineWriter {
 public:
  InlineWriter(std::string& out, std::string_view text, const AddressResolver& addresses)
      : out_(out), text_(text), addresses_(addresses) {}

  void write(const std::vector<Tagged>& tagged) {
    for (const Tagged& next : tagged) {
      close_until(next.first);
      if (next.first < position_) continue;  // inside an image, whose text is written already
      text_until(next.first);
      open(next);
    }
    close_until(static_cast<std::uint32_t>(text_.size()) + 1);
    text_until(static_cast<std::uint32_t>(text_.size()));
  }

 private:
  void text_until(std::uint32_t end) {
    append_html_escaped(out_, text_.substr(position_, end - position_));
    position_ = end;
  }

  /// Closes what ends before or at `offset`; something that is open there and empty stays open for its own turn.
  void close_until(std::uint32_t offset) {
    while (!open_.empty() && open_.back().last <= offset) {
      if (open_.back().last > position_) text_until(open_.back().last);
      out_ += open_.back().closing;
      open_.pop_back();
    }
  }

  void open(const Tagged& tagged) {
    if (tagged.mark != nullptr) {
      open_link(tagged.mark->address, tagged.mark->css_class, {}, tagged.last);
      return;
    }
    const Span& span = *tagged.span;
    switch (span.kind) {
      case Kind::line_break: out_ += "<br>\n"; return;
      case Kind::link: open_link(addresses_.link(span.target), {}, span.title, span.last); return;
      case Kind::image: image(span); return;
      case Kind::note_reference:
        out_ += "<sup class=\"note\">";
        open_.push_back({span.last, "</sup>"});
        return;
      default: break;
    }
    const std::string_view name = element_name(span.kind);
    out_.append("<").append(name).append(">");
    open_.push_back({span.last, std::string("</").append(name).append(">")});
  }

  void open_link(std::string_view address, std::string_view css_class, std::string_view title, std::uint32_t last) {
    if (address.empty()) {
      open_.push_back({last, ""});
      return;
    }
    out_ += "<a";
    if (!css_class.empty()) append_attribute(out_, "class", css_class);
    append_attribute(out_, "href", address);
    if (!title.empty()) append_attribute(out_, "title", title);
    if (address.starts_with("http")) out_ += " rel=\"noopener noreferrer\"";
    out_ += '>';
    open_.push_back({last, "</a>"});
  }

  void image(const Span& span) {
    const std::string_view alternative = text_.substr(span.first, span.last - span.first);
    position_ = span.last;
    const std::string address = addresses_.picture(span.target);
    if (address.empty()) {
      out_ += "<span class=\"placeholder\">";
      append_html_escaped(out_, alternative);
      out_ += "</span>";
      return;
    }
    out_ += "<img";
    append_attribute(out_, "src", address);
    append_attribute(out_, "alt", alternative);
    out_ += " loading=\"lazy\">";
  }

  struct Open {
    std::uint32_t last;
    std::string closing;
  };

  std::string& out_;
  std::string_view text_;
  const AddressResolver& addresses_;
  std::uint32_t position_ = 0;
  std::vector<Open> open_;
};

}  // namespace

void append_inline_html(std::string& out, const RichText& text, std::span<const LinkMark> marks, const AddressResolver& addresses) {
  if (text.spans.empty() && marks.empty()) {
    append_html_escaped(out, text.text);
    return;
  }
  std::vector<Tagged> tagged;
  tagged.reserve(text.spans.size() + marks.size());
  for (const Span& span : text.spans) tagged.push_back({span.first, span.last, &span, nullptr});
  for (const LinkMark& mark : marks) {
    if (fits(mark, text.spans)) tagged.push_back({mark.first, mark.last, nullptr, &mark});
  }
  // Outer before inner; where both cover the same text, the link is the outer one.
  std::stable_sort(tagged.begin(), tagged.end(), [](const Tagged& a, const Tagged& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    return is_link(a) && !is_link(b);
  });
  InlineWriter(out, text.text, addresses).write(tagged);
}

}  // namespace reportal
