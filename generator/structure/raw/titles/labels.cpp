#include "structure/raw/titles/labels.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

bool skip_any(std::string_view text, std::size_t& offset, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return skip_word(text, offset, word); });
}

bool is_digit_number(std::string_view number) {
  return !number.empty() && is_ascii_digit(static_cast<unsigned char>(number[0]));
}

bool is_compound(std::string_view number) { return number.find_first_of("-.") != npos; }

/// What stands before `rest` is counted, not numbered: 图表 20余张, 表 3人, 案例 38 个. A title can begin with the same
/// character (表1人才培养, 案例 2 个性化).
bool counts_something(std::string_view rest) {
  if (rest.empty()) return false;
  std::size_t offset = 0;
  const char32_t unit = next_character(rest, offset);
  if (is_one_of(unit, U"张幅份篇则余")) return true;
  const char32_t next = first_character(rest.substr(offset));
  if (is_one_of(unit, U"个项")) return !is_one_of(next, U"性人体案目");
  return begins_with_unit(rest) && !is_han(next);
}

struct CaseMark {
  std::string_view open, close;
};
constexpr std::array<CaseMark, 7> case_brackets = {
    {{"【", "】"}, {"[", "]"}, {"〔", "〕"}, {"［", "］"}, {"〖", "〗"}, {"（", "）"}, {"(", ")"}}};

/// What may stand between the mark of a case and the word 案例: 典型, 教学, 校企合作 … In a title that is marked otherwise any
/// word may.
bool skip_case_word(std::string_view text, std::size_t& offset, bool any) {
  constexpr std::size_t longest = 6;  // characters
  if (skip_word(text, offset, "案例")) return true;
  std::size_t at = offset;
  if (skip_any(text, at, {"典型", "特色", "优秀", "教学", "实践", "育人", "创新", "精品", "成功", "改革"}) &&
      skip_word(text, at, "案例")) {
    offset = at;
    return true;
  }
  at = offset;
  for (std::size_t count = 0; any && count < longest && at < text.size(); ++count) {
    if (!is_han(next_character(text, at))) break;
    if (!skip_word(text, at, "案例")) continue;
    offset = at;
    return true;
  }
  return false;
}

/// 1-1, 一, （一）, 之一.
std::string read_case_number(std::string_view text, std::size_t& offset) {
  std::size_t at = offset;
  skip_word(text, at, "之");
  const bool bracketed = skip_any(text, at, {"（", "("});
  std::string number = read_label_number(text, at);
  if (number.empty() || (bracketed && !skip_any(text, at, {"）", ")"}))) return {};
  offset = at;
  return number;
}

}  // namespace

void skip_separators(std::string_view text, std::size_t& offset) {
  while (skip_space(text, offset) || skip_any(text, offset, {"：", ":", "、", ".", "．", "︱", "|", "｜"})) {
  }
}

bool goes_on_behind_number(std::string_view rest) {
  static constexpr std::string_view words[] = {"）", ")",  "，",   "。", "；", "和", "与",
                                               "及", "至", "所示", "中", "是", "为", "的"};
  if (rest.starts_with("、")) {  // 表 1-1、表 1-2, but 图 1、校门
    const std::string_view next = trim(rest.substr(std::string_view("、").size()));
    return next.empty() || is_one_of(first_character(next), U"图表案附") ||
           read_numbering(next).form != Numbering::Form::none || is_ascii_digit(first_character(next));
  }
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return rest.starts_with(word); });
}

Label read_label(std::string_view text) {
  Label label;
  std::size_t offset = 0;
  label.continued = skip_word(text, offset, "续");
  skip_space(text, offset);
  label.appendix = skip_word(text, offset, "附");
  if (skip_word(text, offset, "图表") || skip_word(text, offset, "图"))
    label.kind = Label::Kind::figure;
  else if (skip_word(text, offset, "表"))
    label.kind = Label::Kind::table;
  else if (!label.continued && !label.appendix && skip_any(text, offset, {"Figure", "FIGURE", "Fig.", "Fig"}))
    label.kind = Label::Kind::figure;
  else if (!label.continued && !label.appendix && skip_any(text, offset, {"Table", "TABLE"}))
    label.kind = Label::Kind::table;
  else
    return {};
  const std::size_t word_end = offset;
  skip_space(text, offset);
  label.number = read_label_number(text, offset);
  if (label.number.empty()) {
    if (!label.continued || label.kind != Label::Kind::table || offset < text.size()) return {};
    label.length = word_end;
    return label;
  }
  const std::string_view rest = text.substr(offset);
  if (!is_digit_number(label.number) && !rest.starts_with("：") && !rest.starts_with(":") && !rest.starts_with(" ")) return {};
  if (!is_compound(label.number) && counts_something(rest)) return {};
  label.length = offset;
  return label;
}

