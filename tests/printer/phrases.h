// What the made-up reports talk about: titles, sentences, names, all of our own making.

#pragma once

#include <string>
#include <string_view>

#include "random.h"

namespace reportal::printer {

/// A sentence with its full stop: clauses with counts, years, Latin words and quotes.
[[nodiscard]] std::string sentence(Random& random);
/// `sentences` of them; may begin with 一是 …二是 ….
[[nodiscard]] std::string running_text(Random& random, int sentences);

[[nodiscard]] std::string_view chapter_title(std::size_t index);
[[nodiscard]] std::string section_title(Random& random);
[[nodiscard]] std::string case_title(Random& random);
[[nodiscard]] std::string figure_caption(Random& random);
[[nodiscard]] std::string group_title(Random& random);
[[nodiscard]] std::string school_name(Random& random);
[[nodiscard]] std::string department(Random& random);  ///< an office or a company
[[nodiscard]] std::string project(Random& random);     ///< a long name
[[nodiscard]] std::string person(Random& random);
[[nodiscard]] std::string_view contest_class(Random& random);
[[nodiscard]] std::string_view prize(Random& random);
[[nodiscard]] std::string_view subject(Random& random);

}  // namespace reportal::printer
