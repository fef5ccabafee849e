// How running text points to figures, tables, cases and sections: 见表 1-1, （见下图）, 如图 2-3、2-4 所示, 参见案例 1-2,
// 详见第三章, 见 2.1.3 节, 见附件 1. Reads the words; what they point to is found in references.h.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportal {

struct ReferenceMention {
  enum class Kind : std::uint8_t { figure, table, case_title, chapter, section, appendix };
  enum class Direction : std::uint8_t { by_number, below, above, left, right };

  std::size_t first = 0, last = 0;  ///< bytes, with what points and its brackets
  Kind kind = Kind::figure;
  Direction direction = Direction::by_number;
  bool appendix = false;  ///< 附图, 附表
  bool certain = false;   ///< it is said that this points; otherwise only a number is named, which may stand for something else
  std::string
      number;  ///< in ASCII digits, - and . as printed; of a chapter or a Chinese number in digits; "" where there is none
  std::string_view name;  ///< the words that name the target: 图 1-1, 第三章, 附件 1
};

/// Appends the mentions in `text`, in order; none overlaps another. The members of a list (表 1-1、1-2) and both ends of a
/// range are mentions of their own.
void read_reference_mentions(std::string_view text, std::vector<ReferenceMention>& mentions);

}  // namespace reportal
