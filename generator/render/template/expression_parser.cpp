#include "render/template/expression_parser.h"

#include <algorithm>
#include <optional>

#include "render/template/arguments.h"
#include "render/template/engine.h"
#include "render/template/functions.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

/// Expressions below each other, whether by brackets or by long chains of operators and filters.
constexpr std::uint32_t max_expression_depth = 200;

struct Sign {
  std::string_view text;
  Operator sign;
};

constexpr Sign comparison_signs[] = {{"==", Operator::equal},      {"!=", Operator::unequal}, {"<", Operator::less},
                                     {"<=", Operator::less_equal}, {">", Operator::greater},  {">=", Operator::greater_equal}};
constexpr Sign sum_signs[] = {{"+", Operator::add}, {"-", Operator::subtract}};
constexpr Sign product_signs[] = {
    {"*", Operator::multiply}, {"/", Operator::divide}, {"//", Operator::floor_divide}, {"%", Operator::modulo}};

std::optional<Operator> sign_of(const Token& token, std::span<const Sign> signs) {
  if (token.kind != TokenKind::sign) return std::nullopt;
  for (const Sign& one : signs) {
    if (one.text == token.text) return one.sign;
  }
  return std::nullopt;
}

std::optional<LoopField> loop_field(std::string_view name) {
  static constexpr std::pair<std::string_view, LoopField> fields[] = {
      {"index", LoopField::index},         {"index0", LoopField::index0},    {"revindex", LoopField::revindex},
      {"revindex0", LoopField::revindex0}, {"first", LoopField::first},      {"last", LoopField::last},
      {"length", LoopField::length},       {"depth", LoopField::depth},      {"depth0", LoopField::depth0},
      {"previtem", LoopField::previtem},   {"nextitem", LoopField::nextitem}};
  for (const auto& [text, field] : fields) {
    if (text == name) return field;
  }
  return std::nullopt;
}

/// Marks a name, its members and items as ones that may be absent.
void tolerate(const Expression* expression) {
  while (expression != nullptr) {
    auto& node = const_cast<Expression*>(expression)->node;  // made by this parser and not yet shared
    if (auto* name = std::get_if<Name>(&node)) {
      name->may_be_absent = true;
      return;
    }
    if (auto* loop = std::get_if<LoopAccess>(&node)) {
      loop->may_be_absent = true;
      return;
    }
    if (auto* member = std::get_if<MemberAccess>(&node)) {
      member->may_be_absent = true;
      expression = member->object;
    } else if (auto* item = std::get_if<ItemAccess>(&node)) {
      item->may_be_absent = true;
      expression = item->object;
    } else {
      return;
    }
  }
}

}  // namespace

template <typename Node>
const Expression* ExpressionParser::add(Node node, Range range, std::initializer_list<const Expression*> below) {
  std::uint32_t depth = 0;
  for (const Expression* one : below) depth = std::max(depth, one->depth);
  return keep({std::move(node), range}, depth);
}

template <typename Node>
const Expression* ExpressionParser::add_above(Node node, Range range, const Expressions& below) {
  std::uint32_t depth = 0;
  for (const Expression* one : below) {
    if (one != nullptr) depth = std::max(depth, one->depth);
  }
  return keep({std::move(node), range}, depth);
}

const Expression* ExpressionParser::keep(Expression expression, std::uint32_t depth_below) {
  if (depth_below >= max_expression_depth) {
    reader_.report(problems::limit_nesting, expression.range, {std::to_string(max_expression_depth)});
    return nullptr;
  }
  expression.depth = depth_below + 1;
  return &home_.expressions.emplace_back(std::move(expression));
}

bool ExpressionParser::enter(Range where) {
  if (nesting_ < max_nesting) {
    ++nesting_;
    return true;
  }
  reader_.report(problems::limit_nesting, where, {std::to_string(max_nesting)});
  return false;
}

