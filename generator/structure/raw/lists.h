// Lists in running text: paragraphs one behind the other that begin with （1） （2） …, ① ② …, 1. 2. … or a bullet.
//
// 一是 … 二是 … are words of a sentence, and 一、 （一） number headings: neither makes a list.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace reportal::raw {

struct ListMarker {
  enum class Form : std::uint8_t { bracketed, half_bracketed, pointed, circled, bullet } form = Form::bullet;
  std::uint32_t value = 0;  ///< 0 for bullets
  std::size_t length = 0;   ///< bytes of the marker
  std::size_t text_at = 0;  ///< where the item begins

  /// An item with this marker can stand behind one with `before`.
  [[nodiscard]] bool follows(const ListMarker& before) const {
    return form == before.form && (form == Form::bullet || value == before.value + 1);
  }
  [[nodiscard]] bool begins() const { return form == Form::bullet || value == 1; }
};

[[nodiscard]] std::optional<ListMarker> read_list_marker(std::string_view text);

}  // namespace reportal::raw
