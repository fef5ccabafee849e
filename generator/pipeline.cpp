#include "pipeline.h"

#include <sys/resource.h>

#include <chrono>
#include <ctime>
#include <iterator>

#include "base/parallel.h"
#include "index/site_plan.h"
#include "link/link.h"
#include "model/library.h"
#include "render/render.h"
#include "structure/structure.h"

namespace reportal {
namespace {

using Clock = std::chrono::steady_clock;

double cpu_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::uint64_t peak_bytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

/// Announces a stage when it begins and notes what it cost when it ends.
class StageTimer {
 public:
  StageTimer(Stage stage, const Progress& progress, std::vector<StageCost>& costs)
      : stage_(stage), costs_(costs), wall_(Clock::now()), cpu_(cpu_seconds()) {
    if (progress) progress(stage);
  }
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;
  ~StageTimer() {
    const double wall = std::chrono::duration<double>(Clock::now() - wall_).count();
    costs_.push_back({stage_, wall, cpu_seconds() - cpu_, peak_bytes()});
  }

 private:
  Stage stage_;
  std::vector<StageCost>& costs_;
  Clock::time_point wall_;
  double cpu_;
};

std::vector<Document> understand_all(const std::vector<Source>& sources, unsigned jobs, Problems& problems) {
  std::vector<Document> documents(sources.size());
  for_each_index(jobs, sources.size(), [&](std::size_t i) { documents[i] = understand(sources[i], problems); });
  return documents;
}

std::vector<DocumentRecord> records_of(const Library& library) {
  std::vector<DocumentRecord> records;
  for (const Document& document : library.documents) {
    if (has_record(document)) records.push_back({document.path, count_record(document)});
  }
  return records;
}

}  // namespace

MadeSite make_site(const Files& files, const MakeOptions& options, const Progress& progress, Problems& problems) {
  MadeSite made;
  const unsigned jobs = options.read.jobs;
  const auto stage = [&](Stage name, auto&& work) {
    const StageTimer timer(name, progress, made.costs);
    return work();
  };

  Input input = stage(Stage::read, [&] { return read_content(files, options.read, problems); });
  made.sources = input.sources.size();
  if (problems.has_errors()) return made;
  // From here on no file of the content is read any more; sources stay as they are until the end, since documents point into them.

  const Library library = stage(Stage::structure, [&] {
    return make_library(input.settings, input.vocabulary, understand_all(input.sources, jobs, problems), std::move(input.values));
  });
  made.cases = library.cases.size();
  if (options.with_records) made.records = records_of(library);
  if (problems.has_errors()) return made;
  // From here on documents and their order are fixed; later stages make tables beside them.

  const Links links = stage(Stage::link, [&] { return link(library, jobs, problems); });
  if (options.review_vocabulary) made.vocabulary = review_vocabulary(library, links);
  const SitePlan plan = stage(Stage::index, [&] { return plan_site(library, links, input, problems, jobs); });
  made.pages = plan.pages.size();
  if (problems.has_errors()) return made;
  // From here on every address is known.

  std::vector<OutputFile> site = stage(Stage::render, [&] {
    return render_pages(library, links, plan, input.theme, options.generator, jobs, problems);
  });
  std::vector<OutputFile> exports = stage(Stage::exports, [&] { return export_files(library, links, plan, input); });
  site.insert(site.end(), std::make_move_iterator(exports.begin()), std::make_move_iterator(exports.end()));
  SearchIndex search = stage(Stage::search, [&] { return make_search_index(library, links, plan, jobs); });
  made.search = search.sizes;
  site.insert(site.end(), std::make_move_iterator(search.files.begin()), std::make_move_iterator(search.files.end()));
  if (problems.has_errors()) return made;
  // From here on every byte of the site is known.

  stage(Stage::verify, [&] { verify(site, root_path(library.settings), jobs, problems); });
  if (problems.has_errors() || (options.strict && problems.count(Severity::warning) > 0)) return made;
  made.files = std::move(site);
  made.complete = true;
  return made;
}

BuildResult build_portal(Files& files, const BuildOptions& options, const Progress& progress, Problems& problems) {
  BuildResult result{make_site(files, options.make, progress, problems), false, {}};
  if (!result.made.complete) return result;
  {
    const StageTimer timer(Stage::write, progress, result.made.costs);
    result.written = write_site(files, result.made.files, options.write, problems);
  }
  result.published = !problems.has_errors();
  return result;
}

}  // namespace reportal
