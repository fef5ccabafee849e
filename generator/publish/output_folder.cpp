#include "publish/output_folder.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <unordered_set>

#include "base/parallel.h"
#include "publish/problems.h"

namespace reportal::publish {
namespace {

/// The real path of `path`, or where it will be once it is made.
std::string future_real_path(const Files& disk, const std::string& path) {
  std::string existing = normal_path(path);
  std::string missing;
  while (disk.real_path(existing).empty()) {
    missing = missing.empty() ? std::string(file_name(existing)) : join_path(file_name(existing), missing);
    const std::string parent(parent_path(existing));
    if (parent == existing) break;
    existing = parent.empty() ? "." : parent;
    if (existing == "." && disk.real_path(existing).empty()) break;
  }
  return join_path(disk.real_path(existing), missing);
}

bool is_inside(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder.ends_with('/') ? folder : folder + '/');
}

/// Runs work(i) for all i on all threads until one fails; says which failed, the first by number.
struct Failure {
  std::size_t number = 0;
  std::error_code code;
};

template <typename Work>
Failure first_failure(unsigned jobs, std::size_t count, Work work) {
  std::vector<std::error_code> codes(count);
  std::atomic<bool> failed{false};
  for_each_index(jobs, count, [&](std::size_t i) {
    if (failed.load(std::memory_order_relaxed)) return;
    codes[i] = work(i);
    if (codes[i]) failed = true;
  });
  const auto found = std::find_if(codes.begin(), codes.end(), [](const std::error_code& code) { return bool(code); });
  if (found == codes.end()) return {};
  return {static_cast<std::size_t>(found - codes.begin()), *found};
}

using FolderSet = std::set<std::string_view>;  ///< outer ones first

void insert_folders_above(std::string_view address, FolderSet& folders) {
  for (std::string_view folder = parent_path(address); !folder.empty(); folder = parent_path(folder)) {
    if (!folders.insert(folder).second) break;
  }
}

FolderSet folders_above(const std::vector<Journal::Move>& moves) {
  FolderSet folders;
  for (const Journal::Move& move : moves) insert_folders_above(move.address, folders);
  return folders;
}

FolderSet folders_above(const std::vector<std::string>& addresses) {
  FolderSet folders;
  for (const std::string& address : addresses) insert_folders_above(address, folders);
  return folders;
}

}  // namespace

bool OutputFolder::check(const std::string& content, Problems& problems) const {
  const std::string real = future_real_path(disk_, path_);
  if (!content.empty()) {
    const std::string real_content = future_real_path(disk_, content);
    if (is_inside(real, real_content) || is_inside(real_content, real)) {
      problems.add(output_meets_content, {path_}, {content});
      return false;
    }
  }
  const FileKind kind = disk_.kind(path_);
  const bool is_folder = kind == FileKind::folder || (kind == FileKind::link && disk_.kind(real) == FileKind::folder);
  if (!is_folder && kind != FileKind::missing) {
    problems.add(output_is_no_folder, {path_});
    return false;
  }
  if (const FileKind own = disk_.kind(path_of(own_folder)); own != FileKind::folder && own != FileKind::missing) {
    problems.add(foreign_in_the_way, {path_of(own_folder)}, {std::string(own_folder)});
    return false;
  }
  return true;
}

const FileEntry* OutputFolder::find(const std::string& address) const {
  const auto found = by_path_.find(address);
  return found == by_path_.end() ? nullptr : found->second;
}

bool OutputFolder::lock(Problems& problems) {
  std::error_code code;
  if (disk_.kind(path_) == FileKind::missing) code = disk_.make_folders(path_);
  if (!code) code = disk_.lock(path_, lock_);
  if (!code || code == std::errc::operation_not_supported) return true;
  if (code == std::errc::resource_unavailable_try_again) {
    problems.add(output_in_use, {path_});
  } else {
    problems.add(cannot_write, {path_}, {code.message()});
  }
  return false;
}

