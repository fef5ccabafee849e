// Tells the user what was doubtful about a source, each at its line.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "model/source.h"

namespace reportal::raw {

class Doubts {
 public:
  Doubts(const Source& source, Problems& problems) : source_(source), problems_(problems) {}

  /// `line` is a physical line of the source.
  void add(const ProblemKind& kind, std::uint32_t line, std::vector<std::string> arguments = {}) const {
    problems_.add(kind, source_.place(line), std::move(arguments));
  }

 private:
  const Source& source_;
  Problems& problems_;
};

}  // namespace reportal::raw
