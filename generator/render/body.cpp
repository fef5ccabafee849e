#include "render/body.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/files.h"
#include "base/text.h"
#include "render/chart.h"

namespace reportal {
namespace {

bool is_remote(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://") || address.starts_with("//");
}

/// Addresses of a source are relative to its folder; pages stand elsewhere, so they are turned by way of the site's root.
class SourceAddresses final : public AddressResolver {
 public:
  SourceAddresses(const Settings& settings, const Document& document, std::string_view page)
      : settings_(settings), folder_(document.metadata.folder), page_(page) {}

  [[nodiscard]] std::string link(std::string_view target) const override {
    const bool elsewhere = target.starts_with('#') || target.starts_with("mailto:") || target.starts_with("tel:") || is_remote(target);
    return elsewhere ? std::string(target) : inside(target);
  }

  [[nodiscard]] std::string picture(std::string_view target) const override {
    if (target.empty()) return {};
    if (is_remote(target)) return settings_.remote_images ? std::string(target) : std::string();
    return inside(target);
  }

  /// A picture of the front matter, whose path read has resolved to one below the content folder.
  [[nodiscard]] std::string content_picture(std::string_view path) const {
    return path.empty() || is_remote(path) ? picture(path) : relative_address(page_, file_address(path));
  }

 private:
  [[nodiscard]] std::string inside(std::string_view target) const {
    return relative_address(page_, normal_path(target.starts_with('/') ? std::string(target.substr(1)) : join_path(folder_, target)));
  }

  const Settings& settings_;
  std::string_view folder_;
  std::string_view page_;
};

bool is_number_cell(std::string_view text) {
  bool digit = false;
  for (const char c : text) {
    if (is_ascii_digit(static_cast<unsigned char>(c))) {
      digit = true;
    } else if (c != '.' && c != ',' && c != '%' && c != '-' && c != '+' && c != ' ') {
      return false;
    }
  }
  return digit;
}

/// A column all of whose cells that hold anything hold numbers.
bool is_number_column(const Table& table, std::size_t column) {
  bool any = false;
  for (const TableRow& row : table.rows) {
    if (row.group || column >= row.cells.size() || row.cells[column].text.empty()) continue;
    if (!is_number_cell(row.cells[column].text)) return false;
    any = true;
  }
  return any;
}

}  // namespace

std::string_view interface_text(const Strings& strings, std::string_view key) {
  const auto found = strings.find(std::string(key));
  return found == strings.end() ? key : std::string_view(found->second);
}

namespace {

/// Writes the blocks of one body; holds what is open while it goes through them.
class Body {
 public:
  Body(std::string& out, const Library& library, const Links& links, const SitePlan& plan, const Strings& strings, const BodyPage& page,
       std::span<const std::uint32_t> blocks)
      : out_(out),
        links_(links),
        plan_(plan),
        library_(library),
        strings_(strings),
        page_(page),
        document_(library.documents[page.document]),
        anchors_(plan.anchors[page.document]),
        addresses_(library.settings, document_, page.address),
        blocks_(blocks) {}

  void write() {
    for (position_ = 0; position_ < blocks_.size(); ++position_) {
      block_ = blocks_[position_];
      const Block& block = document_.blocks[block_];
      const bool shown = as<Noise>(block) == nullptr && as<Repeat>(block) == nullptr;
      if (!shown) continue;
      if (open_case_ >= 0 && block.inside_case != open_case_) close_case();
      std::visit([&](const auto& content) { write_content(content); }, block.content);
    }
    close_case();
  }

  void drawing(const Figure& figure) {
    const auto found = document_.metadata.figures.find(std::string(figure.number));
    const FigureMetadata* given = figure.number.empty() || found == document_.metadata.figures.end() ? nullptr : &found->second;
    if (given != nullptr && given->chart) {
      append_chart(out_, *given->chart, given->alt.empty() ? figure.caption.text : std::string_view(given->alt), string("chart_data"));
      return;
    }
    const bool has_given = given != nullptr && !given->image.empty();
    const std::string address = has_given ? addresses_.content_picture(given->image) : addresses_.picture(figure.image);
    const std::string_view alt = given != nullptr && !given->alt.empty() ? std::string_view(given->alt)
                                 : figure.alt.empty()                    ? figure.caption.text
                                                                         : figure.alt;
    if (!address.empty()) {
      out_ += "<img src=\"";
      append_html_escaped(out_, address);
      out_ += "\" alt=\"";
      append_html_escaped(out_, alt);
      out_ += "\" loading=\"lazy\">";
      return;
    }
    out_ += "<div class=\"placeholder\"><span>";
    append_html_escaped(out_, string(has_given || !figure.image.empty() ? "figure_remote" : "figure_missing"));
    out_ += "</span></div>";
  }

