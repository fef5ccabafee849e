// A table of data/: its fields with their types, its rows; written as CSV, as JSON and as a resource of datapackage.json.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.h"

namespace reportal::index {

/// A type of the Table Schema (Frictionless Data Package v2).
enum class FieldType : std::uint8_t { string, integer, number, year, date, boolean };

struct DataField {
  std::string_view name;
  FieldType type = FieldType::string;
  std::string_view chinese;  ///< what it says, for people
  std::string_view english;
};

/// Nothing: the value is missing, which is an empty field in CSV and null in JSON.
using DataCell = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

struct DataTable {
  std::string_view name;  ///< of its files: data/NAME.csv, data/NAME.json
  std::string_view chinese, english;
  std::vector<DataField> fields;
  std::vector<std::string_view> primary_key;  ///< may be empty
  std::vector<std::vector<DataCell>> rows;    ///< as many cells as fields
};

[[nodiscard]] std::string csv_of(const DataTable& table);
/// An array of objects, a row a line.
[[nodiscard]] std::string json_of(const DataTable& table);
/// The resource of the table in datapackage.json; `bytes` is the size of its CSV file.
void write_resource(JsonWriter& json, const DataTable& table, bool chinese, std::size_t bytes);

/// "" as a missing value.
[[nodiscard]] DataCell text_cell(std::string_view text);
/// 0 as a missing value: years, and founding years.
[[nodiscard]] DataCell year_cell(int year);
[[nodiscard]] DataCell count_cell(std::size_t count);

}  // namespace reportal::index
