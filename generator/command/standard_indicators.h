// The indicators that a new portal begins with: the six data tables of a quality report and the quantities they usually hold. The names
// are those of Chinese reports, whatever the language of the portal, since they are looked for in the text.

#pragma once

#include <string_view>

namespace reportal {

extern const std::string_view standard_indicators;  ///< the text of an indicators.yaml

}  // namespace reportal
