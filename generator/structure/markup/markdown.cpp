// Markdown through cmark-gfm: prepared for Chinese, parsed, then its tree walked once into drafts.
//
// Of cmark's extensions only tables are attached: strikethrough and autolink change a table that all threads share. ~~ and bare
// web addresses are seen to here, in the text of the tree.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "chinese/characters.h"
#include "structure/markup/assemble.h"
#include "structure/markup/chinese_markdown.h"
#include "structure/markup/html.h"
#include "structure/markup/html_elements.h"
#include "structure/markup/limits.h"
#include "structure/markup/links.h"
#include "structure/markup/markup.h"
#include "structure/markup/markup_problems.h"
#include "structure/markup/rich_text.h"

namespace reportal::markup {

namespace {

using NodePointer = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using IteratorPointer = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

std::string_view view(const char* text) { return text == nullptr ? std::string_view{} : std::string_view(text); }

std::string without_shield(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find(shield, at), text.size());
    out += text.substr(at, found - at);
    at = found + shield.size();
  }
  return out;
}

NodePointer parse(const std::string& text) {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  (void)registered;
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES),
                                                                           cmark_parser_free);
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  NodePointer root(cmark_parser_finish(parser.get()), cmark_node_free);
  cmark_consolidate_text_nodes(root.get());
  return root;
}

enum class TablePart : std::uint8_t { none, table, header, row, cell };

/// Nodes of the table extension have no constants of their own.
TablePart table_part(cmark_node* node) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") return TablePart::table;
  if (type == "table_header") return TablePart::header;
  if (type == "table_row") return TablePart::row;
  return type == "table_cell" ? TablePart::cell : TablePart::none;
}

