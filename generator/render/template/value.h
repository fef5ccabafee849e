// What templates see: values that are cheap to copy, and the pool that keeps what they point to.
//
// A Value never owns anything. Text, lists and maps live in a ValuePool (or are constants, or model data that outlives rendering), so
// building a page's view costs little more than filling vectors. Maps keep the order in which their members were given.

#pragma once

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace reportal::templates {

class Value;
using Member = std::pair<std::string_view, Value>;

class Value {
 public:
  enum class Kind : std::uint8_t { none, boolean, integer, number, text, html, list, map };

  Value() = default;
  Value(bool truth) : kind_(Kind::boolean) { payload_.boolean = truth; }                                  // NOLINT: values are given as they are
  Value(std::int64_t number) : kind_(Kind::integer) { payload_.integer = number; }                        // NOLINT
  Value(int number) : Value(static_cast<std::int64_t>(number)) {}                                         // NOLINT
  Value(std::uint32_t number) : Value(static_cast<std::int64_t>(number)) {}                               // NOLINT
  Value(std::size_t number) : Value(static_cast<std::int64_t>(number)) {}                                 // NOLINT
  Value(double number) : kind_(Kind::number) { payload_.number = number; }                                // NOLINT
  Value(std::string_view text) : kind_(Kind::text), size_(static_cast<std::uint32_t>(text.size())) { payload_.text = text.data(); }  // NOLINT
  Value(const char* text) : Value(std::string_view(text)) {}                                              // NOLINT
  Value(const std::string& text) : Value(std::string_view(text)) {}  ///< NOLINT: the string must outlive the value
  Value(std::string&&) = delete;                                     ///< a temporary would dangle: ValuePool::text
  /// Text that is HTML already and is not escaped again.
  [[nodiscard]] static Value html(std::string_view text);
  [[nodiscard]] static Value list(std::span<const Value> items);
  [[nodiscard]] static Value map(std::span<const Member> members);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_none() const { return kind_ == Kind::none; }
  [[nodiscard]] bool truthy() const;  ///< none, false, 0, "", empty list and map are false
  [[nodiscard]] bool boolean() const { return payload_.boolean; }
  [[nodiscard]] std::int64_t integer() const { return payload_.integer; }
  [[nodiscard]] double number() const { return kind_ == Kind::integer ? static_cast<double>(payload_.integer) : payload_.number; }
  [[nodiscard]] std::string_view text() const { return {payload_.text, size_}; }  ///< of text and html
  [[nodiscard]] std::span<const Value> items() const;      ///< of a list; empty for others
  [[nodiscard]] std::span<const Member> members() const;  ///< of a map; empty for others
  /// The member with this name; nullptr if there is none (or the value is no map).
  [[nodiscard]] const Value* find(std::string_view name) const;

 private:
  Kind kind_ = Kind::none;
  std::uint32_t size_ = 0;
  union {
    bool boolean;
    std::int64_t integer = 0;
    double number;
    const char* text;
    const Value* items;
    const Member* members;
  } payload_;
};

inline std::span<const Value> Value::items() const {
  return kind_ == Kind::list ? std::span<const Value>(payload_.items, size_) : std::span<const Value>();
}

inline std::span<const Member> Value::members() const {
  return kind_ == Kind::map ? std::span<const Member>(payload_.members, size_) : std::span<const Member>();
}

[[nodiscard]] std::string_view kind_name(Value::Kind kind);

/// Keeps what values point to, until it is gone. One a page or one a site; not thread-safe while it is filled.
class ValuePool {
 public:
  ValuePool() = default;
  ValuePool(const ValuePool&) = delete;
  ValuePool& operator=(const ValuePool&) = delete;
  [[nodiscard]] Value text(std::string text);
  [[nodiscard]] Value html(std::string text);
  [[nodiscard]] Value list(std::vector<Value> items);
  [[nodiscard]] Value map(std::vector<Member> members);
  [[nodiscard]] Value map(std::initializer_list<Member> members) { return map(std::vector<Member>(members)); }

 private:
  std::deque<std::string> texts_;
  std::deque<std::vector<Value>> lists_;
  std::deque<std::vector<Member>> maps_;
};

}  // namespace reportal::templates
