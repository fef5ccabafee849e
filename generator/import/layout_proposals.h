// What only the printed page tells: which lines a drawn box holds, which pictures stand on which page,
// what is printed large. As lines of front matter.

#pragma once

#include <string>
#include <vector>

#include "import/extract.h"
#include "model/document.h"

namespace reportal {

/// What is printed largest on the first page with text, as one line; "" where nothing is clearly larger than running text.
[[nodiscard]] std::string largest_print(const Extract& extract);

/// `cases:` with the last line of each case that stands in a box, where the text alone is read otherwise. Empty if there is
/// none.
[[nodiscard]] std::vector<std::string> propose_case_ends(const Extract& extract, const Document& document);

/// `corrections:` with the running heads, feet and page numbers that stand at one place of many pages, where the text alone
/// does not tell them. Empty if there is none.
[[nodiscard]] std::vector<std::string> propose_furniture(const Extract& extract, const Document& document);

struct FigureProposal {
  std::vector<std::string> lines;  ///< `figures:` with a picture for each figure that surely has one
  std::size_t bound = 0;           ///< figures in it
  std::vector<std::string> loose;  ///< "page: name" of pictures that could not be matched
};

/// A page that holds as many pictures as captions of figures holds them in the same order.
[[nodiscard]] FigureProposal propose_figures(const Extract& extract, const Document& document, const std::string& folder);

}  // namespace reportal
