#include "chinese/dates.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "base/text.h"
#include "chinese/numbers.h"

namespace reportal {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> weekday_names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// Walks over a text from the left; every step takes what it names or leaves the text as it was.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(trim(text)) {}

  bool at_end() const { return rest_.empty(); }
  bool at_digit() const { return !rest_.empty() && is_ascii_digit(static_cast<unsigned char>(rest_.front())); }
  void skip_space() { rest_ = trim(rest_); }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  /// A number of `least` to `most` digits that no further digit follows.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    while (length < rest_.size() && length <= most && is_ascii_digit(static_cast<unsigned char>(rest_[length]))) {
      value = value * 10 + (rest_[length++] - '0');
    }
    if (length < least || length > most) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }

  /// Exactly `count` digits, whatever follows them.
  std::optional<int> digits(std::size_t count) {
    Reader part(rest_.substr(0, count));
    const auto value = part.number(count, count);
    if (value) rest_.remove_prefix(count);
    return value;
  }

  /// A number in Chinese numerals.
  std::optional<int> numeral() {
    const std::size_t length = chinese_numeral_length(rest_);
    const auto value = chinese_numeral(rest_.substr(0, length));
    if (!value || *value > 9999) return std::nullopt;
    rest_.remove_prefix(length);
    return static_cast<int>(*value);
  }

  std::string word() {
    std::size_t length = 0;
    while (length < rest_.size() && ((rest_[length] >= 'a' && rest_[length] <= 'z') || (rest_[length] >= 'A' && rest_[length] <= 'Z'))) ++length;
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return ascii_lower(taken);
  }

  /// Takes what a comment of RFC 2822 holds, where one stands at the end: "(CST)".
  void skip_last_comment() {
    if (rest_.starts_with('(') && rest_.find(')') == rest_.size() - 1) rest_ = {};
  }

 private:
  std::string_view rest_;
};