const Expression* ExpressionParser::parse() {
  if (!enter(reader_.peek().range)) return nullptr;
  const Expression* value = parse_unconditional();
  if (value != nullptr && reader_.is_word("if")) {
    const Range where = reader_.next().range;
    const Expression* condition = parse_unconditional();
    const Expression* otherwise = nullptr;
    bool good = condition != nullptr;
    if (good && reader_.accept_word("else")) {
      otherwise = parse();
      good = otherwise != nullptr;
    }
    value = good ? add_above(Conditional{condition, value, otherwise}, where, {condition, value, otherwise}) : nullptr;
  }
  --nesting_;
  return value;
}

const Expression* ExpressionParser::parse_unconditional() {
  const Expression* left = parse_and();
  while (left != nullptr && reader_.is_word("or")) {
    const Range where = reader_.next().range;
    const Expression* right = parse_and();
    left = right == nullptr ? nullptr : add(Logical{false, left, right}, where, {left, right});
  }
  return left;
}

const Expression* ExpressionParser::parse_and() {
  const Expression* left = parse_not();
  while (left != nullptr && reader_.is_word("and")) {
    const Range where = reader_.next().range;
    const Expression* right = parse_not();
    left = right == nullptr ? nullptr : add(Logical{true, left, right}, where, {left, right});
  }
  return left;
}

const Expression* ExpressionParser::parse_not() {
  if (!reader_.is_word("not")) return parse_comparison();
  const Range where = reader_.next().range;
  if (!enter(where)) return nullptr;
  const Expression* operand = parse_not();
  --nesting_;
  return operand == nullptr ? nullptr : add(Not{operand}, where, {operand});
}

const Expression* ExpressionParser::parse_comparison() {
  const Expression* left = parse_sum();
  bool compared = false;
  while (left != nullptr) {
    const Range where = reader_.peek().range;
    std::optional<Operator> sign = sign_of(reader_.peek(), comparison_signs);
    if (reader_.is_word("in")) sign = Operator::in;
    if (reader_.is_word("not") && reader_.peek_second().kind == TokenKind::name && reader_.peek_second().text == "in") {
      reader_.next();
      sign = Operator::not_in;
    }
    if (!sign) return left;
    if (compared) {
      reader_.report(problems::chained_comparison, where);
      return nullptr;
    }
    reader_.next();
    const Expression* right = parse_sum();
    left = right == nullptr ? nullptr : add(Binary{*sign, left, right}, where, {left, right});
    compared = true;
  }
  return left;
}

const Expression* ExpressionParser::parse_sum() {
  const Expression* left = parse_concatenation();
  while (left != nullptr) {
    const auto sign = sign_of(reader_.peek(), sum_signs);
    if (!sign) break;
    const Range where = reader_.next().range;
    const Expression* right = parse_concatenation();
    left = right == nullptr ? nullptr : add(Binary{*sign, left, right}, where, {left, right});
  }
  return left;
}

const Expression* ExpressionParser::parse_concatenation() {
  const Expression* first = parse_product();
  if (first == nullptr || !reader_.is_sign("~")) return first;
  const Range where = reader_.peek().range;
  Expressions parts{first};
  while (reader_.accept_sign("~")) {
    parts.push_back(parse_product());
    if (parts.back() == nullptr) return nullptr;
  }
  return add_above(Concatenation{parts}, where, parts);
}

const Expression* ExpressionParser::parse_product() {
  const Expression* left = parse_unary(true);
  while (left != nullptr) {
    const auto sign = sign_of(reader_.peek(), product_signs);
    if (!sign) break;
    const Range where = reader_.next().range;
    const Expression* right = parse_unary(true);
    left = right == nullptr ? nullptr : add(Binary{*sign, left, right}, where, {left, right});
  }
  return left;
}

