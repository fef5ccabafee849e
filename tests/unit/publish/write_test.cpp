#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "publish/publish.h"
#include "publish/records.h"

using namespace reportal;

namespace {

using Tree = std::map<std::string, std::string>;

std::vector<OutputFile> files_of(const Tree& tree) {
  std::vector<OutputFile> files;
  for (const auto& [address, bytes] : tree) files.push_back({address, bytes});
  return files;
}

/// Every file below `folder` but publish's own.
Tree tree_of(const Files& disk, const std::string& folder) {
  std::vector<FileEntry> entries;
  Tree tree;
  if (disk.list(folder, entries)) return tree;
  for (const FileEntry& entry : entries) {
    if (entry.kind == FileKind::file && !entry.path.starts_with(".reportal/"))
      REQUIRE(!disk.read(join_path(folder, entry.path), tree[entry.path]));
  }
  return tree;
}

struct Run {
  WriteReport report;
  std::vector<std::string> problems;  ///< their ids
};

Run write(Files& disk, const Tree& tree, bool adopt_foreign = false, const std::string& output = "site") {
  std::vector<OutputFile> files = files_of(tree);
  Problems problems;
  Run run{
      write_site(disk, files, {.output = output, .content = "content", .adopt_foreign = adopt_foreign, .jobs = 2}, problems),
      {}};
  for (const Problem& problem : problems.sorted()) run.problems.emplace_back(problem.kind->id);
  return run;
}

using Ids = std::vector<std::string>;

const Tree old_site = {
    {"index.html", "old home"}, {"a/1.html", "old 1"}, {"a/2.html", "old 2"}, {"b/c/d.html", "same"}, {"gone/x/y.html", "old"}};
const Tree new_site = {{"index.html", "new home"}, {"a/1.html", "new 1"}, {"a/2.html", "old 2"},
                       {"b/c/d.html", "same"},     {"new/n.html", "new"}, {"new/er/n.html", "newer"},
                       {"a/new/n.html", "in old"}};

}  // namespace

TEST_CASE("a site is written, written again, changed") {
  MemoryFiles disk;
  Run run = write(disk, old_site);
  CHECK(run.problems == Ids{});
  CHECK(run.report.written == 5);
  CHECK(run.report.bytes == 25);
  CHECK(tree_of(disk, "site") == old_site);

  disk.fail_when([](std::string_view call, const std::string&) {
    return call == "read" || call == "list" || call == "lock" ? std::error_code{}
                                                              : std::make_error_code(std::errc::read_only_file_system);
  });
  run = write(disk, old_site);
  CHECK(run.problems == Ids{});
  CHECK(run.report.unchanged == 5);
  disk.fail_when({});

  run = write(disk, new_site);
  CHECK(run.report.written == 5);
  CHECK(run.report.unchanged == 2);
  CHECK(run.report.removed == 1);
  CHECK(tree_of(disk, "site") == new_site);
  CHECK(disk.kind("site/gone") == FileKind::missing);
  CHECK(disk.kind("site/.reportal/stage") == FileKind::missing);
  CHECK(disk.kind("site/.reportal/journal") == FileKind::missing);
}

TEST_CASE("one build at a time writes into a folder") {
  MemoryFiles disk;
  CHECK(write(disk, old_site).problems == Ids{});
  {
    std::unique_ptr<FolderLock> other;
    REQUIRE(!disk.lock("site", other));
    CHECK(write(disk, new_site).problems == Ids{"publish/output-in-use"});
    CHECK(tree_of(disk, "site") == old_site);
    CHECK(write(disk, new_site, false, "elsewhere").problems == Ids{});
  }
  CHECK(write(disk, new_site).problems == Ids{});
  CHECK(tree_of(disk, "site") == new_site);

  disk.fail_when([](std::string_view call, const std::string&) {
    return call == "lock" ? std::make_error_code(std::errc::operation_not_supported) : std::error_code{};
  });
  CHECK(write(disk, old_site).problems == Ids{});
}

TEST_CASE("a page edited by hand is put right, a file of others is left alone and named") {
  MemoryFiles disk;
  CHECK(write(disk, old_site).problems == Ids{});
  REQUIRE(!disk.write("site/a/1.html", "bad 1"));
  REQUIRE(!disk.write("site/CNAME", "example.org"));
  const Run run = write(disk, old_site);
  CHECK(run.report.written == 1);
  CHECK(run.report.foreign == Ids{"CNAME"});
  Tree expected = old_site;
  expected["CNAME"] = "example.org";
  CHECK(tree_of(disk, "site") == expected);
}

TEST_CASE("a file may become a folder and a folder a file") {
  MemoryFiles disk;
  const Tree first = {{"a", "file"}, {"b/c/d", "deep"}, {"b/e", "e"}};
  const Tree second = {{"a/x", "in folder"}, {"b", "file"}};
  CHECK(write(disk, first).problems == Ids{});
  CHECK(write(disk, second).problems == Ids{});
  CHECK(tree_of(disk, "site") == second);
  CHECK(write(disk, first).problems == Ids{});
  CHECK(tree_of(disk, "site") == first);

  REQUIRE(!disk.write("site/b/foreign", ""));
  CHECK(write(disk, second).problems == Ids{"publish/foreign-in-the-way"});
  CHECK(write(disk, second, true).problems == Ids{"publish/foreign-in-the-way"});
}

