#include "index/data/data_table.h"

#include <fmt/format.h>

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
    case FieldType::boolean: return "boolean";
  }
  return {};
}

std::string number_text(double number) {
  std::string text;
  JsonWriter(text).value(number);
  return text;
}

void append_cell(std::string& out, const DataCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) append_csv_field(out, *text);
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) out += std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell)) out += number_text(*number);
  if (const auto* truth = std::get_if<bool>(&cell)) out += *truth ? "true" : "false";
}

void write_cell(JsonWriter& json, const DataCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) json.value(*text);
  else if (const auto* whole = std::get_if<std::int64_t>(&cell)) json.value(*whole);
  else if (const auto* number = std::get_if<double>(&cell)) json.value(*number);
  else if (const auto* truth = std::get_if<bool>(&cell)) json.value(*truth);
  else json.null();
}

}  // namespace

std::string csv_of(const DataTable& table) {
  std::string out(byte_order_mark);
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    if (i > 0) out += ',';
    append_csv_field(out, table.fields[i].name);
  }
  out += csv_line_end;
  for (const std::vector<DataCell>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      append_cell(out, row[i]);
    }
    out += csv_line_end;
  }
  return out;
}

std::string json_of(const DataTable& table) {
  std::string out = "[";
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    out += at == 0 ? "\n" : ",\n";
    JsonWriter json(out);
    json.begin_object();
    for (std::size_t i = 0; i < table.fields.size(); ++i) write_cell(json.key(table.fields[i].name), table.rows[at][i]);
    json.end_object();
  }
  return out += "\n]\n";
}

void write_resource(JsonWriter& json, const DataTable& table, bool chinese, std::size_t bytes) {
  json.begin_object();
  json.member("name", table.name).member("title", chinese ? table.chinese : table.english).member("type", "table");
  json.member("path", std::string(table.name) + ".csv").member("format", "csv").member("mediatype", "text/csv");
  json.member("encoding", "utf-8").member("bytes", static_cast<std::int64_t>(bytes));
  json.key("dialect").begin_object().member("delimiter", ",").member("lineTerminator", csv_line_end).end_object();
  json.key("schema").begin_object();
  json.key("fields").begin_array();
  for (const DataField& field : table.fields) {
    json.begin_object();
    json.member("name", field.name).member("type", name_of(field.type)).member("title", chinese ? field.chinese : field.english);
    json.end_object();
  }
  json.end_array();
  if (!table.primary_key.empty()) {
    json.key("primaryKey").begin_array();
    for (const std::string_view name : table.primary_key) json.value(name);
    json.end_array();
  }
  json.key("missingValues").begin_array().value("").end_array();
  json.end_object().end_object();
}

DataCell text_cell(std::string_view text) { return text.empty() ? DataCell() : DataCell(std::string(text)); }

DataCell year_cell(int year) { return year == 0 ? DataCell() : DataCell(std::int64_t{year}); }

DataCell count_cell(std::size_t count) { return static_cast<std::int64_t>(count); }

}  // namespace reportal::index
