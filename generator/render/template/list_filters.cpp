// Filters that work on lists and maps. Where an `attribute` is taken it may go through members: "school.name".

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

#include "base/text.h"
#include "render/template/functions.h"
#include "render/template/operators.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

using Kind = Value::Kind;

constexpr std::uint64_t max_filled_row = 10'000;

struct ValueHash {
  std::size_t operator()(const Value& value) const {
    if (is_numeric(value)) return std::hash<double>()(value.number());
    if (is_textual(value)) return std::hash<std::string_view>()(value.text());
    return static_cast<std::size_t>(value.kind());
  }
};
struct ValueEqual {
  bool operator()(const Value& left, const Value& right) const { return equal(left, right); }
};
using ValueIndex = std::unordered_map<Value, std::size_t, ValueHash, ValueEqual>;

enum class Found : std::uint8_t { yes, absent, failed };

/// The member of `item` that the path names; the item itself when no path is given.
Found find_attribute(FunctionCall& call, const Value& item, const Value& path, Value& result) {
  result = item;
  if (path.is_none()) return Found::yes;
  std::string_view rest;
  if (!call.take_text(path, rest)) return Found::failed;
  while (true) {
    const std::size_t dot = rest.find('.');
    const std::string_view name = rest.substr(0, dot);
    const Value* member = result.find(name);
    if (member == nullptr) {
      std::vector<std::string_view> names;
      for (const Member& one : result.members()) names.push_back(one.first);
      if (result.kind() != Kind::map) {
        call.failure.set(problems::no_members, {std::string(name), std::string(kind_name(result.kind()))});
      } else {
        call.failure.set(problems::unknown_member, {std::string(name)}, nearest_name(name, names));
      }
      return Found::absent;
    }
    result = *member;
    if (dot == npos) return Found::yes;
    rest.remove_prefix(dot + 1);
  }
}

/// The attribute of every item of the input.
bool take_attributes(FunctionCall& call, const Value& path, std::span<const Value>& items, std::vector<Value>& values) {
  if (!call.take_list(items)) return false;
  values.resize(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (find_attribute(call, items[i], path, values[i]) != Found::yes) return false;
  }
  return true;
}

/// All but none can be ordered among each other.
bool check_comparable(FunctionCall& call, const std::vector<Value>& values) {
  const Value* first = nullptr;
  for (const Value& value : values) {
    int order = 0;
    if (value.is_none()) continue;
    if (first == nullptr) first = &value;
    if (compare(*first, value, order)) continue;
    return call.failure.set(problems::wrong_types, {std::string(call.function.name), std::string(kind_name(first->kind())),
                                                    std::string(kind_name(value.kind()))});
  }
  return true;
}

bool is_less(const Value& left, const Value& right) {
  int order = 0;
  return compare(left, right, order) && order < 0;
}

bool join(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  std::vector<Value> values;
  if (!take_attributes(call, call.arguments[1], items, values)) return false;
  return join_values(values, call.arguments[0], call.scratch, call.failure, result);
}

bool length(FunctionCall& call, Value& result) {
  switch (call.input.kind()) {
    case Kind::text:
      result = count_characters(call.input.text());
      return true;
    case Kind::list:
      result = call.input.items().size();
      return true;
    case Kind::map:
      result = call.input.members().size();
      return true;
    default:
      return call.wrong_type("text / list / map", call.input);
  }
}

/// One end of a list, or of a text; none when it is empty.
bool take_end(FunctionCall& call, bool front, Value& result) {
  result = Value();
  if (call.input.kind() == Kind::text) {
    const std::string_view text = call.input.text();
    if (text.empty()) return true;
    std::size_t offset = front ? 0 : text.size();
    (void)(front ? next_character(text, offset) : previous_character(text, offset));
    result = front ? text.substr(0, offset) : text.substr(offset);
    return true;
  }
  if (call.input.kind() != Kind::list) return call.wrong_type("text / list", call.input);
  const auto items = call.input.items();
  if (!items.empty()) result = front ? items.front() : items.back();
  return true;
}

bool first(FunctionCall& call, Value& result) { return take_end(call, true, result); }
bool last(FunctionCall& call, Value& result) { return take_end(call, false, result); }

bool reverse(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  if (!call.take_list(items)) return false;
  result = call.scratch.list(std::vector<Value>(items.rbegin(), items.rend()));
  return true;
}

