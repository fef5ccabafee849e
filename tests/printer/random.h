// Random numbers that are the same on every machine: SplitMix64.

#pragma once

#include <cstddef>
#include <cstdint>

namespace reportal::printer {

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(mix(seed)) {}
  std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15ULL); }
  /// 0 … count - 1; `count` > 0.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  /// `first` … `last`.
  int between(int first, int last) { return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1))); }
  bool chance(int percent) { return static_cast<int>(below(100)) < percent; }
  template <typename List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace reportal::printer
