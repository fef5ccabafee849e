// Lines onto pages: blank lines, running heads and feet, page starts, and which physical line is what.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report.h"
#include "style.h"

namespace reportal::printer {

class Pages {
 public:
  Pages(const Report& report, const Style& style);

  enum class Gap : std::uint8_t {
    none,        ///< printed beside the line before: no blank line whatever the style
    line,        ///< the next line of the same block
    block,       ///< a new block
    wide_block,  ///< a new block with more space before it
  };
  /// Prints a line; returns its physical number. `indent` stands before it, beside the margin.
  std::uint32_t line(std::string_view text, Gap gap, std::string_view indent = {});
  /// Blank height that a picture takes.
  void skip(std::uint32_t lines) { used_ += lines; }
  /// The next line begins a new page, as it is full, or as nothing stands on it.
  [[nodiscard]] bool full() const { return length_ > 0 && used_ >= length_; }
  [[nodiscard]] bool at_start() const { return at_start_; }
  /// Ends the page, unless it is empty.
  void end_page();
  /// A line that is no part of the report: a leftover address.
  void leftover(std::string_view text);

  [[nodiscard]] std::uint32_t page() const { return page_; }
  [[nodiscard]] std::uint32_t last_line() const { return number_; }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] const std::vector<std::uint32_t>& noise() const { return noise_; }
  /// Prints the foot of the last page.
  void finish();

 private:
  void furniture(std::string_view text);
  std::uint32_t put(std::string_view indent, std::string_view text, std::uint32_t blanks);
  std::uint32_t blank_lines(Gap gap) const;
  void start_page();
  [[nodiscard]] std::string page_number() const;
  [[nodiscard]] std::string header() const;

  const Report& report_;
  const Style& style_;
  std::string text_;
  std::string margin_;
  std::vector<std::uint32_t> noise_;
  std::uint32_t number_ = 0;  // of the last physical line
  std::uint32_t length_ = 0;  // lines a page; 0: endless
  std::uint32_t used_ = 0;
  std::uint32_t page_ = 1;
  bool at_start_ = true;     // nothing on this page yet
  bool mark_start_ = false;  // the next line gets the mark of a page start
};

}  // namespace reportal::printer
