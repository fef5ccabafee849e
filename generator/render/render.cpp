#include "render/render.h"

#include "base/parallel.h"
#include "render/language_marks.h"
#include "render/problems.h"
#include "render/template/engine.h"
#include "render/view.h"

namespace reportal {

std::vector<OutputFile> render_pages(const Library& library, const Links& links, const SitePlan& plan, const Theme& theme,
                                     std::string_view generator, unsigned jobs, Problems& problems) {
  templates::Engine engine;
  engine.load(theme.templates, theme.template_paths, problems);
  if (problems.has_errors()) return {};
  for (const PlannedPage& page : plan.pages) {
    const std::string_view name = template_of(page.kind);
    if (!engine.has(name)) problems.add(missing_template, {}, {std::string(name), theme.name});
  }
  if (problems.has_errors()) return {};

  const Site site(library, links, plan, theme, generator, jobs);
  const SharedView shared(site);
  std::vector<OutputFile> files(plan.pages.size());
  for_each_index(jobs, plan.pages.size(), [&](std::size_t i) {
    const PlannedPage& page = plan.pages[i];
    templates::ValuePool pool;
    // Pages grow in one buffer a thread and are copied out at their size: growing each in a string of its own would cost
    // more in copies and fresh memory than rendering it.
    thread_local std::string bytes;
    bytes.clear();
    if (!engine.run(template_of(page.kind), make_view(shared, page, pool), bytes, problems)) {
      problems.add(page_not_rendered, {}, {page.address, std::string(template_of(page.kind))});
    }
    const bool chinese = interface_language(library.settings) == Language::chinese;
    files[i] = {page.address, chinese ? bytes : with_language_marks(bytes)};
  });
  return files;
}

}  // namespace reportal
