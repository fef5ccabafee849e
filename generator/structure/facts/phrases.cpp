#include "structure/facts/phrases.h"

#include <algorithm>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/facts/word_table.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

// Verbs of gaining and having. 获奖 is a noun, 获取 a word of its own.
constexpr WordTable gains({{"荣获", "奖"}, {"获得", "过感"}, {"获评"}, {"斩获"}, {"取得"}, {"获", "奖得取益胜准"}});
constexpr WordTable receipts({{"获得"}, {"取得"}, {"获", "评批"}});
constexpr WordTable havings({{"共有"}, {"现有"}, {"拥有"}, {"建有"}, {"设有"}});
constexpr WordTable whole_marks({{"学校"}, {"我校"}, {"本校"}, {"全校"}, {"现有"}, {"共有"}, {"我院"}});

// clang-format off
constexpr WordTable grades({
    {"特等奖"}, {"一等奖"}, {"二等奖"}, {"三等奖"}, {"优秀奖"}, {"优胜奖"}, {"金奖"}, {"银奖"}, {"铜奖"}, {"冠军"},
    {"亚军"}, {"季军"},
});
// clang-format on
constexpr WordTable rates({{"率"}, {"度"}, {"比例"}, {"占比"}, {"比重"}, {"比"}});
// clang-format off
constexpr WordTable quantity_nouns({
    {"数"}, {"量"}, {"率"}, {"比例"}, {"比"}, {"值"}, {"额"}, {"度"}, {"面积"}, {"收入"}, {"人次"}, {"学时"}, {"课时"},
    {"起薪点"}, {"经费"}, {"资金"}, {"规模"}, {"总分"}, {"得分"}, {"薪资"}, {"薪酬"}, {"工资"}, {"指数"},
});
// clang-format on
constexpr WordTable doings_of_people(
    {{"参加"}, {"参与"}, {"报名"}, {"通过"}, {"录取"}, {"注册"}, {"毕业"}, {"招收"}, {"入伍"}, {"考取"}, {"就业"}});

}  // namespace

bool is_rate(std::string_view noun) { return rates.at_end(noun) > 0; }

bool is_quantity_noun(std::string_view noun) { return quantity_nouns.at_end(noun) > 0; }

Award award_in(std::string_view name) {
  Award award;
  award.grade = grades.at_end(name);
  if (award.grade == 0) return award;
  award.level = level_length_at_end(name.substr(0, name.size() - award.grade));
  return award;
}

std::size_t behind_list(std::string_view text) {
  constexpr std::string_view mark = "等";
  for (std::size_t at = text.rfind(mark); at != npos && at > 0; at = text.rfind(mark, at - 1)) {
    std::size_t before = at;
    const char32_t left = previous_character(text, before);
    const std::size_t behind = at + mark.size();
    const char32_t right = behind < text.size() ? first_character(text.substr(behind)) : 0;
    static constexpr std::u32string_view joined_left = U"高中平初同优均对相一二三特", joined_right = U"级次奖第于待";
    if (joined_left.find(left) != npos || joined_right.find(right) != npos) continue;
    const std::size_t close = std::min(text.find("》", behind), text.find("”", behind));
    const std::size_t open = std::min(text.find("《", behind), text.find("“", behind));
    if (close != npos && close < open) continue;  // it stands in a title
    if (text.size() - behind >= 2 * character) return behind;
  }
  return npos;
}

bool is_people_noun(std::string_view name) {
  static constexpr std::u32string_view ends = U"生师人员者家才工众民友数次量长手匠兵干部导";
  return ends.find(last_character(name)) != npos;
}

std::string_view counted_noun(std::string_view name) {
  constexpr std::string_view number = "数";
  if (!name.ends_with(number) || name.ends_with("人数") || name.ends_with("次数")) return name;
  return name.substr(0, name.size() - number.size());
}

bool is_telling(std::string_view name) { return count_characters(name) >= 6; }

bool is_doing_of_people(std::string_view name) {
  if (is_people_noun(name)) return false;
  if (name.size() <= 4 * character) return true;
  return doings_of_people.within(name);
}

