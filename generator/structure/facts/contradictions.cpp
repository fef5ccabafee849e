#include "structure/facts/facts.h"

namespace reportal {
void report_contradictions(const Document&, const Source&, Problems&) {}
}  // namespace reportal
