// The model of a printed table in numbers: what the reading of cells is scored by. All are natural logarithms.
//
// A reading's score is the sum over its gaps (cell ends here, or not: gap weights are log odds), its cells (kind given column),
// its rows (running number, empty cells) and its header. The weights of gaps and rows come from how tables are set and
// extracted; what depends on the table (kinds, widths, how often a cell is empty) is learned from its own rows.

#pragma once

namespace reportal::raw::weights {

// Log odds that a cell ends at a gap.
inline constexpr double wide_gap = 6;
inline constexpr double single_among_wide = -3.5;  // one space in a text that parts cells by several
inline constexpr double two_chinese_words = 3;
inline constexpr double two_characters = -2.5;  // 张 军: a name of two characters is set wide
inline constexpr double two_numbers = 3.5;
inline constexpr double number_and_unit = -2.5;
inline constexpr double inside_date = -8;  // 2023 年 5 月
inline constexpr double two_counts = 2;    // 10 周 11 周: between a unit and the next number
inline constexpr double beside_number = -0.2;
inline constexpr double beside_long_number = 1;    // three digits or more count little and name much
inline constexpr double behind_numbered_word = 1;  // a word that ends with digits: 课程设计2
inline constexpr double two_latin_words = -1;
inline constexpr double beside_latin = -0.4;
inline constexpr double behind_closing = 2;
inline constexpr double before_opening = 0.6;
inline constexpr double behind_comma = -3;
inline constexpr double glued_number = -4;  // no space at all behind a running number
inline constexpr double line_beside = 4;
inline constexpr double number_alone = 1.5;  // on its line
inline constexpr double line_below = -0.3;
inline constexpr double line_end = 0.3;  // where blank lines say nothing

// Cells.
inline constexpr double unclosed_bracket = -3.5;
inline constexpr double ends_with_comma = -3;  // 、 at the end of a cell
inline constexpr double needless_wrap = -2.2;  // the next word would have fitted on the line
inline constexpr double full_wrap = 0.8;       // a line of the cell is as wide as the wrapped ones of the column
inline constexpr double begins_with_joining_word = -2.5;
inline constexpr double needless_wrap_of_names = -0.8;
inline constexpr double wider_than_wrap = -2;  // one line wider than the column's wrapped ones
inline constexpr double known_value = 1.2;     // stood in this column before
inline constexpr double known_edge = 0.7;      // begins or ends with a character as many of the column do
inline constexpr double kind_strength = 4;     // rows that the expectation by the column's name is worth

// The step up the page from one cell of a row to the next, where cells are centred or stand at the top.
inline constexpr double expected_line = 0.5;           // cells of one line on one line
inline constexpr double expected_step = 1.1;           // a step, and its blank line where it is a whole line high
inline constexpr double step_where_none = -4;          // a line end between cells that begin and end at one height
inline constexpr double no_step = -4.5;                // no line end between cells that do not
inline constexpr double no_step_up = -2.5;             // the same in front of a cell of more lines: rows set at the top
inline constexpr double wrap_from_shared_line = -1.5;  // a wrapped cell begins or ends on the line of another
inline constexpr double line_of_its_own = -2;          // a short cell stands alone behind cells that share a line
inline constexpr double high_step = -2;                // a blank line for half a line
inline constexpr double high_step_down_row = -1;       // the same behind a cell of one line, which follows cells of more lines
inline constexpr double low_step = -4;                 // no blank line for a whole line

// Rows.
inline constexpr double next_number = 3;
inline constexpr double first_number_not_one = -3;
inline constexpr double jumped_number = -4;
inline constexpr double number_falls = -7;
inline constexpr double no_number = -4.6;  // merged over rows, or lost
inline constexpr double total_row = -1.5;  // 合计 in place of a number
inline constexpr double not_a_number = -12;
inline constexpr double row_beside = -2.5;  // rows follow each other with the gap that cells of one row have
inline constexpr double row_end = -0.4;
inline constexpr double empty_at_end = 1;  // the last cells are empty more often than others
inline constexpr double group_row = -3.3;
inline constexpr double group_before_number = 1.3;
inline constexpr double group_before_row = 1.5;  // in a table without numbers, the next row has several cells on its line
inline constexpr double group_in_brackets = -3;
inline constexpr double group_of_names = -3;
inline constexpr double first_group = 2.5;  // before all rows
inline constexpr double group_before_header = 2;
inline constexpr double short_group = -2.5;   // fewer than four characters
inline constexpr double group_numbered = 4;   // 一、 （一）
inline constexpr double rest_of_row = -9;     // pieces of a line that go on with cells of the row before
inline constexpr double rest_of_figure = -4;  // a figure that goes on in another line
inline constexpr double rest_behind_break = -2.5;

// Headers.
inline constexpr double column_name = -0.3;
inline constexpr double long_name = -0.35;  // each character over ten
inline constexpr double name_of_one_character = -2.5;
inline constexpr double name_of_digits = -5;
inline constexpr double further_header_line = -3;   // once
inline constexpr double name_on_further_line = -3;  // each
inline constexpr double name_of_lines =
    -1.5;  // each line end in a name, where all words of the header stand on their own lines
inline constexpr double parts_of_one_name = -12;  // a cell ends between 序 and 号
inline constexpr double known_character = 1.5;    // of a given name, in a header; others count against it
inline constexpr double no_header = -4;           // although names are given
inline constexpr double two_levels = -5;          // names over names
inline constexpr double mostly_empty_column = -6;

// Manners of printing.
inline constexpr double wrap_line_by_line = -5;
inline constexpr double rest_line_by_line = 5.5;

// The search.
inline constexpr double beam_margin = 13;
inline constexpr unsigned beam_width = 20;
inline constexpr double longest_stay = -12;

// How much less sure a row is that nothing but its gaps tells from the next.
inline constexpr double no_anchor = 0.55;

// Below this confidence a table stays as printed; the second where the user gave the columns.
inline constexpr double least_confidence = 0.6;
inline constexpr double least_with_columns = 0.3;

}  // namespace reportal::raw::weights
