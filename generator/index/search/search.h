// The index that search.js reads in the reader's browser: files that are scripts, so that they load over file:// and under a
// strict Content-Security-Policy. Each calls reportalSearch(VERSION, NAME, DATA).
//
//     search/index.js   the root: how many passages there are, where the shards begin, what can be narrowed by
//     search/p0.js …    which passages hold a character, or two that follow each other: sharded by a hash of them
//     search/t0.js …    the passages themselves with the pages they stand on, in order
//
// A passage is what one block shows; its number is its rank: titles of pages first, then headings, then the first passage of
// each page, then the rest. A query needs the postings of its characters, then the texts of the passages it shows: two round
// trips. docs/search.md has the format.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "index/site_plan.h"

namespace reportal {

/// The address of the root.
inline constexpr std::string_view search_root = "search/index.js";

struct SearchSizes {
  std::size_t passages = 0;
  std::size_t files = 0;
  std::size_t bytes = 0;  ///< of all files
  std::size_t root_bytes = 0;
  std::size_t first_query_bytes = 0;  ///< uncompressed, at most: a word of four characters, ten results
};

struct SearchIndex {
  std::vector<OutputFile> files;
  SearchSizes sizes;
};

/// The same bytes for any `jobs`.
[[nodiscard]] SearchIndex make_search_index(const Library& library, const Links& links, const SitePlan& plan, unsigned jobs);

}  // namespace reportal
