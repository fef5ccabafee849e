// verify: the site is whole before a byte of it is written.
//
// Two passes over the pages, each page in its own slot. The first scans a page, resolves its links against the table of
// addresses, and keeps a hash of each of its ids; the second looks up the fragments of links that lead to other pages. Problems
// come in the order of the files and of their places, at most `listed_problems` of a kind.

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"
#include "publish/page_scan.h"
#include "publish/problems.h"
#include "publish/publish.h"

namespace reportal {
namespace publish {
namespace {

constexpr std::size_t listed_problems = 200;  // of a kind

enum class FileType : std::uint8_t { page, picture_with_ids, style_sheet, other };

FileType type_of(std::string_view address) {
  const std::string ending = ascii_lower(file_ending(address));
  if (ending == ".html" || ending == ".htm") return FileType::page;
  if (ending == ".svg") return FileType::picture_with_ids;
  return ending == ".css" ? FileType::style_sheet : FileType::other;
}

/// A link with a fragment, waiting until the ids of all pages are known.
struct FragmentUse {
  std::uint32_t target;
  std::uint32_t offset, length;  ///< of the link in the page
  std::uint64_t id;
};

struct Finding {
  const ProblemKind* kind;
  std::uint32_t offset;
  std::vector<std::string> arguments;
};

struct CheckedFile {
  std::vector<std::uint64_t> ids;  ///< hashes, sorted
  std::vector<FragmentUse> fragments;
  std::vector<Finding> findings;
};

std::uint64_t hash_of(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

bool has_scheme(std::string_view link) {
  const std::size_t mark = link.find_first_of(":/?#");
  return mark != npos && mark > 0 && link[mark] == ':';
}

class Verifier {
 public:
  Verifier(const std::vector<OutputFile>& files, std::string_view root, unsigned jobs)
      : files_(files), root_(root), jobs_(jobs), checked_(files.size()) {
    numbers_.reserve(files.size());
    for (std::uint32_t i = 0; i < files.size(); ++i) numbers_.emplace(files[i].address, i);
  }

  void run(Problems& problems) {
    for_each_index(jobs_, files_.size(), [&](std::size_t i) { check_file(i); });
    for_each_index(jobs_, files_.size(), [&](std::size_t i) { check_fragments(i); });
    report(problems);
  }

 private:
  void check_file(std::size_t number) {
    const OutputFile& file = files_[number];
    const FileType type = type_of(file.address);
    if (type == FileType::other) return;
    if (type == FileType::style_sheet) {
      for (const std::string_view link : style_sheet_addresses(file.bytes)) check_link(number, link);
      return;
    }
    thread_local PageScan scan;
    scan_page(file.bytes, scan);
    collect_ids(number, scan.ids);
    if (type == FileType::page) {
      for (const std::string_view link : scan.links) check_link(number, link);
    }
  }

  void collect_ids(std::size_t number, const std::vector<std::string_view>& ids) {
    thread_local std::string buffer;
    std::vector<std::uint64_t>& hashes = checked_[number].ids;
    hashes.reserve(ids.size());
    for (const std::string_view id : ids) hashes.push_back(hash_of(without_references(id, buffer)));
    std::vector<std::uint64_t> in_order = hashes;
    std::sort(hashes.begin(), hashes.end());
    const auto repeated = std::unique(hashes.begin(), hashes.end());
    if (repeated == hashes.end()) return;
    hashes.erase(repeated, hashes.end());
    std::map<std::uint64_t, int> seen;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (++seen[in_order[i]] == 2) add_finding(number, duplicate_id, ids[i], {std::string(ids[i])});
    }
  }

  void check_link(std::size_t number, std::string_view link) {
    thread_local std::string plain_buffer, decoded_buffer;
    // Few addresses have anything to decode.
    const auto decoded = [&](std::string_view text) -> std::string_view {
      return text.find('%') == npos ? text : std::string_view(decoded_buffer = percent_decoded(text));
    };
    std::string_view plain = trim(without_references(link, plain_buffer));
    if (plain.empty()) return add_finding(number, empty_link, link, {});
    if (plain.starts_with("//") || has_scheme(plain)) return;
    if (!root_.empty() && files_[number].address == not_found_address && plain.starts_with(root_)) plain.remove_prefix(root_.size());
    if (plain.starts_with('/')) return add_finding(number, absolute_link, link, {std::string(plain)});

    const std::size_t hash_mark = plain.find('#');
    const std::string_view before = plain.substr(0, hash_mark);
    const std::string_view path = before.substr(0, before.find('?'));
    const std::size_t target = path.empty() ? number : find_target(number, decoded(path));
    if (target == npos) return add_finding(number, broken_link, link, {std::string(plain)});

    const std::string_view fragment = hash_mark == npos ? std::string_view{} : plain.substr(hash_mark + 1);
    if (fragment.empty() || fragment == "top") return;
    const FileType type = type_of(files_[target].address);
    if (type != FileType::page && type != FileType::picture_with_ids) return;
    checked_[number].fragments.push_back({static_cast<std::uint32_t>(target), offset_of(number, link),
                                          static_cast<std::uint32_t>(link.size()),
                                          hash_of(decoded(fragment))});
  }

  /// The file that a relative path means in the file `number`; npos if there is none.
  [[nodiscard]] std::size_t find_target(std::size_t number, std::string_view path) const {
    const std::string& from = files_[number].address;
    thread_local std::string address;
    address.assign(from, 0, from.rfind('/') + 1);
    while (true) {
      const std::string_view part = path.substr(0, path.find('/'));
      if (part == "..") {
        if (address.empty()) return npos;
        address.pop_back();
        address.resize(address.rfind('/') + 1);
      } else if (part != "." && part.size() < path.size()) {
        address.append(part) += '/';
      } else if (part != ".") {
        address.append(part);
      }
      if (part.size() == path.size()) break;
      path.remove_prefix(part.size() + 1);
    }
    if (address.empty() || address.ends_with('/')) address += "index.html";
    const auto found = numbers_.find(address);
    return found == numbers_.end() ? npos : found->second;
  }

  void check_fragments(std::size_t number) {
    for (const FragmentUse& use : checked_[number].fragments) {
      const std::vector<std::uint64_t>& ids = checked_[use.target].ids;
      if (std::binary_search(ids.begin(), ids.end(), use.id)) continue;
      const std::string_view link = std::string_view(files_[number].bytes).substr(use.offset, use.length);
      add_finding(number, broken_fragment, link, {std::string(link), files_[use.target].address});
    }
  }

  [[nodiscard]] std::uint32_t offset_of(std::size_t number, std::string_view part) const {
    return static_cast<std::uint32_t>(part.data() - files_[number].bytes.data());
  }

  void add_finding(std::size_t number, const ProblemKind& kind, std::string_view part, std::vector<std::string> arguments) {
    checked_[number].findings.push_back({&kind, offset_of(number, part), std::move(arguments)});
  }

  void report(Problems& problems) {
    std::map<std::string_view, std::pair<const ProblemKind*, std::size_t>> counts;  // in a fixed order
    for (std::size_t i = 0; i < files_.size(); ++i) {
      for (Finding& finding : checked_[i].findings) {
        auto& [kind, count] = counts[finding.kind->id];
        kind = finding.kind;
        if (++count > listed_problems) continue;
        const std::string_view before = std::string_view(files_[i].bytes).substr(0, finding.offset);
        const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
        problems.add(*kind, {files_[i].address, line}, std::move(finding.arguments));
      }
    }
    for (const auto& [id, entry] : counts) {
      if (entry.second <= listed_problems) continue;
      problems.add(more_problems, {}, {std::string(id), std::to_string(entry.second - listed_problems)});
    }
  }

  const std::vector<OutputFile>& files_;
  std::string_view root_;
  unsigned jobs_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<CheckedFile> checked_;
};

}  // namespace
}  // namespace publish

void verify(const std::vector<OutputFile>& files, std::string_view root, unsigned jobs, Problems& problems) {
  publish::Verifier(files, root, jobs).run(problems);
}

}  // namespace reportal
