#include "structure/facts/tokens.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"
#include "structure/facts/quotes.h"
#include "structure/facts/word_table.h"

namespace reportal::facts {
namespace {

/// What a byte can begin that this file cares for.
enum class Lead : std::uint8_t { other, digit, bracket, general, han_mark, han_four, han_five, han_seven, full_width };

constexpr std::array<Lead, 256> leads = [] {
  std::array<Lead, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = Lead::digit;
  table['('] = table[')'] = table['\n'] = Lead::bracket;
  table[0xE2] = Lead::general;
  table[0xE3] = Lead::han_mark;
  table[0xE4] = Lead::han_four;
  table[0xE5] = Lead::han_five;
  table[0xE7] = Lead::han_seven;
  table[0xEF] = Lead::full_width;
  return table;
}();

/// Bytes from a first byte to the next that begins a character.
constexpr std::array<std::uint8_t, 256> lengths = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) table[c] = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
  return table;
}();

constexpr bool is_numeral(char32_t c) {
  switch (c) {
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'两':
    case U'百':
    case U'千':
    case U'万':
      return true;
    default:
      return false;
  }
}

/// The blocks of 64 characters, by the last four bits of the first byte and the last six of the second, that hold a numeral or
/// 年.
constexpr std::array<std::uint64_t, 16> han_blocks = [] {
  std::array<std::uint64_t, 16> table{};
  for (char32_t c = U'一'; c <= U'龥'; ++c) {
    if (c == U'年' || is_numeral(c)) table[c >> 12] |= std::uint64_t{1} << (c >> 6 & 0x3F);
  }
  return table;
}();

/// The three-byte character at `at`.
char32_t wide_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
}

/// Sources are limited to far less than 4 GB.
constexpr std::uint32_t offset_of(std::size_t at) { return static_cast<std::uint32_t>(at); }

std::size_t behind_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::size_t before_spaces(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at;
}

/// Moves `at` behind the one of `words` that stands there.
template <std::size_t Count>
bool skip_any(std::string_view text, std::size_t& at, const WordTable<Count>& words) {
  const std::size_t length = words.at_front(text.substr(at));
  at += length;
  return length > 0;
}

/// Moves `at` behind - – — ~ 至 到.
bool skip_range_mark(std::string_view text, std::size_t& at) {
  static constexpr std::u32string_view marks = U"-–—－~～至到";
  if (at >= text.size()) return false;
  std::size_t behind = at;
  if (marks.find(next_character(text, behind)) == std::u32string_view::npos) return false;
  at = behind;
  return true;
}

constexpr WordTable more_marks({{"余"}, {"多"}, {"几"}});
constexpr WordTable least_behind({{"及以上"}, {"以上"}});
constexpr WordTable most_behind({{"及以下"}, {"以下"}, {"以内"}});
constexpr WordTable about_behind({{"左右"}, {"上下"}, {"许"}});
constexpr WordTable least_before({{"不低于"}, {"不少于"}, {"不下"}, {"至少"}, {"超过"}, {"突破"}, {"超"}, {"逾"}});
constexpr WordTable least_before_numeral({{"上"}});
constexpr WordTable most_before({{"不超过"}, {"不高于"}, {"不多于"}, {"至多"}, {"最多"}});
constexpr WordTable about_before({{"大约"}, {"将近"}, {"接近"}, {"约"}, {"近"}});

/// 目前 5 个 is no rank, 节约 30 万元 no estimate.
constexpr WordTable times_before({{"目前"}, {"当前"}, {"此前"}, {"以前"}, {"之前"}, {"日前"}, {"年前"}, {"提前"}});
constexpr WordTable round_before({{"近"}, {"上"}, {"超"}, {"过"}, {"逾"}, {"约"}});
constexpr WordTable not_about({{"节约"}, {"签约"}, {"预约"}, {"最近"}, {"附近"}, {"合约"}, {"履约"}});

bool is_year(const NumberText& number) {
  return !number.numeral && number.exponent == 0 && number.digits >= 1900 && number.digits <= 2100;
}

class TokenReader {
 public:
  TokenReader(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void read() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
  }

 private:
  /// Looks at the byte at `at`; where to look next.
  std::size_t step(std::size_t at) {
    switch (leads[static_cast<unsigned char>(text_[at])]) {
      case Lead::other:
        return at + lengths[static_cast<unsigned char>(text_[at])];
      case Lead::digit:
        return read_number_at(at);
      case Lead::bracket:
        return mark(static_cast<char32_t>(text_[at]), at, 1);
      case Lead::general:
      case Lead::han_mark:
      case Lead::full_width:
        return mark(wide_at(text_, at), at, 3);
      case Lead::han_four:
      case Lead::han_five:
      case Lead::han_seven:
        return may_count(at) ? han(wide_at(text_, at), at) : at + 3;
    }
    return at + 1;
  }

