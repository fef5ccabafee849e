// fingerprint_content: the names and stamps of all that a build would read, as one number.

#include <string_view>

#include "base/text.h"
#include "read/read.h"

namespace reportal {
namespace {

/// FNV-1a: a hash of a few kilobytes of names, told apart from the last one only.
class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  void add(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) add_byte(static_cast<unsigned char>(number >> shift));
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }

  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

/// What no build reads, or what comes and goes while an editor saves: hidden files and folders, copies with a `~`.
bool is_unread(std::string_view path) { return path.starts_with('.') || path.find("/.") != npos || path.ends_with('~'); }

void add_folder(const Files& files, const std::string& folder, Fingerprint& fingerprint) {
  std::vector<FileEntry> entries;
  const std::error_code error = files.list(folder, entries);
  fingerprint.add(folder);
  fingerprint.add(static_cast<std::uint64_t>(error.value()));
  for (const FileEntry& entry : entries) {
    // A folder's own time also moves when an editor puts a hidden file into it.
    if (entry.kind == FileKind::folder || is_unread(entry.path)) continue;
    fingerprint.add(entry.path);
    fingerprint.add(static_cast<std::uint64_t>(entry.kind));
    fingerprint.add(entry.stamp);
  }
}

}  // namespace

std::uint64_t fingerprint_content(const Files& files, const ReadOptions& options) {
  Fingerprint fingerprint;
  add_folder(files, options.content, fingerprint);
  for (const char* folder : {"templates", "themes"}) add_folder(files, join_path(options.data_folder, folder), fingerprint);
  return fingerprint.value();
}

}  // namespace reportal
