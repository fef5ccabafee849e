#include "structure/markup/html.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "structure/markup/assemble.h"
#include "structure/markup/html_elements.h"
#include "structure/markup/html_table.h"
#include "structure/markup/limits.h"
#include "structure/markup/links.h"
#include "structure/markup/markup.h"
#include "structure/markup/markup_problems.h"
#include "structure/markup/rich_text.h"

namespace reportal::markup {

namespace {

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

std::uint32_t number_attribute(const GumboElement& element, const char* name, std::uint32_t fallback) {
  const std::string_view text = attribute(element, name);
  std::uint32_t number = fallback;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

const GumboVector* children_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE ? &node.v.element.children : nullptr;
}

const GumboNode* child(const GumboVector& children, unsigned i) { return static_cast<const GumboNode*>(children.data[i]); }

/// A table of data has a row of two cells; without one it only holds a page together and its cells are groups.
bool is_data_table(const GumboNode& table) {
  std::vector<const GumboNode*> open = {&table};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    const GumboVector* children = children_of(*node);
    unsigned cells = 0;
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      const GumboNode* inner = child(*children, i);
      if (inner->type != GUMBO_NODE_ELEMENT) continue;
      const Role role = role_of(inner->v.element.tag);
      if (role == Role::cell)
        ++cells;
      else if (role != Role::table)
        open.push_back(inner);
    }
    if (cells >= 2) return true;
  }
  return false;
}

constexpr bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// A line that begins like a paragraph: with the two spaces of width that Chinese text indents with.
bool begins_indented(std::string_view text) {
  return text.starts_with("\u3000") || text.starts_with("\u2003") || text.starts_with("\u00A0\u00A0");
}

class HtmlReader {
 public:
  HtmlReader(std::string_view html, const HtmlContext& context, BlockCollector& collector)
      : html_(html), context_(context), collector_(collector) {
    for (std::size_t at = html.find('\n'); at != npos; at = html.find('\n', at + 1)) line_ends_.push_back(at);
  }

  std::string_view run() {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput* output = gumbo_parse_with_options(&options, html_.data(), html_.size());
    walk(*output->root);
    flush();
    gumbo_destroy_output(&options, output);
    return page_title_;
  }

 private:
  struct OpenSpan {
    Span::Kind kind;
    std::string_view target;
  };
  struct OpenNode {
    const GumboNode* node;
    unsigned next_child;
  };

  void walk(const GumboNode& root) {
    std::vector<OpenNode> open = {{&root, 0}};
    while (!open.empty()) {
      OpenNode& top = open.back();
      const GumboVector* children = children_of(*top.node);
      if (children == nullptr || top.next_child == children->length) {
        const GumboNode* done = top.node;
        open.pop_back();
        if (done != &root) leave(*done);
        continue;
      }
      const GumboNode* next = child(*children, top.next_child++);
      if (next->type == GUMBO_NODE_ELEMENT || next->type == GUMBO_NODE_TEMPLATE) {
        if (enter(*next)) open.push_back({next, 0});
      } else if (next->type != GUMBO_NODE_COMMENT) {
        add_text(next->v.text);
      }
    }
  }

  /// True if the element's children are to be read and leave() called behind them.
  bool enter(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    switch (element.tag_namespace == GUMBO_NAMESPACE_HTML ? role_of(element.tag) : Role::dropped) {
      case Role::transparent:
        return true;
      case Role::span:
        open_span(element);
        return true;
      case Role::line_break:
        line_break();
        return false;
      case Role::picture:
        picture(element);
        return false;
      case Role::divider:
        divider(element);
        return false;
      case Role::silent:
        return false;
      case Role::dropped:
        drop(element);
        return false;
      case Role::page_title:
        page_title(element);
        return false;
      case Role::table:
        return enter_table(node);
      case Role::table_caption:
      case Role::row:
      case Role::cell:
        return enter_table_part(node);
      case Role::preformatted:
        boundary();
        preformatted_ = true;
        extend_to_tag(element.original_tag);
        return true;
      case Role::list:
        boundary();
        if (!table_) collector_.open_list(element.tag == GUMBO_TAG_OL, number_attribute(element, "start", 1));
        return true;
      case Role::item:
        boundary();
        if (!table_) collector_.open_item();
        extend_to_tag(element.original_tag);
        return true;
      case Role::quote:
        boundary();
        if (!table_) collector_.open_quote();
        return true;
      case Role::figure_caption:
        boundary();
        in_caption_ = true;
        return true;
      case Role::paragraph:
      case Role::heading:
        boundary();
        extend_to_tag(element.original_tag);
        return true;
      case Role::group:
        boundary();
        return true;
    }
    return true;
  }

