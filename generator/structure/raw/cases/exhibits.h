// What figures, tables and enumerations behind a case title belong to: the case, or the text around it.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "structure/raw/cases/reach.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/titles/captions.h"

namespace reportal::raw {

/// What a figure, a table or a member of an enumeration says about the end of the case.
struct ExhibitEvidence {
  double inside = 0;               ///< by how much it belongs to the case more than to the text before and behind it
  std::size_t partner = no_segment;  ///< the segment of text that it belongs to, whichever side that is on
  double partnership = 0;          ///< by how much they are on the same side
  static constexpr std::size_t no_segment = static_cast<std::size_t>(-1);
};

/// The evidence of `segments[index]`: an exhibit shares words with what it belongs to, it stands behind that, and that points to
/// it.
[[nodiscard]] ExhibitEvidence exhibit_evidence(const Reach& reach, std::size_t index, const CaseText& text);

/// The same of a paragraph that begins 二是, 第三，, 二、 …: it goes on with an enumeration of the segment before, or with one of the
/// text before the case.
[[nodiscard]] ExhibitEvidence enumeration_evidence(const Reach& reach, std::size_t index, const std::vector<Line>& lines);

/// The same of a paragraph that is the next item of a list, or that a colon announces.
[[nodiscard]] ExhibitEvidence list_evidence(const Reach& reach, std::size_t index, const std::vector<Line>& lines);

/// 3 for 三是, 其三，, 第三，, 三、 and （三）; 0 if `text` begins with no member of an enumeration.
[[nodiscard]] int leading_ordinal(std::string_view text);

/// The share of pairs of Chinese characters of `caption` that also stand in lines [first, last), among its pairs.
[[nodiscard]] double shared_words(std::string_view caption, const std::vector<Line>& lines, std::size_t first,
                                  std::size_t last);

}  // namespace reportal::raw
