#include "link/indicators.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "chinese/folding.h"
#include "chinese/numbers.h"
#include "link/problems.h"

namespace reportal {
namespace {

/// What a unit measures. Counts of any measure word (个, 项, 门) are of one kind, since the name says what is counted.
struct Unit {
  std::string kind;   ///< "%", "元", "count", else the unit itself
  double factor = 1;  ///< of the kind's base: 万元 is 10,000 元
};

bool is_count_unit(std::string_view unit) {
  static constexpr std::string_view units[] = {"个", "项", "门", "种", "家", "件", "本", "套", "台", "所", "场", "期", "篇", "部", "册",
                                               "人", "名", "位", "次", "批", "支", "处", "间", "类", "类别", "大类", "条", "份", "只", "对", ""};
  return std::find(std::begin(units), std::end(units), unit) != std::end(units);
}

Unit unit_of(std::string_view text) {
  std::string unit = folded(text);
  double factor = 1;
  const Multiplier multiplier = read_multiplier(unit);
  if (multiplier.exponent > 0 && multiplier.length < unit.size()) {
    factor = std::pow(10.0, multiplier.exponent);
    unit.erase(0, multiplier.length);
  }
  if (unit == ":1" || unit == "比1") return {"ratio", factor};
  if (is_count_unit(unit)) return {"count", factor};
  return {std::move(unit), factor};
}

bool strip_front(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word) || text.size() == word.size()) return false;
  text.remove_prefix(word.size());
  return true;
}

bool strip_back(std::string_view& text, std::string_view word) {
  if (!text.ends_with(word) || text.size() == word.size()) return false;
  text.remove_suffix(word.size());
  return true;
}

/// Digits with 年, 届, 学年 … behind them.
bool strip_year(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < text.size() && (is_ascii_digit(text[digits]) || text[digits] == '-' || text[digits] == '~')) ++digits;
  if (digits < 2) return false;
  std::string_view rest = text.substr(digits);
  for (const std::string_view word : {"学年", "年度", "年底", "年末", "年", "届"}) {
    if (!strip_front(rest, word)) continue;
    text = rest;
    return true;
  }
  return false;
}

/// Words before a quantity that name no part of it: whose it is, and that it is there.
constexpr std::string_view fronts[] = {"本学年", "本年度", "学校", "本校", "我校", "全校", "学院", "我院", "应届", "现有", "共有", "拥有", "建有", "建成", "建设",
                                       "设有", "开设", "开发", "实现", "达到", "获得", "取得", "完成", "产生", "全部", "全年", "目前", "共", "总", "全"};
constexpr std::string_view count_ends[] = {"总数量", "数量", "总人数", "总数", "人数", "个数", "项数", "门数", "数"};
constexpr std::string_view sum_ends[] = {"总金额", "总额", "金额", "总值", "额"};

std::string replaced_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

struct Candidate {
  IndicatorValue value;
  std::uint32_t line = 0;  ///< of a value from text
  std::size_t order = 0;   ///< as it was found
};

class ValueFinder {
 public:
  ValueFinder(const Library& library, const std::vector<int>& document_school, Problems& problems)
      : library_(library), document_school_(document_school), problems_(problems) {
    const auto& indicators = library.vocabulary.indicators;
    for (std::uint32_t i = 0; i < indicators.size(); ++i) {
      units_.push_back(unit_of(indicators[i].unit));
      add_name(indicators[i].name, i);
      for (const std::string& form : indicators[i].forms) add_name(form, i);
      ids_.emplace(indicators[i].id, i);
    }
  }

  std::vector<IndicatorValue> find() {
    for (std::size_t i = 0; i < library_.values.size(); ++i) add_row(i);
    for (std::uint32_t d = 0; d < library_.documents.size(); ++d) {
      for (const GivenValue& given : library_.documents[d].metadata.indicators) add_front_matter(given, d);
    }
    for (std::uint32_t d = 0; d < library_.documents.size(); ++d) add_facts(d);
    return choose();
  }

