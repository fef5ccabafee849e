#include "structure/facts/names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/facts/phrases.h"
#include "structure/facts/quotes.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

constexpr std::size_t reach = 360;  // bytes that are looked at on either side of a number

enum class Stop : std::uint8_t { none, list, clause };

Stop stop_at(char32_t c) {
  switch (c) {
    case U'、':
      return Stop::list;
    case U'，':
    case U',':
    case U'：':
    case U':':
    case U'；':
    case U';':
    case U'。':
    case U'！':
    case U'？':
    case U'\n':
    case U'（':
    case U'(':
    case U'“':
    case U'《':
    case U'「':
    case U'『':
    case U'—':
      return Stop::clause;
    default:
      return Stop::none;
  }
}

}  // namespace

void add_name(std::vector<Name>& names, std::string_view text, bool whole) {
  Name name;
  name.text = close_up(text);
  name.whole = whole;
  if (!name.text.empty()) names.push_back(std::move(name));
}

void Namer::begin_sentence(std::size_t at) {
  sentence_ = behind_ = at;
  base_.clear();
  last_.clear();
  award_base_.clear();
  award_level_.clear();
}

/// The words before `at`, back to the quantity before, the clause's begin or, unless `across_list`, 、.
Namer::Segment Namer::before(std::size_t at, bool across_list) const {
  Segment segment{at, at};
  const std::size_t limit = std::max(std::max(sentence_, behind_), at > reach ? at - reach : 0);
  std::size_t first = at;
  while (first > limit) {
    if (first >= limit + character && is_plain_han(text_[first - character])) {
      first -= character;
      continue;
    }
    std::size_t mark = first;
    const char32_t c = previous_character(text_, mark);
    if (is_closing_mark(c)) {
      const std::size_t open = opening_before(text_, first, reach);
      if (open == npos || open < limit) break;
      first = open;
      continue;
    }
    const Stop stop = stop_at(c);
    if (stop == Stop::clause || (stop == Stop::list && !across_list)) {
      segment.opened = c == U'，' || c == U',';
      segment.labelled = c == U'：' || c == U':';
      break;
    }
    if (stop == Stop::list) segment.list = true;
    first = mark;
  }
  segment.first = first;
  segment.from_previous = first == behind_ && behind_ > sentence_;
  return segment;
}

/// The clause before the one that ends at `at`, as far as it holds no quantity.
std::string_view Namer::earlier_clause(std::size_t at) const {
  while (at > std::max(sentence_, behind_)) {
    std::size_t mark = at;
    const char32_t c = previous_character(text_, mark);
    if (c != U'，' && c != U',' && c != U'：' && c != U':' && !is_space(c)) break;
    at = mark;
  }
  const Segment segment = before(at, true);
  return slice(segment.first, segment.last);
}

/// How far the words behind a number go: to the end of its clause or to the next number.
std::size_t Namer::end_of_noun_clause(std::size_t at, std::size_t next, bool across_list) const {
  const std::size_t limit = std::min({text_.size(), next, at + reach});
  while (at < limit) {
    if (is_plain_han(text_[at])) {
      at += character;
      continue;
    }
    if (const std::size_t end = name_end(text_, at); end != npos) {
      const char32_t open = first_character(text_.substr(at));
      if (open == U'（' || open == U'(') break;
      at = std::min(end, text_.size());
      continue;
    }
    std::size_t behind = at;
    const char32_t c = next_character(text_, behind);
    const Stop stop = stop_at(c);
    if (stop == Stop::clause || c == U'）' || c == U')' || (stop == Stop::list && !across_list)) break;
    at = behind;
  }
  return std::min(at, std::max(limit, at));
}

void Namer::name(const Token& token, std::size_t next, std::vector<Name>& names) {
  const Quantity& quantity = token.quantity;
  const bool share = quantity.kind == UnitKind::percent;
  const bool bracketed = token.bracket != no_bracket && trimmed(slice(token.bracket, quantity.lead)).size() <= 2 * character;
  if (bracketed) {
    name_bracketed(token, names);
  } else {
    const std::size_t noun = behind_bracket(quantity);
    if (noun > next) next = text_.size();  // the next number stands in the bracket between
    const std::size_t end = end_of_noun_clause(noun, next, share);
    Following right{trimmed(slice(noun, end)), text_.substr(end).starts_with("、")};
    if (end == next && next < text_.size()) right.text = without_lead(right.text);
    const Segment segment = before(quantity.lead, true);
    const bool of_last = segment.from_previous && named_behind_;  // what was counted last is no part of this name
    const std::string_view left = of_last ? std::string_view{} : trimmed(slice(segment.first, segment.last));
    const bool named = share ? name_share(left, right.text, names) : name_behind(quantity, left, right, names);
    if (!named) name_before(quantity, segment, right.text, names);
    named_behind_ = named;
  }
  if (!names.empty()) last_ = names.back().text;
  if (!names.empty() && !share) base_ = last_;
  if (!names.empty() || quantity.kind != UnitKind::none) behind_ = quantity.last;
}

/// 能力证书（50.16%）: what stands before the bracket, from the last 是 or 以 on.
void Namer::name_bracketed(const Token& token, std::vector<Name>& names) const {
  if (text_.substr(token.bracket, token.quantity.lead - token.bracket).find("占") != npos)
    return add_name(names, base_ + "占比");  // 专业 12 个（占 30%）
  const Segment segment = before(token.bracket, false);
  std::string_view noun = strip_end(slice(segment.first, segment.last));
  for (const std::string_view close : {"为主", "居多", "最高", "最多"}) {
    if (noun.ends_with(close)) noun = strip_end(noun.substr(0, noun.size() - close.size()));
  }
  for (const std::string_view link : {"是", "为", "以"}) {
    const std::size_t at = noun.rfind(link);
    if (at == npos) continue;
    const std::string_view rest = strip_front(noun.substr(at + link.size()));
    static constexpr std::u32string_view bounds = U"上下内及来";  // 以上, 以及
    if (rest.size() >= 2 * character && bounds.find(first_character(rest)) == npos) noun = rest;
  }
  noun = strip_front(noun);
  for (const std::string_view than : {"相较", "较", "比", "相比", "与"}) {
    if (noun.starts_with(than) && !last_.empty()) noun = {};
  }
  if (noun.starts_with("“") && noun.ends_with("”")) noun = noun.substr(character, noun.size() - 2 * character);
  if (noun.empty())
    add_name(names, last_);  // 去年（92.4%）
  else
    add_name(names, noun, false);
}

/// What the clause before says that the name needs: 专任教师中，硕士 690 人; 在全国大赛中，学校获一等奖 3 项.
std::string Namer::scope_before(std::size_t at, std::string_view name) const {
  constexpr std::string_view in = "在", within = "中";
  constexpr std::size_t longest_scope = 10 * character;
  const std::string_view behind = trim_end(text_.substr(0, at));
  if (!behind.ends_with("中，") && !behind.ends_with("中,")) return {};
  std::string_view clause = trimmed(earlier_clause(at));
  if (!clause.ends_with(within)) return {};
  clause = strip_front(clause.substr(0, clause.size() - within.size()));
  if (clause.ends_with("其")) return {};
  if (clause.starts_with(in)) {
    const Award award = award_in(name);
    const bool bare_award = award.grade > 0 && name.size() - award.grade - award.level <= 6 * character;
    return bare_award ? std::string(strip_front(clause.substr(in.size()))) : std::string();
  }
  return clause.size() <= longest_scope ? std::string(clause).append(within) : std::string();
}

}  // namespace reportal::facts
