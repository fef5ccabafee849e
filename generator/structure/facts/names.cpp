#include "structure/facts/names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

constexpr std::size_t reach = 360;        // bytes that are looked at on either side of a number
constexpr std::size_t longest_name = 126;  // bytes: 42 characters
constexpr std::size_t character = 3;      // bytes of a Chinese one

enum class Stop : std::uint8_t { none, list, clause };

Stop stop_at(char32_t c) {
  switch (c) {
    case U'、':
      return Stop::list;
    case U'，': case U',': case U'：': case U':': case U'；': case U';': case U'。': case U'！': case U'？': case U'\n': case U'（': case U'(':
    case U'“': case U'《': case U'「': case U'『': case U'—':
      return Stop::clause;
    default:
      return Stop::none;
  }
}

bool is_closing_mark(char32_t c) {
  return c == U'”' || c == U'》' || c == U'）' || c == U')' || c == U'」' || c == U'』' || c == U'】' || c == U'〕';
}

/// Where the name or bracket opens whose closing mark ends at `at`; npos if it is not found near.
std::size_t opening_before(std::string_view text, std::size_t at) {
  std::size_t mark = at;
  const char32_t close = previous_character(text, mark);
  static constexpr std::u32string_view closes = U"”》）)」』】〕", opens = U"“《（(「『【〔";
  const char32_t open = opens[closes.find(close)];
  const std::size_t limit = at > reach ? at - reach : 0;
  while (mark > limit) {
    const char32_t c = previous_character(text, mark);
    if (c == open) return mark;
    if (c == U'。' || c == U'\n') return npos;
  }
  return npos;
}

/// What ends in one of these is measured as a rate, and several can share one number: 就业率、对口率 100%.
bool is_rate(std::string_view noun) {
  for (const std::string_view end : {"率", "度", "比", "比例", "占比", "比重"}) {
    if (noun.ends_with(end)) return true;
  }
  return false;
}

/// 专利数, 点击量, 生师比: a number without a unit can be said of it.
bool is_quantity_noun(std::string_view noun) {
  for (const std::string_view end : {"数", "量", "率", "比", "比例", "值", "额", "度", "面积", "收入", "人次", "学时", "课时", "起薪点", "经费", "资金", "规模",
                                     "总分", "得分", "薪资", "薪酬", "工资", "系数", "指数"}) {
    if (noun.ends_with(end)) return true;
  }
  return false;
}

/// 一等奖, 省赛银奖: the end of `name` that says which award, with the level before it. Its length, 0 if there is none.
std::size_t award_length(std::string_view name) {
  std::size_t grade = 0;
  for (const std::string_view word : {"特等奖", "一等奖", "二等奖", "三等奖", "优秀奖", "优胜奖", "金奖", "银奖", "铜奖", "冠军", "亚军", "季军"}) {
    if (name.ends_with(word)) grade = word.size();
  }
  if (grade == 0) return 0;
  for (const std::string_view word : {"国家级", "省级", "市级", "校级", "省部级", "国赛", "省赛", "全国", "国家", "省", "团体", "个人"}) {
    if (name.substr(0, name.size() - grade).ends_with(word)) return grade + word.size();
  }
  return grade;
}

/// Behind the 等 that closes a list: “甲”、“乙”等冠名班级 → 冠名班级. npos where 等 is a part of a word or nothing stands behind it.
std::size_t behind_list(std::string_view text) {
  constexpr std::string_view mark = "等";
  for (std::size_t at = text.rfind(mark); at != npos && at > 0; at = text.rfind(mark, at - 1)) {
    std::size_t before = at;
    const char32_t left = previous_character(text, before);
    const std::size_t behind = at + mark.size();
    const char32_t right = behind < text.size() ? first_character(text.substr(behind)) : 0;
    static constexpr std::u32string_view joined_left = U"高中平初同优均对相一二三特", joined_right = U"级次奖第于待";
    if (joined_left.find(left) != npos || joined_right.find(right) != npos) continue;
    if (text.size() - behind >= 2 * character) return behind;
  }
  return npos;
}