Label read_unnumbered_label(std::string_view text) {
  Label label;
  std::size_t offset = 0;
  const bool bracketed = skip_any(text, offset, {"（", "("});
  if (!bracketed && skip_any(text, offset, {"▲", "△"})) {
    label.kind = Label::Kind::figure;
  } else if (skip_word(text, offset, "图为")) {
    label.kind = Label::Kind::figure;
    offset -= std::string_view("图为").size();  // the words read as part of the caption
  } else if (!bracketed && skip_any(text, offset, {"图：", "图:", "图片："})) {
    label.kind = Label::Kind::figure;
  } else if (!bracketed && skip_any(text, offset, {"表：", "表:"})) {
    label.kind = Label::Kind::table;
  }
  skip_space(text, offset);
  label.length = offset;
  return label;
}

std::optional<Caption> read_case_title(std::string_view text) {
  auto title = read_case_label(text);
  return title && !title->title.empty() ? title : std::nullopt;
}

std::optional<Caption> read_case_label(std::string_view text) {
  std::size_t offset = 0;
  bool marked = false;
  while (skip_any(text, offset, {"◆", "■", "▲", "★", "●", "◎", "※", "▶", "►", "◇", "□", "☆", "➤"}) ||
         (marked && skip_space(text, offset)))
    marked = true;
  std::string_view close;
  for (const CaseMark& mark : case_brackets) {
    if (!skip_word(text, offset, mark.open)) continue;
    close = mark.close;
    break;
  }
  skip_space(text, offset);
  if (!skip_case_word(text, offset, marked || !close.empty())) return std::nullopt;
  const std::size_t word_end = offset;
  const bool spaced = skip_space(text, offset);
  Caption result;
  result.number = read_case_number(text, offset);
  if (result.number.empty()) offset = word_end;
  const std::string_view rest = text.substr(offset);
  const bool compound = is_compound(result.number);
  if (!close.empty()) {
    std::size_t at = offset;
    skip_space(text, at);
    if (!skip_word(text, at, close)) {  // 【案例 1：…】
      const std::size_t before = at;
      skip_separators(text, at);
      if (!text.ends_with(close) || (before == at && result.number.empty())) return std::nullopt;
      result.title = trim(text.substr(at, text.size() - at - close.size()));
      return result.title.empty() ? std::nullopt : std::optional(result);
    }
    if (close == "）" || close == ")") {  // in round brackets a reference or an aside as well
      if (result.number.empty() || at == text.size()) return std::nullopt;
    }
    skip_separators(text, at);
    result.title = text.substr(at);
    if (result.title.empty() && result.number.empty()) return std::nullopt;
    return result;
  }
  std::size_t at = offset;
  skip_separators(text, at);
  const bool separated = at != offset;
  result.title = text.substr(at);
  if (result.number.empty()) {
    const bool colon = rest.starts_with("：") || rest.starts_with(":");
    return !result.title.empty() && (colon || (marked && spaced)) ? std::optional(result) : std::nullopt;
  }
  if (goes_on_behind_number(rest) || counts_something(rest)) return std::nullopt;
  if (result.title.empty())
    return marked || compound || spaced || !is_digit_number(result.number) ? std::optional(result) : std::nullopt;
  const bool named = result.title.starts_with("《") || result.title.starts_with("“");
  if (!separated && !compound && !named) return std::nullopt;
  if (!compound && !is_one_of(first_character(rest), U"：:、.．") && counts_something(result.title)) return std::nullopt;
  return result;
}

bool is_data_source(std::string_view text) {
  std::size_t offset = 0;
  skip_any(text, offset, {"（", "(", "【", "*", "※"});
  if (!skip_any(text, offset, {"数据来源", "资料来源", "图片来源", "信息来源", "数据出处", "资料出处", "来源", "Source"}))
    return false;
  skip_space(text, offset);
  return skip_any(text, offset, {"：", ":"});
}

bool is_source_note(std::string_view text) {
  if (is_data_source(text)) return true;
  std::size_t offset = 0;
  skip_any(text, offset, {"（", "(", "【", "*", "※"});
  if (!skip_any(text, offset, {"备注", "附注", "数据说明", "说明", "注释", "注"})) return false;
  std::size_t number = offset;
  if (!read_label_number(text, number).empty()) offset = number;  // 注1：
  skip_space(text, offset);
  return skip_any(text, offset, {"：", ":"});
}

}  // namespace reportal::raw