TEST_CASE("a folder of others is refused unless it is adopted") {
  MemoryFiles disk;
  REQUIRE(!disk.make_folders("site"));
  REQUIRE(!disk.write("site/.gitkeep", ""));
  CHECK(write(disk, {}).problems == Ids{});

  REQUIRE(!disk.make_folders("other"));
  REQUIRE(!disk.write("other/index.html", "theirs"));
  REQUIRE(!disk.write("other/notes.txt", "theirs"));
  CHECK(write(disk, old_site, false, "other").problems == Ids{"publish/foreign-folder"});
  CHECK(tree_of(disk, "other") == Tree{{"index.html", "theirs"}, {"notes.txt", "theirs"}});
  const Run run = write(disk, old_site, true, "other");
  CHECK(run.problems == Ids{});
  CHECK(run.report.foreign == Ids{"notes.txt"});
}

TEST_CASE("a page does not replace a file that stands at its address and is not ours") {
  MemoryFiles disk;
  CHECK(write(disk, old_site).problems == Ids{});
  REQUIRE(!disk.make_folders("site/new"));
  REQUIRE(!disk.write("site/new/n.html", "theirs"));
  CHECK(write(disk, new_site).problems == Ids{"publish/foreign-in-the-way"});
  CHECK(tree_of(disk, "site").at("index.html") == "old home");
}

TEST_CASE("outputs and addresses that are refused") {
  MemoryFiles disk;
  REQUIRE(!disk.make_folders("content/reports"));
  REQUIRE(!disk.write("file", ""));
  CHECK(write(disk, old_site, false, "content").problems == Ids{"publish/output-meets-content"});
  CHECK(write(disk, old_site, false, "content/site").problems == Ids{"publish/output-meets-content"});
  CHECK(write(disk, old_site, false, "x/../content/reports").problems == Ids{"publish/output-meets-content"});
  CHECK(write(disk, old_site, false, ".").problems == Ids{"publish/output-meets-content"});
  CHECK(write(disk, old_site, false, "file").problems == Ids{"publish/output-is-no-folder"});
  for (const char* address :
       {"", "/a", "../a", "a/../../b", "a//b", "a/", "./a", ".reportal/manifest", "a\nb", "a\\b", "a\xFF"}) {
    CHECK(write(disk, {{address, ""}}).problems == Ids{"publish/bad-address"});
  }
  CHECK(write(disk, {{"a", ""}, {"a/b", ""}}).problems == Ids{"publish/address-twice"});
  CHECK(disk.kind("site") == FileKind::missing);
}

TEST_CASE("whatever call fails, and where a run is killed, each page is whole and the next run completes the site") {
  for (const bool killed : {false, true}) {
    for (const bool first_build : {false, true}) {
      bool reached_end = false;
      for (int fail_at = 0; !reached_end; ++fail_at) {
        MemoryFiles disk;
        const Tree before = first_build ? Tree{} : old_site;
        if (!first_build) REQUIRE(write(disk, old_site).problems == Ids{});
        int calls = 0;
        disk.fail_when([&](std::string_view, const std::string&) {
          const int call = calls++;
          const bool fails = killed ? call >= fail_at : call == fail_at;  // a killed run makes no more calls
          return fails ? std::make_error_code(std::errc::no_space_on_device) : std::error_code{};
        });
        const Run run = write(disk, new_site);
        disk.fail_when({});
        reached_end = calls <= fail_at;

        const bool in_motion = disk.kind("site/.reportal/journal") != FileKind::missing;
        const Tree after = tree_of(disk, "site");
        INFO("failed call " << fail_at << (killed ? " and all after" : ""));
        for (const auto& [address, bytes] : after) {
          const bool is_old = before.contains(address) && before.at(address) == bytes;
          const bool is_new = new_site.contains(address) && new_site.at(address) == bytes;
          CHECK((is_old || is_new));
        }
        for (const auto& [address, bytes] : before) {
          if (new_site.contains(address)) CHECK(after.contains(address));
        }
        if (!run.problems.empty() && !in_motion) CHECK((after == before || after == new_site));
        if (run.problems.empty() && !killed) CHECK(after == new_site);

        CHECK(write(disk, new_site).problems == Ids{});
        CHECK(tree_of(disk, "site") == new_site);
        CHECK(disk.kind("site/.reportal/journal") == FileKind::missing);
        CHECK(disk.kind("site/.reportal/stage") == FileKind::missing);
        CHECK(write(disk, new_site).report.unchanged == new_site.size());
      }
    }
  }
}

