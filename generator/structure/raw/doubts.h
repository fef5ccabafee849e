// Tells the user what was doubtful about a source, each at its place; its document keeps it for the cleaning record.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "model/document.h"
#include "model/source.h"

namespace reportal::raw {

class Doubts {
 public:
  Doubts(const Source& source, Document& document, Problems& problems)
      : source_(source), document_(document), problems_(problems) {}

  /// `line` is a physical line of the source.
  void add(const ProblemKind& kind, std::uint32_t line, std::vector<std::string> arguments = {}) const {
    add(kind, source_.place(line), std::move(arguments));
  }
  /// `place` may be in the front matter.
  void add(const ProblemKind& kind, Place place, std::vector<std::string> arguments = {}, std::string suggestion = {}) const {
    Problem problem{&kind, std::move(place), std::move(arguments), std::move(suggestion)};
    document_.cleaning.doubts.push_back(problem);
    problems_.add(std::move(problem));
  }

 private:
  const Source& source_;
  Document& document_;
  Problems& problems_;
};

}  // namespace reportal::raw
