// Where a run keeps the texts, lists and maps that its expressions make: one growing arena, given back at once when the page is
// done.

#pragma once

#include <cstring>
#include <memory_resource>
#include <span>
#include <string_view>

#include "render/template/value.h"

namespace reportal::templates {

class Scratch {
 public:
  /// Nothing is given out beyond `limit` bytes: see exhausted().
  explicit Scratch(std::size_t limit) : limit_(limit) {}

  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty() || !take(text.size())) return {};
    char* copy = static_cast<char*>(arena_.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }
  [[nodiscard]] Value text(std::string_view text) { return Value(keep(text)); }
  [[nodiscard]] Value html(std::string_view text) { return Value::html(keep(text)); }
  [[nodiscard]] Value list(std::span<const Value> items) { return Value::list(copy(items)); }
  [[nodiscard]] Value map(std::span<const Member> members) { return Value::map(copy(members)); }

  /// More was asked for than the limit allows; what was given out since then is empty.
  [[nodiscard]] bool exhausted() const { return exhausted_; }

 private:
  template <typename Item>
  std::span<const Item> copy(std::span<const Item> items) {
    if (items.empty() || !take(items.size_bytes())) return {};
    Item* copies = static_cast<Item*>(arena_.allocate(items.size_bytes(), alignof(Item)));
    std::uninitialized_copy(items.begin(), items.end(), copies);
    return {copies, items.size()};
  }
  bool take(std::size_t bytes) {
    if (bytes > limit_ - used_) exhausted_ = true;
    if (!exhausted_) used_ += bytes;
    return !exhausted_;
  }

  std::size_t limit_;
  std::size_t used_ = 0;
  bool exhausted_ = false;
  std::pmr::monotonic_buffer_resource arena_;
};

}  // namespace reportal::templates
