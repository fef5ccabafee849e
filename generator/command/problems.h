// Problems of the command line itself.

#pragma once

#include "base/problem.h"

namespace reportal {

inline constexpr ProblemKind file_exists{"command/file-exists", Severity::error, "文件已存在：{0}", "the file exists already: {0}",
                                         "换一个名称，或先移走它", "take another name, or move the file away first"};
inline constexpr ProblemKind cannot_make{"command/cannot-make", Severity::error, "无法写入 {0}：{1}", "cannot write {0}: {1}"};
inline constexpr ProblemKind bad_name{"command/bad-name", Severity::error, "“{0}”不能用作标识",
                                      "'{0}' cannot be an id",
                                      "请用小写字母、数字、- 和 _，以字母或数字开头", "use lower-case letters, digits, - and _, beginning with a letter or digit"};

}  // namespace reportal
