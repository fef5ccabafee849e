#include "structure/facts/facts.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "structure/facts/names.h"
#include "structure/facts/owners.h"
#include "structure/facts/phrases.h"
#include "structure/facts/tokens.h"
#include "structure/facts/words.h"

namespace reportal {
namespace {

using namespace facts;

/// Days and hours say how much, not how long, from here on: nothing takes a hundred days that is not added up.
constexpr double least_duration = 100;

/// The years that the statements of one text are for.
class YearScope {
 public:
  YearScope(std::string_view text, int report_year) : text_(text), report_year_(report_year), year_(report_year) {}

  /// A year holds to the end of its sentence, the report's own to the end of the text.
  void end_sentence() {
    if (year_ != report_year_) said_ = false;
    year_ = report_year_;
    years_ = 1;
    compared_ = {};
  }

  void add(const YearMark& mark) {
    compared_ = {};
    if (mark.kind == YearMark::Kind::span) {
      years_ = mark.number;
      return;
    }
    if (mark.kind == YearMark::Kind::relative && report_year_ == 0) return;
    const int year = mark.kind == YearMark::Kind::relative ? report_year_ + mark.number : mark.number;
    const std::string_view before = trim_end(text_.substr(0, mark.first));
    const std::string_view behind = trimmed(text_.substr(mark.last));
    if (is_start_of_time(before, behind)) return;
    if (is_compared(before)) {
      compared_ = mark;
      compared_.number = year;
      return;
    }
    if (year != report_year_ && mark.kind == YearMark::Kind::calendar && (mark.range || !begins_clause(before))) return;
    year_ = year;
    said_ = true;
  }

  void apply(const Token& token, Fact& fact) const {
    const bool at_compared = token.bracket != no_bracket && compared_.last != 0 && token.bracket >= compared_.last &&
                             is_blank(text_.substr(compared_.last, token.bracket - compared_.last));
    fact.year = at_compared ? compared_.number : year_;
    fact.year_said = said_ || at_compared;
    fact.years = years_;
  }

 private:
  /// 自 2019 年以来, 2021 年起, 始建于 1953 年: when something began.
  static bool is_start_of_time(std::string_view before, std::string_view behind) {
    for (const std::string_view word : {"自", "从", "始于", "建于", "始建于", "成立于", "创办于", "创建于"}) {
      if (before.ends_with(word)) return true;
    }
    for (const std::string_view word : {"以来", "起", "至今", "开始", "来"}) {
      if (behind.starts_with(word)) return true;
    }
    return false;
  }

  static bool is_compared(std::string_view before) {
    for (const std::string_view word : {"较", "比", "同比", "相比", "与", "对比"}) {
      if (before.ends_with(word)) return true;
    }
    return false;
  }

  static bool begins_clause(std::string_view before) {
    if (before.empty()) return true;
    for (const std::string_view word :
         {"，", "。", "；", "：", "！", "？", "、", "（", "截至", "截止", "在", "学校", ",", ";", "\n"}) {
      if (before.ends_with(word)) return true;
    }
    return false;
  }

  std::string_view text_;
  int report_year_;
  int year_;
  int years_ = 1;
  bool said_ = false;
  YearMark compared_ = {};  ///< a year that only a bracket directly behind it speaks of
};

class FactFinder {
 public:
  FactFinder(Document& document, const LineOfText& line_of)
      : document_(document),
        line_of_(line_of),
        report_year_(document.year != 0 ? document.year : document.metadata.date.year) {}

  void find() {
    for (std::uint32_t at = 0; at < document_.blocks.size(); ++at) {
      const Block& block = document_.blocks[at];
      if (const auto* paragraph = as<Paragraph>(block); paragraph != nullptr && paragraph->role == Paragraph::Role::body)
        find_in(at, 0, paragraph->text.text);
      if (const auto* list = as<List>(block)) {
        for (std::uint32_t item = 0; item < list->items.size(); ++item) find_in(at, item, list->items[item].text.text);
      }
    }
  }

 private:
  void find_in(std::uint32_t block, std::uint32_t item, std::string_view text) {
    read_tokens(text, tokens_);
    const auto is_quantity = [](const Token& token) { return token.kind == Token::Kind::quantity; };
    if (std::none_of(tokens_.begin(), tokens_.end(), is_quantity)) return;
    block_ = block;
    item_ = item;
    Namer namer(text);
    YearScope years(text, report_year_);
    begin_sentence(namer, 0);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind == Token::Kind::sentence_end) {
        years.end_sentence();
        begin_sentence(namer, token.at);
      } else if (token.kind == Token::Kind::year) {
        years.add(token.year);
        apply_backwards(token, years);
      } else if (counts(text, token)) {
        add(token, next_quantity(i, text), namer, years);
      }
    }
  }

  void begin_sentence(Namer& namer, std::size_t at) {
    namer.begin_sentence(at);
    sentence_ = at;
    owner_known_ = false;
    sentence_facts_ = document_.facts.size();
  }

