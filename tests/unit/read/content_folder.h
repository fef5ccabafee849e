// A content folder in memory, read, for the tests of read.

#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"
#include "read/read.h"

namespace reportal {

struct ContentFolder {
  MemoryFiles files;
  Problems problems;
  ReadOptions options;

  using File = std::pair<std::string_view, std::string_view>;  // path in content/, bytes

  ContentFolder(std::initializer_list<File> contents) {
    options.content = "content";
    options.data_folder = "data";
    put("data/templates/base.html", "<html>");
    put("data/themes/default/assets/style.css", "body {}");
    put("data/themes/default/strings/zh-CN.yaml", "home: 首页\nall: 全部\n");
    put("data/themes/default/strings/en.yaml", "home: Home\n");
    for (const auto& [path, bytes] : contents) put("content/" + std::string(path), bytes);
  }

  void put(const std::string& path, std::string_view bytes) {
    const std::string folder(parent_path(path));
    if (files.make_folders(folder) || files.write(path, bytes)) throw std::runtime_error(path);
  }

  Input read() { return read_content(files, options, problems); }

  /// "id line:column" of each problem.
  [[nodiscard]] std::vector<std::string> found() const {
    std::vector<std::string> result;
    for (const Problem& problem : problems.sorted()) {
      result.push_back(std::string(problem.kind->id) + ' ' + std::to_string(problem.place.line) + ':' +
                       std::to_string(problem.place.column));
    }
    return result;
  }
};

using Found = std::vector<std::string>;

}  // namespace reportal