 private:
  void add_name(std::string_view name, std::uint32_t indicator) {
    std::vector<std::uint32_t>& named = by_key_[quantity_key(name, library_.vocabulary.indicators[indicator].unit)];
    if (std::find(named.begin(), named.end(), indicator) == named.end()) named.push_back(indicator);
  }

  [[nodiscard]] std::optional<std::uint32_t> find_indicator(const std::string& said) const {
    if (const auto id = ids_.find(said); id != ids_.end()) return id->second;
    for (const std::string_view unit : {"个", "%", "元"}) {
      const auto found = by_key_.find(quantity_key(said, unit));
      if (found != by_key_.end() && found->second.size() == 1) return found->second.front();
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> indicator_of(const GivenValue& given) {
    const auto indicator = find_indicator(given.indicator);
    if (!indicator) {
      std::vector<std::string_view> names;
      for (const Indicator& one : library_.vocabulary.indicators) names.insert(names.end(), {one.id, one.name});
      problems_.add(link_problems::unknown_indicator, given.place, {given.indicator}, nearest_name(given.indicator, names));
    }
    return indicator;
  }

  void add_row(std::size_t i) {
    const GivenValue& given = library_.values[i];
    const auto indicator = indicator_of(given);
    const int school = library_.vocabulary.find_school(given.school);
    if (school < 0) problems_.add(link_problems::value_without_school, given.place, {given.school});
    if (!indicator || school < 0) return;
    add({.indicator = *indicator, .school = static_cast<std::uint32_t>(school), .year = given.year, .value = given.value,
         .origin = IndicatorValue::Origin::given, .given = static_cast<std::int32_t>(i)},
        0);
  }

  void add_front_matter(const GivenValue& given, std::uint32_t document) {
    const auto indicator = indicator_of(given);
    const int school = document_school_[document];
    const int year = given.year != 0 ? given.year : library_.documents[document].year;
    if (school < 0) problems_.add(link_problems::value_without_school, given.place, {library_.documents[document].school});
    if (year == 0) problems_.add(link_problems::value_without_year, given.place, {given.indicator});
    if (!indicator || school < 0 || year == 0) return;
    add({.indicator = *indicator, .school = static_cast<std::uint32_t>(school), .year = year, .value = given.value,
         .origin = IndicatorValue::Origin::given, .document = static_cast<std::int32_t>(document)},
        0);
  }

  void add_facts(std::uint32_t d) {
    const Document& document = library_.documents[d];
    if (document.kind != DocumentKind::report || document_school_[d] < 0) return;
    for (std::size_t i = 0; i < document.facts.size(); ++i) {
      const Fact& fact = document.facts[i];
      if (!fact.named_whole || fact.years != 1 || document.blocks[fact.block].inside_case >= 0) continue;
      const int year = fact.year != 0 ? fact.year : document.year;
      if (year == 0) continue;
      auto named = by_key_.find(quantity_key(fact.name, fact.unit));
      // Ratios and sums may be printed without their unit.
      if (named == by_key_.end() && fact.unit.empty()) named = by_key_.find(quantity_key(fact.name, "元"));
      if (named == by_key_.end()) continue;
      const Unit unit = unit_of(fact.unit);
      for (const std::uint32_t indicator : named->second) {
        const Unit& wanted = units_[indicator];
        const bool same = unit.kind == wanted.kind || (fact.unit.empty() && wanted.kind != "%" && wanted.factor == 1);
        if (!same) continue;
        add({.indicator = indicator, .school = static_cast<std::uint32_t>(document_school_[d]), .year = year,
             .value = fact.value * unit.factor / wanted.factor, .exactness = fact.exactness, .origin = IndicatorValue::Origin::text,
             .document = static_cast<std::int32_t>(d), .fact = static_cast<std::int32_t>(i)},
            fact.line);
        break;
      }
    }
  }

  void add(IndicatorValue value, std::uint32_t line) { candidates_.push_back({value, line, candidates_.size()}); }

  static auto subject(const Candidate& one) { return std::tuple(one.value.indicator, one.value.school, one.value.year); }

  std::vector<IndicatorValue> choose() {
    const auto rank = [](const Candidate& one) {
      return std::tuple(one.value.origin, one.value.exactness != Fact::Exactness::exact, one.order);
    };
    std::sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
      return std::pair(subject(a), rank(a)) < std::pair(subject(b), rank(b));
    });
    std::vector<IndicatorValue> chosen;
    for (std::size_t at = 0; at < candidates_.size();) {
      const Candidate& first = candidates_[at];
      chosen.push_back(first.value);
      for (++at; at < candidates_.size() && subject(candidates_[at]) == subject(first); ++at) compare(first, candidates_[at]);
    }
    return chosen;
  }

