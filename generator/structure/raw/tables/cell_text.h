// A run of words as the text of one cell, grown word by word, with what its likelihood needs.

#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "structure/raw/tables/columns.h"
#include "structure/raw/tables/words.h"

namespace reportal::raw {

class CellText {
 public:
  CellText(const std::vector<Word>& words, std::size_t first) { begin(words[first]); }

  void append(const Word& word);

  [[nodiscard]] double stay() const { return stay_; }  ///< log probability of the gaps inside
  /// Log likelihood but for the column: gaps inside, brackets, a comma at the end.
  [[nodiscard]] double score() const;
  [[nodiscard]] float score_in(const Column& column) const;
  /// A line of it ends although the next word would have fitted, where the lines of its column have `width` display columns.
  [[nodiscard]] bool needlessly_wrapped(std::uint32_t width) const {
    return lines_ > 1 && room_ < std::max(width, widest_line());
  }
  [[nodiscard]] CellKind kind() const { return kind_; }
  [[nodiscard]] std::uint32_t lines() const { return lines_; }
  [[nodiscard]] std::uint32_t widest_line() const { return std::max(widest_, line_); }
  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  [[nodiscard]] char32_t first() const { return first_; }
  [[nodiscard]] char32_t last() const { return last_; }

 private:
  void begin(const Word& word);
  void mix(const Word& word);

  double stay_ = 0;
  std::uint64_t hash_ = 1469598103934665603ULL;
  std::uint32_t line_ = 0;                                          // width of the line that grows
  std::uint32_t widest_ = 0;                                        // of the lines before it
  std::uint32_t room_ = std::numeric_limits<std::uint32_t>::max();  // least width that makes every line end needed
  std::uint32_t lines_ = 1;
  std::int32_t depth_ = 0;
  char32_t first_ = 0, last_ = 0;
  bool closed_ = false;  // a bracket closed that was not open
  bool comma_ = false;   // ends with a comma
  bool names_ = false;   // all of it could be names
  bool list_ = false;    // names with 、 between them
  CellKind kind_ = CellKind::empty;
};

/// 合计, 总计: what stands in place of a running number in the last row.
[[nodiscard]] bool is_total(std::string_view text);
/// （第二版）: in brackets, and no numeral of a group.
[[nodiscard]] bool goes_on_in_brackets(std::string_view text);
/// 一、 （一）: a line that begins so names a group of rows.
[[nodiscard]] bool begins_like_group(std::string_view text);

}  // namespace reportal::raw
