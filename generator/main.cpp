// The command line: reads it, calls the library, prints, and says by the exit code how it went.
// 0 done · 1 problems, nothing published · 2 wrong command line.

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "command/problem_output.h"
#include "command/record_output.h"
#include "command/starting_point.h"
#include "command/vocabulary_output.h"
#include "import/import.h"
#include "model/dump.h"
#include "pipeline.h"
#include "serve/serve.h"
#include "structure/structure.h"

namespace {

using namespace reportal;

constexpr int done = 0;
constexpr int problems_found = 1;
constexpr int wrong_command_line = 2;

struct Arguments {
  std::string language;
  MakeOptions make;
  WriteOptions write;
  std::string theme, base_url;
  bool stats = false;
  std::string format = "text";
  std::string file;
  bool as_json = false, as_lines = false;
  std::string new_kind, new_name;
  std::vector<std::string> inputs;
  std::string import_kind;
  std::optional<std::uint16_t> port;
};

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("zh") ? Language::chinese : Language::english;
  }
  return Language::english;
}

/// Where templates/ and themes/ are: in the source tree for a binary in its build folder, else where they were installed beside it.
std::string data_folder(const Files& files) {
  const std::string binary = files.real_path("/proc/self/exe");
  if (binary.starts_with(std::string(REPORTAL_BUILD_DIR) + "/")) return REPORTAL_SOURCE_DIR;
  const std::string beside = normal_path(join_path(parent_path(binary), "../share/reportal"));
  return files.kind(join_path(beside, "templates")) == FileKind::folder ? beside : REPORTAL_DATA_DIR;
}

std::string stage_name(Stage stage, Language language) {
  static constexpr const char* english[] = {"read", "structure", "link", "index", "render", "exports", "search", "verify", "write"};
  static constexpr const char* chinese[] = {"读取", "理解", "链接", "索引", "生成", "导出", "检索", "核对", "写入"};
  return (language == Language::chinese ? chinese : english)[static_cast<std::size_t>(stage)];
}

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

/// Output that could not be written is a failure, not a success without words.
int finish(int code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  print(stderr, "reportal: cannot write to standard output\n");
  return problems_found;
}

void print_stats(const MadeSite& made, Language language) {
  for (const StageCost& cost : made.costs) {
    print(stdout, fmt::format("{:<10} {:>8.1f} ms  cpu {:>8.1f} ms  {:>6.1f} MB\n", stage_name(cost.stage, language),
                              cost.wall_seconds * 1e3, cost.cpu_seconds * 1e3, static_cast<double>(cost.peak_bytes) / 1e6));
  }
  const SearchSizes& search = made.search;
  if (search.files == 0) return;
  const auto pattern = language == Language::chinese
                           ? "检索索引：{} 段文字，{} 个文件，{:.1f} MB；根文件 {:.1f} kB，首次查询至多 {:.1f} kB（均为未压缩的大小）\n"
                           : "search index: {} passages, {} files, {:.1f} MB; root {:.1f} kB, a first query at most {:.1f} kB (all uncompressed)\n";
  print(stdout, fmt::format(fmt::runtime(pattern), search.passages, search.files, static_cast<double>(search.bytes) / 1e6,
                            static_cast<double>(search.root_bytes) / 1e3, static_cast<double>(search.first_query_bytes) / 1e3));
}

void print_summary(const BuildResult& result, const std::string& output, Language language) {
  const WriteReport& report = result.written;
  const auto foreign_pattern = language == Language::chinese ? "不是由本程序生成，未改动：{}\n" : "left alone, not made by reportal: {}\n";
  for (const std::string& foreign : report.foreign) {
    print(stderr, fmt::format(fmt::runtime(foreign_pattern), foreign));
  }
  const auto pattern = language == Language::chinese
                           ? "{}：{} 个来源，{} 页，{} 个案例；写入 {} 个文件，{} 个未变，移除 {} 个\n"
                           : "{}: {} sources, {} pages, {} cases; {} files written, {} unchanged, {} removed\n";
  const MadeSite& made = result.made;
  print(stdout, fmt::format(fmt::runtime(pattern), output, made.sources, made.pages, made.cases, report.written, report.unchanged,
                            report.removed));
}

int run_build(Files& files, Arguments& arguments, Language language) {
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  const Progress progress = [&](Stage stage) {
    print(stderr, terminal ? fmt::format("\r\x1b[K{} …", stage_name(stage, language)) : stage_name(stage, language) + "\n");
  };
  Problems problems;
  const BuildResult result = build_portal(files, {arguments.make, arguments.write}, progress, problems);
  if (terminal) print(stderr, "\r\x1b[K");
  const std::vector<Problem> sorted = problems.sorted();
  if (!sorted.empty()) print(stderr, write_problems(sorted, OutputFormat::text, language, REPORTAL_VERSION, terminal));
  if (arguments.stats) print_stats(result.made, language);
  if (result.published) {
    print_summary(result, arguments.write.output, language);
    return done;
  }
  print(stderr, language == Language::chinese ? "未发布；原有站点没有改动\n" : "nothing was published; the old site is as it was\n");
  return problems_found;
}