const Expression* ExpressionParser::parse_unary(bool with_filters) {
  const Expression* value = nullptr;
  const auto sign = sign_of(reader_.peek(), sum_signs);
  if (sign) {
    const Range where = reader_.next().range;
    if (!enter(where)) return nullptr;
    const Expression* operand = parse_unary(false);
    --nesting_;
    if (operand == nullptr) return nullptr;
    const Expression* zero = add(Constant{Value(0)}, where);
    value = add(Binary{*sign, zero, operand}, where, {zero, operand});
  } else {
    value = parse_primary();
    if (value != nullptr) value = parse_postfix(value);
  }
  return value != nullptr && with_filters ? parse_filters(value) : value;
}

const Expression* ExpressionParser::parse_primary() {
  const Token& token = reader_.peek();
  switch (token.kind) {
    case TokenKind::name:
      return parse_name();
    case TokenKind::text:
    case TokenKind::integer:
    case TokenKind::number:
      reader_.next();
      return add(Constant{token.value}, token.range);
    case TokenKind::sign:
      if (reader_.accept_sign("[")) return parse_list(token.range);
      if (reader_.accept_sign("{")) return parse_map(token.range);
      if (reader_.accept_sign("(")) return parse_parentheses(token.range);
      break;
    case TokenKind::end:
      break;
  }
  reader_.report(problems::no_value, token.range, {reader_.found()});
  return nullptr;
}

/// (value), or a list: (), (a,), (a, b)
const Expression* ExpressionParser::parse_parentheses(Range where) {
  Expressions items;
  if (!reader_.is_sign(")")) {
    items.push_back(parse());
    if (items.back() == nullptr) return nullptr;
    if (reader_.accept_sign(")")) return items.back();
    if (!reader_.expect_sign(",")) return nullptr;
  }
  return parse_items(")", items) ? add_above(ListLiteral{items}, where, items) : nullptr;
}

const Expression* ExpressionParser::parse_name() {
  const Token& token = reader_.next();
  if (token.text == "true" || token.text == "True") return add(Constant{Value(true)}, token.range);
  if (token.text == "false" || token.text == "False") return add(Constant{Value(false)}, token.range);
  if (token.text == "none" || token.text == "None") return add(Constant{Value()}, token.range);
  if (token.text == "loop") return parse_loop(token);
  if (token.text == "self") return parse_self(token);
  if (token.text == "super") return parse_super(token);
  if (is_reserved(token.text)) {
    reader_.report(problems::no_value, token.range, {std::string(token.text)});
    return nullptr;
  }
  if (reader_.accept_sign("(")) return parse_call({}, token);
  if (is_module(token.text)) {
    if (!reader_.expect_sign(".")) return nullptr;
    const Token* name = reader_.expect_name();
    return name != nullptr && reader_.expect_sign("(") ? parse_call(token.text, *name) : nullptr;
  }
  return add(Name{symbols_.intern(token.text)}, token.range);
}

const Expression* ExpressionParser::parse_loop(const Token& word) {
  if (!reader_.expect_sign(".")) return nullptr;
  const Token& name = reader_.next();
  if (name.text == "cycle") {
    Expressions values;
    if (!reader_.expect_sign("(") || !parse_items(")", values)) return nullptr;
    if (!values.empty()) return add_above(LoopCycle{values}, word.range, values);
    reader_.report(problems::missing_argument, name.range, {"loop.cycle", "value"});
    return nullptr;
  }
  if (const auto field = loop_field(name.text)) return add(LoopAccess{*field}, word.range);
  reader_.report(problems::loop_field, name.range, {std::string(name.text)});
  return nullptr;
}

const Expression* ExpressionParser::parse_self(const Token& word) {
  if (!reader_.expect_sign(".")) return nullptr;
  const Token* name = reader_.expect_name();
  if (name == nullptr || !reader_.expect_sign("(") || !reader_.expect_sign(")")) return nullptr;
  const Expression* call = add(BlockCall{name->text}, word.range);
  home_.block_calls.emplace_back(&std::get<BlockCall>(call->node), name->range);
  return call;
}

