// The two dumps are views of the same thing: what kind of block a line was taken for, and what is known of that block.
// The JSON form is a contract with programs that score and compare; keys stand in a fixed order, unknown values are null.

#include "model/dump.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "chinese/characters.h"
#include "model/record.h"

#include <fmt/format.h>

namespace reportal {

namespace {

std::string_view role_name(Paragraph::Role role) {
  switch (role) {
    case Paragraph::Role::body:
      return "";
    case Paragraph::Role::byline:
      return "byline";
    case Paragraph::Role::credit:
      return "credit";
    case Paragraph::Role::dateline:
      return "dateline";
    case Paragraph::Role::caption:
      return "caption";
  }
  return "";
}

struct KindName {
  std::string_view operator()(const Heading&) const { return "heading"; }
  std::string_view operator()(const Paragraph& paragraph) const {
    return paragraph.role == Paragraph::Role::body ? "paragraph" : role_name(paragraph.role);
  }
  std::string_view operator()(const List&) const { return "list"; }
  std::string_view operator()(const Quote&) const { return "quote"; }
  std::string_view operator()(const Code&) const { return "code"; }
  std::string_view operator()(const Divider&) const { return "divider"; }
  std::string_view operator()(const CaseTitle&) const { return "case"; }
  std::string_view operator()(const Figure&) const { return "figure"; }
  std::string_view operator()(const Table&) const { return "table"; }
  std::string_view operator()(const SourceNote&) const { return "source"; }
  std::string_view operator()(const Noise&) const { return "noise"; }
  std::string_view operator()(const Repeat&) const { return "repeat"; }
  std::string_view operator()(const FrontMatterBlock&) const { return "front-matter"; }
  std::string_view operator()(const TableOfContents&) const { return "contents"; }
};

std::string_view kind_name(const Block& block) { return std::visit(KindName{}, block.content); }

std::string_view exactness_name(Fact::Exactness exactness) {
  switch (exactness) {
    case Fact::Exactness::exact:
      return "exact";
    case Fact::Exactness::about:
      return "about";
    case Fact::Exactness::at_least:
      return "at least";
    case Fact::Exactness::at_most:
      return "at most";
  }
  return "exact";
}

/// Number of the case a block stands in, its title where it has no number, "" outside cases.
std::string_view case_name(const Document& document, const Block& block) {
  if (block.inside_case < 0) return {};
  const CaseTitle* title = as<CaseTitle>(document.blocks[static_cast<std::size_t>(block.inside_case)]);
  if (title == nullptr) return {};
  return title->number.empty() ? title->title.text : title->number;
}

/// What a source note stands at: "表 1-1", the caption of a table without a number, "" for none.
std::string source_target(const Document& document, const SourceNote& note) {
  if (note.of < 0) return {};
  const Block& target = document.blocks[static_cast<std::size_t>(note.of)];
  std::string label = block_label(target);
  if (!label.empty()) return label;
  if (const auto* table = as<Table>(target)) return std::string(table->caption.text);
  if (const auto* figure = as<Figure>(target)) return std::string(figure->caption.text);
  return {};
}

std::uint32_t first_line(const Block& block) { return block.lines.empty() ? 0 : block.lines.front().first; }
std::uint32_t last_line(const Block& block) { return block.lines.empty() ? 0 : block.lines.back().last; }

class JsonDump {
 public:
  explicit JsonDump(const Document& document) : document_(document), json_(out_, 2), source_texts_(document.blocks.size()) {
    for (const Block& block : document.blocks) {
      const auto* note = as<SourceNote>(block);
      if (note == nullptr || note->of < 0) continue;
      std::string& text = source_texts_[static_cast<std::size_t>(note->of)];
      if (!text.empty()) text += '\n';
      text += note->text.text;
    }
    for (const Piece& piece : document.pieces) {
      if (!piece.title.empty()) titles_.push_back(piece.block);
    }
    if (document.pieces.empty() && is_news()) find_single_title();
  }

  std::string run() {
    json_.begin_object();
    json_.member("source", file_name(document_.path));
    json_.member("kind", kind_name(document_.kind));
    json_.member("title", document_.title);
    text_or_null("school", document_.school);
    year(document_.year);
    json_.key("blocks").begin_array();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) write_block(i);
    json_.end_array();
    write_references();
    write_facts();
    write_documents();
    write_record();
    json_.end_object();
    out_ += '\n';
    return std::move(out_);
  }

