// The theme of a portal, put together from its layers.

#pragma once

#include "read/read.h"

namespace reportal {

/// What a theme does not bring, it takes from the layer under it: the default templates, the theme `default`, the theme `name`
/// that came with the program, and on top the theme `name` of the content folder. `name_place` is where a theme that does not
/// exist is reported.
[[nodiscard]] Theme read_theme(const Files& files, const ReadOptions& options, const std::string& name,
                               std::string_view language, const Place& name_place, Problems& problems);

}  // namespace reportal
