// What figures, tables and enumerations behind a case title belong to: the case, or the text around it.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "structure/raw/cases/reach.h"
#include "structure/raw/page/lines.h"
#include "structure/raw/titles/captions.h"

namespace reportal::raw {

/// By how much the exhibit `segments[index]` belongs to the case more than to the text before and behind it: a caption shares
/// words with what it belongs to, and what it belongs to points to it.
[[nodiscard]] double exhibit_evidence(const Reach& reach, std::size_t index, const CaseText& text);

/// By how much a paragraph that begins 二是, 第三, … goes on with an enumeration of the case, or (negative) with one of the
/// text before it.
[[nodiscard]] double enumeration_evidence(const Reach& reach, std::size_t index, const std::vector<Line>& lines);

/// 三 of 三是, 其三， and 第三，; 0 if `text` begins with no member of an enumeration.
[[nodiscard]] int leading_ordinal(std::string_view text);

/// The share of pairs of Chinese characters of `caption` that also stand in lines [first, last), among its pairs.
[[nodiscard]] double shared_words(std::string_view caption, const std::vector<Line>& lines, std::size_t first,
                                  std::size_t last);

}  // namespace reportal::raw
