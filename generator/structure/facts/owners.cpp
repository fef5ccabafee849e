#include "structure/facts/owners.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "structure/facts/words.h"

namespace reportal::facts {
namespace {

constexpr std::size_t longest_subject = 120;  // bytes

constexpr auto whole_bodies = std::to_array<std::string_view>(
    {"全国", "全省", "全市", "全县", "全区", "全村", "全球", "全行业", "我国", "我省", "我市", "中国", "国家", "世界", "国内", "省内", "该公司", "该集团", "该企业",
     "该村", "该县", "该市", "公司", "集团", "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东",
     "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门"});

constexpr auto body_ends = std::to_array<std::string_view>({"公司", "集团", "省", "市", "县", "村", "镇", "乡", "国"});

constexpr auto predicates = std::to_array<std::string_view>(
    {"共", "现有", "现", "已", "有", "拥有", "是", "累计", "成立", "占地", "总部", "始建", "创办", "达", "培育", "实现", "建成", "形成", "注册", "全年", "主营", "位于",
     "（简称", "（以下简称"});

constexpr auto persons = std::to_array<std::string_view>({"他", "她", "他们", "她们"});

constexpr auto demands = std::to_array<std::string_view>({"必须", "应当", "不得", "力争", "预期", "预计", "目标是", "至少"});
constexpr auto demand_starts = std::to_array<std::string_view>({"规定", "要求", "拟", "计划", "须", "应"});

template <typename Words>
std::size_t begins(std::string_view text, const Words& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

bool has_predicate(std::string_view text) {
  text = trim(text);
  return begins(text, predicates) > 0 || (!text.empty() && is_ascii_digit(static_cast<unsigned char>(text.front())));
}

}  // namespace

bool speaks_of_another(std::string_view sentence) {
  const std::string_view text = strip_front(sentence.substr(0, std::min(sentence.size(), 3 * longest_subject)));
  if (text.empty() || names_own_subject(sentence.substr(0, static_cast<std::size_t>(text.data() - sentence.data())))) return false;
  if (const std::size_t body = begins(text, whole_bodies); body > 0 && has_predicate(text.substr(body))) return true;
  if (const std::size_t person = begins(text, persons); person > 0) return true;
  const std::string_view head = text.substr(0, std::min(text.size(), longest_subject));
  for (std::size_t at = 0; at < head.size();) {
    const std::string_view rest = head.substr(at);
    if (own_subject_length(rest) > 0 || rest.starts_with("学院") || rest.starts_with("，") || rest.starts_with("、")) return false;
    if (const std::size_t end = begins(rest, body_ends); end > 0 && at > 0 && has_predicate(rest.substr(end))) return true;
    next_character(head, at);
  }
  return false;
}

bool is_demand(std::string_view clause) {
  if (begins(trim(clause), demand_starts) > 0) return true;
  for (const std::string_view word : demands) {
    if (clause.find(word) != npos) return true;
  }
  return false;
}

}  // namespace reportal::facts
