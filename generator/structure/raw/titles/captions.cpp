#include "structure/raw/titles/captions.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// What stands right behind the number of a figure or table in a sentence (图 1-1中, 表 2、), or what a sentence says of it.
bool goes_on_as_sentence(std::string_view rest, bool long_line) {
  if (starts_with_any(rest, {"）", ")", "，", "。", "；", "和", "与", "及", "至", "所示", "中", "是", "为", "的"})) return true;
  return long_line && starts_with_any(trim(rest), {"显示", "所示", "表明", "反映", "可见", "可知", "可以", "看出", "给出",
                                                   "列出", "说明", "展示了"});
}

bool ends_like_text(std::string_view text) { return !text.empty() && is_one_of(last_character(text), U"。，、；,;"); }

/// What is left open before a reference that goes on in the next line.
bool leaves_reference_open(std::string_view text) {
  return !text.empty() && is_one_of(last_character(text), U"见如（(和与及、由从据在以“《按表图");
}

/// Moves `offset` behind the marks between a number and its title: ： : 、 . space.
void skip_separators(std::string_view text, std::size_t& offset) {
  while (skip_space(text, offset) || skip_word(text, offset, "：") || skip_word(text, offset, ":") ||
         skip_word(text, offset, "、") || skip_word(text, offset, ".") || skip_word(text, offset, "．")) {
  }
}

bool skip_continuation(std::string_view text, std::size_t& offset) {
  return skip_word(text, offset, "（续）") || skip_word(text, offset, "(续)") || skip_word(text, offset, "（续表）") ||
         skip_word(text, offset, "续表") || skip_word(text, offset, "续");
}

class CaptionMarker {
 public:
  CaptionMarker(std::vector<Line>& lines, const Widths& widths, Captions given)
      : lines_(lines), widths_(widths), result_(std::move(given)) {}

  Captions mark() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      Line& line = lines_[at];
      if (line.kind != LineKind::text || line.width > 400) continue;
      const char32_t first = first_character(line.text);
      if (is_one_of(first, U"图表附续"))
        mark_caption(at);
      else if (is_one_of(first, U"案典特优【[〔［"))
        mark_case(at);
      else if (is_one_of(first, U"数资图来注备说"))
        mark_note(at);
      if (first == U'图' && line.kind == LineKind::text) mark_note(at);
    }
    return std::move(result_);
  }

 private:
  bool is_full(const Line& line) const { return widths_.wrapped && line.width + 4 >= widths_.text; }

  /// The text before `at` is in the middle of a sentence that `at` could go on with.
  bool in_open_sentence(std::size_t at) const {
    const std::size_t before = previous_content(lines_, at);
    return before != no_line && lines_[before].kind == LineKind::text && !ends_sentence(lines_[before].text) &&
           is_full(lines_[before]);
  }

  void mark_caption(std::size_t at) {
    Line& line = lines_[at];
    const Label label = read_label(line.text);
    if (label.kind == Label::Kind::none) return;
    std::size_t offset = label.length;
    const std::string_view rest = line.text.substr(offset);
    Caption caption;
    caption.number = label.number;
    skip_space(line.text, offset);
    caption.continued = line.text.starts_with("续") || skip_continuation(line.text, offset);
    const std::size_t before_separators = offset;
    skip_separators(line.text, offset);
    caption.title = line.text.substr(offset);
    const bool long_line = is_full(line) || line.text.find("，") != npos;
    if (goes_on_as_sentence(rest, long_line) || ends_like_text(line.text) || line.text.find("。") != npos) return;
    const std::size_t before = previous_content(lines_, at);
    if (before != no_line && lines_[before].kind == LineKind::text && is_full(lines_[before]) &&
        leaves_reference_open(lines_[before].text))
      return;
    if (caption.title.empty() && !caption.continued && in_open_sentence(at)) return;
    if (caption.title.empty() && !caption.continued && !title_follows(at)) return;
    if (in_open_sentence(at) && is_full(line) && before_separators == label.length && !rest.starts_with(" ")) return;
    if (line.text.find("，") != npos && is_full(line) && in_open_sentence(at)) return;
    set(at, label.kind == Label::Kind::figure ? LineKind::figure : LineKind::table, result_.captions.size());
    if (caption.title.empty() && !caption.continued) {
      const std::size_t title = next_content(lines_, at);
      lines_[title].kind = LineKind::more;
      caption.title = {};
    } else {
      mark_wrapped_title(at);
    }
    result_.captions.push_back(std::move(caption));
  }

  /// The number stands alone and its title on the next line.
  bool title_follows(std::size_t at) const {
    const std::size_t next = next_content(lines_, at);
    return next != no_line && lines_[next].kind == LineKind::text && lines_[next].width < widths_.text &&
           !ends_like_text(lines_[next].text) && read_label(lines_[next].text).kind == Label::Kind::none;
  }

  void mark_case(std::size_t at) {
    Line& line = lines_[at];
    auto title = read_case_title(line.text);
    if (!title || ends_like_text(line.text) || line.text.find("。") != npos) return;
    if (in_open_sentence(at) && (title->number.empty() || is_full(line))) return;
    set(at, LineKind::case_title, result_.cases.size());
    mark_wrapped_title(at);
    result_.cases.push_back(std::move(*title));
  }

  void mark_note(std::size_t at) {
    Line& line = lines_[at];
    if (!is_source_note(line.text)) return;
    if (line.text.starts_with("说明") || line.text.starts_with("注") || line.text.starts_with("备注")) {
      const std::size_t before = previous_content(lines_, at);
      if (before == no_line || in_open_sentence(at)) return;
    }
    line.kind = LineKind::note;
    const std::size_t next = next_content(lines_, at);
    if (is_full(line) && !line.text.ends_with("。") && next != no_line && lines_[next].kind == LineKind::text &&
        lines_[next].width * 2 < widths_.text) {
      lines_[next].kind = LineKind::more;
    }
  }

  /// A title that fills its line goes on in the next one if that is short and no sentence.
  void mark_wrapped_title(std::size_t at) {
    const std::size_t next = at + 1;
    if (!widths_.wrapped || next >= lines_.size() || lines_[at].width + 4 < widths_.text) return;
    const Line& line = lines_[next];
    if (line.kind != LineKind::text || line.page_start || line.width * 2 > widths_.text || ends_sentence(line.text) ||
        line.blanks > widths_.line_gap || read_label(line.text).kind != Label::Kind::none ||
        read_numbering(line.text).form != Numbering::Form::none) {
      return;
    }
    lines_[next].kind = LineKind::more;
  }

  void set(std::size_t at, LineKind kind, std::size_t detail) {
    lines_[at].kind = kind;
    lines_[at].detail = static_cast<std::uint32_t>(detail);
  }

  std::vector<Line>& lines_;
  const Widths& widths_;
  Captions result_;
};

}  // namespace

