#include "render/template/runner.h"

#include <utility>

#include "render/template/lexer.h"
#include "render/template/operators.h"
#include "render/template/problems.h"

namespace reportal::templates {

class Runner::Scope {
 public:
  explicit Scope(Runner& runner) : runner_(runner), mark_(runner.trail_.size()) { ++runner_.scopes_; }
  ~Scope() {
    runner_.unwind(mark_);
    --runner_.scopes_;
  }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  Runner& runner_;
  std::size_t mark_;
};

class Runner::Call {
 public:
  explicit Call(Runner& runner)
      : runner_(runner),
        scope_(runner),
        template_(runner.template_),
        page_(runner.page_),
        block_(runner.block_),
        version_(runner.version_),
        loop_(runner.loop_),
        frame_(runner.frame_) {
    ++runner_.depth_;
  }
  ~Call() {
    --runner_.depth_;
    runner_.template_ = template_;
    runner_.page_ = page_;
    runner_.block_ = block_;
    runner_.version_ = version_;
    runner_.loop_ = loop_;
    runner_.frame_ = frame_;
  }
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

 private:
  Runner& runner_;
  Scope scope_;
  const Template* template_;
  const Template* page_;
  const BlockVersions* block_;
  std::size_t version_;
  const Loop* loop_;
  std::uint32_t frame_;
};

Runner::Runner(const SymbolTable& symbols, std::size_t sites, const Value& names, std::string& out, Problems& problems)
    : symbols_(symbols),
      names_(names),
      out_(&out),
      problems_(problems),
      scratch_(max_page_bytes),
      byte_limit_(out.size() + max_page_bytes),
      slots_(symbols.size()),
      sites_(sites) {}

bool Runner::run_template(const Template& page) {
  template_ = page_ = &page;
  for (const Template* one : page.lineage) {
    if (one->broken) return report(problems::broken, {}, {one->name});
  }
  for (const Template* one : page.lineage) {
    template_ = one;
    if (!run_body(one->body)) return false;
  }
  return within_bytes({});
}

bool Runner::run_body(const Body& body) {
  for (const Statement& statement : body) {
    if (!std::visit([&](const auto& node) { return run(node, statement.range); }, statement.node)) return false;
  }
  return true;
}

bool Runner::run(const Text& text, Range) {
  out_->append(text.text);
  return true;
}

bool Runner::run(const Output& output, Range) { return emit(*output.expression); }

/// Evaluates and prints; macros and blocks write straight to the page.
bool Runner::emit(const Expression& expression) {
  if (const auto* call = std::get_if<MacroCall>(&expression.node)) return run_macro(*call, expression.range);
  if (const auto* call = std::get_if<BlockCall>(&expression.node)) return run_block_call(*call, expression.range);
  if (const auto* choice = std::get_if<Conditional>(&expression.node)) {
    Value condition;
    if (!evaluate(*choice->condition, condition)) return false;
    const Expression* chosen = condition.truthy() ? choice->yes : choice->no;
    return chosen == nullptr || emit(*chosen);
  }
  Value value;
  if (!evaluate(expression, value)) return false;
  return append_escaped(*out_, value) ||
         report(problems::not_printable, expression.range, {std::string(kind_name(value.kind()))});
}

bool Runner::run(const If& statement, Range) {
  for (const Branch& branch : statement.branches) {
    Value condition(true);
    if (branch.condition != nullptr && !evaluate(*branch.condition, condition)) return false;
    if (condition.truthy()) return run_body(branch.body);
  }
  return true;
}

bool Runner::run(const For& statement, Range range) {
  Loop loop;
  if (!prepare_loop(statement, loop)) return false;
  if (loop.size() == 0) return run_body(statement.otherwise);
  const Scope scope(*this);
  loop.outer = loop_;
  loop_ = &loop;
  const bool good = run_rounds(statement, loop, range);
  loop_ = loop.outer;
  return good;
}

bool Runner::prepare_loop(const For& statement, Loop& loop) {
  Value list;
  if (!evaluate(*statement.list, list)) return false;
  const Range where = statement.list->range;
  if (list.kind() == Value::Kind::map && statement.two_names && statement.condition == nullptr) {
    loop.members = list.members();
    return true;
  }
  if (list.kind() == Value::Kind::map) {
    std::vector<Value> items;
    for (const Member& member : list.members()) {
      items.push_back(statement.two_names ? scratch_.list(std::initializer_list<Value>{Value(member.first), member.second})
                                          : Value(member.first));
    }
    list = scratch_.list(items);
  }
  if (list.kind() != Value::Kind::list)
    return report(problems::wrong_type, where, {"for", "list / map", std::string(kind_name(list.kind()))});
  if (statement.condition != nullptr && !keep_matching(statement, list, where)) return false;
  loop.items = list.items();
  return true;
}

/// The items for which the condition of the loop holds.
bool Runner::keep_matching(const For& statement, Value& list, Range range) {
  const Scope scope(*this);
  Loop loop{list.items(), {}, 0, nullptr};
  std::vector<Value> kept;
  const std::size_t mark = trail_.size();
  for (; loop.index < loop.items.size(); ++loop.index) {
    Value condition;
    if (++rounds_ > max_loop_rounds) return report(problems::limit_loops, range, {std::to_string(max_loop_rounds)});
    if (!bind_round(statement, loop) || !evaluate(*statement.condition, condition)) return false;
    if (condition.truthy()) kept.push_back(loop.items[loop.index]);
    unwind(mark);
  }
  list = scratch_.list(kept);
  return within_bytes(range);
}

bool Runner::run_rounds(const For& statement, Loop& loop, Range range) {
  const std::size_t mark = trail_.size();
  for (; loop.index < loop.size(); ++loop.index) {
    if (++rounds_ > max_loop_rounds) return report(problems::limit_loops, range, {std::to_string(max_loop_rounds)});
    if (!bind_round(statement, loop) || !run_body(statement.body) || !within_bytes(range)) return false;
    unwind(mark);
  }
  return true;
}

/// Binds the names of a loop; two names take a member of a map, a list of two, or a map of two (a group of group_by) apart.
bool Runner::bind_round(const For& statement, const Loop& loop) {
  if (!statement.two_names) {
    bind(statement.first, loop.at(loop.index));
    return true;
  }
  if (!loop.members.empty()) {
    bind(statement.first, Value(loop.members[loop.index].first));
    bind(statement.second, loop.members[loop.index].second);
    return true;
  }
  const Value& item = loop.items[loop.index];
  if (item.items().size() == 2) {
    bind(statement.first, item.items()[0]);
    bind(statement.second, item.items()[1]);
    return true;
  }
  if (item.members().size() == 2) {
    bind(statement.first, item.members()[0].second);
    bind(statement.second, item.members()[1].second);
    return true;
  }
  return report(problems::not_unpackable, statement.list->range, {std::string(kind_name(item.kind()))});
}

bool Runner::run(const Set& statement, Range) {
  Value value;
  if (!evaluate(*statement.value, value)) return false;
  bind(statement.symbol, value);
  return true;
}

bool Runner::run(const SetBlock& statement, Range range) {
  Value value;
  const bool good = capture(
      [&] {
        const Scope scope(*this);
        return run_body(statement.body);
      },
      value);
  if (!good || !within_bytes(range)) return false;
  bind(statement.symbol, value);
  return true;
}

/// What `write` writes, as html.
template <typename Write>
bool Runner::capture(Write write, Value& result) {
  std::string captured;
  std::string* const out = std::exchange(out_, &captured);
  const bool good = write();
  out_ = out;
  if (good) result = scratch_.html(captured);
  return good;
}

bool Runner::run(const Include& statement, Range range) {
  const Template& target = *statement.reference->target;
  if (!enter(target, range)) return false;
  const Call call(*this);
  return run_template(target);
}

bool Runner::run(const BlockPlace& statement, Range range) {
  for (const BlockVersions& block : page_->versions) {
    if (block.name == statement.block->name) return run_block(block, 0, range);
  }
  return true;
}

bool Runner::run_block(const BlockVersions& block, std::size_t version, Range range) {
  const Block& body = *block.versions[version];
  if (!enter(*body.home, range)) return false;
  const Call call(*this);
  template_ = body.home;
  block_ = &block;
  version_ = version;
  return run_body(body.body);
}

bool Runner::run_block_call(const BlockCall& call, Range range) {
  if (call.name.empty()) return run_block(*block_, version_ + 1, range);
  for (const BlockVersions& block : page_->versions) {
    if (block.name == call.name) return run_block(block, 0, range);
  }
  return true;
}

bool Runner::run_macro(const MacroCall& call, Range range) {
  const Macro& macro = *call.macro;
  if (!enter(*macro.home, range)) return false;
  const StackMark given(stack_);
  if (!push_all(call.bound)) return false;
  const Call entered(*this);
  template_ = macro.home;
  loop_ = nullptr;
  ++frame_;
  for (std::size_t i = 0; i < call.bound.size(); ++i) {
    const Parameter& parameter = macro.parameters[i];
    Value value = given.at(i);
    if (call.bound[i] == nullptr && !evaluate(*parameter.standard, value)) return false;
    bind(parameter.symbol, value);
  }
  return run_body(macro.body);
}

bool Runner::evaluate(const MacroCall& call, Range range, Value& result) {
  return capture([&] { return run_macro(call, range); }, result) && within_bytes(range);
}

bool Runner::evaluate(const BlockCall& call, Range range, Value& result) {
  return capture([&] { return run_block_call(call, range); }, result) && within_bytes(range);
}

const Value* Runner::find(Symbol symbol) {
  const Slot& slot = slots_[symbol];
  return slot.frame == frame_ || slot.frame == page_frame ? &slot.value : find_slowly(symbol);
}

/// A name that is not bound yet, or whose binding belongs to the caller of the macro that runs.
const Value* Runner::find_slowly(Symbol symbol) {
  Slot& slot = slots_[symbol];
  if (slot.frame != unbound) {
    for (auto entry = trail_.rbegin(); entry != trail_.rend(); ++entry) {
      if (entry->symbol == symbol && entry->saved.frame == page_frame) return &entry->saved.value;
    }
    return names_.find(symbols_.name(symbol));
  }
  const Value* value = names_.find(symbols_.name(symbol));
  if (value == nullptr) return nullptr;
  slot = {*value, page_frame};
  return &slot.value;
}

void Runner::bind(Symbol symbol, const Value& value) {
  Slot& slot = slots_[symbol];
  if (scopes_ > 0) trail_.push_back({symbol, slot});
  slot = {value, scopes_ > 0 ? frame_ : page_frame};
}

void Runner::unwind(std::size_t mark) {
  for (; trail_.size() > mark; trail_.pop_back()) slots_[trail_.back().symbol] = trail_.back().saved;
}

bool Runner::report(const ProblemKind& kind, Range where, std::vector<std::string> arguments, std::string suggestion) {
  problems_.add(kind, place_of(*template_, where), std::move(arguments), std::move(suggestion));
  return false;
}

bool Runner::report(Failure& failure, Range where) {
  return report(*failure.kind, where, std::move(failure.arguments), std::move(failure.suggestion));
}

bool Runner::within_bytes(Range where) {
  if (out_->size() <= byte_limit_ && !scratch_.exhausted()) return true;
  return report(problems::limit_bytes, where, {std::to_string(max_page_bytes)});
}

/// Whether code of `home` may be called from `where`.
bool Runner::enter(const Template& home, Range where) {
  if (depth_ >= max_include_depth) return report(problems::limit_includes, where, {std::to_string(max_include_depth)});
  if (home.broken) return report(problems::broken, where, {home.name});
  return within_bytes(where);
}

}  // namespace reportal::templates
