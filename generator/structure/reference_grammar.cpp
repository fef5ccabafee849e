#include "structure/reference_grammar.h"

#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"
#include "structure/raw/titles/numbering.h"

namespace reportal {
namespace {

using Kind = ReferenceMention::Kind;
using Direction = ReferenceMention::Direction;
using raw::read_label_number;
using raw::skip_space;
using raw::skip_word;

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

bool skip_any(std::string_view text, std::size_t& offset, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return skip_word(text, offset, word); });
}

/// Moves `offset` before one of `words`, if that stands there.
bool skip_back(std::string_view text, std::size_t& offset, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.substr(0, offset).ends_with(word)) continue;
    offset -= word.size();
    return true;
  }
  return false;
}

void skip_space_back(std::string_view text, std::size_t& offset) {
  while (offset > 0) {
    std::size_t before = offset;
    if (!is_space(previous_character(text, before))) return;
    offset = before;
  }
}

/// A number of a label; a Chinese one in digits. "" if there is none.
std::string read_number(std::string_view text, std::size_t& offset) {
  std::size_t at = offset;
  std::string number = read_label_number(text, at);
  if (number.empty()) return number;
  if (!is_ascii_digit(static_cast<unsigned char>(number[0]))) {
    const auto value = chinese_numeral(number);
    if (!value || (at < text.size() && is_han(first_character(text.substr(at))) && !text.substr(at).starts_with("所示")))
      return {};
    number = std::to_string(*value);
  }
  offset = at;
  return number;
}

bool is_compound(std::string_view number) { return number.find_first_of("-.") != npos; }

/// What stands before the name of a target.
struct Before {
  std::size_t first = 0;  ///< where the words that point begin
  bool points = false;
  bool bracket = false;   ///< an opening bracket stands before them
  bool boundary = false;  ///< no word goes on into the name
};

Before look_before(std::string_view text, std::size_t name) {
  Before found{name, false, false, false};
  std::size_t at = name;
  skip_space_back(text, at);
  found.boundary = at == 0 || !is_han(last_character(text.substr(0, at)));
  if (skip_back(text, at, {"见", "参照", "参看", "参考", "由", "据", "从", "如"})) {
    found.points = true;
    while (skip_back(text, at, {"详", "参", "可", "请", "具体", "数据", "详情", "根"})) {
    }
    found.first = at;
  }
  std::size_t bracket = found.first;
  found.bracket = skip_back(text, bracket, {"（", "("});
  return found;
}

/// Takes the brackets around [first, last) in, if they stand on both sides.
void take_brackets(std::string_view text, ReferenceMention& mention) {
  std::size_t open = mention.first;
  std::size_t close = mention.last;
  if (!skip_back(text, open, {"（", "("}) || !skip_any(text, close, {"）", ")"})) return;
  mention.first = open;
  mention.last = close;
}

class MentionReader {
 public:
  MentionReader(std::string_view text, std::vector<ReferenceMention>& mentions) : text_(text), mentions_(mentions) {}

