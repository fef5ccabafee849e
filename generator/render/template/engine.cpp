#include "render/template/engine.h"

#include "render/template/linker.h"
#include "render/template/problems.h"
#include "render/template/runner.h"
#include "render/template/template_parser.h"

namespace reportal::templates {

struct Engine::Implementation {
  SymbolTable symbols;
  std::uint32_t sites = 0;
  TemplateMap templates;
};

Engine::Engine() : implementation_(std::make_unique<Implementation>()) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;

void Engine::load(const std::map<std::string, std::string>& templates, const std::map<std::string, std::string>& paths,
                  Problems& problems) {
  implementation_ = std::make_unique<Implementation>();
  for (const auto& [name, text] : templates) {
    const auto path = paths.find(name);
    auto& home = implementation_->templates[name];
    home = std::make_unique<Template>(name, path == paths.end() ? name : path->second, text);
    parse_template(*home, implementation_->symbols, implementation_->sites, problems);
  }
  link_templates(implementation_->templates, problems);
}

bool Engine::has(std::string_view name) const { return implementation_->templates.contains(name); }

bool Engine::run(std::string_view name, const Value& names, std::string& out, Problems& problems) const {
  const auto found = implementation_->templates.find(name);
  if (found == implementation_->templates.end()) {
    problems.add(problems::unknown_template, {}, {std::string(name)});
    return false;
  }
  return Runner(implementation_->symbols, implementation_->sites, names, out, problems).run_template(*found->second);
}

}  // namespace reportal::templates
