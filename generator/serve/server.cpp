// The one file that knows the HTTP library.
//
// A connection answers one request and is closed, so that no idle one holds a thread. A page that listens holds one for as long
// as its tab is seen; there are threads for many, and never so many listen that none is left for pages.

#include "serve/server.h"

#include <httplib.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace reportal::serve {
namespace {

constexpr std::size_t threads = 64;
constexpr std::size_t most_listening = 48;
/// After which a page that listens is tried, to find out whether it is still there.
constexpr auto silence = std::chrono::seconds(1);
constexpr int attempts_for_any_port = 16;

/// The library's server, which lets go of a port also where it never ran.
class Listener final : public httplib::Server {
 public:
  ~Listener() override {
    if (svr_sock_ != INVALID_SOCKET) ::close(svr_sock_);
  }
};

/// Lets both listeners share the threads of one pool, which ends after them.
class SharedThreads final : public httplib::TaskQueue {
 public:
  explicit SharedThreads(httplib::ThreadPool& pool) : pool_(pool) {}
  void enqueue(std::function<void()> work) override { pool_.enqueue(std::move(work)); }
  void shutdown() override {}

 private:
  httplib::ThreadPool& pool_;
};

std::error_code bind_error() {
  return errno != 0 ? std::error_code(errno, std::generic_category()) : std::make_error_code(std::errc::address_not_available);
}

}  // namespace

struct LoopbackServer::Parts {
  std::mutex mutex;
  std::condition_variable changed;
  Served served;
  std::size_t listening = 0;  ///< pages
  bool stopping = false;

  std::uint16_t port = 0;
  httplib::ThreadPool pool{threads};
  std::vector<std::unique_ptr<Listener>> listeners;
  std::vector<std::thread> accepting;

  Served now() {
    const std::lock_guard lock(mutex);
    return served;
  }

  std::unique_ptr<Listener> make_listener() {
    auto listener = std::make_unique<Listener>();
    listener->new_task_queue = [this] { return new SharedThreads(pool); };  // the library deletes it
    listener->set_keep_alive_max_count(1);
    listener->set_keep_alive_timeout(1);
    listener->set_read_timeout(1);
    listener->set_tcp_nodelay(true);
    listener->set_socket_options([](socket_t socket) {
      // The library's own choice would let a second server share the port.
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    listener->set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      respond(request, response);
      return httplib::Server::HandlerResponse::Handled;
    });
    return listener;
  }

  void respond(const httplib::Request& request, httplib::Response& response) {
    const std::string host = request.get_header_value_count("Host") == 1 ? request.get_header_value("Host") : std::string();
    const Request asked{request.method, host, request.target};
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    // A page from elsewhere may not load data as its script: drafts are nobody else's business.
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    if (decoded_path(asked.target) == events_address && !refuse(asked)) return stream_events(response);

    Answer answer = serve::answer(now(), asked);
    // The library makes 200 of nothing, or 206 where only a part was asked for.
    if (answer.status != 200) response.status = answer.status;
    if (answer.status == 405) response.set_header("Allow", "GET, HEAD");
    if (!answer.location.empty()) response.set_header("Location", answer.location);
    const std::string type(answer.type);
    if (answer.bytes->empty()) return response.set_content("", type);
    // A provider sends the bytes where they stand, and the library compresses none of it.
    response.set_content_provider(answer.bytes->size(), type,
                                  [bytes = answer.bytes](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                    return sink.write(bytes->data() + offset, length);
                                  });
  }

  void stream_events(httplib::Response& response) {
    {
      const std::lock_guard lock(mutex);
      if (listening >= most_listening) {
        response.status = 503;
        return;
      }
      ++listening;
    }
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, told = std::uint64_t{0}](std::size_t, httplib::DataSink& sink) mutable { return send_event(told, sink); },
        [this](bool) {
          const std::lock_guard lock(mutex);
          --listening;
        });
  }

  /// Waits until there is something to say that the page was not `told`, and says it. False ends the stream.
  bool send_event(std::uint64_t& told, httplib::DataSink& sink) {
    std::string event;
    {
      std::unique_lock lock(mutex);
      changed.wait_for(lock, silence, [&] { return stopping || served.number() != told; });
      if (stopping) return false;
      if (served.number() == told) {
        event = ":\n\n";  // a comment
      } else {
        event = "retry: 500\n" + event_of(served);
        told = served.number();
      }
    }
    return sink.is_writable() && sink.write(event.data(), event.size());
  }
};

LoopbackServer::LoopbackServer() : parts_(std::make_unique<Parts>()) {}

LoopbackServer::~LoopbackServer() {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->stopping = true;
  }
  parts_->changed.notify_all();
  for (const auto& listener : parts_->listeners) listener->stop();
  for (std::thread& thread : parts_->accepting) thread.join();
  parts_->pool.shutdown();
}

std::error_code LoopbackServer::bind(std::uint16_t port) {
  for (int attempt = 1;; ++attempt) {
    parts_->listeners.clear();
    errno = 0;
    auto first = parts_->make_listener();
    const int bound = port == 0 ? first->bind_to_any_port("127.0.0.1") : first->bind_to_port("127.0.0.1", port) ? port : -1;
    if (bound <= 0) return bind_error();
    errno = 0;
    auto second = parts_->make_listener();
    const bool both = second->bind_to_port("::1", bound);
    if (!both && errno == EADDRINUSE) {
      if (port == 0 && attempt < attempts_for_any_port) continue;
      return std::make_error_code(std::errc::address_in_use);
    }
    parts_->port = static_cast<std::uint16_t>(bound);
    parts_->listeners.push_back(std::move(first));
    if (both) parts_->listeners.push_back(std::move(second));
    return {};
  }
}

std::uint16_t LoopbackServer::port() const { return parts_->port; }

void LoopbackServer::start() {
  for (const auto& listener : parts_->listeners) {
    parts_->accepting.emplace_back([&server = *listener] { server.listen_after_bind(); });
    // Only one that runs can be stopped.
    while (!listener->is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void LoopbackServer::show(Served served) {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->served = std::move(served);
  }
  parts_->changed.notify_all();
}

}  // namespace reportal::serve
