#include "command/vocabulary_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/text.h"
#include "chinese/collation.h"

namespace reportal {
namespace {

constexpr std::size_t longest_id = 60;

/// An id from the reading of a name: hu-nan-gong-ye-da-xue.
std::string id_of(std::string_view name) {
  std::string id;
  for (const char c : ascii_lower(pinyin(name))) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) id += c;
    else if (!id.empty() && id.back() != '-') id += '-';
  }
  if (id.size() > longest_id) id.resize(std::min(id.rfind('-', longest_id), longest_id));
  while (id.ends_with('-')) id.pop_back();
  return id;
}

void append_entry(std::string& out, const Suggestion& suggestion, bool chinese) {
  const auto end = std::back_inserter(out);
  fmt::format_to(end, "- id: {}\n  name: {}\n", id_of(suggestion.name), suggestion.name);
  if (!suggestion.forms.empty()) fmt::format_to(end, "  forms: [{}]\n", fmt::join(suggestion.forms, ", "));
  fmt::format_to(end, "  kind: {}\n  # {}", suggestion.type,
                 fmt::format(fmt::runtime(chinese ? "出现 {} 次：" : "found {} times: "), suggestion.count));
  for (std::size_t i = 0; i < suggestion.places.size(); ++i) {
    fmt::format_to(end, "{}{}:{}", i == 0 ? "" : ", ", suggestion.places[i].file, suggestion.places[i].line);
  }
  out += '\n';
}

void append_entries(std::string& out, const VocabularyReview& review, EntityKind kind, std::string_view file, bool chinese) {
  const auto count = std::count_if(review.suggestions.begin(), review.suggestions.end(),
                                   [&](const Suggestion& suggestion) { return suggestion.kind == kind; });
  out += fmt::format(fmt::runtime(chinese ? "# {}：可以加入的 {} 个名称\n" : "# {}: {} names that could be added\n"), file, count);
  for (const Suggestion& suggestion : review.suggestions) {
    if (suggestion.kind == kind) append_entry(out, suggestion, chinese);
  }
  out += '\n';
}

std::string_view file_of(EntityKind kind) {
  constexpr std::string_view files[entity_kinds] = {"schools.yaml", "organisations.yaml", "topics.yaml", "glossary.yaml"};
  return files[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string write_vocabulary_review(const VocabularyReview& review, Language language) {
  const bool chinese = language == Language::chinese;
  std::string out;
  append_entries(out, review, EntityKind::school, "schools.yaml", chinese);
  append_entries(out, review, EntityKind::organisation, "organisations.yaml", chinese);
  out += fmt::format(fmt::runtime(chinese ? "# 没有文献提到的条目：{} 个\n" : "# entries that no text names: {}\n"), review.unnamed.size());
  for (const UnnamedEntry& entry : review.unnamed) out += fmt::format("#   {}: {} {}\n", file_of(entry.kind), entry.id, entry.name);
  out += fmt::format(fmt::runtime(chinese ? "# 包含在其他条目名称里的名称：{} 个（在那里指的是较长的一个）\n"
                                          : "# names inside longer names of other entries: {} (there the longer one is meant)\n"),
                     review.shadowed.size());
  for (const ShadowedForm& one : review.shadowed) {
    out += fmt::format("#   {} ({}) ⊂ {} ({})\n", one.form, one.of, one.longer, one.longer_of);
  }
  return out;
}

}  // namespace reportal
