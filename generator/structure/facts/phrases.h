// The grammar of a quantity's name: what words of a clause belong to it. Pure functions over phrases.

#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/text.h"

namespace reportal::facts {

inline constexpr std::size_t character = 3;  ///< bytes of a Chinese one

/// The byte begins a Han character of three bytes.
[[nodiscard]] constexpr bool is_plain_han(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte >= 0xE4 && byte <= 0xE9;
}

/// It begins and ends with Han characters, so that there is nothing to trim.
[[nodiscard]] constexpr bool is_trimmed(std::string_view text) {
  return text.size() >= character && is_plain_han(text[0]) && is_plain_han(text[text.size() - character]);
}
[[nodiscard]] inline std::string_view trimmed(std::string_view text) { return is_trimmed(text) ? text : trim(text); }

/// `at`, or the start of the character that `at` stands in the middle of.
[[nodiscard]] constexpr std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
  return at;
}
/// At most `bytes` from the start of `text`, and from its end, in whole characters.
[[nodiscard]] constexpr std::string_view front_of(std::string_view text, std::size_t bytes) {
  return text.size() <= bytes ? text : text.substr(0, character_start(text, bytes));
}
[[nodiscard]] constexpr std::string_view end_of(std::string_view text, std::size_t bytes) {
  return text.size() <= bytes ? text : text.substr(character_start(text, text.size() - bytes));
}

/// 和, 及, 等 …: join what is counted to something else.
inline constexpr auto links = std::to_array<std::string_view>({"和", "以及", "及", "与", "并", "或", "等", "且", "；"});

/// 省赛银奖: the end of a name that says which award, and the level before it, in bytes; 0 where there is none.
struct Award {
  std::size_t grade = 0, level = 0;
};
[[nodiscard]] Award award_in(std::string_view name);

/// What ends in 率, 度, 比 is measured as a rate, and several can share one number: 就业率、对口率 100%.
[[nodiscard]] bool is_rate(std::string_view noun);
/// 专利数, 点击量, 生师比: a number without a unit can be said of it.
[[nodiscard]] bool is_quantity_noun(std::string_view noun);
/// Ends as words for people do, or as words for their number.
[[nodiscard]] bool is_people_noun(std::string_view name);
/// 学生参加党校培训: says what people do, so that 人数 has to be added.
[[nodiscard]] bool is_doing_of_people(std::string_view name);
/// What can own or send something: 高校, 国家, 专业, 学生.
[[nodiscard]] bool is_holder(std::string_view noun);
/// Long enough to mean one thing wherever it stands: 校企共建实训基地, not 实训基地.
[[nodiscard]] bool is_telling(std::string_view name);
/// 学校现有: what follows is said of the school as a whole.
[[nodiscard]] bool says_whole(std::string_view words);
/// 获得证书, at the start: people who got something are not what they got.
[[nodiscard]] bool is_receipt(std::string_view words);

/// Behind the 等 that closes a list: “甲”、“乙”等冠名班级 → 冠名班级. npos where 等 is a part of a word or nothing stands
/// behind it.
[[nodiscard]] std::size_t behind_list(std::string_view text);
/// 专业数 → 专业: what a share is a share of. 人数 says people and stays.
[[nodiscard]] std::string_view counted_noun(std::string_view name);
/// Without words that lead to the next number: 5 所院校和省内 6 家企业, 5 所院校建立了 5 个基地.
[[nodiscard]] std::string_view without_lead(std::string_view text);
/// Without how, by whom and for example what: 结合特点开展了实践活动 → 实践活动; 甲、乙共同开发标准 → 共同开发标准; in a `list`
/// also 主题活动如朗读、歌唱 → 主题活动.
[[nodiscard]] std::string_view without_manner(std::string_view words, bool list);
/// 就业率连续 5 年 → 就业率.
[[nodiscard]] std::string_view without_run(std::string_view words);
/// 学生在 … 中获二等奖 → … 二等奖: the place of an award is a part of its name, who won it is not.
[[nodiscard]] std::string without_gain(std::string_view text);
/// 中心现有研究员 → 中心研究员.
[[nodiscard]] std::string without_having(std::string name);
/// Without spaces between wide characters.
[[nodiscard]] std::string close_up(std::string_view text);

}  // namespace reportal::facts
