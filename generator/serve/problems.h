// What serve can report.

#pragma once

#include "base/problem.h"

namespace reportal::serve_problems {

inline constexpr ProblemKind port_taken{"serve/port-taken",
                                        Severity::error,
                                        "端口 {0} 已被另一个程序占用",
                                        "another program uses port {0}",
                                        "换一个端口，或写 --port 0，由系统挑选",
                                        "choose another one, or let the system choose with --port 0"};
inline constexpr ProblemKind no_free_port{"serve/no-free-port",
                                          Severity::error,
                                          "端口 {0} 到 {1} 都已被占用",
                                          "other programs use all of the ports {0} to {1}",
                                          "用 --port 指定一个端口，或写 --port 0，由系统挑选",
                                          "name a port with --port, or let the system choose with --port 0"};
inline constexpr ProblemKind cannot_listen{"serve/cannot-listen", Severity::error, "不能使用端口 {0}：{1}",
                                           "port {0} cannot be used: {1}"};

}  // namespace reportal::serve_problems
