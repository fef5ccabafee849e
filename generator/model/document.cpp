#include "model/document.h"

namespace reportal {

namespace {

/// Collects parts of a text with a separator between those that are not empty.
class JoinedText {
 public:
  void line(std::string_view part) { append(part, '\n'); }
  void cell(std::string_view part, bool first) { append(part, first ? '\n' : '\t'); }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void append(std::string_view part, char separator) {
    if (part.empty()) return;
    if (!text_.empty()) text_ += separator;
    text_ += part;
  }
  std::string text_;
};

void append_cells(JoinedText& text, const std::vector<RichText>& cells) {
  bool first = true;
  for (const RichText& cell : cells) {
    text.cell(cell.text, first);
    first = first && cell.text.empty();
  }
}

struct PlainText {
  std::string operator()(const Heading& heading) const { return std::string(heading.title.text); }
  std::string operator()(const Paragraph& paragraph) const { return std::string(paragraph.text.text); }
  std::string operator()(const CaseTitle& title) const { return std::string(title.title.text); }
  std::string operator()(const SourceNote& note) const { return std::string(note.text.text); }
  std::string operator()(const Code& code) const { return std::string(code.text); }
  std::string operator()(const Figure& figure) const {
    return std::string(figure.caption.text.empty() ? figure.alt : figure.caption.text);
  }
  std::string operator()(const List& list) const {
    JoinedText text;
    for (const ListItem& item : list.items) text.line(item.text.text);
    return text.take();
  }
  std::string operator()(const Quote& quote) const {
    JoinedText text;
    for (const RichText& paragraph : quote.paragraphs) text.line(paragraph.text);
    return text.take();
  }
  std::string operator()(const Table& table) const {
    JoinedText text;
    text.line(table.caption.text);
    append_cells(text, table.columns);
    for (const TableRow& row : table.rows) append_cells(text, row.cells);
    for (const std::string_view line : table.printed) text.line(line);
    return text.take();
  }
  template <typename Furniture>
  std::string operator()(const Furniture&) const {
    return {};
  }
};

std::string label(std::string_view word, std::string_view number) {
  if (number.empty()) return {};
  std::string text(word);
  text += ' ';
  text += number;
  return text;
}

}  // namespace

bool is_furniture(const Block& block) {
  return as<Noise>(block) != nullptr || as<Repeat>(block) != nullptr || as<FrontMatterBlock>(block) != nullptr ||
         as<TableOfContents>(block) != nullptr;
}

std::string plain_text(const Block& block) { return std::visit(PlainText{}, block.content); }

std::string block_label(const Block& block) {
  if (const auto* heading = as<Heading>(block)) return std::string(heading->number);
  if (const auto* title = as<CaseTitle>(block)) return label("案例", title->number);
  if (const auto* figure = as<Figure>(block)) return label(figure->appendix ? "附图" : "图", figure->number);
  if (const auto* table = as<Table>(block)) return label(table->appendix ? "附表" : "表", table->number);
  return {};
}

std::string_view section_name(const Document& document, const Block& block) {
  if (block.section < 0) return {};
  const Heading* heading = as<Heading>(document.blocks[static_cast<std::size_t>(block.section)]);
  if (heading == nullptr) return {};
  return heading->number.empty() ? heading->title.text : heading->number;
}

}  // namespace reportal
