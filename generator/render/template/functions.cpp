#include "render/template/functions.h"

#include <algorithm>

#include "render/template/operators.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

const Function* find_in(FunctionTable table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Function& one) { return one.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::string nearest_in(std::initializer_list<FunctionTable> tables, std::string_view name) {
  std::vector<std::string_view> names;
  for (const FunctionTable table : tables) {
    for (const Function& one : table) names.push_back(one.name);
  }
  return nearest_name(name, names);
}

}  // namespace

bool FunctionCall::wrong_type(std::string_view expected, const Value& value) {
  return failure.set(problems::wrong_type,
                     {std::string(function.name), std::string(expected), std::string(kind_name(value.kind()))});
}

bool FunctionCall::wrong_value(const Value& value) {
  std::string shown;
  if (value.kind() == Value::Kind::text) shown += '"';
  if (!append_plain(shown, value)) shown = kind_name(value.kind());
  if (value.kind() == Value::Kind::text) shown += '"';
  return failure.set(problems::wrong_value, {std::string(function.name), std::move(shown)});
}

bool FunctionCall::take_text(const Value& value, std::string_view& text) {
  if (value.kind() != Value::Kind::text) return wrong_type("text", value);
  text = value.text();
  return true;
}

bool FunctionCall::take_integer(const Value& value, std::int64_t& integer) {
  if (value.kind() != Value::Kind::integer) return wrong_type("integer", value);
  integer = value.integer();
  return true;
}

bool FunctionCall::take_list(std::span<const Value>& items) {
  if (input.kind() != Value::Kind::list) return wrong_type("list", input);
  items = input.items();
  return true;
}

const Function* find_filter(std::string_view name) {
  for (const FunctionTable table : {text_filters(), list_filters(), number_filters(), page_filters()}) {
    if (const Function* found = find_in(table, name)) return found;
  }
  return nullptr;
}

const Function* find_test(std::string_view name) { return find_in(tests(), name); }
const Function* find_global_function(std::string_view name) { return find_in(global_functions(), name); }
std::string nearest_filter(std::string_view name) {
  return nearest_in({text_filters(), list_filters(), number_filters(), page_filters()}, name);
}
std::string nearest_test(std::string_view name) { return nearest_in({tests()}, name); }

}  // namespace reportal::templates
