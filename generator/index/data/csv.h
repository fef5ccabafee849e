// CSV as RFC 4180 has it: commas, CR LF, quotes around a field that holds one of them; in UTF-8 with a byte order mark, which
// spreadsheets need for Chinese.

#pragma once

#include <string>
#include <string_view>

namespace reportal::index {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
inline constexpr std::string_view csv_line_end = "\r\n";

/// Appends one field, quoted where it has to be. The caller puts commas and line ends between.
void append_csv_field(std::string& out, std::string_view text);

}  // namespace reportal::index
