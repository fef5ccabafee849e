// The door of publish: verify that the site is whole, then put it in place.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "index/site_plan.h"

namespace reportal {

/// Every internal link, fragment and asset of every HTML page must exist among `files`, and no id may stand twice in a page; each that does not
/// is an error naming the page and the link. Links are relative; those of the page that hosts show at any address may begin with `root`, the path
/// of the portal on its host ("/portal/"; "" where it is not known). Works on the bytes that will be written.
void verify(const std::vector<OutputFile>& files, std::string_view root, unsigned jobs, Problems& problems);

struct WriteOptions {
  std::string output;        ///< the folder; made if it is missing
  std::string content;       ///< must not be inside one another
  bool adopt_foreign = false;  ///< write into a folder that holds files the generator never made
  unsigned jobs = 1;
};

struct WriteReport {
  std::size_t written = 0, unchanged = 0, removed = 0;
  std::uint64_t bytes = 0;                 ///< of all files of the site
  std::vector<std::string> foreign;        ///< files the generator never made, left alone
};

/// Puts the files in place: equal ones are left alone; others are staged, then moved; files that the last build made and this one did not
/// are removed. A kill at any moment leaves each file whole, and the next call finishes or undoes the rest. Errors leave the old site;
/// that another build is writing into the folder is one.
[[nodiscard]] WriteReport write_site(Files& disk, std::vector<OutputFile>& files, const WriteOptions& options, Problems& problems);

}  // namespace reportal
