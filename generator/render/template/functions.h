// Filters, tests and functions: one table each, one shape for all. An expression is bound to its Function while loading.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "render/template/scratch.h"
#include "render/template/value.h"

namespace reportal::templates {

/// What went wrong in an operation on values; whoever knows the place makes a Problem of it.
struct Failure {
  const ProblemKind* kind = nullptr;
  std::vector<std::string> arguments;
  std::string suggestion;

  /// Always false, so that an operation can end with it.
  bool set(const ProblemKind& what, std::vector<std::string> words, std::string nearest = {}) {
    kind = &what;
    arguments = std::move(words);
    suggestion = std::move(nearest);
    return false;
  }
};

struct Function;

/// One application of a filter, test or function. Operations return false when they failed.
struct FunctionCall {
  const Function& function;
  Value input;                       ///< of filters and tests
  bool absent;                       ///< the input is a name that does not exist (only where the function takes those)
  std::span<const Value> arguments;  ///< one a parameter, defaults filled in
  const Value& names;                ///< of the page
  Scratch& scratch;
  Failure& failure;

  /// "'filter' takes `expected`, this is …".
  bool wrong_type(std::string_view expected, const Value& value);
  bool wrong_value(const Value& value);
  /// The value as text; false (and a failure) when it is none.
  bool take_text(const Value& value, std::string_view& text);
  bool take_integer(const Value& value, std::int64_t& integer);
  bool take_list(std::span<const Value>& items);  ///< of the input
};

struct FormalParameter {
  std::string_view name;
  bool required = true;
  Value standard = {};  ///< used when it is not required and not given
};

inline constexpr std::size_t max_function_parameters = 4;

struct Function {
  std::string_view name;
  bool (*apply)(FunctionCall& call, Value& result);
  std::vector<FormalParameter> parameters = {};
  bool takes_absent = false;
};

using FunctionTable = std::span<const Function>;

[[nodiscard]] FunctionTable text_filters();
[[nodiscard]] FunctionTable list_filters();
[[nodiscard]] FunctionTable number_filters();
[[nodiscard]] FunctionTable page_filters();
[[nodiscard]] FunctionTable tests();
[[nodiscard]] FunctionTable global_functions();

[[nodiscard]] const Function* find_filter(std::string_view name);
[[nodiscard]] const Function* find_test(std::string_view name);
[[nodiscard]] const Function* find_global_function(std::string_view name);
[[nodiscard]] std::string nearest_filter(std::string_view name);
[[nodiscard]] std::string nearest_test(std::string_view name);

}  // namespace reportal::templates
