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

constexpr std::size_t reach = 360;         // bytes that are looked at on either side of a number
constexpr std::size_t longest_name = 126;  // bytes: 42 characters

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

void add_name(std::vector<Name>& names, std::string_view text, bool whole = true) {
  Name name;
  name.text = close_up(text);
  name.whole = whole;
  if (!name.text.empty()) names.push_back(std::move(name));
}

}  // namespace

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
    if (c != U'，' && c != U',' && !is_space(c)) break;
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
  const bool bracketed = token.bracket != npos && trim(slice(token.bracket, quantity.lead)).size() <= 2 * character;
  if (bracketed) {
    name_bracketed(token, names);
  } else {
    const std::size_t noun = behind_bracket(quantity);
    const std::size_t end = end_of_noun_clause(noun, next, share);
    std::string_view right = trim(slice(noun, end));
    if (end == next && next < text_.size()) right = without_lead(right);
    const bool cut = text_.substr(end).starts_with("、");
    const Segment segment = before(quantity.lead, true);
    const std::string_view left = trim(slice(segment.first, segment.last));
    const bool named = share ? name_share(quantity, left, right, names) : name_behind(quantity, left, right, cut, names);
    if (!named) name_before(quantity, segment, right, names);
    named_behind_ = named;
  }
  if (!names.empty()) last_ = names.back().text;
  if (!names.empty() && !share) base_ = last_;
  if (!names.empty() || quantity.kind != UnitKind::none) behind_ = quantity.last;
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
  words = without_run(strip_front(words));
  if (words.ends_with(share) && words.size() > 2 * character) {  // 硕士以上的占 78%
    const std::string_view part = strip_end(words.substr(0, words.size() - share.size()));
    add_name(names, scope_before(static_cast<std::size_t>(left.data() - text_.data()), part).append(part).append("占比"));
    return true;
  }
  if (strip_end(right).size() >= 2 * character && !is_rate(words) && words.size() >= 2 * character &&
      !left.ends_with("的")) {  // 辅导员 100% 入住社区
    add_name(names, std::string(words).append(strip_end(right)).append(ratio));
    return true;
  }
  const std::string_view change = change_at_end(words);
  if (!change.empty()) {
    std::string_view subject = strip_end(words.substr(0, words.size() - change.size()));
    for (const std::string_view than : {"相较", "较", "比", "与"}) {
      if (subject.starts_with(than)) subject = strip_front(subject.substr(than.size()));
    }
    for (const std::string_view then : {"上年", "上一年", "往年", "同期", "前"}) {
      if (subject.starts_with(then)) subject = {};
    }
    if (subject.size() >= 2 * character)
      add_name(names, std::string(subject).append(change));
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
    add_name(names, std::string(counted_noun(base_)) + (alone ? std::string("占比") : std::string(words).append(ratio)));
    return true;
  }
  for (const std::string_view link : {"达", "占", "为"}) {  // 课时达总课时的 40%
    const std::size_t at = words.rfind(link);
    if (!trim(left).ends_with(of) || at == npos || at < 2 * character) continue;
    add_name(names,
             std::string(strip_end(words.substr(0, at))).append(share).append(words.substr(at + link.size())).append(ratio));
    return true;
  }
  return false;
}

