#include "import/delivery.h"

namespace reportal {

Staging::Staging(Files& files, const std::string& content, const std::string& id)
    : files_(files), parent_(join_path(content, ".import")), folder_(join_path(parent_, id)) {
  remove_all();  // what a run that was killed has left
  error_ = files_.make_folders(pictures());
}

Staging::~Staging() { remove_all(); }

void Staging::remove_all() {
  std::vector<FileEntry> entries;
  if (files_.kind(folder_) == FileKind::folder && !files_.list(folder_, entries)) {
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {  // what is in a folder comes before it
      const std::string path = join_path(folder_, entry->path);
      (void)(entry->kind == FileKind::folder ? files_.remove_folder(path) : files_.remove_file(path));
    }
    (void)files_.remove_folder(folder_);
  }
  (void)files_.remove_folder(parent_);
}

std::error_code Staging::write(const std::string& name, std::string_view bytes) {
  const std::string path = join_path(folder_, name);
  if (const std::error_code error = files_.write(path, bytes)) return error;
  return files_.sync(path);
}

Staging::Failure Staging::deliver(const std::vector<std::pair<std::string, std::string>>& moves) {
  for (std::size_t at = 0; at < moves.size(); ++at) {
    const auto& [name, place] = moves[at];
    std::error_code error = files_.make_folders(std::string(parent_path(place)));
    if (!error) error = files_.rename_new(join_path(folder_, name), place);
    if (!error) continue;
    while (at-- > 0) (void)files_.rename(moves[at].second, join_path(folder_, moves[at].first));
    return {place, error};
  }
  return {};
}

}  // namespace reportal
