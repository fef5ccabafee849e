// Finished files to their places in the content folder: all of them, or none; nothing that stands there is touched.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportal {

/// A folder inside of the content folder, hidden from a build, in which files are made ready. It is emptied before and removed
/// afterwards.
class Staging {
 public:
  Staging(Files& files, const std::string& content, const std::string& id);
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging();

  [[nodiscard]] std::error_code error() const { return error_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] std::string pictures() const { return join_path(folder_, "pictures"); }

  std::error_code write(const std::string& name, std::string_view bytes);

  /// Moves files and folders (name here, place there) in this order. After a failure what was moved is back, and the place that
  /// failed is returned with the reason.
  struct Failure {
    std::string place;
    std::error_code error;
  };
  [[nodiscard]] Failure deliver(const std::vector<std::pair<std::string, std::string>>& moves);

 private:
  void remove_all();

  Files& files_;
  std::string parent_, folder_;
  std::error_code error_;
};

}  // namespace reportal
