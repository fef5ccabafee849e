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

inline constexpr ProblemKind contradiction{
    "structure/contradiction",
    Severity::warning,
    "内容前后不一致：“{0}”这里是 {1}，第 {2} 行是 {3}。",
    "The text contradicts itself: \"{0}\" is {1} here, and {3} in line {2}.",
    "请核对两处数据；若口径不同（年份、范围、累计或新增），请在文中写明。",
    "Check both figures; where they mean different things (year, scope, all so far or new), say so in the text."};

inline constexpr ProblemKind uncertain_case_end{
    "structure/uncertain-case-end",
    Severity::note,
    "案例“{0}”到哪一行为止不能肯定，现算到第 {1} 行。",
    "Where the case \"{0}\" ends is not certain; it is taken to end on line {1}.",
    "若不对，请在文前说明里写明最后一行，如 cases: {{\"{2}\": {{last_line: {1}}}}}。",
    "If it does not, state its last line in the front matter, as in cases: {{\"{2}\": {{last_line: {1}}}}}."};

inline constexpr ProblemKind table_as_printed{
    "structure/table-as-printed",
    Severity::warning,
    "表 {0} 的行和列看不准（把握 {1}%），按原样显示。",
    "The rows and columns of table {0} are not sure ({1} %); its lines are shown as printed.",
    "在文件头写出各列名称，如 tables: {{\"{0}\": {{columns: [序号, 名称, 人数]}}}}。",
    "Give its columns in the front matter: tables: {{\"{0}\": {{columns: [No., Name, Count]}}}}."};

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
