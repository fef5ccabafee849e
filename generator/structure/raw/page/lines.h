// The physical lines of raw report text, and what each of them was taken for.
//
// Text out of a PDF comes as one line a printed line. read_lines keeps the lines that are not blank; the other files of this
// folder decide one after another what the lines are (furniture, contents, captions, cases, headings, tables), each by setting
// `kind` on lines that are still `text`; what is text at the end is running text. A line has one kind, so it lands in one
// block. What an editor says a line is (overrule/) is set before all of them, so none of them touches it.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/source.h"

namespace reportal::raw {

enum class LineKind : std::uint8_t {
  text,
  noise,
  contents,
  heading,
  case_title,
  figure,
  table,
  note,
  table_body,
  byline,
  credit,
  staff,  ///< who edited the page
  repeat,
  more,   ///< goes on with the title, caption or note on the line before
  prose,  ///< running text by an editor's word
};

struct Line {
  std::string_view text;     ///< without white space around it
  std::uint32_t number = 0;  ///< physical line, 1-based
  std::uint32_t width = 0;   ///< of text, in display columns
  std::uint16_t blanks = 0;  ///< blank lines before it
  std::uint16_t indent = 0;  ///< columns of white space before it
  bool page_start =
      false;  ///< first on its page: behind a form feed or a single space, which is what text extraction leaves there
  bool hard_break = false;  ///< ends with two spaces, which say in OCR text that the line ends here
  LineKind kind = LineKind::text;
  std::uint32_t detail = 0;  ///< index into the list that its kind has

  // By an editor's word.
  bool given = false;             ///< its kind
  bool begins_paragraph = false;  ///< the first of its paragraph
  bool goes_on = false;           ///< not the first of its paragraph
  bool ends_paragraph = false;    ///< the last of its paragraph
  bool list_item = false;         ///< begins an item of a list
  std::uint32_t page = 0;         ///< printed page; 0: not said
};

/// Found to be running text so far, or said to be.
[[nodiscard]] constexpr bool is_running(const Line& line) {
  return line.kind == LineKind::text || line.kind == LineKind::prose;
}

/// The lines behind the front matter that are not blank.
[[nodiscard]] std::vector<Line> read_lines(const Source& source);

/// Index of the nearest line before (after) `at` that is no furniture; `no_line` if there is none.
inline constexpr std::size_t no_line = static_cast<std::size_t>(-1);
[[nodiscard]] std::size_t previous_content(const std::vector<Line>& lines, std::size_t at);
[[nodiscard]] std::size_t next_content(const std::vector<Line>& lines, std::size_t at);

}  // namespace reportal::raw
