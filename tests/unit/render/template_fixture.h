// Runs templates in memory and gives back what they write, or the problems as text.

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "render/template/engine.h"

namespace reportal::templates {

using Files = std::map<std::string, std::string>;

/// Problems as lines "file:line:column: id: sentence", the suggestion behind in brackets.
inline std::string told(const Problems& problems) {
  std::string lines;
  for (const Problem& problem : problems.sorted()) {
    if (!lines.empty()) lines += '\n';
    lines += problem.place.file + ':' + std::to_string(problem.place.line) + ':' + std::to_string(problem.place.column) + ": " +
             std::string(problem.kind->id) + ": " + problem.text(Language::english);
    if (!problem.suggestion.empty()) lines += " [" + problem.suggestion + "]";
  }
  return lines;
}

/// What the template "page" writes over `names`; the problems where there are any.
inline std::string render(const Files& files, const Value& names = Value::map({})) {
  Engine engine;
  Problems problems;
  engine.load(files, {}, problems);
  if (problems.has_errors()) return told(problems);
  std::string out;
  const bool good = engine.run("page", names, out, problems);
  return good && !problems.has_errors() ? out : told(problems);
}

inline std::string render(const std::string& page, const Value& names = Value::map({})) {
  return render(Files{{"page", page}}, names);
}

}  // namespace reportal::templates
