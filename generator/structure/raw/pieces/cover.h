// The cover of a report, read from its lines: the school, the title, the year.
//
// A cover is short lines before the contents list, the foreword or the first sentence. The title is often set over several of
// them, with the school's name on its own and the year in brackets or below; letters may be spaced out.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/raw/page/lines.h"

namespace reportal::raw {

struct Cover {
  std::string title;   ///< with the school where the cover names it; "" if no line names a report
  std::string school;  ///< "" if no line names one
  int year = 0;        ///< of the title, else of the date below it; 0 if there is none
};

[[nodiscard]] Cover read_cover(const std::vector<Line>& lines);

/// 质量年度报告, 年报: `text` names a report.
[[nodiscard]] bool names_report(std::string_view text);

/// The school that `text` begins with: 某某职业技术学院高等职业教育质量报告 → 某某职业技术学院; "" if it begins with none.
[[nodiscard]] std::string_view leading_school(std::string_view text);

}  // namespace reportal::raw
