// values/NAME.csv: values of indicators as rows, for schools whose reports are not at hand and for figures that no report prints.
//
// The first row names the columns, in any order: school, indicator, year, value, and source if wanted; or 学校, 指标, 年度, 数值, 来源. Fields
// are parted by commas and may stand in quotes (RFC 4180). A row that cannot be read is an error with its place.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "model/metadata.h"

namespace reportal {

/// The folder of content/ that holds such files.
inline constexpr std::string_view values_folder = "values";

/// Appends the rows of the file at `path`.
void read_values_file(const Files& files, const std::string& path, std::vector<GivenValue>& values, Problems& problems);

/// 2023, 2023年; nothing if the text is no year.
[[nodiscard]] std::optional<int> year_of_text(std::string_view text);

}  // namespace reportal