  bool may_count(std::size_t at) const { return (han_blocks[text_[at] & 0x0F] >> (text_[at + 1] & 0x3F) & 1) != 0; }

  std::size_t mark(char32_t c, std::size_t at, std::size_t length) {
    switch (c) {
      case U'“':
      case U'《':
      case U'「':
      case U'『':
      case U'〔':
      case U'【': {
        const std::size_t end = name_end(text_, at);
        return end == npos ? at + length : end;
      }
      case U'。':
      case U'！':
      case U'？':
      case U'\n': {
        Token token;
        token.at = at + length;
        tokens_.push_back(token);
        bracket_ = no_bracket;
        break;
      }
      case U'（':
      case U'(':
        bracket_ = offset_of(at);
        break;
      case U'）':
      case U')':
        bracket_ = no_bracket;
        break;
      default:
        if (c >= U'０' && c <= U'９') return read_number_at(at);
        break;
    }
    return at + length;
  }

  std::size_t han(char32_t c, std::size_t at) {
    if (c == U'年') return relative_year(at);
    return is_numeral(c) ? read_number_at(at) : at + 3;
  }

  /// 今年, 去年, 本年度; `at` is that of 年.
  std::size_t relative_year(std::size_t at) {
    struct Word {
      std::string_view text;
      int offset;
    };
    static constexpr auto words = std::to_array<Word>({{"今", 0}, {"本", 0}, {"当", 0}, {"去", -1}, {"上", -1}, {"上一", -1}});
    const std::string_view before = text_.substr(0, at);
    for (const Word& word : words) {
      if (!before.ends_with(word.text)) continue;
      add_year({.kind = YearMark::Kind::relative,
                .number = word.offset,
                .first = offset_of(at - word.text.size()),
                .last = offset_of(at + 3)});
      break;
    }
    return at + 3;
  }

  void add_year(const YearMark& year) {
    Token token;
    token.kind = Token::Kind::year;
    token.bracket = bracket_;
    token.year = year;
    tokens_.push_back(token);
  }

