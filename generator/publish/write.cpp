// write_site: what has to change, found by comparing with what stands in the output folder; then the change in one publication.
//
// A file counts as equal only if its bytes on disk are the new ones: what the manifest says spares reading files that are known
// to differ, never reading those that should be equal, so that a page edited by hand in the output is put right again.

#include <algorithm>
#include <unordered_set>

#include "base/parallel.h"
#include "base/text.h"
#include "publish/output_folder.h"
#include "publish/problems.h"
#include "publish/publish.h"

namespace reportal {
namespace publish {
namespace {

/// Files that people keep in an empty output folder.
bool is_placeholder(std::string_view path) { return path == ".gitkeep" || path == ".gitignore"; }

class SiteWriter {
 public:
  SiteWriter(Files& disk, const std::vector<OutputFile>& files, const WriteOptions& options, Problems& problems)
      : disk_(disk), files_(files), options_(options), problems_(problems), folder_(disk, options.output, options.jobs) {}

  WriteReport run() {
    if (!check_addresses() || !folder_.check(options_.content, problems_)) return {};
    if (!folder_.lock(problems_) || !folder_.open(problems_)) return {};
    WriteReport report;
    report.foreign = foreign_files();
    if (folder_.manifest() == nullptr && !report.foreign.empty() && !options_.adopt_foreign) {
      problems_.add(foreign_folder, {options_.output}, {std::to_string(report.foreign.size()), report.foreign.front()});
      return {};
    }
    std::erase_if(report.foreign, [&](const std::string& path) { return addresses_.contains(path); });  // clear_the_way decides
    compare();
    list_removals();
    if (!clear_the_way()) return {};
    if (!publish()) return {};
    report.written = journal_.moves.size();
    report.unchanged = files_.size() - journal_.moves.size();
    report.removed = journal_.removals.size() + journal_.cleared_files.size();
    for (const OutputFile& file : files_) report.bytes += file.bytes.size();
    return report;
  }

 private:
  bool check_addresses() {
    bool good = true;
    addresses_.reserve(files_.size());
    for (const OutputFile& file : files_) {
      const ProblemKind* kind = !is_output_address(file.address)          ? &bad_address
                                : !addresses_.insert(file.address).second ? &address_twice
                                                                          : nullptr;
      if (kind == nullptr) continue;
      problems_.add(*kind, {options_.output}, {file.address});
      good = false;
    }
    for (const OutputFile& file : files_) {
      for (std::size_t slash = file.address.find('/'); slash != npos; slash = file.address.find('/', slash + 1)) {
        if (!addresses_.contains(std::string_view(file.address).substr(0, slash))) continue;
        problems_.add(address_twice, {options_.output}, {file.address.substr(0, slash)});
        good = false;
      }
    }
    return good;
  }

  [[nodiscard]] bool was_made(const std::string& address) const {
    return folder_.manifest() != nullptr && folder_.manifest()->contains(address);
  }

  [[nodiscard]] std::vector<std::string> foreign_files() const {
    std::vector<std::string> foreign;
    for (const FileEntry& entry : folder_.entries()) {
      if (entry.kind == FileKind::folder || is_placeholder(entry.path) || was_made(entry.path)) continue;
      foreign.push_back(entry.path);
    }
    return foreign;
  }

  /// Fills new_manifest_, and moves for the files whose bytes are not on disk.
  void compare() {
    std::vector<Fingerprint> fingerprints(files_.size());
    std::vector<std::uint8_t> equal(files_.size());
    for_each_index(options_.jobs, files_.size(), [&](std::size_t i) {
      fingerprints[i] = fingerprint_of(files_[i].bytes);
      equal[i] = stands_on_disk(files_[i], fingerprints[i]);
    });
    new_manifest_.reserve(files_.size());
    for (std::size_t i = 0; i < files_.size(); ++i) {
      new_manifest_.emplace(files_[i].address, fingerprints[i]);
      if (equal[i]) continue;
      journal_.moves.push_back({fingerprints[i], files_[i].address});
      bytes_.push_back(files_[i].bytes);
    }
  }

