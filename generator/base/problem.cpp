#include "base/problem.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/text.h"

namespace reportal {
namespace {

std::string filled_in(std::string_view pattern, const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(std::string_view(argument));
  return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), store);
}

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> result;
  for (std::size_t i = 0; i < text.size();) result.push_back(next_character(text, i));
  return result;
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
std::size_t edit_distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

auto sort_place(const Problem& p) { return std::tie(p.place.file, p.place.line, p.place.column, p.kind->id, p.arguments); }

// The caret has to stand under a character as a terminal prints it, which is two columns for East Asian wide ones. This is
// the East Asian Wide property by blocks; base cannot ask the Chinese room.
int terminal_width(char32_t c) {
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

/// The stretch of a line that is worth showing around a column: long lines are cut to some 100 characters.
struct Excerpt {
  std::string text;
  std::size_t lead = 0;  ///< columns before the caret
};

constexpr std::size_t excerpt_characters = 100;

Excerpt excerpt_around(std::string_view line, std::size_t column) {
  const std::vector<char32_t> all = characters(line);
  const std::size_t target = column == 0 ? 0 : std::min(column - 1, all.size());
  const std::size_t first = target > excerpt_characters * 2 / 3 ? target - excerpt_characters / 2 : 0;
  const std::size_t last = std::min(all.size(), first + excerpt_characters);
  Excerpt excerpt;
  if (first > 0) {
    excerpt.text = "…";
    excerpt.lead = 1;
  }
  for (std::size_t i = first; i < last; ++i) {
    const char32_t shown = all[i] < 0x20 ? U' ' : all[i];
    if (i < target) excerpt.lead += static_cast<std::size_t>(terminal_width(shown));
    append_character(excerpt.text, shown);
  }
  if (last < all.size()) excerpt.text += "…";
  return excerpt;
}

struct Style {
  const char *strong, *severity, *caret, *off;
};

Style style_of(Severity severity, bool colour) {
  if (!colour) return {"", "", "", ""};
  static constexpr const char* colours[] = {"\x1b[1;36m", "\x1b[1;35m", "\x1b[1;31m"};
  return {"\x1b[1m", colours[static_cast<std::size_t>(severity)], "\x1b[1;32m", "\x1b[0m"};
}

std::string_view severity_name(Severity severity, Language language) {
  static constexpr std::string_view english[] = {"note", "warning", "error"};
  static constexpr std::string_view chinese[] = {"提示", "警告", "错误"};
  return (language == Language::chinese ? chinese : english)[static_cast<std::size_t>(severity)];
}

}  // namespace

std::string Problem::text(Language language) const {
  return filled_in(language == Language::chinese ? kind->chinese : kind->english, arguments);
}

std::string Problem::hint(Language language) const {
  if (!suggestion.empty()) {
    return language == Language::chinese ? fmt::format("是否想写“{}”？", suggestion) : fmt::format("did you mean '{}'?", suggestion);
  }
  return filled_in(language == Language::chinese ? kind->chinese_hint : kind->english_hint, arguments);
}

void Problems::add(Problem problem) {
  const std::lock_guard lock(mutex_);
  ++counts_[static_cast<std::size_t>(problem.severity())];
  problems_.push_back(std::move(problem));
}

void Problems::add(const ProblemKind& kind, Place place, std::vector<std::string> arguments, std::string suggestion) {
  add(Problem{&kind, std::move(place), std::move(arguments), std::move(suggestion)});
}

bool Problems::has_errors() const { return count(Severity::error) > 0; }

std::size_t Problems::count(Severity severity) const {
  const std::lock_guard lock(mutex_);
  return counts_[static_cast<std::size_t>(severity)];
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> result;
  {
    const std::lock_guard lock(mutex_);
    result = problems_;
  }
  std::sort(result.begin(), result.end(), [](const Problem& a, const Problem& b) { return sort_place(a) < sort_place(b); });
  const auto same = [](const Problem& a, const Problem& b) { return sort_place(a) == sort_place(b); };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

std::string nearest_name(std::string_view name, const std::vector<std::string_view>& names) {
  const std::vector<char32_t> wanted = characters(name);
  std::string_view best;
  std::size_t best_distance = npos;
  for (const std::string_view candidate : names) {
    const std::vector<char32_t> letters = characters(candidate);
    const std::size_t distance = edit_distance(wanted, letters);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), letters.size()) / 3);
    if (distance <= allowed && distance < best_distance && distance < letters.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return std::string(best);
}

std::string format_problem(const Problem& problem, Language language, bool colour) {
  const Place& place = problem.place;
  const Style style = style_of(problem.severity(), colour);
  std::string out = style.strong + place.file;
  if (place.line > 0) out += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) out += fmt::format(":{}", place.column);
  if (!place.file.empty()) out += ": ";
  out += fmt::format("{}{}{}:{} {} [{}]\n", style.off, style.severity, severity_name(problem.severity(), language), style.off,
                     problem.text(language), problem.kind->id);
  if (!place.excerpt.empty()) {
    const std::string number = place.line > 0 ? std::to_string(place.line) : "";
    const Excerpt excerpt = excerpt_around(place.excerpt, place.column);
    out += fmt::format("  {} | {}\n", number, excerpt.text);
    if (place.column > 0) {
      const std::string marks(std::clamp<std::size_t>(place.length, 1, 40), '^');
      out += fmt::format("  {:{}} | {:{}}{}{}{}\n", "", number.size(), "", excerpt.lead, style.caret, marks, style.off);
    }
  }
  if (const std::string hint = problem.hint(language); !hint.empty()) out += "  = " + hint + "\n";
  return out;
}

}  // namespace reportal