const Expression* ExpressionParser::parse_super(const Token& word) {
  if (!reader_.expect_sign("(") || !reader_.expect_sign(")")) return nullptr;
  if (block_ == nullptr) {
    reader_.report(problems::no_super, word.range);
    return nullptr;
  }
  home_.super_calls.emplace_back(block_, word.range);
  return add(BlockCall{}, word.range);
}

/// A macro or a function, behind its "(".
const Expression* ExpressionParser::parse_call(std::string_view module, const Token& name) {
  std::vector<Argument> given;
  if (!parse_arguments(given)) return nullptr;
  const Function* function = module.empty() ? find_global_function(name.text) : nullptr;
  if (function != nullptr) return apply(*function, nullptr, name.range, given);
  Expressions below;
  for (const Argument& argument : given) below.push_back(argument.value);
  const Expression* call = add_above(MacroCall{module, name.text, std::move(given)}, name.range, below);
  if (call != nullptr) home_.macro_calls.push_back(&home_.expressions.back());
  return call;
}

const Expression* ExpressionParser::parse_list(Range where) {
  Expressions items;
  return parse_items("]", items) ? add_above(ListLiteral{items}, where, items) : nullptr;
}

const Expression* ExpressionParser::parse_map(Range where) {
  MapLiteral map;
  Expressions values;
  while (!reader_.accept_sign("}")) {
    const Token* key = reader_.expect_text();
    if (key == nullptr || !reader_.expect_sign(":")) return nullptr;
    values.push_back(parse());
    if (values.back() == nullptr) return nullptr;
    map.members.emplace_back(key->text, values.back());
    if (!reader_.is_sign("}") && !reader_.expect_sign(",")) return nullptr;
  }
  return add_above(std::move(map), where, values);
}

/// Expressions between commas up to `close`; a last comma is allowed.
bool ExpressionParser::parse_items(std::string_view close, Expressions& items) {
  while (!reader_.accept_sign(close)) {
    items.push_back(parse());
    if (items.back() == nullptr) return false;
    if (!reader_.is_sign(close) && !reader_.expect_sign(",")) return false;
  }
  return true;
}

bool ExpressionParser::parse_arguments(std::vector<Argument>& given) {
  while (!reader_.accept_sign(")")) {
    Argument argument{{}, nullptr, reader_.peek().range};
    const bool named = reader_.peek().kind == TokenKind::name && reader_.peek_second().kind == TokenKind::sign &&
                       reader_.peek_second().text == "=";
    if (named) {
      argument.name = reader_.next().text;
      reader_.next();
    } else if (!given.empty() && !given.back().name.empty()) {
      reader_.report(problems::syntax, argument.range, {std::string(given.back().name) + "=…", "…"});
      return false;
    }
    argument.value = parse();
    if (argument.value == nullptr) return false;
    given.push_back(argument);
    if (!reader_.is_sign(")") && !reader_.expect_sign(",")) return false;
  }
  return true;
}

const Expression* ExpressionParser::parse_postfix(const Expression* object) {
  while (object != nullptr) {
    const Token& token = reader_.peek();
    if (reader_.accept_sign(".")) {
      object = parse_member(object);
    } else if (reader_.accept_sign("[")) {
      const Expression* key = parse();
      if (key == nullptr || !reader_.expect_sign("]")) return nullptr;
      const auto* constant = std::get_if<Constant>(&key->node);
      const bool named = constant != nullptr && constant->value.kind() == Value::Kind::text;
      object = named ? add(MemberAccess{object, constant->value.text(), sites_++}, key->range, {object})
                     : add(ItemAccess{object, key}, key->range, {object, key});
    } else if (reader_.is_sign("(")) {
      reader_.report(problems::not_callable, token.range, {home_.text.substr(object->range.offset, object->range.length)});
      return nullptr;
    } else {
      break;
    }
  }
  return object;
}

