// Commented starting points for `reportal new`: a portal, a report, a case, an article, a page.

#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportal {

/// Makes the starting point of `kind` ("portal", "report", "case", "article", "page"). A portal is made in the folder `name`; the others
/// in `content`, under `name` as their id. Existing files are never touched: they are an error. Returns the files that were made.
[[nodiscard]] std::vector<std::string> make_starting_point(Files& files, const std::string& kind, const std::string& name,
                                                           const std::string& content, Language language, Problems& problems);

}  // namespace reportal
