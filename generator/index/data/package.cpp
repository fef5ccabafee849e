// datapackage.json: what data/ holds, as Frictionless Data Package v2 describes it, and the files it names.

#include <string>

#include "base/json.h"
#include "index/data/datasets.h"
#include "index/exports.h"

namespace reportal::index {
namespace {

/// A name as the standard wants it: lower-case letters, digits, '-', '_', '.' and '/'.
constexpr std::string_view package_name = "reportal-data";

std::string package_json(const Settings& settings, const std::vector<DataTable>& tables, const std::vector<std::size_t>& bytes) {
  const bool chinese = !settings.language.starts_with("en");
  std::string out;
  JsonWriter json(out, 2);
  json.begin_object();
  json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
  json.member("name", package_name).member("title", settings.title);
  if (!settings.description.empty()) json.member("description", settings.description);
  if (!settings.base_url.empty()) json.member("homepage", settings.base_url);
  // The standard asks for a licence's address, or its name in the Open Definition, which a portal does not state.
  if (!settings.licence_url.empty()) {
    json.key("licenses").begin_array().begin_object().member("path", settings.licence_url);
    json.member("title", settings.licence.empty() ? settings.licence_url : settings.licence);
    json.end_object().end_array();
  }
  if (!settings.publisher.empty()) {
    json.key("contributors").begin_array().begin_object().member("title", settings.publisher);
    json.key("roles").begin_array().value("publisher").end_array();
    json.end_object().end_array();
  }
  json.key("resources").begin_array();
  for (std::size_t i = 0; i < tables.size(); ++i) write_resource(json, tables[i].schema(), chinese, bytes[i]);
  json.end_array().end_object();
  return out += '\n';
}

}  // namespace

std::vector<std::string> data_addresses() {
  std::vector<std::string> addresses = {"data/datapackage.json"};
  for (const Dataset& dataset : dataset_list()) {
    for (const std::string_view ending : {".csv", ".json"}) addresses.push_back(std::string("data/").append(dataset.name).append(ending));
  }
  return addresses;
}

void append_data(const Library& library, const Links& links, const SitePlan& plan, std::vector<OutputFile>& files) {
  std::vector<DataTable> tables = datasets(library, links, plan);
  std::vector<std::size_t> bytes;
  for (DataTable& table : tables) {
    const std::string stem = "data/" + std::string(table.schema().name);
    files.push_back({stem + ".csv", table.take_csv()});
    bytes.push_back(files.back().bytes.size());
    files.push_back({stem + ".json", table.take_json()});
  }
  files.push_back({"data/datapackage.json", package_json(library.settings, tables, bytes)});
}

}  // namespace reportal::index
