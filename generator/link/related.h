// What reads on from here: for each case and article the five that share most with it, and what they share.
//
// Two texts are near if they name the same schools and companies, stand under the same topic, in a section of the same title, or are
// written in the same rare words (pairs of characters that few texts have). Each such trait is worth the more the fewer texts have it. A
// trait that very many have relates a text only to those that stand near it in the library, so that the work grows with the number of
// texts, not with its square.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "link/link.h"

namespace reportal {

inline constexpr std::size_t related_shown = 5;

/// The related ones of each entry of `texts`, the nearest first; the same for the same input, whatever the number of threads.
[[nodiscard]] std::vector<std::vector<Related>> find_related(const Library& library, const Links& links, std::span<const TextRef> texts,
                                                             unsigned jobs);

/// All that can be related: the cases in the library's order, then the articles.
[[nodiscard]] std::vector<TextRef> related_texts(const Library& library);

}  // namespace reportal