bool is_people_noun(std::string_view name) {
  static constexpr std::u32string_view ends = U"生师人员者家才工众民友数次量长手匠兵干部导";
  return ends.find(last_character(name)) != npos;
}

void add_name(std::vector<Name>& names, std::string_view text, bool whole = true) {
  Name name;
  name.text = close_up(text);
  name.whole = whole;
  if (!name.text.empty()) names.push_back(std::move(name));
}

/// 在 … 中获二等奖 → … 二等奖: the place of the award is a part of its name. `text` unchanged where it is no such clause.
std::string joined_place(std::string_view text) {
  constexpr std::string_view in = "在", within = "中";
  if (!text.starts_with(in)) return std::string(text);
  for (const std::string_view verb : {"荣获", "获得", "获评", "斩获", "取得", "获"}) {
    const std::size_t at = text.find(verb);
    if (at == npos) continue;
    std::string_view place = trim(text.substr(in.size(), at - in.size()));
    if (place.ends_with(within)) place.remove_suffix(within.size());
    return std::string(place).append(text.substr(at + verb.size()));
  }
  return std::string(text);
}

/// 学生获一等奖, 教师荣获 …: behind the verb, where only a short subject stands before it.
std::string_view behind_gain(std::string_view text) {
  constexpr std::size_t longest_subject = 8 * character;
  for (const std::string_view verb : {"荣获", "获得", "获评", "获批", "斩获", "获"}) {
    const std::size_t at = text.find(verb);
    if (at == npos || at > longest_subject) continue;
    const std::string_view rest = text.substr(at + verb.size());
    if (rest.starts_with("奖") || rest.starts_with("过") || rest.size() < 2 * character) return text;
    return strip_front(rest);
  }
  return text;
}

}  // namespace

std::string close_up(std::string_view text) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (is_space(c)) {
      if (before == 0) continue;
      const std::string_view rest = trim(text.substr(at));
      if (rest.empty() || is_wide(before) || is_wide(first_character(rest))) continue;
    }
    out += text.substr(start, at - start);
    before = c;
  }
  return out;
}

void Namer::begin_sentence(std::size_t at) {
  sentence_ = behind_ = at;
  base_.clear();
  award_base_.clear();
}

/// The words before `at`, back to the quantity before, the clause's begin or, unless `across_list`, 、.
Namer::Segment Namer::before(std::size_t at, bool across_list) const {
  Segment segment{at, at};
  const std::size_t limit = std::max(std::max(sentence_, behind_), at > reach ? at - reach : 0);
  std::size_t first = at;
  while (first > limit) {
    std::size_t mark = first;
    const char32_t c = previous_character(text_, mark);
    if (is_closing_mark(c)) {
      const std::size_t open = opening_before(text_, first);
      if (open == npos || open < limit) break;
      first = open;
      continue;
    }
    const Stop stop = stop_at(c);
    if (stop == Stop::clause || (stop == Stop::list && !across_list)) break;
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
    if (stop_at(c) != Stop::clause && !is_space(c)) break;
    at = mark;
  }
  const Segment segment = before(at, true);
  return slice(segment.first, segment.last);
}

