// What reading a source can have to say about it, whatever its format. What only markup says stands in markup/.

#pragma once

#include "base/problem.h"

namespace reportal {

inline constexpr ProblemKind misnumbered_heading{
    "structure/misnumbered-heading",
    Severity::note,
    "标题“{0}”的编号接不上前面的“{1}”，按原样保留。",
    "The heading \"{0}\" does not follow \"{1}\" in the numbering; it is kept as printed.",
    "若原文有误，可在原文中改正；若这一行不是标题，请在 corrections 中注明。",
    "Correct the text if it is a slip; if this line is no heading, say so under corrections."};

inline constexpr ProblemKind unplaced_byline{
    "structure/unplaced-byline",
    Severity::note,
    "署名“{0}”前面的文章都已有署名，按原样留在原处。",
    "The byline \"{0}\" stands behind pieces that are all signed; it is kept where it stands.",
    "请把它移到所属文章的标题下面。",
    "Move it below the title of the piece that it belongs to."};

inline constexpr ProblemKind partial_repeat{
    "structure/partial-repeat",
    Severity::note,
    "这一行里有一部分前面已经出现过，也有只出现一次的内容，整行保留。",
    "This line repeats text before it in part and holds other text too; it is kept whole.",
    "请对照原件，把重复的部分删去。",
    "Take out by hand what the original does not have twice."};

inline constexpr ProblemKind broken_sentence{
    "structure/broken-sentence",
    Severity::note,
    "这一段在句子中间断开，后文不在其后：“…{0}”",
    "This paragraph breaks off inside a sentence, and what follows does not go on with it: \"…{0}\"",
    "版面识别可能打乱了行的次序，请对照原件把它接上。",
    "Text recognition may have put lines out of order; join it by hand from the original."};

}  // namespace reportal
