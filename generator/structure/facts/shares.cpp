// Percentages name themselves by what stands before them: 占总数的 70%, 同比增长 5%, 到课率 95%; or by what follows: 80%
// 的毕业生就职于 ….

#include <array>

#include "base/text.h"
#include "structure/facts/names.h"
#include "structure/facts/phrases.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

constexpr std::string_view share = "占", of = "的", ratio = "比例";

/// 毕业生就职于本地企业 of 80% 的毕业生就职于本地企业; "" where nothing is said.
std::string said_of_part(std::string_view right) {
  constexpr std::size_t most_characters = 24;
  constexpr std::string_view person = "人";
  std::string_view said = trimmed(right.substr(of.size()));
  if (said.starts_with(person) && !said.starts_with("人才") && !said.starts_with("人员"))
    said = trimmed(said.substr(person.size()));
  said = strip_end(take_characters(said, most_characters));
  if (said.size() < 2 * character) return {};
  return said.ends_with(ratio) ? std::string(said) : close_up(said).append(ratio);
}

/// What changed, of 较 2022 年优良率提高: 优良率. "" where the words only say against what.
std::string_view subject_of_change(std::string_view words, std::string_view change) {
  std::string_view subject = strip_end(words.substr(0, words.size() - change.size()));
  for (const std::string_view than : {"相较", "较", "比", "与"}) {
    if (subject.starts_with(than)) subject = strip_front(subject.substr(than.size()));
  }
  for (const std::string_view then : {"上年", "上一年", "往年", "同期", "前"}) {
    if (subject.starts_with(then)) return {};
  }
  return subject.size() < 2 * character ? std::string_view{} : subject;
}

/// 占总数比例 of 占总数的比例为; 占比 where it does not say of what. "" if the words name no share.
std::string share_of(std::string_view words) {
  if (!words.starts_with(share)) return {};
  if (words == share || words == "占比") return "占比";
  for (const std::string_view end : {"的比例", "的比重", "比例", "比重"}) {
    if (!words.ends_with(end)) continue;
    words = words.substr(0, words.size() - end.size());
    break;
  }
  return std::string(words).append(ratio);
}

/// 课时占总课时比例 of 课时达总课时的 40%; "" if the words say no such thing.
std::string part_of_whole(std::string_view words) {
  for (const std::string_view link : {"达", "占", "为"}) {
    const std::size_t at = words.rfind(link);
    if (at == npos || at < 2 * character) continue;
    return std::string(strip_end(words.substr(0, at))).append(share).append(words.substr(at + link.size())).append(ratio);
  }
  return {};
}

}  // namespace

bool Namer::name_share(std::string_view left, std::string_view right, std::vector<Name>& names) const {
  if (right.starts_with(of)) {
    add_name(names, said_of_part(right));
    return !names.empty();
  }
  const std::string_view words = without_run(strip_front(strip_end(left)));
  const bool of_whole = trimmed(left).ends_with(of);
  std::string name;
  const std::string_view said = strip_end(right);
  if (words.empty() && said.size() >= 2 * character) {  // 九成以上学生参加社团
    name = std::string(said).append(ratio);
  } else if (words.ends_with(share) && words.size() > 2 * character) {  // 硕士以上的占 78%
    const std::string_view part = strip_end(words.substr(0, words.size() - share.size()));
    name = scope_before(static_cast<std::size_t>(left.data() - text_.data()), part).append(part).append("占比");
  } else if (said.size() >= 2 * character && words.size() >= 2 * character && !is_rate(words) && !of_whole) {
    name = std::string(words).append(said).append(ratio);  // 辅导员 100% 入住社区
  } else if (const std::string_view change = change_at_end(words); !change.empty()) {
    const std::string_view subject = subject_of_change(words, change);
    const std::string_view before = base_;  // 人数增加 123 人，增幅 15%
    name =
        std::string(subject.empty() ? before.substr(0, before.size() - change_at_end(before).size()) : subject).append(change);
  } else if (name = share_of(words); !name.empty()) {
    name.insert(0, counted_noun(base_));
  } else if (of_whole) {
    name = part_of_whole(words);
  }
  add_name(names, name);
  return !names.empty();
}

}  // namespace reportal::facts
