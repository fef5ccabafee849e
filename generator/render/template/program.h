// What a template is parsed to: trees of expressions and statements that the runner walks.
//
// Names of values are interned to symbols, so that the runner finds each in a slot; filters, tests, macros, blocks and templates are
// resolved to pointers while loading, so that a run looks up nothing by name but members of maps. Texts point into the template's own text.

#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "render/template/value.h"

namespace reportal::templates {

struct Function;
struct Expression;
struct Statement;
struct Template;
using Body = std::vector<Statement>;
using Expressions = std::vector<const Expression*>;

/// A stretch of a template's text.
struct Range {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

using Symbol = std::uint32_t;

/// Names of values to dense numbers, shared by all templates of an engine.
class SymbolTable {
 public:
  Symbol intern(std::string_view name) {
    const auto [place, added] = symbols_.try_emplace(std::string(name), static_cast<Symbol>(names_.size()));
    if (added) names_.push_back(place->first);
    return place->second;
  }
  [[nodiscard]] std::string_view name(Symbol symbol) const { return names_[symbol]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::map<std::string, Symbol> symbols_;
  std::vector<std::string_view> names_;
};

// Expressions. `may_be_absent` marks a name under `is defined` or `default`: when it is absent, that is no error.

struct Constant { Value value; };
struct Name { Symbol symbol; bool may_be_absent = false; };
struct MemberAccess {
  const Expression* object;
  std::string_view name;
  std::uint32_t site;  ///< number of this access among all of the engine: the runner remembers a position for each
  bool may_be_absent = false;
};
struct ItemAccess { const Expression* object; const Expression* key; bool may_be_absent = false; };
struct ListLiteral { Expressions items; };
struct MapLiteral { std::vector<std::pair<std::string_view, const Expression*>> members; };
struct Not { const Expression* operand; };
struct Logical { bool is_and; const Expression* left; const Expression* right; };
struct Conditional { const Expression* condition; const Expression* yes; const Expression* no; };  ///< `no` may be null: none
struct Concatenation { Expressions parts; };

enum class Operator : std::uint8_t { add, subtract, multiply, divide, floor_divide, modulo, equal, unequal, less, less_equal, greater, greater_equal, in, not_in };
struct Binary { Operator sign; const Expression* left; const Expression* right; };

/// A filter, a test or a function; `input` is null for functions, an argument is null where its default holds.
struct Application { const Function* function; const Expression* input; Expressions arguments; };

enum class LoopField : std::uint8_t { index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem };
struct LoopAccess { LoopField field; bool may_be_absent = false; };
struct LoopCycle { Expressions values; };

struct Parameter { Symbol symbol; std::string_view name; const Expression* standard; };  ///< `standard` is null: must be given
struct Macro {
  std::string_view name;
  Range range;
  std::vector<Parameter> parameters;
  Body body;
  const Template* home;
};
struct Argument { std::string_view name; const Expression* value; Range range; };  ///< `name` is "" when given by position
struct MacroCall {
  std::string_view module;  ///< "x" of x.name(); "" for a macro of this file
  std::string_view name;
  std::vector<Argument> given;
  const Macro* macro = nullptr;  ///< set while linking, as is `bound`: one expression a parameter, null where its default holds
  Expressions bound = {};
};

struct Block {
  std::string_view name;
  Range range;
  bool inside_block;
  Body body;
  const Template* home;
};
struct BlockCall { std::string_view name; };  ///< self.name(); "" is super()

struct Expression {
  std::variant<Constant, Name, MemberAccess, ItemAccess, ListLiteral, MapLiteral, Not, Logical, Conditional, Concatenation, Binary,
               Application, LoopAccess, LoopCycle, MacroCall, BlockCall> node;
  Range range;
  std::uint32_t depth = 1;  ///< expressions below each other
};

// Statements.

struct Text { std::string_view text; };
struct Output { const Expression* expression; };
struct Branch { const Expression* condition; Body body; };  ///< `condition` is null for else
struct If { std::vector<Branch> branches; };
struct For {
  Symbol first;
  Symbol second;
  bool two_names;
  const Expression* list;
  const Expression* condition;  ///< of `for x in list if condition`; may be null
  Body body;
  Body otherwise;
};
struct Set { Symbol symbol; const Expression* value; };
struct SetBlock { Symbol symbol; Body body; };
struct TemplateReference { std::string_view name; Range range; const Template* target = nullptr; };
struct Include { const TemplateReference* reference; };
struct BlockPlace { const Block* block; };

struct Statement {
  std::variant<Text, Output, If, For, Set, SetBlock, Include, BlockPlace> node;
  Range range;
};

/// A block in all its versions, from the template that is run up to the farthest parent.
struct BlockVersions { std::string_view name; std::vector<const Block*> versions; };

struct Import {
  const TemplateReference* reference;
  std::string_view module;                                             ///< of {% import %}; "" for {% from %}
  std::vector<std::pair<std::string_view, std::string_view>> macros;  ///< of {% from %}: name there, name here
  std::vector<Range> ranges;                                           ///< of those names
};

struct Template {
  Template(std::string name_given, std::string path_given, std::string text_given)
      : name(std::move(name_given)), path(std::move(path_given)), text(std::move(text_given)) {}
  Template(const Template&) = delete;
  Template& operator=(const Template&) = delete;

  std::string name;
  std::string path;  ///< the file, for problems
  std::string text;
  bool broken = false;

  Body body;  ///< of a template that extends another: what its sets and nothing else
  std::deque<Expression> expressions;
  std::deque<std::string> literals;  ///< string literals with escapes, resolved
  std::deque<Block> blocks;
  std::deque<Macro> macros;
  std::deque<TemplateReference> references;
  std::vector<Import> imports;
  std::vector<Expression*> macro_calls;                               ///< to be linked
  std::vector<std::pair<const BlockCall*, Range>> block_calls;        ///< self.name(): to be checked
  std::vector<std::pair<const Block*, Range>> super_calls;            ///< to be checked
  const TemplateReference* parent = nullptr;

  std::vector<const Template*> lineage;  ///< this one, its parent, … (set while linking)
  std::vector<BlockVersions> versions;   ///< of all blocks of the lineage
};

}  // namespace reportal::templates
