// Filters of a portal's pages: default, date, url, json.

#include <charconv>

#include "base/json.h"
#include "base/text.h"
#include "render/template/functions.h"
#include "render/template/operators.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

using Kind = Value::Kind;

bool use_default(FunctionCall& call, Value& result) {
  const bool missing = call.absent || call.input.is_none() || (call.arguments[1].truthy() && !call.input.truthy());
  result = missing ? call.arguments[0] : call.input;
  return true;
}

/// A day or a moment, as far as it is given: -1 where it is not.
struct Moment {
  int year = -1, month = -1, day = -1, hour = -1, minute = -1, second = -1;
  std::string_view zone;  ///< "Z" or "+08:00"
};

bool read_part(std::string_view& text, char before, std::size_t digits, int least, int most, int& part) {
  if (before != '\0' && !text.starts_with(before)) return false;
  const std::string_view number = text.substr(before == '\0' ? 0 : 1, digits);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), part);
  if (number.size() != digits || read.ec != std::errc() || read.ptr != number.data() + digits || part < least || part > most)
    return false;
  text.remove_prefix(digits + (before == '\0' ? 0 : 1));
  return true;
}

int days_in_month(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

/// 2023, 2023-05, 2023-05-06, 2023-05-06T07:08[:09[.5]][zone], also with a space for the T.
bool read_moment(std::string_view text, Moment& moment) {
  if (!read_part(text, '\0', 4, 0, 9999, moment.year)) return false;
  if (text.empty()) return true;
  if (!read_part(text, '-', 2, 1, 12, moment.month)) return false;
  if (text.empty()) return true;
  if (!read_part(text, '-', 2, 1, days_in_month(moment.year, moment.month), moment.day)) return false;
  if (text.empty()) return true;
  const char separator = text.front() == ' ' ? ' ' : 'T';
  if (!read_part(text, separator, 2, 0, 23, moment.hour) || !read_part(text, ':', 2, 0, 59, moment.minute)) return false;
  moment.second = 0;
  if (text.starts_with(':') && !read_part(text, ':', 2, 0, 60, moment.second)) return false;
  if (text.starts_with('.')) text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  moment.zone = text;
  int zone_hour = 0;
  int zone_minute = 0;
  if (text.empty() || text == "Z" || text == "z") return true;
  return read_part(text, text.front() == '-' ? '-' : '+', 2, 0, 23, zone_hour) && read_part(text, ':', 2, 0, 59, zone_minute) &&
         text.empty();
}

/// 0 is Sunday.
int weekday(int year, int month, int day) {
  static constexpr int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  if (month < 3) --year;
  return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7;
}

void append_padded(std::string& out, int number, std::size_t width, bool padded) {
  const std::string digits = std::to_string(number);
  if (padded && digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

/// Appends what `%letter` stands for; false when there is no such letter or the moment has no such part.
bool append_date_part(std::string& out, const Moment& moment, char letter, bool padded) {
  static constexpr std::string_view chinese_days[] = {"日", "一", "二", "三", "四", "五", "六"};
  static constexpr std::string_view english_days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
  static constexpr std::string_view english_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                                        "July",    "August",   "September", "October", "November", "December"};
  int number = -1;
  std::size_t width = 2;
  switch (letter) {
    case 'Y':
      number = moment.year;
      width = 4;
      break;
    case 'y':
      number = moment.year % 100;
      break;
    case 'm':
      number = moment.month;
      break;
    case 'd':
      number = moment.day;
      break;
    case 'H':
      number = moment.hour;
      break;
    case 'M':
      number = moment.minute;
      break;
    case 'S':
      number = moment.second;
      break;
    case 'B':
    case 'b':
      if (moment.month < 0) return false;
      out += english_months[moment.month - 1].substr(0, letter == 'b' ? 3 : npos);
      return true;
    case 'A':
    case 'a':
    case 'u': {
      if (moment.day < 0) return false;
      const int day = weekday(moment.year, moment.month, moment.day);
      out += letter == 'u' ? chinese_days[day] : english_days[day].substr(0, letter == 'a' ? 3 : npos);
      return true;
    }
    case 'z':
      if (moment.hour < 0) return false;
      out += moment.zone;
      return true;
    case '%':
      out += '%';
      return true;
    default:
      return false;
  }
  if (number < 0) return false;
  append_padded(out, number, width, padded);
  return true;
}

bool date(FunctionCall& call, Value& result) {
  std::string_view text;
  std::string_view format;
  if (!call.take_text(call.input, text) || !call.take_text(call.arguments[0], format)) return false;
  Moment moment;
  if (!read_moment(text, moment)) return call.wrong_value(call.input);
  std::string written;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      written += format[i];
      continue;
    }
    const std::size_t start = i++;
    const bool padded = i >= format.size() || format[i] != '-';
    if (!padded) ++i;
    if (i < format.size() && append_date_part(written, moment, format[i], padded)) continue;
    const std::string part(format.substr(start, i - start + 1));
    return call.failure.set(problems::no_date_part, {std::string(text), part});
  }
  result = call.scratch.text(written);
  return true;
}

