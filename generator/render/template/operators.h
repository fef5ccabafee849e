// What operators do with values: comparing, calculating, joining and printing.

#pragma once

#include <span>
#include <string>

#include "render/template/functions.h"
#include "render/template/program.h"
#include "render/template/value.h"

namespace reportal::templates {

[[nodiscard]] bool is_numeric(const Value& value);  ///< integer or number
[[nodiscard]] bool is_textual(const Value& value);  ///< text or html

/// Same kind (integers and numbers are one, text and html are one) and same content.
[[nodiscard]] bool equal(const Value& left, const Value& right);
/// Negative, 0 or positive in `order`; false when the two have no order. Text is ordered by code points.
[[nodiscard]] bool compare(const Value& left, const Value& right, int& order);

[[nodiscard]] bool apply_operator(Operator sign, const Value& left, const Value& right, Scratch& scratch, Failure& failure,
                                  Value& result);

/// The values as one text, `separator` between them; html, with the texts among them escaped, when there is html in it.
[[nodiscard]] bool join_values(std::span<const Value> values, const Value& separator, Scratch& scratch, Failure& failure,
                               Value& result);

/// Appends a value as text, escaped unless it is html; none is nothing. False for lists and maps.
[[nodiscard]] bool append_escaped(std::string& out, const Value& value);
/// The same without escaping.
[[nodiscard]] bool append_plain(std::string& out, const Value& value);

}  // namespace reportal::templates
