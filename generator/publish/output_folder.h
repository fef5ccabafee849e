// The output folder: what stands in it, whether it may be written into, and how a staged site is put in place.
//
//   OUTPUT/.reportal/manifest             what the last build made
//   OUTPUT/.reportal/stage/tree/ADDRESS   new files, complete before anything else changes
//   OUTPUT/.reportal/stage/manifest       what this build makes
//   OUTPUT/.reportal/journal              written and synced when the stage is complete; there as long as the steps in it are
//                                         not all done
//
// The stage has the folders of the site, so that a folder that the output does not have yet is put in place whole, by one
// rename. Each step is one rename or one removal and may be done twice, so a run that was killed is finished by doing its
// journal again; where that fails the journal is given up and the build that follows sets the rest right. A stage without a
// journal is thrown away. The stage's files are not synced one by one: after a loss of power a staged file may be damaged,
// which its fingerprint tells, and a moved one too, which the comparison of the next build tells.

#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "publish/records.h"

namespace reportal::publish {

class OutputFolder {
 public:
  OutputFolder(Files& disk, std::string path, unsigned jobs) : disk_(disk), path_(std::move(path)), jobs_(jobs) {}

  /// Whether the folder is one, or can be made, and neither holds the content folder nor lies in it.
  [[nodiscard]] bool check(const std::string& content, Problems& problems) const;

  /// Keeps other builds away as long as this lives; the folder is made if it is missing. A file system without locks lets
  /// everybody in.
  [[nodiscard]] bool lock(Problems& problems);

  /// Finishes or throws away what a killed run left, then reads what stands in the folder.
  [[nodiscard]] bool open(Problems& problems);

  [[nodiscard]] const Manifest* manifest() const { return manifest_ ? &*manifest_ : nullptr; }
  [[nodiscard]] const std::vector<FileEntry>& entries() const { return entries_; }  ///< sorted; own_folder left out
  [[nodiscard]] const FileEntry* find(const std::string& address) const;
  [[nodiscard]] std::string path_of(std::string_view address) const { return join_path(path_, address); }

  /// Writes the bytes of each move of `journal`, and the manifest, into the stage. After a failure nothing of it is left.
  [[nodiscard]] bool stage(const Journal& journal, const std::vector<std::string_view>& bytes, const Manifest& manifest,
                           Problems& problems);

  /// Writes the journal of a complete stage and does it.
  [[nodiscard]] bool commit(const Journal& journal, Problems& problems);

 private:
  [[nodiscard]] std::string own_path(std::string_view name) const { return join_path(path_of(own_folder), name); }
  [[nodiscard]] std::string staged_path(std::string_view address) const { return join_path(own_path("stage/tree"), address); }
  [[nodiscard]] bool read_manifest(Problems& problems);
  [[nodiscard]] bool finish_journal(Problems& problems);
  /// Where a journal cannot be finished: remembers what it moved as made by us, and leaves the rest to the build that follows.
  [[nodiscard]] bool abandon(const Journal& journal, Problems& problems);
  [[nodiscard]] bool carry_out(const Journal& journal, Problems& problems);
  [[nodiscard]] bool move_all(const std::vector<Journal::Move>& moves, Problems& problems);
  /// Renames a staged file or folder; that it is gone from the stage, moved by a run that was killed, is no error.
  [[nodiscard]] std::error_code move_to_site(const std::string& address);
  /// Takes staged files that are not what they should be out of the journal, and out of the stage, where a folder is moved
  /// whole.
  [[nodiscard]] Journal without_damaged_moves(Journal journal);
  std::error_code remove_stage();

  Files& disk_;
  std::string path_;
  unsigned jobs_;
  std::vector<FileEntry> entries_;
  std::unordered_map<std::string_view, const FileEntry*> by_path_;
  std::optional<Manifest> manifest_;
  std::unique_ptr<FolderLock> lock_;
};

}  // namespace reportal::publish
