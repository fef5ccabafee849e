#include "structure/raw/assembly.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/lists.h"
#include "structure/raw/titles/notes.h"

namespace reportal::raw {
namespace {

RichText plain(std::string_view text) { return {text, {}}; }

class Assembler {
 public:
  Assembler(const Marked& marked, Document& document)
      : marked_(marked),
        lines_(marked.lines),
        starts_(marked.paragraph_starts),
        document_(document),
        case_(marked.cases.end()),
        next_case_(marked.cases.begin()) {}

  JoinedLines assemble() {
    document_.blocks.reserve(document_.blocks.size() + count_blocks());
    for (std::size_t at = 0; at < lines_.size();) at = place(at);
    close_paragraph();
    place_early_notes();
    joined_.of_block.resize(document_.blocks.size());
    return std::move(joined_);
  }

 private:
  /// Not less than the blocks that come out, and hardly more.
  std::size_t count_blocks() const {
    std::size_t blocks = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const LineKind kind = lines_[at].kind;
      const bool goes_on = kind == LineKind::more || kind == LineKind::table_body || kind == LineKind::contents ||
                           kind == LineKind::repeat || (is_running(lines_[at]) && starts_[at] == 0);
      blocks += goes_on ? 0 : 1;
    }
    return blocks;
  }

  /// Puts the line at `at` and the lines that belong to it into a block; returns the index behind them.
  std::size_t place(std::size_t at) {
    if (in_case_ && at >= case_->end) leave_case();
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
      case LineKind::staff:
        close_paragraph();
        add(at, Paragraph{Paragraph::Role::credit, plain(line.text)});
        return at + 1;
      case LineKind::repeat:
        return place_repeat(at);
      case LineKind::credit:
        end_text();
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
    if (in_case_)
      block.inside_case = case_block_;
    else if (at == displaced_)
      block.inside_case = displaced_case_;
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
    if (!open_.empty() && starts_[at] == 0) {
      extend(open_block_, at);
    } else {
      close_paragraph();
      open_paragraph(at);
    }
    open_.push_back(static_cast<std::uint32_t>(at));
  }

  /// A paragraph, or the next item of the list before it.
  void open_paragraph(std::size_t at) {
    const bool given_item = lines_[at].list_item;
    open_marker_ = marker_of(lines_[at]);
    const bool follows = open_marker_ && last_marker_ &&
                         (given_item ? open_marker_->form == last_marker_->form : open_marker_->follows(*last_marker_));
    if (follows && list_block_ != no_line) {
      open_block_ = list_block_;
      if (auto* paragraph = std::get_if<Paragraph>(&document_.blocks[list_block_].content)) make_list(*paragraph);
      extend(open_block_, at);
    } else {
      open_block_ = given_item ? add(at, List{{}, std::max(open_marker_->value, 1U)}) : add(at, Paragraph{});
      list_block_ = open_marker_ && (given_item || follows || open_marker_->begins()) ? open_block_ : no_line;
    }
    last_marker_ = list_block_ == no_line ? std::nullopt : open_marker_;
  }

  /// Of an item of a list, as far as the line tells; an editor may say that it is one, or none.
  static std::optional<ListMarker> marker_of(const Line& line) {
    if (line.begins_paragraph && !line.list_item) return std::nullopt;
    const std::optional<ListMarker> marker = read_list_marker(line.text);
    return marker || !line.list_item ? marker : std::optional(ListMarker());
  }

  /// A second item comes, so what looked like a paragraph that begins with a number is the first one of a list.
  void make_list(const Paragraph& paragraph) {
    const ListMarker marker = *last_marker_;
    List list;
    list.start = std::max(marker.value, 1U);
    list.items.push_back(list_item(marker, paragraph.text.text, paragraph.text.text.substr(marker.text_at)));
    const JoinedLines::Range range = joined_.of_block[list_block_];
    for (std::uint32_t line = range.first + 1; line < range.last; ++line)
      joined_.lines[line].offset -= static_cast<std::uint32_t>(marker.text_at);
    document_.blocks[list_block_].content = std::move(list);
  }

  static ListItem list_item(const ListMarker& marker, std::string_view line, std::string_view text) {
    return {plain(text), 0, marker.form != ListMarker::Form::bullet, line.substr(0, marker.length)};
  }

  void close_paragraph() {
    if (open_.empty()) return;
    const std::string_view line = lines_[open_[0]].text;
    const auto first = static_cast<std::uint32_t>(joined_.lines.size());
    JoinedLines::Range range{first, first};
    BlockContent& content = document_.blocks[open_block_].content;
    if (auto* list = std::get_if<List>(&content)) {
      const std::string_view text =
          join_lines(lines_, open_, line.substr(open_marker_->text_at), document_.strings, &joined_.lines);
      for (std::size_t at = first; at < joined_.lines.size(); ++at)
        joined_.lines[at].item = static_cast<std::uint32_t>(list->items.size());
      if (!list->items.empty()) range.first = joined_.of_block[open_block_].first;
      list->items.push_back(list_item(*open_marker_, line, text));
    } else {
      std::get<Paragraph>(content).text.text = join_lines(lines_, open_, line, document_.strings, &joined_.lines);
    }
    range.last = static_cast<std::uint32_t>(joined_.lines.size());
    joined_.of_block.resize(document_.blocks.size());
    joined_.of_block[open_block_] = range;
    open_.clear();
  }

