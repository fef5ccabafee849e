#include "structure/raw/titles/captions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t max_caption_width = 400;
constexpr std::uint32_t max_title_width = 120;

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// What a sentence says of a figure or table behind its number.
bool says_something(std::string_view rest) {
  return starts_with_any(trim(rest), {"显示", "所示", "表明", "反映", "可见", "可知", "可以", "看出", "给出", "列出", "说明",
                                      "展示了", "是", "中可", "中的"});
}

bool ends_like_text(std::string_view text) { return !text.empty() && is_one_of(last_character(text), U"，、；,;"); }

/// What is left open before a reference that goes on in the next line.
bool leaves_reference_open(std::string_view text) {
  return !text.empty() && is_one_of(last_character(text), U"见如（(和与及、由从据在以“《按表图");
}

bool skip_continuation(std::string_view text, std::size_t& offset) {
  for (const std::string_view word : {"（续）", "(续)", "（续表）", "(续表)", "[续]", "续表", "续"}) {
    if (!skip_word(text, offset, word)) continue;
    if (is_ascii_digit(first_character(text.substr(offset)))) ++offset;  // 续1
    return true;
  }
  for (const std::string_view word : {"（续", "(续"}) {  // （续1）
    std::size_t at = offset;
    if (!skip_word(text, at, word) || read_label_number(text, at).empty()) continue;
    if (!skip_word(text, at, "）") && !skip_word(text, at, ")")) continue;
    offset = at;
    return true;
  }
  return false;
}

/// A quotation or a bracket begins in `text` and ends behind it.
bool leaves_quotation_open(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs = {
      {{"“", "”"}, {"《", "》"}, {"（", "）"}, {"【", "】"}}};
  for (const auto& [open, close] : pairs) {
    const std::size_t last = text.rfind(open);
    if (last != npos && text.find(close, last) == npos) return true;
  }
  return false;
}

/// The number that comes after `number`: 1-2 after 1-1; "" where that cannot be said.
std::string next_number(std::string_view number) {
  std::size_t last = number.size();
  while (last > 0 && is_ascii_digit(static_cast<unsigned char>(number[last - 1]))) --last;
  if (last == number.size()) return {};
  return std::string(number.substr(0, last)) + std::to_string(std::stoul(std::string(number.substr(last))) + 1);
}

/// The part of a picture that a line names: (a) 钳工 (b) 焊工; a line of Chinese numbers has to hold two, since one is a list
/// item.
bool names_parts(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> series = {
      {{"(a)", "(b)"}, {"（a）", "（b）"}, {"(A)", "(B)"}, {"（A）", "（B）"}, {"(1)", "(2)"}, {"（1）", "（2）"}}};
  return std::any_of(series.begin(), series.end(),
                     [&](const auto& parts) { return text.starts_with(parts.first) && text.find(parts.second) != npos; });
}

class CaptionMarker {
 public:
  CaptionMarker(std::vector<Line>& lines, const Widths& widths, Captions given)
      : lines_(lines), widths_(widths), result_(std::move(given)) {}

