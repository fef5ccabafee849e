// Lines of a document that have one text, but for a page number at their end: what heads and feet of pages, watermarks, cells
// of tables and sub-titles have in common. Which of them they are is decided by where they stand (running_heads.h).

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/page_edges.h"
#include "structure/raw/page/page_numbers.h"

namespace reportal::raw {

struct HeadGroup {
  std::uint64_t key = 0;
  std::vector<std::uint32_t> lines;  ///< indices, ascending, two or more
  std::vector<std::uint32_t> pages;  ///< page numbers on the same lines; 0: none
  std::uint32_t in_a_row = 0;        ///< times that no other line with a number of its kind stands between two of them
};

/// Which lines are known to be furniture already.
class TakenLines {
 public:
  explicit TakenLines(std::size_t count) : taken_(count, 0) {}

  [[nodiscard]] bool has(std::size_t at) const { return taken_[at] != 0; }
  void add(std::size_t at) { taken_[at] = 1; }
  [[nodiscard]] bool beside(std::size_t at) const {
    return (at > 0 && taken_[at - 1] != 0) || (at + 1 < taken_.size() && taken_[at + 1] != 0);
  }
  /// The sentence before the line, and before furniture around it, goes on behind it.
  [[nodiscard]] bool breaks_sentence(const PageEdges& edges, std::size_t at) const;

 private:
  std::vector<std::uint8_t> taken_;
};

/// Short, no piece of a sentence, and no beginning of a caption, a case, a note or a line of column names.
[[nodiscard]] bool can_be_head(const Line& line);

/// Begins with a number as headings do, or is one of the headings without number that come back as heads.
[[nodiscard]] bool is_heading_like(std::string_view text);

/// The page number on the line of a head; the 3 of 3 服务贡献 is none.
[[nodiscard]] std::optional<NumberedHead> split_head(std::string_view text);
[[nodiscard]] std::string_view head_text(std::string_view text);  ///< without that number

/// Groups of two lines or more in the order of the text, of lines that are like headings or of those that are not.
[[nodiscard]] std::vector<HeadGroup> group_heads(const std::vector<Line>& lines, const TakenLines& taken, bool heading_like);

/// The numbers on the lines, if there are any, are those of pages: they go up.
[[nodiscard]] bool numbers_go_up(const HeadGroup& group);

/// The lines come back at about the same distance, as pages do.
[[nodiscard]] bool is_regular(const HeadGroup& group);

/// The same lines stand behind the lines of the group: text that an OCR engine wrote down again and again, and no heads.
[[nodiscard]] bool is_repeated_text(const std::vector<Line>& lines, const HeadGroup& group);

inline constexpr std::uint32_t shortest_page = 4;    ///< lines between two heads
inline constexpr std::uint32_t lines_of_a_head = 3;  ///< a head has a name, a title and a number

}  // namespace reportal::raw
