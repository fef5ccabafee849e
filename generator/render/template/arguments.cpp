#include "render/template/arguments.h"

#include <algorithm>

#include "render/template/lexer.h"
#include "render/template/problems.h"

namespace reportal::templates {

std::optional<Expressions> bind_arguments(Template& home, std::string_view callee, Range call,
                                          const std::vector<Argument>& given, std::span<const FormalName> parameters,
                                          Problems& problems) {
  bool fits = true;
  const auto report = [&](const ProblemKind& kind, Range where, std::string_view word, std::string suggestion = {}) {
    fits = false;
    home.broken = true;
    problems.add(kind, place_of(home, where), {std::string(callee), std::string(word)}, std::move(suggestion));
  };
  Expressions bound(parameters.size(), nullptr);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const Argument& argument = given[i];
    std::size_t slot = i;
    if (!argument.name.empty()) {
      const auto found =
          std::find_if(parameters.begin(), parameters.end(), [&](const FormalName& one) { return one.name == argument.name; });
      slot = static_cast<std::size_t>(found - parameters.begin());
    }
    if (slot < parameters.size() && bound[slot] == nullptr) {
      bound[slot] = argument.value;
    } else if (slot < parameters.size()) {
      home.broken = true;
      fits = false;
      problems.add(problems::twice, place_of(home, argument.range), {std::string(parameters[slot].name)});
    } else if (argument.name.empty()) {
      report(problems::many_arguments, argument.range, std::to_string(parameters.size()));
    } else {
      std::vector<std::string_view> names;
      for (const FormalName& one : parameters) names.push_back(one.name);
      report(problems::unknown_argument, argument.range, argument.name, nearest_name(argument.name, names));
    }
  }
  for (std::size_t i = 0; fits && i < parameters.size(); ++i) {
    if (parameters[i].required && bound[i] == nullptr) report(problems::missing_argument, call, parameters[i].name);
  }
  if (!fits) return std::nullopt;
  return bound;
}

}  // namespace reportal::templates
