// What blank lines say about the end of a case.
//
// A box stands apart from the text around it by a gap of its own, or it does not. A gap is wide where it is larger than the
// usual one between two paragraphs, or between an exhibit and the paragraph behind it. How often it is wide inside of text is
// counted in the sections; how often behind a case is first taken from the gaps before case titles, since a box stands as far
// from the text above it as from the text below, then counted where cases were found to end.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "structure/raw/cases/reach.h"
#include "structure/raw/page/lines.h"

namespace reportal::raw {

class GapModel {
 public:
  explicit GapModel(const std::vector<Line>& lines) : lines_(&lines) {}

  /// Learns from paragraphs that stand in no case, and from the titles of the cases.
  void learn(const std::vector<Segment>& sections, const std::vector<Reach>& reaches);
  /// Forgets what was added.
  void clear() { ends_ = goes_on_ = {}; }
  /// Counts the gap before `segment`, behind which a case was found to end (or, `end` being false, to go on).
  void add(const Segment& segment, bool end, double weight);

  /// By how much the gap before `segment` looks like the end of a case: the logarithm of a ratio.
  [[nodiscard]] double end_evidence(const Segment& segment) const;

 private:
  enum class Behind : std::uint8_t { text, exhibit, other };
  struct Counts {
    double wide = 0, all = 0;
    void add(bool so, double weight) {
      all += weight;
      if (so) wide += weight;
    }
  };
  /// What stands right before a line; other where a page begins or its furniture lies between.
  [[nodiscard]] Behind behind(std::size_t at) const;
  /// Counts the gaps between the lines of a segment: where those are even, paragraphs have even ones too.
  void add_lines(const Segment& segment);
  [[nodiscard]] bool is_wide(std::size_t at, Behind behind) const;

  const std::vector<Line>* lines_;
  std::array<std::uint16_t, 2> usual_{};  ///< blank lines behind text, behind an exhibit
  Counts text_;                           ///< gaps where no case ends
  Counts titles_;
  Counts ends_, goes_on_;
};

}  // namespace reportal::raw
