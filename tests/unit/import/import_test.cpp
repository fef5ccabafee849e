#include "import/import.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace reportal;

namespace {

const std::string report =
    "湖滨职业技术学院质量年报（2024年度）\n\n1.1 师资\n\n学校有教师三百余人。\n\n案例 1-1 老师下车间\n\n教师到车间顶岗。\n";

void put(Files& files, const std::string& path, std::string_view bytes) {
  REQUIRE_FALSE(files.make_folders(std::string(parent_path(path))));
  REQUIRE_FALSE(files.write(path, bytes));
}

void make_content(Files& files) {
  put(files, "content/portal.yaml", "title: 测试\n");
  put(files, "content/schools.yaml", "- {id: hubin, name: 湖滨职业技术学院}\n");
}

std::vector<std::string> paths(const Files& files, const std::string& folder) {
  std::vector<FileEntry> entries;
  REQUIRE_FALSE(files.list(folder, entries));
  std::vector<std::string> result;
  for (const FileEntry& entry : entries) result.push_back(entry.path);
  return result;
}

const std::vector<std::string> untouched = {"portal.yaml", "schools.yaml"};

std::vector<Imported> import_one(Files& files, const std::string& path, Problems& problems) {
  return import_files(files, {{path}, "content", {}, 1}, problems);
}

}  // namespace

TEST_CASE("a text becomes a source with front matter, and nothing else is left") {
  MemoryFiles files;
  make_content(files);
  put(files, "in/my 2024.txt", report);
  Problems problems;
  const std::vector<Imported> imported = import_one(files, "in/my 2024.txt", problems);
  REQUIRE(imported.size() == 1);
  CHECK(imported[0].written == std::vector<std::string>{"content/reports/my-2024.txt"});
  CHECK(imported[0].cases == 1);
  CHECK(paths(files, "content") == std::vector<std::string>{"portal.yaml", "reports", "reports/my-2024.txt", "schools.yaml"});
  std::string text;
  REQUIRE_FALSE(files.read("content/reports/my-2024.txt", text));
  CHECK(text.starts_with("---\n#"));
  CHECK(text.find("\nschool: hubin\n") != std::string::npos);
  CHECK(text.ends_with("\n---\n" + report));
}

TEST_CASE("whatever call fails, an import leaves nothing behind and says so") {
  for (const std::string_view failing : {"write", "sync", "rename", "make_folders"}) {
    INFO(failing);
    MemoryFiles files;
    make_content(files);
    put(files, "in/one.txt", report);
    files.fail_when([&](std::string_view call, const std::string&) {
      return call == failing ? std::make_error_code(std::errc::no_space_on_device) : std::error_code{};
    });
    Problems problems;
    CHECK(import_one(files, "in/one.txt", problems).empty());
    CHECK(problems.has_errors());
    files.fail_when({});
    std::vector<std::string> left = paths(files, "content");
    std::erase(left, "reports");  // an empty folder may stay
    CHECK(left == untouched);
  }
}

TEST_CASE("what a killed import has left is cleared away") {
  MemoryFiles files;
  make_content(files);
  put(files, "content/.import/one/pictures/half.png", "half");
  put(files, "in/one.txt", report);
  Problems problems;
  CHECK(import_one(files, "in/one.txt", problems).size() == 1);
  CHECK(files.kind("content/.import") == FileKind::missing);
}

TEST_CASE("a file that appears meanwhile is not replaced") {
  MemoryFiles files;
  make_content(files);
  put(files, "in/one.txt", report);
  files.fail_when([&](std::string_view call, const std::string&) {
    return call == "rename" ? std::make_error_code(std::errc::file_exists) : std::error_code{};
  });
  Problems problems;
  CHECK(import_one(files, "in/one.txt", problems).empty());
  CHECK(problems.sorted().front().kind->id == "import/cannot-write");
}

TEST_CASE("front matter that cannot be read is told, and nothing is written") {
  MemoryFiles files;
  make_content(files);
  put(files, "in/one.md", "---\ntitle: [open\n---\n# 标题\n");
  Problems problems;
  CHECK(import_one(files, "in/one.md", problems).empty());
  CHECK(problems.sorted().front().place.file == "in/one.md");
  CHECK(paths(files, "content") == untouched);
}

TEST_CASE("a portal whose vocabulary has errors is told, and imports all the same") {
  MemoryFiles files;
  put(files, "content/portal.yaml", "title: [\n");
  put(files, "in/one.txt", report);
  Problems problems;
  CHECK(import_one(files, "in/one.txt", problems).size() == 1);
  CHECK_FALSE(problems.has_errors());
  const auto sorted = problems.sorted();
  CHECK(
      std::any_of(sorted.begin(), sorted.end(), [](const Problem& one) { return one.kind->id == "import/content-problems"; }));
}
