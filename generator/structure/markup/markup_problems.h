// What markup can have to say about a source.

#pragma once

#include "base/problem.h"

namespace reportal::markup {

inline constexpr ProblemKind dropped_element{"structure/dropped-element",
                                             Severity::warning,
                                             "元素 <{0}> 不允许出现在内容中，已整个略去。",
                                             "The element <{0}> is not allowed in content and was left out whole.",
                                             "把要显示的文字写在正文里。",
                                             "Write what is to be shown into the text."};

inline constexpr ProblemKind dropped_tag{
    "structure/dropped-tag", Severity::warning, "标签 <{0}> 不允许出现在内容中，已略去，其后的文字照样显示。",
    "The tag <{0}> is not allowed in content and was left out; the text behind it is shown."};

inline constexpr ProblemKind dropped_address{
    "structure/dropped-address",
    Severity::warning,
    "地址“{0}”不在允许的范围内，链接已略去，文字保留。",
    "The address \"{0}\" is not one that content may link to; the link was left out, its text kept.",
    "允许 http、https、mailto、tel、相对地址和 #锚点；图片只能用 http、https 和相对地址。",
    "Allowed are http, https, mailto, tel, relative addresses and #fragments; pictures only http, https and relative ones."};

inline constexpr ProblemKind nested_too_deeply{"structure/nested-too-deeply", Severity::error,
                                               "嵌套超过 {0} 层，这个文件没有读。",
                                               "Nested more than {0} levels deep; the file was not read."};

inline constexpr ProblemKind too_many_attributes{"structure/too-many-attributes", Severity::error,
                                                 "一个标签里的属性超过 {0} 个，这个文件没有读。",
                                                 "A tag with more than {0} attributes; the file was not read."};

inline constexpr ProblemKind table_too_large{
    "structure/table-too-large", Severity::error, "表格有 {0} 列、{1} 行，超过 {2} 个单元格的上限，这个文件没有读。",
    "A table of {0} columns and {1} rows, over the limit of {2} cells; the file was not read."};

inline constexpr ProblemKind too_many_cells{"structure/too-many-cells",
                                            Severity::error,
                                            "这一行有 {0} 个单元格，而表头只有 {1} 列，多出的单元格会丢失。",
                                            "This row has {0} cells and the header only {1}; the cells beyond them would be lost.",
                                            "补上表头，或把单元格里的 | 写成 \\|。",
                                            "Add columns to the header, or write a | inside a cell as \\|."};

inline constexpr ProblemKind too_many_declarations{"structure/too-many-declarations", Severity::error,
                                                   "“<?”和“<!”出现超过 {0} 次，这个文件没有读。",
                                                   "More than {0} times \"<?\" or \"<!\"; the file was not read."};

}  // namespace reportal::markup