/// Cells of a table row as GitHub's dialect splits it: at every | that has no backslash before it; those at its ends are borders.
std::size_t count_cells(std::string_view row) {
  row = trim(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
  std::size_t cells = 1;
  for (std::size_t i = 0; i < row.size(); ++i) cells += row[i] == '|' && (i == 0 || row[i - 1] != '\\');
  return cells;
}

bool is_break(cmark_node* node) {
  return node == nullptr || cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK ||
         cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
}

class MarkdownReader {
 public:
  MarkdownReader(const PreparedMarkdown& prepared, const Source& source, StringPool& strings, Problems& problems,
                 BlockCollector& collector)
      : prepared_(prepared), source_(source), strings_(strings), problems_(problems), collector_(collector) {}

  void run(cmark_node* root) {
    const IteratorPointer iterator(cmark_iter_new(root), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const bool entering = event == CMARK_EVENT_ENTER;
      if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
        if (!entering) continue;
        image(node);
        cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
      } else if ((cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE) {
        inline_node(node, entering);
      } else if (const TablePart part = table_part(node); part != TablePart::none) {
        table_node(node, part, entering);
      } else {
        block_node(node, entering);
      }
    }
    if (in_notes_) collector_.close_list();
  }

 private:
  // Lines.

  [[nodiscard]] std::uint32_t source_line(int prepared_line) const {
    const int last = static_cast<int>(prepared_.lines.size()) - 1;
    return prepared_line <= 0 || last <= 0 ? 0 : prepared_.lines[static_cast<std::size_t>(std::min(prepared_line, last))];
  }
  [[nodiscard]] LineRange lines_of(cmark_node* node) const {
    const int first = cmark_node_get_start_line(node);
    return {source_line(first), source_line(std::max(first, cmark_node_get_end_line(node)))};
  }

  [[nodiscard]] HtmlContext html_context(std::uint32_t first_line) const { return {source_, first_line, strings_, problems_}; }

  // Blocks.

  void block_node(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        entering ? collector_.open_quote() : collector_.close_quote();
        break;
      case CMARK_NODE_LIST:
        if (entering)
          collector_.open_list(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                               static_cast<std::uint32_t>(std::max(0, cmark_node_get_list_start(node))));
        else
          collector_.close_list();
        break;
      case CMARK_NODE_ITEM:
        entering ? collector_.open_item() : collector_.close_item();
        break;
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        note(entering);
        break;
      case CMARK_NODE_PARAGRAPH:
        if (entering)
          paragraph_lines_ = lines_of(node);
        else
          flush_paragraph(paragraph_lines_.last);
        break;
      case CMARK_NODE_HEADING:
        if (!entering) collector_.heading(cmark_node_get_heading_level(node), take(), lines_of(node));
        break;
      case CMARK_NODE_CODE_BLOCK:
        code_block(node);
        break;
      case CMARK_NODE_HTML_BLOCK:
        html_block(node);
        break;
      case CMARK_NODE_THEMATIC_BREAK:
        collector_.block(Divider{}, lines_of(node));
        break;
      default:
        break;
    }
  }

  RichText take() {
    html_open_.clear();
    return builder_.take(strings_);
  }

  /// What was read of the paragraph becomes a block that ends on line `last`.
  void flush_paragraph(std::uint32_t last) {
    const bool empty = builder_.empty();
    RichText text = take();
    if (!empty) collector_.paragraph(std::move(text), {paragraph_lines_.first, std::max(paragraph_lines_.first, last)});
  }

  /// The notes of a document stand at its end as a list.
  void note(bool entering) {
    if (!entering) {
      collector_.close_item();
      return;
    }
    if (!in_notes_) collector_.open_list(true, 1);
    in_notes_ = true;
    collector_.open_item(note_mark(std::to_string(++notes_)));
  }

  [[nodiscard]] std::string_view note_mark(const std::string& number) { return strings_.keep("[" + number + "]"); }

  void code_block(cmark_node* node) {
    const std::string text = without_shield(view(cmark_node_get_literal(node)));
    int length = 0, offset = 0;
    char mark = 0;
    const bool fenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0;
    if (!fenced && is_chinese_prose(trim(text))) {
      LineRange lines = lines_of(node);
      for (const std::string_view line : split_lines(text)) {
        builder_.text(trim(line));
        const bool empty = builder_.empty();
        RichText paragraph = take();
        if (!empty) collector_.paragraph(std::move(paragraph), lines);
      }
      return;
    }
    const std::string_view info = trim(view(cmark_node_get_fence_info(node)));
    collector_.block(
        Code{.text = strings_.keep(trim_end(text)), .language = strings_.keep(info.substr(0, info.find_first_of(" \t{")))},
        lines_of(node));
  }

  void html_block(cmark_node* node) {
    const std::string html = without_shield(view(cmark_node_get_literal(node)));
    const std::uint32_t first_line = lines_of(node).first;
    if (within_html_limits(html, source_, first_line, problems_)) collect_html(html, html_context(first_line), collector_);
  }

  void table_node(cmark_node* node, TablePart part, bool entering) {
    switch (part) {
      case TablePart::table:
        entering ? begin_table(node) : collector_.block(std::exchange(table_, {}), table_lines_);
        break;
      case TablePart::row:
        if (entering) begin_row(node);
        break;
      case TablePart::cell:
        if (entering) break;
        table_lines_.last = std::max(table_lines_.last, lines_of(node).last);
        (table_.rows.empty() ? table_.columns : table_.rows.back().cells).push_back(take());
        break;
      default:
        break;
    }
  }

  void begin_table(cmark_node* node) {
    table_lines_ = lines_of(node);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (std::uint16_t i = 0; alignments != nullptr && i < cmark_gfm_extensions_get_table_columns(node); ++i) {
      table_.alignment.push_back(alignments[i] == 'l' ? 1 : alignments[i] == 'c' ? 2 : alignments[i] == 'r' ? 3 : 0);
    }
  }

  /// cmark drops the cells of a row that has more of them than the header; that would lose text without a word.
  void begin_row(cmark_node* node) {
    table_.rows.emplace_back();
    const std::uint32_t line = lines_of(node).first;
    const std::size_t cells = count_cells(source_.line(line));
    if (cells <= table_.columns.size()) return;
    problems_.add(too_many_cells, source_.place(line), {std::to_string(cells), std::to_string(table_.columns.size())});
  }

  // Running text.

  void inline_node(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        text(view(cmark_node_get_literal(node)));
        break;
      case CMARK_NODE_SOFTBREAK:
        builder_.soft_break();
        break;
      case CMARK_NODE_LINEBREAK:
        builder_.hard_break();
        break;
      case CMARK_NODE_CODE:
        builder_.span(Span::Kind::code, without_shield(view(cmark_node_get_literal(node))));
        break;
      case CMARK_NODE_HTML_INLINE:
        html_tag(without_shield(view(cmark_node_get_literal(node))), cmark_node_get_start_line(node));
        break;
      case CMARK_NODE_EMPH:
        container(entering, Span::Kind::emphasis);
        break;
      case CMARK_NODE_STRONG:
        container(entering, Span::Kind::strong);
        break;
      case CMARK_NODE_LINK:
        container(entering, Span::Kind::link, entering ? address(cmark_node_get_url(node), false, node) : std::string_view{},
                  entering ? strings_.keep(without_shield(view(cmark_node_get_title(node)))) : std::string_view{});
        break;
      case CMARK_NODE_FOOTNOTE_REFERENCE: {
        if (!entering) break;
        const std::string number(view(cmark_node_get_literal(node)));
        builder_.span(Span::Kind::note_reference, note_mark(number), strings_.keep(number));
        break;
      }
      default:
        break;
    }
  }

  void container(bool entering, Span::Kind kind, std::string_view target = {}, std::string_view title = {}) {
    if (entering) {
      builder_.open(kind, target, title);
      html_open_.emplace_back();  // a wall: tags close inside of the container that they were opened in
      return;
    }
    while (!html_open_.empty() && !html_open_.back().empty()) close_html_tag();
    if (!html_open_.empty()) html_open_.pop_back();
    builder_.close();
  }

  void close_html_tag() {
    builder_.close();
    html_open_.pop_back();
  }

  void html_tag(const std::string& literal, int prepared_line) {
    const auto tag = read_inline_tag(literal);
    if (!tag) return;
    if (tag->name == "br") {
      builder_.hard_break();
    } else if (tag->name == "img") {
      const std::string_view target = checked_address(tag->address, true, source_line(prepared_line), html_context(0));
      if (!target.empty())
        builder_.span(Span::Kind::image, tag->title, target);
      else
        builder_.text(tag->title);
    } else if (tag->name == "script" || tag->name == "style" || tag->name == "iframe" || tag->name == "object") {
      if (!tag->closing) problems_.add(dropped_tag, source_.place(source_line(prepared_line)), {tag->name});
    } else if (const auto kind = inline_span(tag->name); kind && !tag->closing) {
      const std::string_view target = *kind == Span::Kind::link
                                          ? checked_address(tag->address, false, source_line(prepared_line), html_context(0))
                                          : std::string_view{};
      builder_.open(*kind, target, strings_.keep(tag->title));
      html_open_.push_back(tag->name);
    } else if (kind) {
      const auto wall = std::find(html_open_.rbegin(), html_open_.rend(), std::string{});
      if (std::find(html_open_.rbegin(), wall, tag->name) == wall) return;
      while (html_open_.back() != tag->name) close_html_tag();
      close_html_tag();
    }
  }

  std::string_view address(const char* url, bool image, cmark_node* node) {
    return checked_address(without_shield(view(url)), image, source_line(cmark_node_get_start_line(node)), html_context(0));
  }

  /// A picture alone on its line is a figure, one in running text a span.
  void image(cmark_node* node) {
    const std::string alt = alternative_text(node);
    const std::string_view target = address(cmark_node_get_url(node), true, node);
    cmark_node* parent = cmark_node_parent(node);
    const bool alone = cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH && is_break(cmark_node_previous(node)) &&
                       is_break(cmark_node_next(node));
    if (!alone) {
      if (!target.empty())
        builder_.span(Span::Kind::image, alt, target, strings_.keep(without_shield(view(cmark_node_get_title(node)))));
      else
        builder_.text(alt);
      return;
    }
    const std::uint32_t line =
        std::clamp(source_line(cmark_node_get_start_line(node)), paragraph_lines_.first, paragraph_lines_.last);
    flush_paragraph(line - 1);
    RichTextBuilder caption;
    caption.text(without_shield(view(cmark_node_get_title(node))));
    collector_.block(Figure{.number = {}, .caption = caption.take(strings_), .image = target, .alt = strings_.keep(alt)},
                     {line, line});
    paragraph_lines_.first = std::min(line + 1, paragraph_lines_.last);
  }

  static std::string alternative_text(cmark_node* image) {
    std::string text;
    const IteratorPointer iterator(cmark_iter_new(image), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const cmark_node_type type = cmark_node_get_type(node);
      if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
        text += without_shield(view(cmark_node_get_literal(node)));
    }
    return text;
  }

  /// Text of the tree, in which ~~, bare web addresses and the shield are still to be found.
  void text(std::string_view literal) {
    static constexpr std::string_view signs = "hHwW~\xEF";
    std::size_t begin = 0;
    for (std::size_t at = literal.find_first_of(signs); at != npos; at = literal.find_first_of(signs, at)) {
      std::size_t length = 0;
      if (literal[at] == '~') {
        length = strike_run(literal, begin, at);
      } else if (literal[at] == shield[0]) {
        if (literal.substr(at).starts_with(shield)) {
          builder_.text(literal.substr(begin, at - begin));
          length = shield.size();
        }
      } else if (at == 0 || !is_latin_or_digit(literal[at - 1])) {
        length = web_address(literal, begin, at);
      }
      at += std::max<std::size_t>(length, 1);
      if (length > 0) begin = at;
    }
    builder_.text(literal.substr(begin));
  }

  static bool is_latin_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '@' || c == '.';
  }

  /// Before text that is struck out, and so never at the end of it.
  static bool begins_stretch(char32_t c) {
    return is_space(c) || std::u32string_view(U"，、；：（“‘《【,;:([").find(c) != std::u32string_view::npos;
  }
  /// Behind text that is struck out, and so never at the start of it.
  static bool ends_stretch(char32_t c) {
    return is_space(c) || std::u32string_view(U"，。、；：！？）”’》】,.;:)]").find(c) != std::u32string_view::npos;
  }

  /// A run of ~ at `at`; writes the text before it and returns its length.
  std::size_t strike_run(std::string_view literal, std::size_t begin, std::size_t at) {
    const std::size_t end = std::min(literal.find_first_not_of('~', at), literal.size());
    builder_.text(literal.substr(begin, at - begin));
    if (end - at == 2) {
      const bool can_close = at == 0 || !begins_stretch(last_character(literal.substr(0, at)));
      const bool can_open = end == literal.size() || !ends_stretch(first_character(literal.substr(end)));
      builder_.strike_mark(can_open, can_close);
    } else {
      builder_.text(literal.substr(at, end - at));
    }
    return end - at;
  }

  std::size_t web_address(std::string_view literal, std::size_t begin, std::size_t at) {
    if (builder_.inside(Span::Kind::link)) return 0;
    const std::size_t length = web_address_length(literal.substr(at));
    if (length == 0) return 0;
    const std::string_view shown = literal.substr(at, length);
    const bool has_scheme = shown.find("://") != npos;
    builder_.text(literal.substr(begin, at - begin));
    builder_.span(Span::Kind::link, shown, strings_.keep(has_scheme ? std::string(shown) : "http://" + std::string(shown)));
    return length;
  }

  const PreparedMarkdown& prepared_;
  const Source& source_;
  StringPool& strings_;
  Problems& problems_;
  BlockCollector& collector_;

  RichTextBuilder builder_;
  std::vector<std::string> html_open_;  ///< tags of running text; "" for a container of Markdown
  LineRange paragraph_lines_{};
  Table table_;
  LineRange table_lines_{};
  bool in_notes_ = false;
  int notes_ = 0;
};

}  // namespace

}  // namespace reportal::markup

namespace reportal {

Document understand_markdown(const Source& source, Problems& problems) {
  Document document = markup::begin_document(source);
  const markup::Body body = markup::body_of(source);
  if (!markup::within_markdown_limits(body.text, source, body.first_line, problems)) {
    markup::assemble_unread(source, document);
    return document;
  }
  const markup::PreparedMarkdown prepared = markup::prepare_markdown(body.text, body.first_line);
  const auto root = markup::parse(prepared.text);
  markup::BlockCollector collector(document.strings);
  markup::MarkdownReader(prepared, source, document.strings, problems, collector).run(root.get());
  markup::assemble(source, collector.take(), {}, document);
  return document;
}

}  // namespace reportal
