#include "link/suggestions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/words.h"
#include "link/names.h"
#include "model/texts.h"

namespace reportal {
namespace {

/// How the names of a kind of body end. A longer end stands before one that it ends with.
struct NameEnd {
  std::string_view text;
  EntityKind kind;
  std::string_view type;
};

constexpr std::array<NameEnd, 30> name_ends = {{
    {"职业技术学院", EntityKind::school, "college"},
    {"职业技术大学", EntityKind::school, "college"},
    {"高等专科学校", EntityKind::school, "college"},
    {"职业学院", EntityKind::school, "college"},
    {"职业大学", EntityKind::school, "college"},
    {"职业中等专业学校", EntityKind::school, "secondary"},
    {"中等专业学校", EntityKind::school, "secondary"},
    {"中等职业学校", EntityKind::school, "secondary"},
    {"职业技术学校", EntityKind::school, "secondary"},
    {"职业中专学校", EntityKind::school, "secondary"},
    {"职业学校", EntityKind::school, "secondary"},
    {"职业教育中心", EntityKind::school, "secondary"},
    {"技师学院", EntityKind::school, "secondary"},
    {"技工学校", EntityKind::school, "secondary"},
    {"师范学院", EntityKind::school, "university"},
    {"大学", EntityKind::school, "university"},
    {"股份有限公司", EntityKind::organisation, "company"},
    {"有限责任公司", EntityKind::organisation, "company"},
    {"有限公司", EntityKind::organisation, "company"},
    {"教育厅", EntityKind::organisation, "government"},
    {"教育局", EntityKind::organisation, "government"},
    {"人民政府", EntityKind::organisation, "government"},
    {"产教融合共同体", EntityKind::organisation, "alliance"},
    {"产教联合体", EntityKind::organisation, "alliance"},
    {"职业教育集团", EntityKind::organisation, "alliance"},
    {"产教联盟", EntityKind::organisation, "alliance"},
    {"协会", EntityKind::organisation, "association"},
    {"教育学会", EntityKind::organisation, "association"},
    {"研究院", EntityKind::organisation, "institute"},
    {"研究所", EntityKind::organisation, "institute"},
}};

constexpr std::size_t longest_name = 30;  ///< characters
constexpr std::size_t shortest_own = 2;   ///< characters before the end: 湖南 of 湖南大学
constexpr std::size_t places_kept = 3;
constexpr std::size_t most_suggestions = 200;

/// Words that stand before a name and are no part of it, as the dictionary parts them.
bool is_word_before_name(std::string_view word) {
  static constexpr std::string_view words[] = {
      "与", "和", "及", "由", "在", "向", "对", "为", "被", "是", "到", "从", "的", "了", "将", "把", "给", "等", "跟", "于", "以", "或", "经",
      "赴", "让", "使", "请", "获", "聘", "家", "所", "个", "名", "位", "有", "并", "同", "如", "即", "而", "且", "后", "前", "时", "其", "该", "本",
      "至", "往", "入", "来", "去", "学校", "我校", "我院", "学院", "联合", "携手", "牵头", "依托", "走进", "引入", "组织", "签约", "面向", "服务", "通过",
      "包括", "邀请", "来自", "担任", "成立", "组建", "合作", "举办", "支持", "参与", "参加", "入选", "加入", "成为", "根据", "按照", "以及", "分别", "先后",
      "共同", "同时", "目前", "其中", "例如", "聘请", "选派", "访问", "考察", "调研", "推荐", "企业", "公司", "毕业生", "老师", "教师", "学生", "负责人",
      "推动", "促进", "激发", "贯穿", "斩获", "创建", "开设", "帮助", "带领", "晋级", "引领", "培养", "推进", "打造", "作为", "围绕", "构建", "共建", "新增",
      "年", "届", "月", "日", "号", "期", "项", "批", "条", "种", "评", "县里", "省里", "市里", "由于", "关于", "对于", "还是", "已经", "得到", "经过", "进入",
      "牵手", "立足", "对接", "融入", "建设", "获得", "荣获", "主办", "承办", "协办", "开展", "任职", "就职", "拜访", "校企", "委托", "多家", "多所"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Words that say what sort of body it is, not which one: 市域产教联合体, 全国高等职业学校.
bool is_generic(std::string_view word) {
  static constexpr std::string_view words[] = {
      "全国", "国家", "国家级", "省级", "市级", "省域", "市域", "行业", "国际", "全球", "中国", "高职", "高等", "普通", "应用", "职业", "技术", "老年", "青年",
      "各类", "各级", "重点", "专业", "新", "时代", "新时代", "优秀", "一流", "示范", "优质", "高水平", "现代", "区域", "地方", "产业", "社会", "级", "型", "省",
      "市", "县", "高校", "院校", "教育", "本科", "中等", "城市", "农村", "国内", "国外", "境外", "海外", "知名", "相关", "有关", "公办", "民办", "外", "内"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_ascii_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool may_stand_in_name(char32_t c) {
  return is_han(c) || (c < 0x80 && c > ' ' && c != ',' && c != ';' && c != ':' && c != '.' && c != '"') || c == U'（' || c == U'）';
}

class NameFinder {
 public:
  NameFinder(const Library& library, const Links& links) : library_(library), links_(links) {}

  std::vector<Suggestion> find() {
    auto mention = links_.mentions.begin();
    for (std::uint32_t d = 0; d < library_.documents.size(); ++d) {
      const Document& document = library_.documents[d];
      for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
        for_each_text(document.blocks[b], [&](std::uint32_t item, TextRole, const RichText& text) {
          known_.clear();
          const auto place = std::tuple(d, b, item);
          for (; mention != links_.mentions.end() && std::tuple(mention->document, mention->block, mention->item) == place; ++mention) {
            known_.emplace_back(mention->first, mention->last);
          }
          search(text.text, document, document.blocks[b]);
        });
      }
    }
    std::vector<Suggestion> result;
    for (auto& [name, suggestion] : found_) result.push_back(std::move(suggestion));
    std::stable_sort(result.begin(), result.end(), [](const Suggestion& a, const Suggestion& b) { return a.count > b.count; });
    if (result.size() > most_suggestions) result.resize(most_suggestions);
    return result;
  }

 private:
  void search(std::string_view text, const Document& document, const Block& block) {
    for (std::size_t at = 0; at < text.size();) {
      const NameEnd* end = end_at(text, at);
      if (end == nullptr) {
        next_character(text, at);
        continue;
      }
      const std::size_t behind = at + end->text.size();
      const std::size_t begin = name_begin(text, at);
      at = behind;
      // 大学生 is no 大学; a body is not named by its sort alone.
      if (text.substr(behind).starts_with("生") || only_generic(text.substr(begin, behind - end->text.size() - begin))) continue;
      if (is_known(begin, behind) || count_characters(text.substr(begin, behind - begin)) < count_characters(end->text) + shortest_own) continue;
      add(text, begin, behind, *end, document, block);
    }
  }

  static const NameEnd* end_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    for (const NameEnd& end : name_ends) {
      if (rest.starts_with(end.text)) return &end;
    }
    return nullptr;
  }

  /// Where a name that ends with the body's kind at `end` begins: behind the last word before it that is no part of a name.
  static std::size_t name_begin(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    for (std::size_t count = 0; begin > 0 && count < longest_name; ++count) {
      std::size_t before = begin - 1;
      while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
      std::size_t offset = before;
      if (!may_stand_in_name(next_character(text, offset))) break;
      begin = before;
    }
    while (begin < end && static_cast<unsigned char>(text[begin]) < 0x80 && !is_ascii_alphanumeric(text[begin])) ++begin;
    std::size_t at = begin;
    for (const std::string_view word : words_of(text.substr(begin, end - begin))) {
      at += word.size();
      if (is_word_before_name(word)) begin = at;
    }
    return begin;
  }

  static bool only_generic(std::string_view own) {
    const std::vector<std::string_view> words = words_of(own);
    return std::all_of(words.begin(), words.end(), is_generic);
  }

  [[nodiscard]] bool is_known(std::size_t begin, std::size_t end) const {
    return std::any_of(known_.begin(), known_.end(), [&](const auto& range) { return range.first < end && begin <= range.second; });
  }

  void add(std::string_view text, std::size_t begin, std::size_t end, const NameEnd& kind, const Document& document, const Block& block) {
    const std::string name(text.substr(begin, end - begin));
    if (name.find("（") != npos && name.find("）") == npos) return;
    const auto [entry, is_new] = found_.try_emplace(name);
    Suggestion& suggestion = entry->second;
    if (is_new) {
      suggestion.name = name;
      suggestion.kind = kind.kind;
      suggestion.type = kind.type;
    }
    ++suggestion.count;
    if (suggestion.places.size() < places_kept) {
      suggestion.places.push_back({document.path, block.lines.empty() ? 0 : block.lines.front().first});
    }
    const std::string form = short_name_behind(text.substr(end));
    if (!form.empty() && std::find(suggestion.forms.begin(), suggestion.forms.end(), form) == suggestion.forms.end()) {
      suggestion.forms.push_back(form);
    }
  }

  /// 湖南铁院 of （以下简称“湖南铁院”） and （简称：湖南铁院）.
  static std::string short_name_behind(std::string_view rest) {
    std::size_t at = 0;
    const auto skip = [&](std::string_view word) {
      const bool there = rest.substr(at).starts_with(word);
      if (there) at += word.size();
      return there;
    };
    if (!skip("（") && !skip("(")) return {};
    skip("以下");
    if (!skip("简称") && !skip("又称")) return {};
    while (skip("：") || skip(":") || skip("“") || skip("\"") || skip("《") || skip("为")) {
    }
    std::size_t end = at;
    while (end < rest.size()) {
      std::size_t next = end;
      if (!is_han(next_character(rest, next))) break;
      end = next;
    }
    return std::string(rest.substr(at, end - at));
  }

  const Library& library_;
  const Links& links_;
  std::vector<std::pair<std::size_t, std::size_t>> known_;  ///< names of the vocabulary in the text that is searched
  std::map<std::string, Suggestion> found_;
};

std::vector<UnnamedEntry> find_unnamed(const Vocabulary& vocabulary, const Links& links) {
  std::set<EntityRef> named;
  for (const Mention& mention : links.mentions) named.insert(mention.entity);
  std::vector<UnnamedEntry> unnamed;
  const auto look_at = [&](const auto& list, EntityKind kind) {
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      if (!named.contains({kind, i})) unnamed.push_back({kind, list[i].id, list[i].name});
    }
  };
  look_at(vocabulary.schools, EntityKind::school);
  look_at(vocabulary.organisations, EntityKind::organisation);
  look_at(vocabulary.topics, EntityKind::topic);
  look_at(vocabulary.terms, EntityKind::term);
  return unnamed;
}

std::vector<ShadowedForm> find_shadowed(const Vocabulary& vocabulary) {
  std::map<std::string_view, const std::string*> forms;  // to the name of the entry
  const auto add_all = [&](const auto& list) {
    for (const auto& entry : list) {
      for (const std::string* form : {&entry.name, &entry.short_name}) {
        if (!form->empty()) forms.emplace(*form, &entry.name);
      }
      for (const std::string& form : entry.forms) {
        if (!form.empty()) forms.emplace(form, &entry.name);
      }
    }
  };
  add_all(vocabulary.schools);
  add_all(vocabulary.organisations);
  std::vector<std::string_view> words;
  std::vector<const std::string*> owners;
  for (const auto& [form, name] : forms) {
    words.push_back(form);
    owners.push_back(name);
  }
  const Trie trie(words);
  std::vector<ShadowedForm> shadowed;
  for (std::size_t longer = 0; longer < words.size(); ++longer) {
    for (std::size_t at = trie.next_start(words[longer], 0); at < words[longer].size(); at = trie.next_start(words[longer], at + 1)) {
      trie.visit_at(words[longer], at, [&](std::uint32_t word, std::size_t) {
        if (owners[word] == owners[longer]) return;
        shadowed.push_back({std::string(words[word]), std::string(words[longer]), *owners[word], *owners[longer]});
      });
    }
  }
  return shadowed;
}

}  // namespace

VocabularyReview review_vocabulary(const Library& library, const Links& links) {
  return {NameFinder(library, links).find(), find_unnamed(library.vocabulary, links), find_shadowed(library.vocabulary)};
}

}  // namespace reportal
