// Every kind of problem that read can report, with its texts.
//
// Where a pattern names a type or a reason that differs between the languages, the arguments carry it twice: Chinese first,
// then English.

#pragma once

#include "base/problem.h"

namespace reportal::read_problems {

// Folders and files.

inline constexpr ProblemKind no_content{"read/no-content",
                                        Severity::error,
                                        "没有内容文件夹“{0}”",
                                        "there is no content folder `{0}`",
                                        "请给出内容文件夹的路径，或用 reportal new portal 新建一个",
                                        "name the folder, or make one with `reportal new portal`"};
inline constexpr ProblemKind no_portal{"read/no-portal",
                                       Severity::error,
                                       "内容文件夹里没有 portal.yaml",
                                       "the content folder has no portal.yaml",
                                       "新建 portal.yaml，里面至少写一行：title: 网站名称",
                                       "make portal.yaml with at least one line: `title: Name of the portal`"};
inline constexpr ProblemKind unreadable{"read/unreadable", Severity::error, "无法读取：{0}", "cannot be read: {0}"};
inline constexpr ProblemKind too_large{
    "read/too-large",   Severity::error, "有 {0} 字节，超过上限 {1} 字节", "this has {0} bytes; the limit is {1}",
    "请把文件拆成几个", "split the file"};
inline constexpr ProblemKind binary{"read/binary",
                                    Severity::error,
                                    "这不是文本文件：含有文本里不会出现的字节（如 NUL）",
                                    "this is not a text file: it holds bytes that no text has (such as NUL)",
                                    "请从原文件重新导出纯文本",
                                    "export it again as plain text"};
inline constexpr ProblemKind bad_encoding{"read/bad-encoding",
                                          Severity::error,
                                          "这里的字节不是有效的 UTF-8，也不是其他已知编码",
                                          "the bytes here are not valid UTF-8, nor another known encoding",
                                          "请把文件另存为 UTF-8",
                                          "save the file as UTF-8"};
inline constexpr ProblemKind yaml_encoding{"read/yaml-encoding",
                                           Severity::error,
                                           "YAML 文件必须是 UTF-8，这个文件像是 {0}",
                                           "a YAML file must be UTF-8; this one looks like {0}",
                                           "请把文件另存为 UTF-8",
                                           "save the file as UTF-8"};
inline constexpr ProblemKind guessed_encoding{"read/guessed-encoding",    Severity::note,
                                              "按 {0} 编码读取",          "read as {0}",
                                              "如有乱码，请另存为 UTF-8", "if the text looks wrong, save the file as UTF-8"};
inline constexpr ProblemKind mixed_line_ends{"read/mixed-line-ends", Severity::note, "文件里混用了几种换行符，已统一处理",
                                             "several kinds of line ends are mixed; they are read as one"};
inline constexpr ProblemKind link_outside{"read/link-outside",          Severity::error,
                                          "符号链接指向内容文件夹之外", "the symbolic link leaves the content folder",
                                          "请把文件本身复制到这里",     "copy the file itself to this place"};
inline constexpr ProblemKind link_broken{"read/link-broken", Severity::error, "符号链接指向的文件不存在",
                                         "the symbolic link leads to nothing"};
inline constexpr ProblemKind link_folder{"read/link-folder",           Severity::error,
                                         "不跟随指向文件夹的符号链接", "symbolic links to folders are not followed",
                                         "请把文件夹本身放到这里",     "put the folder itself in this place"};
inline constexpr ProblemKind not_a_file{"read/not-a-file", Severity::error, "这不是普通文件", "this is not a regular file"};
inline constexpr ProblemKind stray_source{
    "read/stray-source",
    Severity::warning,
    "这个文件不在 reports、articles、cases、pages 任何一个文件夹里，没有读取",
    "this file stands in none of the folders reports, articles, cases, pages, and is not read",
    "请移到其中一个文件夹",
    "move it into one of them"};
inline constexpr ProblemKind stray_yaml{
    "read/stray-yaml",
    Severity::warning,
    "不认识的 YAML 文件“{0}”，没有读取",
    "unknown YAML file `{0}`, which is not read",
    "这里只读 portal、schools、organisations、topics、indicators、glossary 几个 .yaml 文件",
    "known here are portal, schools, organisations, topics, indicators and glossary, each with .yaml"};
inline constexpr ProblemKind lone_sidecar{"read/lone-sidecar",
                                          Severity::warning,
                                          "旁边没有同名的 .txt、.md 或 .html 文件，这份说明没有用处",
                                          "no .txt, .md or .html of the same name stands beside this file, so it says nothing",
                                          "请检查文件名是否一致",
                                          "check that both names are the same"};

// YAML.

inline constexpr ProblemKind yaml_syntax{"read/yaml-syntax", Severity::error, "YAML 写法有误：{0}",
                                         "this is not valid YAML: {1}"};
inline constexpr ProblemKind yaml_tab{"read/yaml-tab",         Severity::error,
                                      "缩进里有制表符（Tab）", "a tab stands in the indentation",
                                      "请改用空格缩进",        "indent with spaces"};
inline constexpr ProblemKind yaml_quote{"read/yaml-quote",
                                        Severity::error,
                                        "这里开始的引号没有结束",
                                        "the quote that opens here is never closed",
                                        "请在值的末尾补上同样的引号",
                                        "put the same quote at the end of the value"};
inline constexpr ProblemKind yaml_bracket{"read/yaml-bracket",
                                          Severity::error,
                                          "这里开始的括号没有结束",
                                          "the bracket that opens here is never closed",
                                          "[ 要用 ] 结束，{{ 要用 }} 结束",
                                          "close [ with ] and {{ with }}"};
inline constexpr ProblemKind yaml_after_quote{
    "read/yaml-after-quote",         Severity::error,
    "引号结束之后还有文字",          "text follows the closing quote",
    "请把整个值放进一对单引号：'…'", "put the whole value between single quotes: '…'"};
inline constexpr ProblemKind yaml_wide_colon{"read/yaml-wide-colon",         Severity::error,
                                             "键后面用了全角冒号“：”",       "a full-width colon `：` follows the key",
                                             "请改成半角冒号加一个空格“: ”", "write an ASCII colon and a space"};
inline constexpr ProblemKind yaml_colon_space{"read/yaml-colon-space",  Severity::error,
                                              "键的冒号后面缺一个空格", "a space is missing after the colon of the key",
                                              "请写成“键: 值”",         "write `key: value`"};
inline constexpr ProblemKind duplicate_key{"read/duplicate-key",
                                           Severity::error,
                                           "键“{0}”写了两次，第一次在第 {1} 行",
                                           "the key `{0}` stands twice, first on line {1}",
                                           "请只留一个",
                                           "keep one of them"};
inline constexpr ProblemKind key_not_text{"read/key-not-text", Severity::error, "键必须是文字", "a key must be a text"};
inline constexpr ProblemKind yaml_nodes{"read/yaml-nodes",
                                        Severity::error,
                                        "YAML 展开后超过 {0} 个值的上限",
                                        "the YAML holds more than {0} values, aliases written out",
                                        "请减少别名（*名称）的使用",
                                        "use fewer aliases (*name)"};
inline constexpr ProblemKind yaml_depth{"read/yaml-depth", Severity::error, "YAML 嵌套超过 {0} 层的上限",
                                        "the YAML is nested deeper than {0} levels"};
inline constexpr ProblemKind yaml_self_alias{"read/yaml-self-alias", Severity::error, "别名指向包含它自己的值",
                                             "the alias stands inside the value that it names"};
inline constexpr ProblemKind yaml_documents{"read/yaml-documents", Severity::error,
                                            "一个文件里只能有一份 YAML，第二份从这里开始",
                                            "a file holds one YAML document; a second begins here"};
inline constexpr ProblemKind more_problems{"read/more-problems",
                                           Severity::error,
                                           "这个文件里的问题超过 {0} 个，其余的没有列出",
                                           "the file has more than {0} problems; the others are not listed",
                                           "请先改正已列出的问题",
                                           "correct those listed first"};

// Keys and values.

inline constexpr ProblemKind unknown_key{"read/unknown-key",  Severity::warning,          "不认识的键“{0}”",
                                         "unknown key `{0}`", "所有键见 docs/content.md", "docs/content.md lists all keys"};
inline constexpr ProblemKind missing_key{"read/missing-key", Severity::error, "缺少必填的键“{0}”",
                                         "the required key `{0}` is missing"};
inline constexpr ProblemKind wrong_type{"read/wrong-type", Severity::error, "“{0}”应为{1}，这里却是{3}",
                                        "`{0}` must be {2}, not {4}"};
inline constexpr ProblemKind out_of_range{"read/out-of-range", Severity::error, "“{0}”应在 {1} 到 {2} 之间",
                                          "`{0}` must lie between {1} and {2}"};
inline constexpr ProblemKind unknown_value{"read/unknown-value", Severity::error, "“{0}”不能是“{1}”，可以是：{2}",
                                           "`{0}` cannot be `{1}`; it can be {2}"};
inline constexpr ProblemKind bad_id{
    "read/bad-id",
    Severity::error,
    "“{0}”不能作 id",
    "`{0}` cannot be an id",
    "id 由小写字母、数字、- 和 _ 组成，以字母或数字开头，最多 100 个字符",
    "an id has lower-case letters, digits, - and _, begins with a letter or digit, and has at most 100 characters"};
inline constexpr ProblemKind bad_date{
    "read/bad-date",         Severity::error, "“{0}”不是日期", "`{0}` is no date", "请写成 2023-12-06 或 2023年12月6日",
    "write it as 2023-12-06"};
inline constexpr ProblemKind bad_address{"read/bad-address",
                                         Severity::error,
                                         "“{0}”不是网址",
                                         "`{0}` is no address of the web",
                                         "网址以 http:// 或 https:// 开头，不含空格",
                                         "an address begins with http:// or https:// and has no spaces"};
inline constexpr ProblemKind bad_alias{"read/bad-alias",
                                       Severity::error,
                                       "“{0}”不能作旧地址",
                                       "`{0}` cannot be an old address",
                                       "旧地址是本网站内的路径，如 old/report.html",
                                       "an old address is a path of this portal, such as old/report.html"};
inline constexpr ProblemKind bad_language{"read/bad-language",        Severity::error,         "“{0}”不是语言代码",
                                          "`{0}` is no language tag", "请写成 zh-CN、en 这样", "write it like zh-CN or en"};
inline constexpr ProblemKind duplicate_id{"read/duplicate-id",
                                          Severity::error,
                                          "id“{0}”写了两次，第一次在第 {1} 行",
                                          "the id `{0}` stands twice, first on line {1}",
                                          "请换一个 id",
                                          "give one of them another id"};
inline constexpr ProblemKind unknown_reference{"read/unknown-id", Severity::error, "没有 id 为“{0}”的条目",
                                               "there is no entry with the id `{0}`"};
inline constexpr ProblemKind circular_parent{"read/circular-parent", Severity::error, "主题“{0}”的上级又回到它自己",
                                             "the parents of the topic `{0}` lead back to itself"};
inline constexpr ProblemKind unknown_channel{"read/unknown-channel", Severity::warning, "portal.yaml 里没有栏目“{0}”",
                                             "portal.yaml names no channel `{0}`"};

// Sources.

inline constexpr ProblemKind front_matter_open{
    "read/front-matter-open",     Severity::error,
    "这里开始的文前说明没有结束", "the front matter that begins here is never closed",
    "请在说明后面单独写一行 ---", "put a line with --- behind it"};
inline constexpr ProblemKind front_matter_toml{"read/front-matter-toml",
                                               Severity::error,
                                               "文前说明用的是 TOML（+++），这里只读 YAML（---）",
                                               "the front matter is TOML (+++); only YAML (---) is read",
                                               "请改写成 YAML",
                                               "write it as YAML"};
inline constexpr ProblemKind front_matter_twice{"read/front-matter-twice",
                                                Severity::error,
                                                "文前说明有两份：这里一份，{0} 里一份",
                                                "there is front matter here and in {0}",
                                                "请只留一份",
                                                "keep one of them"};
inline constexpr ProblemKind duplicate_source{"read/duplicate-source",        Severity::error,
                                              "id“{0}”已被 {1} 使用",         "the id `{0}` is that of {1} already",
                                              "请用 id: 给其中一个换一个 id", "give one of them another `id:`"};
inline constexpr ProblemKind empty_source{"read/empty-source", Severity::warning, "除文前说明外没有正文",
                                          "the source has no text"};
inline constexpr ProblemKind picture_outside{"read/picture-outside",
                                             Severity::error,
                                             "图片路径“{0}”指向内容文件夹之外",
                                             "the picture `{0}` lies outside the content folder",
                                             "请把图片放进内容文件夹",
                                             "put the picture into the content folder"};
inline constexpr ProblemKind picture_missing{"read/picture-missing", Severity::error, "没有图片文件“{0}”",
                                             "there is no picture `{0}`"};
inline constexpr ProblemKind chart_without_data{"read/chart-without-data",    Severity::error,
                                                "图“{0}”没有可画的数据",      "the figure `{0}` has no data to draw",
                                                "请给出 data 或 series 之一", "give it either `data` or `series`"};
inline constexpr ProblemKind chart_data_twice{"read/chart-data-twice",
                                              Severity::error,
                                              "图“{0}”同时有 data 和 series",
                                              "the figure `{0}` has both `data` and `series`",
                                              "请只留一个",
                                              "keep one of them"};
inline constexpr ProblemKind bad_lines{"read/bad-lines", Severity::error, "“{0}”不是行号",
                                       "`{0}` does not name lines", "请写成 1200 或 1200-1203",
                                       "write 1200 or 1200-1203"};
inline constexpr ProblemKind lines_twice{"read/lines-twice", Severity::error, "line 和 lines 只能写一个",
                                         "an entry has either `line` or `lines`"};
inline constexpr ProblemKind correction_without_line{"read/correction-without-line",
                                                     Severity::error,
                                                     "这条更正没有说是哪一行",
                                                     "this correction does not say which line it is about",
                                                     "请写 line（行号）、lines（起止行号）或 text（该行开头的文字）",
                                                     "give `line`, `lines`, or `text` (how the line begins)"};
inline constexpr ProblemKind correction_says_nothing{
    "read/correction-says-nothing",
    Severity::error,
    "这条更正没有说这一行是什么",
    "this correction does not say what the line is",
    "请写 as、ends_case 或 page",
    "give `as`, `ends_case` or `page`"};
inline constexpr ProblemKind correction_detail{"read/correction-detail",
                                               Severity::error,
                                               "这一类行没有“{0}”",
                                               "lines of this kind have no `{0}`",
                                               "哪一类行可以写什么，见 docs/content.md",
                                               "docs/content.md says what goes with which kind"};
inline constexpr ProblemKind repeat_of_nothing{"read/repeat-of-nothing",
                                               Severity::error,
                                               "没有说这是哪几行的重复",
                                               "this does not say which lines are repeated",
                                               "请用 of: 写出保留的那几行",
                                               "name the lines that are kept with `of:`"};

// Values of indicators.

inline constexpr ProblemKind bad_year{"read/bad-year", Severity::error, "“{0}”不是年份", "`{0}` is no year",
                                      "年份写成四位数字，如 2023", "a year has four digits, as 2023"};
inline constexpr ProblemKind bad_number{"read/bad-number", Severity::error, "“{0}”不是数值", "`{0}` is no number",
                                        "只写数字，单位以 indicators.yaml 为准", "digits alone; the unit is that of indicators.yaml"};
inline constexpr ProblemKind unknown_column{"read/unknown-column", Severity::warning, "不认识的列“{0}”，已略去",
                                            "unknown column `{0}`, left out",
                                            "可用的列：school、indicator、year、value、source",
                                            "columns are school, indicator, year, value, source"};
inline constexpr ProblemKind missing_column{"read/missing-column", Severity::error, "缺少列“{0}”", "the column `{0}` is missing",
                                            "第一行写列名：school,indicator,year,value",
                                            "the first row names the columns: school,indicator,year,value"};
inline constexpr ProblemKind csv_quote_open{"read/csv-quote-open", Severity::error, "有一个引号没有闭合",
                                            "a quote is never closed"};

// Themes.

inline constexpr ProblemKind no_theme{"read/no-theme",
                                      Severity::error,
                                      "没有主题“{0}”",
                                      "there is no theme `{0}`",
                                      "主题放在内容文件夹的 themes/ 里，或随程序安装",
                                      "a theme stands in themes/ of the content folder, or comes with the program"};
inline constexpr ProblemKind no_templates{"read/no-templates",
                                          Severity::error,
                                          "找不到默认模板：“{0}”里没有 .html 文件",
                                          "the default templates are missing: no .html file in `{0}`",
                                          "请重新安装 reportal",
                                          "install reportal again"};

}  // namespace reportal::read_problems