/// "https:…", "mailto:…", "//host/…": not of this portal.
bool is_external(std::string_view address) {
  if (address.starts_with("//")) return true;
  const std::size_t colon = address.find(':');
  if (colon == npos || colon == 0) return false;
  const auto in_scheme = [](char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; };
  const std::string_view scheme = address.substr(0, colon);
  return in_scheme(scheme.front()) &&
         scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") == npos;
}

void append_relative(std::string& out, std::string_view from, std::string_view to) {
  std::size_t common = 0;
  for (std::size_t i = 0; i < from.size() && i < to.size() && from[i] == to[i]; ++i) {
    if (from[i] == '/') common = i + 1;
  }
  for (const char byte : from.substr(common)) {
    if (byte == '/') out += "../";
  }
  if (out.empty() && to.substr(common).empty()) out += "./";
  append_url_path(out, to.substr(common));
}

/// An address of the portal ("schools/hngy.html#p3") as seen from the page that is written. Other addresses stay as they are.
bool url(FunctionCall& call, Value& result) {
  std::string_view address;
  if (!call.take_text(call.input, address)) return false;
  result = call.input;
  if (is_external(address)) return true;
  const Value* page = call.names.find("page");
  const Value* from = page == nullptr ? nullptr : page->find("address");
  if (from == nullptr || from->kind() != Kind::text) return call.failure.set(problems::no_page_address, {});
  if (address.starts_with('/')) address.remove_prefix(1);
  const std::size_t path_end = std::min(address.find_first_of("?#"), address.size());
  const std::string_view path = address.substr(0, path_end);
  const std::string_view rest = address.substr(path_end);
  const Value* root = page->find("root");
  if (root != nullptr && root->kind() == Kind::text && root->text().starts_with('/') && !path.empty()) {
    result = call.scratch.text(std::string(root->text()).append(address));
    return true;
  }
  const bool inside_page = rest.starts_with('#') && (path.empty() || path == from->text());
  std::string relative;
  if (!inside_page) append_relative(relative, from->text(), path);
  result = call.scratch.text(relative.append(rest));
  return true;
}

constexpr int max_json_depth = 100;

bool write_json(JsonWriter& writer, const Value& value, int depth) {
  if (depth > max_json_depth) return false;
  switch (value.kind()) {
    case Kind::none:
      writer.null();
      return true;
    case Kind::boolean:
      writer.value(value.boolean());
      return true;
    case Kind::integer:
      writer.value(value.integer());
      return true;
    case Kind::number:
      writer.value(value.number());
      return true;
    case Kind::text:
    case Kind::html:
      writer.value(value.text());
      return true;
    case Kind::list:
      writer.begin_array();
      for (const Value& item : value.items()) {
        if (!write_json(writer, item, depth + 1)) return false;
      }
      writer.end_array();
      return true;
    case Kind::map:
      writer.begin_object();
      for (const Member& member : value.members()) {
        writer.key(member.first);
        if (!write_json(writer, member.second, depth + 1)) return false;
      }
      writer.end_object();
      return true;
  }
  return false;
}

/// JSON that may stand in a script and in an attribute between single quotes: & ' > < occur only inside its strings, as \u
/// escapes.
bool json(FunctionCall& call, Value& result) {
  std::string plain;
  JsonWriter writer(plain);
  if (!write_json(writer, call.input, 0)) return call.failure.set(problems::limit_nesting, {std::to_string(max_json_depth)});
  std::string safe;
  safe.reserve(plain.size());
  for (const char byte : plain) {
    switch (byte) {
      case '&':
        safe += "\\u0026";
        break;
      case '\'':
        safe += "\\u0027";
        break;
      case '>':
        safe += "\\u003e";
        break;
      case '<':
        safe += "\\u003c";
        break;
      default:
        safe += byte;
    }
  }
  result = call.scratch.html(safe);
  return true;
}

}  // namespace

FunctionTable page_filters() {
  static const Function table[] = {
      {"default", use_default, {{"value", false, ""}, {"falsy", false, false}}, true},
      {"d", use_default, {{"value", false, ""}, {"falsy", false, false}}, true},
      {"date", date, {{"format", false, "%Y-%m-%d"}}},
      {"url", url},
      {"json", json},
      {"tojson", json},
  };
  return table;
}

}  // namespace reportal::templates
