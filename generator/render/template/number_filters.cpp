// Filters that make, change and write numbers.

#include <charconv>
#include <cmath>

#include "base/text.h"
#include "render/template/functions.h"
#include "render/template/operators.h"

namespace reportal::templates {
namespace {

using Kind = Value::Kind;

constexpr double largest_exact = 9'007'199'254'740'992.0;  ///< 2^53: whole numbers up to it are exact
constexpr std::int64_t max_decimals = 15;

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  text = trim(text);
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool whole(double number, Value& result) {
  if (!(std::abs(number) <= largest_exact)) return false;
  result = static_cast<std::int64_t>(number);
  return true;
}

/// What cannot be read is the default, or an error when there is none.
bool without_default(FunctionCall& call, Value& result) {
  result = call.arguments[0];
  return !result.is_none() || call.wrong_value(call.input);
}

bool make_integer(FunctionCall& call, Value& result) {
  std::int64_t integer = 0;
  double number = 0;
  switch (call.input.kind()) {
    case Kind::integer:
      result = call.input;
      return true;
    case Kind::boolean:
      result = call.input.boolean() ? 1 : 0;
      return true;
    case Kind::number:
      if (whole(std::trunc(call.input.number()), result)) return true;
      break;
    case Kind::text:
      if (read_number(call.input.text(), integer)) {
        result = integer;
        return true;
      }
      if (read_number(call.input.text(), number) && whole(std::trunc(number), result)) return true;
      break;
    default:
      break;
  }
  return without_default(call, result);
}

bool make_number(FunctionCall& call, Value& result) {
  double number = 0;
  if (is_numeric(call.input)) {
    result = call.input.number();
  } else if (call.input.kind() == Kind::text && read_number(call.input.text(), number)) {
    result = number;
  } else {
    return without_default(call, result);
  }
  return true;
}

bool take_decimals(FunctionCall& call, const Value& value, std::int64_t& decimals) {
  return call.take_integer(value, decimals) && ((decimals >= 0 && decimals <= max_decimals) || call.wrong_value(value));
}

/// Halves away from zero; without decimals an integer.
bool round(FunctionCall& call, Value& result) {
  std::int64_t decimals = 0;
  if (!take_decimals(call, call.arguments[0], decimals)) return false;
  if (!is_numeric(call.input)) return call.wrong_type("number", call.input);
  result = call.input;
  if (call.input.kind() == Kind::integer) return true;
  const double factor = std::pow(10.0, static_cast<double>(decimals));
  const double rounded = std::round(call.input.number() * factor) / factor;
  if (!std::isfinite(rounded)) return true;
  if (decimals > 0 || !whole(rounded, result)) result = rounded;
  return true;
}

bool absolute(FunctionCall& call, Value& result) {
  if (!is_numeric(call.input)) return call.wrong_type("number", call.input);
  return call.input.number() < 0 ? apply_operator(Operator::subtract, Value(0), call.input, call.scratch, call.failure, result)
                                 : (result = call.input, true);
}

/// 1234567.5 → 1,234,567.5; with a fixed number of decimals when one is given.
bool group_digits(FunctionCall& call, Value& result) {
  if (!is_numeric(call.input)) return call.wrong_type("number", call.input);
  char digits[400];
  std::to_chars_result written{};
  if (!call.arguments[0].is_none()) {
    std::int64_t decimals = 0;
    if (!take_decimals(call, call.arguments[0], decimals)) return false;
    written = std::to_chars(digits, digits + sizeof digits, call.input.number(), std::chars_format::fixed,
                            static_cast<int>(decimals));
  } else if (call.input.kind() == Kind::integer) {
    written = std::to_chars(digits, digits + sizeof digits, call.input.integer());
  } else {
    written = std::to_chars(digits, digits + sizeof digits, call.input.number(), std::chars_format::fixed);
  }
  const std::string_view plain(digits, static_cast<std::size_t>(written.ptr - digits));
  const std::size_t start = plain.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string grouped(plain.substr(0, start));
  for (std::size_t i = start; i < point; ++i) {
    if (i > start && (point - i) % 3 == 0) grouped += ',';
    grouped += plain[i];
  }
  result = call.scratch.text(grouped.append(plain.substr(point)));
  return true;
}

}  // namespace

FunctionTable number_filters() {
  static const Function table[] = {
      {"int", make_integer, {{"default", false}}},     {"float", make_number, {{"default", false}}},
      {"round", round, {{"precision", false, 0}}},     {"abs", absolute},
      {"number", group_digits, {{"decimals", false}}},
  };
  return table;
}

}  // namespace reportal::templates
