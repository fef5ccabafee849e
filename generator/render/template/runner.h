// Runs one page: walks the statements and expressions of a template and appends to the page.
//
// Every name has one slot. A slot holds the value that is bound now; what it held before lies on the trail and comes back when
// the scope ends, so that looking up a name costs one array access, and an included template sees its includer's names for
// free. A macro runs in a frame of its own: bindings of other frames are hidden from it, names of the page are not.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/template/engine.h"
#include "render/template/functions.h"
#include "render/template/program.h"

namespace reportal::templates {

class Runner {
 public:
  Runner(const SymbolTable& symbols, std::size_t sites, const Value& names, std::string& out, Problems& problems);

  [[nodiscard]] bool run_template(const Template& page);

 private:
  struct Slot {
    Value value;
    std::uint32_t frame = 0;
  };
  static constexpr std::uint32_t unbound = 0;
  static constexpr std::uint32_t page_frame = 1;   ///< names of the page, and what is set outside all scopes
  static constexpr std::uint32_t first_frame = 2;  ///< what is bound in scopes; a macro has the frame after its caller's

  struct TrailEntry {
    Symbol symbol;
    Slot saved;
  };
  struct Loop {
    std::span<const Value> items;     ///< or
    std::span<const Member> members;  ///< of a map that is walked with two names
    std::size_t index = 0;
    const Loop* outer = nullptr;
    [[nodiscard]] std::size_t size() const { return items.size() + members.size(); }
    [[nodiscard]] Value at(std::size_t position) const {
      return members.empty() ? items[position] : Value(members[position].first);
    }
  };
  /// What was pushed on the stack since; it is taken off at the end.
  class StackMark {
   public:
    explicit StackMark(std::vector<Value>& stack) : stack_(stack), size_(stack.size()) {}
    ~StackMark() { stack_.resize(size_); }
    StackMark(const StackMark&) = delete;
    StackMark& operator=(const StackMark&) = delete;
    [[nodiscard]] std::span<const Value> values() const { return std::span<const Value>(stack_).subspan(size_); }
    [[nodiscard]] Value at(std::size_t position) const { return stack_[size_ + position]; }

   private:
    std::vector<Value>& stack_;
    std::size_t size_;
  };
  class Call;   ///< an include, macro or block that is entered: what the runner was doing comes back at its end
  class Scope;  ///< bindings made in it end with it

  // Statements (runner.cpp). All return false after a problem, which was reported.
  bool run_body(const Body& body);
  bool run(const Text& text, Range range);
  bool run(const Output& output, Range range);
  bool run(const If& statement, Range range);
  bool run(const For& statement, Range range);
  bool run(const Set& statement, Range range);
  bool run(const SetBlock& statement, Range range);
  bool run(const Include& statement, Range range);
  bool run(const BlockPlace& statement, Range range);
  bool run_rounds(const For& statement, Loop& loop, Range range);
  bool bind_round(const For& statement, const Loop& loop);
  bool keep_matching(const For& statement, Value& list, Range range);
  bool prepare_loop(const For& statement, Loop& loop);
  bool run_block(const BlockVersions& block, std::size_t version, Range range);
  bool run_macro(const MacroCall& call, Range range);
  bool run_block_call(const BlockCall& call, Range range);
  template <typename Write>
  bool capture(Write write, Value& result);
  bool emit(const Expression& expression);

  // Expressions (evaluate.cpp; calls of macros and blocks stand with the statements). False after a problem, or when a name
  // that may be absent is: then absent_ is set.
  bool evaluate(const Expression& expression, Value& result);
  bool evaluate(const Constant& constant, Range range, Value& result);
  bool evaluate(const Name& name, Range range, Value& result);
  bool evaluate(const MemberAccess& access, Range range, Value& result);
  bool evaluate(const ItemAccess& access, Range range, Value& result);
  bool evaluate(const ListLiteral& literal, Range range, Value& result);
  bool evaluate(const MapLiteral& literal, Range range, Value& result);
  bool evaluate(const Not& negation, Range range, Value& result);
  bool evaluate(const Logical& logical, Range range, Value& result);
  bool evaluate(const Conditional& conditional, Range range, Value& result);
  bool evaluate(const Concatenation& concatenation, Range range, Value& result);
  bool evaluate(const Binary& binary, Range range, Value& result);
  bool evaluate(const Application& application, Range range, Value& result);
  bool evaluate(const LoopAccess& access, Range range, Value& result);
  bool evaluate(const LoopCycle& cycle, Range range, Value& result);
  bool evaluate(const MacroCall& call, Range range, Value& result);
  bool evaluate(const BlockCall& call, Range range, Value& result);
  bool push_all(const Expressions& expressions);
  bool unknown_name(const Name& name, Range range);
  bool absent();

  // Names.
  [[nodiscard]] const Value* find(Symbol symbol);
  [[nodiscard]] const Value* find_slowly(Symbol symbol);
  [[nodiscard]] const Value* find_member(const Value& object, const MemberAccess& access);
  void bind(Symbol symbol, const Value& value);
  void unwind(std::size_t mark);

  // Problems and limits.
  bool report(const ProblemKind& kind, Range where, std::vector<std::string> arguments = {}, std::string suggestion = {});
  bool report(Failure& failure, Range where);
  bool within_bytes(Range where);
  bool enter(const Template& home, Range where);

  const SymbolTable& symbols_;
  const Value& names_;
  std::string* out_;
  Problems& problems_;
  Scratch scratch_;
  std::size_t byte_limit_;  ///< of *out_: what it held before does not count

  std::vector<Slot> slots_;
  std::vector<TrailEntry> trail_;
  std::vector<Value> stack_;          ///< values of lists and arguments that are being evaluated
  std::vector<std::uint32_t> sites_;  ///< where each member access found its member last
  std::uint32_t frame_ = first_frame;
  std::uint32_t scopes_ = 0;
  std::size_t rounds_ = 0;
  int depth_ = 0;
  bool absent_ = false;
  const Template* template_ = nullptr;    ///< whose code runs: for the place of problems
  const Template* page_ = nullptr;        ///< whose blocks count
  const BlockVersions* block_ = nullptr;  ///< that runs: for super()
  std::size_t version_ = 0;               ///< of block_
  const Loop* loop_ = nullptr;
};

}  // namespace reportal::templates
