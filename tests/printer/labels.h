// The numbers that a report prints before titles and captions, and what is expected to be read of them.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "style.h"

namespace reportal::printer {

struct Label {
  std::string printed;      ///< with what parts it from the title
  std::string number;       ///< as it is expected to be read
  std::string inline_form;  ///< in a reference: 表 1-1
};

class Labels {
 public:
  explicit Labels(const Style& style) : style_(style) {}

  Label heading(int level);         ///< the next one
  Label front_sub();                ///< 一、 in a part without a number
  void front() { front_sub_ = 0; }  ///< such a part begins
  /// 一、 is not used by the numbered headings.
  [[nodiscard]] bool has_front_subs() const;
  Label case_mark();
  Label figure(std::string_view title) { return caption("图", figures_, figures_in_chapter_, title); }
  Label table(std::string_view title) { return caption("表", tables_, tables_in_chapter_, title); }

 private:
  Label caption(std::string_view word, std::uint32_t& through, std::uint32_t& in_chapter, std::string_view title);

  const Style& style_;
  std::array<std::uint32_t, 3> levels_{};
  std::uint32_t front_sub_ = 0;
  std::uint32_t cases_ = 0, cases_in_chapter_ = 0;
  std::uint32_t figures_ = 0, figures_in_chapter_ = 0;
  std::uint32_t tables_ = 0, tables_in_chapter_ = 0;
};

/// 1 … 99 in Chinese numerals.
[[nodiscard]] std::string han_number(std::uint32_t value);

}  // namespace reportal::printer
