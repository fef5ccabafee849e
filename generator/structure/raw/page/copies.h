// Runs of text that stand in a file a second time.
//
// The lines are laid end to end as one stream of characters, white space left out and full-width forms folded, so that it does
// not matter where the lines were broken. Every start of a clause or line is looked up by the characters behind it; where they
// stood before, the run is grown both ways, over small differences too. What such a run means is not decided here.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "structure/raw/page/lines.h"

namespace reportal::raw {

/// The text of lines as one stream.
struct Stream {
  std::vector<char32_t> characters;
  std::vector<std::uint32_t> lines;   ///< indices into the lines, of those that are in the stream
  std::vector<std::uint32_t> starts;  ///< by position in `lines`: where the line begins; one more for the end

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(characters.size()); }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(lines.size()); }
  /// Position in `lines` of the line that holds the character `at`.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t at) const;
};

[[nodiscard]] Stream make_stream(const std::vector<Line>& lines);

/// `length` characters from `at` on are the same as those from `of` on.
struct Aligned {
  std::uint32_t at = 0, of = 0, length = 0;
};

/// [first, last) stands before, nearly the same, from `of_first` to `of_last`. A copy may overlap what it repeats: then the
/// text goes round, with first - of_first as its period.
struct Copy {
  std::uint32_t first = 0, last = 0;
  std::uint32_t of_first = 0, of_last = 0;
  std::uint32_t same = 0;  ///< characters that are the same
  std::vector<Aligned> aligned;
};

/// , . ; : ! ? and their full-width forms in folded text.
[[nodiscard]] bool is_clause_mark(char32_t character);
[[nodiscard]] bool is_sentence_mark(char32_t character);
/// Digits, and Han that count or rank: two texts that differ in one say different things.
[[nodiscard]] bool is_counting(char32_t character);

/// Finds copies in the order of the text; each is held against the nearest place where its text stood before. Linear in time.
class CopyFinder {
 public:
  explicit CopyFinder(const Stream& stream);
  /// The next copy, not overlapping those before; false at the end of the text.
  [[nodiscard]] bool next(Copy& copy);

 private:
  /// Where the characters at `at` stood last, and puts `at` in its place; `at` itself if they are new.
  std::uint32_t exchange(std::uint32_t at);
  void grow_forward(Copy& copy) const;
  void grow_backward(Copy& copy) const;
  void cut_ragged_start(Copy& copy) const;
  void cut_ragged_end(Copy& copy) const;
  [[nodiscard]] bool skip_difference(std::uint32_t& at, std::uint32_t& of, bool forward, std::uint32_t limit) const;
  [[nodiscard]] bool differ_in_count(std::uint32_t first, std::uint32_t last) const;

  const Stream& stream_;
  std::vector<std::uint32_t> anchors_;  // places where a copy may begin: behind a mark and at the start of a line
  std::vector<std::uint32_t> slots_;    // open addressing; positions + 1
  std::size_t next_ = 0;                // anchor
  std::uint32_t behind_ = 0;            // the last copy
};

}  // namespace reportal::raw