/// 40 个招生专业, 2 名教师赴企业实践, 6 部教材评为优质教材. False where nothing is named behind the number.
bool Namer::name_behind(const Quantity& quantity, std::string_view left, std::string_view right, bool cut,
                        std::vector<Name>& names) const {
  const bool counted =
      quantity.kind == UnitKind::count || quantity.kind == UnitKind::people || quantity.kind == UnitKind::hours;
  if (!counted && quantity.kind != UnitKind::none) return false;
  for (const std::string_view link : links) {
    if (right.starts_with(link)) return false;
  }
  if (right.starts_with("的")) {  // 已形成 500 人的教师库
    const std::string_view noun = strip_end(right.substr(character));
    if (strip_front(strip_end(left)).size() > 3 * character || noun.size() < 2 * character) return false;
    add_name(names, noun);
    return true;
  }
  constexpr std::string_view gathering = "集", as_one = "于一体的";  // 10 场集趣味、知识于一体的活动
  if (const std::size_t one = right.find(as_one); right.starts_with(gathering) && one != npos)
    right = right.substr(one + as_one.size());
  if (right.size() < 2 * character) return false;
  if (right.ends_with("之一")) return true;  // one of many that are not the school's
  if (quantity.kind == UnitKind::none) {     // 20 万点赞量
    const std::string_view noun = strip_end(right);
    if (is_quantity_noun(noun)) add_name(names, noun);
    return is_quantity_noun(noun);
  }
  std::size_t end = 0;
  while (end < right.size() && verb_length(right.substr(end)) == 0) {
    if (is_plain_han(right[end]))
      end += character;
    else if (const std::size_t behind = name_end(right, end); behind != npos)
      end = behind;
    else
      next_character(right, end);
  }
  std::string_view noun = strip_end(right.substr(0, end));
  if (const std::size_t of = noun.find("的"); of != npos && is_holder(noun.substr(0, of)))
    noun = noun.substr(0, of);  // 5 所高校的代表队
  if (noun.ends_with("中") && noun.size() > 2 * character) noun = noun.substr(0, noun.size() - character);
  const std::string_view said = right.substr(end);
  if (is_enumerator(noun)) return true;
  const bool people = quantity.kind == UnitKind::people;
  const bool gained = people && is_receipt(said);  // 450 名学生获得证书: the certificates are not people
  if (const std::size_t equals = equation_length(said); equals > 0 && !gained) {
    const std::string_view object = strip_end(strip_front(said.substr(equals)));
    if (object.size() >= 4 * character) {
      add_name(names, object);
      return true;
    }
  }
  constexpr std::size_t generic = 2 * character;
  if (noun.empty() && said.find("的") != npos)
    noun = strip_end(said);  // 3 门立项的金课
  else if (noun.empty() && (gained || equation_length(said) == 0) && strip_front(strip_end(left)).size() >= 2 * character)
    return false;
  std::string_view owner = trim(left);
  if (owner.ends_with("的") && owner.size() <= 12 * character) {  // 受助学生递交的 35 份材料
    owner = strip_front(owner);
    if (owner.size() >= 4 * character) {
      add_name(names, std::string(owner).append(noun));
      return true;
    }
  }
  if (noun.size() <= generic && !cut && said.size() >= 3 * character && said.size() <= longest_name) {
    std::string doing = std::string(strip_end(said)).append(noun);
    if (people && noun.empty() && !is_people_noun(doing)) doing += "人数";
    add_name(names, doing);
    return true;
  }
  if (noun.empty()) return false;
  std::string whole;
  const std::string_view verb = strip_end(left);
  for (const std::string_view word : {"新增", "增设", "撤销", "停招", "引进", "新建"}) {
    if (verb.ends_with(word)) whole = word;
  }
  add_name(names, whole.append(noun), says_whole(left) || is_telling(noun));
  return true;
}

/// Where the words behind a number begin: 50 名（其中女生 20 名）学员 has a bracket between.
std::size_t Namer::behind_bracket(const Quantity& quantity) const {
  std::size_t at = quantity.last;
  while (at < text_.size() && text_[at] == ' ') ++at;
  const char32_t open = at < text_.size() ? first_character(text_.substr(at)) : 0;
  const std::size_t end = open == U'（' || open == U'(' ? name_end(text_, at) : npos;
  const bool goes_on = end != npos && end < text_.size() && is_han(first_character(text_.substr(end)));
  return goes_on ? end : quantity.last;
}

