// Sources: text, lines and front matter of each, read side by side on all cores.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/portal.h"
#include "model/source.h"
#include "read/front_matter.h"
#include "read/inventory.h"

namespace reportal {

struct SourceRun {
  const Files& files;
  const std::string& content;
  const Settings& settings;
  bool drafts;
  unsigned jobs;
};

/// Reads all sources of the inventory, in its order; drafts are left out unless asked for. Channels are resolved, pictures must
/// exist, two sources of one kind with one id are an error.
[[nodiscard]] std::vector<Source> read_sources(const SourceRun& run, const Inventory& inventory, Problems& problems);

}  // namespace reportal