  std::size_t next_quantity(std::size_t i, std::string_view text) const {
    for (++i; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == Token::Kind::quantity) return tokens_[i].quantity.lead;
    }
    return text.size();
  }

  /// The first year of a sentence, said behind some of its figures, holds for those too: 全年拨款 30 万元，2022 年生均拨款 2
  /// 万元.
  void apply_backwards(const Token& token, const YearScope& years) {
    for (std::size_t i = sentence_facts_; i < document_.facts.size(); ++i) {
      Fact& fact = document_.facts[i];
      if (fact.year_said || fact.years != 1) return;
      Fact probe;
      years.apply(token, probe);
      if (!probe.year_said || probe.year == report_year_) return;
      fact.year = probe.year;
      fact.year_said = true;
    }
  }

  /// Whether the number says something of the school that could stand in a table.
  bool counts(std::string_view text, const Token& token) {
    const Quantity& quantity = token.quantity;
    if (quantity.kind == UnitKind::duration && quantity.value < least_duration) return false;
    const std::string_view behind = trimmed(text.substr(quantity.last));
    if (is_bound(text, quantity) && behind.starts_with("的")) return false;  // 30 天以上的教师
    const std::string_view before = trim_end(end_of(text.substr(sentence_, quantity.first - sentence_), reach));
    const std::string_view near = end_of(before, clause_reach);
    const std::string_view clause = near.substr(clause_begin(near));
    const bool from_its_start = clause.size() < near.size() || near.size() < clause_reach;
    if (is_place_in_order(clause) || is_demand(clause) || (from_its_start && begins_demand(clause))) return false;
    if (clause.find("从全") != npos && front_of(behind, reach).find("脱颖") != npos)
      return false;  // chosen from more than the school's
    learn_owner(front_of(text.substr(sentence_), reach));
    return !demanded_ && (!another_ || names_own_subject(before));
  }

  static bool is_bound(std::string_view text, const Quantity& quantity) {
    if (quantity.kind == UnitKind::percent) return false;
    return quantity.exactness == Fact::Exactness::at_most ||
           text.substr(quantity.first, quantity.last - quantity.first).ends_with("上");
  }

  /// What the sentence as a whole speaks of; asked once for each.
  void learn_owner(std::string_view sentence) {
    if (owner_known_) return;
    another_ = speaks_of_another(sentence);
    demanded_ = begins_demand(sentence);
    owner_known_ = true;
  }

  static std::size_t clause_begin(std::string_view text) {
    constexpr std::size_t character = 3;
    for (std::size_t at = text.size(); at > 0;) {
      const std::size_t end = at;
      if (at >= character && static_cast<unsigned char>(text[at - character]) >= 0xE4 &&
          static_cast<unsigned char>(text[at - character]) <= 0xE9) {
        at -= character;
        continue;
      }
      const char32_t c = previous_character(text, at);
      if (c == U'，' || c == U'；' || c == U'：' || c == U'。' || c == U',') return end;
    }
    return 0;
  }

  void add(const Token& token, std::size_t next, Namer& namer, const YearScope& years) {
    names_.clear();
    namer.name(token, next, names_);
    for (const Name& name : names_) {
      Fact fact;
      fact.name = document_.strings.keep(name.text);
      fact.value = token.quantity.value;
      fact.last_place = token.quantity.last_place;
      fact.unit = document_.strings.keep(token.quantity.unit);
      fact.exactness = token.quantity.exactness;
      years.apply(token, fact);
      if (name.cumulative && fact.years == 1) fact.years = 0;
      fact.named_whole = name.whole;
      fact.block = block_;
      fact.item = item_;
      fact.first = static_cast<std::uint32_t>(token.quantity.first);
      fact.last = static_cast<std::uint32_t>(token.quantity.last);
      fact.line = line_of_(block_, fact.item, fact.first);
      document_.facts.push_back(fact);
    }
    complete_level();
  }

  /// 1 个国家级、2 个省级资源库: the first of two levels says less than its name, which the second gives.
  void complete_level() {
    const std::size_t count = document_.facts.size();
    if (count < sentence_facts_ + 2) return;
    Fact& before = document_.facts[count - 2];
    const std::string_view name = document_.facts[count - 1].name;
    const std::size_t level = level_length(name);
    if (level == 0 || level == name.size() || level_length(before.name) != before.name.size()) return;
    before.name = document_.strings.keep(std::string(before.name).append(name.substr(level)));
  }

  static constexpr std::size_t reach = 600;         // bytes of a sentence that are looked at
  static constexpr std::size_t clause_reach = 240;  // of the clause before a number

  Document& document_;
  const LineOfText& line_of_;
  int report_year_;  ///< of the report, or of the day of an article; 0: unknown
  std::vector<Token> tokens_;
  std::vector<Name> names_;
  std::uint32_t block_ = 0, item_ = 0;
  std::size_t sentence_ = 0;        ///< where the present one begins
  std::size_t sentence_facts_ = 0;  ///< index of its first fact
  bool owner_known_ = false;        ///< the next two are known of this sentence
  bool another_ = false, demanded_ = false;
};

}  // namespace

void find_facts(Document& document, const LineOfText& line_of) { FactFinder(document, line_of).find(); }

}  // namespace reportal
