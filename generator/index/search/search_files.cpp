// The files of the index, put together from the passages and their postings.

#include <xxhash.h>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>

#include "base/json.h"
#include "base/parallel.h"
#include "chinese/folding.h"
#include "index/search/number_code.h"
#include "index/search/passages.h"
#include "index/search/postings.h"
#include "index/search/search.h"

namespace reportal {
namespace index {
namespace {

constexpr std::size_t text_shard_bytes = 6'000;
constexpr std::size_t mark_bytes = 6;      // quotes and commas of a text
constexpr std::size_t results_shown = 10;  // as search.js shows at once
constexpr std::size_t postings_asked = 3;  // by a word of four characters

constexpr std::string_view unset_version = "00000000";
constexpr std::string_view call = "reportalSearch(\"";

/// A file before the version is known: it depends on all of them.
std::string file_head(std::string_view name) { return fmt::format("{}{}\",\"{}\",", call, unset_version, name); }

std::string_view name_of(SearchedPage::Kind kind) {
  constexpr std::string_view names[] = {"school", "organisation", "topic",   "term", "indicator",
                                        "case",   "report",       "article", "page"};
  return names[static_cast<std::size_t>(kind)];
}

std::size_t page_bytes(const SearchedPage& page) {
  std::size_t bytes = page.address.size() + page.title.size() + mark_bytes;
  for (const std::string& part : page.origin) bytes += part.size() + mark_bytes;
  return bytes;
}

/// Where each shard of passages begins. A shard holds titles or other passages, never both.
std::vector<std::uint32_t> text_shard_starts(const SearchedText& text) {
  std::vector<std::uint32_t> starts;
  std::size_t bytes = text_shard_bytes;
  for (std::uint32_t i = 0; i < text.passages.size(); ++i) {
    if (bytes >= text_shard_bytes || i == text.pages.size()) {
      starts.push_back(i);
      bytes = 0;
    }
    const Passage& passage = text.passages[i];
    bytes += passage.text.size() + passage.anchor.size() + mark_bytes;
    if (i == starts.back() || text.passages[i - 1].page != passage.page) bytes += page_bytes(text.pages[passage.page]);
  }
  return starts;
}

/// [[address, title, [origin …], anchor, text, anchor, text …] …]: a list for each page that the shard has passages of, in
/// their order.
void append_passages(std::string& out, const SearchedText& text, std::uint32_t first, std::uint32_t last) {
  JsonWriter json(out);
  json.begin_array();
  for (std::uint32_t i = first; i < last;) {
    const std::uint32_t number = text.passages[i].page;
    const SearchedPage& page = text.pages[number];
    json.begin_array().value(file_address(page.address)).value(page.title).begin_array();
    for (const std::string& part : page.origin) {
      if (!part.empty()) json.value(part);
    }
    json.end_array();
    for (; i < last && text.passages[i].page == number; ++i) json.value(text.passages[i].anchor).value(text.passages[i].text);
    json.end_array();
  }
  json.end_array();
}

/// Traditional characters whose simplified forms occur, each followed by its form.
std::string traditional_pairs(const std::vector<char32_t>& characters) {
  std::string pairs;
  for (char32_t c = first_with_simplified_form; c <= last_with_simplified_form; ++c) {
    const char32_t form = simplified_form(c);
    if (form == c || !std::binary_search(characters.begin(), characters.end(), form)) continue;
    append_character(pairs, c);
    append_character(pairs, form);
  }
  return pairs;
}

std::string ascending_numbers(const std::vector<std::uint32_t>& numbers) {
  std::string code;
  std::uint32_t before = 0;
  for (const std::uint32_t number : numbers) {
    append_number(code, number - before);
    before = number;
  }
  return code;
}

/// A number for each page.
template <typename NumberOf>
std::string page_numbers(const SearchedText& text, NumberOf&& number_of) {
  std::string code;
  for (std::uint32_t i = 0; i < text.pages.size(); ++i) append_number(code, number_of(i));
  return code;
}

/// For each page how many numbers it has, then the numbers.
std::string page_lists(const SearchedText& text, std::vector<std::uint32_t> SearchedPage::*list) {
  std::string code;
  for (const SearchedPage& page : text.pages) {
    append_number(code, static_cast<std::uint32_t>((page.*list).size()));
    for (const std::uint32_t number : page.*list) append_number(code, number);
  }
  return code;
}

/// The difference from the parent of the page before: nearly always 0.
std::string parents(const SearchedText& text) {
  std::int32_t before = -1;
  return page_numbers(text, [&](std::uint32_t i) {
    const std::int32_t step = text.pages[i].parent - before;
    before = text.pages[i].parent;
    return step >= 0 ? static_cast<std::uint32_t>(step) * 2 : static_cast<std::uint32_t>(-step) * 2 - 1;
  });
}

void append_root(std::string& out, const SearchedText& text, const PostingShards& postings,
                 const std::vector<std::uint32_t>& starts) {
  std::vector<int> years;
  for (const SearchedPage& page : text.pages) {
    if (page.year != 0) years.push_back(page.year);
  }
  std::sort(years.begin(), years.end(), std::greater<>());
  years.erase(std::unique(years.begin(), years.end()), years.end());

  JsonWriter json(out);
  json.begin_object();
  json.member("pages", static_cast<std::uint64_t>(text.pages.size()));
  json.member("passages", static_cast<std::uint64_t>(text.passages.size()));
  json.member("shards", static_cast<std::uint64_t>(postings.shards.size()));
  json.member("starts", ascending_numbers(starts));
  json.member("headings", page_numbers(text, [&](std::uint32_t i) { return text.headings[i]; }));
  json.member("others", page_numbers(text, [&](std::uint32_t i) { return text.others[i]; }));
  json.member("parents", parents(text));
  json.key("kinds").begin_array();
  for (std::size_t i = 0; i < text.pages.size();) {
    const std::size_t first = i;
    while (i < text.pages.size() && text.pages[i].kind == text.pages[first].kind) ++i;
    json.value(name_of(text.pages[first].kind)).value(static_cast<std::uint64_t>(i - first));
  }
  json.end_array();
  json.key("years").begin_array();
  for (const int year : years) json.value(year);
  json.end_array();
  json.member("year", page_numbers(text, [&](std::uint32_t i) {
                const int year = text.pages[i].year;
                return year == 0 ? 0U
                                 : static_cast<std::uint32_t>(std::find(years.begin(), years.end(), year) - years.begin()) + 1;
              }));
  json.key("schools").begin_array();
  for (const std::string_view name : text.school_names) json.value(name);
  json.end_array().member("school", page_lists(text, &SearchedPage::schools));
  json.key("topics").begin_array();
  for (const std::string_view name : text.topic_names) json.value(name);
  json.end_array().member("topic", page_lists(text, &SearchedPage::topics));
  json.member("traditional", traditional_pairs(postings.characters));
  json.end_object();
}

/// Hashes all files and writes the hash into each: what a reader's browser has kept of an older index is never mixed with this
/// one.
void set_versions(std::vector<OutputFile>& files, unsigned jobs) {
  std::vector<XXH64_hash_t> hashes(files.size());
  for_each_index(jobs, files.size(),
                 [&](std::size_t i) { hashes[i] = XXH3_64bits(files[i].bytes.data(), files[i].bytes.size()); });
  const XXH64_hash_t all = XXH3_64bits(hashes.data(), hashes.size() * sizeof(XXH64_hash_t));
  const std::string version = fmt::format("{:016x}", all).substr(0, unset_version.size());
  for (OutputFile& file : files) file.bytes.replace(call.size(), version.size(), version);
}

/// The sum of the `count` largest files in [first, last).
std::size_t largest(const std::vector<OutputFile>& files, std::size_t first, std::size_t last, std::size_t count) {
  std::vector<std::size_t> sizes;
  for (std::size_t i = first; i < last; ++i) sizes.push_back(files[i].bytes.size());
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  sizes.resize(std::min(count, sizes.size()));
  return std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
}

}  // namespace
}  // namespace index

SearchIndex make_search_index(const Library& library, const Links& links, const SitePlan& plan, unsigned jobs) {
  using namespace index;
  const SearchedText text = searched_text(library, links, plan, jobs);
  PostingShards postings = make_postings(text, jobs);
  const std::vector<std::uint32_t> starts = text_shard_starts(text);
  const std::size_t posting_count = postings.shards.size();

  SearchIndex index;
  index.files.resize(1 + posting_count + starts.size());
  for_each_index(jobs, index.files.size(), [&](std::size_t i) {
    OutputFile& file = index.files[i];
    if (i == 0) {
      file = {std::string(search_root), file_head("index")};
      append_root(file.bytes, text, postings, starts);
    } else if (i <= posting_count) {
      const std::string name = 'p' + std::to_string(i - 1);
      file = {"search/" + name + ".js", file_head(name) + postings.shards[i - 1]};
      std::string().swap(postings.shards[i - 1]);
    } else {
      const std::size_t shard = i - 1 - posting_count;
      const std::string name = 't' + std::to_string(shard);
      file = {"search/" + name + ".js", file_head(name)};
      file.bytes.reserve(text_shard_bytes * 3 / 2);
      const std::size_t next = shard + 1 < starts.size() ? starts[shard + 1] : text.passages.size();
      append_passages(file.bytes, text, starts[shard], static_cast<std::uint32_t>(next));
    }
    file.bytes += ");\n";
  });
  set_versions(index.files, jobs);

  SearchSizes& sizes = index.sizes;
  sizes.passages = text.passages.size();
  sizes.files = index.files.size();
  for (const OutputFile& file : index.files) sizes.bytes += file.bytes.size();
  sizes.root_bytes = index.files.front().bytes.size();
  sizes.first_query_bytes = sizes.root_bytes + largest(index.files, 1, 1 + posting_count, postings_asked) +
                            largest(index.files, 1 + posting_count, index.files.size(), results_shown);
  return index;
}

}  // namespace reportal