  /// What comes next belongs to no list before it.
  void end_text() {
    close_paragraph();
    list_block_ = no_line;
    last_marker_.reset();
  }

  /// A figure, table or note: text may go on behind it, and the items of a list in a further one.
  void interrupt_text() { list_block_ = no_line; }

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

  /// A title by the numbers of a case, behind the end of the case: a paragraph of its own, as it parts no section.
  std::size_t place_subtitle(std::size_t at) {
    const std::size_t block = add(at, Paragraph{});
    const std::string_view text = whole_title(block, at, lines_[at].text);
    std::get<Paragraph>(document_.blocks[block].content).text = plain(text);
    return at;
  }

  std::size_t place_heading(std::size_t at) {
    end_text();
    const FoundHeading& found = marked_.headings[lines_[at].detail];
    if (found.in_case && !in_case_) return place_subtitle(at);
    const std::string_view printed = printed_number(lines_[at].text, found);
    const std::size_t block = add(at, Heading{found.level, keep(found.number), {}, printed});
    const std::string_view title = found.phrases ? spaced_lines(block, at, found.title) : whole_title(block, at, found.title);
    std::get<Heading>(document_.blocks[block].content).title = plain(found.number.empty() ? without_inner_space(title) : title);
    return at;
  }

  /// What stands before the title where that is more than a numeral in digits: 第一章, 一、, （一）.
  static std::string_view printed_number(std::string_view line, const FoundHeading& found) {
    if (found.number.empty() || is_ascii_digit(first_character(line))) return {};
    const bool title_on_line = found.title.data() >= line.data() && found.title.data() <= line.data() + line.size();
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
    end_text();
    if (in_case_) leave_case();
    const std::size_t title_line = at;
    const Caption& found = marked_.captions.cases[lines_[at].detail];
    const std::size_t block = add(at, CaseTitle{keep(found.number), {}});
    const std::string_view title = whole_title(block, at, found.title);
    auto& content = std::get<CaseTitle>(document_.blocks[block].content);
    content.title = plain(title);
    while (next_case_ != marked_.cases.end() && next_case_->title < title_line) ++next_case_;
    if (next_case_ == marked_.cases.end() || next_case_->title != title_line) return at;
    case_ = next_case_++;
    content.confidence = case_->confidence;
    in_case_ = true;
    case_block_ = static_cast<std::int32_t>(block);
    return at;
  }

  void leave_case() {
    end_text();
    in_case_ = false;
    displaced_ = case_->displaced;
    displaced_case_ = case_block_;
  }

  std::size_t place_figure(std::size_t at) {
    interrupt_text();
    std::uint32_t detail = lines_[at].detail;
    const std::size_t line = at;
    const Caption* found = &marked_.captions.captions[detail];
    std::size_t block = add(at, Figure{keep(found->number), {}, "", "", found->appendix});
    // Of captions printed beside each other the last one goes on in the lines below.
    while (found->beside) {
      std::get<Figure>(document_.blocks[block].content).caption = plain(found->title);
      found = &marked_.captions.captions[++detail];
      block = add(line, Figure{keep(found->number), {}, "", "", found->appendix});
    }
    exhibits_[static_cast<std::uint32_t>(line)] = block;
    const std::string_view title = whole_title(block, at, found->title);
    std::get<Figure>(document_.blocks[block].content).caption = plain(title);
    return at;
  }

  std::size_t place_table(std::size_t at) {
    interrupt_text();
    const std::uint32_t detail = lines_[at].detail;
    const Caption& caption = marked_.captions.captions[detail];
    const FoundTable& found = marked_.tables[detail];
    const std::size_t own = at;
    if (found.continues) {
      exhibits_[static_cast<std::uint32_t>(own)] = last_table_;
      while (++at < lines_.size() && (lines_[at].kind == LineKind::more || lines_[at].kind == LineKind::table_body)) {
      }
      return at;
    }
    const std::size_t block = add(at, Table{keep(caption.number), {}, {}, {}, {}, {}, found.confidence, caption.appendix});
    last_table_ = block;
    exhibits_[static_cast<std::uint32_t>(own)] = block;
    const std::string_view title = whole_title(block, at, caption.title);
    Table& table = std::get<Table>(document_.blocks[block].content);
    table.caption = plain(title);
    for (const std::string& column : found.columns) table.columns.push_back(plain(keep(column)));
    for (const FoundTable::Row& row : found.rows) {
      TableRow kept;
      kept.group = row.group;
      for (const std::string& cell : row.cells) kept.cells.push_back(plain(keep(cell)));
      table.rows.push_back(std::move(kept));
    }
    cover_table(block, own, at, found.body);
    for (const std::uint32_t line : found.body) {
      if (found.rows.empty() && lines_[line].kind == LineKind::table_body) table.printed.push_back(lines_[line].text);
    }
    while (at < lines_.size() && lines_[at].kind == LineKind::table_body) ++at;
    return at;
  }

