// Joins parsed templates: extends, include, import and macro calls to what they name, blocks to their versions.

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/problem.h"
#include "render/template/program.h"

namespace reportal::templates {

using TemplateMap = std::map<std::string, std::unique_ptr<Template>, std::less<>>;

/// Errors mark the template in which they stand as broken.
void link_templates(TemplateMap& templates, Problems& problems);

}  // namespace reportal::templates