bool OutputFolder::open(Problems& problems) {
  if (!finish_journal(problems)) return false;
  remove_stage();
  if (const std::error_code code = disk_.list(path_, entries_)) {
    problems.add(cannot_read, {path_}, {code.message()});
    return false;
  }
  std::erase_if(entries_, [](const FileEntry& entry) { return is_inside(entry.path, std::string(own_folder)); });
  by_path_.reserve(entries_.size());
  for (const FileEntry& entry : entries_) by_path_.emplace(entry.path, &entry);

  return read_manifest(problems);
}

bool OutputFolder::read_manifest(Problems& problems) {
  const std::string path = own_path("manifest");
  if (disk_.kind(path) == FileKind::missing) return true;
  std::string text;
  if (const std::error_code code = disk_.read(path, text)) {
    problems.add(cannot_read, {path}, {code.message()});
    return false;
  }
  manifest_ = parse_manifest(text);
  return true;
}

bool OutputFolder::finish_journal(Problems& problems) {
  const std::string path = own_path("journal");
  if (disk_.kind(path) == FileKind::missing) return true;
  std::string text;
  std::error_code code = disk_.read(path, text);
  if (code) {
    problems.add(cannot_read, {path}, {code.message()});
    return false;
  }
  if (const auto journal = parse_journal(text)) {
    const Journal undamaged = without_damaged_moves(*journal);
    Problems steps;
    return carry_out(undamaged, steps) || abandon(undamaged, problems);
  }
  code = disk_.remove_file(path);
  if (code) problems.add(cannot_write, {path}, {code.message()});
  return !code;
}

bool OutputFolder::abandon(const Journal& journal, Problems& problems) {
  if (!read_manifest(problems)) return false;
  Manifest known = manifest_.value_or(Manifest{});
  for (const Journal::Move& move : journal.moves) {
    if (disk_.kind(staged_path(move.address)) == FileKind::missing) known.insert_or_assign(move.address, move.fingerprint);
  }
  const std::string staged = own_path("stage/manifest");
  std::error_code code = disk_.make_folders(own_path("stage"));
  if (!code) code = disk_.write(staged, manifest_text(known));
  if (!code) code = disk_.rename(staged, own_path("manifest"));
  if (!code) code = disk_.remove_file(own_path("journal"));
  if (code) problems.add(not_finished, {own_path("journal")}, {code.message()});
  return !code;
}

Journal OutputFolder::without_damaged_moves(Journal journal) {
  std::string bytes;
  std::erase_if(journal.moves, [&](const Journal::Move& move) {
    const std::string path = staged_path(move.address);
    const bool damaged =
        disk_.kind(path) == FileKind::file && !disk_.read(path, bytes) && fingerprint_of(bytes) != move.fingerprint;
    if (damaged) disk_.remove_file(path);
    return damaged;
  });
  return journal;
}

std::error_code OutputFolder::remove_stage() {
  const std::string stage = own_path("stage");
  const FileKind kind = disk_.kind(stage);
  if (kind == FileKind::missing) return {};
  if (kind != FileKind::folder) return disk_.remove_file(stage);
  std::vector<FileEntry> staged;
  if (const std::error_code code = disk_.list(stage, staged)) return code;
  for (auto entry = staged.rbegin(); entry != staged.rend(); ++entry) {  // what is in a folder before the folder
    const std::string path = join_path(stage, entry->path);
    const std::error_code code = entry->kind == FileKind::folder ? disk_.remove_folder(path) : disk_.remove_file(path);
    if (code) return code;
  }
  return disk_.remove_folder(stage);
}