/// Stable; items whose attribute is none come last, either way round.
bool sort(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  std::vector<Value> keys;
  if (!take_attributes(call, call.arguments[1], items, keys) || !check_comparable(call, keys)) return false;
  const bool reversed = call.arguments[0].truthy();
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    if (keys[left].is_none() || keys[right].is_none()) return !keys[left].is_none() && keys[right].is_none();
    return reversed ? is_less(keys[right], keys[left]) : is_less(keys[left], keys[right]);
  });
  std::vector<Value> sorted;
  sorted.reserve(items.size());
  for (const std::size_t i : order) sorted.push_back(items[i]);
  result = call.scratch.list(sorted);
  return true;
}

/// Groups in the order of their first items: a list of {grouper, list}.
bool group_by(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  std::vector<Value> keys;
  if (!take_attributes(call, call.arguments[0], items, keys)) return false;
  ValueIndex index;
  std::vector<std::pair<Value, std::vector<Value>>> groups;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto [place, added] = index.try_emplace(keys[i], groups.size());
    if (added) groups.push_back({keys[i], {}});
    groups[place->second].second.push_back(items[i]);
  }
  std::vector<Value> maps;
  for (const auto& [key, members] : groups) {
    maps.push_back(call.scratch.map(std::initializer_list<Member>{{"grouper", key}, {"list", call.scratch.list(members)}}));
  }
  result = call.scratch.list(maps);
  return true;
}

bool unique(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  std::vector<Value> keys;
  if (!take_attributes(call, call.arguments[0], items, keys)) return false;
  ValueIndex index;
  std::vector<Value> kept;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (index.try_emplace(keys[i], i).second) kept.push_back(items[i]);
  }
  result = call.scratch.list(kept);
  return true;
}

bool map_attribute(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  std::vector<Value> values;
  if (!take_attributes(call, call.arguments[0], items, values)) return false;
  result = call.scratch.list(values);
  return true;
}

/// Whether the named test holds for the attribute of the item; without a test, whether the attribute is true.
bool passes(FunctionCall& call, const Value& item, const Value& path, const Function* test, const Value& argument,
            bool& passed) {
  Value value;
  const Found found = find_attribute(call, item, path, value);
  const bool absent = found == Found::absent && test != nullptr && test->takes_absent;
  if (found != Found::yes && !absent) return false;
  passed = value.truthy();
  if (test == nullptr) return true;
  FunctionCall inner{*test, value, absent, {&argument, test->parameters.size()}, call.names, call.scratch, call.failure};
  Value verdict;
  if (!test->apply(inner, verdict)) return false;
  passed = verdict.truthy();
  return true;
}

bool keep_items(FunctionCall& call, const Value& path, const Value& test_name, const Value& argument, bool wanted,
                Value& result) {
  std::span<const Value> items;
  const Function* test = nullptr;
  if (!call.take_list(items)) return false;
  if (!test_name.is_none()) {
    std::string_view name;
    if (!call.take_text(test_name, name)) return false;
    test = find_test(name);
    if (test == nullptr) return call.failure.set(problems::unknown_test, {std::string(name)}, nearest_test(name));
  }
  std::vector<Value> kept;
  for (const Value& item : items) {
    bool passed = false;
    if (!passes(call, item, path, test, argument, passed)) return false;
    if (passed == wanted) kept.push_back(item);
  }
  result = call.scratch.list(kept);
  return true;
}

bool select(FunctionCall& call, Value& result) {
  return keep_items(call, Value(), call.arguments[0], call.arguments[1], true, result);
}
bool reject(FunctionCall& call, Value& result) {
  return keep_items(call, Value(), call.arguments[0], call.arguments[1], false, result);
}
bool selectattr(FunctionCall& call, Value& result) {
  return keep_items(call, call.arguments[0], call.arguments[1], call.arguments[2], true, result);
}
bool rejectattr(FunctionCall& call, Value& result) {
  return keep_items(call, call.arguments[0], call.arguments[1], call.arguments[2], false, result);
}

bool sum(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  std::vector<Value> values;
  if (!take_attributes(call, call.arguments[0], items, values)) return false;
  result = Value(0);
  for (const Value& value : values) {
    const Value before = result;
    if (!is_numeric(value)) return call.wrong_type("list of numbers", value);
    if (!apply_operator(Operator::add, before, value, call.scratch, call.failure, result)) return false;
  }
  return true;
}