  void read() {
    // All words that a reference needs are three bytes long, so a look at each character is enough.
    for (std::size_t at = 0; at + 3 <= text_.size();) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      if (lead < 0xE0) {
        ++at;
        continue;
      }
      const std::size_t behind = lead == 0xE5 || lead == 0xE6 || lead == 0xE8 ? read_at(at) : 0;
      at = behind > at ? behind : at + (lead < 0xF0 ? 3 : 4);
    }
  }

 private:
  /// Reads the mention whose word stands at `at`; returns where to go on, 0 if there is none.
  std::size_t read_at(std::size_t at) {
    const std::string_view word = text_.substr(at, 3);
    if (word == "图") return read_exhibit(at, Kind::figure);
    if (word == "表") return read_exhibit(at, Kind::table);
    if (word == "案" && text_.substr(at).starts_with("案例")) return read_case(at);
    if (word == "见") return read_section(at);
    return 0;
  }

  // Figures and tables

  std::size_t read_exhibit(std::size_t at, Kind kind) {
    std::size_t name = at;
    std::size_t last = at + 3;
    if (kind == Kind::figure) skip_word(text_, last, "表");  // 图表
    Direction direction = Direction::by_number;
    if (skip_back(text_, name, {"下"}))
      direction = Direction::below;
    else if (skip_back(text_, name, {"上"}))
      direction = Direction::above;
    else if (skip_back(text_, name, {"左"}))
      direction = Direction::left;
    else if (skip_back(text_, name, {"右"}))
      direction = Direction::right;
    if (name < behind_) return 0;
    if (direction != Direction::by_number) return read_directed(name, last, kind, direction);
    const bool appendix = skip_back(text_, name, {"附"});
    const Before before = look_before(text_, name);
    return read_list(name, last, kind, appendix, before);
  }

  /// 下图, 上表, 左图: a word that can be parted otherwise (以下 图书, 线上 表演), so something has to point, or speak of the
  /// exhibit.
  std::size_t read_directed(std::size_t name, std::size_t last, Kind kind, Direction direction) {
    if (last < text_.size() &&
        is_one_of(first_character(text_.substr(last)), U"书纸案像文形谋强腾述明示现彰达演白扬率象态决情面层"))
      return 0;
    Before before = look_before(text_, name);
    std::size_t end = last;
    skip_any(text_, end, {"格", "片"});
    skip_space(text_, end);
    const bool shown = skip_word(text_, end, "所示");
    std::size_t verb = last;
    const bool speaks =
        before.boundary && skip_any(text_, verb, {"显示", "为", "是", "反映", "列出", "给出", "说明", "呈现", "可", "中"});
    std::size_t close = last;
    const bool bracketed = before.bracket && skip_any(text_, close, {"）", ")"});
    if (!before.points && !shown && !speaks && !bracketed) return 0;
    ReferenceMention mention{
        before.first, shown ? end : last, kind, direction, false, true, {}, text_.substr(name, last - name)};
    return add(std::move(mention));
  }

  /// Numbers one behind the other: 1-1、1-2, 1-1 至 1-3, each with or without its word.
  std::size_t read_list(std::size_t name, std::size_t number_at, Kind kind, bool appendix, const Before& before) {
    const std::size_t first_of_list = mentions_.size();
    std::size_t at = number_at;
    skip_space(text_, at);
    ReferenceMention mention;
    mention.number = read_number(text_, at);
    if (mention.number.empty() || name < behind_) return 0;
    if (!before.points && !is_compound(mention.number) && raw::begins_with_unit(text_.substr(at))) return 0;
    mention.first = before.first;
    mention.last = at;
    mention.kind = kind;
    mention.appendix = appendix;
    mention.name = text_.substr(name, at - name);
    mention.certain = before.points || before.bracket;
    if (!mention.certain && !before.boundary) mention.number.clear();  // 新图 3: no name of its own, unless 所示 stands behind
    std::vector<ReferenceMention> list{mention};
    while (read_next(at, kind, list)) {
    }
    std::size_t end = at;
    skip_space(text_, end);
    if (skip_word(text_, end, "所示")) {
      list.back().last = end;
      for (ReferenceMention& member : list) member.certain = true;
      if (list[0].number.empty()) {
        std::size_t again = number_at;
        skip_space(text_, again);
        list[0].number = read_number(text_, again);
      }
    }
    if (list[0].number.empty()) return 0;
    if (list.size() == 1) take_brackets(text_, list[0]);
    for (ReferenceMention& member : list) {
      member.certain = member.certain || list[0].certain;
      mentions_.push_back(std::move(member));
    }
    behind_ = mentions_.back().last;
    return mentions_.size() > first_of_list ? behind_ : 0;
  }

  bool read_next(std::size_t& at, Kind kind, std::vector<ReferenceMention>& list) {
    std::size_t offset = at;
    skip_space(text_, offset);
    const bool comma = skip_any(text_, offset, {"，", ","});
    if (!comma && !skip_any(text_, offset, {"、", "和", "与", "以及", "及", "至", "到", "~", "～", "〜"})) return false;
    skip_space(text_, offset);
    ReferenceMention next;
    const std::size_t name = offset;
    next.appendix = skip_word(text_, offset, "附");
    const bool named = kind == Kind::figure       ? skip_any(text_, offset, {"图表", "图"})
                       : kind == Kind::table      ? skip_word(text_, offset, "表")
                       : kind == Kind::case_title ? skip_word(text_, offset, "案例")
                                                  : false;
    if (next.appendix && !named) return false;
    skip_space(text_, offset);
    next.number = read_number(text_, offset);
    if (next.number.empty()) return false;
    if (!named &&
        (comma || (is_compound(list[0].number) != is_compound(next.number)) || raw::begins_with_unit(text_.substr(offset))))
      return false;
    next.appendix |= list[0].appendix;
    next.first = name;
    next.last = offset;
    next.kind = kind;
    next.name = text_.substr(name, offset - name);
    list.push_back(std::move(next));
    at = offset;
    return true;
  }

  // Cases

  std::size_t read_case(std::size_t at) {
    std::size_t name = at;
    skip_back(text_, name, {"典型", "特色", "优秀"});
    return read_list(name, at + std::string_view("案例").size(), Kind::case_title, false, look_before(text_, name));
  }

  // Chapters, sections, appendices: only behind 见

  std::size_t read_section(std::size_t see) {
    std::size_t at = see + 3;
    skip_any(text_, at, {"本报告", "本文", "正文", "后文", "前文", "本章"});
    skip_space(text_, at);
    const std::size_t name = at;
    ReferenceMention mention;
    mention.certain = true;
    if (skip_any(text_, at, {"附件", "附录", "附表"})) {
      mention.kind = Kind::appendix;
      const std::size_t word_end = at;
      skip_space(text_, at);
      mention.number = read_number(text_, at);
      mention.certain = !mention.number.empty();
      if (!mention.certain) at = word_end;
      if (mention.certain && text_.substr(name).starts_with("附表")) return 0;  // 附表 2 is a table
    } else if (skip_word(text_, at, "第")) {
      skip_space(text_, at);
      mention.number = read_ordinal(at);
      if (mention.number.empty()) return 0;
      skip_space(text_, at);
      if (skip_any(text_, at, {"章", "部分", "篇"}) && !is_compound(mention.number))
        mention.kind = Kind::chapter;
      else if (skip_word(text_, at, "节"))
        mention.kind = Kind::section;
      else
        return 0;
    } else {
      if (at == text_.size() || !is_ascii_digit(static_cast<unsigned char>(text_[at]))) return 0;
      mention.number = read_label_number(text_, at);
      mention.kind = Kind::section;
      std::size_t end = at;
      skip_space(text_, end);
      const bool said = skip_any(text_, end, {"小节", "节", "部分"});
      if (said) at = end;
      mention.certain = said;
      if (mention.number.find('.') == npos || mention.number.find('-') != npos) return 0;
      if (!said && raw::begins_with_unit(text_.substr(end))) return 0;
    }
    mention.name = text_.substr(name, at - name);
    mention.first = look_before(text_, see + 3).first;
    mention.last = at;
    return mention.first < behind_ ? 0 : add(std::move(mention));
  }

  /// 三, 3 or 2.1 behind 第.
  std::string read_ordinal(std::size_t& at) const {
    const std::string number = read_label_number(text_, at);
    if (number.empty() || is_ascii_digit(static_cast<unsigned char>(number[0]))) return number;
    const auto value = chinese_numeral(number);
    return value ? std::to_string(*value) : std::string();
  }

  std::size_t add(ReferenceMention mention) {
    take_brackets(text_, mention);
    behind_ = mention.last;
    mentions_.push_back(std::move(mention));
    return behind_;
  }

  std::string_view text_;
  std::vector<ReferenceMention>& mentions_;
  std::size_t behind_ = 0;  // the last mention
};

}  // namespace

void read_reference_mentions(std::string_view text, std::vector<ReferenceMention>& mentions) {
  MentionReader(text, mentions).read();
}

}  // namespace reportal
