// What a report says it is: its title, school and year, where the front matter leaves them open.

#pragma once

#include "model/document.h"
#include "structure/raw/assembly.h"

namespace reportal::raw {

/// Cases, headings numbered in two parts (1.1), or a cover that names a report: what articles do not have.
[[nodiscard]] bool reads_as_report(const Marked& marked);

/// Sets title, school, year and kind of `document`.
void identify(const Marked& marked, Document& document);

}  // namespace reportal::raw
