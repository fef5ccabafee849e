#include "structure/raw/tables/cell_text.h"

#include "base/text.h"
#include "structure/raw/tables/weights.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

bool ends_with_comma(std::string_view text) {
  return text.ends_with("、") || text.ends_with("，") || text.ends_with("；") || text.ends_with("：");
}

bool is_list(const Word& word) { return word.names && word.text.find("、") != npos; }

/// 与 的 及: words that join what stands before and behind them.
bool is_joining(char32_t character) {
  return std::u32string_view(U"的与及和之、，）》”").find(character) != std::u32string_view::npos;
}

bool is_frequent(const std::vector<char32_t>& characters, char32_t character) {
  return std::find(characters.begin(), characters.end(), character) != characters.end();
}

}  // namespace

void CellText::begin(const Word& word) {
  line_ = word.width;
  depth_ = word.depth;
  closed_ = word.closes;
  comma_ = ends_with_comma(word.text);
  kind_ = word.kind;
  names_ = word.names;
  list_ = is_list(word);
  first_ = word.first;
  last_ = word.last;
  mix(word);
}

void CellText::mix(const Word& word) {
  for (const char c : word.text) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
}

void CellText::append(const Word& word) {
  stay_ += static_cast<double>(depth_ > 0 ? std::max(word.stay, -0.2F) : word.stay);
  if (word.gap == Gap::below || word.gap == Gap::beside) {
    room_ = std::min(room_, line_ + word.unit);
    widest_ = std::max(widest_, line_);
    line_ = word.width;
    ++lines_;
  } else {
    line_ += word.width + (word.gap == Gap::none ? 0U : 1U);
  }
  if (word.closes && depth_ <= 0) closed_ = true;
  depth_ += word.depth;
  const bool new_line = word.gap == Gap::below || word.gap == Gap::beside;
  const bool list_goes_on = comma_ || word.first == U'、' || (new_line && names_ && word.names && (list_ || is_list(word)));
  kind_ = joined_kind(kind_, word.kind, list_goes_on);
  names_ = names_ && word.names;
  list_ |= is_list(word);
  comma_ = ends_with_comma(word.text);
  last_ = word.last;
  mix(word);
}

double CellText::score() const {
  double score = stay_;
  if (depth_ > 0 || closed_) score += weights::unclosed_bracket;
  if (comma_) score += weights::ends_with_comma;
  if (is_joining(first_)) score += weights::begins_with_joining_word;
  return score;
}

float CellText::score_in(const Column& column) const {
  double score = static_cast<double>(column.kind[static_cast<std::size_t>(kind_)] + column.filled);
  if (needlessly_wrapped(column.width))
    score += kind_ == CellKind::persons ? weights::needless_wrap_of_names : weights::needless_wrap;
  if (lines_ > 1 && column.wrap_width > 0 && widest_ + 2 >= column.wrap_width) score += weights::full_wrap;
  if (lines_ == 1 && column.wrap_width > 0 && line_ > std::max(column.wrap_width, column.width) + 1)
    score += weights::wider_than_wrap;
  if (is_frequent(column.first, first_)) score += weights::known_edge;
  if (is_frequent(column.last, last_)) score += weights::known_edge;
  if (!column.values.empty()) {
    const auto known = column.values.find(hash_);
    if (known != column.values.end() && known->second > 1) score += weights::known_value;
  }
  return static_cast<float>(score);
}

bool is_total(std::string_view text) {
  for (const std::string_view word : {"合计", "总计", "小计", "总数", "平均", "共计"}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

bool goes_on_in_brackets(std::string_view text) {
  return (text.starts_with("（") || text.starts_with("(")) && !begins_like_group(text);
}

bool begins_like_group(std::string_view text) {
  const Numbering numbering = read_numbering(text);
  return numbering.form == Numbering::Form::han || numbering.form == Numbering::Form::han_bracketed;
}

}  // namespace reportal::raw