  void operator()(const Heading& heading) {
    json_.member("level", heading.level);
    text_or_null("number", heading.number);
    json_.member("title", heading.title.text);
  }
  void operator()(const Paragraph& paragraph) {
    json_.member("text", paragraph.text.text);
  }
  void operator()(const List& list) {
    json_.member("paragraphs", static_cast<std::uint64_t>(list.items.size()));
    json_.member("text", plain_text(*block_));
  }
  void operator()(const Quote& quote) {
    json_.member("paragraphs", static_cast<std::uint64_t>(quote.paragraphs.size()));
    json_.member("text", plain_text(*block_));
  }
  void operator()(const Code& code) {
    text_or_null("language", code.language);
    json_.member("text", code.text);
  }
  void operator()(const CaseTitle& title) {
    text_or_null("number", title.number);
    json_.member("title", title.title.text);
  }
  void operator()(const Figure& figure) {
    text_or_null("number", figure.number);
    json_.member("caption", figure.caption.text);
    if (!figure.image.empty()) json_.member("image", figure.image);
    if (!figure.alt.empty()) json_.member("alt", figure.alt);
  }
  void operator()(const Table& table) {
    text_or_null("number", table.number);
    json_.member("caption", table.caption.text);
    json_.key("columns");
    cells(table.columns);
    json_.key("rows").begin_array();
    for (const TableRow& row : table.rows) {
      if (row.group) {
        json_.begin_object().member("group", row.cells.empty() ? std::string_view{} : row.cells.front().text).end_object();
      } else {
        cells(row.cells);
      }
    }
    json_.end_array();
    if (!table.printed.empty()) {
      json_.key("printed").begin_array();
      for (const std::string_view line : table.printed) json_.value(line);
      json_.end_array();
    }
    text_or_null("source", source_texts_[static_cast<std::size_t>(block_ - document_.blocks.data())]);
  }
  void operator()(const SourceNote& note) {
    json_.member("text", note.text.text);
    text_or_null("of", source_target(document_, note));
  }
  void operator()(const Noise& noise) {
    json_.member("text", noise.text);
    json_.member("why", noise.why);
  }
  void operator()(const Repeat& repeat) {
    json_.key("of");
    range(repeat.of);
  }
  void operator()(const TableOfContents& contents) { json_.member("text", contents.text); }
  void operator()(const Divider&) {}
  void operator()(const FrontMatterBlock&) {}

 private:
  void write_block(std::size_t index) {
    block_ = &document_.blocks[index];
    json_.begin_object();
    const bool title = std::binary_search(titles_.begin(), titles_.end(), static_cast<std::uint32_t>(index));
    json_.member("kind", title ? "title" : kind_name(*block_));
    json_.key("lines").begin_array();
    for (const LineRange& lines : block_->lines) range(lines);
    json_.end_array();
    if (as<FrontMatterBlock>(*block_) == nullptr) {
      if (as<Heading>(*block_) == nullptr) text_or_null("section", section_name(document_, *block_));
      if (as<CaseTitle>(*block_) == nullptr) text_or_null("case", case_name(document_, *block_));
    }
    std::visit(*this, block_->content);
    json_.end_object();
  }

