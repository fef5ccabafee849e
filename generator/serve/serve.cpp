#include "serve/serve.h"

#include <algorithm>
#include <string>
#include <utility>

#include "read/read.h"
#include "serve/answer.h"
#include "serve/problems.h"
#include "serve/server.h"

namespace reportal {
namespace serve {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Tells when what is built from has changed and rests again. Looking is by names and times, a few times a second: unlike the
/// notices of a kernel, that works on network drives and in containers, and misses nothing that happens during a build.
class Watcher {
 public:
  Watcher(const Files& files, const ReadOptions& options) : files_(files), options_(options), built_(look()), seen_(built_) {}

  /// True when it is time to build.
  bool is_changed() {
    const std::uint64_t before = std::exchange(seen_, look());
    if (seen_ == built_) {
      unsettled_ = 0;
      return false;
    }
    // An editor may write a file in two steps; what never rests is built all the same.
    if (seen_ != before && ++unsettled_ < most_unsettled) return false;
    unsettled_ = 0;
    built_ = seen_;
    return true;
  }

  /// How long to wait before looking again: looking takes at most a tenth of the time, however large the portal is.
  [[nodiscard]] milliseconds interval() const {
    const milliseconds shortest = unsettled_ > 0 ? milliseconds(50) : milliseconds(100);
    return std::max(shortest, std::chrono::ceil<milliseconds>(10 * cost_));
  }

 private:
  static constexpr int most_unsettled = 20;

  std::uint64_t look() {
    const Clock::time_point start = Clock::now();
    const std::uint64_t fingerprint = fingerprint_content(files_, options_);
    cost_ = Clock::now() - start;
    return fingerprint;
  }

  const Files& files_;
  const ReadOptions& options_;
  Clock::duration cost_{};
  std::uint64_t built_;  ///< what the last build was made from
  std::uint64_t seen_;
  int unsettled_ = 0;
};

/// Takes the port that was asked for, or one of the default ones.
bool take_port(LoopbackServer& server, std::optional<std::uint16_t> asked, Problems& problems) {
  for (std::uint16_t port = asked.value_or(default_port);; ++port) {
    const std::error_code error = server.bind(port);
    if (!error) return true;
    if (error != std::errc::address_in_use) {
      problems.add(serve_problems::cannot_listen, {}, {std::to_string(port), error.message()});
    } else if (asked) {
      problems.add(serve_problems::port_taken, {}, {std::to_string(port)});
    } else if (port == last_default_port) {
      problems.add(serve_problems::no_free_port, {}, {std::to_string(default_port), std::to_string(last_default_port)});
    } else {
      continue;
    }
    return false;
  }
}

/// The number of the first build; a later run begins higher, so that pages of an earlier one know that they are old.
std::uint64_t first_number() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(now).count());
}

}  // namespace
}  // namespace serve

bool serve_portal(const Files& files, const ServeOptions& options, const ServeListener& listener, Problems& problems) {
  serve::LoopbackServer server;
  if (!serve::take_port(server, options.port, problems)) return false;

  MakeOptions make = options.make;
  make.read.served_at = std::string(1, '/');  // g++ 12 warns of a literal here
  serve::Served served;
  std::uint64_t number = serve::first_number();
  const auto build = [&] {
    const auto start = serve::Clock::now();
    Problems found;
    ServedBuild done{make_site(files, make, {}, found), found.sorted(), 0};
    ++number;
    if (done.made.complete) {
      served = {serve::make_snapshot(std::exchange(done.made.files, {}), number), nullptr};
    } else {
      served.failure = serve::make_failure(done.problems, number, options.language);
    }
    server.show(served);
    done.seconds = std::chrono::duration<double>(serve::Clock::now() - start).count();
    listener.built(done);
  };

  serve::Watcher watcher(files, options.make.read);
  build();
  server.start();
  listener.ready(server.port());
  while (listener.pause(watcher.interval())) {
    if (watcher.is_changed()) build();
  }
  return true;
}

}  // namespace reportal