/// The item with the least or greatest attribute, none left out; none when there is no such item.
bool take_extreme(FunctionCall& call, bool greatest, Value& result) {
  std::span<const Value> items;
  std::vector<Value> keys;
  if (!take_attributes(call, call.arguments[0], items, keys) || !check_comparable(call, keys)) return false;
  std::size_t best = items.size();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (keys[i].is_none()) continue;
    if (best == items.size() || (greatest ? is_less(keys[best], keys[i]) : is_less(keys[i], keys[best]))) best = i;
  }
  result = best == items.size() ? Value() : items[best];
  return true;
}

bool min(FunctionCall& call, Value& result) { return take_extreme(call, false, result); }
bool max(FunctionCall& call, Value& result) { return take_extreme(call, true, result); }

/// Rows of `count` items; the last one is filled up when there is something to fill it with.
bool batch(FunctionCall& call, Value& result) {
  std::span<const Value> items;
  std::int64_t count = 0;
  if (!call.take_list(items) || !call.take_integer(call.arguments[0], count)) return false;
  if (count < 1 || (!call.arguments[1].is_none() && static_cast<std::uint64_t>(count) > max_filled_row))
    return call.wrong_value(call.arguments[0]);
  std::vector<Value> rows;
  while (!items.empty()) {
    const std::size_t size = std::min(items.size(), static_cast<std::size_t>(count));
    std::vector<Value> row(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size));
    if (!call.arguments[1].is_none()) row.resize(static_cast<std::size_t>(count), call.arguments[1]);
    rows.push_back(call.scratch.list(row));
    items = items.subspan(size);
  }
  result = call.scratch.list(rows);
  return true;
}

bool take_members(FunctionCall& call, Value (*take)(const Member& member, Scratch& scratch), Value& result) {
  if (call.input.kind() != Kind::map) return call.wrong_type("map", call.input);
  std::vector<Value> values;
  for (const Member& member : call.input.members()) values.push_back(take(member, call.scratch));
  result = call.scratch.list(values);
  return true;
}

bool keys(FunctionCall& call, Value& result) {
  return take_members(
      call, [](const Member& member, Scratch&) { return Value(member.first); }, result);
}
bool values(FunctionCall& call, Value& result) {
  return take_members(
      call, [](const Member& member, Scratch&) { return member.second; }, result);
}
bool items(FunctionCall& call, Value& result) {
  const auto pair = [](const Member& member, Scratch& scratch) {
    return scratch.list(std::initializer_list<Value>{Value(member.first), member.second});
  };
  return take_members(call, pair, result);
}

/// A list of what a list, map (its names) or text (its characters) holds.
bool list(FunctionCall& call, Value& result) {
  result = call.input;
  if (call.input.kind() == Kind::list) return true;
  if (call.input.kind() == Kind::map) return keys(call, result);
  std::string_view text;
  if (!call.take_text(call.input, text)) return false;
  std::vector<Value> characters;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    (void)next_character(text, offset);
    characters.emplace_back(text.substr(start, offset - start));
  }
  result = call.scratch.list(characters);
  return true;
}

}  // namespace

FunctionTable list_filters() {
  static const Function table[] = {
      {"join", join, {{"separator", false, ""}, {"attribute", false}}},
      {"length", length},
      {"count", length},
      {"first", first},
      {"last", last},
      {"reverse", reverse},
      {"sort", sort, {{"reverse", false, false}, {"attribute", false}}},
      {"group_by", group_by, {{"attribute"}}},
      {"groupby", group_by, {{"attribute"}}},
      {"unique", unique, {{"attribute", false}}},
      {"map", map_attribute, {{"attribute"}}},
      {"select", select, {{"test", false}, {"argument", false}}},
      {"reject", reject, {{"test", false}, {"argument", false}}},
      {"selectattr", selectattr, {{"attribute"}, {"test", false}, {"argument", false}}},
      {"rejectattr", rejectattr, {{"attribute"}, {"test", false}, {"argument", false}}},
      {"sum", sum, {{"attribute", false}}},
      {"min", min, {{"attribute", false}}},
      {"max", max, {{"attribute", false}}},
      {"batch", batch, {{"count"}, {"fill", false}}},
      {"items", items},
      {"keys", keys},
      {"values", values},
      {"list", list},
  };
  return table;
}

}  // namespace reportal::templates
