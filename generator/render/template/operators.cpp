#include "render/template/operators.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

using Kind = Value::Kind;

std::string_view sign_text(Operator sign) {
  static constexpr std::string_view texts[] = {"+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">=", "in", "not in"};
  return texts[static_cast<std::size_t>(sign)];
}

bool do_not_fit(Operator sign, const Value& left, const Value& right, Failure& failure) {
  return failure.set(problems::wrong_types,
                     {std::string(sign_text(sign)), std::string(kind_name(left.kind())), std::string(kind_name(right.kind()))});
}

std::int64_t floor_divide(std::int64_t left, std::int64_t right) {
  const std::int64_t quotient = left / right;
  return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

/// False when the result does not fit into an integer.
bool calculate_integers(Operator sign, std::int64_t left, std::int64_t right, std::int64_t& result) {
  switch (sign) {
    case Operator::add:
      return !__builtin_add_overflow(left, right, &result);
    case Operator::subtract:
      return !__builtin_sub_overflow(left, right, &result);
    case Operator::multiply:
      return !__builtin_mul_overflow(left, right, &result);
    case Operator::floor_divide:
    case Operator::modulo:
      if (right == -1) {  // the smallest integer has no positive twin
        result = 0;
        return sign == Operator::modulo || !__builtin_sub_overflow(std::int64_t{0}, left, &result);
      }
      result = floor_divide(left, right);
      if (sign == Operator::modulo) result = left - result * right;
      return true;
    default:
      return false;
  }
}

double calculate_numbers(Operator sign, double left, double right) {
  switch (sign) {
    case Operator::add:
      return left + right;
    case Operator::subtract:
      return left - right;
    case Operator::multiply:
      return left * right;
    case Operator::divide:
      return left / right;
    case Operator::floor_divide:
      return std::floor(left / right);
    default:
      return left - std::floor(left / right) * right;
  }
}

bool calculate(Operator sign, const Value& left, const Value& right, Failure& failure, Value& result) {
  const bool divides = sign == Operator::divide || sign == Operator::floor_divide || sign == Operator::modulo;
  if (divides && right.number() == 0) return failure.set(problems::division_by_zero, {});
  std::int64_t integer = 0;
  if (left.kind() == Kind::integer && right.kind() == Kind::integer && sign != Operator::divide &&
      calculate_integers(sign, left.integer(), right.integer(), integer)) {
    result = integer;
  } else {
    result = calculate_numbers(sign, left.number(), right.number());
  }
  return true;
}

bool contains(const Value& item, const Value& whole, Failure& failure, bool& found) {
  if (whole.kind() == Kind::list) {
    const auto items = whole.items();
    found = std::any_of(items.begin(), items.end(), [&](const Value& one) { return equal(one, item); });
    return true;
  }
  if (whole.kind() == Kind::map && is_textual(item)) {
    found = whole.find(item.text()) != nullptr;
    return true;
  }
  if (is_textual(whole) && is_textual(item)) {
    found = whole.text().find(item.text()) != npos;
    return true;
  }
  return do_not_fit(Operator::in, item, whole, failure);
}

bool is_order(Operator sign, int order) {
  switch (sign) {
    case Operator::less:
      return order < 0;
    case Operator::less_equal:
      return order <= 0;
    case Operator::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

template <typename Number>
void append_number(std::string& out, Number number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

bool add_lists(const Value& left, const Value& right, Scratch& scratch, Value& result) {
  std::vector<Value> items(left.items().begin(), left.items().end());
  items.insert(items.end(), right.items().begin(), right.items().end());
  result = scratch.list(items);
  return true;
}

}  // namespace

bool is_numeric(const Value& value) { return value.kind() == Kind::integer || value.kind() == Kind::number; }
bool is_textual(const Value& value) { return value.kind() == Kind::text || value.kind() == Kind::html; }

bool equal(const Value& left, const Value& right) {
  if (left.kind() == Kind::integer && right.kind() == Kind::integer) return left.integer() == right.integer();
  if (is_numeric(left) && is_numeric(right)) return left.number() == right.number();
  if (is_textual(left) && is_textual(right)) return left.text() == right.text();
  if (left.kind() != right.kind()) return false;
  switch (left.kind()) {
    case Kind::none:
      return true;
    case Kind::boolean:
      return left.boolean() == right.boolean();
    case Kind::list:
      return std::equal(left.items().begin(), left.items().end(), right.items().begin(), right.items().end(), equal);
    case Kind::map:
      return left.members().size() == right.members().size() &&
             std::all_of(left.members().begin(), left.members().end(), [&](const Member& member) {
               const Value* other = right.find(member.first);
               return other != nullptr && equal(member.second, *other);
             });
    default:
      return false;
  }
}

bool compare(const Value& left, const Value& right, int& order) {
  if (left.kind() == Kind::integer && right.kind() == Kind::integer) {
    order = left.integer() < right.integer() ? -1 : left.integer() > right.integer();
  } else if (is_numeric(left) && is_numeric(right)) {
    order = left.number() < right.number() ? -1 : left.number() > right.number();
  } else if (is_textual(left) && is_textual(right)) {
    order = left.text().compare(right.text());
  } else if (left.kind() == Kind::boolean && right.kind() == Kind::boolean) {
    order = static_cast<int>(left.boolean()) - static_cast<int>(right.boolean());
  } else {
    return false;
  }
  return true;
}

bool apply_operator(Operator sign, const Value& left, const Value& right, Scratch& scratch, Failure& failure, Value& result) {
  switch (sign) {
    case Operator::equal:
      result = equal(left, right);
      return true;
    case Operator::unequal:
      result = !equal(left, right);
      return true;
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal: {
      int order = 0;
      if (!compare(left, right, order)) return do_not_fit(sign, left, right, failure);
      result = is_order(sign, order);
      return true;
    }
    case Operator::in:
    case Operator::not_in: {
      bool found = false;
      if (!contains(left, right, failure, found)) return false;
      result = found == (sign == Operator::in);
      return true;
    }
    case Operator::add:
      if (is_textual(left) && is_textual(right))
        return join_values(std::initializer_list<Value>{left, right}, Value(), scratch, failure, result);
      if (left.kind() == Kind::list && right.kind() == Kind::list) return add_lists(left, right, scratch, result);
      break;
    default:
      break;
  }
  if (!is_numeric(left) || !is_numeric(right)) return do_not_fit(sign, left, right, failure);
  return calculate(sign, left, right, failure, result);
}

bool join_values(std::span<const Value> values, const Value& separator, Scratch& scratch, Failure& failure, Value& result) {
  const auto is_html = [](const Value& value) { return value.kind() == Kind::html; };
  const bool html = is_html(separator) || std::any_of(values.begin(), values.end(), is_html);
  const auto append = html ? append_escaped : append_plain;
  std::string joined;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool fits = (i == 0 || append(joined, separator)) && append(joined, values[i]);
    if (!fits) return failure.set(problems::not_printable, {std::string(kind_name(values[i].kind()))});
  }
  result = html ? scratch.html(joined) : scratch.text(joined);
  return true;
}

bool append_plain(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::none:
      return true;
    case Kind::boolean:
      out += value.boolean() ? "true" : "false";
      return true;
    case Kind::integer:
      append_number(out, value.integer());
      return true;
    case Kind::number:
      append_number(out, value.number());
      return true;
    case Kind::text:
    case Kind::html:
      out += value.text();
      return true;
    case Kind::list:
    case Kind::map:
      return false;
  }
  return false;
}

bool append_escaped(std::string& out, const Value& value) {
  if (value.kind() != Kind::text) return append_plain(out, value);
  append_html_escaped(out, value.text());
  return true;
}

}  // namespace reportal::templates
