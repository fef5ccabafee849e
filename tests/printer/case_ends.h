// Whether a reader can tell where a case ends.
//
// A case may end before any paragraph behind its first one, and where its section ends. The true end shows where a sign
// speaks against each of the others:
//
// - Gaps: a wider gap stands behind boxes, and none of these places is at the top of a page, where gaps do not show.
// - Indent: boxes stand further in.
// - Width: a line that goes on is at least as wide as its text, and at most so wide that what the next line begins with did not
//   fit. A paragraph that one of the two columns does not explain stands in the other one. The last paragraph of the case must
//   be one that the text's column does not explain, the first one behind it one that the column of the boxes does not: that one
//   is known as closely as the first paragraphs of the cases tell it. A line with letters, whose widths differ, is half a
//   character wider or narrower than it seems.
// - Figures: where boxes are as wide as the text, a case ends with the only figure before the next heading or case.
//
// A case of one paragraph behind which the section ends cannot end elsewhere.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "report.h"
#include "typeset.h"

namespace reportal::printer {

/// How an item of running text was printed.
struct PrintedText {
  std::vector<SetLine> lines;
  std::uint32_t first_indent = 0;  ///< quarters
  bool page_start = false;         ///< its first line is the first of a page
};

struct BoxStyle {
  bool gaps = false;             ///< a wider gap stands before and behind boxes
  bool indent = false;           ///< boxes stand further in
  std::uint32_t text_width = 0;  ///< quarters
  std::uint32_t box_width = 0;   ///< quarters; the same as text_width if that tells nothing
};

class CaseEnds {
 public:
  /// `texts` by item; empty for items that are no running text or are not printed.
  CaseEnds(const Report& report, const std::vector<PrintedText>& texts, const BoxStyle& style);

  /// Whether the end of the case with the title at item `title` shows.
  [[nodiscard]] bool show(std::size_t title) const;

 private:
  struct Bounds {
    std::uint32_t low = 0, high = 0;  ///< a column is as wide as `low` or wider, and less than `high`
  };
  [[nodiscard]] static std::vector<Bounds> bounds_of(const PrintedText& text);
  void learn_box();
  [[nodiscard]] bool in_no_text(std::size_t item) const;
  [[nodiscard]] bool in_no_box(std::size_t item) const;
  [[nodiscard]] bool is_text(std::size_t item) const { return !texts_[item].lines.empty(); }

  const std::vector<Item>& items_;
  const std::vector<PrintedText>& texts_;
  BoxStyle style_;
  Bounds box_;  ///< as the first paragraphs of cases tell it
};

}  // namespace reportal::printer