  Captions mark() {
    learn_title_width();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const Line& line = lines_[at];
      if (line.given) take_given(line);
      if (line.kind != LineKind::text || line.width > max_caption_width) continue;
      const char32_t first = first_character(line.text);
      if (is_one_of(first, U"图表附续【[FT▲△（(")) mark_caption(at);
      if (lines_[at].kind == LineKind::text && may_begin_case(first)) mark_case(at);
      if (lines_[at].kind == LineKind::text && is_one_of(first, U"数资图来注备说信附（(【*※S")) mark_note(at);
    }
    for (const Doubtful& doubtful : doubtful_) settle(doubtful);
    unmark_lists();
    return std::move(result_);
  }

 private:
  struct Doubtful {
    std::size_t at;
    LineKind kind;
    Caption caption;
  };

  static bool may_begin_case(char32_t first) { return is_one_of(first, U"案典特优教实育创精成改【[〔［〖（(◆■▲★●◎※▶►◇□☆➤"); }

  bool is_full(const Line& line) const { return widths_.wrapped && line.width + 4 >= widths_.text; }

  /// The text before `at` is in the middle of a sentence that `at` could go on with.
  bool in_open_sentence(std::size_t at) const {
    const std::size_t before = previous_content(lines_, at);
    return before != no_line && is_running(lines_[before]) && !ends_sentence(lines_[before].text) && is_full(lines_[before]);
  }

  bool ends_open_reference(std::size_t at) const {
    return in_open_sentence(at) && leaves_reference_open(lines_[previous_content(lines_, at)].text);
  }

  // Captions

  void take_given(const Line& line) {
    if (line.kind != LineKind::figure && line.kind != LineKind::table) return;
    const Caption& caption = result_.captions[line.detail];
    if (!caption.number.empty() && !caption.continued) known_.insert(key(line.kind, caption));
    if (line.kind == LineKind::table) last_table_ = caption.number;
  }

  void mark_caption(std::size_t at) {
    std::string_view text = lines_[at].text;
    const bool bracketed = text.starts_with("【") || text.starts_with("[");
    if (bracketed) text.remove_prefix(text.starts_with("[") ? 1 : std::string_view("【").size());
    const Label label = read_label(text);
    if (label.kind == Label::Kind::none) {
      if (!bracketed) mark_unnumbered(at);
      return;
    }
    const LineKind kind = label.kind == Label::Kind::figure ? LineKind::figure : LineKind::table;
    std::size_t offset = label.length;
    if (bracketed && !skip_word(text, offset, "】") && !skip_word(text, offset, "]")) return;
    const std::string_view rest = text.substr(offset);
    Caption caption{label.number, {}, label.continued, label.appendix, false};
    skip_space(text, offset);
    caption.continued |= skip_continuation(text, offset);
    const bool spaced = offset != label.length;
    skip_separators(text, offset);
    caption.title = text.substr(offset);
    if (!caption.continued && skip_final_continuation(caption.title)) caption.continued = true;
    if (caption.continued && caption.number.empty()) caption.number = last_table_;
    const bool full = is_full(lines_[at]);
    const std::size_t comma = text.find("，");
    if (goes_on_behind_number(rest) || ends_like_text(text) || ends_open_reference(at)) return;
    if ((full || comma != npos || text.ends_with("。")) && says_something(rest)) return;
    if (text.find("。") < text.size() - std::string_view("。").size()) return;
    const bool open = in_open_sentence(at);
    if (open && full && (comma != npos || !spaced)) return;
    if (caption.title.empty() && !caption.continued && (open || !title_follows(at))) return;
    const bool doubtful = !caption.continued && (text.ends_with("。") || (open && comma != npos));
    if (doubtful)
      doubtful_.push_back({at, kind, std::move(caption)});
    else
      accept(at, kind, std::move(caption));
  }

  /// 表 2-3 名单（续）.
  static bool skip_final_continuation(std::string_view& title) {
    for (const std::string_view mark : {"（续）", "(续)", "（续表）", "(续表)"}) {
      if (!title.ends_with(mark)) continue;
      title = trim_end(title.substr(0, title.size() - mark.size()));
      return true;
    }
    return false;
  }

  /// 图：…, ▲…, （图为…）: a line of its own that is no sentence of the text.
  void mark_unnumbered(std::size_t at) {
    const std::string_view text = lines_[at].text;
    const Label label = read_unnumbered_label(text);
    if (label.kind == Label::Kind::none || label.length == text.size() || is_full(lines_[at]) || in_open_sentence(at)) return;
    if (lines_[at].width > max_title_width || ends_like_text(text) || text.find("。") < text.size() - 6) return;
    if (text.starts_with("▲") && read_case_label(text)) return;
    Caption caption;
    caption.title = text.substr(label.length);
    if ((text.starts_with("（") && text.ends_with("）")) || (text.starts_with("(") && text.ends_with(")"))) {
      caption.title.remove_suffix(text.ends_with(")") ? 1 : std::string_view("）").size());
    } else if (text.starts_with("（") || text.starts_with("(")) {
      return;
    }
    accept(at, label.kind == Label::Kind::figure ? LineKind::figure : LineKind::table, std::move(caption));
  }

  /// The number stands alone and its title on the next line.
  bool title_follows(std::size_t at) const {
    const std::size_t next = next_content(lines_, at);
    if (next == no_line || lines_[next].kind != LineKind::text || lines_[next].width > max_title_width) return false;
    const Line& line = lines_[next];
    return (!widths_.wrapped || line.width < widths_.text) && !ends_like_text(line.text) && !line.text.ends_with("。") &&
           read_label(line.text).kind == Label::Kind::none && !read_case_label(line.text);
  }

  static std::string key(LineKind kind, const Caption& caption) {
    return (kind == LineKind::figure ? "图" : caption.appendix ? "附" : "表") + caption.number;
  }

  void accept(std::size_t at, LineKind kind, Caption caption) {
    if (!caption.number.empty() && !caption.continued) known_.insert(key(kind, caption));
    if (kind == LineKind::table) last_table_ = caption.number;
    set(at, kind, result_.captions.size());
    if (caption.title.empty() && !caption.continued) {
      lines_[next_content(lines_, at)].kind = LineKind::more;
      result_.captions.push_back(std::move(caption));
      return;
    }
    mark_wrapped_title(at, 1);
    add_side_by_side(std::move(caption));
    if (kind == LineKind::figure) mark_parts(at);
  }

  /// 图 1-1 校门 图 1-2 食堂: the captions of pictures that stand beside each other, told by the number that comes next.
  void add_side_by_side(Caption caption) {
    for (;;) {
      const std::string next = caption.number.empty() ? std::string() : next_number(caption.number);
      const std::string_view title = caption.title;
      std::optional<Caption> second;
      for (std::size_t at = title.find(" "); at != npos && !next.empty() && !second; at = title.find(" ", at + 1)) {
        const std::string_view rest = title.substr(at + 1);
        const Label label = starts_with_any(rest, {"图", "表"}) ? read_label(rest) : Label();
        if (label.kind == Label::Kind::none || label.number != next) continue;
        std::size_t offset = label.length;
        skip_separators(rest, offset);
        if (offset == rest.size() || trim(title.substr(0, at)).empty() || goes_on_behind_number(rest.substr(label.length)))
          continue;
        second = Caption{label.number, rest.substr(offset), false, caption.appendix, false};
        caption.title = trim_end(title.substr(0, at));
        caption.beside = true;
      }
      result_.captions.push_back(std::move(caption));
      if (!second) return;
      caption = std::move(*second);
    }
  }

  /// Lines under a caption that name the parts of its picture.
  void mark_parts(std::size_t at) {
    std::size_t next = at + 1;
    while (next < lines_.size() && lines_[next].kind == LineKind::more) ++next;
    if (next < lines_.size() && lines_[next].kind == LineKind::text && !ends_sentence(lines_[next].text) &&
        names_parts(lines_[next].text)) {
      lines_[next].kind = LineKind::more;
    }
  }

  void settle(const Doubtful& doubtful) {
    if (lines_[doubtful.at].kind != LineKind::text || known_.contains(key(doubtful.kind, doubtful.caption))) return;
    accept(doubtful.at, doubtful.kind, doubtful.caption);
  }

  // Case titles

  /// Titles are often set larger than the text, so they wrap earlier: where two of them end at about the longest width.
  void learn_title_width() {
    std::uint32_t longest = 0;
    std::uint32_t near = 0;
    for (int pass = 0; pass < 2; ++pass) {
      for (const Line& line : lines_) {
        if (line.kind != LineKind::text || line.width > max_title_width || !may_begin_case(first_character(line.text)))
          continue;
        const auto title = read_case_label(line.text);
        if (!title || title->number.empty() || ends_sentence(line.text)) continue;
        if (pass == 0) longest = std::max(longest, line.width);
        if (pass == 1 && line.width + 2 >= longest) ++near;
      }
    }
    if (near >= 2 && longest * 5 >= widths_.text * 3) title_width_ = longest;
  }

  void mark_case(std::size_t at) {
    const Line& line = lines_[at];
    auto title = read_case_label(line.text);
    if (!title || line.width > max_title_width || line.text.find("。") != npos) return;
    if (ends_like_text(line.text) && !leaves_quotation_open(line.text)) return;
    if (in_open_sentence(at) && (title->number.empty() || is_full(line) || ends_open_reference(at))) return;
    if (title->title.empty() && !title_follows(at)) return;
    set(at, LineKind::case_title, result_.cases.size());
    if (title->title.empty()) {
      const std::size_t next = next_content(lines_, at);
      lines_[next].kind = LineKind::more;
      at = next;
    }
    mark_wrapped_title(at, 2);
    result_.cases.push_back(std::move(*title));
  }

  /// A title that fills its line goes on in the next one if that is short and no sentence.
  void mark_wrapped_title(std::size_t at, int most) {
    for (const std::size_t title = at; most > 0; --most, ++at) {
      const std::size_t next = at + 1;
      if (!widths_.wrapped || next >= lines_.size()) return;
      const Line& line = lines_[next];
      const bool is_case = lines_[title].kind == LineKind::case_title;
      const bool open = leaves_quotation_open(lines_[at].text);
      const bool subtitle = is_case && line.text.starts_with("——");
      // Boxes may be narrower than the text; what is left over of a title then is a character or three.
      const bool left_over = is_case && line.width <= 6 && lines_[at].width * 4 >= widths_.text * 3;
      const bool full =
          is_full(lines_[at]) || left_over || (is_case && title_width_ > 0 && lines_[at].width + 2 >= title_width_);
      if (line.kind != LineKind::text || ends_sentence(line.text) || line.blanks > widths_.line_gap + (is_case ? 1 : 0)) return;
      if (!open && !subtitle && (!full || line.page_start || line.width * 2 > widths_.text)) return;
      if (line.width + 4 >= widths_.text || ends_like_text(line.text)) return;
      if (read_label(line.text).kind != Label::Kind::none || read_case_label(line.text) ||
          read_numbering(line.text).form != Numbering::Form::none) {
        return;
      }
      lines_[next].kind = LineKind::more;
    }
  }

  // Notes

  void mark_note(std::size_t at) {
    if (!is_source_note(lines_[at].text)) return;
    if (!is_data_source(lines_[at].text) && (previous_content(lines_, at) == no_line || in_open_sentence(at))) return;
    lines_[at].kind = LineKind::note;
    for (std::size_t last = note_end(at), line = at + 1; line <= last; ++line) lines_[line].kind = LineKind::more;
  }

  /// The last line of a note: full lines go on up to a shorter one, unless the next line looks like the first of a paragraph.
  std::size_t note_end(std::size_t at) const {
    constexpr std::size_t most = 4;
    for (std::size_t line = at; line - at < most && line + 1 < lines_.size(); ++line) {
      const std::string_view text = lines_[line].text;
      if (!is_full(lines_[line]) || text.ends_with("。")) return line;
      const Line& next = lines_[line + 1];
      const bool looks_first =
          (widths_.indented && is_set_in(lines_, line + 1)) || (next.width + lost_indent <= widths_.text + 1 && is_full(next));
      if (next.kind != LineKind::text || next.blanks > widths_.line_gap || looks_first || is_source_note(next.text) ||
          read_label(next.text).kind != Label::Kind::none || read_numbering(next.text).form != Numbering::Form::none) {
        return line;
      }
      if (!is_full(next)) return next.width * 2 < widths_.text || next.text.ends_with("。") ? line + 1 : line;
    }
    return at;
  }

  // Lists of figures, tables and cases

  /// Captions one behind the other that all come again with the same title are the entries of a list, as at the front of a
  /// report.
  void unmark_lists() {
    std::unordered_map<std::string, std::size_t> last;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (const std::string entry = entry_key(at); !entry.empty()) last[entry] = at;
    }
    for (std::size_t at = 0; at < lines_.size();) {
      std::size_t end = at;
      std::size_t entries = 0;
      bool again = true;
      while (end < lines_.size()) {
        const std::string entry = entry_key(end);
        if (!entry.empty()) {
          again = again && last[entry] > end;
          ++entries;
        } else if (lines_[end].kind != LineKind::more && lines_[end].kind != LineKind::noise) {
          break;
        }
        ++end;
      }
      if (again && entries >= 2)
        std::for_each(lines_.begin() + at, lines_.begin() + end, [](Line& line) {
          if (line.kind != LineKind::noise && !line.given) line.kind = LineKind::contents;
        });
      at = std::max(end, at + 1);
    }
  }

  /// What makes two lines the same entry: number and beginning of the title; "" for a line that is no caption.
  std::string entry_key(std::size_t at) const {
    constexpr std::size_t compared = 5;
    const Line& line = lines_[at];
    const bool is_case = line.kind == LineKind::case_title;
    if (line.given || (!is_case && line.kind != LineKind::figure && line.kind != LineKind::table)) return {};
    const Caption& caption = is_case ? result_.cases[line.detail] : result_.captions[line.detail];
    if (caption.number.empty() || caption.continued) return {};
    return (is_case ? "案" : "") + key(line.kind, caption) + ' ' + std::string(take_characters(caption.title, compared));
  }

  void set(std::size_t at, LineKind kind, std::size_t detail) {
    lines_[at].kind = kind;
    lines_[at].detail = static_cast<std::uint32_t>(detail);
  }

  std::vector<Line>& lines_;
  const Widths& widths_;
  Captions result_;
  std::vector<Doubtful> doubtful_;
  std::unordered_set<std::string> known_;  // numbers with a caption
  std::string last_table_;
  std::uint32_t title_width_ = 0;  // columns at which titles of cases wrap, 0 where unknown
};

}  // namespace

Captions mark_captions(std::vector<Line>& lines, const Widths& widths, Captions given) {
  return CaptionMarker(lines, widths, std::move(given)).mark();
}

}  // namespace reportal::raw
