#include "read/yaml/schema.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "chinese/collation.h"
#include "read/problems.h"

namespace reportal {
namespace {

constexpr std::size_t max_id_length = 100;

constexpr Wording a_text{"文字", "a text"};
constexpr Wording a_list_of_texts{"文字的列表", "a list of texts"};
constexpr Wording a_list_of_ids{"id 的列表", "a list of ids"};
constexpr Wording a_mapping{"由“键: 值”组成的映射", "a mapping of `key: value` lines"};
constexpr Wording a_truth{"true 或 false", "true or false"};
constexpr Wording a_number{"数", "a number"};
constexpr Wording a_whole_number{"整数", "a whole number"};

Wording what_is(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return {"空的", "nothing"};
    case YamlNode::Kind::scalar:
      return {"一段文字", "a text"};
    case YamlNode::Kind::sequence:
      return {"列表", "a list"};
    case YamlNode::Kind::mapping:
      return {"映射", "a mapping"};
  }
  return {};
}

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

void Values::report(const ProblemKind& kind, const YamlNode& node, std::vector<std::string> arguments, std::string suggestion) {
  problems_.add(kind, node, std::move(arguments), std::move(suggestion));
}

void Values::report_wrong_type(const Field& field, Wording expected) {
  constexpr std::string_view wide_colon = "：";
  const YamlNode& value = field.value;
  if (value.is_scalar() && expected.english == a_mapping.english) {
    const std::size_t at = yaml_.line(value.line).find(wide_colon, value.byte);
    if (at != npos) {  // a mapping was meant
      problems_.add(read_problems::yaml_wide_colon, value.line, at);
      return;
    }
  }
  const Wording found = what_is(value);
  report(read_problems::wrong_type, value,
         {field.key.text, std::string(expected.chinese), std::string(expected.english), std::string(found.chinese),
          std::string(found.english)});
}

void Values::report_unknown_key(const YamlNode& key, const std::vector<std::string_view>& names) {
  constexpr std::string_view wide_colon = "：";
  const std::size_t at = key.text.find(wide_colon);
  if (at != npos && std::find(names.begin(), names.end(), trim(std::string_view(key.text).substr(0, at))) != names.end()) {
    problems_.add(read_problems::yaml_wide_colon, key.line, yaml_.line(key.line).find(wide_colon, key.byte));
    return;
  }
  report(read_problems::unknown_key, key, {key.text}, nearest_name(key.text, names));
}

void Values::report_missing_key(const YamlNode& mapping, std::string_view name) {
  report(read_problems::missing_key, mapping, {std::string(name)});
}

bool Values::is_mapping(const Field& field) {
  if (!field.value.is_mapping()) report_wrong_type(field, a_mapping);
  return field.value.is_mapping();
}

bool Values::is_text(const Field& field) {
  if (!field.value.is_scalar()) report_wrong_type(field, a_text);
  return field.value.is_scalar();
}

void Values::text(const Field& field, std::string& out) {
  if (is_text(field)) out = trim(field.value.text);
}

void Values::texts(const Field& field, std::vector<std::string>& out) {
  each_item(field, a_list_of_texts, [&](const Field& item) {
    std::string one;
    text(item, one);
    if (!one.empty()) out.push_back(std::move(one));
  });
}

void Values::truth(const Field& field, bool& out) {
  const std::string word = ascii_lower(field.value.text);
  if (word == "true" || word == "yes") {
    out = true;
  } else if (word == "false" || word == "no") {
    out = false;
  } else {
    report_wrong_type(field, a_truth);
  }
}

void Values::whole_number(const Field& field, int least, int most, int& out) {
  const std::string_view digits = trim(field.value.text);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = !digits.empty() && end == digits.data() + digits.size();
  if (!whole) {
    report_wrong_type(field, a_whole_number);
  } else if (error != std::errc{} || number < least || number > most) {
    report(read_problems::out_of_range, field.value, {field.key.text, std::to_string(least), std::to_string(most)});
  } else {
    out = number;
  }
}

void Values::number(const Field& field, std::optional<double>& out) {
  if (field.value.is_null()) return;
  const std::string_view digits = trim(field.value.text);
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (!digits.empty() && end == digits.data() + digits.size() && error == std::errc{} && std::isfinite(number)) {
    out = number;
  } else {
    report_wrong_type(field, a_number);
  }
}

void Values::id(const Field& field, std::string& out) {
  if (!is_text(field)) return;
  if (is_id(field.value.text)) {
    out = field.value.text;
  } else {
    report(read_problems::bad_id, field.value, {field.value.text}, make_id(field.value.text));
  }
}

void Values::ids(const Field& field, std::vector<std::string>& out) {
  each_item(field, a_list_of_ids, [&](const Field& item) {
    std::string one;
    id(item, one);
    if (!one.empty()) out.push_back(std::move(one));
  });
}

void Values::address(const Field& field, std::string& out) {
  if (!is_text(field)) return;
  const std::string_view text = trim(field.value.text);
  if (text.empty() || is_web_address(text)) {
    out = text;
  } else {
    report(read_problems::bad_address, field.value, {std::string(text)});
  }
}

void Values::date(const Field& field, Date& out) {
  if (!is_text(field)) return;
  if (const auto date = parse_date(trim(field.value.text))) {
    out = *date;
  } else {
    report(read_problems::bad_date, field.value, {field.value.text});
  }
}

void Values::language_tag(const Field& field, std::string& out) {
  if (!is_text(field)) return;
  bool good = true;
  bool first = true;
  for (const std::string_view part : split(field.value.text, '-')) {
    good = good && !part.empty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), [&](char c) {
             const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
             return letter || (!first && c >= '0' && c <= '9');
           });
    good = good && (!first || part.size() >= 2);
    first = false;
  }
  if (good) {
    out = field.value.text;
  } else {
    report(read_problems::bad_language, field.value, {field.value.text});
  }
}

void Values::choice(const Field& field, std::span<const std::string_view> names, std::string& out) {
  if (const auto chosen = choice(field, names)) out = names[*chosen];
}

std::optional<std::size_t> Values::choice(const Field& field, std::span<const std::string_view> names) {
  if (!is_text(field)) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), field.value.text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string all;
  for (const std::string_view name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  report(read_problems::unknown_value, field.value, {field.key.text, field.value.text, all},
         nearest_name(field.value.text, {names.begin(), names.end()}));
  return std::nullopt;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= max_id_length && is_lower_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower_or_digit(c) || c == '-' || c == '_'; });
}

std::string make_id(std::string_view text) {
  std::string id;
  for (const char c : ascii_lower(pinyin(text))) {
    if (is_lower_or_digit(c)) {
      id += c;
    } else if (c == '_' && !id.empty()) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  id.resize(std::min(id.size(), max_id_length));
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "source" : id;
}

bool is_web_address(std::string_view text) {
  const std::string scheme = ascii_lower(text.substr(0, 8));
  const std::size_t host = scheme == "https://" ? 8 : scheme.starts_with("http://") ? 7 : text.size();
  return host < text.size() && text[host] != '/' && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == 0x7f;
         });
}

}  // namespace reportal
