// The expressions of the runner.

#include <array>
#include <utility>

#include "base/problem.h"
#include "render/template/operators.h"
#include "render/template/problems.h"
#include "render/template/runner.h"

namespace reportal::templates {
namespace {

std::vector<std::string_view> member_names(const Value& map) {
  std::vector<std::string_view> names;
  for (const Member& member : map.members()) names.push_back(member.first);
  return names;
}

}  // namespace

bool Runner::evaluate(const Expression& expression, Value& result) {
  return std::visit([&](const auto& node) { return evaluate(node, expression.range, result); }, expression.node);
}

bool Runner::evaluate(const Constant& constant, Range, Value& result) {
  result = constant.value;
  return true;
}

bool Runner::evaluate(const Name& name, Range range, Value& result) {
  const Value* value = find(name.symbol);
  if (value == nullptr) return name.may_be_absent ? absent() : unknown_name(name, range);
  result = *value;
  return true;
}

bool Runner::unknown_name(const Name& name, Range range) {
  std::vector<std::string_view> names = member_names(names_);
  for (Symbol symbol = 0; symbol < slots_.size(); ++symbol) {
    if (slots_[symbol].frame == frame_ || slots_[symbol].frame == page_frame) names.push_back(symbols_.name(symbol));
  }
  const std::string_view unknown = symbols_.name(name.symbol);
  return report(problems::unknown_name, range, {std::string(unknown)}, nearest_name(unknown, names));
}

/// Tells the `is defined` or `default` above that its name is absent; no problem is reported.
bool Runner::absent() {
  absent_ = true;
  return false;
}

bool Runner::evaluate(const MemberAccess& access, Range range, Value& result) {
  Value object;
  if (!evaluate(*access.object, object)) return false;
  if (const Value* member = find_member(object, access)) {
    result = *member;
    return true;
  }
  if (access.may_be_absent) return absent();
  if (object.kind() != Value::Kind::map) {
    return report(problems::no_members, range, {std::string(access.name), std::string(kind_name(object.kind()))});
  }
  return report(problems::unknown_member, range, {std::string(access.name)}, nearest_name(access.name, member_names(object)));
}

/// Maps that one access meets mostly have their members in the same order, so it looks first where it found the last one.
const Value* Runner::find_member(const Value& object, const MemberAccess& access) {
  const auto members = object.members();
  std::uint32_t& site = sites_[access.site];
  if (site < members.size() && members[site].first == access.name) return &members[site].second;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].first != access.name) continue;
    site = static_cast<std::uint32_t>(i);
    return &members[i].second;
  }
  return nullptr;
}

bool Runner::evaluate(const ItemAccess& access, Range range, Value& result) {
  Value object;
  Value key;
  if (!evaluate(*access.object, object) || !evaluate(*access.key, key)) return false;
  const bool in_list = object.kind() == Value::Kind::list && key.kind() == Value::Kind::integer;
  const bool in_map = object.kind() == Value::Kind::map && is_textual(key);
  if (in_list) {
    const auto items = object.items();
    const std::int64_t size = static_cast<std::int64_t>(items.size());
    const std::int64_t position = key.integer() < 0 ? key.integer() + size : key.integer();
    if (position >= 0 && position < size) {
      result = items[static_cast<std::size_t>(position)];
      return true;
    }
    if (access.may_be_absent) return absent();
    return report(problems::unknown_item, range, {std::to_string(key.integer()), std::to_string(size)});
  }
  if (in_map) {
    if (const Value* member = object.find(key.text())) {
      result = *member;
      return true;
    }
    if (access.may_be_absent) return absent();
    return report(problems::unknown_member, range, {std::string(key.text())}, nearest_name(key.text(), member_names(object)));
  }
  if (access.may_be_absent) return absent();
  return report(problems::wrong_types, range,
                {"[]", std::string(kind_name(object.kind())), std::string(kind_name(key.kind()))});
}

/// Pushes a value for each expression, none for a null one.
bool Runner::push_all(const Expressions& expressions) {
  for (const Expression* expression : expressions) {
    Value value;
    if (expression != nullptr && !evaluate(*expression, value)) return false;
    stack_.push_back(value);
  }
  return true;
}

bool Runner::evaluate(const ListLiteral& literal, Range range, Value& result) {
  const StackMark mark(stack_);
  if (!push_all(literal.items)) return false;
  result = scratch_.list(mark.values());
  return within_bytes(range);
}

