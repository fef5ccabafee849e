// Binds the arguments of a call, given by position or by name, to the parameters of what is called.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "render/template/program.h"

namespace reportal::templates {

struct FormalName {
  std::string_view name;
  bool required;
};

/// One expression a parameter, null where it is not given. Nothing, and problems at their places, when they do not fit.
[[nodiscard]] std::optional<Expressions> bind_arguments(Template& home, std::string_view callee, Range call,
                                                        const std::vector<Argument>& given,
                                                        std::span<const FormalName> parameters, Problems& problems);

}  // namespace reportal::templates
