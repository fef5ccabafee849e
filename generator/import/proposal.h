// Front matter for an imported text: what an editor would have to type, as far as the text and the file's name tell it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "import/extract.h"
#include "model/document.h"
#include "model/portal.h"
#include "model/source.h"

namespace reportal {

struct Doubt {
  const ProblemKind* kind;
  std::size_t line;  ///< index of the line of the proposal that it is about
  std::vector<std::string> arguments;
};

struct Proposal {
  DocumentKind kind = DocumentKind::report;
  std::vector<std::string>
      lines;  ///< of YAML, comments where something is a guess; keys that the input has already are left out
  std::vector<Doubt> doubts;
  std::size_t pictures = 0;  ///< that are named in it
};

struct ProposalInput {
  const Extract& extract;
  const Source& source;        ///< of the extract's text
  const Document& document;    ///< what was understood of it
  std::string file_name;       ///< of the input
  std::string picture_folder;  ///< as sources name it
  std::optional<DocumentKind> kind;
};

[[nodiscard]] Proposal propose(const ProposalInput& input, const Settings& settings, const Vocabulary& vocabulary);

}  // namespace reportal