bool Runner::evaluate(const MapLiteral& literal, Range range, Value& result) {
  std::vector<Member> members;
  members.reserve(literal.members.size());
  for (const auto& [name, expression] : literal.members) {
    members.emplace_back(name, Value());
    if (!evaluate(*expression, members.back().second)) return false;
  }
  result = scratch_.map(members);
  return within_bytes(range);
}

bool Runner::evaluate(const Not& negation, Range, Value& result) {
  Value operand;
  if (!evaluate(*negation.operand, operand)) return false;
  result = !operand.truthy();
  return true;
}

bool Runner::evaluate(const Logical& logical, Range, Value& result) {
  if (!evaluate(*logical.left, result)) return false;
  return result.truthy() != logical.is_and || evaluate(*logical.right, result);
}

bool Runner::evaluate(const Conditional& conditional, Range, Value& result) {
  Value condition;
  if (!evaluate(*conditional.condition, condition)) return false;
  const Expression* chosen = condition.truthy() ? conditional.yes : conditional.no;
  if (chosen != nullptr) return evaluate(*chosen, result);
  result = Value();
  return true;
}

bool Runner::evaluate(const Concatenation& concatenation, Range range, Value& result) {
  const StackMark mark(stack_);
  if (!push_all(concatenation.parts)) return false;
  Failure failure;
  if (!join_values(mark.values(), Value(), scratch_, failure, result)) return report(failure, range);
  return within_bytes(range);
}

bool Runner::evaluate(const Binary& binary, Range range, Value& result) {
  Value left;
  Value right;
  if (!evaluate(*binary.left, left) || !evaluate(*binary.right, right)) return false;
  Failure failure;
  if (!apply_operator(binary.sign, left, right, scratch_, failure, result)) return report(failure, range);
  return within_bytes(range);
}

bool Runner::evaluate(const Application& application, Range range, Value& result) {
  const Function& function = *application.function;
  Value input;
  bool input_absent = false;
  if (application.input != nullptr && !evaluate(*application.input, input)) {
    input_absent = std::exchange(absent_, false);
    if (!input_absent || !function.takes_absent) {
      absent_ = input_absent;
      return false;
    }
  }
  std::array<Value, max_function_parameters> arguments;
  for (std::size_t i = 0; i < application.arguments.size(); ++i) {
    if (application.arguments[i] == nullptr) {
      arguments[i] = function.parameters[i].standard;
    } else if (!evaluate(*application.arguments[i], arguments[i])) {
      return false;
    }
  }
  Failure failure;
  FunctionCall call{function, input, input_absent, {arguments.data(), application.arguments.size()}, names_, scratch_, failure};
  if (!function.apply(call, result)) return report(failure, range);
  return within_bytes(range);
}

bool Runner::evaluate(const LoopAccess& access, Range range, Value& result) {
  if (loop_ == nullptr) return access.may_be_absent ? absent() : report(problems::no_loop, range);
  const std::size_t index = loop_->index;
  const std::size_t size = loop_->size();
  switch (access.field) {
    case LoopField::index:
      result = index + 1;
      return true;
    case LoopField::index0:
      result = index;
      return true;
    case LoopField::revindex:
      result = size - index;
      return true;
    case LoopField::revindex0:
      result = size - index - 1;
      return true;
    case LoopField::first:
      result = index == 0;
      return true;
    case LoopField::last:
      result = index + 1 == size;
      return true;
    case LoopField::length:
      result = size;
      return true;
    case LoopField::depth:
    case LoopField::depth0: {
      std::size_t depth = access.field == LoopField::depth ? 1 : 0;
      for (const Loop* outer = loop_->outer; outer != nullptr; outer = outer->outer) ++depth;
      result = depth;
      return true;
    }
    case LoopField::previtem:
    case LoopField::nextitem: {
      const bool previous = access.field == LoopField::previtem;
      const bool exists = previous ? index > 0 : index + 1 < size;
      if (!exists && access.may_be_absent) return absent();
      result = exists ? loop_->at(previous ? index - 1 : index + 1) : Value();
      return true;
    }
  }
  return false;
}

bool Runner::evaluate(const LoopCycle& cycle, Range range, Value& result) {
  if (loop_ == nullptr) return report(problems::no_loop, range);
  return evaluate(*cycle.values[loop_->index % cycle.values.size()], result);
}

}  // namespace reportal::templates
