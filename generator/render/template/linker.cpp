#include "render/template/linker.h"

#include <algorithm>

#include "render/template/arguments.h"
#include "render/template/functions.h"
#include "render/template/lexer.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

class Linker {
 public:
  Linker(TemplateMap& templates, Problems& problems) : templates_(templates), problems_(problems) {}

  void link() {
    for (auto& [name, one] : templates_) resolve_references(*one);
    for (auto& [name, one] : templates_) find_lineage(*one);
    for (auto& [name, one] : templates_) {
      collect_blocks(*one);
      check_macros(*one);
      for (Expression* call : one->macro_calls) bind_call(*one, *call);
    }
    for (auto& [name, one] : templates_) check_block_uses(*one);
  }

 private:
  void report(Template& home, const ProblemKind& kind, Range where, std::vector<std::string> arguments,
              std::string suggestion = {}) {
    home.broken = true;
    problems_.add(kind, place_of(home, where), std::move(arguments), std::move(suggestion));
  }

  void resolve_references(Template& home) {
    for (TemplateReference& reference : home.references) {
      const auto found = templates_.find(reference.name);
      if (found != templates_.end()) {
        reference.target = found->second.get();
        continue;
      }
      std::vector<std::string_view> names;
      for (const auto& [name, one] : templates_) names.push_back(name);
      report(home, problems::unknown_template, reference.range, {std::string(reference.name)},
             nearest_name(reference.name, names));
    }
  }

  void find_lineage(Template& home) {
    const Template* one = &home;
    while (one != nullptr) {
      if (std::find(home.lineage.begin(), home.lineage.end(), one) != home.lineage.end()) {
        std::string circle;
        for (const Template* member : home.lineage) circle += member->name + " → ";
        report(home, problems::extends_cycle, home.parent->range, {circle + one->name});
        home.lineage.resize(1);
        return;
      }
      home.lineage.push_back(one);
      one = one->parent == nullptr ? nullptr : one->parent->target;
    }
  }

  static void collect_blocks(Template& home) {
    for (const Template* one : home.lineage) {
      for (const Block& block : one->blocks) {
        auto place = std::find_if(home.versions.begin(), home.versions.end(),
                                  [&](const BlockVersions& known) { return known.name == block.name; });
        if (place == home.versions.end()) place = home.versions.insert(place, {block.name, {}});
        place->versions.push_back(&block);
      }
    }
  }

  static std::vector<std::string_view> block_names(const Template& home) {
    std::vector<std::string_view> names;
    for (const BlockVersions& one : home.versions) names.push_back(one.name);
    return names;
  }

  /// How many templates of the lineage have this block.
  static std::size_t versions_of(const Template& home, std::string_view name) {
    for (const BlockVersions& one : home.versions) {
      if (one.name == name) return one.versions.size();
    }
    return 0;
  }

  void check_block_uses(Template& home) {
    const bool whole = std::none_of(home.lineage.begin(), home.lineage.end(), [](const Template* one) { return one->broken; });
    if (!whole) return;  // the lists of blocks would be incomplete, and the true reason is told already
    const Template* parent = home.lineage.size() > 1 ? home.lineage[1] : nullptr;
    for (const Block& block : home.blocks) {
      if (parent == nullptr || block.inside_block || versions_of(*parent, block.name) > 0) continue;
      report(home, problems::unknown_block, block.range, {std::string(block.name)},
             nearest_name(block.name, block_names(*parent)));
    }
    for (const auto& [call, range] : home.block_calls) {
      if (versions_of(home, call->name) > 0) continue;
      report(home, problems::unknown_block, range, {std::string(call->name)}, nearest_name(call->name, block_names(home)));
    }
    for (const auto& [block, range] : home.super_calls) {
      if (parent == nullptr || versions_of(*parent, block->name) == 0) report(home, problems::no_super, range, {});
    }
  }

  void check_macros(Template& home) {
    std::vector<std::string_view> names;
    const auto add = [&](std::string_view name, Range range) {
      if (std::find(names.begin(), names.end(), name) != names.end()) report(home, problems::twice, range, {std::string(name)});
      names.push_back(name);
    };
    for (const Import& import : home.imports) {
      if (!import.module.empty()) add(import.module, import.reference->range);
      for (std::size_t i = 0; i < import.macros.size(); ++i) {
        add(import.macros[i].second, import.ranges[i]);
        if (import.reference->target == nullptr) continue;
        if (find_macro(*import.reference->target, import.macros[i].first) != nullptr) continue;
        report_unknown_macro(home, import.macros[i].first, import.ranges[i], macro_names(*import.reference->target));
      }
    }
    for (const Macro& macro : home.macros) add(macro.name, macro.range);
  }

  static const Macro* find_macro(const Template& home, std::string_view name) {
    for (const Macro& macro : home.macros) {
      if (macro.name == name) return &macro;
    }
    return nullptr;
  }

  static std::vector<std::string_view> macro_names(const Template& home) {
    std::vector<std::string_view> names;
    for (const Macro& macro : home.macros) names.push_back(macro.name);
    return names;
  }

  void report_unknown_macro(Template& home, std::string_view name, Range where, const std::vector<std::string_view>& names) {
    report(home, problems::unknown_macro, where, {std::string(name)}, nearest_name(name, names));
  }

  void bind_call(Template& home, Expression& expression) {
    MacroCall& call = std::get<MacroCall>(expression.node);
    std::vector<std::string_view> names;
    if (call.module.empty()) {
      call.macro = find_macro(home, call.name);
      names = macro_names(home);
      for (const Function& function : global_functions()) names.push_back(function.name);
    }
    for (const Import& import : home.imports) {
      const Template* target = import.reference->target;
      if (!call.module.empty() && import.module == call.module) {
        if (target == nullptr) return;  // told already
        call.macro = find_macro(*target, call.name);
        names = macro_names(*target);
      }
      for (const auto& [there, here] : import.macros) {
        if (!call.module.empty()) continue;
        names.push_back(here);
        if (here != call.name) continue;
        call.macro = target == nullptr ? nullptr : find_macro(*target, there);
        if (call.macro == nullptr) return;  // told already
      }
    }
    if (call.macro == nullptr) return report_unknown_macro(home, call.name, expression.range, names);
    std::vector<FormalName> parameters;
    for (const Parameter& one : call.macro->parameters) parameters.push_back({one.name, one.standard == nullptr});
    auto bound = bind_arguments(home, call.name, expression.range, call.given, parameters, problems_);
    if (bound) call.bound = std::move(*bound);
  }

  TemplateMap& templates_;
  Problems& problems_;
};

}  // namespace

void link_templates(TemplateMap& templates, Problems& problems) { Linker(templates, problems).link(); }

}  // namespace reportal::templates