/// object.name, object.0, and the methods items(), keys(), values(), which are the filters of these names.
const Expression* ExpressionParser::parse_member(const Expression* object) {
  const Token& token = reader_.peek();
  if (token.kind == TokenKind::integer) {
    reader_.next();
    const Expression* key = add(Constant{token.value}, token.range);
    return add(ItemAccess{object, key}, token.range, {object});
  }
  if (token.kind != TokenKind::name) {
    (void)reader_.expect_name();
    return nullptr;
  }
  reader_.next();
  if (!reader_.is_sign("(")) return add(MemberAccess{object, token.text, sites_++}, token.range, {object});
  if (token.text != "items" && token.text != "keys" && token.text != "values") {
    reader_.report(problems::not_callable, token.range, {std::string(token.text)});
    return nullptr;
  }
  reader_.next();
  return reader_.expect_sign(")") ? apply(*find_filter(token.text), object, token.range, {}) : nullptr;
}

const Expression* ExpressionParser::parse_filters(const Expression* input) {
  while (input != nullptr) {
    if (reader_.accept_sign("|")) {
      input = parse_filter(input);
    } else if (reader_.accept_word("is")) {
      input = parse_test(input);
    } else {
      break;
    }
  }
  return input;
}

const Expression* ExpressionParser::parse_filter(const Expression* input) {
  if (reader_.peek().kind != TokenKind::name) {
    (void)reader_.expect_name();
    return nullptr;
  }
  const Token& name = reader_.next();
  std::vector<Argument> given;
  if (reader_.accept_sign("(") && !parse_arguments(given)) return nullptr;
  if (const Function* filter = find_filter(name.text)) return apply(*filter, input, name.range, given);
  const bool marks_html = name.text == "safe" || name.text == "forceescape";
  if (marks_html) {
    reader_.report(problems::no_safe, name.range, {std::string(name.text)});
  } else {
    reader_.report(problems::unknown_filter, name.range, {std::string(name.text)}, nearest_filter(name.text));
  }
  return nullptr;
}

const Expression* ExpressionParser::parse_test(const Expression* input) {
  const bool negated = reader_.accept_word("not");
  if (reader_.peek().kind != TokenKind::name) {
    (void)reader_.expect_name();
    return nullptr;
  }
  const Token& name = reader_.next();
  const Function* test = find_test(name.text);
  if (test == nullptr) {
    reader_.report(problems::unknown_test, name.range, {std::string(name.text)}, nearest_test(name.text));
    return nullptr;
  }
  std::vector<Argument> given;
  if (!test->parameters.empty() && !reader_.is_sign("(")) {
    const Range where = reader_.peek().range;
    const Expression* argument = parse_unary(false);  // `is divisibleby 3`
    if (argument == nullptr) return nullptr;
    given.push_back({{}, argument, where});
  } else if (reader_.accept_sign("(") && !parse_arguments(given)) {
    return nullptr;
  }
  const Expression* result = apply(*test, input, name.range, given);
  return negated && result != nullptr ? add(Not{result}, name.range, {result}) : result;
}

const Expression* ExpressionParser::apply(const Function& function, const Expression* input, Range where,
                                          const std::vector<Argument>& given) {
  std::vector<FormalName> parameters;
  for (const FormalParameter& one : function.parameters) parameters.push_back({one.name, one.required});
  auto bound = bind_arguments(home_, function.name, where, given, parameters, reader_.problems());
  if (!bound) return nullptr;
  if (function.takes_absent) tolerate(input);
  Expressions below = *bound;
  below.push_back(input);
  return add_above(Application{&function, input, std::move(*bound)}, where, below);
}

bool ExpressionParser::is_module(std::string_view name) const {
  return std::any_of(home_.imports.begin(), home_.imports.end(), [&](const Import& import) { return import.module == name; });
}

}  // namespace reportal::templates
