// Names that stand before their number: 馆藏图书 162 万册, 专任教师人数为 816 人. In an enumeration an item leaves out what its
// neighbours say.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "structure/facts/names.h"
#include "structure/facts/phrases.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

constexpr std::string_view list_mark = "、";

/// The end of a name that is too long for one: behind its last 、 or 的.
std::string_view shortened(std::string_view words) {
  constexpr std::size_t longest_name = 42 * character;
  while (words.size() > longest_name) {
    const std::size_t list = words.find(list_mark);
    const std::size_t cut = list == npos ? words.find("的") : list;
    if (cut == npos) break;
    words = strip_front(words.substr(cut + character));
  }
  return words;
}

/// 就业率、对口率 100%: one number for several rates.
void add_rates(std::string_view words, std::vector<Name>& names) {
  while (!words.empty()) {
    const std::size_t mark = std::min(words.find(list_mark), words.size());
    add_name(names, strip_front(words.substr(0, mark)));
    words = words.substr(std::min(words.size(), mark + list_mark.size()));
  }
}

/// 国家级和省级示范课各 1 门: two names; false if the words join no levels.
bool add_each_level(const std::string& name, std::vector<Name>& names) {
  constexpr std::string_view level = "级";
  for (const std::string_view link : {"级和", "级、", "级与"}) {
    const std::size_t at = name.find(link);
    if (at == npos) continue;
    const std::string rest = name.substr(at + link.size());
    const std::size_t second = rest.find(level);
    if (second == npos) continue;
    add_name(names, name.substr(0, at + level.size()) + rest.substr(second + level.size()));
    add_name(names, rest);
    return true;
  }
  return false;
}

/// 投入 60 万元建设了智慧校园, 安排 4 万元慰问金, 采购价值 7 万元的物资: a verb of paying needs what is paid for.
std::string paid_for(std::string_view verb, std::string_view right) {
  constexpr std::string_view worth = "价值", of = "的";
  if (verb.ends_with(worth) && right.starts_with(of))
    return std::string(verb.substr(0, verb.size() - worth.size())).append(strip_end(right.substr(of.size())));
  const std::size_t doing = doing_length(right);
  const std::string_view object = strip_end(strip_front(right.substr(doing)));
  if (object.size() < 2 * character || right.starts_with(of)) return std::string(verb);
  return doing == 0 ? std::string(verb).append(object) : std::string(object).append(verb);
}

/// Of 人数较往年稳步提升 the part before the comparison.
std::string_view before_comparison(std::string_view words) {
  for (const std::string_view than : {"相较", "较", "同比", "比"}) {
    const std::size_t at = words.find(than);
    if (at != npos && at >= 3 * character) words = words.substr(0, at);
  }
  return words;
}

}  // namespace

std::string_view Namer::words_before(const Segment& segment) const {
  std::string_view words = without_run(strip_front(strip_end(slice(segment.first, segment.last))));
  const bool says_nothing = words.size() < 2 * character && segment.opened;
  if ((says_nothing || (words.empty() && segment.labelled)) && !segment.from_previous)
    words = strip_front(strip_end(before_comparison(earlier_clause(segment.first))));
  if (const std::size_t behind = behind_list(words); behind != npos) words = strip_front(words.substr(behind));
  words = without_manner(words, segment.list);
  const std::size_t mark = words.rfind(list_mark);
  if (segment.from_previous && named_behind_ && mark != npos) words = strip_front(words.substr(mark + list_mark.size()));
  return words;
}

void Namer::name_before(const Quantity& quantity, const Segment& segment, std::string_view right, std::vector<Name>& names) {
  const std::string_view printed = slice(segment.first, segment.last);
  const bool enumerated = segment.from_previous && printed.starts_with(list_mark);
  cumulative_ = printed.find("累计") != npos || (cumulative_ && enumerated);
  const std::string_view words = words_before(segment);
  if (words.empty()) {
    if (segment.from_previous) add_name(names, last_);  // 分别为 80%、85%
    return;
  }
  if (words.starts_with("较") || words.starts_with("比")) {  // 较上年增加 12 项
    const std::string_view change = change_at_end(words);
    if (!change.empty() && !base_.empty()) add_name(names, base_ + std::string(change));
    return;
  }
  if (quantity.kind == UnitKind::none && !is_quantity_noun(words)) return;
  if (segment.list && is_rate(words)) return add_rates(words, names);
  const bool paid = quantity.kind == UnitKind::money && words.size() <= 4 * character;
  std::string phrase = paid ? paid_for(words, right) : without_having(without_gain(shortened(words)));
  if (segment.opened) phrase.insert(0, scope_before(segment.first, phrase));
  const std::string name = completed(phrase, quantity);
  if (trimmed(printed).ends_with("各") && add_each_level(name, names)) return;
  const bool inherited = name.size() > phrase.size() && !award_base_.empty();
  const bool part = (enumerated && !inherited) || printed.find("其中") != npos;  // it leans on what was said before
  add_name(names, name, !part && (says_whole(printed) || is_telling(name)));
  if (!names.empty()) names.back().cumulative = cumulative_;
}

/// A name with what the neighbours in its sentence say for it.
std::string Namer::completed(const std::string& phrase, const Quantity& quantity) {
  constexpr std::string_view its = "其";
  std::string name = award_name(phrase);
  if (level_length(name) == name.size()) name = on_level(name);
  if (name.starts_with(its) && !last_.empty()) name = last_ + name.substr(its.size());
  if ((quantity.unit == "人" || quantity.unit == "名") && is_doing_of_people(name)) name += "人数";
  return name;
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
