// What data/ holds: the things of the portal, and what its documents say of them, each as a table.

#pragma once

#include <vector>

#include "index/data/data_table.h"
#include "index/site_plan.h"

namespace reportal::index {

/// All tables, in the order in which datapackage.json lists them.
[[nodiscard]] std::vector<DataTable> datasets(const Library& library, const Links& links, const SitePlan& plan);

/// What all tables are called: their files are claimed before they are made.
[[nodiscard]] std::vector<Dataset> dataset_list();

}  // namespace reportal::index
