// What was understood of one source: a flat list of blocks in the order of the text, each with the source lines it stands on.
//
// Every line of the source that is not blank belongs to exactly one block (to several where captions are printed beside each
// other); what was dropped is a block too (Noise, Repeat), with the
// reason. Text is kept plain, with spans laid over it (strong, links, images …), so that search, mentions and
// references work on one thing whatever the source's format was, and only render writes HTML.
// A Document is complete when structure returns it, and never changes afterwards. Its string_views point into the Source's text or into
// its own pool, so the Source must outlive it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.h"
#include "base/text.h"
#include "model/metadata.h"

namespace reportal {

/// Physical lines of the source, 1-based, inclusive.
struct LineRange {
  std::uint32_t first = 0, last = 0;
  friend bool operator==(const LineRange&, const LineRange&) = default;
};

/// A stretch of a text, in bytes.
struct Span {
  enum class Kind : std::uint8_t {
    strong, emphasis, strike, code, link, image, line_break, superscript, subscript, note_reference
  };
  Kind kind;
  std::uint32_t first, last;      ///< [first, last); an image covers its alternative text; a line break is empty
  std::string_view target = {};   ///< link, image: address, already passed by the allow-list of schemes; note: its name
  std::string_view title = {};
};

/// Plain text with spans that nest properly, sorted by first, the longer first.
struct RichText {
  std::string_view text;
  std::vector<Span> spans;
  [[nodiscard]] bool empty() const { return text.empty() && spans.empty(); }
};

struct Heading {
  int level = 1;            ///< 1 chapter … 6
  std::string_view number;  ///< printed numeral alone ("1.1.1", "一"), "" if it has none
  RichText title;
  std::string_view printed_number = {};  ///< as it is shown: "第一章", "（一）", "1.1"; "" where that is the number itself
  [[nodiscard]] std::string_view shown_number() const { return printed_number.empty() ? number : printed_number; }
};

struct Paragraph {
  enum class Role : std::uint8_t { body, byline, credit, dateline, caption };
  Role role = Role::body;
  RichText text;
};

struct ListItem {
  RichText text;
  std::uint8_t depth = 0;  ///< 0 for the outermost
  bool ordered = false;    ///< of the list that the item stands in
  std::string_view marker = {};  ///< as printed in raw text ("（1）"), "" for Markdown and HTML
};

struct List {
  std::vector<ListItem> items;
  std::uint32_t start = 1;  ///< number of the first item of an ordered list
};

struct Quote {
  std::vector<RichText> paragraphs;
};

struct Code {
  std::string_view text;
  std::string_view language;
};

struct Divider {};  ///< a thematic break

/// The title line of a boxed case; the blocks of the case follow with `inside_case` set to it.
struct CaseTitle {
  std::string_view number;  ///< "" if none is printed
  RichText title;
  double confidence = 1;    ///< that the case ends where it was taken to end, 0 to 1
};

struct Figure {
  std::string_view number;  ///< "" if none is printed
  RichText caption;
  std::string_view image;   ///< address in Markdown and HTML sources; figures of reports have theirs in Metadata
  std::string_view alt;
  bool appendix = false;    ///< 附图
};

struct TableRow {
  std::vector<RichText> cells;  ///< a group row has one
  bool group = false;           ///< a sub-heading row inside the table
};

struct Table {
  std::string_view number;
  RichText caption;
  std::vector<RichText> columns;  ///< empty where the source gives none
  std::vector<TableRow> rows;
  std::vector<std::string_view> printed;  ///< the lines as printed, where rows and columns were not understood; rows is empty then
  std::vector<std::uint8_t> alignment;    ///< a column: 0 none, 1 left, 2 centre, 3 right (Markdown)
  double confidence = 1;                  ///< of the reading, 0 to 1
  bool appendix = false;                  ///< 附表
};

/// 数据来源：…, 资料来源：…, 注：… at a figure or table.
struct SourceNote {
  RichText text;                      ///< the whole line
  std::int32_t of = -1;               ///< block index of the figure or table it stands at, -1 if it stands at none
};

struct Noise {
  std::string_view text;
  std::string_view why;  ///< "running header", "page number", "leftover address" …
};

struct Repeat {
  LineRange of;           ///< the copy that is kept
  std::string_view text;  ///< its lines, with the line ends and blank lines between them
};

struct FrontMatterBlock {};
struct TableOfContents {
  std::string_view text;
};

using BlockContent = std::variant<Heading, Paragraph, List, Quote, Code, Divider, CaseTitle, Figure, Table, SourceNote, Noise,
                                  Repeat, FrontMatterBlock, TableOfContents>;

struct Block {
  BlockContent content;
  std::vector<LineRange> lines;   ///< ascending, not overlapping
  std::int32_t section = -1;      ///< index of the heading block it stands in (of a heading: the one above it); -1 before the first
  std::int32_t inside_case = -1;  ///< index of the CaseTitle block; -1 outside cases
  std::uint32_t page = 0;         ///< printed page number of its first line, 0: unknown
};

template <typename Content>
[[nodiscard]] const Content* as(const Block& block) { return std::get_if<Content>(&block.content); }

/// A place that points to a figure, table, case or section of the same document: 见表 1-1, 上图.
struct Reference {
  std::uint32_t block = 0;          ///< index of the block whose text it stands in (Paragraph; list item texts: see item)
  std::uint32_t item = 0;           ///< item of a List
  std::uint32_t first = 0, last = 0;  ///< bytes in that text
  std::uint32_t line = 0;           ///< physical line on which it begins
  std::int32_t target = -1;         ///< block index; -1 where nothing fits
  std::string_view text;            ///< as it stands, with its brackets
  std::string_view label;           ///< "表 1-1": what the target is called, or what was asked for
};

/// One piece of a file that holds several (a newspaper page). Files with one piece have none.
struct Piece {
  std::uint32_t block = 0;  ///< index of its title's heading block; of its first block where the page lacks the title ("")
  std::uint32_t line = 0, last_line = 0;
  std::string_view title;
  std::string_view byline;
  std::optional<Date> date;
};

/// A number statement in running text.
struct Fact {
  enum class Exactness : std::uint8_t { exact, about, at_least, at_most };
  std::uint32_t line = 0;   ///< physical line on which the number begins
  std::string_view name;    ///< what the number counts or measures, as a reader would call it
  double value = 0;         ///< 万 and 亿 multiplied out
  std::string_view unit;    ///< 人, 元, % …; "" where none is printed
  int last_place = 0;       ///< power of ten of the last digit printed: 3 for 35.8 万, 0 for 816, -2 for 98.49
  Exactness exactness = Exactness::exact;
  int year = 0;             ///< that the statement is for, 0 if unknown
  bool year_said = false;   ///< the text names that year; false: it is the document's
  int years = 1;            ///< how many it adds up: 3 for 近三年, 0 for all so far (累计)
  bool named_whole = true;  ///< the name by itself says what is meant; false: it leans on words before it (制造业（32%）)
  std::uint32_t block = 0;  ///< index of the block whose text it stands in
  std::uint32_t item = 0;   ///< item of a List
  std::uint32_t first = 0, last = 0;  ///< bytes of number and unit in that text
};

/// A place where a paragraph goes on behind something that parts it in the source.
struct Join {
  enum class Over : std::uint8_t { blank_lines, page_break, furniture, exhibit };
  std::uint32_t block = 0;
  std::uint32_t line = 0;  ///< with which it goes on
  Over over = Over::blank_lines;
};

/// A correction of the front matter that was applied.
struct AppliedCorrection {
  std::uint32_t correction = 0;  ///< index into Metadata::corrections
  LineRange lines;
  std::string_view text;         ///< of its first line
};

/// What was done to raw text on its way to blocks, as far as the blocks do not tell it themselves.
struct Cleaning {
  std::uint32_t lines = 0;         ///< of the text, blank ones left out; 0: the source is no raw text
  std::uint32_t joined_lines = 0;  ///< that go on with the line before
  std::vector<Join> joins;         ///< in the order of the text
  std::vector<AppliedCorrection> corrections;
  std::vector<Problem> doubts;     ///< what the user was told of this source
};

struct Document {
  std::string path;  ///< of the source, as shown to the user
  DocumentKind kind = DocumentKind::page;
  std::string id;
  std::string title;   ///< never empty
  std::uint32_t title_line = 0;  ///< on which the front matter gives the title; 0 where it does not
  std::string school;  ///< name as found or given, "" if unknown
  int year = 0;
  Metadata metadata;
  std::vector<Block> blocks;
  std::vector<Reference> references;
  std::vector<Fact> facts;
  std::vector<Piece> pieces;
  std::string_view byline;  ///< who signed the text, as printed; "" if nobody did, or where pieces are signed
  Cleaning cleaning;
  StringPool strings;  ///< what the blocks' views point to, beside the source's text
};

/// What a reader is not shown in the text: front matter, noise, repeats, a printed table of contents.
[[nodiscard]] bool is_furniture(const Block& block);
/// The plain text of a block as a reader sees it ("" for furniture): items and rows a line each, the cells of a row with tabs between.
[[nodiscard]] std::string plain_text(const Block& block);
/// "案例 1-1", "图 1-5", "表 2-1", "1.1.1": what a block is called, "" where it has no number.
[[nodiscard]] std::string block_label(const Block& block);
/// The number of the section that a block stands in, or its title where it has no number; "" before the first.
[[nodiscard]] std::string_view section_name(const Document& document, const Block& block);

}  // namespace reportal
