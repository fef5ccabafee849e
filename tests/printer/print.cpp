// Where a reader has no sign to go by, nothing is asked of it. These are the rules:
//
// - First lines without their indent, paragraphs without a blank line between them: a paragraph shows by its first line
//   breaking two characters early. Where a full line ends a sentence and the next one could be both a first line and an inner
//   one, or is the last of its paragraph, nothing shows. There a text is changed by some words. In the reach of a case that is
//   asked for the width of the text and of the box.
// - Where a case ends is asked only where that shows: see case_ends.h.

#include "print.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "case_ends.h"
#include "chinese/characters.h"
#include "labels.h"
#include "pages.h"
#include "phrases.h"
#include "print_table.h"
#include "random.h"
#include "typeset.h"

namespace reportal::printer {
namespace {

using Kind = Item::Kind;
using Gap = Pages::Gap;

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = text.find(what); at != npos; at = text.find(what, begin)) {
    out.append(text.substr(begin, at - begin)).append(with);
    begin = at + what.size();
  }
  return out.append(text.substr(begin));
}

std::string concatenated(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

class Printer {
 public:
  Printer(const Report& report, const Style& style) : report_(report), style_(style), pages_(report, style) {
    constexpr std::uint32_t widths[] = {37, 30, 33, 35, 40, 43, 46, 48, 0};
    constexpr int box_differences[] = {1, 2, -1, -2, -4, -4, 0};
    wrapped_ = widths[style[Dimension::width]] > 0;
    text_width_ = wrapped_ ? widths[style[Dimension::width]] : 40;
    box_width_ = static_cast<std::uint32_t>(static_cast<int>(text_width_) + box_differences[style[Dimension::box_width]]);
    // Flush first lines show only where blank lines part paragraphs.
    const bool flush = style.name(Dimension::indent) == "flush" && style.name(Dimension::line_gap) == "blocks";
    indent_ = flush ? 0 : 2;
    keeps_indent_ = !flush && (style[Dimension::indent] == 1 || style[Dimension::indent] == 2 || style[Dimension::margin] != 0);
  }

  Printed print() {
    label_all();
    print_cover();
    print_contents();
    set_all();
    for (at_ = 0; at_ < items().size(); ++at_) print_item(items()[at_]);
    pages_.finish();
    account_for_extents();
    for (const std::uint32_t line : pages_.noise()) {
      if (line > account_.ignored_lines) account_[Property::noise].push_back(std::to_string(line));
    }
    return {pages_.take_text(), std::move(account_)};
  }

 private:
  const std::vector<Item>& items() const { return report_.items; }

  // Numbers first: a reference may point forward.
  void label_all() {
    Labels labels(style_);
    for (const Item& item : items()) {
      switch (item.kind) {
        case Kind::front:
          labels.front();
          break;
        case Kind::front_sub:
          labels_[item.id] = labels.front_sub();
          break;
        case Kind::heading:
          labels_[item.id] = labels.heading(item.level);
          break;
        case Kind::case_title:
          labels_[item.id] = labels.case_mark();
          break;
        case Kind::figure:
          labels_[item.id] = labels.figure(item.text);
          break;
        case Kind::table:
          labels_[item.id] = labels.table(item.text);
          break;
        default:
          break;
      }
    }
    has_front_subs_ = labels.has_front_subs();
  }

  /// Breaks all running text into lines.
  void set_all() {
    texts_.resize(items().size());
    strings_.resize(items().size());
    for (at_ = 0; at_ < items().size(); ++at_) {
      const Item& item = items()[at_];
      if (!is_running_text(&item)) continue;
      strings_[at_] = text_of(item);
      texts_[at_].lines = readable_lines(item, strings_[at_]);
      texts_[at_].first_indent = indent_ * quarters;
    }
  }

  void print_cover() {
    if (style_[Dimension::cover] == 0) return;
    pages_.line(report_.school, Gap::block);
    pages_.line("高等职业教育质量报告", Gap::block);
    account_.ignored_lines = pages_.line(concatenated({"（", std::to_string(report_.year), "年度）"}), Gap::block);
    pages_.end_page();
    account_.ignored_lines = pages_.last_line();
  }

  void print_contents() {
    const std::size_t form = style_[Dimension::contents];
    if (form == 0) return;
    pages_.line(form == 2 ? "目　录" : "目录", Gap::block);
    std::uint32_t page = 1;
    for (const Item& item : items()) {
      if (item.kind != Kind::heading && item.kind != Kind::front) continue;
      const std::string title = item.kind == Kind::front ? item.text : labels_[item.id].printed + item.text;
      const std::string number = std::to_string(page++);
      const std::uint32_t room = text_width_ * 2 - std::min(text_width_ * 2 - 12, characters_of(title) * 2 + 2);
      std::string leader(form == 3 ? 1 : room, form == 3 ? ' ' : '.');
      if (form == 2) {
        leader.clear();
        for (std::uint32_t dots = 0; dots < room / 2; ++dots) leader += "…";
      }
      pages_.line(title + leader + number, Gap::line);
    }
    pages_.end_page();
  }

  bool skipped(const Item& item) const { return item.kind == Kind::front_sub && !has_front_subs_; }

  void print_item(const Item& item) {
    if (skipped(item)) return;
    std::uint32_t last = 0;
    switch (item.kind) {
      case Kind::front:
        last = print_title(1, "", item.text, item.text);
        break;
      case Kind::front_sub:
        last = print_title(2, labels_[item.id].number, item.text, labels_[item.id].printed + item.text);
        break;
      case Kind::heading:
        last = print_title(item.level, labels_[item.id].number, item.text, labels_[item.id].printed + item.text);
        break;
      case Kind::paragraph:
      case Kind::list_item:
        last = print_running_text(item);
        break;
      case Kind::case_title:
        last = print_case_title(item);
        break;
      case Kind::figure:
        last = print_figure(item);
        break;
      case Kind::table:
        last = print_whole_table(item);
        break;
      case Kind::source:
        last = print_source(item);
        break;
    }
    close_case(item, last);
  }

  int digit_space_percent(bool in_case) const {
    switch (style_[Dimension::digit_space]) {
      case 1:
        return 0;
      case 2:
        return 100;
      case 3:
        return in_case ? 0 : 100;
      default:
        return 50;
    }
  }

  Setting setting(const Item& item, std::uint32_t indent) const {
    Setting result;
    result.width = item.in_case || item.kind == Kind::case_title ? box_width_ : text_width_;
    if (!wrapped_) result.width = 1U << 20;
    result.first_indent = indent;
    result.edge = static_cast<Setting::Edge>(style_[Dimension::punctuation]);
    result.digit_space_percent = digit_space_percent(item.in_case);
    result.seed = mix(item.id);
    return result;
  }

  std::string box_margin(const Item& item) const {
    const bool indented = style_.name(Dimension::box_width) == "indented" && keeps_indent_ && wrapped_;
    return indented && (item.in_case || item.kind == Kind::case_title) ? "    " : "";
  }

  std::string first_indent() const {
    if (!keeps_indent_) return {};
    return style_[Dimension::indent] == 2 ? "　　" : "    ";
  }

  /// White space that centres `text`, where extraction keeps it.
  std::string centred(std::string_view text) const {
    if (!keeps_indent_ || !wrapped_) return {};
    return std::string(text_width_ - std::min(text_width_, characters_of(text)), ' ');
  }

  std::uint32_t print_title(int level, std::string_view number, std::string_view title, const std::string& printed) {
    account_[Property::headings].push_back(heading_entry(level, number, title));
    const bool new_page = level == 1 && style_[Dimension::page_length] != 3 && number != "" && pages_.page() % 2 == 0;
    if (new_page) pages_.end_page();
    return pages_.line(printed, style_[Dimension::heading_gap] == 1 ? Gap::wide_block : Gap::block,
                       level == 1 ? centred(printed) : "");
  }

  // Running text

  std::string formed(std::string text) const {
    if (style_.name(Dimension::character_form) == "half-commas") return replaced(text, "，", ",");
    if (style_.name(Dimension::character_form) == "half-brackets") return replaced(replaced(text, "（", "("), "）", ")");
    return text;
  }

  const Item* find(std::uint32_t id) const {
    const auto found = std::find_if(items().begin(), items().end(), [&](const Item& item) { return item.id == id; });
    return found == items().end() ? nullptr : &*found;
  }

  /// The text as printed, its reference filled in.
  std::string text_of(const Item& item) const {
    std::string text = item.text;
    const std::size_t mark = text.find(reference_mark);
    if (mark != npos) {
      const Item* target = find(item.refers_to);
      std::string reference;
      if (target != nullptr) reference = reference_text(item.wording, target->kind == Kind::table, labels_.at(target->id));
      text.replace(mark, reference_mark.size(), reference);
    }
    if (item.kind == Kind::list_item) text = list_marker(item) + text;
    return formed(std::move(text));
  }

  static std::string reference_text(std::uint8_t wording, bool table, const Label& label) {
    const std::string_view word = table ? "表" : "图";
    switch (wording) {
      case 0:
        return concatenated({"（见", label.inline_form, "）"});
      case 1:
        return concatenated({"，详见", label.inline_form});
      case 2:
        return concatenated({"，具体情况如", label.inline_form, "所示"});
      case 3:
        return concatenated({"（见下", word, "）"});
      case 4:
        return concatenated({"（数据见下", word, "）"});
      default:
        return concatenated({"，见下", word});
    }
  }

  std::string list_marker(const Item& item) const {
    std::uint32_t number = 1;
    for (const Item* before = &item; before != items().data() && (--before)->kind == Kind::list_item;) ++number;
    const std::string digits = std::to_string(number);
    switch (style_[Dimension::list_marker]) {
      case 1: {
        std::string circled;
        append_character(circled, U'①' + number - 1);
        return circled;
      }
      case 2:
        return digits + "）";
      case 3:
        return "• ";
      case 4:
        return concatenated({"(", digits, ")"});
      default:
        return concatenated({"（", digits, "）"});
    }
  }

  /// The next item that is printed; nothing behind the last.
  const Item* following() const {
    for (std::size_t next = at_ + 1; next < items().size(); ++next) {
      if (!skipped(items()[next])) return &items()[next];
    }
    return nullptr;
  }

  static bool is_running_text(const Item* item) {
    return item != nullptr && (item->kind == Kind::paragraph || item->kind == Kind::list_item);
  }

  /// First lines show by nothing but where they break.
  bool starts_are_hidden() const { return wrapped_ && !keeps_indent_ && style_[Dimension::line_gap] != 2; }

  /// Quarters within which a reader cannot tell room from no room: spaces are printed or not, letters wider or narrower.
  static constexpr std::uint32_t doubt = 4;

  /// Quarters that a line at `item` may have: in the reach of a case, those of text and of box.
  std::vector<std::uint32_t> possible_widths(const Item& item) const {
    std::vector<std::uint32_t> widths = {setting(item, 0).width * quarters};
    const auto ends = [](const Item& other) { return other.kind == Kind::heading || other.kind == Kind::front; };
    for (const Item* before = &item; before != items().data() && !ends(*before); --before) {
      if (before->kind == Kind::case_title) return {text_width_ * quarters, box_width_ * quarters};
    }
    return widths;
  }
  using Widths = std::vector<std::uint32_t>;

  /// A line that looks like one inside a paragraph: nothing more fitted.
  static bool looks_inner(const SetLine& line, const Widths& widths) {
    return std::any_of(widths.begin(), widths.end(), [&](std::uint32_t width) {
      return line.next_unit > 0 && line.used <= width + doubt && line.used + line.next_unit + doubt > width;
    });
  }
  /// … like the first of one: with the indent nothing more fitted.
  static bool looks_first(const SetLine& line, const Widths& widths) {
    Widths rest;
    for (const std::uint32_t width : widths) rest.push_back(width - 2 * quarters);
    return looks_inner(line, rest);
  }

  /// The last line is full, and nothing shows that the next paragraph begins behind it.
  bool runs_into_next(const Item& item, const std::vector<SetLine>& lines) const {
    const Item* next = following();
    if (!is_running_text(next)) return false;
    const std::string text = text_of(*next);
    const std::vector<SetLine> next_lines = typeset(text, setting(*next, indent_));
    SetLine last = lines.back();
    last.used += lines.size() == 1 ? indent_ * quarters : 0;
    last.next_unit = first_unit_of(text);
    return looks_inner(last, possible_widths(item)) &&
           (next_lines.size() == 1 || looks_inner(next_lines[0], possible_widths(*next)));
  }

  /// A line ends a sentence, and the next one could be the first of a paragraph, or is the last of this one.
  static bool seems_parted(const std::vector<SetLine>& lines, const Widths& widths) {
    for (std::size_t line = 1; line < lines.size(); ++line) {
      if (!ends_sentence(lines[line - 1].text)) continue;
      if (line + 1 == lines.size() || looks_first(lines[line], widths)) return true;
    }
    return false;
  }

  /// The text and its lines, changed until a reader can tell where it begins and ends.
  std::vector<SetLine> readable_lines(const Item& item, std::string& text) const {
    const Setting set = setting(item, indent_);
    std::vector<SetLine> lines = typeset(text, set);
    for (int change = 0; starts_are_hidden() && change < 12; ++change) {
      if (seems_parted(lines, possible_widths(item))) {
        text.insert(item.kind == Kind::list_item ? formed(list_marker(item)).size() : 0, change % 2 == 0 ? "目前" : "又");
      } else if (runs_into_next(item, lines) && text.ends_with("。")) {
        text.insert(text.size() - std::string_view("。").size(), "并见到成效");
      } else {
        break;
      }
      lines = typeset(text, set);
    }
    return lines;
  }

  std::uint32_t print_running_text(const Item& item) {
    const std::string& text = strings_[at_];
    const std::vector<SetLine>& lines = texts_[at_].lines;
    texts_[at_].page_start = pages_.full() || pages_.at_start();
    note_reference(item);
    if (item.kind == Kind::list_item) {
      const std::string marker = formed(list_marker(item));
      account_[Property::lists].push_back(squeezed(marker) + " " + squeezed(text.substr(marker.size())));
    } else {
      account_[Property::paragraphs].push_back(squeezed(text));
    }
    std::uint32_t last = 0;
    for (std::size_t line = 0; line < lines.size(); ++line) {
      const std::string indent = box_margin(item) + (line == 0 ? first_indent() : "");
      last = pages_.line(lines[line].text, line == 0 ? block_gap(item) : Gap::line, indent);
      if (style_[Dimension::leftovers] == 1 && line + 1 < lines.size() && mix(item.id * 100 + line) % 40 == 0)
        pages_.leftover(concatenated({"http://www.example.edu.cn/info/1021/", std::to_string(item.id), ".htm"}));
    }
    return last;
  }

  Gap block_gap(const Item& item) {
    const bool behind_box = !item.in_case && was_in_case_;
    return behind_box && style_[Dimension::box_gap] == 1 ? Gap::wide_block : Gap::block;
  }

  void note_reference(const Item& item) {
    const Item* target = item.text.find(reference_mark) == npos ? nullptr : find(item.refers_to);
    if (target == nullptr) return;
    account_[Property::references].push_back(
        concatenated({target->kind == Kind::table ? "表" : "图", labels_[target->id].number}));
  }

  // Cases

  std::uint32_t print_case_title(const Item& item) {
    const Label& label = labels_[item.id];
    case_entry_ = numbered_entry(label.number, item.text);
    account_[Property::cases].push_back(case_entry_);
    in_case_ = true;
    case_at_ = at_;
    std::uint32_t last = 0;
    Gap gap = style_[Dimension::box_gap] == 1 ? Gap::wide_block : Gap::block;
    for (const SetLine& line : typeset(label.printed + item.text, setting(item, 0))) {
      last = pages_.line(line.text, gap, box_margin(item));
      gap = Gap::line;
    }
    return last;
  }

  /// Notes the extent of the case that ends with `item`.
  void close_case(const Item& item, std::uint32_t last) {
    was_in_case_ = item.in_case || item.kind == Kind::case_title;
    const Item* next = following();
    if (!in_case_ || (next != nullptr && next->in_case)) return;
    in_case_ = false;
    extents_.push_back({case_at_, case_entry_, item.kind == Kind::case_title ? 0 : last});
  }

  void account_for_extents() {
    const bool boxes_stand_in = style_.name(Dimension::box_width) == "indented" && keeps_indent_ && wrapped_;
    const BoxStyle boxes{style_[Dimension::box_gap] == 1, boxes_stand_in, text_width_ * quarters,
                         (wrapped_ ? box_width_ : text_width_) * quarters};
    const CaseEnds ends(report_, texts_, boxes);
    std::vector<std::string> seen;
    for (const Extent& extent : extents_) {
      std::string entry = told_apart(extent.entry, seen);
      if (ends.show(extent.title))
        account_[Property::extents].push_back(entry + " to " + std::to_string(extent.last));
      else
        account_.open_cases.push_back(std::move(entry));
    }
  }

  // Figures and tables

  std::uint32_t print_figure(const Item& item) {
    const Label& label = labels_[item.id];
    account_[Property::figures].push_back(numbered_entry(label.number, item.text));
    last_exhibit_ = concatenated({"图", label.number});
    pages_.skip(8);
    const std::string caption = with_digit_spaces(label.printed + item.text, 0, 0);
    return pages_.line(caption, Gap::block, centred(caption));
  }

  std::uint32_t print_whole_table(const Item& item) {
    const Label& label = labels_[item.id];
    TableAccount account;
    account.label = numbered_entry(label.number, item.text);
    last_exhibit_ = concatenated({"表", label.number});
    const std::string caption = label.printed + item.text;
    const bool below = style_.name(Dimension::caption_place) == "below";
    if (!below) pages_.line(caption, Gap::block, centred(caption));
    // Where captions stand below, a continuation has nothing to go on from at its top.
    const std::string continued = below ? std::string() : concatenated({"续", label.inline_form});
    print_table(item.table, mix(item.id), continued, style_, digit_space_percent(item.in_case), text_width_, pages_, account);
    if (below) pages_.line(caption, Gap::block, centred(caption));
    account_[Property::tables].push_back(account.label);
    account_[Property::columns].push_back(account.label + ": " + account.columns);
    account_.tables.push_back(std::move(account));
    return pages_.last_line();
  }

  std::uint32_t print_source(const Item& item) {
    account_[Property::sources].push_back(squeezed(formed(item.text)) + " → " + last_exhibit_);
    return pages_.line(formed(item.text), Gap::block, centred(item.text));
  }

  const Report& report_;
  const Style& style_;
  Pages pages_;
  Account account_;
  std::unordered_map<std::uint32_t, Label> labels_;
  std::size_t at_ = 0;
  bool wrapped_ = true;
  bool keeps_indent_ = false;
  std::uint32_t indent_ = 2;  // characters, of first lines
  bool has_front_subs_ = false;
  std::uint32_t text_width_ = 0, box_width_ = 0;
  bool in_case_ = false, was_in_case_ = false;
  std::vector<std::string> strings_;  // by item of running text
  std::vector<PrintedText> texts_;
  struct Extent {
    std::size_t title;  // item
    std::string entry;
    std::uint32_t last;  // line
  };
  std::vector<Extent> extents_;
  std::size_t case_at_ = 0;  // item of the last case title
  std::string case_entry_, last_exhibit_;
};

}  // namespace

Printed print(const Report& report, const Style& style) { return Printer(report, style).print(); }

}  // namespace reportal::printer
