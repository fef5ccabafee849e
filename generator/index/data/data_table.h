// A table of data/: its fields with their types, its rows; written as CSV, as JSON and as a resource of datapackage.json.
//
// Rows are written as they come, into both forms at once, since a portal of ten thousand cases has hundreds of thousands of them. JSON
// is an array of arrays, the names of the fields first: one of the forms that Data Package readers take, and the smallest.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace reportal::index {

/// A type of the Table Schema (Frictionless Data Package v2).
enum class FieldType : std::uint8_t { string, integer, number, year, date };

struct DataField {
  std::string_view name;
  FieldType type = FieldType::string;
  std::string_view chinese;  ///< what it says, for people
  std::string_view english;
};

/// What a table is, without its rows.
struct DataSchema {
  std::string_view name;  ///< of its files: data/NAME.csv, data/NAME.json
  std::string_view chinese, english;
  std::vector<DataField> fields;
  std::vector<std::string_view> primary_key;  ///< may be empty
};

/// Takes the rows of a table, a value for each field in their order.
class DataTable {
 public:
  explicit DataTable(DataSchema schema);

  /// "" is a missing value: an empty field in CSV, null in JSON.
  DataTable& text(std::string_view value);
  DataTable& count(std::size_t value);
  DataTable& number(double value);
  /// A year or a page; 0 is a missing value.
  DataTable& year(int value);

  [[nodiscard]] const DataSchema& schema() const { return schema_; }
  /// The finished files; called once, when all rows are in.
  [[nodiscard]] std::string take_csv();
  [[nodiscard]] std::string take_json();

 private:
  void begin_value();
  void end_value();

  DataSchema schema_;
  std::string csv_, json_;
  std::size_t field_ = 0;  ///< of the next value
};

/// The resource of a table in datapackage.json; `bytes` is the size of its CSV file.
void write_resource(JsonWriter& json, const DataSchema& schema, bool chinese, std::size_t bytes);

}  // namespace reportal::index
