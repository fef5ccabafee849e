// Cleaning records written out for people.

#pragma once

#include <string>

#include "base/problem.h"
#include "model/record.h"

namespace reportal {

/// One line with its line end: "r.txt: 2012 lines; 14 removed (12 leftover address, …); 1219 joined; 14 tables rebuilt; 2
/// doubts".
[[nodiscard]] std::string write_record_line(const std::string& path, const RecordCounts& counts, Language language);

/// The record of one document: what it is, the line above, then what was removed, rebuilt and corrected, with its lines.
[[nodiscard]] std::string write_record(const Document& document, Language language);

}  // namespace reportal
