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