  /// The lines of a table: its body, of which some may stand before the caption [first, last).
  void cover_table(std::size_t block, std::size_t first, std::size_t last, const std::vector<std::uint32_t>& body) {
    std::vector<std::uint32_t> all(body);
    for (std::size_t line = first; line < last; ++line) all.push_back(static_cast<std::uint32_t>(line));
    std::sort(all.begin(), all.end());
    document_.blocks[block].lines = {{lines_[all[0]].number, lines_[all[0]].number}};
    for (std::size_t line = 1; line < all.size(); ++line) extend(block, all[line]);
  }

  /// Bodies are taken by their table; one that goes on behind other lines was taken already.
  std::size_t place_stray_body(std::size_t at) {
    interrupt_text();
    return at + 1;
  }

  std::size_t place_note(std::size_t at) {
    interrupt_text();
    const std::size_t block = add(at, SourceNote{});
    SourceNote note;
    const std::uint32_t exhibit = lines_[at].detail;
    if (exhibit != no_exhibit) {
      if (exhibit > at)
        early_notes_.emplace_back(block, exhibit);
      else if (const auto found = exhibits_.find(exhibit); found != exhibits_.end())
        note.of = static_cast<std::int32_t>(found->second);
    }
    note.text = plain(whole_title(block, at, lines_[at].text));
    document_.blocks[block].content = note;
    return at;
  }

  /// Notes that stand above their figure learn its block when all blocks are there.
  void place_early_notes() {
    for (const auto& [block, exhibit] : early_notes_) {
      const auto found = exhibits_.find(exhibit);
      if (found != exhibits_.end())
        std::get<SourceNote>(document_.blocks[block].content).of = static_cast<std::int32_t>(found->second);
    }
  }

  std::size_t place_contents(std::size_t at) {
    end_text();
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

  /// Where lines are wrapped, the paragraph that a loop broke off may go on behind it.
  std::size_t place_repeat(std::size_t at) {
    if (marked_.widths.wrapped)
      interrupt_text();
    else
      end_text();
    const std::size_t begin = at;
    const std::uint32_t detail = lines_[at].detail;
    const std::size_t block = add(at, Repeat{});
    for (++at; at < lines_.size() && lines_[at].kind == LineKind::repeat && lines_[at].detail == detail; ++at) {
      extend(block, at);
    }
    const std::string_view first = lines_[begin].text;
    const std::string_view last = lines_[at - 1].text;
    // Both are views into the source's text.
    std::get<Repeat>(document_.blocks[block].content) = {
        marked_.kept[detail], {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())}};
    return at;
  }

  std::size_t place_byline(std::size_t at) {
    end_text();
    const std::size_t block = add(at, Paragraph{Paragraph::Role::byline, {}});
    const std::string_view names = spaced_lines(block, at, lines_[at].text);
    std::get<Paragraph>(document_.blocks[block].content).text = plain(names);
    return at;
  }

  /// The line at `at` and those that go on with it, with a space between; `at` moves behind them.
  std::string_view spaced_lines(std::size_t block, std::size_t& at, std::string_view first) {
    std::string text(first);
    for (++at; at < lines_.size() && lines_[at].kind == LineKind::more; ++at) {
      extend(block, at);
      text += ' ';
      text += lines_[at].text;
    }
    return keep(text);
  }

  const Marked& marked_;
  const std::vector<Line>& lines_;
  const std::vector<std::uint8_t>& starts_;
  Document& document_;
  JoinedLines joined_;
  std::vector<std::uint32_t> open_;  // lines of the open paragraph
  std::size_t open_block_ = 0;
  std::optional<ListMarker> open_marker_;  // of the open paragraph
  std::optional<ListMarker> last_marker_;  // of the last item of the list that may go on
  std::size_t list_block_ = no_line;       // that list, or the paragraph that may become one
  bool in_case_ = false;
  std::vector<CaseExtent>::const_iterator case_;  // the last case
  std::vector<CaseExtent>::const_iterator next_case_;
  std::int32_t case_block_ = -1;
  std::size_t displaced_ = no_line;  // a figure of the last case that stands behind it
  std::int32_t displaced_case_ = -1;
  std::size_t last_table_ = 0;
  std::unordered_map<std::uint32_t, std::size_t> exhibits_;         // blocks by the line of their caption
  std::vector<std::pair<std::size_t, std::uint32_t>> early_notes_;  // block, line of the caption behind it
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
