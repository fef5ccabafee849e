#include "structure/raw/assembly.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

RichText plain(std::string_view text) { return {text, {}}; }

class Assembler {
 public:
  Assembler(const Marked& marked, Document& document)
      : marked_(marked), lines_(marked.lines), widths_(marked.widths), document_(document) {}

  JoinedLines assemble() {
    for (std::size_t at = 0; at < lines_.size();) at = place(at);
    close_paragraph();
    joined_.of_block.resize(document_.blocks.size());
    return std::move(joined_);
  }

 private:
  /// Puts the line at `at` and the lines that belong to it into a block; returns the index behind them.
  std::size_t place(std::size_t at) {
    const Line& line = lines_[at];
    switch (line.kind) {
      case LineKind::text:
      case LineKind::prose:
      case LineKind::more:
        place_text(at);
        return at + 1;
      case LineKind::noise:
        add(at, Noise{line.text, marked_.furniture.why[line.detail]});
        return at + 1;
      case LineKind::contents:
        return place_contents(at);
      case LineKind::heading:
        return place_heading(at);
      case LineKind::case_title:
        return place_case(at);
      case LineKind::figure:
        return place_figure(at);
      case LineKind::table:
        return place_table(at);
      case LineKind::table_body:
        return place_stray_body(at);
      case LineKind::note:
        return place_note(at);
      case LineKind::byline:
        return place_byline(at);
      case LineKind::repeat:
        return place_repeat(at);
      case LineKind::credit:
        close_paragraph();
        add(at, Figure{"", plain(line.text), "", ""});
        return at + 1;
    }
    return at + 1;
  }

  std::size_t add(std::size_t at, BlockContent content) {
    Block block;
    block.content = std::move(content);
    block.lines.push_back({lines_[at].number, lines_[at].number});
    if (lines_[at].page > 0)
      block.page = lines_[at].page;
    else if (at < marked_.furniture.pages.size())
      block.page = marked_.furniture.pages[at];
    document_.blocks.push_back(std::move(block));
    return document_.blocks.size() - 1;
  }

  /// Lines of one block that follow each other in the file with nothing but blank lines between them make one range.
  void extend(std::size_t block, std::size_t at) {
    std::vector<LineRange>& ranges = document_.blocks[block].lines;
    const bool adjacent = at > 0 && lines_[at - 1].number == ranges.back().last;
    if (adjacent)
      ranges.back().last = lines_[at].number;
    else
      ranges.push_back({lines_[at].number, lines_[at].number});
  }

  std::string_view keep(std::string_view text) { return document_.strings.keep(text); }

  // Running text

  void place_text(std::size_t at) {
    if (open_.empty() || !continues(open_.back(), at)) {
      close_paragraph();
      open_block_ = add(at, Paragraph{});
    } else {
      extend(open_block_, at);
    }
    open_.push_back(static_cast<std::uint32_t>(at));
    interrupted_ = false;
  }

  void close_paragraph() {
    if (open_.empty()) return;
    JoinedLines::Range range;
    range.first = static_cast<std::uint32_t>(joined_.lines.size());
    auto& paragraph = std::get<Paragraph>(document_.blocks[open_block_].content);
    paragraph.text.text = join_lines(lines_, open_, lines_[open_[0]].text, document_.strings, &joined_.lines);
    range.last = static_cast<std::uint32_t>(joined_.lines.size());
    joined_.of_block.resize(document_.blocks.size());
    joined_.of_block[open_block_] = range;
    open_.clear();
    interrupted_ = false;
  }

  bool continues(std::size_t before, std::size_t at) const {
    if (lines_[at].begins_paragraph || lines_[before].ends_paragraph || case_ends_between(before, at)) return false;
    if (lines_[at].goes_on) return true;
    return widths_.wrapped ? continues_wrapped(before, at) : continues_unwrapped(before);
  }

  bool case_ends_between(std::size_t before, std::size_t at) const {
    const auto end = std::lower_bound(marked_.case_ends.begin(), marked_.case_ends.end(), lines_[before].number);
    return end != marked_.case_ends.end() && *end < lines_[at].number;
  }

  /// Without a fixed width a line is a paragraph, unless a page or column broke it in the middle of a sentence.
  bool continues_unwrapped(std::size_t before) const {
    const Line& line = lines_[before];
    if (interrupted_ || line.hard_break || ends_sentence(line.text)) return false;
    if (line.width > 60) return true;
    return std::any_of(std::begin(sentence_marks), std::end(sentence_marks),
                       [&](std::string_view mark) { return line.text.find(mark) != npos; });
  }