  void leave(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    const Role role = role_of(element.tag);
    if (role == Role::transparent) return;
    if (role == Role::span) {
      builder_.close();
      spans_.pop_back();
      return;
    }
    if (!builder_.empty() && role != Role::group) extend_to_tag(element.original_end_tag);
    if (role == Role::heading && !table_) {
      flush_heading(1 + static_cast<int>(element.tag) - static_cast<int>(GUMBO_TAG_H1));
      return;
    }
    if (role == Role::preformatted && !table_) flush_code();
    if (role == Role::preformatted) preformatted_ = false;
    if (role == Role::cell || role == Role::table_caption || role == Role::table) {
      leave_table_part(element, role);
      return;
    }
    boundary();
    if (role == Role::figure_caption) in_caption_ = false;
    if (table_) return;
    if (role == Role::list) collector_.close_list();
    if (role == Role::item) collector_.close_item();
    if (role == Role::quote) collector_.close_quote();
  }

  // Tables: one at a time; a table inside a cell is part of the cell's text.

  bool enter_table(const GumboNode& node) {
    boundary();
    ++table_depth_;
    if (table_ || !is_data_table(node)) return true;
    table_.emplace();
    data_table_depth_ = table_depth_;
    table_lines_ = {line_of(node.v.element.original_tag.data), end_line_of(node.v.element.original_end_tag)};
    return true;
  }

  [[nodiscard]] bool in_data_table() const { return table_ && table_depth_ == data_table_depth_; }

  bool enter_table_part(const GumboNode& node) {
    boundary();
    if (node.v.element.tag == GUMBO_TAG_TR && in_data_table()) {
      const GumboNode* parent = node.parent;
      table_->begin_row(parent != nullptr && parent->type == GUMBO_NODE_ELEMENT && parent->v.element.tag == GUMBO_TAG_THEAD);
    }
    return true;
  }

  void leave_table_part(const GumboElement& element, Role role) {
    if (role != Role::table) {
      if (!in_data_table()) {
        boundary();
      } else if (role == Role::cell) {
        table_->add_cell(take(), element.tag == GUMBO_TAG_TH, number_attribute(element, "colspan", 1),
                         number_attribute(element, "rowspan", 1));
      } else {
        table_->set_caption(take());
      }
      return;
    }
    boundary();
    if (in_data_table()) {
      Table table = table_->finish(context_.strings);
      table_.reset();
      table_lines_.last = std::max(table_lines_.last, lines_.last);
      collector_.block(std::move(table), table_lines_);
      lines_ = {};
    }
    --table_depth_;
  }

  // Blocks.

  /// A block begins or ends here: in a cell that is a new line, elsewhere the text so far is a paragraph.
  void boundary() {
    if (!table_)
      flush();
    else if (!builder_.empty())
      builder_.hard_break();
  }

  RichText take() {
    RichText text = builder_.take(context_.strings);
    for (const OpenSpan& span : spans_) builder_.open(span.kind, span.target);
    break_pending_ = false;
    return text;
  }

  void flush() {
    const bool empty = builder_.empty();
    RichText text = take();
    const LineRange lines = std::exchange(lines_, {});
    if (!empty && in_caption_)
      collector_.block(Paragraph{.role = Paragraph::Role::caption, .text = std::move(text)}, lines);
    else if (!empty)
      collector_.paragraph(std::move(text), lines);
    write_dropped();
  }

  void flush_heading(int level) {
    const bool empty = builder_.empty();
    RichText text = take();
    const LineRange lines = std::exchange(lines_, {});
    if (!empty) collector_.heading(level, std::move(text), lines);
    write_dropped();
  }

