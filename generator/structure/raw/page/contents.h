// The printed table of contents: found, taken out of the text, and kept as a witness for the headings.
//
// An entry is a title, mostly a leader (dots, or a gap) and a page number; the number may stand on the next line, and a long
// title goes on there. A list is known by leaders that repeat, or by its title (目录, 图目录 …) and page numbers that do not
// fall. A titled list without page numbers is known by what follows: the body begins with a title that the list has.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {

class Contents {
 public:
  enum class Match : std::uint8_t { none, begins, whole };

  /// `text` is an entry of the list, or the beginning of one that is set over several lines.
  [[nodiscard]] Match match(std::string_view text) const;
  /// The line at `at` and the ones right behind it are an entry; sets how many lines that are.
  [[nodiscard]] bool match_over(const std::vector<Line>& lines, std::size_t at, std::uint32_t& count) const;
  /// The list has numbers of this form, of decimals with that many parts, so that a heading that it lacks is unlikely.
  [[nodiscard]] bool lists(Numbering::Form form, std::uint8_t depth) const;
  [[nodiscard]] bool empty() const { return keys_.empty(); }

  void add(std::string_view entry);
  /// To be called when all entries are added.
  void sort();

 private:
  std::vector<std::string> keys_;  // sorted
  std::uint16_t counts_[16][Numbering::max_depth + 1] = {};
};

/// Marks the lines of tables of contents and returns their entries, but for those of lists of figures, tables and cases.
[[nodiscard]] Contents mark_contents(std::vector<Line>& lines);

}  // namespace reportal::raw