bool OutputFolder::stage(const Journal& journal, const std::vector<std::string_view>& bytes, const Manifest& manifest,
                         Problems& problems) {
  const auto failed = [&](const std::string& path, const std::error_code& code) {
    remove_stage();
    problems.add(cannot_write, {path}, {code.message()});
    return false;
  };
  // What a killed run left would go to the site with its folder.
  if (const std::error_code code = remove_stage()) return failed(own_path("stage"), code);
  const std::string tree = staged_path({});
  if (const std::error_code code = disk_.make_folders(tree)) return failed(tree, code);
  for (const std::string_view folder : folders_above(journal.moves)) {
    if (const std::error_code code = disk_.make_folders(staged_path(folder))) return failed(path_of(folder), code);
  }
  const Failure failure = first_failure(
      jobs_, journal.moves.size(), [&](std::size_t i) { return disk_.write(staged_path(journal.moves[i].address), bytes[i]); });
  if (failure.code) return failed(path_of(journal.moves[failure.number].address), failure.code);
  const std::string path = own_path("stage/manifest");
  std::error_code code = disk_.write(path, manifest_text(manifest));
  if (!code) code = disk_.sync(path);
  return code ? failed(path, code) : true;
}

bool OutputFolder::commit(const Journal& journal, Problems& problems) {
  const std::string path = own_path("journal");
  std::error_code code = disk_.write(path, journal_text(journal));
  if (!code) code = disk_.sync(path);
  if (!code) return carry_out(journal, problems);
  // While a journal stands that may be complete, its stage must stand too.
  if (!disk_.remove_file(path)) remove_stage();
  problems.add(cannot_write, {path}, {code.message()});
  return false;
}

std::error_code OutputFolder::move_to_site(const std::string& address) {
  const std::string staged = staged_path(address);
  const std::error_code code = disk_.rename(staged, path_of(address));
  const bool moved_before = code == std::errc::no_such_file_or_directory && disk_.kind(staged) == FileKind::missing;
  return moved_before ? std::error_code{} : code;
}

bool OutputFolder::move_all(const std::vector<Journal::Move>& moves, Problems& problems) {
  const auto failed = [&](const std::string& address, const std::error_code& code) {
    problems.add(not_finished, {path_of(address)}, {code.message()});
    return false;
  };
  std::unordered_set<std::string_view> moved;  // folders that went whole, and those in them
  for (const std::string_view folder : folders_above(moves)) {
    const std::string address(folder);
    if (!moved.contains(parent_path(folder))) {
      if (disk_.kind(path_of(folder)) != FileKind::missing) continue;
      if (const std::error_code code = move_to_site(address)) return failed(address, code);
    }
    moved.insert(folder);
  }
  std::vector<const std::string*> single;
  for (const Journal::Move& move : moves) {
    if (!moved.contains(parent_path(move.address))) single.push_back(&move.address);
  }
  const Failure failure = first_failure(jobs_, single.size(), [&](std::size_t i) { return move_to_site(*single[i]); });
  return failure.code ? failed(*single[failure.number], failure.code) : true;
}

bool OutputFolder::carry_out(const Journal& journal, Problems& problems) {
  const auto failed = [&](const std::string& path, const std::error_code& code) {
    problems.add(not_finished, {path}, {code.message()});
    return false;
  };
  for (const std::string& file : journal.cleared_files) {
    if (const std::error_code code = disk_.remove_file(path_of(file))) return failed(path_of(file), code);
  }
  for (const std::string& folder : journal.cleared_folders) {
    if (disk_.kind(path_of(folder)) != FileKind::folder) continue;
    if (const std::error_code code = disk_.remove_folder(path_of(folder))) return failed(path_of(folder), code);
  }

  if (!move_all(journal.moves, problems)) return false;

  for (const std::string& file : journal.removals) {
    if (const std::error_code code = disk_.remove_file(path_of(file))) return failed(path_of(file), code);
  }
  const FolderSet left = folders_above(journal.removals);
  for (auto folder = left.rbegin(); folder != left.rend(); ++folder) disk_.remove_folder(path_of(*folder));  // only if empty

  std::error_code code = disk_.rename(own_path("stage/manifest"), own_path("manifest"));
  if (code && code != std::errc::no_such_file_or_directory) return failed(own_path("manifest"), code);
  code = disk_.remove_file(own_path("journal"));
  if (code) return failed(own_path("journal"), code);
  remove_stage();
  return true;
}

}  // namespace reportal::publish