  void flush_code() {
    const std::string_view code = context_.strings.keep(trim_end(code_));
    code_.clear();
    const LineRange lines = std::exchange(lines_, {});
    if (!code.empty()) collector_.block(Code{.text = code, .language = {}}, lines);
  }

  void divider(const GumboElement& element) {
    boundary();
    if (table_) return;
    extend_to_tag(element.original_tag);
    collector_.block(Divider{}, std::exchange(lines_, {}));
  }

  void picture(const GumboElement& element) {
    std::string_view address = attribute(element, "src");
    for (const char* name : {"data-src", "data-original"}) {  // pictures that a script of the page would have put in
      if (address.empty() || address.starts_with("data:"))
        address = attribute(element, name).empty() ? address : attribute(element, name);
    }
    const std::string_view checked = checked_address(address, true, line_of(element.original_tag.data), context_);
    const std::string_view alt = context_.strings.keep(trim(attribute(element, "alt")));
    if (table_) {
      if (!checked.empty())
        builder_.span(Span::Kind::image, alt, checked);
      else
        builder_.text(alt);
      return;
    }
    flush();
    if (checked.empty() && alt.empty()) return;
    extend_to_tag(element.original_tag);
    collector_.block(Figure{.number = {}, .caption = {}, .image = checked, .alt = alt}, std::exchange(lines_, {}));
  }

  void drop(const GumboElement& element) {
    const char* const begin = element.original_tag.data;
    if (begin == nullptr) return;
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    const std::string element_name = ascii_lower({name.data, name.length});
    context_.problems.add(dropped_element, context_.source.place(line_of(begin)), {element_name});
    const GumboStringPiece& end_tag = element.original_end_tag;
    const char* const end =
        end_tag.data != nullptr && end_tag.data >= begin ? end_tag.data + end_tag.length : begin + element.original_tag.length;
    const std::string_view text = context_.strings.keep({begin, static_cast<std::size_t>(end - begin)});
    dropped_.push_back({Noise{text, "element not allowed"}, {line_of(begin), line_of(end - 1)}});
    if (!table_ && builder_.empty()) flush();
  }

  /// What was dropped stands behind the block that it was found in.
  void write_dropped() {
    for (Draft& draft : dropped_) collector_.block(std::move(draft.content), draft.lines);
    dropped_.clear();
  }

  void page_title(const GumboElement& element) {
    for (unsigned i = 0; i < element.children.length; ++i) {
      const GumboNode* text = child(element.children, i);
      if (text->type == GUMBO_NODE_TEXT) page_title_ = context_.strings.keep(trim(text->v.text.text));
    }
  }

  // Text.

  void open_span(const GumboElement& element) {
    const Span::Kind kind = *inline_span(gumbo_normalized_tagname(element.tag));
    std::string_view target;
    if (kind == Span::Kind::link)
      target = checked_address(attribute(element, "href"), false, line_of(element.original_tag.data), context_);
    spans_.push_back({kind, target});
    builder_.open(kind, target);
  }

  void line_break() {
    if (builder_.empty()) return;
    if (break_pending_) {
      boundary();
      return;
    }
    builder_.hard_break();
    break_pending_ = true;
  }

