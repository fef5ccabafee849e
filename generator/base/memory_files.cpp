#include <algorithm>

#include "base/files.h"

namespace reportal {
namespace {

std::string key_of(const std::string& path) {
  std::string key = normal_path(path);
  return key == "." ? "" : key;
}

std::error_code error(std::errc code) { return std::make_error_code(code); }

/// Gives each entry below the folder `from` its path below `to`.
template <typename Entries>
void move_below(Entries& entries, const std::string& from, const std::string& to) {
  Entries moved;
  auto entry = entries.lower_bound(from + '/');
  while (entry != entries.end() && entry->first.starts_with(from + '/')) {
    auto node = entries.extract(entry++);
    node.key().replace(0, from.size(), to);
    moved.insert(std::move(node));
  }
  entries.merge(moved);
}

}  // namespace

MemoryFiles::MemoryFiles() { folders_[""] = true; }
MemoryFiles::~MemoryFiles() = default;

void MemoryFiles::fail_when(Fail fail) {
  const std::lock_guard lock(mutex_);
  fail_ = std::move(fail);
}

FileKind MemoryFiles::kind(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const std::string key = key_of(path);
  if (files_.contains(key)) return FileKind::file;
  return folders_.contains(key) || key == "/" ? FileKind::folder : FileKind::missing;
}

std::error_code MemoryFiles::read(const std::string& path, std::string& bytes) const {
  const std::lock_guard lock(mutex_);
  if (fail_) {
    if (const std::error_code code = fail_("read", path)) return code;
  }
  const std::string key = key_of(path);
  if (folders_.contains(key)) return error(std::errc::is_a_directory);
  const auto found = files_.find(key);
  if (found == files_.end()) return error(std::errc::no_such_file_or_directory);
  bytes = found->second.bytes;
  return {};
}

std::error_code MemoryFiles::list(const std::string& folder, std::vector<FileEntry>& entries) const {
  const std::lock_guard lock(mutex_);
  entries.clear();
  if (fail_) {
    if (const std::error_code code = fail_("list", folder)) return code;
  }
  const std::string key = key_of(folder);
  if (!folders_.contains(key)) return error(std::errc::no_such_file_or_directory);
  const std::string prefix = key.empty() ? "" : key + "/";
  const auto relative = [&](const std::string& path) { return path.substr(prefix.size()); };
  const auto below = [&](const std::string& path) { return path.size() > prefix.size() && path.starts_with(prefix); };
  for (const auto& [path, file] : files_) {
    if (below(path)) entries.push_back({relative(path), FileKind::file, file.bytes.size(), file.stamp});
  }
  for (const auto& [path, present] : folders_) {
    if (present && below(path)) entries.push_back({relative(path), FileKind::folder, 0});
  }
  std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
  return {};
}

std::string MemoryFiles::real_path(const std::string& path) const {
  if (kind(path) == FileKind::missing) return {};
  const std::string key = key_of(path);
  return key.starts_with('/') ? key : "/" + key;
}

std::error_code MemoryFiles::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (fail_) {
    if (const std::error_code code = fail_("write", path)) return code;
  }
  const std::string key = key_of(path);
  if (folders_.contains(key)) return error(std::errc::is_a_directory);
  if (!folders_.contains(std::string(parent_path(key)))) return error(std::errc::no_such_file_or_directory);
  files_[key] = {std::string(bytes), ++writes_};
  return {};
}

std::error_code MemoryFiles::make_folders(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (fail_) {
    if (const std::error_code code = fail_("make_folders", path)) return code;
  }
  for (std::string key = key_of(path); !key.empty(); key = parent_path(key)) {
    if (files_.contains(key)) return error(std::errc::not_a_directory);
    folders_[key] = true;
    if (key == "/") break;
  }
  return {};
}

std::error_code MemoryFiles::rename(const std::string& from, const std::string& to) {
  const std::lock_guard lock(mutex_);
  if (fail_) {
    if (const std::error_code code = fail_("rename", from)) return code;
  }
  const std::string source = key_of(from);
  const std::string target = key_of(to);
  const bool is_folder = folders_.contains(source);
  if (!is_folder && !files_.contains(source)) return error(std::errc::no_such_file_or_directory);
  if (!folders_.contains(std::string(parent_path(target)))) return error(std::errc::no_such_file_or_directory);
  if (!is_folder) {
    if (folders_.contains(target)) return error(std::errc::is_a_directory);
    Stored file = std::move(files_.extract(source).mapped());
    files_[target] = std::move(file);
    return {};
  }
  if (files_.contains(target)) return error(std::errc::not_a_directory);
  if (folders_.contains(target)) return error(std::errc::directory_not_empty);
  if (target.starts_with(source + '/')) return error(std::errc::invalid_argument);
  folders_.erase(source);
  folders_[target] = true;
  move_below(folders_, source, target);
  move_below(files_, source, target);
  return {};
}

std::error_code MemoryFiles::rename_new(const std::string& from, const std::string& to) {
  return kind(to) == FileKind::missing ? rename(from, to) : error(std::errc::file_exists);
}

std::error_code MemoryFiles::remove_file(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (fail_) {
    if (const std::error_code code = fail_("remove_file", path)) return code;
  }
  files_.erase(key_of(path));
  return {};
}

std::error_code MemoryFiles::remove_folder(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (fail_) {
    if (const std::error_code code = fail_("remove_folder", path)) return code;
  }
  const std::string prefix = key_of(path) + "/";
  const auto inside = [&](const auto& entry) { return entry.first.starts_with(prefix); };
  if (std::any_of(files_.begin(), files_.end(), inside) || std::any_of(folders_.begin(), folders_.end(), inside)) {
    return error(std::errc::directory_not_empty);
  }
  folders_.erase(key_of(path));
  return {};
}

/// Must go before its file system does.
class MemoryFiles::Lock final : public FolderLock {
 public:
  Lock(MemoryFiles& files, std::string key) : files_(files), key_(std::move(key)) {}
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  ~Lock() override {
    const std::lock_guard guard(files_.mutex_);
    files_.locked_.erase(key_);
  }

 private:
  MemoryFiles& files_;
  std::string key_;
};

std::error_code MemoryFiles::lock(const std::string& folder, std::unique_ptr<FolderLock>& lock) {
  const std::lock_guard guard(mutex_);
  if (fail_) {
    if (const std::error_code code = fail_("lock", folder)) return code;
  }
  const std::string key = key_of(folder);
  if (!folders_.contains(key)) return error(std::errc::no_such_file_or_directory);
  if (!locked_.insert(key).second) return error(std::errc::resource_unavailable_try_again);
  lock = std::make_unique<Lock>(*this, key);
  return {};
}

std::error_code MemoryFiles::sync(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return fail_ ? fail_("sync", path) : std::error_code{};
}

}  // namespace reportal
