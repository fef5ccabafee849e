#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "publish/publish.h"

using namespace reportal;
namespace fs = std::filesystem;

namespace {

/// A new folder that is removed at the end.
struct TemporaryFolder {
  fs::path path;
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "reportal-publish-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { fs::remove_all(path); }
};

std::vector<std::string> write(const fs::path& output, std::vector<OutputFile> files) {
  const auto disk = disk_files();
  Problems problems;
  static_cast<void>(write_site(*disk, files, {.output = output.string(), .content = {}, .jobs = 2}, problems));
  std::vector<std::string> ids;
  for (const Problem& problem : problems.sorted()) ids.emplace_back(problem.kind->id);
  return ids;
}

std::string text_of(const fs::path& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("equal files keep their time") {
  const TemporaryFolder folder;
  const fs::path site = folder.path / "deep" / "site";
  REQUIRE(write(site, {{"a/b.html", "same"}, {"c.html", "old"}}) == Ids{});
  const fs::file_time_type long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1000);
  fs::last_write_time(site / "a/b.html", long_ago);
  REQUIRE(write(site, {{"a/b.html", "same"}, {"c.html", "new"}}) == Ids{});
  CHECK(fs::last_write_time(site / "a/b.html") == long_ago);
  CHECK(text_of(site / "c.html") == "new");
}

TEST_CASE("a folder that another process holds is not written into, and is free when that process was killed") {
  const TemporaryFolder folder;
  const fs::path site = folder.path / "site";
  REQUIRE(write(site, {{"index.html", "old"}}) == Ids{});
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t holder = ::fork();
  REQUIRE(holder >= 0);
  if (holder == 0) {
    std::unique_ptr<FolderLock> lock;
    const char answer = disk_files()->lock(site.string(), lock) ? 'n' : 'y';
    static_cast<void>(::write(ready[1], &answer, 1));
    for (;;) ::pause();
  }
  char answer = 0;
  REQUIRE(::read(ready[0], &answer, 1) == 1);
  CHECK(answer == 'y');
  CHECK(write(site, {{"index.html", "new"}}) == Ids{"publish/output-in-use"});
  CHECK(text_of(site / "index.html") == "old");
  ::kill(holder, SIGKILL);
  ::waitpid(holder, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  CHECK(write(site, {{"index.html", "new"}}) == Ids{});
  CHECK(text_of(site / "index.html") == "new");
}

TEST_CASE("nothing is written through a symbolic link") {
  const TemporaryFolder folder;
  const fs::path site = folder.path / "site";
  fs::create_directories(folder.path / "elsewhere");
  std::ofstream(folder.path / "elsewhere" / "file") << "theirs";
  REQUIRE(write(site, {{"index.html", "1"}, {"a/b.html", "1"}}) == Ids{});

  fs::remove_all(site / "a");
  fs::create_directory_symlink(folder.path / "elsewhere", site / "a");
  CHECK(write(site, {{"index.html", "2"}, {"a/b.html", "2"}}) == Ids{"publish/link-in-the-way"});
  CHECK(text_of(site / "index.html") == "1");
  CHECK_FALSE(fs::exists(folder.path / "elsewhere" / "b.html"));

  fs::remove(site / "a");
  fs::remove(site / "index.html");
  fs::create_symlink(folder.path / "elsewhere" / "file", site / "index.html");
  CHECK(write(site, {{"index.html", "2"}}) == Ids{});
  CHECK(text_of(site / "index.html") == "2");
  CHECK(text_of(folder.path / "elsewhere" / "file") == "theirs");

  fs::create_directory_symlink(site, folder.path / "alias");
  CHECK(write(folder.path / "alias", {{"index.html", "3"}}) == Ids{});
  CHECK(text_of(site / "index.html") == "3");
  fs::create_symlink(folder.path / "nowhere", folder.path / "dangling");
  CHECK(write(folder.path / "dangling", {{"index.html", "3"}}) == Ids{"publish/output-is-no-folder"});
}

TEST_CASE("an output that cannot be written is an error with its path, and nothing changes") {
  const TemporaryFolder folder;
  std::ofstream(folder.path / "file") << "";
  CHECK(write(folder.path / "file" / "site", {{"index.html", "1"}}) == Ids{"publish/cannot-write"});
  const fs::path site = folder.path / "site";
  REQUIRE(write(site, {{"index.html", "1"}}) == Ids{});
  CHECK(write(site, {{std::string(300, 'x'), "1"}, {"index.html", "2"}}) == Ids{"publish/cannot-write"});
  CHECK(text_of(site / "index.html") == "1");
  CHECK(write(site, {{"index.html", "3"}}) == Ids{});
  CHECK(text_of(site / "index.html") == "3");
  CHECK_FALSE(fs::exists(site / ".reportal" / "stage"));
}
