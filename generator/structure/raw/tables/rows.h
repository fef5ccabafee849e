// The search for rows and cells: of all ways to part the words of a body into rows of cells, the one that the model of
// weights.h finds most likely.
//
// Dynamic programming over the words with a bounded beam: a state is a word and the column that is filled next; a step puts a
// run of words into a column, leaves columns empty, ends a row, takes a line as a group, or takes a line as the rest of the row
// before. Time is linear in the words: a state has a bounded number of steps, and a word a bounded number of states.

#pragma once

#include <cstdint>
#include <vector>

#include "structure/raw/tables/columns.h"
#include "structure/raw/tables/words.h"

namespace reportal::raw {

/// What is known of a body line beside its words.
enum LineMark : std::uint8_t {
  before_header = 1,  ///< the header is printed again behind it
  behind_break = 2,   ///< a page begins or the header was printed again before it
};

/// How the cells of a row stand and are printed.
struct Manner {
  /// Where the lines of a cell stand beside a cell of more lines. Printed one behind the other, cells of one line share a line;
  /// a line end between two cells is a step up the page, and a blank line shows in the text where it is at least a whole line
  /// high. `marked`: without regard to heights, no blank line stands before a new cell and one before each further line of a
  /// cell.
  enum class Align : std::uint8_t { unknown, centred, top, marked } align = Align::unknown;
  double wrap = 0;  ///< for each line end inside a cell
  double rest = 0;  ///< added for a line that goes on with cells of the row before
};

struct WordRange {
  std::uint32_t first = 0, last = 0;  ///< [first, last); empty for an empty cell
};

struct ReadRow {
  enum class Type : std::uint8_t { whole, group, rest } type = Type::whole;
  std::uint32_t cells = 0;  ///< first of its cells in Reading::cells: one for a group, else one a column
  double likelihood = 1;    ///< of its cell borders, against moving one of them
};

struct Reading {
  std::vector<ReadRow> rows;
  std::vector<WordRange> cells;
  double score = 0;
};

[[nodiscard]] Reading search_rows(const std::vector<Word>& words, const std::vector<std::uint8_t>& marks,
                                  const Columns& columns, const Manner& manner);

/// Sets the likelihood of the rows.
void judge_rows(const std::vector<Word>& words, const Columns& columns, const Manner& manner, Reading& reading);

/// The cells of whole rows, for Columns::learn.
[[nodiscard]] std::vector<SeenCell> seen_cells(const std::vector<Word>& words, const Reading& reading, std::size_t columns,
                                               std::size_t& rows);

}  // namespace reportal::raw