  void add_text(const GumboText& node) {
    const std::string_view text = node.text;
    if (preformatted_ && !table_) {
      code_ += text;
      extend_to_text(node.original_text);
      return;
    }
    const std::size_t begin = text.find_first_not_of(" \n\t\r\f");
    if (begin != npos && break_pending_) {
      if (begins_indented(text.substr(begin))) boundary();
      break_pending_ = false;
    }
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && is_html_space(text[end])) ++end;
      if (end > at) {
        if (text.substr(at, end - at).find('\n') != npos)
          builder_.soft_break();
        else
          builder_.space();
        at = end;
      }
      while (end < text.size() && !is_html_space(text[end])) ++end;
      builder_.text(text.substr(at, end - at));
      at = end;
    }
    if (begin != npos) extend_to_text(node.original_text);
  }

  // Lines.

  /// The line of a place in the HTML; 0 for what the parser made itself.
  [[nodiscard]] std::uint32_t line_of(const char* at) const {
    if (at == nullptr || at < html_.data() || at > html_.data() + html_.size()) return 0;
    const auto offset = static_cast<std::size_t>(at - html_.data());
    const auto before = std::lower_bound(line_ends_.begin(), line_ends_.end(), offset) - line_ends_.begin();
    return context_.first_line + static_cast<std::uint32_t>(before);
  }
  [[nodiscard]] std::uint32_t end_line_of(const GumboStringPiece& piece) const {
    return piece.data == nullptr || piece.length == 0 ? 0 : line_of(piece.data + piece.length - 1);
  }

  void extend(std::uint32_t first, std::uint32_t last) {
    if (first == 0) return;
    lines_.first = lines_.first == 0 ? first : std::min(lines_.first, first);
    lines_.last = std::max({lines_.last, first, last});
  }
  void extend_to_tag(const GumboStringPiece& tag) {
    if (tag.length > 0) extend(line_of(tag.data), end_line_of(tag));
  }
  void extend_to_text(const GumboStringPiece& piece) {
    if (piece.data == nullptr) return;
    std::size_t first = 0, last = piece.length;
    while (first < last && is_html_space(piece.data[first])) ++first;
    while (last > first && is_html_space(piece.data[last - 1])) --last;
    if (last > first) extend(line_of(piece.data + first), line_of(piece.data + last - 1));
  }

  std::string_view html_;
  const HtmlContext& context_;
  BlockCollector& collector_;
  std::vector<std::size_t> line_ends_;

  RichTextBuilder builder_;
  std::vector<OpenSpan> spans_;
  LineRange lines_{};  ///< of what is in the builder
  bool break_pending_ = false;
  bool preformatted_ = false;
  bool in_caption_ = false;
  std::string code_;
  std::string_view page_title_;
  std::vector<Draft> dropped_;

  std::optional<HtmlTable> table_;
  LineRange table_lines_{};
  std::uint32_t table_depth_ = 0, data_table_depth_ = 0;
};

}  // namespace

std::string_view checked_address(std::string_view address, bool image, std::uint32_t line, const HtmlContext& context) {
  if (trim(address).empty()) return {};
  const auto allowed = allowed_address(address, image ? AddressUse::image : AddressUse::link);
  if (allowed) return context.strings.keep(*allowed);
  context.problems.add(dropped_address, context.source.place(line), {std::string(take_characters(address, 80))});
  return {};
}

std::optional<InlineTag> read_inline_tag(std::string_view tag) {
  if (tag.size() < 3 || tag[0] != '<') return std::nullopt;
  InlineTag result;
  result.closing = tag[1] == '/';
  const std::size_t begin = result.closing ? 2 : 1;
  result.name = ascii_lower(tag.substr(begin, std::min(tag.find_first_of(" \t\n/>", begin), tag.size()) - begin));
  if (result.closing || (result.name != "a" && result.name != "img")) return result;
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, tag.data(), tag.size());
  const GumboNode* node = output->root;
  while (const GumboVector* children = children_of(*node)) {  // html, body, the element
    if (children->length == 0) break;
    node = child(*children, children->length - 1);
  }
  if (node->type == GUMBO_NODE_ELEMENT) {
    result.address = attribute(node->v.element, result.name == "a" ? "href" : "src");
    result.title = attribute(node->v.element, result.name == "a" ? "title" : "alt");
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return result;
}

std::string_view collect_html(std::string_view html, const HtmlContext& context, BlockCollector& collector) {
  return HtmlReader(html, context, collector).run();
}

}  // namespace reportal::markup

namespace reportal {

Document understand_html(const Source& source, Problems& problems) {
  Document document = markup::begin_document(source);
  const markup::Body body = markup::body_of(source);
  if (!markup::within_html_limits(body.text, source, body.first_line, problems)) {
    markup::assemble_unread(source, document);
    return document;
  }
  markup::BlockCollector collector(document.strings);
  const markup::HtmlContext context{source, body.first_line, document.strings, problems};
  const std::string_view page_title = markup::collect_html(body.text, context, collector);
  markup::assemble(source, collector.take(), page_title, document);
  return document;
}

}  // namespace reportal
