// What a line says by its first characters: 图 1-1, 续表 2-3, 案例 1-1, 数据来源：. Reads them without looking at the lines
// around; whether a line that begins so is a caption, a title or the middle of a sentence is decided in captions.h.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reportal::raw {

/// The label of a figure or table.
struct Label {
  enum class Kind : std::uint8_t { none, figure, table } kind = Kind::none;
  std::string number;      ///< "1-1"; "" for 续表 alone
  std::size_t length = 0;  ///< bytes of 图 1-1
  bool appendix = false;   ///< 附图, 附表
  bool continued = false;  ///< 续表 2-3
};

/// The label at the start of `text`: 图 1-1, 图表 3, 附表 2, 续表 1, Figure 2; kind none if there is none.
[[nodiscard]] Label read_label(std::string_view text);

/// 图：…, 表：…, ▲…: the caption of a figure or table without a number. Kind none if `text` is no such line; else `length` are
/// the bytes before its title.
[[nodiscard]] Label read_unnumbered_label(std::string_view text);

struct Caption {
  std::string number;      ///< "1-1", "" if none is printed
  std::string_view title;  ///< on its first line; for a case "" where it stands on the next line
  bool continued = false;  ///< 表 2-3（续）
  bool appendix = false;   ///< 附表 2
  bool beside = false;     ///< the next caption is printed on the same line, right of this one
};

/// A case title: 案例 1-1 …, 【案例 1-1】…, 案例一：…, 典型案例：…
[[nodiscard]] std::optional<Caption> read_case_title(std::string_view text);
/// The same, or the number alone (案例 1-1), whose title then stands on the next line.
[[nodiscard]] std::optional<Caption> read_case_label(std::string_view text);

/// A line that an editor writes to say that a case ends above it, and why nobody is shown it.
inline constexpr std::string_view case_end_mark = "【案例完】";
inline constexpr std::string_view case_end_reason = "mark of the end of a case";

/// `text` says where the data of a figure or table comes from (数据来源：…), which running text never does.
[[nodiscard]] bool is_data_source(std::string_view text);
/// The same, or a note (注：…, 说明：…), which is one only at a figure or table.
[[nodiscard]] bool is_source_note(std::string_view text);

/// Moves `offset` behind the marks between a number and its title: ： : 、 . space.
void skip_separators(std::string_view text, std::size_t& offset);

/// A sentence that began before goes on at the start of `rest`: punctuation that no line begins with, or a word that joins (和,
/// 中, 所示).
[[nodiscard]] bool goes_on_behind_number(std::string_view rest);

}  // namespace reportal::raw
