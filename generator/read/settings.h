// portal.yaml → Settings.

#pragma once

#include "model/portal.h"
#include "read/yaml/parse.h"

namespace reportal {

struct SettingsFile {
  Settings settings;
  Place theme_place;  ///< where the theme is named, for a theme that does not exist
};

/// Reads portal.yaml; what it does not say has its default, channels and navigation in the portal's language.
[[nodiscard]] SettingsFile read_settings(const YamlText& yaml, Problems& problems);

/// What a portal has whose portal.yaml at `path` cannot be read.
[[nodiscard]] SettingsFile default_settings(const std::string& path);

/// `address` with a '/' at its end, "" staying "".
[[nodiscard]] std::string base_address(std::string_view address);

}  // namespace reportal
