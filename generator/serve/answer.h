// What a request is answered, without any network: a request and what is served in, an answer out.
//
// Bytes are served as they were made, but for the script that a preview adds to pages, which reloads them.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "index/site_plan.h"

namespace reportal::serve {

/// A complete site; never changed once it is served. Builds are numbered, a later one higher, also by a server that is started
/// later.
struct Snapshot {
  std::uint64_t number = 0;                            ///< of the build that made it
  std::unordered_map<std::string, std::string> files;  ///< address → bytes
};
[[nodiscard]] std::shared_ptr<const Snapshot> make_snapshot(std::vector<OutputFile> files, std::uint64_t number);

/// A build with errors, in the words of the user's language.
struct Failure {
  std::uint64_t number = 0;
  Language language = Language::english;
  std::size_t errors = 0;
  std::vector<std::string> problems;  ///< as on a terminal; the first `shown_problems` of the errors
};
inline constexpr std::size_t shown_problems = 50;
[[nodiscard]] std::shared_ptr<const Failure> make_failure(const std::vector<Problem>& problems, std::uint64_t number,
                                                          Language language);

/// All that answers depend on.
struct Served {
  std::shared_ptr<const Snapshot> site;    ///< the last complete one; nothing before there was one
  std::shared_ptr<const Failure> failure;  ///< of the last build; nothing where it was complete

  [[nodiscard]] std::uint64_t number() const { return failure ? failure->number : site ? site->number : 0; }
};

struct Request {
  std::string_view method, host;
  std::string_view target;  ///< as it came: encoded, with its query
};

struct Answer {
  int status = 200;
  std::string_view type;
  std::string location = {};  ///< where the browser is sent; "" for nowhere
  std::shared_ptr<const std::string> bytes;
};

/// Where pages hear of builds; it is answered with a stream of events, so not from here.
inline constexpr std::string_view events_address = "/_reportal/events";

/// 421 for a host that is no name of this machine to itself, 405 for a method that is not for reading; nothing for a request
/// that may be answered.
[[nodiscard]] std::optional<Answer> refuse(const Request& request);
[[nodiscard]] Answer answer(const Served& served, const Request& request);

/// What the page is told of the last build: an event of the stream, in the form of text/event-stream.
[[nodiscard]] std::string event_of(const Served& served);

/// localhost, 127.0.0.1 or [::1], with any port or none. A page from elsewhere whose name was made to lead here (DNS rebinding)
/// has another one.
[[nodiscard]] bool is_loopback_host(std::string_view host);
/// The part before the query, decoded; bytes that are no address decode to themselves.
[[nodiscard]] std::string decoded_path(std::string_view target);
[[nodiscard]] std::string_view content_type(std::string_view address);
/// The page with the script of the preview at the end of its head.
[[nodiscard]] std::string with_live_script(std::string_view page, std::uint64_t number);

}  // namespace reportal::serve
