// Makes a report and a style for which something fails small: items and rows are left out, texts cut and values made plain as
// long as it still fails and is a report that could be: with headings in order, lists and tables of two entries, and enough
// text to learn its widths from.

#pragma once

#include <functional>

#include "report.h"
#include "style.h"

namespace reportal::printer {

using Fails = std::function<bool(const Report&, const Style&)>;

void shrink(Report& report, Style& style, const Fails& fails);

}  // namespace reportal::printer
