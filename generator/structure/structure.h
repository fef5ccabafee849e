// The door of structure: one source in, one document out. No globals; called from many threads at once.

#pragma once

#include "base/problem.h"
#include "model/document.h"
#include "model/source.h"

namespace reportal {

/// Understands `source`, which must outlive the document.
[[nodiscard]] Document understand(const Source& source, Problems& problems);

}  // namespace reportal
