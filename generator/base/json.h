// Writing JSON. A writer that appends to a string, escapes, keeps the commas, and indents when asked to.
// Strings must be UTF-8; bytes that are not are replaced by U+FFFD.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportal {

/// Appends `text` as a JSON string with its quotes. `<` and U+2028/U+2029 are escaped too, so that it may stand in a script.
void append_json_string(std::string& out, std::string_view text);

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, int indent = 0) : out_(out), indent_(indent) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(std::int64_t{number}); }
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::uint64_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(double number);  ///< shortest form that reads back the same; not finite → null
  JsonWriter& null();
  template <typename Value>
  JsonWriter& member(std::string_view name, const Value& item) { return key(name).value(item); }

 private:
  void before_value();
  void line();

  struct Level { bool object; bool empty; };
  std::string& out_;
  int indent_;
  bool after_key_ = false;
  std::vector<Level> levels_;
};

}  // namespace reportal
