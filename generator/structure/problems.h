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
// Corrections of the front matter. What does not hold is left out, and the text is read as found.

inline constexpr ProblemKind correction_line_missing{
    "structure/correction-line-missing",
    Severity::warning,
    "更正所说的第 {0} 行不是正文：正文是第 {1} 行到第 {2} 行",
    "line {0}, which is corrected here, is none of the text: that has lines {1} to {2}",
    "行号照 reportal inspect --lines 上的写",
    "reportal inspect --lines shows the numbers of lines"};
inline constexpr ProblemKind correction_line_blank{"structure/correction-line-blank",
                                                   Severity::warning,
                                                   "更正所说的第 {0} 行是空行",
                                                   "line {0}, which is corrected here, is blank",
                                                   "行号照 reportal inspect --lines 上的写",
                                                   "reportal inspect --lines shows the numbers of lines"};
inline constexpr ProblemKind correction_text_moved{
    "structure/correction-text-moved",
    Severity::warning,
    "第 {0} 行开头是“{1}”，不是“{2}”：原文改动过，这条更正没有采用",
    "line {0} begins with \"{1}\", not with \"{2}\": the text was changed, and this correction is not applied",
    "请按现在的原文改正行号或 text",
    "correct the line or the text"};
inline constexpr ProblemKind correction_text_missing{
    "structure/correction-text-missing",
    Severity::warning,
    "没有一行以“{0}”开头：这条更正没有采用",
    "no line begins with \"{0}\": this correction is not applied",
    "请按现在的原文改正 text",
    "correct the text"};
inline constexpr ProblemKind correction_text_ambiguous{
    "structure/correction-text-ambiguous",
    Severity::warning,
    "有几行都以“{0}”开头（第 {1} 行）：这条更正没有采用",
    "several lines begin with \"{0}\" ({1}): this correction is not applied",
    "请写长一些，或加上行号",
    "write more of it, or add the number of the line"};
inline constexpr ProblemKind correction_twice{"structure/correction-twice",
                                              Severity::warning,
                                              "第 {0} 行已在第 {1} 行的更正里说过，这一条没有采用",
                                              "line {0} is corrected already on line {1}; this correction is not applied",
                                              "请只留一条",
                                              "keep one of them"};
inline constexpr ProblemKind correction_repeat_of_nothing{
    "structure/correction-repeat-of-nothing",
    Severity::warning,
    "第 {0} 行是空行、不存在，或就在这几行之中，不能是保留的那一份",
    "line {0} is blank, missing, or one of these lines: it cannot be the copy that is kept"};
inline constexpr ProblemKind correction_no_table{"structure/correction-no-table", Severity::warning,
                                                 "第 {0} 行前面没有表，不能是表里的一行；按正文显示",
                                                 "no table stands before line {0}, so it is no row; it is shown as text"};
inline constexpr ProblemKind correction_nothing_to_join{
    "structure/correction-nothing-to-join", Severity::warning, "第 {0} 行前面没有可以接上的段落或标题",
    "nothing stands before line {0} that it could go on with"};
inline constexpr ProblemKind correction_no_case{"structure/correction-no-case", Severity::warning,
                                                "第 {0} 行不在案例里，或案例不能在这里结束",
                                                "line {0} stands in no case, or the case cannot end there"};
inline constexpr ProblemKind no_such_case_end{"structure/no-such-case-end", Severity::warning,
                                              "第 {0} 行不在案例 {1} 里，案例不能在这里结束",
                                              "line {0} does not stand in case {1}, which cannot end there"};
inline constexpr ProblemKind correction_changes_nothing{
    "structure/correction-changes-nothing",
    Severity::note,
    "第 {0} 行不更正也是这样理解的",
    "line {0} is understood in the same way without this correction",
    "这一条可以删去",
    "it can be left out"};
inline constexpr ProblemKind corrections_in_markup{
    "structure/corrections-in-markup",
    Severity::warning,
    "corrections 只用于 .txt 原文；Markdown 和 HTML 的每一行是什么，由文中的标记决定",
    "`corrections` are for raw text; in Markdown and HTML the marks of the text say what a line is",
    "请改文中的标记（如标题前的 #）；案例的结尾可写一行“【案例完】”",
    "change the marks in the text; a line 【案例完】 ends a case"};

}  // namespace reportal
