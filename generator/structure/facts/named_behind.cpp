// Names that stand behind their number: 40 个招生专业, 2 名教师赴企业实践, 6 部教材评为优质教材, 500 人的教师库.

#include <array>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/facts/names.h"
#include "structure/facts/phrases.h"
#include "structure/facts/quotes.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

constexpr std::string_view of = "的", within = "中";
constexpr std::size_t generic = 2 * character;  // 学生, 企业: says little without what they do

/// Bytes of the noun that `right` begins with: up to the first verb or preposition.
std::size_t noun_length(std::string_view right) {
  std::size_t end = 0;
  while (end < right.size() && verb_length(right.substr(end)) == 0) {
    if (is_plain_han(right[end]))
      end += character;
    else if (const std::size_t behind = name_end(right, end); behind != npos)
      end = behind;
    else
      next_character(right, end);
  }
  return std::min(end, right.size());
}

std::string_view bare_noun(std::string_view noun) {
  noun = strip_end(noun);
  const std::size_t owned = noun.find(of);
  if (owned != npos && is_holder(noun.substr(0, owned))) noun = noun.substr(0, owned);  // 5 所高校的代表队
  if (noun.ends_with(within) && noun.size() > generic) noun = noun.substr(0, noun.size() - within.size());
  return noun;
}

/// 10 场集趣味、知识于一体的活动 → 活动.
std::string_view behind_gathering(std::string_view right) {
  constexpr std::string_view gathering = "集", as_one = "于一体的";
  const std::size_t one = right.starts_with(gathering) ? right.find(as_one) : npos;
  return one == npos ? right : right.substr(one + as_one.size());
}

/// 新增 3 个基地 is another quantity than 3 个基地.
std::string_view kept_verb(std::string_view left) {
  const std::string_view verb = strip_end(left);
  for (const std::string_view word : {"新增", "增设", "撤销", "停招", "引进", "新建"}) {
    if (verb.ends_with(word)) return word;
  }
  return {};
}

}  // namespace

std::size_t Namer::behind_bracket(const Quantity& quantity) const {
  std::size_t at = quantity.last;
  while (at < text_.size() && text_[at] == ' ') ++at;
  const char32_t open = at < text_.size() ? first_character(text_.substr(at)) : 0;
  const std::size_t end = open == U'（' || open == U'(' ? name_end(text_, at) : npos;
  const bool goes_on = end != npos && end < text_.size() && is_han(first_character(text_.substr(end)));
  return goes_on ? end : quantity.last;
}

bool Namer::name_behind(const Quantity& quantity, std::string_view left, const Following& following,
                        std::vector<Name>& names) const {
  const UnitKind kind = quantity.kind;
  const bool counted = kind == UnitKind::count || kind == UnitKind::people || kind == UnitKind::hours;
  if (!counted && kind != UnitKind::none) return false;
  const std::string_view right = behind_gathering(following.text);
  for (const std::string_view link : links) {
    if (right.starts_with(link)) return false;
  }
  if (right.size() < 2 * character) return false;
  if (right.ends_with("之一")) return true;  // one of many that are not the school's
  const std::string_view before = strip_front(strip_end(left));
  if (right.starts_with(of)) {  // 已形成 500 人的教师库
    const std::string_view noun = strip_end(right.substr(of.size()));
    if (before.size() > 3 * character || noun.size() < 2 * character) return false;
    add_name(names, noun);
    return true;
  }
  if (kind == UnitKind::none) {  // 20 万点赞量
    const std::string_view noun = strip_end(right);
    if (is_quantity_noun(noun)) add_name(names, noun);
    return is_quantity_noun(noun);
  }
  return name_counted(quantity, left, {right, following.cut}, names);
}

bool Namer::name_counted(const Quantity& quantity, std::string_view left, const Following& following,
                         std::vector<Name>& names) const {
  const std::string_view right = following.text;
  const std::size_t end = noun_length(right);
  std::string_view noun = bare_noun(right.substr(0, end));
  const std::string_view said = right.substr(end);
  if (is_enumerator(noun)) return true;
  const bool people = quantity.kind == UnitKind::people;
  const std::size_t equation = people && is_receipt(said) ? 0 : equation_length(said);  // certificates are not people
  if (const std::string_view object = strip_end(strip_front(said.substr(equation)));
      equation > 0 && object.size() >= 4 * character) {  // 6 部教材评为优质教材
    add_name(names, object);
    return true;
  }
  const std::string_view before = strip_front(strip_end(left));
  const bool tells = !following.cut && said.size() >= 3 * character;
  if (noun.empty() && said.find(of) != npos) {
    noun = strip_end(said);  // 3 门立项的课程
  } else if (noun.empty() && equation == 0 && before.size() >= 2 * character) {
    if (before.size() > generic || !is_people_noun(before) || !tells) return false;
    noun = before;  // 学生 300 人参与锻炼
  }
  if (trimmed(left).ends_with(of) && left.size() <= 12 * character && before.size() >= 3 * character) {
    add_name(names, std::string(strip_front(trimmed(left))).append(noun));  // 学生递交的 35 份材料
    return true;
  }
  if (noun.size() <= generic && tells) {
    std::string doing = std::string(strip_end(said)).append(noun);
    if (people && noun.empty() && !is_people_noun(doing)) doing += "人数";
    add_name(names, doing);
    return true;
  }
  if (!noun.empty()) add_name(names, std::string(kept_verb(left)).append(noun), says_whole(left) || is_telling(noun));
  return !noun.empty();
}

}  // namespace reportal::facts
