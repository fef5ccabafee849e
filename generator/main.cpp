// The command line: reads it, calls the library, prints, and says by the exit code how it went.
// 0 done · 1 problems, nothing published · 2 wrong command line.

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <unistd.h>

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
#include "structure/structure.h"

namespace {

using namespace reportal;

constexpr int done = 0;
constexpr int problems_found = 1;
constexpr int wrong_command_line = 2;

struct Arguments {
  std::string language;
  BuildOptions build;
  std::string theme, base_url;
  bool stats = false;
  std::string format = "text";
  std::string file;
  bool as_json = false, as_lines = false;
  std::string new_kind, new_name;
  std::vector<std::string> inputs;
  std::string import_kind;
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

void print_stats(const BuildResult& result, Language language) {
  for (const StageCost& cost : result.costs) {
    print(stdout, fmt::format("{:<10} {:>8.1f} ms  cpu {:>8.1f} ms  {:>6.1f} MB\n", stage_name(cost.stage, language),
                              cost.wall_seconds * 1e3, cost.cpu_seconds * 1e3, static_cast<double>(cost.peak_bytes) / 1e6));
  }
  const SearchSizes& search = result.search;
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
  print(stdout, fmt::format(fmt::runtime(pattern), output, result.sources, result.pages, result.cases, report.written, report.unchanged,
                            report.removed));
}

int run_build(Files& files, Arguments& arguments, Language language) {
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  const Progress progress = [&](Stage stage) {
    print(stderr, terminal ? fmt::format("\r\x1b[K{} …", stage_name(stage, language)) : stage_name(stage, language) + "\n");
  };
  Problems problems;
  const BuildResult result = build_portal(files, arguments.build, progress, problems);
  if (terminal) print(stderr, "\r\x1b[K");
  const std::vector<Problem> sorted = problems.sorted();
  if (!sorted.empty()) print(stderr, write_problems(sorted, OutputFormat::text, language, REPORTAL_VERSION, terminal));
  if (arguments.stats) print_stats(result, language);
  if (result.published) {
    print_summary(result, arguments.build.write.output, language);
    return done;
  }
  print(stderr, language == Language::chinese ? "未发布；原有站点没有改动\n" : "nothing was published; the old site is as it was\n");
  return problems_found;
}

int run_check(Files& files, Arguments& arguments, Language language) {
  static const std::map<std::string, OutputFormat> formats = {
      {"text", OutputFormat::text}, {"json", OutputFormat::json}, {"sarif", OutputFormat::sarif}, {"github", OutputFormat::github}};
  arguments.build.only_check = true;
  Problems problems;
  const BuildResult result = build_portal(files, arguments.build, {}, problems);
  if (arguments.build.review_vocabulary) {
    for (const Problem& problem : problems.sorted()) print(stderr, format_problem(problem, language, ::isatty(STDERR_FILENO) != 0));
    if (result.vocabulary) print(stdout, write_vocabulary_review(*result.vocabulary, language));
    return problems.has_errors() ? problems_found : done;
  }
  std::string records;
  for (const DocumentRecord& record : result.records) records += write_record_line(record.path, record.counts, language);
  const bool colour = ::isatty(STDOUT_FILENO) != 0;
  print(stdout, write_problems(problems.sorted(), formats.at(arguments.format), language, REPORTAL_VERSION, colour, records));
  const bool refused = problems.has_errors() || (arguments.build.strict && problems.count(Severity::warning) > 0);
  return refused ? problems_found : done;
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
  const auto made = make_starting_point(files, arguments.new_kind, arguments.new_name, arguments.build.read.content, language, problems);
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
  static const std::map<std::string, DocumentKind> kinds = {{"report", DocumentKind::report},
                                                            {"article", DocumentKind::article},
                                                            {"newspaper", DocumentKind::newspaper},
                                                            {"case", DocumentKind::case_study},
                                                            {"page", DocumentKind::page}};
  ImportOptions options{arguments.inputs, arguments.build.read.content, {}, arguments.build.read.jobs};
  if (!arguments.import_kind.empty()) options.kind = kinds.at(arguments.import_kind);
  Problems problems;
  const std::vector<Imported> imported = import_files(files, options, problems);
  for (const Problem& problem : problems.sorted()) print(stderr, format_problem(problem, language, ::isatty(STDERR_FILENO) != 0));
  for (const Imported& one : imported) print_imported(one, language);
  return problems.has_errors() ? problems_found : done;
}

/// Options that build and check share.
void add_build_options(CLI::App& verb, Arguments& arguments, bool chinese) {
  const auto say = [&](const char* zh, const char* en) { return chinese ? zh : en; };
  verb.add_option("CONTENT", arguments.build.read.content, say("内容文件夹", "the content folder"))->capture_default_str();
  verb.add_option("--base-url", arguments.base_url, say("发布地址，代替 portal.yaml 中的", "where it is published, in place of portal.yaml's"));
  verb.add_option("--theme", arguments.theme, say("主题，代替 portal.yaml 中的", "the theme, in place of portal.yaml's"));
  verb.add_option("--jobs", arguments.build.read.jobs, say("线程数", "threads"))->check(CLI::Range(1, 256))->capture_default_str();
  verb.add_flag("--strict", arguments.build.strict, say("有警告也不发布", "warnings keep the site from being written"));
  verb.add_flag("--drafts", arguments.build.read.drafts, say("包括草稿", "with drafts"));
}

}  // namespace

int main(int argc, char** argv) {
  const std::unique_ptr<Files> files = disk_files();
  Arguments arguments;
  arguments.build.read.content = "content";
  arguments.build.read.jobs = default_jobs();
  arguments.build.write.output = "site";
  const bool chinese = language_of_locale() == Language::chinese;
  const auto say = [&](const char* zh, const char* en) { return chinese ? zh : en; };

  CLI::App app(say("把一个文件夹的年报文本变成网站", "turns a folder of report text into a website"), "reportal");
  app.set_version_flag("--version", std::string("reportal ") + REPORTAL_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--lang", arguments.language, say("提示的语言", "language of messages"))->check(CLI::IsMember({"zh", "en"}));

  CLI::App* build = app.add_subcommand("build", say("生成网站", "build the website"));
  add_build_options(*build, arguments, chinese);
  build->add_option("-o,--output", arguments.build.write.output, say("输出文件夹", "the output folder"))->capture_default_str();
  build->add_flag("--stats", arguments.stats, say("各阶段的用时与内存", "time and memory of each stage"));
  build->add_flag("--adopt", arguments.build.write.adopt_foreign,
                  say("写入已有其他文件的文件夹", "write into a folder that holds other files"));

  CLI::App* check = app.add_subcommand("check", say("只检查，不写入", "say what build would say, write nothing"));
  add_build_options(*check, arguments, chinese);
  check->add_option("--format", arguments.format, say("输出格式", "format of the output"))
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}))
      ->capture_default_str();

  check->add_flag("--suggest", arguments.build.review_vocabulary,
                  say("列出词表可以补充的名称，写成可以直接粘贴的 YAML", "list names that the vocabulary lacks, as YAML ready to paste"))
      ->excludes("--format");

  CLI::App* inspect = app.add_subcommand("inspect", say("查看一个文件被理解成什么", "show what was understood of one source"));
  inspect->add_option("FILE", arguments.file, say("一个来源", "one source"))->required();
  CLI::Option* json = inspect->add_flag("--json", arguments.as_json, say("输出 JSON", "as JSON"));
  inspect->add_flag("--lines", arguments.as_lines, say("逐行标注", "the source with a tag before each line"))->excludes(json);

  CLI::App* make = app.add_subcommand("new", say("新建带注释的样板", "make a commented starting point"));
  make->add_option("KIND", arguments.new_kind, "portal, report, case, article, page")
      ->required()
      ->check(CLI::IsMember({"portal", "report", "case", "article", "page"}));
  make->add_option("NAME", arguments.new_name, say("名称；门户为文件夹", "its name; of a portal, its folder"))->required();
  make->add_option("--content", arguments.build.read.content, say("内容文件夹", "the content folder"))->capture_default_str();

  CLI::App* bring = app.add_subcommand(
      "import", say("把文本、Markdown、HTML、PDF、Word 文件变成带说明的来源", "make sources out of text, Markdown, HTML, PDF and Word files"));
  bring->add_option("FILE", arguments.inputs, say("文件或文件夹", "files and folders"))->required();
  bring->add_option("--into", arguments.build.read.content, say("内容文件夹", "the content folder"))->capture_default_str();
  bring->add_option("--kind", arguments.import_kind, say("文体；不写则自行判断", "kind of source; found out where nothing is said"))
      ->check(CLI::IsMember({"report", "article", "newspaper", "case", "page"}));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? finish(done) : wrong_command_line;
  }

  const Language language = arguments.language.empty() ? language_of_locale()
                            : arguments.language == "zh" ? Language::chinese
                                                         : Language::english;
  arguments.build.read.data_folder = data_folder(*files);
  if (!arguments.theme.empty()) arguments.build.read.theme = arguments.theme;
  if (!arguments.base_url.empty()) arguments.build.read.base_url = arguments.base_url;
  arguments.build.write.content = arguments.build.read.content;
  arguments.build.write.jobs = arguments.build.read.jobs;
  arguments.build.generator = std::string("reportal ") + REPORTAL_VERSION;

  if (build->parsed()) return finish(run_build(*files, arguments, language));
  if (check->parsed()) return finish(run_check(*files, arguments, language));
  if (inspect->parsed()) return finish(run_inspect(*files, arguments, language));
  if (bring->parsed()) return finish(run_import(*files, arguments, language));
  return finish(run_new(*files, arguments, language));
}
