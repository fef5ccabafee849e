// Schemas as tables: a key, what its value must be, and where it goes.
//
//     constexpr Key<School> keys[] = {{"id", id<&School::id>, required}, {"name", text<&School::name>, required}, …};
//     read_mapping(values, node, keys, school);
//
// One mechanism for portal.yaml, the vocabulary and front matter: an unknown key is a warning with the nearest name, a value of
// the wrong type an error with its place, a required key that is missing an error; all are reported, and what is right is read.
// A key without a value is taken as not given.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"
#include "chinese/dates.h"
#include "read/yaml/parse.h"

namespace reportal {

/// An entry of a mapping, or an item of a list under the list's key.
struct Field {
  const YamlNode& key;
  const YamlNode& value;
};

/// Reads values and reports those that are wrong. A value that is wrong leaves its target as it was.
class Values {
 public:
  Values(const YamlText& yaml, Problems& problems) : yaml_(yaml), problems_(yaml, problems) {}

  [[nodiscard]] Place place(const YamlNode& node) const { return place_of(yaml_, node); }
  void report(const ProblemKind& kind, const YamlNode& node, std::vector<std::string> arguments, std::string suggestion = {});
  void report_wrong_type(const Field& field, Wording expected);
  void report_unknown_key(const YamlNode& key, const std::vector<std::string_view>& names);
  void report_missing_key(const YamlNode& mapping, std::string_view name);

  /// True if the value is of this kind; else it was reported.
  [[nodiscard]] bool is_mapping(const Field& field);
  [[nodiscard]] bool is_text(const Field& field);

  void text(const Field& field, std::string& out);
  void texts(const Field& field, std::vector<std::string>& out);  ///< a list of texts, or one text
  void truth(const Field& field, bool& out);
  void whole_number(const Field& field, int least, int most, int& out);
  void number(const Field& field, std::optional<double>& out);  ///< an empty value is none
  void id(const Field& field, std::string& out);
  void ids(const Field& field, std::vector<std::string>& out);
  void address(const Field& field, std::string& out);  ///< http or https
  void date(const Field& field, Date& out);
  void language_tag(const Field& field, std::string& out);
  void choice(const Field& field, std::span<const std::string_view> names, std::string& out);
  /// The index of the value among `names`; nothing if it is none of them.
  [[nodiscard]] std::optional<std::size_t> choice(const Field& field, std::span<const std::string_view> names);

  /// Calls read(item) for every item of a list, or for a single scalar standing in its place.
  template <typename Read>
  void each_item(const Field& field, Wording expected, Read read) {
    if (field.value.is_scalar()) {
      read(field);
    } else if (field.value.is_sequence()) {
      for (const YamlNode& item : field.value.items) read(Field{field.key, item});
    } else {
      report_wrong_type(field, expected);
    }
  }

 private:
  const YamlText& yaml_;
  YamlProblems problems_;
};

enum class Need : bool { optional, required };

template <typename Target>
struct Key {
  std::string_view name;
  void (*set)(Values& values, const Field& field, Target& target);
  Need need = Need::optional;
};

// Setters for the tables: text<&School::name>.

template <auto member>
constexpr auto text = [](Values& values, const Field& field, auto& target) { values.text(field, target.*member); };
template <auto member>
constexpr auto texts = [](Values& values, const Field& field, auto& target) { values.texts(field, target.*member); };
template <auto member>
constexpr auto truth = [](Values& values, const Field& field, auto& target) { values.truth(field, target.*member); };
template <auto member, int least, int most>
constexpr auto whole_number =
    [](Values& values, const Field& field, auto& target) { values.whole_number(field, least, most, target.*member); };
template <auto member>
constexpr auto id = [](Values& values, const Field& field, auto& target) { values.id(field, target.*member); };
template <auto member>
constexpr auto ids = [](Values& values, const Field& field, auto& target) { values.ids(field, target.*member); };
template <auto member>
constexpr auto address = [](Values& values, const Field& field, auto& target) { values.address(field, target.*member); };
template <auto member>
constexpr auto date = [](Values& values, const Field& field, auto& target) { values.date(field, target.*member); };
template <auto member, const auto& names>
constexpr auto choice = [](Values& values, const Field& field, auto& target) { values.choice(field, names, target.*member); };
/// A key that is known and means nothing.
constexpr auto ignored = [](Values&, const Field&, auto&) {};

/// A year, as reports and schools have them.
template <auto member>
constexpr auto year = whole_number<member, 1000, 2999>;

/// Reads `mapping`, which is a mapping, into `target`.
template <typename Target>
void read_mapping(Values& values, const YamlNode& mapping, std::span<const Key<Target>> keys, Target& target) {
  std::uint64_t given = 0;
  for (const YamlNode::Entry& entry : mapping.entries) {
    std::size_t at = 0;
    while (at < keys.size() && keys[at].name != entry.key.text) ++at;
    if (at == keys.size()) {
      std::vector<std::string_view> names;
      for (const Key<Target>& key : keys) names.push_back(key.name);
      values.report_unknown_key(entry.key, names);
    } else if (!entry.value.is_null()) {
      given |= std::uint64_t{1} << at;
      keys[at].set(values, Field{entry.key, entry.value}, target);
    }
  }
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (keys[at].need == Need::required && (given >> at & 1) == 0) values.report_missing_key(mapping, keys[at].name);
  }
}

/// As above from a table that is an array: the target's type is then deduced.
template <typename Target, std::size_t count>
void read_mapping(Values& values, const YamlNode& mapping, const Key<Target> (&keys)[count], Target& target) {
  static_assert(count <= std::numeric_limits<std::uint64_t>::digits);
  read_mapping(values, mapping, std::span<const Key<Target>>(keys), target);
}

/// Ids: lower-case letters, digits, - and _, a letter or digit first, at most 100 characters.
[[nodiscard]] bool is_id(std::string_view text);
/// The nearest id to a text: Chinese by its pinyin, other characters replaced by '-'. Never empty.
[[nodiscard]] std::string make_id(std::string_view text);
/// An http or https address without spaces.
[[nodiscard]] bool is_web_address(std::string_view text);

}  // namespace reportal