  bool continues_wrapped(std::size_t before, std::size_t at) const {
    const Line& last = lines_[before];
    const Line& line = lines_[at];
    const std::uint32_t full = in_case_ ? widths_.box : widths_.text;
    const bool sentence = ends_sentence(last.text);
    if (widths_.indented && line.indent >= 2) return false;
    if (sentence && line.blanks > widths_.line_gap && !line.page_start && before + 1 == at) return false;
    const std::uint32_t lost = widths_.indented ? last.indent : before == open_[0] ? lost_indent : 0;
    const std::uint32_t end = last.width + lost + first_unit_width(line.text);
    if (!sentence) return end + 12 > full || is_comma(last.text);
    if (interrupted_ || end + 2 <= full || is_number(line.text)) return false;
    return widths_.indented || !looks_first(at, full);
  }

  static bool is_comma(std::string_view text) { return text.ends_with("，") || text.ends_with("、") || text.ends_with(","); }

  static bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return is_ascii_digit(c); });
  }

  /// The line is two characters shorter than a full one and yet goes on: the first of a paragraph.
  bool looks_first(std::size_t at, std::uint32_t full) const {
    const Line& line = lines_[at];
    const std::size_t next = next_content(lines_, at);
    if (next == no_line || !is_running(lines_[next]) || ends_sentence(line.text)) return false;
    return line.width + lost_indent + 1 >= full && line.width + first_unit_width(lines_[next].text) < full;
  }

  // Marked lines

  /// The text of a title with the lines that go on with it; `at` moves behind them.
  std::string_view whole_title(std::size_t block, std::size_t& at, std::string_view first) {
    std::vector<std::uint32_t> parts{static_cast<std::uint32_t>(at)};
    while (at + 1 < lines_.size() && lines_[at + 1].kind == LineKind::more) {
      parts.push_back(static_cast<std::uint32_t>(++at));
      extend(block, at);
    }
    ++at;
    return join_lines(lines_, parts, first, document_.strings);
  }

  std::size_t place_heading(std::size_t at) {
    close_paragraph();
    in_case_ = false;
    const FoundHeading& found = marked_.headings[lines_[at].detail];
    const std::string_view printed = printed_number(lines_[at].text, found);
    const std::size_t block = add(at, Heading{found.level, keep(found.number), {}, printed});
    const std::string_view title = whole_title(block, at, found.title);
    std::get<Heading>(document_.blocks[block].content).title = plain(found.number.empty() ? without_inner_space(title) : title);
    return at;
  }

  /// What stands before the title where that is more than a numeral in digits: 第一章, 一、, （一）. A title that an editor gives
  /// stands nowhere on the line.
  static std::string_view printed_number(std::string_view line, const FoundHeading& found) {
    if (found.number.empty() || is_ascii_digit(first_character(line))) return {};
    const bool title_on_line = found.title.data() >= line.data() && found.title.data() <= line.data() + line.size();
    if (!title_on_line && !found.title.empty()) return {};
    return trim_end(title_on_line ? line.substr(0, static_cast<std::size_t>(found.title.data() - line.data())) : line);
  }

  /// 前 言, set with a space to look wider.
  std::string_view without_inner_space(std::string_view title) {
    std::size_t offset = 0;
    next_character(title, offset);
    std::size_t behind = offset;
    while (behind < title.size()) {
      std::size_t next = behind;
      if (!is_space(next_character(title, next))) break;
      behind = next;
    }
    if (behind == offset || count_characters(title.substr(behind)) != 1) return title;
    return keep(without_space(title));
  }

  std::size_t place_case(std::size_t at) {
    close_paragraph();
    in_case_ = true;
    const Caption& found = marked_.captions.cases[lines_[at].detail];
    const std::size_t block = add(at, CaseTitle{keep(found.number), {}});
    const std::string_view title = whole_title(block, at, found.title);
    std::get<CaseTitle>(document_.blocks[block].content).title = plain(title);
    return at;
  }

  std::size_t place_figure(std::size_t at) {
    interrupted_ = true;
    const Caption& found = marked_.captions.captions[lines_[at].detail];
    const std::size_t block = add(at, Figure{keep(found.number), {}, "", ""});
    const std::string_view title = whole_title(block, at, found.title);
    std::get<Figure>(document_.blocks[block].content).caption = plain(title);
    return at;
  }

  std::size_t place_table(std::size_t at) {
    interrupted_ = true;
    const std::uint32_t detail = lines_[at].detail;
    const Caption& caption = marked_.captions.captions[detail];
    const FoundTable& found = marked_.tables[detail];
    const auto earlier = tables_.find(caption.number);
    std::size_t block = 0;
    if (caption.continued && earlier != tables_.end()) {
      block = earlier->second;
      extend(block, at);
      whole_title(block, at, caption.title);
    } else {
      block = add(at, Table{keep(caption.number), {}, {}, {}, {}, {}, found.confidence});
      tables_[caption.number] = block;
      const std::string_view title = whole_title(block, at, caption.title);
      std::get<Table>(document_.blocks[block].content).caption = plain(title);
    }
    Table& table = std::get<Table>(document_.blocks[block].content);
    for (const std::string& column : found.columns) table.columns.push_back(plain(keep(column)));
    for (const FoundTable::Row& row : found.rows) {
      TableRow kept;
      kept.group = row.group;
      for (const std::string& cell : row.cells) kept.cells.push_back(plain(keep(cell)));
      table.rows.push_back(std::move(kept));
    }
    for (const std::uint32_t line : found.body) {
      extend(block, line);
      if (found.rows.empty()) table.printed.push_back(lines_[line].text);
    }
    while (at < lines_.size() && lines_[at].kind == LineKind::table_body) ++at;
    return at;
  }

  /// Bodies are taken by their table; one that goes on behind other lines was taken already.
  std::size_t place_stray_body(std::size_t at) {
    interrupted_ = true;
    return at + 1;
  }

  std::size_t place_note(std::size_t at) {
    interrupted_ = true;
    const std::size_t block = add(at, SourceNote{});
    SourceNote note;
    note.of = nearest_exhibit(block);
    note.text = plain(whole_title(block, at, lines_[at].text));
    document_.blocks[block].content = note;
    return at;
  }

  /// The figure or table right before block `block`, nothing but furniture and other notes between.
  std::int32_t nearest_exhibit(std::size_t block) const {
    for (std::size_t before = block; before-- > 0 && block - before < 12;) {
      const BlockContent& content = document_.blocks[before].content;
      if (std::holds_alternative<Figure>(content) || std::holds_alternative<Table>(content))
        return static_cast<std::int32_t>(before);
      if (!std::holds_alternative<Noise>(content) && !std::holds_alternative<SourceNote>(content)) break;
    }
    return -1;
  }

  std::size_t place_contents(std::size_t at) {
    close_paragraph();
    const std::size_t block = add(at, TableOfContents{});
    std::string text(lines_[at].text);
    for (++at; at < lines_.size() && lines_[at].kind == LineKind::contents; ++at) {
      extend(block, at);
      text += '\n';
      text += lines_[at].text;
    }
    std::get<TableOfContents>(document_.blocks[block].content).text = keep(text);
    return at;
  }

  /// Repeats one behind the other, of lines that stand one behind the other, are one block.
  std::size_t place_repeat(std::size_t at) {
    close_paragraph();
    const std::size_t begin = at;
    const std::size_t block = add(at, Repeat{});
    LineRange of{lines_[lines_[at].detail].number, lines_[lines_[at].detail].number};
    std::uint32_t kept = lines_[at].detail;
    for (++at; at < lines_.size() && lines_[at].kind == LineKind::repeat && lines_[at].detail == kept + 1; ++at) {
      extend(block, at);
      of.last = lines_[++kept].number;
    }
    const std::string_view first = lines_[begin].text;
    const std::string_view last = lines_[at - 1].text;
    // Both are views into the source's text.
    std::get<Repeat>(document_.blocks[block].content) = {
        of, {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())}};
    return at;
  }

  std::size_t place_byline(std::size_t at) {
    close_paragraph();
    const std::size_t block = add(at, Paragraph{Paragraph::Role::byline, {}});
    std::string names(lines_[at].text);
    for (++at; at < lines_.size() && lines_[at].kind == LineKind::more; ++at) {
      extend(block, at);
      names += ' ';
      names += lines_[at].text;
    }
    std::get<Paragraph>(document_.blocks[block].content).text = plain(keep(names));
    return at;
  }

  static constexpr std::string_view sentence_marks[] = {"，", "。", "、", "：", ","};

  const Marked& marked_;
  const std::vector<Line>& lines_;
  const Widths& widths_;
  Document& document_;
  JoinedLines joined_;
  std::vector<std::uint32_t> open_;  // lines of the open paragraph
  std::size_t open_block_ = 0;
  bool interrupted_ = false;  // by a figure, table or note
  bool in_case_ = false;
  std::map<std::string, std::size_t> tables_;
};

}  // namespace

std::string_view join_lines(const std::vector<Line>& lines, const std::vector<std::uint32_t>& indices, std::string_view first,
                            StringPool& strings, std::vector<JoinedLine>* joined) {
  if (joined != nullptr) joined->push_back({indices[0], 0});
  if (indices.size() == 1) return first;
  std::string text(first);
  for (std::size_t index = 1; index < indices.size(); ++index) {
    const std::string_view next = lines[indices[index]].text;
    if (!text.empty()) text += joint(last_character(text), first_character(next));
    if (joined != nullptr) joined->push_back({indices[index], static_cast<std::uint32_t>(text.size())});
    text += next;
  }
  return strings.keep(text);
}

JoinedLines assemble_blocks(const Marked& marked, Document& document) { return Assembler(marked, document).assemble(); }

}  // namespace reportal::raw
