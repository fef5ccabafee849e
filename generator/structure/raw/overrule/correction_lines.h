// Which lines a correction is about.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "structure/raw/doubts.h"
#include "structure/raw/page/lines.h"

namespace reportal::raw {

/// Indices [first, last) of lines.
struct LineSpan {
  std::size_t first = 0, last = 0;
};

/// Finds the lines of corrections by their numbers, their beginning, or both, which must agree: so a correction does not wander
/// to another line when the text above it changes.
class CorrectionLines {
 public:
  CorrectionLines(const Source& source, const std::vector<Line>& lines, const std::vector<Correction>& corrections);

  /// The lines of the correction at `index`; nothing after a problem.
  [[nodiscard]] std::optional<LineSpan> find(std::size_t index, const Doubts& doubts) const;

  /// The lines with these physical numbers; empty where all of them are blank or missing.
  [[nodiscard]] LineSpan between(std::uint32_t first, std::uint32_t last) const;

 private:
  void find_beginnings();
  [[nodiscard]] std::optional<LineSpan> find_by_text(std::size_t index, const Doubts& doubts) const;
  [[nodiscard]] std::string where(std::size_t index) const;

  /// Lines that begin with the text of a correction.
  struct Matches {
    static constexpr std::size_t most = 3;
    std::size_t count = 0;
    std::size_t lines[most] = {};
    std::size_t whole_count = 0;  ///< lines that are the text and nothing else
    std::size_t whole = 0;
  };

  const Source& source_;
  const std::vector<Line>& lines_;
  const std::vector<Correction>& corrections_;
  std::vector<Matches> matches_;  ///< by correction; empty if none has a text
};

}  // namespace reportal::raw
