// The headings among the candidates: those that together make the most likely numbering.
//
// Each candidate is a heading, a title inside a case, or text. A heading gets the points of its line and those of its step: the
// next number, the first of a deeper kind, a jump, a repetition. What a step is worth depends on the numbers that are open
// where it is made, so whole readings of the document are compared: a beam of the best ones goes from candidate to candidate,
// and readings that have the same numbers open are one. Which kind of number the chapters have (一、 or 1. or 第一章) is tried
// for each kind that occurs, and the best reading wins. The time is linear in the candidates.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/titles/heading_candidates.h"

namespace reportal::raw {

struct ChosenHeading {
  std::uint32_t candidate = 0;  ///< index
  int level = 1;
  bool in_case = false;  ///< its number is one of the case that it stands behind, not of the report
};

[[nodiscard]] std::vector<ChosenHeading> choose_headings(const std::vector<HeadingCandidate>& candidates);

}  // namespace reportal::raw