/// Position of the name that `word` begins with, counted from 1; 0 if there is none. Full English names are understood.
template <std::size_t Count>
int position_of(const std::array<std::string_view, Count>& names, std::string_view word) {
  for (std::size_t i = 0; word.size() >= 3 && i < Count; ++i) {
    if (word.starts_with(names[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool exists(const Date& date) {
  using namespace std::chrono;
  return date.year >= 1 && date.year <= 9999 &&
         year_month_day(year(date.year), month(static_cast<unsigned>(date.month)), day(static_cast<unsigned>(date.day))).ok();
}

/// Z, GMT, +08:00, +0800, +08, and the zone names of RFC 2822. No zone at all is UTC.
bool read_zone(Reader& reader, Date& date) {
  reader.skip_space();
  if (reader.take("Z") || reader.at_end()) return true;
  const bool after_name = reader.take("GMT") || reader.take("UTC") || reader.take("UT");
  const bool east = reader.take("+");
  if (east || reader.take("-")) {
    const auto hours = reader.digits(2);
    if (!hours || *hours > 14) return false;
    reader.take(":");
    const int minutes = reader.at_digit() ? reader.digits(2).value_or(60) : 0;
    if (minutes > 59) return false;
    date.offset_minutes = (east ? 1 : -1) * (*hours * 60 + minutes);
    return true;
  }
  if (after_name) return true;
  struct Zone { std::string_view name; int hours; };
  static constexpr std::array<Zone, 8> zones = {{{"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5},
                                                 {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}}};
  const std::string name = reader.word();
  for (const Zone& zone : zones) {
    if (zone.name != name) continue;
    date.offset_minutes = zone.hours * 60;
    return true;
  }
  return false;
}

/// 8:00, 08:00:00, 08:00:00.123, and the zone behind.
bool read_time(Reader& reader, Date& date) {
  const auto hour = reader.number(1, 2);
  if (!hour || *hour > 23 || !reader.take(":")) return false;
  const auto minute = reader.number(2, 2);
  if (!minute || *minute > 59) return false;
  int second = 0;
  if (reader.take(":")) {
    second = reader.number(2, 2).value_or(60);
    if (second > 59) return false;
    if (reader.take(".") && !reader.number(1, 9)) return false;
  }
  date.has_time = true;
  date.hour = *hour;
  date.minute = *minute;
  date.second = second;
  return read_zone(reader, date);
}

/// 星期三, 周三, （星期三）: says nothing that the day does not say.
void skip_chinese_weekday(Reader& reader) {
  reader.skip_space();
  const bool opened = reader.take("（") || reader.take("(");
  if (reader.take("星期") || reader.take("周")) {
    for (const std::string_view day : {"一", "二", "三", "四", "五", "六", "日", "天"}) {
      if (reader.take(day)) break;
    }
  }
  if (opened && !reader.take("）")) reader.take(")");
  reader.skip_space();
}

/// 2023-12-06, 2023/12/6, 2023.12.6, and a time behind `T` or a space.
std::optional<Date> numeric_date(Reader reader) {
  Date date;
  const auto year = reader.number(4, 4);
  if (!year) return std::nullopt;
  std::string_view separator;
  for (const std::string_view candidate : {"-", "/", "."}) {
    if (reader.take(candidate)) separator = candidate;
  }
  if (separator.empty()) return std::nullopt;
  const auto month = reader.number(1, 2);
  if (!month || !reader.take(separator)) return std::nullopt;
  const auto day = reader.number(1, 2);
  if (!day) return std::nullopt;
  date.year = *year;
  date.month = *month;
  date.day = *day;
  if (!reader.at_end() && !reader.take("T") && !reader.take("t")) {
    if (reader.at_digit()) return std::nullopt;
    skip_chinese_weekday(reader);
  } else if (reader.at_end()) {
    return date;
  }
  if (!reader.at_end() && !read_time(reader, date)) return std::nullopt;
  return reader.at_end() ? std::optional(date) : std::nullopt;
}

/// 2023年12月6日, 2023 年 12 月 6 日, 二〇二三年十二月六日, and a weekday and a time behind.
std::optional<Date> chinese_date(Reader reader) {
  Date date;
  struct Part { int Date::*field; std::string_view mark; };
  for (const Part part : {Part{&Date::year, "年"}, Part{&Date::month, "月"}, Part{&Date::day, "日"}}) {
    reader.skip_space();
    const bool is_year = part.field == &Date::year;
    const auto value = reader.at_digit() ? reader.number(is_year ? 4 : 1, is_year ? 4 : 2) : reader.numeral();
    reader.skip_space();
    if (!value || (is_year && *value < 1000)) return std::nullopt;
    if (!reader.take(part.mark) && !(part.mark == "日" && reader.take("号"))) return std::nullopt;
    date.*part.field = *value;
  }
  skip_chinese_weekday(reader);
  if (!reader.at_end() && !read_time(reader, date)) return std::nullopt;
  return reader.at_end() ? std::optional(date) : std::nullopt;
}

/// Sat, 11 Dec 2021 12:53:40 GMT; the weekday, the seconds and the time may be missing.
std::optional<Date> mail_date(Reader reader) {
  Date date;
  if (!reader.at_digit()) {
    if (position_of(weekday_names, reader.word()) == 0) return std::nullopt;
    reader.take(",");
    reader.skip_space();
  }
  const auto day = reader.number(1, 2);
  reader.skip_space();
  date.month = position_of(month_names, reader.word());
  reader.skip_space();
  const auto year = reader.number(4, 4);
  if (!day || date.month == 0 || !year) return std::nullopt;
  date.day = *day;
  date.year = *year;
  reader.skip_space();
  if (!reader.at_end() && !read_time(reader, date)) return std::nullopt;
  reader.skip_space();
  reader.skip_last_comment();
  return reader.at_end() ? std::optional(date) : std::nullopt;
}

template <typename... Arguments>
std::string printed(const char* format, Arguments... arguments) {
  std::array<char, 96> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), format, arguments...);
  return std::string(buffer.data(), static_cast<std::size_t>(length));
}

bool is_year_mark(char32_t character) { return character == U'年' || character == U'学' || character == U'版'; }

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const Reader reader(text);
  for (const auto form : {numeric_date, chinese_date, mail_date}) {
    if (const auto date = form(reader)) return exists(*date) ? date : std::nullopt;
  }
  return std::nullopt;
}

int year_digit(char32_t character) {
  static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  if (character >= '0' && character <= '9') return static_cast<int>(character - '0');
  if (character >= U'０' && character <= U'９') return static_cast<int>(character - U'０');
  if (character == U'零' || character == U'○' || character == U'O' || character == U'Ｏ') return 0;
  const std::size_t at = digits.find(character);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int year_in(std::string_view text) {
  int best = 0;
  int value = 0;
  std::size_t digits = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const char32_t character = at < text.size() ? next_character(text, at) : (++at, U'\0');
    if (const int digit = year_digit(character); digit >= 0) {
      value = value * 10 + digit;
      if (++digits > 4) value = 0;
      continue;
    }
    const bool is_year = digits == 4 && value >= 1990 && value <= 2099;
    // Of a school year it is the later one: 2022-2023学年.
    if (is_year && (best == 0 || (value == best + 1 && is_year_mark(character)))) best = value;
    if (!is_space(character)) value = 0, digits = 0;
  }
  return best;
}

std::string iso_day(const Date& date) { return printed("%04d-%02d-%02d", date.year, date.month, date.day); }

std::string rfc3339(const Date& date) {
  const std::string day = iso_day(date);
  if (!date.has_time) return day + "T00:00:00Z";
  const std::string time = printed("T%02d:%02d:%02d", date.hour, date.minute, date.second);
  if (date.offset_minutes == 0) return day + time + "Z";
  const int offset = date.offset_minutes < 0 ? -date.offset_minutes : date.offset_minutes;
  return day + time + printed("%c%02d:%02d", date.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::int64_t seconds_since_epoch(const Date& date) {
  using namespace std::chrono;
  const sys_days day = year(date.year) / month(static_cast<unsigned>(date.month)) / std::chrono::day(static_cast<unsigned>(date.day));
  const std::int64_t midnight = std::int64_t{day.time_since_epoch().count()} * 86'400;
  if (!date.has_time) return midnight;
  return midnight + (date.hour * 60 + date.minute - date.offset_minutes) * 60 + date.second;
}

}  // namespace reportal
