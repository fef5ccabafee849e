#include "structure/raw/titles/numbering.h"

#include "base/text.h"
#include "chinese/numbers.h"

namespace reportal::raw {
namespace {

/// The value of an ASCII or full-width digit, -1 for anything else.
int digit_value(char32_t character) {
  if (character >= '0' && character <= '9') return static_cast<int>(character - '0');
  if (character >= 0xFF10 && character <= 0xFF19) return static_cast<int>(character - 0xFF10);
  return -1;
}

bool is_point(char32_t character) { return character == '.' || character == 0xFF0E; }
bool is_dash(char32_t character) {
  return character == '-' || character == 0xFF0D || (character >= 0x2010 && character <= 0x2015) || character == 0x2212;
}

/// Digits at `offset` as a number of at most four digits; -1 if there are none or more.
int read_digits(std::string_view text, std::size_t& offset) {
  int value = 0;
  int count = 0;
  std::size_t at = offset;
  while (at < text.size()) {
    std::size_t next = at;
    const int digit = digit_value(next_character(text, next));
    if (digit < 0) break;
    if (++count > 4) return -1;
    value = value * 10 + digit;
    at = next;
  }
  if (count == 0) return -1;
  offset = at;
  return value;
}

/// A year at `offset` (1.2023 年招生情况 is item 1).
bool is_year(std::string_view text, std::size_t offset, int value) {
  skip_space(text, offset);
  return value >= 1900 && value <= 2100 && text.substr(offset).starts_with("年");
}

/// 1, 1., 1、, 1）, 1.1, 1.1.1 …
Numbering read_decimal(std::string_view text) {
  Numbering result;
  std::size_t offset = 0;
  std::size_t end = 0;
  while (result.depth < Numbering::max_depth) {
    std::size_t behind = offset;
    const int value = read_digits(text, behind);
    if (value < 0 || (result.depth == 1 && is_year(text, behind, value))) break;
    offset = behind;
    result.parts[result.depth++] = static_cast<std::uint16_t>(value);
    end = offset;
    if (offset == text.size()) break;
    std::size_t next = offset;
    if (!is_point(next_character(text, next))) break;
    result.marked = result.depth == 1;
    offset = next;
  }
  if (result.depth == 0 || result.parts[0] > 99) return {};
  for (std::size_t part = 1; part < result.depth; ++part) {
    if (result.parts[part] > 99 || result.parts[part] == 0) return {};
  }
  result.form = Numbering::Form::decimal;
  if (result.depth > 1) {
    result.marked = false;
    skip_word(text, offset, "、");
  } else if (!result.marked) {
    const bool bracketed = skip_word(text, offset, "）") || skip_word(text, offset, ")");
    if (bracketed) result.form = Numbering::Form::bracketed;
    const bool spaced = skip_space(text, offset);
    result.marked = bracketed || skip_word(text, offset, "、");
    if (!result.marked && !spaced) return {};
  }
  skip_space(text, offset);
  result.numeral = text.substr(0, end);
  result.title = text.substr(offset);
  return result;
}

/// 第一章, 第 2 节, 第三部分.
Numbering read_ordinal(std::string_view text) {
  std::size_t offset = 0;
  if (!skip_word(text, offset, "第")) return {};
  skip_space(text, offset);
  const std::size_t begin = offset;
  int value = read_digits(text, offset);
  if (value < 0) {
    const std::size_t length = chinese_numeral_length(text.substr(offset));
    const auto numeral = chinese_numeral(text.substr(offset, length));
    if (!numeral || *numeral > 99) return {};
    value = static_cast<int>(*numeral);
    offset += length;
  }
  Numbering result;
  result.numeral = text.substr(begin, offset - begin);
  skip_space(text, offset);
  if (skip_word(text, offset, "部分") || skip_word(text, offset, "篇") || skip_word(text, offset, "编")) {
    result.form = Numbering::Form::part;
  } else if (skip_word(text, offset, "章")) {
    result.form = Numbering::Form::chapter;
  } else if (skip_word(text, offset, "节")) {
    result.form = Numbering::Form::section;
  } else {
    return {};
  }
  result.depth = 1;
  result.parts[0] = static_cast<std::uint16_t>(value);
  if (!skip_word(text, offset, "：")) skip_word(text, offset, ":") || skip_word(text, offset, "、");
  skip_space(text, offset);
  result.title = text.substr(offset);
  return result;
}

/// 一、, （一） and （1）. A numeral with only a space behind it (一 学校概况) counts as not marked.
Numbering read_han(std::string_view text) {
  std::size_t offset = 0;
  const bool bracketed = skip_word(text, offset, "（") || skip_word(text, offset, "(");
  const std::size_t begin = offset;
  Numbering result;
  int value = bracketed ? read_digits(text, offset) : -1;
  if (value >= 0) {
    result.form = Numbering::Form::bracketed;
  } else {
    const std::size_t length = chinese_numeral_length(text.substr(offset));
    const auto numeral = length == 0 ? std::nullopt : chinese_numeral(text.substr(offset, length));
    if (!numeral || *numeral > 99) return {};
    value = static_cast<int>(*numeral);
    offset += length;
    result.form = bracketed ? Numbering::Form::han_bracketed : Numbering::Form::han;
  }
  if (value < 1 || value > 99) return {};
  result.numeral = text.substr(begin, offset - begin);
  if (bracketed) {
    if (!(skip_word(text, offset, "）") || skip_word(text, offset, ")"))) return {};
    skip_word(text, offset, "、");
    result.marked = true;
  } else {
    std::size_t mark = offset;
    skip_space(text, mark);
    result.marked = skip_word(text, mark, "、") || skip_word(text, mark, "．") || skip_word(text, mark, ".");
    if (!result.marked && mark == offset) return {};
    offset = mark;
  }
  skip_space(text, offset);
  result.depth = 1;
  result.parts[0] = static_cast<std::uint16_t>(value);
  result.title = text.substr(offset);
  return result;
}

/// ① to ⑳.
Numbering read_circled(std::string_view text) {
  std::size_t offset = 0;
  const char32_t first = next_character(text, offset);
  Numbering result;
  result.form = Numbering::Form::circled;
  result.numeral = text.substr(0, offset);
  result.depth = 1;
  result.parts[0] = static_cast<std::uint16_t>(first - 0x2460 + 1);
  skip_space(text, offset);
  result.title = text.substr(offset);
  return result;
}

}  // namespace

bool skip_word(std::string_view text, std::size_t& offset, std::string_view word) {
  if (!text.substr(offset).starts_with(word)) return false;
  offset += word.size();
  return true;
}

bool skip_space(std::string_view text, std::size_t& offset) {
  const std::size_t begin = offset;
  while (offset < text.size()) {
    std::size_t next = offset;
    if (!is_space(next_character(text, next))) break;
    offset = next;
  }
  return offset != begin;
}

Numbering read_numbering(std::string_view text) {
  if (text.empty()) return {};
  const char32_t first = first_character(text);
  if (digit_value(first) >= 0) return read_decimal(text);
  if (first == U'第') return read_ordinal(text);
  if (first >= 0x2460 && first <= 0x2473) return read_circled(text);
  return read_han(text);
}

std::string number_of(const Numbering& numbering) {
  if (numbering.form != Numbering::Form::decimal) return std::string(numbering.numeral);
  std::string number;
  for (std::size_t part = 0; part < numbering.depth; ++part) {
    if (part > 0) number += '.';
    number += std::to_string(numbering.parts[part]);
  }
  return number;
}

int usual_level(const Numbering& numbering) {
  using Form = Numbering::Form;
  switch (numbering.form) {
    case Form::decimal:
      return numbering.depth;
    case Form::section:
    case Form::han:
      return 2;
    case Form::han_bracketed:
      return 3;
    case Form::bracketed:
      return 4;
    case Form::circled:
      return 5;
    case Form::part:
    case Form::chapter:
    case Form::none:
      break;
  }
  return 1;
}

std::string read_label_number(std::string_view text, std::size_t& offset) {
  std::string number;
  std::size_t at = offset;
  for (;;) {
    const int value = read_digits(text, at);
    if (value < 0) break;
    number += std::to_string(value);
    offset = at;
    std::size_t next = at;
    skip_space(text, next);
    if (next == text.size()) break;
    const char32_t separator = next_character(text, next);
    if (!is_dash(separator) && !is_point(separator)) break;
    skip_space(text, next);
    std::size_t probe = next;
    if (read_digits(text, probe) < 0) break;
    number += is_dash(separator) ? '-' : '.';
    at = next;
  }
  if (!number.empty()) return number;
  const std::size_t length = chinese_numeral_length(text.substr(offset));
  number = text.substr(offset, length);
  offset += length;
  return number;
}

bool begins_with_unit(std::string_view text) {
  static constexpr std::u32string_view units =
      U"万亿千百元个项门名次年月日%％‰倍米吨亩平场家本部篇件套台种期人所位届级天周岁支只条余多时分秒〜~～至";
  return !text.empty() && units.find(first_character(text)) != std::u32string_view::npos;
}

}  // namespace reportal::raw
