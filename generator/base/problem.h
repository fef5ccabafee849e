// Problems: everything that a run has to tell its user, as values.
//
// A room states each kind of problem it can report once, as a constant ProblemKind beside its code (ROOM/problems.h), with a stable
// id and a text in Chinese and in English. A Problem is one occurrence, with its place. Rooms put problems into a Problems
// collector, which threads may share, and go on; the pipeline looks after each stage whether there were errors. Nothing here
// prints: main does, through format_problem.

#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"

namespace reportal {

enum class Severity : std::uint8_t { note, warning, error };

/// One kind of problem. Always a constant with static storage; problems point to it.
/// The texts are fmt patterns over the problem's arguments ({0}, {1} …); a hint says what to do and may be empty.
struct ProblemKind {
  std::string_view id;  ///< stable, "room/name", e.g. "read/unknown-key"
  Severity severity;
  std::string_view chinese;
  std::string_view english;
  std::string_view chinese_hint = {};
  std::string_view english_hint = {};
};

/// Where a problem is. All of it but the file may be unknown (0).
struct Place {
  std::string file;          ///< as the user would type it: relative to the working folder or to the content folder
  std::uint32_t line = 0;    ///< 1-based physical line
  std::uint32_t column = 0;  ///< 1-based, in characters (code points), not bytes
  std::uint32_t length = 0;  ///< in characters; 0 and 1 draw one caret
  std::string excerpt = {};  ///< the text of that line, without its line end; empty when it is unknown
};

struct Problem {
  const ProblemKind* kind = nullptr;
  Place place;
  std::vector<std::string> arguments;
  std::string suggestion = {};  ///< the nearest right name, "" if there is none

  [[nodiscard]] Severity severity() const { return kind->severity; }
  /// The sentence that says what is wrong, arguments filled in.
  [[nodiscard]] std::string text(Language language) const;
  /// What to do about it: the suggestion or the kind's hint; may be empty.
  [[nodiscard]] std::string hint(Language language) const;
};

/// Collects problems from any number of threads.
class Problems {
 public:
  void add(Problem problem);
  void add(const ProblemKind& kind, Place place, std::vector<std::string> arguments = {}, std::string suggestion = {});

  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] std::size_t count(Severity severity) const;

  /// All problems sorted by file, line, column, id and text, duplicates left out: the same whatever order threads added them in.
  [[nodiscard]] std::vector<Problem> sorted() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Problem> problems_;
  std::size_t counts_[3] = {0, 0, 0};
};

/// The nearest of `names` to `name` by edit distance over characters, "" if none is near (distance over a third of the length).
[[nodiscard]] std::string nearest_name(std::string_view name, const std::vector<std::string_view>& names);

/// The problem as a person reads it: `file:line:column: error: text [id]`, the line, a caret under the place (aligned for
/// double-width characters), the hint. Ends with a line end. `colour` puts ANSI colours in.
[[nodiscard]] std::string format_problem(const Problem& problem, Language language, bool colour);

}  // namespace reportal
