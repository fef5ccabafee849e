// schools.yaml, organisations.yaml, topics.yaml, indicators.yaml, glossary.yaml → Vocabulary.

#pragma once

#include <optional>

#include "model/portal.h"
#include "read/yaml/parse.h"

namespace reportal {

/// The names of the vocabulary files.
inline constexpr std::string_view vocabulary_files[] = {"schools.yaml", "organisations.yaml", "topics.yaml", "indicators.yaml",
                                                        "glossary.yaml"};

/// Reads the file called `name` into its list.
void read_vocabulary_file(std::string_view name, const YamlText& yaml, Vocabulary& vocabulary, Problems& problems);

}  // namespace reportal
