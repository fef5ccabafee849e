// Problems that render reports, beside those of the template engine.

#pragma once

#include "base/problem.h"

namespace reportal {

inline constexpr ProblemKind missing_template{
    "render/missing-template", Severity::error, "缺少模板 {0}（主题 {1}）", "the template {0} is missing (theme {1})",
    "在 templates/ 或主题的 templates/ 文件夹中加上它", "add it to templates/ or to the theme's templates folder"};

inline constexpr ProblemKind page_not_rendered{"render/page-not-rendered", Severity::note, "页面 {0} 未能由模板 {1} 生成",
                                               "the page {0} could not be made from the template {1}"};

}  // namespace reportal