 private:
  // Blocks.

  void write_content(const Heading& heading) {
    const int level = std::clamp(heading.level + page_.heading_shift, 2, 6);
    heading_level_ = level;
    out_ += fmt::format("<h{}", level);
    anchor();
    out_ += '>';
    if (!heading.shown_number().empty()) {
      out_ += "<span class=\"number\">";
      append_html_escaped(out_, heading.shown_number());
      out_ += "</span> ";
    }
    inline_html(heading.title);
    out_ += fmt::format("</h{}>\n", level);
  }

  void write_content(const Paragraph& paragraph) {
    static constexpr std::string_view classes[] = {"", "byline", "credit", "dateline", "caption"};
    const std::string_view css_class = classes[static_cast<std::size_t>(paragraph.role)];
    out_ += "<p";
    if (!css_class.empty()) out_.append(" class=\"").append(css_class).append("\"");
    anchor();
    out_ += '>';
    marked_html(paragraph.text, 0);
    out_ += "</p>\n";
  }

  void write_content(const List& list) {
    std::vector<bool> ordered;  // of the levels that are open
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const ListItem& item = list.items[i];
      while (ordered.size() > item.depth + std::size_t{1}) close_list(ordered);
      if (ordered.size() == item.depth + std::size_t{1}) {
        out_ += "</li>\n";
        if (ordered.back() != item.ordered) reopen_list(ordered, item.ordered);
      }
      while (ordered.size() < item.depth + std::size_t{1}) open_list(ordered, item, i == 0 ? list.start : 1);
      out_ += item.marker.empty() ? "<li>" : "<li class=\"marked\"><span class=\"marker\">";
      if (!item.marker.empty()) {
        append_html_escaped(out_, item.marker);
        out_ += "</span> ";
      }
      marked_html(item.text, static_cast<std::uint32_t>(i));
    }
    while (!ordered.empty()) close_list(ordered);
  }

  void open_list(std::vector<bool>& ordered, const ListItem& item, std::uint32_t start) {
    // A level that was skipped is opened by an empty item, since a list may stand only in an item.
    if (!ordered.empty() && out_.ends_with("</li>\n")) out_.resize(out_.size() - 6);
    out_ += item.ordered ? "<ol" : "<ul";
    if (ordered.empty()) anchor();
    if (item.ordered && start != 1) out_ += fmt::format(" start=\"{}\"", start);
    out_ += ">\n";
    ordered.push_back(item.ordered);
    if (ordered.size() < item.depth + std::size_t{1}) out_ += "<li>";
  }

  void close_list(std::vector<bool>& ordered) {
    out_ += ordered.back() ? "</li>\n</ol>\n" : "</li>\n</ul>\n";
    ordered.pop_back();
  }

  void reopen_list(std::vector<bool>& ordered, bool now_ordered) {
    out_ += ordered.back() ? "</ol>\n" : "</ul>\n";
    out_ += now_ordered ? "<ol>\n" : "<ul>\n";
    ordered.back() = now_ordered;
  }

  void write_content(const Quote& quote) {
    out_ += "<blockquote";
    anchor();
    out_ += ">\n";
    for (const RichText& paragraph : quote.paragraphs) {
      out_ += "<p>";
      inline_html(paragraph);
      out_ += "</p>\n";
    }
    out_ += "</blockquote>\n";
  }

  void write_content(const Code& code) {
    out_ += "<pre";
    anchor();
    out_ += "><code>";
    append_html_escaped(out_, code.text);
    out_ += "</code></pre>\n";
  }

  void write_content(const Divider&) { out_ += "<hr>\n"; }

  void write_content(const CaseTitle& title) {
    if (!page_.case_boxes) return;
    close_case();
    open_case_ = static_cast<std::int32_t>(block_);
    const std::string& id = anchors_[block_];
    const int level = std::min(heading_level_ + 1, 6);
    out_ += fmt::format("<section class=\"case\" id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h{1} class=\"case-title\" id=\"{0}-title\">", id,
                        level);
    const std::string address = case_address();
    if (!address.empty()) {
      out_ += "<a href=\"";
      append_html_escaped(out_, address);
      out_ += "\">";
    }
    label(block_label(document_.blocks[block_]));
    inline_html(title.title);
    out_ += fmt::format("{}</h{}>\n", address.empty() ? "" : "</a>", level);
  }