/// How far the words behind a number go: to the end of its clause or to the next number.
std::size_t Namer::end_of_noun_clause(std::size_t at, std::size_t next, bool across_list) const {
  const std::size_t limit = std::min({text_.size(), next, at + reach});
  while (at < limit) {
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
  const bool bracketed = token.bracket != npos && trim(slice(token.bracket, quantity.lead)).size() <= 2 * character;
  if (bracketed) {
    name_bracketed(token, names);
  } else {
    const std::size_t end = end_of_noun_clause(quantity.last, next, share);
    std::string_view right = trim(slice(quantity.last, end));
    const Segment segment = before(quantity.lead, true);
    const std::string_view left = trim(slice(segment.first, segment.last));
    const bool named = share ? name_share(quantity, left, right, names) : name_behind(quantity, left, right, names);
    if (!named) name_before(quantity, segment, names);
  }
  if (!names.empty() && !share) base_ = names.back().text;
  behind_ = quantity.last;
}

/// 能力证书（50.16%）: what stands before the bracket, from the last 是 or 以 on.
void Namer::name_bracketed(const Token& token, std::vector<Name>& names) {
  const Segment segment = before(token.bracket, false);
  std::string_view noun = strip_end(slice(segment.first, segment.last));
  for (const std::string_view close : {"为主", "居多", "最高", "最多"}) {
    if (noun.ends_with(close)) noun = strip_end(noun.substr(0, noun.size() - close.size()));
  }
  for (const std::string_view link : {"是", "为", "以"}) {
    const std::size_t at = noun.rfind(link);
    if (at == npos) continue;
    const std::string_view rest = strip_front(noun.substr(at + link.size()));
    if (rest.size() >= 2 * character && !rest.starts_with("上") && !rest.starts_with("及")) noun = rest;
  }
  noun = strip_front(noun);
  if (noun.starts_with("“") && noun.ends_with("”")) noun = noun.substr(character, noun.size() - 2 * character);
  if (noun.empty() && !base_.empty())
    add_name(names, base_);  // 去年（92.4%）
  else
    add_name(names, noun, false);
}

/// Percentages: 占总数的 70%, 同比增长 5%, 80% 的毕业生就职于 …, 到课率 95%.
bool Namer::name_share(const Quantity& quantity, std::string_view left, std::string_view right, std::vector<Name>& names) {
  static constexpr std::string_view share = "占", of = "的", ratio = "比例";
  std::string_view words = strip_end(left);
  if (right.starts_with(of) && quantity.kind == UnitKind::percent) {
    std::string_view said = trim(right.substr(of.size()));
    if (said.starts_with("人") && !said.starts_with("人才") && !said.starts_with("人员")) said = trim(said.substr(character));
    said = strip_end(take_characters(said, 24));
    if (said.size() >= 2 * character) add_name(names, said.ends_with(ratio) ? std::string(said) : close_up(said).append(ratio));
    return !names.empty();
  }
  words = strip_front(words);
  const std::string_view change = change_in(words);
  if (!change.empty()) {
    std::string_view subject = strip_end(words.substr(0, words.size() - change.size()));
    for (const std::string_view than : {"较", "比", "相较", "与"}) {
      if (subject.starts_with(than)) subject = {};
    }
    if (subject.size() >= 2 * character)
      add_name(names, words);
    else
      add_name(names, base_ + std::string(change));
    return true;
  }
  for (const std::string_view end : {"的比例", "的比重", "比例", "比重"}) {
    if (!words.starts_with(share) || !words.ends_with(end)) continue;
    words = words.substr(0, words.size() - end.size());
    break;
  }
  if (words.starts_with(share)) {
    const bool alone = words == "占比" || words == share;
    add_name(names, base_ + (alone ? std::string("占比") : std::string(words).append(ratio)));
    return true;
  }
  for (const std::string_view link : {"达", "占", "为"}) {  // 课时达总课时的 40%
    const std::size_t at = words.rfind(link);
    if (!trim(left).ends_with(of) || at == npos || at < 2 * character) continue;
    add_name(names, std::string(strip_end(words.substr(0, at))).append(share).append(words.substr(at + link.size())).append(ratio));
    return true;
  }
  return false;
}

/// 40 个招生专业, 2 名教师赴企业实践, 6 部教材评为优质教材. False where nothing is named behind the number.
bool Namer::name_behind(const Quantity& quantity, std::string_view left, std::string_view right, std::vector<Name>& names) const {
  const bool counted = quantity.kind == UnitKind::count || quantity.kind == UnitKind::people || quantity.kind == UnitKind::hours;
  if (!counted && quantity.kind != UnitKind::none) return false;
  for (const std::string_view link : {"和", "及", "以及", "与", "并", "或", "等", "且", "；"}) {
    if (right.ends_with(link)) right = trim(right.substr(0, right.size() - link.size()));
    if (right.starts_with(link)) return false;
  }
  if (right.starts_with("的")) return false;
  if (right.size() < 2 * character) return false;
  if (quantity.kind == UnitKind::none) {  // 20 万点赞量
    const std::string_view noun = strip_end(right);
    if (is_quantity_noun(noun)) add_name(names, noun);
    return is_quantity_noun(noun);
  }
  std::size_t end = 0;
  while (end < right.size() && verb_length(right.substr(end)) == 0) {
    if (const std::size_t behind = name_end(right, end); behind != npos)
      end = behind;
    else
      next_character(right, end);
  }
  std::string_view noun = strip_end(right.substr(0, end));
  const std::string_view said = right.substr(end);
  if (is_enumerator(noun)) return true;
  if (const std::size_t equals = equation_length(said); equals > 0) {
    const std::string_view object = strip_end(strip_front(said.substr(equals)));
    if (object.size() >= 2 * character) {
      add_name(names, object);
      return true;
    }
  }
  constexpr std::size_t generic = 2 * character;
  if (noun.size() <= generic && !said.empty() && said.size() <= longest_name) {
    add_name(names, std::string(strip_end(said)).append(noun));
    return true;
  }
  if (noun.empty()) return false;
  std::string whole;
  const std::string_view verb = strip_end(left);
  for (const std::string_view word : {"新增", "增设", "撤销", "停招", "引进", "选派", "聘请", "新建"}) {
    if (verb.ends_with(word)) whole = word;
  }
  add_name(names, whole.append(noun));
  return true;
}

/// 专任教师人数 816 人: the words before the number, or the clause before them where they say nothing.
void Namer::name_before(const Quantity& quantity, const Segment& segment, std::vector<Name>& names) {
  std::string_view words = slice(segment.first, segment.last);
  const bool cumulative = words.find("累计") != npos;
  const bool each = trim(words).ends_with("各");
  words = strip_front(strip_end(words));
  if (words.size() < 2 * character && !segment.from_previous) {
    words = earlier_clause(segment.first);
    for (const std::string_view than : {"相较", "较", "同比", "比"}) {
      const std::size_t at = words.find(than);
      if (at != npos && at >= 3 * character) words = words.substr(0, at);
    }
    words = strip_front(strip_end(words));
  }
  if (words.empty()) return;
  if (segment.list) {
    if (const std::size_t behind = behind_list(words); behind != npos) {
      words = strip_front(words.substr(behind));
    } else if (is_rate(words)) {
      for (std::size_t first = 0; first < words.size();) {
        const std::size_t mark = std::min(words.find("、", first), words.size());
        add_name(names, strip_front(words.substr(first, mark - first)));
        first = mark + character;
      }
      return;
    }
  } else if (const std::size_t quote = words.rfind("”等"); quote != npos && quote + 4 * character <= words.size()) {
    words = strip_front(words.substr(quote + 2 * character));
  }
  if (words.size() > longest_name) {
    const std::size_t cut = words.find("、", words.size() - longest_name);
    words = cut == npos ? words.substr(words.size()) : strip_front(words.substr(cut));
  }
  if (words.empty()) return;
  if (quantity.kind == UnitKind::none && !is_quantity_noun(words)) return;
  std::string name = joined_place(words);
  if (name.size() == words.size()) name = behind_gain(words);
  if (const std::size_t award = award_length(name); award > 0) {
    if (award == name.size())
      name = in_award_of(name);
    else
      award_base_ = name.substr(0, name.size() - award);
  }
  if (quantity.kind == UnitKind::people && name.size() <= 4 * character && !is_people_noun(name) && !quantity.unit.ends_with("次"))
    name += "人数";
  if (each) {  // 国家级和省级示范课各 1 门
    for (const std::string_view link : {"级和", "级、", "级与"}) {
      const std::size_t at = name.find(link);
      if (at == npos) continue;
      const std::string rest = name.substr(at + link.size());
      const std::size_t level = rest.find("级");
      if (level == npos) continue;
      add_name(names, name.substr(0, at + character) + rest.substr(level + character));
      add_name(names, rest);
      return;
    }
  }
  add_name(names, name);
  if (!names.empty()) names.back().cumulative = cumulative;
}

/// 二等奖 behind …大赛一等奖 is one of the same competition.
std::string Namer::in_award_of(std::string_view item) const { return award_base_ + std::string(item); }

}  // namespace reportal::facts
