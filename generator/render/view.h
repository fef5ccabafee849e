// The only place that decides what templates see: the names of each page kind, as templates/README.md lists them.

#pragma once

#include <string>
#include <string_view>

#include "index/site_plan.h"
#include "render/body.h"
#include "render/cards.h"
#include "render/template/value.h"

namespace reportal {

/// The template that renders a page kind.
[[nodiscard]] std::string_view template_of(PageKind kind);

/// What all pages have alike, made once.
class SharedView {
 public:
  explicit SharedView(const Site& site);

  [[nodiscard]] const Site& site() const { return site_; }
  [[nodiscard]] const BodyWriter& bodies() const { return bodies_; }
  [[nodiscard]] templates::Value strings() const { return strings_; }
  [[nodiscard]] templates::Value counts() const { return counts_; }

 private:
  const Site& site_;
  BodyWriter bodies_;
  templates::ValuePool pool_;
  templates::Value strings_, counts_;
};

/// All names that the template of `page` sees. The values live in `pool`, in `shared` and in the site's data.
[[nodiscard]] templates::Value make_view(const SharedView& shared, const PlannedPage& page, templates::ValuePool& pool);

}  // namespace reportal