  static bool agrees(const IndicatorValue& given, const IndicatorValue& other) {
    switch (other.exactness) {
      case Fact::Exactness::at_least: return given.value >= other.value;
      case Fact::Exactness::at_most: return given.value <= other.value;
      case Fact::Exactness::about: return std::abs(given.value - other.value) <= std::abs(given.value) * 0.1;
      case Fact::Exactness::exact: break;
    }
    return std::abs(given.value - other.value) <= std::abs(given.value) * 0.001;  // as far as rounding goes
  }

  /// Tells where a given value and another do not agree; two statements of one text are told by structure.
  void compare(const Candidate& first, const Candidate& other) {
    if (first.value.origin != IndicatorValue::Origin::given || agrees(first.value, other.value)) return;
    const Vocabulary& vocabulary = library_.vocabulary;
    std::vector<std::string> arguments = {vocabulary.indicators[first.value.indicator].name, vocabulary.schools[first.value.school].name,
                                          std::to_string(first.value.year), grouped_number(first.value.value), grouped_number(other.value.value)};
    if (other.value.origin == IndicatorValue::Origin::given) {
      problems_.add(link_problems::value_given_twice, place_of(other.value), std::move(arguments));
    } else {
      arguments.push_back(std::to_string(other.line));
      problems_.add(link_problems::value_differs_from_text, place_of(first.value), std::move(arguments));
    }
  }

  [[nodiscard]] Place place_of(const IndicatorValue& value) const {
    if (value.given >= 0) return library_.values[static_cast<std::size_t>(value.given)].place;
    return Place{.file = library_.documents[static_cast<std::size_t>(value.document)].path};
  }

  const Library& library_;
  const std::vector<int>& document_school_;
  Problems& problems_;
  std::vector<Unit> units_;  ///< by indicator
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::string quantity_key(std::string_view name, std::string_view unit) {
  std::string plain = folded(name);
  for (const std::string_view mark : {"“", "”", "\"", "《", "》", "的"}) plain = replaced_all(std::move(plain), mark, "");
  for (const std::string_view word : {"占比", "比率", "百分比"}) plain = replaced_all(std::move(plain), word, "比例");
  std::string_view key = plain;
  for (bool stripped = true; stripped;) {
    stripped = strip_year(key);
    for (const std::string_view word : fronts) stripped |= strip_front(key, word);
  }
  const std::string kind = unit_of(unit).kind;
  if (kind == "count") {
    for (const std::string_view end : count_ends) {
      if (strip_back(key, end)) break;
    }
  } else if (kind == "元") {
    for (const std::string_view end : sum_ends) {
      if (strip_back(key, end)) break;
    }
  }
  return std::string(key) + '\n' + (kind == "count" ? "count" : kind == "%" ? "%" : "other");
}

std::vector<IndicatorValue> find_indicator_values(const Library& library, const std::vector<int>& document_school, Problems& problems) {
  return ValueFinder(library, document_school, problems).find();
}

}  // namespace reportal
