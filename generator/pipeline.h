// The spine: every stage in order. Data goes one way; a stage that reported errors is the last one.

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

struct BuildOptions {
  ReadOptions read;
  WriteOptions write;
  std::string generator;  ///< name and version, as pages carry it
  bool strict = false;    ///< warnings keep the site from being written
  bool only_check = false;
  bool review_vocabulary = false;  ///< also look for what the vocabulary lacks
};

struct DocumentRecord {
  std::string path;
  RecordCounts counts;
};

struct BuildResult {
  bool published = false;
  WriteReport written;
  std::size_t sources = 0, pages = 0, cases = 0;
  std::vector<DocumentRecord> records;  ///< with only_check: of documents that have one
  std::vector<StageCost> costs;
  SearchSizes search;
  std::optional<VocabularyReview> vocabulary;  ///< where it was asked for, and linking was reached
};

using Progress = std::function<void(Stage)>;

/// Builds a portal. The site is written only if no stage reported an error; `progress` is told of each stage as it begins.
[[nodiscard]] BuildResult build_portal(Files& files, const BuildOptions& options, const Progress& progress, Problems& problems);

}  // namespace reportal
