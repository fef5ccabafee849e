// Two statements contradict each other when they name one quantity, for one year and scope, with values that no rounding
// explains.
//
// Names are compared by the characters that carry meaning, whatever their order: 湖南省职业院校技能大赛 and
// 职业院校技能竞赛（湖南省） are one thing, 国家级 and 省级, 新增 and 累计 are not. Only exact values count. What may be meant
// differently is passed over: a figure for a year beside one without (but all so far cannot be less than one year brought),
// figures within cases, and short names, unless the two places agree on another quantity and so say one thing twice.

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"
#include "structure/facts/facts.h"
#include "structure/facts/words.h"
#include "structure/problems.h"

namespace reportal {
namespace {

constexpr std::size_t least_name = 4;       // characters that carry meaning
constexpr std::size_t least_case_name = 9;  // in a case, where everything is about something of its own
constexpr std::size_t most_shared = 24;     // facts of a block that are looked at for equal ones
constexpr std::size_t most_values = 3;      // a name with more values in one report is no name of one thing

/// What a unit is worth in comparisons: things are counted with 个 here and 项 there.
enum class Measure : std::uint8_t { things, people, events, other };

Measure measure_of(std::string_view unit) {
  for (const std::string_view people : {"人", "名", "位"}) {
    if (unit == people) return Measure::people;
  }
  for (const std::string_view event : {"次", "场", "场次", "期", "批", "批次"}) {
    if (unit == event) return Measure::events;
  }
  for (const std::string_view thing : {"个", "项", "门", "部", "本", "家", "所", "支", "件", "种", "类", "套", ""}) {
    if (unit == thing) return Measure::things;
  }
  return Measure::other;
}

/// A name without what varies from place to place: verbs of doing, 的, 数, the kind of contest; as a sum over its characters.
struct Meaning {
  std::uint64_t sum = 0;
  std::size_t characters = 0;
};

std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

Meaning meaning_of(std::string_view name) {
  static constexpr std::u32string_view empty = U"的性力数各类总了和及与等共于";
  static constexpr std::u32string_view contests = U"大竞比";
  for (std::size_t doing = facts::doing_length(name); doing > 0 && doing < name.size(); doing = facts::doing_length(name)) {
    name.remove_prefix(doing);
  }
  Meaning meaning;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_character(name, at);
    if (is_space(c) || is_wide_punctuation(c) || empty.find(c) != std::u32string_view::npos) continue;
    if (contests.find(c) != std::u32string_view::npos && name.substr(at).starts_with("赛")) continue;
    if (c == U'人' && name.substr(at).starts_with("数")) continue;
    meaning.sum += mixed(c + 1);
    ++meaning.characters;
  }
  return meaning;
}

struct Statement {
  const Fact* fact = nullptr;
  std::int32_t inside_case = -1;
  std::uint64_t key = 0;  ///< equal for what may be compared
};

/// Both could be printed of one number: 12.2 and 12.18, 18488.49 万 and 18488.4 万.
bool is_rounded(const Fact& a, const Fact& b) {
  const double step = std::pow(10, std::max(a.last_place, b.last_place));
  return std::abs(a.value - b.value) < step * (1 - 1e-9);
}

bool contradict(const Fact& earlier, const Fact& later) {
  if (is_rounded(earlier, later)) return false;
  if (earlier.year_said == later.year_said) return true;
  const Fact& of_year = earlier.year_said ? earlier : later;
  const Fact& so_far = earlier.year_said ? later : earlier;
  return so_far.value < of_year.value && so_far.unit != "%" && measure_of(so_far.unit) != Measure::other;
}

std::string printed(const Fact& fact) {
  return grouped_number(fact.value, std::max(0, -fact.last_place)).append(" ").append(fact.unit);
}

class ContradictionFinder {
 public:
  ContradictionFinder(const Document& document, const Source& source, Problems& problems)
      : document_(document), source_(source), problems_(problems) {}

