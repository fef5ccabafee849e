// Parses expressions with the precedence of Jinja2, from weak to strong: a if c else b · or · and · not · comparisons and in ·
// + - · ~ · * / // % · unary - + · . [] () · | filter and is test.

#pragma once

#include "render/template/program.h"
#include "render/template/tag_reader.h"

namespace reportal::templates {

class ExpressionParser {
 public:
  ExpressionParser(TagReader& reader, SymbolTable& symbols, std::uint32_t& sites)
      : reader_(reader), home_(reader.home()), symbols_(symbols), sites_(sites) {}

  // Null after an error, which was reported.
  const Expression* parse();                ///< a whole expression
  const Expression* parse_unconditional();  ///< without `a if c else b`, which `for x in list if …` needs

  /// The block that the expressions stand in, for super(); null outside.
  void set_block(const Block* block) { block_ = block; }

 private:
  const Expression* parse_and();
  const Expression* parse_not();
  const Expression* parse_comparison();
  const Expression* parse_sum();
  const Expression* parse_concatenation();
  const Expression* parse_product();
  const Expression* parse_unary(bool with_filters);
  const Expression* parse_primary();
  const Expression* parse_name();
  const Expression* parse_loop(const Token& word);
  const Expression* parse_self(const Token& word);
  const Expression* parse_super(const Token& word);
  const Expression* parse_call(std::string_view module, const Token& name);
  const Expression* parse_parentheses(Range where);
  const Expression* parse_list(Range where);
  const Expression* parse_map(Range where);
  const Expression* parse_postfix(const Expression* object);
  const Expression* parse_member(const Expression* object);
  const Expression* parse_filters(const Expression* input);
  const Expression* parse_filter(const Expression* input);
  const Expression* parse_test(const Expression* input);
  const Expression* apply(const Function& function, const Expression* input, Range where, const std::vector<Argument>& given);
  bool parse_arguments(std::vector<Argument>& given);  ///< behind "("
  bool parse_items(std::string_view close, Expressions& items);
  [[nodiscard]] bool is_module(std::string_view name) const;

  template <typename Node>
  const Expression* add(Node node, Range range, std::initializer_list<const Expression*> below = {});
  template <typename Node>
  const Expression* add_above(Node node, Range range, const Expressions& below);
  const Expression* keep(Expression expression, std::uint32_t depth_below);
  bool enter(Range where);

  TagReader& reader_;
  Template& home_;
  SymbolTable& symbols_;
  std::uint32_t& sites_;
  const Block* block_ = nullptr;
  int nesting_ = 0;
};

}  // namespace reportal::templates
