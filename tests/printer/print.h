// Prints a report in a style, and says what a reader should understand of it.

#pragma once

#include <string>

#include "account.h"
#include "report.h"
#include "style.h"

namespace reportal::printer {

struct Printed {
  std::string text;
  Account account;
};

[[nodiscard]] Printed print(const Report& report, const Style& style);

}  // namespace reportal::printer
