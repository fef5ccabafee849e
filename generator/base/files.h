// The only code that touches the disk.
//
// Files is a narrow interface with two implementations: DiskFiles, and MemoryFiles, a twin for tests that keeps everything
// in memory and fails on request. Paths are UTF-8, with '/' between parts; relative paths are relative to the working folder. No call
// throws: each returns an error (std::error_code) and leaves the rest to its caller, who knows what the file was for.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace reportal {

enum class FileKind : std::uint8_t { missing, file, folder, link, other };

struct FileEntry {
  std::string path;  ///< relative to the folder that was listed
  FileKind kind;     ///< of the entry itself: links are not followed
  std::uint64_t size = 0;
  /// Another number after each write to a file, and for another file in its place; that of a link is its target's, 0 where that is missing.
  std::uint64_t stamp = 0;
};

/// A folder held by one holder alone, until this goes; where the process ends, however it ends, the kernel lets go.
class FolderLock {
 public:
  virtual ~FolderLock() = default;
};

class Files {
 public:
  virtual ~Files() = default;

  [[nodiscard]] virtual FileKind kind(const std::string& path) const = 0;          ///< links are not followed
  [[nodiscard]] virtual std::error_code read(const std::string& path, std::string& bytes) const = 0;
  /// All files, folders and links below `folder`, sorted by path (byte order), links not followed.
  [[nodiscard]] virtual std::error_code list(const std::string& folder, std::vector<FileEntry>& entries) const = 0;
  /// The real, absolute path with links resolved ("" when it does not exist).
  [[nodiscard]] virtual std::string real_path(const std::string& path) const = 0;

  /// Writes a new file or replaces an old one in place; makes no folders.
  virtual std::error_code write(const std::string& path, std::string_view bytes) = 0;
  virtual std::error_code make_folders(const std::string& path) = 0;  ///< with parents; existing is no error
  /// Atomic. A file replaces the file `to`; a folder goes with all that is in it, to where nothing stands.
  virtual std::error_code rename(const std::string& from, const std::string& to) = 0;
  /// Atomic. As rename, but something that stands at `to` is an error (file_exists) and stays as it is.
  virtual std::error_code rename_new(const std::string& from, const std::string& to) = 0;
  virtual std::error_code remove_file(const std::string& path) = 0;                    ///< missing is no error
  virtual std::error_code remove_folder(const std::string& path) = 0;                  ///< an empty one only
  virtual std::error_code sync(const std::string& path) = 0;                           ///< data of a file on the medium
  /// Takes a folder without waiting: resource_unavailable_try_again where another holds it, operation_not_supported where the
  /// file system knows no locks. Nothing is written.
  [[nodiscard]] virtual std::error_code lock(const std::string& folder, std::unique_ptr<FolderLock>& lock) = 0;
};

/// The real file system.
[[nodiscard]] std::unique_ptr<Files> disk_files();

/// A file system in memory. `fail` is asked before each call with its name ("write", "rename" …) and path; a non-zero code is returned
/// to the caller in place of doing the work.
class MemoryFiles final : public Files {
 public:
  using Fail = std::function<std::error_code(std::string_view call, const std::string& path)>;

  MemoryFiles();
  ~MemoryFiles() override;
  void fail_when(Fail fail);

  [[nodiscard]] FileKind kind(const std::string& path) const override;
  [[nodiscard]] std::error_code read(const std::string& path, std::string& bytes) const override;
  [[nodiscard]] std::error_code list(const std::string& folder, std::vector<FileEntry>& entries) const override;
  [[nodiscard]] std::string real_path(const std::string& path) const override;
  std::error_code write(const std::string& path, std::string_view bytes) override;
  std::error_code make_folders(const std::string& path) override;
  std::error_code rename(const std::string& from, const std::string& to) override;
  std::error_code rename_new(const std::string& from, const std::string& to) override;
  std::error_code remove_file(const std::string& path) override;
  std::error_code remove_folder(const std::string& path) override;
  std::error_code sync(const std::string& path) override;
  [[nodiscard]] std::error_code lock(const std::string& folder, std::unique_ptr<FolderLock>& lock) override;

 private:
  class Lock;
  struct Stored {
    std::string bytes;
    std::uint64_t stamp = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::string, Stored> files_;
  std::uint64_t writes_ = 0;
  std::map<std::string, bool> folders_;
  std::set<std::string> locked_;
  Fail fail_;
};

/// `a/b` from `a` and `b`; an absolute or empty part is handled as a shell would.
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);
[[nodiscard]] std::string_view parent_path(std::string_view path);    ///< "" for a name alone
[[nodiscard]] std::string_view file_name(std::string_view path);      ///< last part
[[nodiscard]] std::string_view file_stem(std::string_view path);      ///< last part without its ending
[[nodiscard]] std::string_view file_ending(std::string_view path);    ///< ".txt", lower or upper case as it stands; "" if none
/// `path` with `.`, `..` and doubled slashes resolved by text alone; a leading `..` stays.
[[nodiscard]] std::string normal_path(std::string_view path);

}  // namespace reportal
