// What is searched: the pages that a result can lead to, and every text that a reader sees on them, cut into passages in the
// order of rank.

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "index/site_plan.h"

namespace reportal::index {

/// A page that a result leads to.
struct SearchedPage {
  enum class Kind : std::uint8_t { school, organisation, topic, term, indicator, case_study, report, article, page };
  Kind kind = Kind::page;
  std::string_view address;
  std::string_view title;           ///< as a result shows it
  std::vector<std::string> origin;  ///< shown below it: number, school, year, report
  std::int32_t parent = -1;         ///< the page whose title also speaks for this one: school of a report, report of a case
  int year = 0;
  std::vector<std::uint32_t> schools;  ///< indices in the vocabulary
  std::vector<std::uint32_t> topics;
};

/// The texts of one block, with line ends between them; no text but code has one inside.
struct Passage {
  std::uint32_t page = 0;  ///< index in SearchedText::pages
  std::string_view
      anchor;  ///< of the block on its page; of a title, how it is read: pinyin with v for ü, spaces between syllables
  std::string_view text;
};

struct SearchedText {
  std::vector<SearchedPage> pages;
  /// The title of each page, in the order of the pages; then headings and captions, the first other passage of each page, the
  /// rest, each in the order of pages.
  std::vector<Passage> passages;
  std::vector<std::uint32_t> headings, others;  ///< a page → how many it has, its title left out
  std::vector<std::string_view> school_names, topic_names;
  std::deque<std::string> strings;  ///< what views point to, beside the library
};

[[nodiscard]] SearchedText searched_text(const Library& library, const Links& links, const SitePlan& plan, unsigned jobs);

}  // namespace reportal::index