  void find() {
    if (!document_.pieces.empty()) return;  // each piece speaks of its own
    for (const Fact& fact : document_.facts) add(fact);
    in_order_ = statements_;
    std::stable_sort(statements_.begin(), statements_.end(),
                     [](const Statement& a, const Statement& b) { return a.key < b.key; });
    for (auto first = statements_.begin(); first != statements_.end();) {
      const auto last = std::find_if(first, statements_.end(), [&](const Statement& s) { return s.key != first->key; });
      group_.assign(first, last);
      if (group_.size() > 1) report_group();
      first = last;
    }
  }

 private:
  void add(const Fact& fact) {
    if (fact.exactness != Fact::Exactness::exact) return;
    const Meaning meaning = meaning_of(fact.name);
    const std::int32_t inside = document_.blocks[fact.block].inside_case;
    if (meaning.characters < (inside >= 0 ? least_case_name : least_name)) return;
    const Measure measure = measure_of(fact.unit);
    std::uint64_t unit = static_cast<std::uint64_t>(measure);
    if (measure == Measure::other) {
      for (const char c : fact.unit) unit = unit * 257 + static_cast<unsigned char>(c);
    }
    const std::uint64_t scope = static_cast<std::uint64_t>(fact.year) * 100 + static_cast<std::uint64_t>(fact.years);
    statements_.push_back({&fact, inside, meaning.sum ^ mixed(unit + (scope << 32))});
  }

  /// A block that gives one name two values means two things by it.
  void drop_ambiguous() {
    const auto differs_within = [&](const Statement& a) {
      return std::any_of(group_.begin(), group_.end(), [&](const Statement& b) {
        const bool near = a.fact->block == b.fact->block || (a.inside_case >= 0 && a.inside_case == b.inside_case);
        return near && a.fact->value != b.fact->value;
      });
    };
    std::vector<Statement> clear;
    std::copy_if(group_.begin(), group_.end(), std::back_inserter(clear),
                 [&](const Statement& s) { return !differs_within(s); });
    group_ = std::move(clear);
  }

  void report_group() {
    constexpr std::size_t most_statements = 24;
    if (group_.size() > most_statements) return;
    drop_ambiguous();
    std::vector<double> values;
    for (const Statement& statement : group_) values.push_back(statement.fact->value);
    std::sort(values.begin(), values.end());
    if (static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin()) > most_values) return;
    std::vector<double> told;
    for (std::size_t later = 1; later < group_.size(); ++later) {
      const Fact& fact = *group_[later].fact;
      if (std::find(told.begin(), told.end(), fact.value) != told.end()) continue;
      const auto other =
          std::find_if(group_.begin(), group_.begin() + static_cast<std::ptrdiff_t>(later), [&](const Statement& earlier) {
            const bool clear = earlier.fact->named_whole && fact.named_whole;
            return contradict(*earlier.fact, fact) && (clear || is_restated(*earlier.fact, fact));
          });
      if (other == group_.begin() + static_cast<std::ptrdiff_t>(later)) continue;
      told.push_back(fact.value);
      problems_.add(contradiction, source_.place(fact.line),
                    {std::string(fact.name), printed(fact), std::to_string(other->fact->line), printed(*other->fact)});
    }
  }

  /// The two blocks give another quantity the same value: they say the same thing twice, and short names mean the same in both.
  bool is_restated(const Fact& a, const Fact& b) const {
    for (const Statement& x : of_block(a.block)) {
      for (const Statement& y : of_block(b.block)) {
        if (x.key == y.key && x.fact->value == y.fact->value) return true;
      }
    }
    return false;
  }

  std::span<const Statement> of_block(std::uint32_t block) const {
    const auto before = [](const Statement& s, std::uint32_t at) { return s.fact->block < at; };
    const auto first = std::lower_bound(in_order_.begin(), in_order_.end(), block, before);
    const auto last = std::lower_bound(first, in_order_.end(), block + 1, before);
    return {first, first + std::min<std::ptrdiff_t>(last - first, most_shared)};
  }

  const Document& document_;
  const Source& source_;
  Problems& problems_;
  std::vector<Statement> statements_;
  std::vector<Statement> in_order_;
  std::vector<Statement> group_;
};

}  // namespace

void report_contradictions(const Document& document, const Source& source, Problems& problems) {
  ContradictionFinder(document, source, problems).find();
}

}  // namespace reportal
