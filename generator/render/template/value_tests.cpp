// Tests (`value is odd`), and the functions that stand alone.

#include "render/template/engine.h"
#include "render/template/functions.h"
#include "render/template/operators.h"

namespace reportal::templates {
namespace {

using Kind = Value::Kind;

bool is_defined(FunctionCall& call, Value& result) {
  result = !call.absent;
  return true;
}

bool is_undefined(FunctionCall& call, Value& result) {
  result = call.absent;
  return true;
}

template <Kind... kinds>
bool is_kind(FunctionCall& call, Value& result) {
  const Kind kind = call.input.kind();
  result = ((kind == kinds) || ...);
  return true;
}

template <bool truth>
bool is_boolean(FunctionCall& call, Value& result) {
  result = call.input.kind() == Kind::boolean && call.input.boolean() == truth;
  return true;
}

bool has_remainder(FunctionCall& call, std::int64_t divisor, bool wanted, Value& result) {
  std::int64_t integer = 0;
  if (!call.take_integer(call.input, integer)) return false;
  result = (divisor != -1 && integer % divisor != 0) == wanted;
  return true;
}

bool is_odd(FunctionCall& call, Value& result) { return has_remainder(call, 2, true, result); }
bool is_even(FunctionCall& call, Value& result) { return has_remainder(call, 2, false, result); }
bool is_divisible(FunctionCall& call, Value& result) {
  std::int64_t divisor = 0;
  if (!call.take_integer(call.arguments[0], divisor)) return false;
  return divisor == 0 ? call.wrong_value(call.arguments[0]) : has_remainder(call, divisor, false, result);
}

template <Operator sign>
bool relates(FunctionCall& call, Value& result) {
  return apply_operator(sign, call.input, call.arguments[0], call.scratch, call.failure, result);
}

/// range(stop), range(start, stop), range(start, stop, step)
bool range(FunctionCall& call, Value& result) {
  std::int64_t start = 0;
  std::int64_t stop = 0;
  std::int64_t step = 1;
  if (!call.take_integer(call.arguments[0], stop) || !call.take_integer(call.arguments[2], step)) return false;
  if (!call.arguments[1].is_none()) {
    start = stop;
    if (!call.take_integer(call.arguments[1], stop)) return false;
  }
  if (step == 0) return call.wrong_value(call.arguments[2]);
  std::vector<Value> numbers;
  for (std::int64_t number = start; step > 0 ? number < stop : number > stop;) {
    if (numbers.size() >= max_loop_rounds) return call.wrong_value(call.arguments[0]);
    numbers.emplace_back(number);
    if (__builtin_add_overflow(number, step, &number)) break;
  }
  result = call.scratch.list(numbers);
  return true;
}

}  // namespace

FunctionTable tests() {
  static const Function table[] = {
      {"defined", is_defined, {}, true},
      {"undefined", is_undefined, {}, true},
      {"none", is_kind<Kind::none>},
      {"true", is_boolean<true>},
      {"false", is_boolean<false>},
      {"boolean", is_kind<Kind::boolean>},
      {"integer", is_kind<Kind::integer>},
      {"number", is_kind<Kind::integer, Kind::number>},
      {"string", is_kind<Kind::text, Kind::html>},
      {"html", is_kind<Kind::html>},
      {"iterable", is_kind<Kind::list, Kind::map>},
      {"sequence", is_kind<Kind::list>},
      {"mapping", is_kind<Kind::map>},
      {"odd", is_odd},
      {"even", is_even},
      {"divisibleby", is_divisible, {{"number"}}},
      {"in", relates<Operator::in>, {{"whole"}}},
      {"eq", relates<Operator::equal>, {{"other"}}},
      {"equalto", relates<Operator::equal>, {{"other"}}},
      {"ne", relates<Operator::unequal>, {{"other"}}},
      {"lt", relates<Operator::less>, {{"other"}}},
      {"le", relates<Operator::less_equal>, {{"other"}}},
      {"gt", relates<Operator::greater>, {{"other"}}},
      {"ge", relates<Operator::greater_equal>, {{"other"}}},
  };
  return table;
}

FunctionTable global_functions() {
  static const Function table[] = {{"range", range, {{"start"}, {"stop", false}, {"step", false, 1}}}};
  return table;
}

}  // namespace reportal::templates