  /// What stands directly before a number makes it a part of something else: a model name, a version, an ordinal, a slogan.
  bool is_continued(std::size_t at) const {
    if (at == 0) return false;
    std::size_t before = at;
    const char32_t c = previous_character(text_, before);
    const bool latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= U'Ａ' && c <= U'ｚ');
    static constexpr std::u32string_view joints = U"-_/+.#*=×〔[－＋／—–~～№";
    if (latin || joints.find(c) != std::u32string_view::npos) return true;
    if (c == U':' || c == U'：' || c == U'∶')
      return before > 0 && is_ascii_digit(static_cast<unsigned char>(text_[before - 1]));
    const std::string_view left = text_.substr(0, before_spaces(text_, at));
    return left.ends_with("第") || (left.ends_with("前") && !(times_before.at_end(left) > 0));
  }

  std::size_t read_number_at(std::size_t at) {
    const NumberText number = read_number(text_.substr(at));
    if (number.length == 0) return behind_run(at);
    if (number.numeral) return read_numeral_at(at, number);
    std::size_t end = at + number.length;
    if (is_continued(at) && !is_year(number)) return behind_run(end);
    if (const std::size_t second = read_range(end); second != 0) {
      const NumberText last = read_number(text_.substr(second));
      if (is_year(number) && is_year(last)) return read_year(last, at, second + last.length, true);
      return behind_run(second + last.length);
    }
    if (is_year(number)) {
      const Unit unit = read_unit(text_.substr(behind_spaces(text_, end)));
      if (unit.kind == UnitKind::calendar) return read_year(number, at, end);
      if (is_continued(at) || unit.kind == UnitKind::rank) return behind_run(end);
    }
    return read_quantity(number, at);
  }

  /// Where the second number of a range begins (2022—2023); 0 if `at` does not continue as one.
  std::size_t read_range(std::size_t at) const {
    std::size_t behind = behind_spaces(text_, at);
    if (!skip_range_mark(text_, behind)) return 0;
    skip_range_mark(text_, behind);
    behind = behind_spaces(text_, behind);
    const NumberText second = read_number(text_.substr(behind));
    return second.length > 0 && !second.numeral ? behind : 0;
  }

  /// A year whose number ends at `end`.
  std::size_t read_year(const NumberText& number, std::size_t at, std::size_t end, bool range = false) {
    const std::size_t behind = behind_spaces(text_, end);
    const Unit unit = read_unit(text_.substr(behind));
    YearMark year;
    year.number = static_cast<int>(number.digits);
    year.range = range;
    year.first = at;
    year.last = end;
    if (unit.kind == UnitKind::calendar) {
      year.last = behind + unit.length;
      if (unit.name == "届") year.kind = YearMark::Kind::cohort;
    }
    if (unit.kind != UnitKind::rank) add_year(year);
    return year.last;
  }

  /// Passes over the rest of a word that a number begins or continues: 3D, V3.6, 12:30, 4+6; at least one character.
  std::size_t behind_run(std::size_t at) const {
    const std::size_t start = at;
    at += chinese_numeral_length(text_.substr(at));
    static constexpr std::string_view breaks = " (),;";
    while (at < text_.size() && static_cast<unsigned char>(text_[at]) < 0x80 && breaks.find(text_[at]) == npos &&
           text_[at] != '\n')
      ++at;
    if (at == start && at < text_.size()) next_character(text_, at);
    return at;
  }

  /// 三百余人, 两项。, 九成以上, 近五年. A numeral by itself counts little: it has to be a large round number or to stand
  /// behind what it counts, at the end of a clause.
  std::size_t read_numeral_at(std::size_t at, const NumberText& number) {
    const std::size_t end = at + number.length;
    const std::size_t behind = behind_spaces(text_, end);
    if (text_.substr(behind).starts_with("分之")) return read_fraction(at, number, behind + std::string_view("分之").size());
    std::size_t unit_at = behind;
    const bool more = skip_any(text_, unit_at, more_marks);
    const Unit unit = read_unit(text_.substr(unit_at));
    if (unit.kind == UnitKind::calendar || unit.kind == UnitKind::none || unit.kind == UnitKind::rank ||
        unit.kind == UnitKind::duration) {
      if (unit.kind == UnitKind::calendar) read_span(at, number, unit_at + unit.length, unit);
      return end;
    }
    if (is_continued(at) || text_.substr(0, at).ends_with("数")) return end;
    if (unit.kind == UnitKind::tenths) {
      if (number.digits > 10) return end;
    } else if (number.value() < 2 || number.value() < 10 ? number.value() < 2 || more || !ends_clause(unit_at + unit.length)
                                                         : !more && number.value() < 20) {
      return end;
    } else if (!more && number.exponent > 0 && !(round_before.at_end(text_.substr(0, at)) > 0)) {
      return end;  // 千人大会, but 近千人
    }
    return read_quantity(number, at);
  }

  bool ends_clause(std::size_t at) const {
    at = behind_spaces(text_, at);
    if (at >= text_.size()) return true;
    std::size_t next = at;
    const char32_t c = next_character(text_, next);
    return c == U',' || c == U';' || c == U'.' || c == U'\n' || (is_wide_punctuation(c) && c != U'“' && c != U'《');
  }

  /// 百分之八十五; other fractions are not read.
  std::size_t read_fraction(std::size_t at, const NumberText& of, std::size_t behind) {
    const NumberText part = read_number(text_.substr(behind));
    if (part.length == 0 || of.exponent != 2 || of.digits != 1) return behind;
    Quantity quantity;
    quantity.lead = quantity.first = at;
    quantity.last = behind + part.length;
    quantity.value = part.value();
    quantity.last_place = part.exponent;
    quantity.kind = UnitKind::percent;
    quantity.unit = "%";
    quantity.numeral = true;
    add_quantity(quantity);
    return quantity.last;
  }

  /// 近五年, 五年来, 近两届: how many years a statement adds up.
  void read_span(std::size_t at, const NumberText& number, std::size_t last, const Unit& unit) {
    if (number.digits < 2 || number.digits > 20 || number.exponent != 0) return;
    const std::string_view before = text_.substr(0, before_spaces(text_, at));
    const bool recent = before.ends_with("近") || before.ends_with("过去");
    const bool since =
        text_.substr(last).starts_with("来") || text_.substr(last).starts_with("以来") || text_.substr(last).starts_with("间");
    if (!recent && !(since && unit.name == "年")) return;
    add_year({.kind = YearMark::Kind::span,
              .number = static_cast<int>(number.digits),
              .first = offset_of(at),
              .last = offset_of(last)});
  }

  std::size_t read_quantity(const NumberText& number, std::size_t at) {
    Quantity quantity;
    quantity.first = at;
    quantity.numeral = number.numeral;
    NumberText scaled = number;
    std::size_t end = at + number.length;
    std::size_t behind = behind_spaces(text_, end);
    if (skip_any(text_, behind, more_marks)) {
      quantity.exactness = Fact::Exactness::at_least;
      end = behind;
      behind = behind_spaces(text_, behind);
      if (const Multiplier multiplier = read_multiplier(text_.substr(behind)); !number.multiplied && multiplier.length > 0) {
        scaled.exponent += multiplier.exponent;
        end = behind = behind + multiplier.length;
        behind = behind_spaces(text_, behind);
      }
    }
    Unit unit = read_unit(text_.substr(behind));
    if (unit.kind == UnitKind::calendar || unit.kind == UnitKind::duration) {
      if (unit.kind == UnitKind::calendar) read_span(at, number, behind + unit.length, unit);
      if (unit.name != "天" && unit.name != "小时") return behind + unit.length;
    }
    if (unit.kind == UnitKind::rank) return behind + unit.length;
    if (unit.kind == UnitKind::none) {
      if (number.numeral) return behind_run(end);
      const bool multiplied = number.multiplied || scaled.exponent > number.exponent;
      if (const std::size_t ratio = read_ratio(scaled, end); ratio != 0)
        end = ratio;
      else if (is_joined_behind(end))
        return behind_run(end);
      else if (!multiplied && !ends_clause(end))
        return end;
      unit.length = 0;
    } else {
      end = behind + unit.length;
    }
    quantity.value = scaled.value() * (unit.kind == UnitKind::tenths ? 10 : 1);
    quantity.last_place = scaled.exponent + (unit.kind == UnitKind::tenths ? 1 : 0);
    quantity.kind = unit.kind == UnitKind::tenths ? UnitKind::percent : unit.kind;
    quantity.unit = unit.kind == UnitKind::tenths ? std::string_view("%") : unit.name;
    quantity.last = end;
    read_exactness(quantity);
    add_quantity(quantity);
    return quantity.last;
  }

  /// 16.1∶1 and 1:16.1 are 16.1, the ratio of something to one. Where it ends; 0 if none stands there.
  std::size_t read_ratio(NumberText& number, std::size_t at) const {
    if (at >= text_.size()) return 0;
    const char32_t colon = next_character(text_, at);
    if (colon != U':' && colon != U'：' && colon != U'∶') return 0;
    const NumberText second = read_number(text_.substr(at));
    const std::size_t end = at + second.length;
    if (second.length == 0 || second.numeral || !ends_clause(end)) return 0;
    if (second.value() == 1) return end;
    if (number.value() != 1) return 0;
    number = second;
    return end;
  }

  /// A bare number goes on as something else: 3D, 4+6, 2:1, 10:30.
  bool is_joined_behind(std::size_t at) const {
    if (at >= text_.size()) return false;
    std::size_t next = at;
    const char32_t c = next_character(text_, next);
    const bool latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    static constexpr std::u32string_view joints = U"-_/+.#*=×:：∶－＋／";
    if (c == U'.') return next < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[next]));
    return latin || joints.find(c) != std::u32string_view::npos;
  }

  void read_exactness(Quantity& quantity) const {
    std::size_t behind = behind_spaces(text_, quantity.last);
    const auto take = [&](const auto& words, Fact::Exactness exactness) {
      if (!skip_any(text_, behind, words)) return false;
      quantity.exactness = exactness;
      quantity.last = behind;
      return true;
    };
    if (!take(least_behind, Fact::Exactness::at_least) && !take(most_behind, Fact::Exactness::at_most)) {
      take(about_behind, Fact::Exactness::about);
    }
    quantity.lead = before_spaces(text_, quantity.first);
    const auto take_before = [&](const auto& words, Fact::Exactness exactness) {
      const std::size_t length = words.at_end(text_.substr(0, quantity.lead));
      if (length == 0) return false;
      quantity.exactness = exactness;
      quantity.lead -= length;
      return true;
    };
    if (take_before(most_before, Fact::Exactness::at_most) || take_before(least_before, Fact::Exactness::at_least)) return;
    if (quantity.numeral && take_before(least_before_numeral, Fact::Exactness::at_least)) return;
    if (!(not_about.at_end(text_.substr(0, quantity.lead)) > 0)) take_before(about_before, Fact::Exactness::about);
  }

  void add_quantity(const Quantity& quantity) {
    Token token;
    token.kind = Token::Kind::quantity;
    token.bracket = bracket_;
    token.quantity = quantity;
    tokens_.push_back(token);
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::uint32_t bracket_ = no_bracket;
};

}  // namespace

void read_tokens(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  TokenReader(text, tokens).read();
}

}  // namespace reportal::facts