/// 专任教师人数 816 人: the words before the number, or the clause before them where they say nothing.
void Namer::name_before(const Quantity& quantity, const Segment& segment, std::string_view right, std::vector<Name>& names) {
  std::string paid;
  std::string_view words = slice(segment.first, segment.last);
  const bool enumerated = segment.from_previous && words.starts_with("、");
  cumulative_ = words.find("累计") != npos || (cumulative_ && enumerated);
  const bool each = trim(words).ends_with("各");
  words = without_run(strip_front(strip_end(words)));
  if (words.starts_with("较") || words.starts_with("比")) {  // 较上年增加 12 项
    const std::string_view change = change_at_end(words);
    if (!change.empty() && !base_.empty()) add_name(names, base_ + std::string(change));
    return;
  }
  if (words.empty() && segment.from_previous) {  // 分别为 80%、85%
    add_name(names, last_);
    return;
  }
  if (words.size() < 2 * character && segment.opened) {
    words = earlier_clause(segment.first);
    for (const std::string_view than : {"相较", "较", "同比", "比"}) {
      const std::size_t at = words.find(than);
      if (at != npos && at >= 3 * character) words = words.substr(0, at);
    }
    words = strip_front(strip_end(words));
  }
  if (words.empty()) return;
  if (const std::size_t behind = behind_list(words); behind != npos) words = strip_front(words.substr(behind));
  if (quantity.kind == UnitKind::money && words.size() <= 4 * character) words = paid_for(words, right, paid);
  if (segment.list && segment.from_previous && named_behind_) {
    words = strip_front(words.substr(words.rfind("、") + character));
  } else if (segment.list) {
    if (is_rate(words)) {
      for (std::size_t first = 0; first < words.size();) {
        const std::size_t mark = std::min(words.find("、", first), words.size());
        add_name(names, strip_front(words.substr(first, mark - first)));
        first = mark + character;
      }
      return;
    }
  }
  if (words.size() > longest_name) {
    const std::size_t cut = words.find("、", words.size() - longest_name);
    words = cut == npos ? words.substr(words.size()) : strip_front(words.substr(cut));
  }
  if (words.empty()) return;
  if (quantity.kind == UnitKind::none && !is_quantity_noun(words)) return;
  const bool of_school = says_whole(slice(segment.first, segment.last));
  std::string gained = without_having(without_gain(words));
  if (segment.opened) gained.insert(0, scope_before(segment.first, gained));
  std::string name = award_name(gained);
  const bool inherited = name.size() > gained.size();
  if (const std::size_t level = level_length(name); level == name.size()) name = on_level(name);
  if (name.starts_with("其") && !last_.empty()) name = last_ + name.substr(character);
  if ((quantity.unit == "人" || quantity.unit == "名") && is_doing_of_people(name)) name += "人数";
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
  if (names.empty()) return;
  names.back().cumulative = cumulative_;
  names.back().whole = (!enumerated || inherited) && (of_school || is_telling(names.back().text));
}

/// What the clause before says that the name needs: 专任教师中，硕士 690 人; 在全国大赛中，学校获一等奖 3 项.
std::string Namer::scope_before(std::size_t at, std::string_view name) const {
  constexpr std::string_view in = "在", within = "中";
  constexpr std::size_t longest_scope = 10 * character;
  std::string_view clause = trim(earlier_clause(at));
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

/// 省级成果 7 项，其中国家级 1 项: the thing counted before, on another level.
std::string Namer::on_level(const std::string& level) const {
  for (const std::string_view word : {"省级及以上", "省级以上", "市级以上", "校级以上", "省部级以上"}) {
    const std::size_t at = base_.find(word);
    if (at != npos) return base_.substr(0, at) + level + base_.substr(at + word.size());
  }
  if (const std::size_t last = level_length_at_end(base_); last > 0) return base_.substr(0, base_.size() - last) + level;
  return level + base_.substr(level_length(base_));
}

/// 投入 60 万元建设了智慧校园, 安排 4 万元慰问金: a verb of paying needs what is paid for.
std::string_view Namer::paid_for(std::string_view verb, std::string_view right, std::string& name) {
  constexpr std::string_view worth = "价值";  // 采购价值 7 万元的物资
  if (verb.ends_with(worth) && right.starts_with("的"))
    return name = std::string(verb.substr(0, verb.size() - worth.size())).append(strip_end(right.substr(character)));
  std::string_view object = right;
  if (const std::size_t doing = doing_length(object); doing > 0) object = strip_front(object.substr(doing));
  object = strip_end(object);
  if (object.size() < 2 * character || object.starts_with("的")) return verb;
  name = object == right ? std::string(verb).append(object) : std::string(object).append(verb);
  return name;
}

/// 二等奖 behind …大赛一等奖 is one of the same competition, and of the same level where it names none.
std::string Namer::award_name(std::string name) {
  const Award award = award_in(name);
  if (award.grade == 0) return name;
  const std::string base = name.substr(0, name.size() - award.grade - award.level);
  if (base.empty() && award.level == 0) return award_base_ + award_level_ + name;
  award_level_ = name.substr(base.size(), award.level);
  if (base.empty()) {
    const std::size_t level = level_length(award_base_);  // 国家级教学成果二等奖、省级一等奖
    if (level == 0) return award_base_ + name;
    return name.substr(0, award.level) + award_base_.substr(level) + name.substr(award.level);
  }
  award_base_ = base;
  return name;
}

}  // namespace reportal::facts
