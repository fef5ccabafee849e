// The template engine: a subset of Jinja2, parsed once to a program and run many times.
//
//   {{ expression | filter(argument) }}   {% if %}…{% elif %}…{% else %}…{% endif %}   {% for x in list %}…{% else %}…{% endfor %} with loop.*
//   {% for key, value in map %}   {% set x = … %}   {% include "name" %}   {% extends "name" %} {% block name %}…{% endblock %}   {{ super() }}
//   {% macro name(a, b=1) %}…{% endmacro %}   {% from "name" import macro %}   {% raw %}…{% endraw %}   {# comment #}   {%- and -%}
//   Expressions: literals, lists, a.b, a["b"], a[0], + - * / // %, ~, comparisons, in, not in, and, or, not, a if c else b, is defined, is none …
//
// Everything is escaped unless it is html. An unknown name, filter, test or template is an error with its place and the nearest name, never
// an empty string. Knows only base.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "render/template/value.h"

namespace reportal::templates {

/// Limits on what a template may do; over one of them is an error that names it.
inline constexpr int max_include_depth = 32;
inline constexpr int max_nesting = 64;                     ///< blocks inside blocks, brackets inside brackets
inline constexpr std::size_t max_loop_rounds = 10'000'000; ///< of one page
inline constexpr std::size_t max_page_bytes = std::size_t{256} << 20;

class Engine {
 public:
  Engine();
  ~Engine();
  Engine(Engine&&) noexcept;

  /// Parses all templates (name → text). Errors go into `problems` with the path of the file (`paths`: name → file).
  void load(const std::map<std::string, std::string>& templates, const std::map<std::string, std::string>& paths, Problems& problems);

  [[nodiscard]] bool has(std::string_view name) const;

  /// Runs the template over a map of names and appends what it writes to `out`. Thread-safe. False after an error, which stands in
  /// `problems`; `out` then holds a part.
  bool run(std::string_view name, const Value& names, std::string& out, Problems& problems) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace reportal::templates
