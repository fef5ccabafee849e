// Tells the user what was doubtful about a source, each at its place.

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
    add(kind, source_.place(line), std::move(arguments));
  }
  /// `place` may be in the front matter.
  void add(const ProblemKind& kind, Place place, std::vector<std::string> arguments = {}, std::string suggestion = {}) const {
    problems_.add(kind, std::move(place), std::move(arguments), std::move(suggestion));
  }

 private:
  const Source& source_;
  Problems& problems_;
};

}  // namespace reportal::raw
