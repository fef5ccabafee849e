#include "base/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace reportal {
namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

/// A file descriptor that is closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }
  /// Closes now, so that an error of the last write is not lost.
  [[nodiscard]] std::error_code close() {
    const int result = ::close(std::exchange(number_, -1));
    return result == 0 ? std::error_code{} : last_error();
  }

 private:
  int number_;
};

class DiskLock final : public FolderLock {
 public:
  explicit DiskLock(int number) : folder_(number) {}

 private:
  Descriptor folder_;
};

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  if (S_ISDIR(mode)) return FileKind::folder;
  return S_ISLNK(mode) ? FileKind::link : FileKind::other;
}

/// Of all that the system notes of a file when its bytes change: a copy that keeps the time of its original still has a change time of its own.
std::uint64_t stamp_of(const struct stat& info) {
  std::uint64_t stamp = 0xCBF29CE484222325ULL;
  for (const auto number : {static_cast<std::uint64_t>(info.st_mtim.tv_sec), static_cast<std::uint64_t>(info.st_mtim.tv_nsec),
                            static_cast<std::uint64_t>(info.st_ctim.tv_sec), static_cast<std::uint64_t>(info.st_ctim.tv_nsec),
                            static_cast<std::uint64_t>(info.st_dev), static_cast<std::uint64_t>(info.st_ino),
                            static_cast<std::uint64_t>(info.st_size)}) {
    stamp = (stamp ^ number) * 0x9E3779B97F4A7C15ULL;
    stamp ^= stamp >> 29;
  }
  return stamp;
}

std::error_code list_below(const std::string& root, const std::string& below, std::vector<FileEntry>& entries) {
  const std::string folder = join_path(root, below);
  DIR* stream = ::opendir(folder.c_str());
  if (stream == nullptr) return last_error();
  const std::unique_ptr<DIR, int (*)(DIR*)> closer(stream, ::closedir);
  std::vector<std::string> folders;
  for (errno = 0; const dirent* entry = ::readdir(stream); errno = 0) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    const std::string path = join_path(below, name);
    struct stat info {};
    if (::fstatat(::dirfd(stream), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) continue;
      return last_error();
    }
    FileEntry& added = entries.emplace_back(FileEntry{path, kind_of(info.st_mode), static_cast<std::uint64_t>(info.st_size), stamp_of(info)});
    if (S_ISDIR(info.st_mode)) folders.push_back(path);
    if (S_ISLNK(info.st_mode)) added.stamp = ::fstatat(::dirfd(stream), entry->d_name, &info, 0) == 0 ? stamp_of(info) : 0;
  }
  if (errno != 0) return last_error();
  for (const std::string& path : folders) {
    if (const std::error_code error = list_below(root, path, entries)) return error;
  }
  return {};
}

class DiskFiles final : public Files {
 public:
  [[nodiscard]] FileKind kind(const std::string& path) const override {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 ? kind_of(info.st_mode) : FileKind::missing;
  }

  [[nodiscard]] std::error_code read(const std::string& path, std::string& bytes) const override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return last_error();
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) return last_error();
    if (S_ISDIR(info.st_mode)) return std::make_error_code(std::errc::is_a_directory);
    bytes.resize(static_cast<std::size_t>(info.st_size) + 1);
    std::size_t size = 0;
    for (;;) {
      if (size == bytes.size()) bytes.resize(bytes.size() * 2);
      const ssize_t got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return last_error();
      if (got == 0) break;
      size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return {};
  }

  [[nodiscard]] std::error_code list(const std::string& folder, std::vector<FileEntry>& entries) const override {
    entries.clear();
    const std::error_code error = list_below(folder, "", entries);
    std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    return error;
  }

  [[nodiscard]] std::string real_path(const std::string& path) const override {
    const std::unique_ptr<char, void (*)(void*)> resolved(::realpath(path.c_str(), nullptr), std::free);
    return resolved ? std::string(resolved.get()) : std::string();
  }

  std::error_code write(const std::string& path, std::string_view bytes) override {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.get() < 0) return last_error();
    while (!bytes.empty()) {
      const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) return last_error();
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return file.close();
  }

  std::error_code make_folders(const std::string& path) override {
    if (path.empty() || ::mkdir(path.c_str(), 0777) == 0) return {};
    if (errno == EEXIST) {
      struct stat info {};
      if (::stat(path.c_str(), &info) != 0) return last_error();
      return S_ISDIR(info.st_mode) ? std::error_code{} : std::make_error_code(std::errc::not_a_directory);
    }
    if (errno != ENOENT) return last_error();
    const std::string parent(parent_path(path));
    if (parent.empty() || parent == path) return std::make_error_code(std::errc::no_such_file_or_directory);
    if (const std::error_code error = make_folders(parent)) return error;
    return ::mkdir(path.c_str(), 0777) == 0 || errno == EEXIST ? std::error_code{} : last_error();
  }

  std::error_code rename(const std::string& from, const std::string& to) override {
    return ::rename(from.c_str(), to.c_str()) == 0 ? std::error_code{} : last_error();
  }

  std::error_code rename_new(const std::string& from, const std::string& to) override {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno != EINVAL && errno != ENOSYS) return last_error();
    // This file system cannot. A second name for a file is given only where nothing stands; a folder replaces at most an empty one.
    if (kind(to) != FileKind::missing) return std::make_error_code(std::errc::file_exists);
    if (kind(from) == FileKind::folder) return rename(from, to);
    if (::link(from.c_str(), to.c_str()) != 0) return last_error();
    return remove_file(from);
  }

  std::error_code remove_file(const std::string& path) override {
    return ::unlink(path.c_str()) == 0 || errno == ENOENT ? std::error_code{} : last_error();
  }

  std::error_code remove_folder(const std::string& path) override {
    return ::rmdir(path.c_str()) == 0 || errno == ENOENT ? std::error_code{} : last_error();
  }

  std::error_code sync(const std::string& path) override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return last_error();
    return ::fsync(file.get()) == 0 ? std::error_code{} : last_error();
  }

  [[nodiscard]] std::error_code lock(const std::string& folder, std::unique_ptr<FolderLock>& lock) override {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return last_error();
    auto taken = std::make_unique<DiskLock>(descriptor);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      // Network file systems take locks as those of bytes, which a folder has not.
      if (errno == EBADF || errno == ENOLCK) return std::make_error_code(std::errc::operation_not_supported);
      return last_error();
    }
    lock = std::move(taken);
    return {};
  }
};

}  // namespace

std::unique_ptr<Files> disk_files() { return std::make_unique<DiskFiles>(); }

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.starts_with('/')) return std::string(name);
  if (name.empty()) return std::string(folder);
  std::string path(folder);
  if (!path.ends_with('/')) path.push_back('/');
  return path.append(name);
}

std::string_view parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view file_ending(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot);
}

std::string_view file_stem(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.substr(0, name.size() - file_ending(name).size());
}

std::string normal_path(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view part = path.substr(start, end - start);
    start = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!absolute) {
      parts.push_back(part);
    }
  }
  std::string result = absolute ? "/" : "";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result.push_back('/');
    result.append(parts[i]);
  }
  return result.empty() ? "." : result;
}

}  // namespace reportal
