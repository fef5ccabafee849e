// HTTP on the loopback addresses of this machine: requests go to answer.h, and pages that listen hear of each build.

#pragma once

#include <cstdint>
#include <memory>
#include <system_error>

#include "serve/answer.h"

namespace reportal::serve {

class LoopbackServer {
 public:
  LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();  ///< ends all connections; returns within about a second

  /// Takes `port`, or any free one for 0, on 127.0.0.1 and, where the machine has it, on ::1: a browser tries both for
  /// localhost. Returns address_in_use where one of them is taken.
  [[nodiscard]] std::error_code bind(std::uint16_t port);
  [[nodiscard]] std::uint16_t port() const;

  void start();              ///< after a bind that went well
  void show(Served served);  ///< from now on; pages that listen are told

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace reportal::serve