int run_check(const Files& files, Arguments& arguments, Language language) {
  static const std::map<std::string, OutputFormat> formats = {
      {"text", OutputFormat::text}, {"json", OutputFormat::json}, {"sarif", OutputFormat::sarif}, {"github", OutputFormat::github}};
  arguments.make.with_records = true;
  Problems problems;
  const MadeSite made = make_site(files, arguments.make, {}, problems);
  if (arguments.make.review_vocabulary) {
    for (const Problem& problem : problems.sorted()) print(stderr, format_problem(problem, language, ::isatty(STDERR_FILENO) != 0));
    if (made.vocabulary) print(stdout, write_vocabulary_review(*made.vocabulary, language));
    return problems.has_errors() ? problems_found : done;
  }
  std::string records;
  for (const DocumentRecord& record : made.records) records += write_record_line(record.path, record.counts, language);
  const bool colour = ::isatty(STDOUT_FILENO) != 0;
  print(stdout, write_problems(problems.sorted(), formats.at(arguments.format), language, REPORTAL_VERSION, colour, records));
  const bool refused = problems.has_errors() || (arguments.make.strict && problems.count(Severity::warning) > 0);
  return refused ? problems_found : done;
}

/// Ctrl-C and its like, kept from ending the process where it stands, for the thread that waits for them. One that the process was started
/// to ignore (nohup, a script's &) stays ignored.
class StopSignals {
 public:
  StopSignals() {
    ::sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      struct sigaction present {};
      ::sigaction(signal, nullptr, &present);
      if (present.sa_handler != SIG_IGN) ::sigaddset(&signals_, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);  // also for threads that are started from now on
  }

  /// Waits so long; false at once when one of them has come.
  [[nodiscard]] bool pause(std::chrono::milliseconds time) const {
    const timespec limit{time.count() / 1000, time.count() % 1000 * 1'000'000};
    return ::sigtimedwait(&signals_, nullptr, &limit) < 0 && (errno == EAGAIN || errno == EINTR);
  }

 private:
  sigset_t signals_{};
};

/// One line a build: `built in 0.18 s: 12 sources, 534 pages, 95 cases`.
void print_served_build(const ServedBuild& build, bool again, Language language) {
  const bool chinese = language == Language::chinese;
  if (!build.problems.empty()) {
    print(stderr, write_problems(build.problems, OutputFormat::text, language, REPORTAL_VERSION, ::isatty(STDERR_FILENO) != 0));
  }
  if (!build.made.complete) {
    print(stdout, fmt::format(fmt::runtime(chinese ? "{:.2f} 秒，没有生成；改好后会自动重新生成\n"
                                                   : "not built ({:.2f} s); built again when the errors are mended\n"),
                              build.seconds));
    return;
  }
  const char* pattern = chinese ? "{}生成，用时 {:.2f} 秒：{} 个来源，{} 页，{} 个案例\n" : "{} in {:.2f} s: {} sources, {} pages, {} cases\n";
  const char* verb = chinese ? (again ? "已重新" : "已") : (again ? "built again" : "built");
  print(stdout, fmt::format(fmt::runtime(pattern), verb, build.seconds, build.made.sources, build.made.pages, build.made.cases));
}

int run_serve(const Files& files, const Arguments& arguments, Language language) {
  const bool chinese = language == Language::chinese;
  const StopSignals signals;
  bool again = false;
  ServeListener listener;
  listener.pause = [&](std::chrono::milliseconds time) { return signals.pause(time); };
  listener.built = [&](const ServedBuild& build) {
    print_served_build(build, again, language);
    std::fflush(stdout);
    again = true;
  };
  listener.ready = [&](std::uint16_t port) {
    if (!arguments.port && port != default_port) {
      print(stdout, fmt::format(fmt::runtime(chinese ? "端口 {} 已被占用，改用 {}\n" : "port {} is taken; this is {}\n"), default_port, port));
    }
    const char* pattern = chinese ? "http://localhost:{}/ （改动后自动刷新，按 Ctrl-C 结束）\n"
                                  : "http://localhost:{}/ (reloads after each change; Ctrl-C ends it)\n";
    print(stdout, fmt::format(fmt::runtime(pattern), port));
    std::fflush(stdout);
  };
  Problems problems;
  const bool served = serve_portal(files, {arguments.make, arguments.port, language}, listener, problems);
  for (const Problem& problem : problems.sorted()) print(stderr, format_problem(problem, language, ::isatty(STDERR_FILENO) != 0));
  return served ? done : problems_found;
}