Label read_label(std::string_view text) {
  Label label;
  std::size_t offset = 0;
  if (skip_word(text, offset, "续")) skip_space(text, offset);
  if (skip_word(text, offset, "图表"))
    label.kind = Label::Kind::figure;
  else if (skip_word(text, offset, "附图") || skip_word(text, offset, "图"))
    label.kind = Label::Kind::figure;
  else if (skip_word(text, offset, "附表") || skip_word(text, offset, "表"))
    label.kind = Label::Kind::table;
  else
    return {};
  skip_space(text, offset);
  const std::size_t begin = offset;
  label.number = read_label_number(text, offset);
  if (label.number.empty() || !is_ascii_digit(static_cast<unsigned char>(label.number[0]))) {
    const std::size_t behind = offset;
    if (label.number.empty() || behind == begin ||
        !(text.substr(offset).starts_with("：") || text.substr(offset).starts_with(" ")))
      return {};
  }
  if (begins_with_unit(text.substr(offset)) && label.number.find_first_of("-.") == std::string::npos) return {};
  label.length = offset;
  return label;
}

bool is_source_note(std::string_view text) {
  for (const std::string_view word : {"数据来源", "资料来源", "图片来源", "来源", "注", "备注", "说明"}) {
    if (!text.starts_with(word)) continue;
    std::size_t offset = word.size();
    skip_space(text, offset);
    return skip_word(text, offset, "：") || skip_word(text, offset, ":");
  }
  return false;
}

std::optional<Caption> read_case_title(std::string_view text) {
  std::size_t offset = 0;
  std::string_view closing;
  if (skip_word(text, offset, "【"))
    closing = "】";
  else if (skip_word(text, offset, "["))
    closing = "]";
  else if (skip_word(text, offset, "〔"))
    closing = "〕";
  else if (skip_word(text, offset, "［"))
    closing = "］";
  skip_space(text, offset);
  skip_word(text, offset, "典型") || skip_word(text, offset, "特色") || skip_word(text, offset, "优秀");
  if (!skip_word(text, offset, "案例")) return std::nullopt;
  const bool spaced = skip_space(text, offset);
  Caption result;
  const std::size_t number_at = offset;
  result.number = read_label_number(text, offset);
  const std::size_t behind_number = offset;
  bool separated = false;
  if (!closing.empty()) {
    skip_space(text, offset);
    separated = skip_word(text, offset, closing);
    if (!separated && (skip_word(text, offset, "：") || skip_word(text, offset, ":"))) {
      if (!text.ends_with(closing)) return std::nullopt;  // 【案例 1：…】
      skip_space(text, offset);
      result.title = trim(text.substr(offset, text.size() - offset - closing.size()));
      return result.title.empty() ? std::nullopt : std::optional(result);
    }
    if (!separated) return std::nullopt;
  }
  const std::size_t before_separators = offset;
  skip_separators(text, offset);
  separated |= offset != before_separators;
  result.title = text.substr(offset);
  if (result.title.empty()) return std::nullopt;
  if (result.number.empty()) return separated && !spaced ? std::optional(result) : std::nullopt;
  const bool compound = result.number.find_first_of("-.") != std::string::npos;
  const bool han_number = !is_ascii_digit(static_cast<unsigned char>(result.number[0]));
  if (closing.empty() && begins_with_unit(text.substr(behind_number))) return std::nullopt;
  if (!separated && !compound) return std::nullopt;
  if (closing.empty() && !compound && begins_with_unit(result.title)) return std::nullopt;
  if (han_number && behind_number == number_at) return std::nullopt;
  return result;
}

Captions mark_captions(std::vector<Line>& lines, const Widths& widths, Captions given) {
  return CaptionMarker(lines, widths, std::move(given)).mark();
}

}  // namespace reportal::raw
