// What yaml-cpp lets pass or reports in the wrong place, found by a scan of the lines before it runs: tabs in the indentation,
// quotes that are never closed, text behind a closing quote, brackets without end.

#pragma once

#include "read/yaml/parse.h"

namespace reportal {

/// False after a problem was reported: the text is then not worth parsing.
[[nodiscard]] bool check_yaml_lines(const YamlText& yaml, Problems& problems);

/// After a syntax error on `line` of the file: the key at or before it that is followed by a full-width colon, or by a colon
/// without a space, is the likely cause. Reports it and returns true if there is one.
[[nodiscard]] bool report_broken_key(const YamlText& yaml, std::uint32_t line, Problems& problems);

}  // namespace reportal
