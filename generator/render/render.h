// The door of render: planned pages in, their bytes out.

#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "index/site_plan.h"
#include "link/link.h"
#include "model/library.h"
#include "read/read.h"

namespace reportal {

/// Renders every page of the plan on `jobs` threads; result i is page i. `generator` is the name and version that pages carry.
[[nodiscard]] std::vector<OutputFile> render_pages(const Library& library, const Links& links, const SitePlan& plan,
                                                   const Theme& theme, std::string_view generator, unsigned jobs,
                                                   Problems& problems);

}  // namespace reportal
