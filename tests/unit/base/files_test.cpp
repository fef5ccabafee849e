#include "base/files.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <unistd.h>

using namespace reportal;

namespace {

/// What both implementations promise.
void check_files(Files& files, const std::string& root) {
  std::string bytes;
  REQUIRE_FALSE(files.make_folders(join_path(root, "a/b")));
  REQUIRE_FALSE(files.write(join_path(root, "a/b/one.txt"), "eins"));
  CHECK_FALSE(files.read(join_path(root, "a/b/one.txt"), bytes));
  CHECK(bytes == "eins");
  CHECK(files.write(join_path(root, "missing/one.txt"), "x"));
  CHECK(files.read(join_path(root, "a/b/two.txt"), bytes) == std::errc::no_such_file_or_directory);
  CHECK(files.read(join_path(root, "a"), bytes) == std::errc::is_a_directory);

  REQUIRE_FALSE(files.write(join_path(root, "a/two.txt"), "zwei"));
  REQUIRE_FALSE(files.rename(join_path(root, "a/two.txt"), join_path(root, "a/b/one.txt")));
  std::vector<FileEntry> entries;
  REQUIRE_FALSE(files.list(root, entries));
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].path == "a");
  CHECK(entries[1].path == "a/b");
  CHECK(entries[2].path == "a/b/one.txt");
  CHECK(entries[2].size == 4);
  const std::uint64_t stamp = entries[2].stamp;
  REQUIRE_FALSE(files.list(root, entries));
  CHECK(entries[2].stamp == stamp);

  // Another file in its place, as many editors save; and the old one written again.
  REQUIRE_FALSE(files.write(join_path(root, "a/new.txt"), "vier"));
  REQUIRE_FALSE(files.rename(join_path(root, "a/new.txt"), join_path(root, "a/b/one.txt")));
  REQUIRE_FALSE(files.list(root, entries));
  CHECK(entries[2].stamp != stamp);
  const std::uint64_t replaced = entries[2].stamp;
  REQUIRE_FALSE(files.write(join_path(root, "a/b/one.txt"), "zwei!"));
  REQUIRE_FALSE(files.list(root, entries));
  CHECK(entries[2].stamp != replaced);
  REQUIRE_FALSE(files.write(join_path(root, "a/b/one.txt"), "zwei"));

  REQUIRE_FALSE(files.write(join_path(root, "a/new.txt"), "neu"));
  CHECK(files.rename_new(join_path(root, "a/new.txt"), join_path(root, "a/b/one.txt")) == std::errc::file_exists);
  CHECK_FALSE(files.read(join_path(root, "a/b/one.txt"), bytes));
  CHECK(bytes == "zwei");
  REQUIRE_FALSE(files.rename_new(join_path(root, "a/new.txt"), join_path(root, "a/moved.txt")));
  CHECK(files.kind(join_path(root, "a/new.txt")) == FileKind::missing);
  CHECK_FALSE(files.read(join_path(root, "a/moved.txt"), bytes));
  CHECK(bytes == "neu");
  CHECK_FALSE(files.remove_file(join_path(root, "a/moved.txt")));

  CHECK(files.remove_folder(join_path(root, "a/b")));
  CHECK_FALSE(files.remove_file(join_path(root, "a/b/one.txt")));
  CHECK_FALSE(files.remove_file(join_path(root, "a/b/one.txt")));
  CHECK_FALSE(files.remove_folder(join_path(root, "a/b")));
  CHECK(files.kind(join_path(root, "a/b")) == FileKind::missing);
  CHECK(files.kind(join_path(root, "a")) == FileKind::folder);

  REQUIRE_FALSE(files.make_folders(join_path(root, "old/in")));
  REQUIRE_FALSE(files.write(join_path(root, "old/in/three.txt"), "drei"));
  REQUIRE_FALSE(files.write(join_path(root, "old.txt"), ""));
  CHECK(files.rename(join_path(root, "old"), join_path(root, "missing/new")) == std::errc::no_such_file_or_directory);
  CHECK(files.rename(join_path(root, "old"), join_path(root, "old/in/new")) == std::errc::invalid_argument);
  CHECK(files.rename(join_path(root, "old"), join_path(root, "old.txt")) == std::errc::not_a_directory);
  REQUIRE_FALSE(files.rename(join_path(root, "old"), join_path(root, "a/new")));
  CHECK(files.kind(join_path(root, "old")) == FileKind::missing);
  CHECK_FALSE(files.read(join_path(root, "a/new/in/three.txt"), bytes));
  CHECK(bytes == "drei");
  REQUIRE_FALSE(files.make_folders(join_path(root, "old")));
  CHECK(files.rename(join_path(root, "old"), join_path(root, "a/new")) == std::errc::directory_not_empty);
  for (const char* file : {"old.txt", "a/new/in/three.txt"}) CHECK_FALSE(files.remove_file(join_path(root, file)));
  for (const char* folder : {"old", "a/new/in", "a/new"}) CHECK_FALSE(files.remove_folder(join_path(root, folder)));
}

}  // namespace

TEST_CASE("files on disk") {
  char root[] = "/tmp/reportal-files-XXXXXX";
  REQUIRE(::mkdtemp(root) != nullptr);
  const auto files = disk_files();
  check_files(*files, root);
  CHECK_FALSE(files->remove_folder(join_path(root, "a")));
  CHECK_FALSE(files->remove_folder(root));
}

TEST_CASE("the stamp of a link on disk is that of the file it leads to") {
  char root[] = "/tmp/reportal-files-XXXXXX";
  REQUIRE(::mkdtemp(root) != nullptr);
  const auto files = disk_files();
  const std::string target = join_path(root, "target");
  REQUIRE(::symlink("target", join_path(root, "link").c_str()) == 0);
  std::vector<FileEntry> entries;
  REQUIRE_FALSE(files->list(root, entries));
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].kind == FileKind::link);
  CHECK(entries[0].stamp == 0);
  REQUIRE_FALSE(files->write(target, "one"));
  REQUIRE_FALSE(files->list(root, entries));
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].stamp != 0);
  CHECK(entries[0].stamp == entries[1].stamp);
  const std::uint64_t before = entries[0].stamp;
  REQUIRE_FALSE(files->write(target, "two!"));
  REQUIRE_FALSE(files->list(root, entries));
  CHECK(entries[0].stamp != before);
  for (const char* name : {"link", "target"}) CHECK_FALSE(files->remove_file(join_path(root, name)));
  CHECK_FALSE(files->remove_folder(root));
}

TEST_CASE("files in memory are the twin of those on disk") {
  MemoryFiles files;
  REQUIRE_FALSE(files.make_folders("root"));
  check_files(files, "root");
}

TEST_CASE("files in memory fail on request") {
  MemoryFiles files;
  files.fail_when([](std::string_view call, const std::string&) {
    return call == "write" ? std::make_error_code(std::errc::no_space_on_device) : std::error_code{};
  });
  CHECK(files.write("a", "x") == std::errc::no_space_on_device);
  CHECK(files.kind("a") == FileKind::missing);
}

TEST_CASE("paths are taken apart and put together by text") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("a", "/b") == "/b");
  CHECK(parent_path("a/b/c.txt") == "a/b");
  CHECK(parent_path("c.txt").empty());
  CHECK(file_stem("a/c.tar.gz") == "c.tar");
  CHECK(file_ending("a/.hidden").empty());
  CHECK(normal_path("a/./b/../c//d/") == "a/c/d");
  CHECK(normal_path("../a/../..") == "../..");
  CHECK(normal_path("/../a") == "/a");
}
