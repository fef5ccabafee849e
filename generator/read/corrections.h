// The `corrections` of front matter: a list of lines and what they are.

#pragma once

#include <vector>

#include "model/metadata.h"
#include "read/yaml/schema.h"

namespace reportal {

/// Appends what `field` says; an entry that does not say which lines, or nothing of them, is reported and left out.
void read_corrections(Values& values, const Field& field, std::vector<Correction>& corrections);

}  // namespace reportal
