// Every kind of problem that link can report, with its texts. All are warnings: what does not resolve is shown as it stands.

#pragma once

#include "base/problem.h"

namespace reportal::link_problems {

inline constexpr ProblemKind unknown_school{
    "link/unknown-school", Severity::warning, "schools.yaml 里没有学校“{0}”", "schools.yaml names no school `{0}`",
    "请在 schools.yaml 里加上这所学校，或改用已有的 id 或名称", "add the school to schools.yaml, or use an id or name that stands there"};
inline constexpr ProblemKind unknown_topic{
    "link/unknown-topic", Severity::warning, "topics.yaml 里没有主题“{0}”", "topics.yaml has no topic `{0}`",
    "请在 topics.yaml 里加上这个主题，或改用已有的 id", "add the topic to topics.yaml, or use an id that stands there"};
inline constexpr ProblemKind unknown_case{
    "link/unknown-case", Severity::warning, "文前说明给案例“{0}”指定了主题，但正文里没有这个案例",
    "the front matter gives topics to the case `{0}`, which the text does not have"};
inline constexpr ProblemKind unresolved_reference{
    "link/unresolved-reference", Severity::warning, "“{0}”所指的内容在本文中找不到", "what `{0}` points to is not in this document"};
inline constexpr ProblemKind ambiguous_name{
    "link/ambiguous-name", Severity::warning, "“{0}”同时是 {1} 和 {2} 的名称，正文里的这个名称不会链接到任何一个",
    "`{0}` is a name of both {1} and {2}; where a text says it, neither is meant",
    "如果只在本校的材料里这样称呼，请写在 own_forms 里", "a name that holds only in a school's own documents belongs into `own_forms`"};

inline constexpr ProblemKind unknown_original{
    "link/unknown-original", Severity::warning, "translation_of 所指的“{0}”不存在", "there is no `{0}` that this could be a translation of",
    "请写同类文献的 id；草稿不在其内", "name the id of a document of the same kind; drafts do not count"};
inline constexpr ProblemKind original_of_another_kind{
    "link/original-of-another-kind", Severity::warning, "“{0}”属于 {1}，本文属于 {2}：译文与原文须同类",
    "`{0}` is of the kind `{1}`, this is of the kind `{2}`: a translation has the kind of its original"};
inline constexpr ProblemKind translation_of_itself{
    "link/translation-of-itself", Severity::warning, "“{0}”把自己写成了自己的译文", "`{0}` says that it is a translation of itself",
    "请写原文的 id；原文自己不写 translation_of", "name the original, which itself has no `translation_of`"};
inline constexpr ProblemKind translation_of_translation{
    "link/translation-of-translation", Severity::warning, "“{0}”本身是“{1}”的译文", "`{0}` is itself a translation, of `{1}`",
    "各种译文都写同一篇原文的 id", "all translations name the one original"};
inline constexpr ProblemKind language_twice{
    "link/language-twice", Severity::warning, "“{0}”和“{1}”是同一篇文字，又同用一种语言（{2}）",
    "`{0}` and `{1}` are one text in one language ({2})", "请用 lang 写明译文的语言", "say with `lang` which language the translation is in"};

inline constexpr ProblemKind unknown_indicator{
    "link/unknown-indicator", Severity::warning, "indicators.yaml 里没有指标“{0}”", "indicators.yaml has no indicator `{0}`",
    "请在 indicators.yaml 里加上这个指标，或改用已有的 id 或名称", "add it to indicators.yaml, or use an id or name that stands there"};
inline constexpr ProblemKind value_without_school{
    "link/value-without-school", Severity::warning, "schools.yaml 里没有学校“{0}”，这个数值没有用上",
    "schools.yaml names no school `{0}`; this value was not used"};
inline constexpr ProblemKind value_without_year{
    "link/value-without-year", Severity::warning, "“{0}”的数值没有年份，文献也没有，没有用上",
    "a value of `{0}` has no year, nor has its document; it was not used"};
inline constexpr ProblemKind value_given_twice{
    "link/value-given-twice", Severity::warning, "{0}（{1}，{2} 年）给了两个数值：{3} 和 {4}，采用前一个",
    "two values are given of {0} ({1}, {2}): {3} and {4}; the first is used"};
inline constexpr ProblemKind value_differs_from_text{
    "link/value-differs-from-text", Severity::warning, "{0}（{1}，{2} 年）：给出的数值是 {3}，第 {5} 行正文写的是 {4}",
    "{0} ({1}, {2}): the given value is {3}, line {5} of the text says {4}",
    "两者以给出的数值为准；请核对", "the given value is used; please check"};

}  // namespace reportal::link_problems
