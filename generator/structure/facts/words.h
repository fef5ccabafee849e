// Words of the grammar around a number: what only leads to it (共, 达到), when (目前, 2023 年), who (学校), and verbs that say
// no more than that something is there (获, 拥有). They are no part of a quantity's name. Closed classes of the language, not
// of a subject.

#pragma once

#include <string_view>

namespace reportal::facts {

/// `text` without spaces, marks, and the words that may stand before a name.
[[nodiscard]] std::string_view strip_front(std::string_view text);
/// `text` without the words that stand between a name and its number.
[[nodiscard]] std::string_view strip_end(std::string_view text);
/// 学校, 我校: the one whose report it is, at the start of `text` (0: not there).
[[nodiscard]] std::size_t own_subject_length(std::string_view text);
/// It stands somewhere in `text`.
[[nodiscard]] bool names_own_subject(std::string_view text);
/// A verb or preposition begins `text` (成功, 获评, 从): a noun ends before it. Its length in bytes, 0 if none.
[[nodiscard]] std::size_t verb_length(std::string_view text);
/// 评为, 成为, 获评, 入选: what stands behind says what those are that were counted. 0 if none.
[[nodiscard]] std::size_t equation_length(std::string_view text);
/// 建设, 开展, 立项 …: a verb of doing, which does not tell quantities apart. 0 if none.
[[nodiscard]] std::size_t doing_length(std::string_view text);
/// 方面, 环节, 问题 …: what lists are announced by (从三个方面), not what is counted.
[[nodiscard]] bool is_enumerator(std::string_view noun);
/// 国家级, 省赛: a level, which tells things of one name apart. Its length at the start of `text`, or at its end.
[[nodiscard]] std::size_t level_length(std::string_view text);
[[nodiscard]] std::size_t level_length_at_end(std::string_view text);
/// 增长, 提高, 下降 …: a change of what was named before, at the end of `text`; "" if none is.
[[nodiscard]] std::string_view change_at_end(std::string_view text);

}  // namespace reportal::facts