  void write_references() {
    json_.key("references").begin_array();
    for (const Reference& reference : document_.references) {
      json_.begin_object().member("line", reference.line).member("text", reference.text);
      text_or_null("target", reference.label);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_facts() {
    json_.key("facts").begin_array();
    for (const Fact& fact : document_.facts) {
      const Block& block = document_.blocks[fact.block];
      json_.begin_object().member("line", fact.line).member("name", fact.name).member("value", fact.value);
      json_.member("unit", fact.unit);
      json_.member("exactness", exactness_name(fact.exactness));
      year(fact.year);
      json_.member("years", fact.years);
      text_or_null("section", section_name(document_, block));
      text_or_null("case", case_name(document_, block));
      json_.end_object();
    }
    json_.end_array();
  }

  /// What the cleaning record comes to.
  void write_record() {
    const RecordCounts counts = count_record(document_);
    json_.key("record").begin_object();
    json_.member("lines", counts.lines).member("removed", counts.removed);
    json_.key("reasons").begin_object();
    for (const RecordCounts::Reason& reason : counts.reasons) json_.member(reason.english, reason.lines);
    json_.end_object();
    json_.member("joined_lines", counts.joined_lines).member("joins", counts.joins);
    json_.member("rebuilt_tables", counts.rebuilt_tables).member("printed_tables", counts.printed_tables);
    json_.member("corrections", counts.corrections).member("doubts", counts.doubts);
    json_.end_object();
  }

  void write_documents() {
    json_.key("documents").begin_array();
    for (const Piece& piece : document_.pieces) {
      write_document(piece.title, piece.line, piece.last_line, piece.byline, piece.date ? iso_day(*piece.date) : std::string());
    }
    if (document_.pieces.empty() && is_news()) write_single_document();
    json_.end_array();
  }

  bool is_news() const { return document_.kind == DocumentKind::article || document_.kind == DocumentKind::newspaper; }

  void find_single_title() {
    for (std::uint32_t index = 0; index < document_.blocks.size(); ++index) {
      const auto* heading = as<Heading>(document_.blocks[index]);
      if (heading == nullptr || !heading->number.empty() || heading->title.text != document_.title) continue;
      titles_.push_back(index);
      return;
    }
  }

  /// An article whose file holds nothing else: from its title or first line to its last line.
  void write_single_document() {
    std::uint32_t first = 0, last = 0;
    for (const Block& block : document_.blocks) {
      if (is_furniture(block) || block.lines.empty()) continue;
      if (first == 0) first = first_line(block);
      last = std::max(last, last_line(block));
    }
    const std::uint32_t title = titles_.empty() ? document_.title_line : first_line(document_.blocks[titles_.front()]);
    const Date& date = document_.metadata.date;
    write_document(document_.title, title != 0 ? title : first, last, document_.byline, date ? iso_day(date) : std::string());
  }

  void write_document(std::string_view title, std::uint32_t line, std::uint32_t last, std::string_view byline,
                      std::string_view date) {
    json_.begin_object().member("title", title).member("line", line).member("last_line", last);
    text_or_null("byline", byline);
    text_or_null("date", date);
    json_.end_object();
  }

  void text_or_null(std::string_view name, std::string_view text) {
    json_.key(name);
    if (text.empty())
      json_.null();
    else
      json_.value(text);
  }
  void year(int number) {
    json_.key("year");
    if (number == 0)
      json_.null();
    else
      json_.value(number);
  }
  void range(const LineRange& lines) { json_.begin_array().value(lines.first).value(lines.last).end_array(); }
  void cells(const std::vector<RichText>& texts) {
    json_.begin_array();
    for (const RichText& text : texts) json_.value(text.text);
    json_.end_array();
  }

  const Document& document_;
  std::string out_;
  JsonWriter json_;
  std::vector<std::string> source_texts_;  ///< a block: the text of the source notes that stand at it
  std::vector<std::uint32_t> titles_;      ///< blocks that are titles of pieces, ascending: no headings inside them
  const Block* block_ = nullptr;
};

/// What the tag of a block says beside its kind.
std::string tag_detail(const Document& document, const Block& block) {
  if (const auto* noise = as<Noise>(block)) return std::string(noise->why);
  if (const auto* repeat = as<Repeat>(block)) return fmt::format("= {}-{}", repeat->of.first, repeat->of.last);
  if (as<FrontMatterBlock>(block) != nullptr) return {};
  std::vector<std::string> parts;
  if (const auto* heading = as<Heading>(block)) {
    parts.push_back(
        fmt::format("{} {}", std::string(static_cast<std::size_t>(std::max(1, heading->level)), '#'), heading->number));
  } else {
    parts.push_back(block_label(block));
    if (const auto* note = as<SourceNote>(block)) parts.push_back(source_target(document, *note));
    parts.emplace_back(section_name(document, block));
    const std::string_view name = case_name(document, block);
    if (!name.empty()) parts.push_back(fmt::format("[{}]", name));
  }
  std::string detail;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!detail.empty()) detail += ' ';
    detail += part;
  }
  return detail;
}

/// `text` in exactly `width` columns: padded, or cut with … at its end.
std::string in_columns(std::string_view text, int width) {
  constexpr int ellipsis_width = 2;
  const int whole = display_width(text);
  std::string out;
  int used = 0;
  if (whole <= width) {
    out = text;
    used = whole;
  } else {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t start = at;
      const int columns = display_width(next_character(text, at));
      if (used + columns + ellipsis_width > width) break;
      out += text.substr(start, at - start);
      used += columns;
    }
    out += "…";
    used += ellipsis_width;
  }
  out.append(static_cast<std::size_t>(std::max(0, width - used)), ' ');
  return out;
}

}  // namespace

std::string dump_json(const Document& document) { return JsonDump(document).run(); }

std::string dump_lines(const Document& document, const Source& source) {
  constexpr int kind_width = 12;
  constexpr int max_detail_width = 28;
  const std::uint32_t count = source.line_count();

  std::vector<const Block*> block_of(count + 1, nullptr);
  for (const Block& block : document.blocks) {
    for (const LineRange& range : block.lines) {
      for (std::uint32_t n = range.first; n <= std::min(range.last, count); ++n) block_of[n] = &block;
    }
  }
  std::vector<std::string> details(count + 1);
  int detail_width = 0;
  for (std::uint32_t n = 1; n <= count; ++n) {
    if (block_of[n] == nullptr || block_of[n] == block_of[n - 1]) continue;  // the tag is whole where a block begins
    details[n] = tag_detail(document, *block_of[n]);
    detail_width = std::max(detail_width, display_width(details[n]));
  }
  detail_width = std::min(detail_width, max_detail_width);

  std::string out;
  out.reserve(source.text.size() * 2);
  const std::size_t number_width = fmt::formatted_size("{}", count);
  for (std::uint32_t n = 1; n <= count; ++n) {
    const std::string_view text = trim_end(source.line(n));
    std::string_view kind = block_of[n] != nullptr ? kind_name(*block_of[n]) : std::string_view{};
    if (block_of[n] == nullptr && !is_blank(text)) kind = "?";
    if (is_blank(text)) kind = {};
    const std::string_view detail = is_blank(text) ? std::string_view{} : std::string_view(details[n]);
    fmt::format_to(std::back_inserter(out), "{:>{}} {} {} |", n, number_width, in_columns(kind, kind_width),
                   in_columns(detail, detail_width));
    if (!text.empty()) out.append(" ").append(text);
    out += '\n';
  }
  return out;
}

}  // namespace reportal
