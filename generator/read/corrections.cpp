#include "read/corrections.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.h"
#include "read/problems.h"

namespace reportal {
namespace {

using As = Correction::As;

/// In the order of Correction::As, without as_found.
constexpr std::string_view kinds[] = {"text",  "paragraph", "list-item", "joined",   "heading", "case",   "figure", "table",
                                      "table-row", "note",  "noise",     "contents", "byline",  "credit", "repeat"};

constexpr Wording a_list_of_corrections{"更正的列表", "a list of corrections"};
constexpr int most_lines = std::numeric_limits<int>::max();

std::uint32_t whole(Values& values, const Field& field) {
  int number = 0;
  values.whole_number(field, 1, most_lines, number);
  return static_cast<std::uint32_t>(number);
}

/// A whole number at `text`, which moves behind it and the spaces after it; 0 if there is none.
std::uint32_t take_line(std::string_view& text) {
  std::uint32_t line = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), line);
  if (error != std::errc{} || line > static_cast<std::uint32_t>(most_lines)) return 0;
  text = trim(text.substr(static_cast<std::size_t>(end - text.data())));
  return line;
}

/// 1200-1203, or one line; the dash may be a full-width one.
void read_lines(Values& values, const Field& field, std::uint32_t& first, std::uint32_t& last) {
  if (!values.is_text(field)) return;
  std::string_view text = trim(field.value.text);
  const std::uint32_t begin = take_line(text);
  std::uint32_t end = begin;
  for (const std::string_view dash : {"-", "–", "—", "－", "~", "～"}) {
    if (!text.starts_with(dash)) continue;
    text = trim(text.substr(dash.size()));
    end = take_line(text);
    break;
  }
  if (begin == 0 || end < begin || !text.empty()) {
    values.report(read_problems::bad_lines, field.value, {field.value.text});
    return;
  }
  first = begin;
  last = end;
}

struct Draft {
  Correction correction;
  std::vector<const YamlNode*> details;  ///< keys that only some kinds have
};

void optional_text(Values& values, const Field& field, std::optional<std::string>& out) {
  std::string text;
  values.text(field, text);
  out = std::move(text);
}

constexpr Key<Draft> keys[] = {
    {"line", [](Values& values, const Field& field,
                Draft& draft) { draft.correction.first = draft.correction.last = whole(values, field); }},
    {"lines", [](Values& values, const Field& field,
                 Draft& draft) { read_lines(values, field, draft.correction.first, draft.correction.last); }},
    {"text", [](Values& values, const Field& field, Draft& draft) { values.text(field, draft.correction.text); }},
    {"as",
     [](Values& values, const Field& field, Draft& draft) {
       if (const auto kind = values.choice(field, kinds)) draft.correction.as = static_cast<As>(*kind + 1);
     }},
    {"level",
     [](Values& values, const Field& field, Draft& draft) {
       values.whole_number(field, 1, 6, draft.correction.level);
       draft.details.push_back(&field.key);
     }},
    {"number",
     [](Values& values, const Field& field, Draft& draft) {
       optional_text(values, field, draft.correction.number);
       draft.details.push_back(&field.key);
     }},
    {"title",
     [](Values& values, const Field& field, Draft& draft) {
       optional_text(values, field, draft.correction.title);
       draft.details.push_back(&field.key);
     }},
    {"of",
     [](Values& values, const Field& field, Draft& draft) {
       read_lines(values, field, draft.correction.kept_first, draft.correction.kept_last);
       draft.details.push_back(&field.key);
     }},
    {"reason", [](Values& values, const Field& field, Draft& draft) { values.text(field, draft.correction.reason); }},
    {"ends_case", [](Values& values, const Field& field, Draft& draft) { values.truth(field, draft.correction.ends_case); }},
    {"page", [](Values& values, const Field& field, Draft& draft) { draft.correction.page = whole(values, field); }},
};

bool has_detail(As as, std::string_view key) {
  if (key == "level") return as == As::heading;
  if (key == "of") return as == As::repeat;
  return as == As::heading || as == As::case_title || as == As::figure || as == As::table;
}

/// Whether the entry says which lines, and something of them. What it says wrongly was reported already.
bool is_whole(Values& values, const YamlNode& entry, const Draft& draft) {
  const Correction& correction = draft.correction;
  const auto report = [&](const ProblemKind& kind, const YamlNode& node, std::vector<std::string> arguments = {}) {
    values.report(kind, node, std::move(arguments));
    return false;
  };
  const auto has = [&](std::string_view key) {
    return std::any_of(entry.entries.begin(), entry.entries.end(), [&](const auto& one) { return one.key.text == key; });
  };
  if (has("line") && has("lines")) return report(read_problems::lines_twice, entry);
  if (correction.first == 0 && correction.text.empty())
    return !has("line") && !has("lines") && report(read_problems::correction_without_line, entry);
  if (correction.as == As::as_found && !correction.ends_case && correction.page == 0)
    return !has("as") && report(read_problems::correction_says_nothing, entry);
  for (const YamlNode* key : draft.details) {
    if (!has_detail(correction.as, key->text)) return report(read_problems::correction_detail, *key, {key->text});
  }
  if (correction.as == As::repeat && correction.kept_first == 0)
    return !has("of") && report(read_problems::repeat_of_nothing, entry);
  return true;
}

}  // namespace

void read_corrections(Values& values, const Field& field, std::vector<Correction>& corrections) {
  if (!field.value.is_sequence()) {
    values.report_wrong_type(field, a_list_of_corrections);
    return;
  }
  for (const YamlNode& entry : field.value.items) {
    if (!values.is_mapping({field.key, entry})) continue;
    Draft draft;
    read_mapping(values, entry, keys, draft);
    if (!is_whole(values, entry, draft)) continue;
    draft.correction.place = values.place(entry.entries.front().key);
    corrections.push_back(std::move(draft.correction));
  }
}

}  // namespace reportal