std::string_view without_lead(std::string_view text) {
  constexpr std::size_t longest_lead = 3 * character;
  text = strip_end(text);
  for (const std::string_view link : links) {
    const std::size_t at = text.rfind(link);
    if (at != npos && at > character && text.size() - at - link.size() <= longest_lead && text.find("”", at) == npos)
      return trim(text.substr(0, at));
  }
  for (const std::string_view verb : {"建设", "建立", "开展", "组建", "共建", "开发", "打造"}) {
    if (text.ends_with(verb) && text.size() > 3 * character) return trim(text.substr(0, text.size() - verb.size()));
  }
  return text;
}

bool is_holder(std::string_view noun) {
  static constexpr std::u32string_view ends = U"校院家国业部位门区县市村班司团队伍生师员";
  return noun.size() >= 2 * character && ends.find(last_character(noun)) != npos;
}

std::string without_gain(std::string_view text) {
  constexpr std::string_view in = "在", within = "中";
  constexpr std::size_t longest_subject = 8 * character;
  const auto [gain, length] = gains.find(text);
  if (length == 0) return std::string(text);
  const std::string_view object = strip_front(text.substr(gain + length));
  std::string_view place = trim(text.substr(0, gain));
  const std::size_t at = place.find(in);
  if (at <= longest_subject && place.ends_with(within)) {
    place = trim(place.substr(at + in.size(), place.size() - at - in.size() - within.size()));
    return std::string(place).append(object);
  }
  if (object.size() < 2 * character) return std::string(text);
  if (award_in(object).grade == object.size() && award_in(object).grade > 0)
    return std::string(place).append(object);  // …大赛荣获一等奖
  if (gain > longest_subject && object.size() < 4 * character) return std::string(text);
  const std::string_view winner = strip_end(place);  // 职教赛道获一等奖 keeps the track, 学生获一等奖 not the students
  return award_in(object).grade > 0 && !is_holder(winner) && !is_people_noun(winner) ? std::string(winner).append(object)
                                                                                     : std::string(object);
}

std::string_view without_manner(std::string_view words, bool list) {
  constexpr std::string_view done = "了", such_as = "如", together = "共同";
  for (const std::string_view source : {"根据", "按照", "依据", "依照"}) {
    if (!words.starts_with(source)) continue;
    for (const std::string_view said : {"统计", "显示", "要求", "规定", "计算"}) {
      const std::size_t at = words.find(said);
      if (at != npos) words = strip_front(words.substr(at + said.size()));
    }
  }
  const std::size_t did = words.rfind(done);
  if (did != npos && words.size() - did > 4 * character && !words.substr(did).starts_with("了解"))
    words = strip_front(words.substr(did + done.size()));
  if (!list) return words;
  if (const std::size_t example = words.find(such_as); example != npos && example > 3 * character)
    words = strip_end(words.substr(0, example));
  if (const std::size_t all = words.rfind(together); all != npos && words.find("、", all) == npos) words = words.substr(all);
  return words;
}

std::string_view without_run(std::string_view words) {
  constexpr std::string_view running = "连续", year = "年";
  constexpr std::size_t longest_run = 6 * character;
  const std::size_t at = words.ends_with(year) ? words.rfind(running) : npos;
  return at == npos || at == 0 || words.size() - at > longest_run ? words : strip_end(words.substr(0, at));
}

std::string without_having(std::string name) {
  const auto having = havings.find(name);
  if (having.length > 0 && having.at > 0) name.erase(having.at, having.length);
  return name;
}

bool says_whole(std::string_view words) { return whole_marks.within(words); }
bool is_receipt(std::string_view words) { return receipts.at_front(words) > 0; }

std::string close_up(std::string_view text) {
  const auto may_be_space = [](char c) {
    return (static_cast<unsigned char>(c) <= ' ') || c == '\xE2' || c == '\xE3' || c == '\xC2';
  };
  if (std::none_of(text.begin(), text.end(), may_be_space)) return std::string(text);
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

}  // namespace reportal::facts
