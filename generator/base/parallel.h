// Work over all cores with results in fixed slots, so that order never depends on timing.

#pragma once

#include <cstddef>
#include <functional>

namespace reportal {

/// Cores of this machine, at least 1.
[[nodiscard]] unsigned default_jobs();

/// Calls work(i) once for every i in [0, count), on `jobs` threads (the calling one included); returns when all are done.
/// `work` writes only to slot i of its result. It must not throw: problems go into a Problems collector.
void for_each_index(unsigned jobs, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace reportal