int run_inspect(const Files& files, const Arguments& arguments, Language language) {
  Problems problems;
  const std::optional<Source> source = read_source(files, arguments.file, problems);
  std::string output;
  if (source && !problems.has_errors()) {
    const Document document = understand(*source, problems);
    output = arguments.as_json    ? dump_json(document)
             : arguments.as_lines ? dump_lines(document, *source)
                                  : write_record(document, language);
  }
  const std::vector<Problem> sorted = problems.sorted();
  for (const Problem& problem : sorted) print(stderr, format_problem(problem, language, ::isatty(STDERR_FILENO) != 0));
  print(stdout, output);
  return problems.has_errors() ? problems_found : done;
}

int run_new(Files& files, const Arguments& arguments, Language language) {
  Problems problems;
  const auto made = make_starting_point(files, arguments.new_kind, arguments.new_name, arguments.make.read.content, language, problems);
  for (const std::string& path : made) print(stdout, path + "\n");
  for (const Problem& problem : problems.sorted()) print(stderr, format_problem(problem, language, ::isatty(STDERR_FILENO) != 0));
  return problems.has_errors() ? problems_found : done;
}

/// `content/reports/x.txt ← x.pdf (195 pages, 38 cases …)`, and below it what else was written.
void print_imported(const Imported& imported, Language language) {
  const bool chinese = language == Language::chinese;
  std::string counts;
  const auto count = [&](std::size_t number, const char* zh, const char* one, const char* many) {
    if (number == 0) return;
    counts += counts.empty() ? "" : chinese ? "，" : ", ";
    counts += chinese ? fmt::format("{} {}", number, zh) : fmt::format("{} {}", number, number == 1 ? one : many);
  };
  count(imported.pages, "页", "page", "pages");
  count(imported.cases, "个案例", "case", "cases");
  count(imported.tables, "张表", "table", "tables");
  count(imported.figures, "张图", "figure", "figures");
  count(imported.pictures, "张图片", "picture", "pictures");
  if (!counts.empty()) counts = chinese ? "（" + counts + "）" : " (" + counts + ")";
  print(stdout, fmt::format("{} ← {}{}\n", imported.written.front(), imported.input, counts));
  for (std::size_t at = 1; at < imported.written.size(); ++at) print(stdout, fmt::format("{}\n", imported.written[at]));
}

int run_import(Files& files, const Arguments& arguments, Language language) {
  ImportOptions options{arguments.inputs, arguments.make.read.content, {}, arguments.make.read.jobs};
  const auto kind = std::find(document_kinds.begin(), document_kinds.end(), arguments.import_kind);
  if (kind != document_kinds.end()) options.kind = static_cast<DocumentKind>(kind - document_kinds.begin());
  Problems problems;
  const std::vector<Imported> imported = import_files(files, options, problems);
  for (const Problem& problem : problems.sorted()) print(stderr, format_problem(problem, language, ::isatty(STDERR_FILENO) != 0));
  for (const Imported& one : imported) print_imported(one, language);
  return problems.has_errors() ? problems_found : done;
}

/// Options of every verb that makes a site.
void add_make_options(CLI::App& verb, Arguments& arguments, bool chinese) {
  const auto say = [&](const char* zh, const char* en) { return chinese ? zh : en; };
  verb.add_option("CONTENT", arguments.make.read.content, say("内容文件夹", "the content folder"))->capture_default_str();
  verb.add_option("--theme", arguments.theme, say("主题，代替 portal.yaml 中的", "the theme, in place of portal.yaml's"));
  verb.add_option("--jobs", arguments.make.read.jobs, say("线程数", "threads"))->check(CLI::Range(1, 256))->capture_default_str();
  verb.add_flag("--drafts", arguments.make.read.drafts, say("包括草稿", "with drafts"));
}

/// Options that build and check share.
void add_build_options(CLI::App& verb, Arguments& arguments, bool chinese) {
  const auto say = [&](const char* zh, const char* en) { return chinese ? zh : en; };
  add_make_options(verb, arguments, chinese);
  verb.add_option("--base-url", arguments.base_url, say("发布地址，代替 portal.yaml 中的", "where it is published, in place of portal.yaml's"));
  verb.add_flag("--strict", arguments.make.strict, say("有警告也不发布", "warnings keep the site from being written"));
}

}  // namespace

