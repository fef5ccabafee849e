#include "structure/facts/words.h"

#include "base/text.h"
#include "chinese/numbers.h"
#include "structure/facts/phrases.h"
#include "structure/facts/word_table.h"

namespace reportal::facts {
namespace {

// clang-format off
constexpr WordTable front_words({
    {"一是"}, {"二是"}, {"三是"}, {"四是"}, {"五是"}, {"其中"}, {"同时"}, {"此外"}, {"另外"}, {"另有"}, {"并且"}, {"而且"}, {"以及"}, {"其次"}, {"其后"}, {"依次"}, {"主要"},
    {"和"}, {"及", "时"}, {"并"}, {"还"}, {"也"}, {"又"}, {"了", "解"}, {"另"}, {"即"}, {"且"}, {"由", "此"}, {"截至目前"},
    {"截止目前"}, {"截至"}, {"截止"}, {"目前"}, {"当前"}, {"现已"}, {"现", "场代金"}, {"近年来"}, {"一年来"}, {"历年来"},
    {"今年来"}, {"今年"}, {"去年"}, {"本年度"}, {"本学年"}, {"本年"}, {"当年"}, {"全年"}, {"年度"}, {"年底"}, {"上半年"},
    {"下半年"}, {"年内"}, {"期间"}, {"累计"}, {"共计"}, {"总计"}, {"合计"}, {"一共"}, {"共", "同建享青和育培产性商"},
    {"已"}, {"均", "衡"}, {"先后"}, {"分别"}, {"仅"}, {"达到"}, {"达", "标"}, {"学校"}, {"我校"}, {"本校"}, {"该校"},
    {"该"}, {"我院"}, {"全校", "性"}, {"荣获"}, {"获得", "过"}, {"获评"}, {"获批"}, {"获", "奖得"}, {"斩获"}, {"喜获"},
    {"摘得"}, {"取得"}, {"共有"}, {"现有"}, {"拥有"}, {"建有"}, {"设有"}, {"配有"}, {"聘有"}, {"开设有"},
    {"有", "效限机关序色力利"}, {"包括"}, {"包含"}, {"含", "量"}, {"将", "军来"}, {"把"}, {"的", "确"}, {"保证"}, {"确保了"}, {"确保"},
});
// clang-format on

// clang-format off
constexpr WordTable end_words({
    {"已达到"}, {"已达"}, {"达到"}, {"高达"}, {"多达"}, {"达", "发表到"}, {"均为"}, {"分别为"}, {"为", "行作认成"}, {"是"},
    {"大约"}, {"将近"}, {"约", "合节签公预"}, {"超过"}, {"超"}, {"逾"}, {"突破"}, {"共计"}, {"合计"}, {"总计"}, {"累计"},
    {"共有"}, {"现有"}, {"拥有"}, {"共", "公中"}, {"各"}, {"分别"}, {"均", "人生平师户班"}, {"仅"}, {"已"}, {"升至"},
    {"升到"}, {"增至"}, {"增加到"}, {"增加至"}, {"提高到"}, {"提升至"}, {"提升到"}, {"提高至"}, {"下降到"}, {"下降至"},
    {"保持在"}, {"稳定在"}, {"维持在"}, {"至", "以"}, {"到", "报签直来赶"}, {"在", "现所"}, {"的", "目"}, {"了"},
    {"有", "所国私具共"}, {"等", "高中平初同优均对相"}, {"最高"}, {"最多"},
});
// clang-format on

constexpr WordTable own_subjects({{"学校"}, {"我校"}, {"本校"}, {"该校"}, {"我院"}, {"全校"}});

// clang-format off
constexpr WordTable verbs({
    {"成功"}, {"获得"}, {"获评"}, {"获批"}, {"荣获"}, {"获", "奖"}, {"评为"}, {"被"}, {"成为"}, {"认定"}, {"入选"},
    {"通过"}, {"参加"}, {"参与", "度率人"}, {"参赛", "队选作"}, {"建立"}, {"开展"}, {"前往"}, {"赴"}, {"从"}, {"加入"},
    {"推荐"}, {"上线", "下"}, {"进入"}, {"入围"}, {"入驻"}, {"脱颖"}, {"组成"}, {"组建"}, {"共同"}, {"均", "衡"}, {"已"},
    {"可"}, {"正式"}, {"顺利"}, {"陆续"}, {"全部"}, {"先后"}, {"累计"}, {"完成"}, {"用于"}, {"覆盖", "率面"}, {"涵盖"},
    {"涉及"}, {"递交"}, {"报到"}, {"报名"}, {"走访"}, {"实现"}, {"突破"}, {"达到"}, {"位居"}, {"来自"}, {"来到"}, {"深入"},
    {"担任"}, {"围绕"}, {"进行"}, {"举行"}, {"受到"}, {"得到"}, {"联合", "体会"}, {"提供"}, {"撰写"}, {"将"}, {"把"},
    {"对", "口外接"}, {"向"}, {"在", "线校职读籍岗编"}, {"分赴"}, {"分别"}, {"负责"}, {"辐射"}, {"晋级"}, {"立项"},
    {"结对"}, {"就读"}, {"服务于"}, {"是"}, {"为"}, {"列入"}, {"纳入"}, {"积极"}, {"享受"}, {"取得"}, {"提高"}, {"提升"},
    {"以"}, {"并"}, {"同时"}, {"其中"}, {"投入"}, {"建成"}, {"竣工"}, {"交付"}, {"拥有"}, {"现有"}, {"共有"}, {"培育出"},
    {"培养出"}, {"建有"}, {"设有"}, {"形成"}, {"占"}, {"召开"}, {"签订"}, {"签署"}, {"到", "位"}, {"发放"}, {"捐赠"},
    {"获奖", "数情人项学师教选团作"}, {"踊跃"}, {"纷纷"}, {"齐聚"}, {"出席"}, {"来校"}, {"选用"}, {"会师"}, {"远道"},
    {"出国"}, {"具有"}, {"具备"}, {"采购"},
});
// clang-format on

// clang-format off
constexpr WordTable equations({
    {"被评为"}, {"被认定为"}, {"成功入选"}, {"成功立项"}, {"获评为"}, {"评选为"}, {"认定为"}, {"评为"}, {"成为"}, {"获评"},
    {"获批"}, {"入选"}, {"认定"}, {"荣获"}, {"获得"}, {"获"}, {"为"}, {"是"},
});
// clang-format on

// clang-format off
constexpr WordTable doings({
    {"建设和推出"}, {"开展了"}, {"建设"}, {"建成"}, {"建立"}, {"开展"}, {"举办"}, {"组织"}, {"立项"}, {"入选"}, {"认定"},
    {"开设"}, {"设立"}, {"设"}, {"开发"}, {"打造"}, {"承担"}, {"完成"}, {"推出"}, {"实施"}, {"获得"}, {"获评"}, {"获批"},
    {"荣获"}, {"获"}, {"共建"}, {"拥有"}, {"建有"}, {"现有"}, {"取得"}, {"参加"},
});
// clang-format on

// clang-format off
constexpr WordTable enumerators({
    {"方面"}, {"维度"}, {"环节"}, {"阶段"}, {"步骤"}, {"层面"}, {"层次"}, {"角度"}, {"部分"}, {"区域"}, {"要素"}, {"原则"},
    {"特点"}, {"特征"}, {"问题"}, {"目标"}, {"时期"}, {"时段"}, {"时间"}, {"关键"}, {"重点"}, {"优势"}, {"结合"}, {"转变"},
    {"坚持"}, {"统一"}, {"同步"}, {"不"}, {"转型"}, {"机制"}, {"举措"}, {"措施"}, {"路径"}, {"抓手"}, {"着力点"}, {"模块"},
});
// clang-format on

constexpr WordTable levels(
    {{"国家级"}, {"省部级"}, {"省级"}, {"市级"}, {"校级"}, {"国赛"}, {"省赛"}, {"全国"}, {"国家"}, {"省"}});

// clang-format off
constexpr WordTable changes({
    {"同比增长"}, {"同比增加"}, {"同比提高"}, {"同比提升"}, {"同比上升"}, {"同比下降"}, {"同比减少"}, {"环比增长"},
    {"增长"}, {"增加"}, {"提高"}, {"提升"}, {"上升"}, {"增幅"}, {"下降"}, {"减少"}, {"降低"}, {"上涨"},
});
// clang-format on

/// Length of a date or span of years at the start of `text`: 2023 年 8 月, 近三年来, 2023 届.
constexpr WordTable date_starts({{"自"}, {"从"}, {"至"}, {"近"}, {"过去"}, {"连续"}, {"—"}});
// clang-format off
constexpr WordTable date_ends({
    {"学年度"}, {"学年"}, {"年度"}, {"年底"}, {"年末"}, {"年来"}, {"年间"}, {"年里"}, {"年", "制"}, {"月份"}, {"月"}, {"日"}, {"届"},
    {"—"},
});
// clang-format on

std::size_t behind_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::size_t date_length(std::string_view text) {
  std::size_t at = behind_spaces(text, date_starts.at_front(text));
  const NumberText number = read_number(text.substr(at));
  if (number.length == 0) return 0;
  at = behind_spaces(text, at + number.length);
  if (at < text.size() && text[at] == '-') return at + 1;
  const std::size_t length = date_ends.at_front(text.substr(at));
  const bool vague = number.numeral && text.substr(at, length) == "年" && date_starts.at_front(text) == 0;  // 一年的课时
  return length == 0 || vague ? 0 : at + length;
}

constexpr bool is_mark(char32_t c) {
  switch (c) {
    case U'、':
    case U'，':
    case U'：':
    case U'；':
    case U'—':
    case U'·':
    case U',':
    case U':':
    case U';':
    case U'-':
    case U' ':
    case U'\t':
    case U'\n':
    case U'\u3000':
    case U'\u00A0':
      return true;
    default:
      return false;
  }
}

std::string_view trim_marks(std::string_view text) {
  if (is_trimmed(text)) return text;
  while (!text.empty()) {
    std::size_t at = 0;
    if (!is_mark(next_character(text, at))) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    std::size_t at = text.size();
    if (!is_mark(previous_character(text, at))) break;
    text = text.substr(0, at);
  }
  return text;
}

}  // namespace

std::string_view strip_front(std::string_view text) {
  for (;;) {
    text = trim_marks(text);
    std::size_t length = front_words.at_front(text);
    if (length == 0) length = date_length(text);
    if (length == 0) return text;
    if (text.starts_with("有") && text.find("的") != npos) return text;  // 有海外经历的教师
    text.remove_prefix(length);
  }
}

std::string_view strip_end(std::string_view text) {
  for (;;) {
    text = trim_marks(text);
    const std::size_t length = end_words.at_end(text);
    if (length == 0) return text;
    text.remove_suffix(length);
  }
}

std::size_t own_subject_length(std::string_view text) { return own_subjects.at_front(text); }
bool names_own_subject(std::string_view text) { return own_subjects.within(text); }
std::size_t verb_length(std::string_view text) { return verbs.at_front(text); }
std::size_t equation_length(std::string_view text) { return equations.at_front(text); }
std::size_t doing_length(std::string_view text) { return doings.at_front(text); }
bool is_enumerator(std::string_view noun) { return enumerators.at_front(noun) > 0; }
std::size_t level_length(std::string_view text) { return levels.at_front(text); }
std::size_t level_length_at_end(std::string_view text) { return levels.at_end(text); }
std::string_view change_at_end(std::string_view text) { return text.substr(text.size() - changes.at_end(text)); }

}  // namespace reportal::facts
