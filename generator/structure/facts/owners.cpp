#include "structure/facts/owners.h"

#include "base/text.h"
#include "structure/facts/phrases.h"
#include "structure/facts/word_table.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

constexpr std::size_t longest_subject = 120;  // bytes

// clang-format off
constexpr WordTable whole_bodies({
    {"全国"}, {"全省"}, {"全市"}, {"全县"}, {"全区"}, {"全村"}, {"全球"}, {"全行业"}, {"我国"}, {"我省"}, {"我市"},
    {"中国"}, {"国家"}, {"世界"}, {"国内"}, {"省内"}, {"该公司"}, {"该集团"}, {"该企业"}, {"该村"}, {"该县"}, {"该市"},
    {"公司"}, {"集团"}, {"北京"}, {"天津"}, {"上海"}, {"重庆"}, {"河北"}, {"山西"}, {"辽宁"}, {"吉林"}, {"黑龙江"},
    {"江苏"}, {"浙江"}, {"安徽"}, {"福建"}, {"江西"}, {"山东"}, {"河南"}, {"湖北"}, {"湖南"}, {"广东"}, {"海南"}, {"四川"},
    {"贵州"}, {"云南"}, {"陕西"}, {"甘肃"}, {"青海"}, {"台湾"}, {"内蒙古"}, {"广西"}, {"西藏"}, {"宁夏"}, {"新疆"},
    {"香港"}, {"澳门"},
});
// clang-format on

// What ends a body's name, and what ends the search for one: the school's own name, or the end of the first phrase.
constexpr WordTable body_ends({{"公司"}, {"集团"}, {"省"}, {"市"}, {"县"}, {"村"}, {"镇"}, {"乡"}, {"国"}});
constexpr WordTable phrase_ends({{"学校"}, {"我校"}, {"本校"}, {"我院"}, {"学院"}, {"，"}, {"、"}});

// clang-format off
constexpr WordTable predicates({
    {"共"}, {"现有"}, {"现"}, {"已"}, {"有"}, {"拥有"}, {"是"}, {"累计"}, {"成立"}, {"占地"}, {"总部"}, {"始建"}, {"创办"},
    {"达"}, {"培育"}, {"实现"}, {"建成"}, {"形成"}, {"注册"}, {"全年"}, {"主营"}, {"位于"}, {"（简称"}, {"（以下简称"},
});
// clang-format on

constexpr WordTable persons({{"他"}, {"她"}, {"他们"}, {"她们"}});

constexpr WordTable demands({{"必须"}, {"应当"}, {"不得"}, {"力争"}, {"预期"}, {"预计"}, {"目标是"}, {"至少"}});
constexpr WordTable orders({{"排名"}, {"位列"}, {"位居"}, {"名列"}, {"从"}});
constexpr WordTable demand_starts(
    {{"规定"}, {"要求"}, {"拟"}, {"计划到"}, {"计划在"}, {"计划于"}, {"须"}, {"应", "用届对急邀"}});

bool has_predicate(std::string_view text) {
  text = trimmed(text);
  return predicates.at_front(text) > 0 || (!text.empty() && is_ascii_digit(static_cast<unsigned char>(text.front())));
}

}  // namespace

bool speaks_of_another(std::string_view sentence) {
  const std::string_view text = strip_front(front_of(sentence, 3 * longest_subject));
  if (text.empty() || names_own_subject(sentence.substr(0, static_cast<std::size_t>(text.data() - sentence.data()))))
    return false;
  if (persons.at_front(text) > 0) return true;
  if (const std::size_t body = whole_bodies.at_front(text); body > 0 && has_predicate(text.substr(body))) return true;
  std::string_view phrase = front_of(text, longest_subject);
  phrase = phrase.substr(0, phrase_ends.find(phrase).at);
  for (auto end = body_ends.find(phrase); end.length > 0; end = body_ends.find(phrase, end.at + end.length)) {
    if (end.at > 0 && has_predicate(text.substr(end.at + end.length))) return true;
  }
  return false;
}

bool begins_demand(std::string_view text) { return demand_starts.at_front(trimmed(text)) > 0; }

bool is_demand(std::string_view clause) {
  const bool each_time = clause.find("每") != npos && (clause.ends_with("不少于") || clause.ends_with("不低于"));
  return each_time || demands.within(clause);
}

bool is_place_in_order(std::string_view clause) { return orders.at_end(clause) > 0; }

}  // namespace reportal::facts