  [[nodiscard]] bool stands_on_disk(const OutputFile& file, const Fingerprint& fingerprint) const {
    const FileEntry* entry = folder_.find(file.address);
    if (entry == nullptr || entry->kind != FileKind::file || entry->size != file.bytes.size()) return false;
    if (was_made(file.address) && folder_.manifest()->at(file.address) != fingerprint) return false;
    thread_local std::string bytes;
    return !disk_.read(folder_.path_of(file.address), bytes) && bytes == file.bytes;
  }

  void list_removals() {
    for (const FileEntry& entry : folder_.entries()) {
      if (entry.kind != FileKind::folder && was_made(entry.path) && !addresses_.contains(entry.path)) {
        journal_.removals.push_back(entry.path);
      }
    }
  }

  /// What stands where a new file or its folder belongs was made by the last build and goes first, or is left alone and is an
  /// error.
  bool clear_the_way() {
    bool clear = true;
    std::unordered_set<std::string_view> seen;
    for (const Journal::Move& move : journal_.moves) {
      const std::string& address = move.address;
      for (std::size_t slash = address.find('/'); slash != npos; slash = address.find('/', slash + 1)) {
        if (seen.insert(std::string_view(address).substr(0, slash)).second)
          clear &= clear_folder_path(address.substr(0, slash));
      }
      clear &= clear_file_path(address);
    }
    return clear;
  }

  bool clear_folder_path(const std::string& path) {
    const FileEntry* entry = folder_.find(path);
    if (entry == nullptr || entry->kind == FileKind::folder) return true;
    if (entry->kind == FileKind::link) return in_the_way(link_in_the_way, path);
    return clear_old_file(path) || in_the_way(foreign_in_the_way, path);
  }

  bool clear_file_path(const std::string& address) {
    const FileEntry* entry = folder_.find(address);
    if (entry == nullptr) return true;
    if (entry->kind != FileKind::folder) {
      return was_made(address) || options_.adopt_foreign || in_the_way(foreign_in_the_way, address);
    }
    const auto& entries = folder_.entries();
    std::vector<std::string> folders;
    for (auto inner = std::lower_bound(entries.begin(), entries.end(), address + '/',
                                       [](const FileEntry&each, const std::string&path) { return each.path < path; });
         inner != entries.end() && inner->path.starts_with(address + '/'); ++inner) {
      if (inner->kind == FileKind::folder) {
        folders.push_back(inner->path);
      } else if (!clear_old_file(inner->path)) {
        return in_the_way(foreign_in_the_way, inner->path);
      }
    }
    std::reverse(folders.begin(), folders.end());
    folders.push_back(address);
    journal_.cleared_folders.insert(journal_.cleared_folders.end(), folders.begin(), folders.end());
    return true;
  }

  /// Has a file of the last build removed before the new ones are moved, not after.
  bool clear_old_file(const std::string& path) {
    const auto found = std::lower_bound(journal_.removals.begin(), journal_.removals.end(), path);
    if (found == journal_.removals.end() || *found != path) return false;
    journal_.removals.erase(found);
    journal_.cleared_files.push_back(path);
    return true;
  }

  bool in_the_way(const ProblemKind& kind, const std::string& path) {
    problems_.add(kind, {folder_.path_of(path)}, {path});
    return false;
  }

  bool publish() {
    const bool nothing_to_do = journal_.moves.empty() && journal_.removals.empty() && folder_.manifest() != nullptr &&
                               *folder_.manifest() == new_manifest_;
    if (nothing_to_do) return true;
    return folder_.stage(journal_, bytes_, new_manifest_, problems_) && folder_.commit(journal_, problems_);
  }

  Files& disk_;
  const std::vector<OutputFile>& files_;
  const WriteOptions& options_;
  Problems& problems_;
  OutputFolder folder_;
  std::unordered_set<std::string_view> addresses_;
  Manifest new_manifest_;
  Journal journal_;
  std::vector<std::string_view> bytes_;  ///< of each move
};

}  // namespace
}  // namespace publish

WriteReport write_site(Files& disk, std::vector<OutputFile>& files, const WriteOptions& options, Problems& problems) {
  return publish::SiteWriter(disk, files, options, problems).run();
}

}  // namespace reportal
