// Parses one template to its program. All errors of a file are found in one go: an error inside a tag costs that tag only.

#pragma once

#include "base/problem.h"
#include "render/template/program.h"

namespace reportal::templates {

/// Fills `home` from home.text. What other templates are needed for (extends, include, macros) is left to link_templates.
void parse_template(Template& home, SymbolTable& symbols, std::uint32_t& sites, Problems& problems);

}  // namespace reportal::templates