  void close_case() {
    if (open_case_ >= 0) out_ += "</section>\n";
    open_case_ = -1;
  }

  [[nodiscard]] std::string case_address() const {
    const auto is_this = [&](const Case& item) {
      return item.document == page_.document && item.block == static_cast<std::int32_t>(block_);
    };
    const auto first = std::partition_point(library_.cases.begin(), library_.cases.end(),
                                            [&](const Case& item) { return item.document < page_.document; });
    const auto found = std::find_if(first, library_.cases.end(), is_this);
    if (found == library_.cases.end()) return {};
    return relative_address(page_.address, plan_.case_address[static_cast<std::size_t>(found - library_.cases.begin())]);
  }

  void write_content(const Figure& figure) {
    out_ += "<figure class=\"figure\"";
    anchor();
    out_ += ">\n";
    drawing(figure);
    notes();
    caption(figure.caption);
    out_ += "</figure>\n";
  }

  void write_content(const Table& table) {
    out_ += "<figure class=\"table\"";
    anchor();
    out_ += ">\n";
    caption(table.caption);
    if (!table.printed.empty()) {
      out_ += "<pre class=\"printed\" tabindex=\"0\" role=\"group\"";
      scroll_name(table);
      out_ += '>';
      for (const std::string_view line : table.printed) {
        append_html_escaped(out_, line);
        out_ += '\n';
      }
      out_ += "</pre>\n";
    } else if (!table.rows.empty() || !table.columns.empty()) {
      rows(table);
    }
    notes();
    out_ += "</figure>\n";
  }