TEST_CASE("a folder that the output lacks goes there by one rename") {
  MemoryFiles disk;
  Ids renamed;
  disk.fail_when([&](std::string_view call, const std::string& path) {
    if (call == "rename") renamed.push_back(path.substr(std::string_view("site/.reportal/stage/").size()));
    return std::error_code{};
  });
  CHECK(write(disk, old_site).problems == Ids{});
  CHECK(renamed == Ids{"tree/a", "tree/b", "tree/gone", "tree/index.html", "manifest"});
  renamed.clear();
  CHECK(write(disk, new_site).problems == Ids{});
  std::sort(renamed.begin(), renamed.end());
  CHECK(renamed == Ids{"manifest", "tree/a/1.html", "tree/a/new", "tree/index.html", "tree/new"});
}

TEST_CASE("after a loss of power, damaged staged and moved files are made again") {
  for (int finished = 0; finished < 4; ++finished) {  // renames that are done when the power goes
    MemoryFiles disk;
    REQUIRE(write(disk, old_site).problems == Ids{});
    int renames = 0;
    disk.fail_when([&](std::string_view call, const std::string&) {
      return call == "rename" && renames++ >= finished ? std::make_error_code(std::errc::io_error) : std::error_code{};
    });
    CHECK(write(disk, new_site).problems == Ids{"publish/not-finished"});
    disk.fail_when({});
    for (const auto& [staged, bytes] : tree_of(disk, "site/.reportal/stage/tree")) {
      REQUIRE(!disk.write("site/.reportal/stage/tree/" + staged, ""));
    }
    for (const auto& [address, bytes] : tree_of(disk, "site")) {
      if (!old_site.contains(address)) REQUIRE(!disk.write("site/" + address, ""));
    }
    // Nothing damaged leaves the stage, even where the run that finishes the journal makes nothing new.
    disk.fail_when([&](std::string_view call, const std::string& path) {
      return call == "write" && path.ends_with(".html") ? std::make_error_code(std::errc::no_space_on_device)
                                                        : std::error_code{};
    });
    const Tree damaged = tree_of(disk, "site");
    CHECK(write(disk, new_site).problems == Ids{"publish/cannot-write"});
    for (const auto& [address, bytes] : tree_of(disk, "site")) CHECK((damaged.contains(address) || !bytes.empty()));
    disk.fail_when({});
    CHECK(write(disk, new_site).problems == Ids{});
    CHECK(tree_of(disk, "site") == new_site);
  }
}

TEST_CASE("a journal that cannot be finished is given up, and the site is made anew") {
  for (const std::string stuck : {"tree/index.html", "tree/new", "tree/a/1.html"}) {
    MemoryFiles disk;
    REQUIRE(write(disk, old_site).problems == Ids{});
    int tries = 0;
    disk.fail_when([&](std::string_view call, const std::string& path) {
      const bool fails = call == "rename" && path.ends_with(stuck) && tries++ < 2;
      return fails ? std::make_error_code(std::errc::io_error) : std::error_code{};
    });
    CHECK(write(disk, new_site).problems == Ids{"publish/not-finished"});
    CHECK(write(disk, new_site).problems == Ids{});
    CHECK(tree_of(disk, "site") == new_site);
    CHECK(disk.kind("site/.reportal/journal") == FileKind::missing);
  }
}

TEST_CASE("what a killed run staged does not go to the site with the folder it lies in") {
  MemoryFiles disk;
  REQUIRE(!disk.make_folders("site/.reportal/stage/tree/a"));
  REQUIRE(!disk.write("site/.reportal/stage/tree/a/left.html", ""));
  disk.fail_when([&](std::string_view call, const std::string& path) {
    const bool fails = call == "remove_file" && path.ends_with("left.html");
    return fails ? std::make_error_code(std::errc::io_error) : std::error_code{};
  });
  CHECK(write(disk, old_site).problems == Ids{"publish/cannot-write"});
  disk.fail_when({});
  CHECK(write(disk, old_site).problems == Ids{});
  CHECK(tree_of(disk, "site") == old_site);
}

TEST_CASE("records are read back as they were written, and cut off they are none") {
  publish::Journal journal;
  journal.cleared_files = {"a"};
  journal.cleared_folders = {"b/c", "b"};
  journal.moves = {{publish::fingerprint_of("x"), "pictures/图 1.png"}};
  journal.removals = {"d"};
  const std::string text = publish::journal_text(journal);
  const auto read = publish::parse_journal(text);
  REQUIRE(read);
  CHECK(publish::journal_text(*read) == text);
  for (std::size_t size = 0; size < text.size(); ++size) CHECK_FALSE(publish::parse_journal(text.substr(0, size)));
  journal.removals = {"../outside"};
  CHECK_FALSE(publish::parse_journal(publish::journal_text(journal)));

  const publish::Manifest manifest = {{"a b.html", publish::fingerprint_of("1")}, {"c", publish::fingerprint_of("")}};
  CHECK(publish::parse_manifest(publish::manifest_text(manifest)) == manifest);
  CHECK_FALSE(publish::parse_manifest("reportal manifest 1\nx y z\n"));
  CHECK_FALSE(publish::parse_manifest(""));
}
