// Problems written out for people and for machines.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace reportal {

enum class OutputFormat : std::uint8_t { text, json, sarif, github };

/// text: as people read them, then `closing`, then a line of counts. json: an array of objects. sarif: SARIF 2.1.0 with one run.
/// github: workflow commands, one a line. Problems must be sorted.
[[nodiscard]] std::string write_problems(const std::vector<Problem>& problems, OutputFormat format, Language language,
                                         std::string_view version, bool colour, std::string_view closing = {});

/// "2 errors, 1 warning".
[[nodiscard]] std::string problem_counts(const std::vector<Problem>& problems, Language language);

}  // namespace reportal