int main(int argc, char** argv) {
  const std::unique_ptr<Files> files = disk_files();
  Arguments arguments;
  arguments.make.read.content = "content";
  arguments.make.read.jobs = default_jobs();
  arguments.write.output = "site";
  const bool chinese = language_of_locale() == Language::chinese;
  const auto say = [&](const char* zh, const char* en) { return chinese ? zh : en; };

  CLI::App app(say("把一个文件夹的年报文本变成网站", "turns a folder of report text into a website"), "reportal");
  app.set_version_flag("--version", std::string("reportal ") + REPORTAL_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--lang", arguments.language, say("提示的语言", "language of messages"))->check(CLI::IsMember({"zh", "en"}));

  CLI::App* build = app.add_subcommand("build", say("生成网站", "build the website"));
  add_build_options(*build, arguments, chinese);
  build->add_option("-o,--output", arguments.write.output, say("输出文件夹", "the output folder"))->capture_default_str();
  build->add_flag("--stats", arguments.stats, say("各阶段的用时与内存", "time and memory of each stage"));
  build->add_flag("--adopt", arguments.write.adopt_foreign,
                  say("写入已有其他文件的文件夹", "write into a folder that holds other files"));

  CLI::App* check = app.add_subcommand("check", say("只检查，不写入", "say what build would say, write nothing"));
  add_build_options(*check, arguments, chinese);
  check->add_option("--format", arguments.format, say("输出格式", "format of the output"))
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}))
      ->capture_default_str();

  check->add_flag("--suggest", arguments.make.review_vocabulary,
                  say("列出词表可以补充的名称，写成可以直接粘贴的 YAML", "list names that the vocabulary lacks, as YAML ready to paste"))
      ->excludes("--format");

  CLI::App* serve = app.add_subcommand(
      "serve", say("在本机预览：不写入文件，改动后自动刷新浏览器", "preview on this machine: writes nothing, reloads the browser after each change"));
  add_make_options(*serve, arguments, chinese);
  serve->add_option("--port", arguments.port,
                    say("端口；不写则为 8000，被占用时用其后第一个空闲的；0 由系统挑选", "8000, or the next free one; 0 lets the system choose"))
      ->check(CLI::Range(0, 65535));

  CLI::App* inspect = app.add_subcommand("inspect", say("查看一个文件被理解成什么", "show what was understood of one source"));
  inspect->add_option("FILE", arguments.file, say("一个来源", "one source"))->required();
  CLI::Option* json = inspect->add_flag("--json", arguments.as_json, say("输出 JSON", "as JSON"));
  inspect->add_flag("--lines", arguments.as_lines, say("逐行标注", "the source with a tag before each line"))->excludes(json);

  CLI::App* make = app.add_subcommand("new", say("新建带注释的样板", "make a commented starting point"));
  make->add_option("KIND", arguments.new_kind, "portal, report, case, article, page")
      ->required()
      ->check(CLI::IsMember({"portal", "report", "case", "article", "page"}));
  make->add_option("NAME", arguments.new_name, say("名称；门户为文件夹", "its name; of a portal, its folder"))->required();
  make->add_option("--content", arguments.make.read.content, say("内容文件夹", "the content folder"))->capture_default_str();

  CLI::App* bring = app.add_subcommand(
      "import", say("把文本、Markdown、HTML、PDF、Word 文件变成带说明的来源", "make sources out of text, Markdown, HTML, PDF and Word files"));
  bring->add_option("FILE", arguments.inputs, say("文件或文件夹", "files and folders"))->required();
  bring->add_option("--into", arguments.make.read.content, say("内容文件夹", "the content folder"))->capture_default_str();
  bring->add_option("--kind", arguments.import_kind, say("文体；不写则自行判断", "kind of source; found out where nothing is said"))
      ->check(CLI::IsMember(std::vector<std::string>(document_kinds.begin(), document_kinds.end())));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? finish(done) : wrong_command_line;
  }

  const Language language = arguments.language.empty() ? language_of_locale()
                            : arguments.language == "zh" ? Language::chinese
                                                         : Language::english;
  arguments.make.read.data_folder = data_folder(*files);
  if (!arguments.theme.empty()) arguments.make.read.theme = arguments.theme;
  if (!arguments.base_url.empty()) arguments.make.read.base_url = arguments.base_url;
  arguments.write.content = arguments.make.read.content;
  arguments.write.jobs = arguments.make.read.jobs;
  arguments.make.generator = std::string("reportal ") + REPORTAL_VERSION;

  if (build->parsed()) return finish(run_build(*files, arguments, language));
  if (check->parsed()) return finish(run_check(*files, arguments, language));
  if (serve->parsed()) return finish(run_serve(*files, arguments, language));
  if (inspect->parsed()) return finish(run_inspect(*files, arguments, language));
  if (bring->parsed()) return finish(run_import(*files, arguments, language));
  return finish(run_new(*files, arguments, language));
}
