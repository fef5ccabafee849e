#include "command/problem_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>

#include "base/json.h"
#include "base/text.h"

namespace reportal {
namespace {

std::string_view level_of(Severity severity) {
  static constexpr std::string_view levels[] = {"note", "warning", "error"};
  return levels[static_cast<std::size_t>(severity)];
}

std::string write_text(const std::vector<Problem>& problems, Language language, bool colour, std::string_view closing) {
  std::string out;
  for (const Problem& problem : problems) out += format_problem(problem, language, colour);
  out += closing;
  return out + problem_counts(problems, language) + "\n";
}

void write_place(JsonWriter& json, const Place& place) {
  if (!place.file.empty()) json.member("file", place.file);
  if (place.line > 0) json.member("line", place.line);
  if (place.column > 0) json.member("column", place.column);
  if (place.length > 0) json.member("length", place.length);
}

std::string write_json(const std::vector<Problem>& problems, Language language) {
  std::string out;
  JsonWriter json(out, 2);
  json.begin_array();
  for (const Problem& problem : problems) {
    json.begin_object().member("id", problem.kind->id).member("severity", level_of(problem.severity()));
    write_place(json, problem.place);
    json.member("text", problem.text(language));
    if (const std::string hint = problem.hint(language); !hint.empty()) json.member("hint", hint);
    json.end_object();
  }
  json.end_array();
  return out + "\n";
}

/// FNV-1a over what makes a problem the same one after lines were moved: its kind, file and arguments.
std::string fingerprint(const Problem& problem) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  const auto mix = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    hash = (hash ^ 0xFF) * 0x100000001B3ULL;
  };
  mix(problem.kind->id);
  mix(problem.place.file);
  for (const std::string& argument : problem.arguments) mix(argument);
  mix(trim(problem.place.excerpt));
  return fmt::format("{:016x}", hash);
}

std::string file_uri(std::string_view path) {
  std::string uri;
  append_url_path(uri, path);
  return uri;
}

void write_rule(JsonWriter& json, const ProblemKind& kind, Language language) {
  json.begin_object().member("id", kind.id);
  json.key("shortDescription").begin_object().member("text", language == Language::chinese ? kind.chinese : kind.english).end_object();
  json.key("defaultConfiguration").begin_object().member("level", level_of(kind.severity)).end_object();
  json.end_object();
}

void write_result(JsonWriter& json, const Problem& problem, std::size_t rule, Language language) {
  std::string message = problem.text(language);
  if (const std::string hint = problem.hint(language); !hint.empty()) message += language == Language::chinese ? "。" + hint : ". " + hint;
  json.begin_object().member("ruleId", problem.kind->id).member("ruleIndex", rule).member("level", level_of(problem.severity()));
  json.key("message").begin_object().member("text", message).end_object();
  if (!problem.place.file.empty()) {
    json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
    json.key("artifactLocation").begin_object().member("uri", file_uri(problem.place.file)).end_object();
    if (problem.place.line > 0) {
      json.key("region").begin_object().member("startLine", problem.place.line);
      if (problem.place.column > 0) {
        json.member("startColumn", problem.place.column);
        json.member("endColumn", problem.place.column + std::max(1U, problem.place.length));
      }
      json.end_object();
    }
    json.end_object().end_object().end_array();
  }
  json.key("partialFingerprints").begin_object().member("reportal/v1", fingerprint(problem)).end_object();
  json.end_object();
}

std::string write_sarif(const std::vector<Problem>& problems, Language language, std::string_view version) {
  std::map<std::string_view, const ProblemKind*> kinds;
  for (const Problem& problem : problems) kinds.emplace(problem.kind->id, problem.kind);
  std::map<std::string_view, std::size_t> rules;
  for (const auto& [id, kind] : kinds) rules.emplace(id, rules.size());

  std::string out;
  JsonWriter json(out, 2);
  json.begin_object().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json").member("version", "2.1.0");
  json.key("runs").begin_array().begin_object();
  json.key("tool").begin_object().key("driver").begin_object().member("name", "reportal").member("version", version);
  json.key("rules").begin_array();
  for (const auto& [id, kind] : kinds) write_rule(json, *kind, language);
  json.end_array().end_object().end_object();
  json.member("columnKind", "unicodeCodePoints");
  json.key("results").begin_array();
  for (const Problem& problem : problems) write_result(json, problem, rules.at(problem.kind->id), language);
  json.end_array().end_object().end_array().end_object();
  return out + "\n";
}

/// GitHub's workflow commands escape per cent signs and line ends, in properties also colons and commas.
std::string escaped_command(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string write_github(const std::vector<Problem>& problems, Language language) {
  static constexpr std::string_view commands[] = {"notice", "warning", "error"};
  std::string out;
  for (const Problem& problem : problems) {
    const Place& place = problem.place;
    out += fmt::format("::{} title={}", commands[static_cast<std::size_t>(problem.severity())], escaped_command(problem.kind->id, true));
    if (!place.file.empty()) out += ",file=" + escaped_command(place.file, true);
    if (place.line > 0) out += fmt::format(",line={}", place.line);
    if (place.column > 0) out += fmt::format(",col={}", place.column);
    std::string message = problem.text(language);
    if (const std::string hint = problem.hint(language); !hint.empty()) message += "\n" + hint;
    out += "::" + escaped_command(message, false) + "\n";
  }
  return out;
}

}  // namespace

std::string problem_counts(const std::vector<Problem>& problems, Language language) {
  const auto count = [&](Severity severity) {
    return std::count_if(problems.begin(), problems.end(), [&](const Problem& p) { return p.severity() == severity; });
  };
  const auto errors = count(Severity::error);
  const auto warnings = count(Severity::warning);
  if (language == Language::chinese) return fmt::format("{} 个错误，{} 个警告", errors, warnings);
  return fmt::format("{} error{}, {} warning{}", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

std::string write_problems(const std::vector<Problem>& problems, OutputFormat format, Language language, std::string_view version,
                           bool colour, std::string_view closing) {
  switch (format) {
    case OutputFormat::text: return write_text(problems, language, colour, closing);
    case OutputFormat::json: return write_json(problems, language);
    case OutputFormat::sarif: return write_sarif(problems, language, version);
    case OutputFormat::github: return write_github(problems, language);
  }
  return {};
}

}  // namespace reportal
