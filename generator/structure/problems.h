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

inline constexpr ProblemKind table_as_printed{
    "structure/table-as-printed",
    Severity::warning,
    "表 {0} 的行和列看不准（把握 {1}%），按原样显示。",
    "The rows and columns of table {0} are not sure ({1} %); its lines are shown as printed.",
    "在文件头写出各列名称，如 tables: {{\"1-3\": {{columns: [序号, 名称, 人数]}}}}。",
    "Give its columns in the front matter: tables: {{\"1-3\": {{columns: [No., Name, Count]}}}}."};

}  // namespace reportal
