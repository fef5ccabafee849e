// Whose figure a number is. A report speaks of its school; now and then of the province, a company or a village.

#pragma once

#include <string_view>

namespace reportal::facts {

/// The sentence begins with another body as its subject (全省共 …, 某某有限公司成立于 …, 她 …) and so speaks of that.
[[nodiscard]] bool speaks_of_another(std::string_view sentence);
/// The sentence or clause begins as a rule: 规定每周巡课 10 节.
[[nodiscard]] bool begins_demand(std::string_view text);
/// The clause before a number says what is to be, not what is: 必须完成 2 次, 力争达到 90%, 每周不少于 2 次.
[[nodiscard]] bool is_demand(std::string_view clause);
/// The number behind the clause is a rank or what was chosen from: 排名 17 位, 从 1116 个项目中.
[[nodiscard]] bool is_place_in_order(std::string_view clause);

}  // namespace reportal::facts
