// Captions of figures and tables, lines that say where data comes from, titles of cases: lines known by how they begin.
//
// A caption stands alone; a sentence can begin with the same words (图 1-1 显示…) or a wrapped line with the end of a reference
// (…见 | 表 1-1，…). They are told apart by what stands before and behind, never by the caption's words.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"
#include "structure/raw/page/widths.h"

namespace reportal::raw {

struct Caption {
  std::string number;      ///< "1-1", "" if none is printed
  std::string_view title;  ///< on its first line
  bool continued = false;  ///< 表 2-3（续）
};

struct Captions {
  std::vector<Caption> captions;  ///< by the detail of a figure or table line
  std::vector<Caption> cases;     ///< by the detail of a case title
};

/// `given` holds the captions and case titles that are marked already.
[[nodiscard]] Captions mark_captions(std::vector<Line>& lines, const Widths& widths, Captions given = {});

/// A caption at the start of `text` as it stands, without looking at the lines around; nothing if there is none.
struct Label {
  enum class Kind : std::uint8_t { none, figure, table } kind = Kind::none;
  std::string number;
  std::size_t length = 0;  ///< bytes of 图 1-1
};
[[nodiscard]] Label read_label(std::string_view text);

/// A case title at the start of `text`: 案例 1-1 …, 【案例 1-1】…, 案例一：…, 典型案例：…
[[nodiscard]] std::optional<Caption> read_case_title(std::string_view text);

/// A line that an editor writes to say that a case ends above it, and why nobody is shown it.
inline constexpr std::string_view case_end_mark = "【案例完】";
inline constexpr std::string_view case_end_reason = "mark of the end of a case";

/// `text` says where the data of a figure or table comes from, or is a note at one: 数据来源：…, 注：…
[[nodiscard]] bool is_source_note(std::string_view text);

}  // namespace reportal::raw
