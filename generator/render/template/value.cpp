#include "render/template/value.h"

namespace reportal::templates {

Value Value::html(std::string_view text) {
  Value value(text);
  value.kind_ = Kind::html;
  return value;
}

Value Value::list(std::span<const Value> items) {
  Value value;
  value.kind_ = Kind::list;
  value.size_ = static_cast<std::uint32_t>(items.size());
  value.payload_.items = items.data();
  return value;
}

Value Value::map(std::span<const Member> members) {
  Value value;
  value.kind_ = Kind::map;
  value.size_ = static_cast<std::uint32_t>(members.size());
  value.payload_.members = members.data();
  return value;
}

bool Value::truthy() const {
  switch (kind_) {
    case Kind::none:
      return false;
    case Kind::boolean:
      return payload_.boolean;
    case Kind::integer:
      return payload_.integer != 0;
    case Kind::number:
      return payload_.number != 0;
    case Kind::text:
    case Kind::html:
    case Kind::list:
    case Kind::map:
      return size_ != 0;
  }
  return false;
}

const Value* Value::find(std::string_view name) const {
  for (const Member& member : members()) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

std::string_view kind_name(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::none:
      return "none";
    case Value::Kind::boolean:
      return "boolean";
    case Value::Kind::integer:
      return "integer";
    case Value::Kind::number:
      return "number";
    case Value::Kind::text:
      return "text";
    case Value::Kind::html:
      return "html";
    case Value::Kind::list:
      return "list";
    case Value::Kind::map:
      return "map";
  }
  return "";
}

Value ValuePool::text(std::string text) { return texts_.emplace_back(std::move(text)); }
Value ValuePool::html(std::string text) { return Value::html(texts_.emplace_back(std::move(text))); }
Value ValuePool::list(std::vector<Value> items) { return Value::list(lists_.emplace_back(std::move(items))); }
Value ValuePool::map(std::vector<Member> members) { return Value::map(maps_.emplace_back(std::move(members))); }

}  // namespace reportal::templates