  void rows(const Table& table) {
    std::size_t columns = table.columns.size();
    for (const TableRow& row : table.rows) columns = std::max(columns, row.cells.size());
    const auto is_row = [](const TableRow& row) { return !row.group; };
    const bool sortable = !table.columns.empty() && std::count_if(table.rows.begin(), table.rows.end(), is_row) > 1;
    out_ += "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\"";
    scroll_name(table);
    out_ += sortable ? "><table data-sortable>\n" : "><table>\n";
    if (!table.columns.empty()) {
      out_ += "<thead><tr>";
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        cell(is_number_column(table, i) ? "th scope=\"col\" class=\"number\"" : "th scope=\"col\"", "th", table.columns[i]);
      }
      out_ += "</tr></thead>\n";
    }
    out_ += "<tbody>\n";
    for (const TableRow& row : table.rows) {
      if (row.group) {
        out_ += fmt::format("<tr class=\"group\"><th colspan=\"{}\" scope=\"rowgroup\">", columns);
        if (!row.cells.empty()) inline_html(row.cells.front());
        out_ += "</th></tr>\n";
        continue;
      }
      out_ += "<tr>";
      for (const RichText& text : row.cells) cell(is_number_cell(text.text) ? "td class=\"number\"" : "td", "td", text);
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  /// What can be scrolled has a name: that of the table, or the word.
  void scroll_name(const Table& table) {
    std::string name = block_label(document_.blocks[block_]);
    if (!name.empty() && !table.caption.text.empty()) name += ' ';
    name += table.caption.text;
    out_ += " aria-label=\"";
    append_html_escaped(out_, name.empty() ? string("tables") : std::string_view(name));
    out_ += '"';
  }

  void cell(std::string_view opening, std::string_view closing, const RichText& text) {
    out_.append("<").append(opening).append(">");
    inline_html(text);
    out_.append("</").append(closing).append(">");
  }

  /// A note that belongs to a figure or table before it was written with that; any other stands where it is.
  void write_content(const SourceNote& note) {
    if (std::find(written_notes_.begin(), written_notes_.end(), block_) == written_notes_.end()) write_note(block_, note);
  }

  [[nodiscard]] bool on_page(std::uint32_t block) const { return std::binary_search(blocks_.begin(), blocks_.end(), block); }

  /// The notes that belong to the block being written and follow it in its section.
  void notes() {
    for (std::size_t i = position_ + 1; i < blocks_.size(); ++i) {
      const Block& block = document_.blocks[blocks_[i]];
      if (const SourceNote* note = as<SourceNote>(block); note != nullptr && note->of == static_cast<std::int32_t>(block_)) {
        write_note(blocks_[i], *note);
        written_notes_.push_back(blocks_[i]);
      }
      if (as<Heading>(block) != nullptr) break;
    }
  }

  void write_note(std::uint32_t block, const SourceNote& note) {
    out_ += "<p class=\"source\"";
    anchor_of(block);
    out_ += '>';
    inline_html(note.text);
    out_ += "</p>\n";
  }

  void write_content(const Noise&) {}
  void write_content(const Repeat&) {}
  void write_content(const FrontMatterBlock&) {}
  void write_content(const TableOfContents&) {}

  // Parts of blocks.

  void anchor() { anchor_of(block_); }

  void anchor_of(std::uint32_t block) {
    if (anchors_[block].empty()) return;
    out_ += " id=\"";
    out_ += anchors_[block];
    out_ += '"';
  }

  void label(const std::string& text) {
    if (text.empty()) return;
    out_ += "<span class=\"label\">";
    append_html_escaped(out_, text);
    out_ += "</span> ";
  }

  void caption(const RichText& text) {
    const std::string name = block_label(document_.blocks[block_]);
    if (name.empty() && text.empty()) return;
    out_ += "<figcaption>";
    label(name);
    inline_html(text);
    out_ += "</figcaption>\n";
  }

  void inline_html(const RichText& text) { append_inline_html(out_, text, {}, addresses_); }

  [[nodiscard]] std::string_view string(const char* key) const { return interface_text(strings_, key); }

  /// The text of a paragraph or list item with the references and mentions that stand in it.
  void marked_html(const RichText& text, std::uint32_t item) {
    marks_.clear();
    const auto key = std::pair(block_, item);
    const auto reference = std::partition_point(document_.references.begin(), document_.references.end(),
                                                [&](const Reference& r) { return std::pair(r.block, r.item) < key; });
    for (auto r = reference; r != document_.references.end() && std::pair(r->block, r->item) == key; ++r) {
      if (r->target >= 0) marks_.push_back({r->first, r->last, "reference", target_address(static_cast<std::uint32_t>(r->target))});
    }
    const auto mention = std::partition_point(links_.mentions.begin(), links_.mentions.end(), [&](const Mention& m) {
      return std::tuple(m.document, m.block, m.item) < std::tuple(page_.document, block_, item);
    });
    for (auto m = mention; m != links_.mentions.end() && m->document == page_.document && std::pair(m->block, m->item) == key; ++m) {
      if (m->linked) add_mention(*m);
    }
    std::stable_sort(marks_.begin(), marks_.end(), [](const LinkMark& a, const LinkMark& b) { return a.first < b.first; });
    drop_overlaps();
    append_inline_html(out_, text, marks_, addresses_);
  }

  void add_mention(const Mention& mention) {
    const std::string& address = entity_address(plan_, mention.entity);
    if (address != page_.address) {
      marks_.push_back({mention.first, mention.last, "mention", relative_address(page_.address, address)});
    }
  }

  void drop_overlaps() {
    std::uint32_t end = 0;
    std::erase_if(marks_, [&](const LinkMark& mark) {
      if (mark.first < end) return true;
      end = mark.last;
      return false;
    });
  }

  [[nodiscard]] std::string target_address(std::uint32_t target) const {
    if (on_page(target)) return "#" + anchors_[target];
    return relative_address(page_.address, block_address(plan_, library_, page_.document, target));
  }

  std::string& out_;
  const Links& links_;
  const SitePlan& plan_;
  const Library& library_;
  const Strings& strings_;
  const BodyPage& page_;
  const Document& document_;
  const std::vector<std::string>& anchors_;
  SourceAddresses addresses_;
  std::span<const std::uint32_t> blocks_;
  std::vector<LinkMark> marks_;
  std::vector<std::uint32_t> written_notes_;
  std::size_t position_ = 0;
  std::uint32_t block_ = 0;
  std::int32_t open_case_ = -1;
  int heading_level_ = 1;  ///< of the last heading; a page begins under its title
};

}  // namespace

BodyWriter::BodyWriter(const Library& library, const Links& links, const SitePlan& plan, const Strings& strings)
    : library_(library), links_(links), plan_(plan), strings_(strings) {}

void BodyWriter::append(std::string& out, const BodyPage& page, std::span<const std::uint32_t> blocks) const {
  Body(out, library_, links_, plan_, strings_, page, blocks).write();
}

std::string BodyWriter::picture_address(const BodyPage& page, std::string_view path) const {
  return SourceAddresses(library_.settings, library_.documents[page.document], page.address).content_picture(path);
}

void BodyWriter::append_drawing(std::string& out, const BodyPage& page, const Figure& figure) const {
  Body(out, library_, links_, plan_, strings_, page, {}).drawing(figure);
}

}  // namespace reportal
