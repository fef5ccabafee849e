// The spine: every stage in order. Data goes one way; a stage that reported errors is the last one. Making a site and writing it are two
// calls, so that it can be checked and served without a byte being written.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "index/search/search.h"
#include "link/suggestions.h"
#include "model/record.h"
#include "publish/publish.h"
#include "read/read.h"

namespace reportal {

enum class Stage : std::uint8_t { read, structure, link, index, render, exports, search, verify, write };

struct StageCost {
  Stage stage;
  double wall_seconds, cpu_seconds;  ///< cpu: of all threads
  std::uint64_t peak_bytes;          ///< largest resident memory of the process so far
};

struct MakeOptions {
  ReadOptions read;
  std::string generator;           ///< name and version, as pages carry it
  bool strict = false;             ///< with a warning no site comes out
  bool with_records = false;       ///< also sum up what was done to each document
  bool review_vocabulary = false;  ///< also look for what the vocabulary lacks
};

struct DocumentRecord {
  std::string path;
  RecordCounts counts;
};

/// What came out of a content folder; what is known stands in it also where an error came in between.
struct MadeSite {
  bool complete = false;          ///< `files` are the whole site
  std::vector<OutputFile> files;  ///< verified; none where there were errors
  std::size_t sources = 0, pages = 0, cases = 0;
  std::vector<DocumentRecord> records;  ///< where they were asked for: of documents that have one
  std::vector<StageCost> costs;
  SearchSizes search;
  std::optional<VocabularyReview> vocabulary;  ///< where it was asked for, and linking was reached
};

struct BuildOptions {
  MakeOptions make;
  WriteOptions write;
};

struct BuildResult {
  MadeSite made;
  bool published = false;
  WriteReport written;
};

using Progress = std::function<void(Stage)>;

/// Every byte of the site of a content folder, in memory. `progress` is told of each stage as it begins.
[[nodiscard]] MadeSite make_site(const Files& files, const MakeOptions& options, const Progress& progress, Problems& problems);

/// Makes a site and writes it, which happens only if no stage before reported an error.
[[nodiscard]] BuildResult build_portal(Files& files, const BuildOptions& options, const Progress& progress, Problems& problems);

}  // namespace reportal
