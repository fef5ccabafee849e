#include "index/data/data_table.h"

#include <utility>

#include "index/data/csv.h"

namespace reportal::index {
namespace {

std::string_view name_of(FieldType type) {
  switch (type) {
    case FieldType::string: return "string";
    case FieldType::integer: return "integer";
    case FieldType::number: return "number";
    case FieldType::year: return "year";
    case FieldType::date: return "date";
  }
  return {};
}

}  // namespace

DataTable::DataTable(DataSchema schema) : schema_(std::move(schema)), csv_(byte_order_mark), json_("[\n[") {
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (i > 0) {
      csv_ += ',';
      json_ += ',';
    }
    append_csv_field(csv_, schema_.fields[i].name);
    append_json_string(json_, schema_.fields[i].name);
  }
  csv_ += csv_line_end;
  json_ += ']';
}

void DataTable::begin_value() {
  json_ += field_ == 0 ? ",\n[" : ",";
  if (field_ > 0) csv_ += ',';
}

void DataTable::end_value() {
  if (++field_ < schema_.fields.size()) return;
  csv_ += csv_line_end;
  json_ += ']';
  field_ = 0;
}

DataTable& DataTable::text(std::string_view value) {
  begin_value();
  append_csv_field(csv_, value);
  if (value.empty()) json_ += "null";
  else append_json_string(json_, value);
  end_value();
  return *this;
}

DataTable& DataTable::count(std::size_t value) {
  begin_value();
  const std::string digits = std::to_string(value);
  csv_ += digits;
  json_ += digits;
  end_value();
  return *this;
}

DataTable& DataTable::number(double value) {
  begin_value();
  const std::size_t begin = json_.size();
  JsonWriter(json_).value(value);
  csv_.append(json_, begin);
  end_value();
  return *this;
}

DataTable& DataTable::year(int value) { return value == 0 ? text({}) : count(static_cast<std::size_t>(value)); }

std::string DataTable::take_csv() { return std::move(csv_); }

std::string DataTable::take_json() { return std::move(json_) += "\n]\n"; }

void write_resource(JsonWriter& json, const DataSchema& schema, bool chinese, std::size_t bytes) {
  json.begin_object();
  json.member("name", schema.name).member("title", chinese ? schema.chinese : schema.english).member("type", "table");
  json.member("path", std::string(schema.name) + ".csv").member("format", "csv").member("mediatype", "text/csv");
  json.member("encoding", "utf-8").member("bytes", static_cast<std::int64_t>(bytes));
  json.key("dialect").begin_object().member("delimiter", ",").member("lineTerminator", csv_line_end).end_object();
  json.key("schema").begin_object();
  json.key("fields").begin_array();
  for (const DataField& field : schema.fields) {
    json.begin_object();
    json.member("name", field.name).member("type", name_of(field.type)).member("title", chinese ? field.chinese : field.english);
    json.end_object();
  }
  json.end_array();
  if (!schema.primary_key.empty()) {
    json.key("primaryKey").begin_array();
    for (const std::string_view name : schema.primary_key) json.value(name);
    json.end_array();
  }
  json.key("missingValues").begin_array().value("").end_array();
  json.end_object().end_object();
}

}  // namespace reportal::index
