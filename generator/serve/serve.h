// The door of serve: a content folder in, its site in the browser of whoever writes it, new after each change.
//
// The site is made as build makes it and kept in memory; nothing is written. It is served on the loopback address alone, to
// requests that name it by a loopback name. Content, templates and themes are looked at a few times a second; once they have
// changed and rest again, the site is made anew. A complete site takes the place of the last one at once, and open pages
// reload; of one with errors open pages show the problems, and the last complete site stays.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "pipeline.h"

namespace reportal {

/// Where no port is asked for: this one, or the first free one of those that follow.
inline constexpr std::uint16_t default_port = 8000;
inline constexpr std::uint16_t last_default_port = default_port + 20;

struct ServeOptions {
  MakeOptions make;
  std::optional<std::uint16_t> port;      ///< 0: any free one
  Language language = Language::english;  ///< of what pages say of problems
};

/// One build, whether it became the site or not.
struct ServedBuild {
  MadeSite made;  ///< its files are served, and gone from here
  std::vector<Problem> problems;
  double seconds = 0;
};

/// What the caller is told, on the thread that called, and how it says when to end.
struct ServeListener {
  std::function<void(const ServedBuild& build)> built;
  std::function<void(std::uint16_t port)> ready;              ///< once, after the first build
  std::function<bool(std::chrono::milliseconds time)> pause;  ///< waits so long; false at once when serving has to end
};

/// Serves until `pause` says that it is time to end. False where no port could be had; `problems` says why. Errors of the
/// content end nothing.
bool serve_portal(const Files& files, const ServeOptions& options, const ServeListener& listener, Problems& problems);

}  // namespace reportal
