// What the preview adds to a browser, from browser/ of this folder: CMake puts the bytes into the program, so that it is whole
// by itself.

#pragma once

#include <string_view>

namespace reportal::serve {

extern const std::string_view live_script, live_style;

}  // namespace reportal::serve
