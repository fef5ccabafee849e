// Every kind of problem that the template engine reports. Names of types, tags and filters are words of the template language
// and stay as they are in both languages.

#pragma once

#include "base/problem.h"

namespace reportal::templates::problems {

using enum Severity;

// What stands in the file (found while loading).
inline constexpr ProblemKind syntax{"template/syntax", error, "这里应为 {0}，却是 {1}", "expected {0}, found {1}"};
inline constexpr ProblemKind no_value{"template/no-value", error, "这里应为一个值，却是 {0}", "expected a value, found {0}"};
inline constexpr ProblemKind no_name{"template/no-name", error, "这里应为一个名字，却是 {0}", "expected a name, found {0}"};
inline constexpr ProblemKind tag_goes_on{"template/tag-goes-on", error, "标签应到此结束，却是 {0}",
                                         "the tag should end here, found {0}"};
inline constexpr ProblemKind bad_character{"template/bad-character",     error,
                                           "字符 {0} 在标签中没有意义",  "character {0} has no meaning in a tag",
                                           "标签中的标点和引号须为半角", "punctuation and quotes in tags are ASCII"};
inline constexpr ProblemKind bad_literal{"template/bad-literal", error, "无法理解字面量 {0}", "cannot read the literal {0}"};
inline constexpr ProblemKind unclosed_text{"template/unclosed-text", error, "字符串没有结束引号 {0}",
                                           "this string has no closing {0}"};
inline constexpr ProblemKind unclosed_tag{"template/unclosed-tag", error, "{0} 没有以 {1} 结束", "{0} is never closed by {1}"};
inline constexpr ProblemKind unclosed_block{"template/unclosed-block", error, "“{0}”没有以“{1}”结束",
                                            "'{0}' is never closed by '{1}'"};
inline constexpr ProblemKind stray_tag{"template/stray-tag", error, "“{0}”前面没有与之对应的标签",
                                       "'{0}' closes or continues nothing"};
inline constexpr ProblemKind unknown_tag{"template/unknown-tag", error, "没有名为“{0}”的标签", "unknown tag '{0}'"};
inline constexpr ProblemKind chained_comparison{"template/chained-comparison", error,
                                                "一次只能比较两个值",          "only two values can be compared at a time",
                                                "用 and 连接两个比较",         "join two comparisons with and"};
inline constexpr ProblemKind not_callable{"template/not-callable",
                                          error,
                                          "“{0}”不能这样调用",
                                          "'{0}' cannot be called",
                                          "值没有方法，请用过滤器：值 | 过滤器",
                                          "values have no methods; use a filter: value | filter"};
inline constexpr ProblemKind loop_field{"template/loop-field", error, "loop 没有“{0}”", "loop has no '{0}'"};
inline constexpr ProblemKind no_safe{"template/no-safe",
                                     error,
                                     "没有过滤器“{0}”：只有生成器能把文字标为 HTML",
                                     "there is no filter '{0}': only the generator marks text as HTML",
                                     "生成器给出的 HTML（如正文）不会再次转义，直接写出即可",
                                     "html values of the generator (bodies) are not escaped again; print them as they are"};
inline constexpr ProblemKind unknown_filter{"template/unknown-filter", error, "没有名为“{0}”的过滤器", "unknown filter '{0}'"};
inline constexpr ProblemKind unknown_test{"template/unknown-test", error, "没有名为“{0}”的测试", "unknown test '{0}'"};
inline constexpr ProblemKind unknown_macro{"template/unknown-macro",
                                           error,
                                           "没有名为“{0}”的宏或函数",
                                           "unknown macro or function '{0}'",
                                           "宏须在本文件中定义或用 from / import 引入",
                                           "a macro is defined in this file or brought in by from or import"};
inline constexpr ProblemKind unknown_template{"template/unknown-template", error, "没有名为“{0}”的模板",
                                              "unknown template '{0}'"};
inline constexpr ProblemKind unknown_block{"template/unknown-block", error, "所继承的模板中没有名为“{0}”的块",
                                           "no template that this one extends has a block '{0}'"};
inline constexpr ProblemKind unknown_argument{"template/unknown-argument", error, "“{0}”没有名为“{1}”的参数",
                                              "'{0}' has no argument '{1}'"};
inline constexpr ProblemKind missing_argument{"template/missing-argument", error, "“{0}”缺少参数“{1}”",
                                              "'{0}' needs its argument '{1}'"};
inline constexpr ProblemKind many_arguments{"template/too-many-arguments", error, "“{0}”最多有 {1} 个参数",
                                            "'{0}' takes at most {1} arguments"};
inline constexpr ProblemKind twice{"template/twice", error, "“{0}”出现了两次", "'{0}' stands here a second time"};
inline constexpr ProblemKind extends_place{"template/extends-place", error, "extends 只能有一个，且须在其他标签和文字之前",
                                           "extends stands once, before other tags and text"};
inline constexpr ProblemKind extends_cycle{"template/extends-cycle", error, "模板继承成环：{0}",
                                           "templates extend each other in a circle: {0}"};
inline constexpr ProblemKind outside_block{"template/outside-block",
                                           error,
                                           "继承其他模板的文件中，块以外的内容不会显示",
                                           "in a template that extends another, what stands outside blocks is never shown",
                                           "块以外只能有 set、macro、import、from 和注释",
                                           "outside blocks stand only set, macro, import, from and comments"};
inline constexpr ProblemKind not_at_top{"template/not-at-top", error, "“{0}”不能放在其他标签之内",
                                        "'{0}' cannot stand inside another tag"};
inline constexpr ProblemKind block_in_macro{"template/block-in-macro", error, "宏里不能有块", "a macro cannot hold a block"};
inline constexpr ProblemKind no_super{"template/no-super", error, "super() 没有可显示的上级块",
                                      "super() has no block of a parent to show"};
inline constexpr ProblemKind broken{"template/broken", error, "模板“{0}”有错误，无法运行",
                                    "template '{0}' has errors and cannot run"};

// What happens while a page is written.
inline constexpr ProblemKind unknown_name{"template/unknown-name",
                                          error,
                                          "没有名为“{0}”的值",
                                          "unknown name '{0}'",
                                          "可能没有的值用 is defined 或 default 处理",
                                          "for names that may be absent there are 'is defined' and 'default'"};
inline constexpr ProblemKind unknown_member{"template/unknown-member",
                                            error,
                                            "这个 map 没有成员“{0}”",
                                            "this map has no member '{0}'",
                                            "可能没有的成员用 is defined 或 default 处理",
                                            "for members that may be absent there are 'is defined' and 'default'"};
inline constexpr ProblemKind unknown_item{"template/unknown-item", error, "list 有 {1} 项，没有第 [{0}] 项",
                                          "a list of {1} items has no item [{0}]"};
inline constexpr ProblemKind no_members{"template/no-members", error, "{1} 没有成员，无法取“{0}”",
                                        "{1} has no members, so no '{0}'"};
inline constexpr ProblemKind wrong_type{"template/wrong-type", error, "“{0}”需要 {1}，这里是 {2}",
                                        "'{0}' takes {1}, this is {2}"};
inline constexpr ProblemKind wrong_types{"template/wrong-types", error, "“{0}”不能用于 {1} 和 {2}",
                                         "'{0}' cannot work on {1} and {2}"};
inline constexpr ProblemKind wrong_value{"template/wrong-value", error, "“{0}”不接受 {1}", "'{0}' cannot use {1}"};
inline constexpr ProblemKind not_printable{"template/not-printable",    error,
                                           "{0} 不能直接写出",          "a {0} cannot be printed",
                                           "用 join、json 或 for 写出", "join, json or a for loop can write it"};
inline constexpr ProblemKind not_unpackable{"template/not-unpackable", error, "for 有两个名字，但 {0} 不是成对的值",
                                            "for has two names, but this {0} is no pair"};
inline constexpr ProblemKind division_by_zero{"template/division-by-zero", error, "除数为零", "division by zero"};
inline constexpr ProblemKind no_loop{"template/no-loop", error, "loop 只能在 for 中使用",
                                     "loop stands for something only inside for"};
inline constexpr ProblemKind no_date_part{"template/no-date-part",
                                          error,
                                          "“{0}”无法写成“{1}”",
                                          "'{0}' cannot be written as '{1}'",
                                          "可用：%Y %y %m %-m %d %-d %H %M %S %b %B %a %A %u %z %%",
                                          "there are: %Y %y %m %-m %d %-d %H %M %S %b %B %a %A %u %z %%"};
inline constexpr ProblemKind no_page_address{"template/no-page-address", error, "过滤器 url 需要 page.address",
                                             "the filter url needs page.address"};

// Limits (stated in engine.h).
inline constexpr ProblemKind limit_nesting{"template/limit-nesting", error, "嵌套超过 {0} 层", "nesting is deeper than {0}"};
inline constexpr ProblemKind limit_includes{"template/limit-includes", error, "include、宏和块互相调用超过 {0} 层",
                                            "include, macros and blocks call each other more than {0} deep"};
inline constexpr ProblemKind limit_loops{"template/limit-loops", error, "一页的循环超过 {0} 次",
                                         "one page has more than {0} loop rounds"};
inline constexpr ProblemKind limit_bytes{"template/limit-bytes", error, "一页超过 {0} 字节",
                                         "one page takes more than {0} bytes"};

}  // namespace reportal::templates::problems
