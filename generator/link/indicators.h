// Values of indicators: the number statements of a school's own reports that state one, and what editors give.
//
// A statement states an indicator if its name is one of the indicator's forms, apart from what does not change the quantity (2023 届,
// 学校, 共有, a closing 数), and its unit is of the same kind. A narrower quantity (机电学院就业率, 省级在线精品课程数) has a longer name and is another
// one. Values from text come only from running text outside of cases, where a report speaks of its whole school. A given value goes
// before one from text, an exact one before 约 and 超过, an earlier one before a later.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "link/link.h"

namespace reportal {

/// One value for each indicator, school and year that has any, sorted by these three.
[[nodiscard]] std::vector<IndicatorValue> find_indicator_values(const Library& library, const std::vector<int>& document_school,
                                                                Problems& problems);

/// What two names of one quantity have in common: "2023 届毕业生毕业去向落实率" and "毕业生毕业去向落实率" have one key. `unit` tells counts,
/// whose names may end in 数, from shares and sums.
[[nodiscard]] std::string quantity_key(std::string_view name, std::string_view unit);

}  // namespace reportal
