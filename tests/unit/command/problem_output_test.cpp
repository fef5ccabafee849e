#include "command/problem_output.h"

#include <catch2/catch.hpp>

using namespace reportal;

namespace {

constexpr ProblemKind odd_key{"test/odd-key", Severity::warning, "未知的键“{0}”", "unknown key '{0}'", "删去它", "take it out"};
constexpr ProblemKind no_file{"test/no-file", Severity::error, "没有文件", "there is no file"};

std::vector<Problem> examples() {
  return {{&no_file, {}, {}, ""}, {&odd_key, {"a b.yaml", 3, 2, 4, "x: 1"}, {"100%"}, ""}};
}

std::string written(OutputFormat format) { return write_problems(examples(), format, Language::english, "1.0", false); }

}  // namespace

TEST_CASE("problems as text end with their counts") {
  const std::string text = written(OutputFormat::text);
  CHECK(text.starts_with("error: there is no file [test/no-file]\na b.yaml:3:2: warning: "));
  CHECK(text.ends_with("1 error, 1 warning\n"));
  CHECK(problem_counts(examples(), Language::chinese) == "1 个错误，1 个警告");
}

TEST_CASE("problems as JSON leave out what is unknown") {
  CHECK(written(OutputFormat::json) ==
        "[\n  {\n    \"id\": \"test/no-file\",\n    \"severity\": \"error\",\n    \"text\": \"there is no file\"\n  },\n"
        "  {\n    \"id\": \"test/odd-key\",\n    \"severity\": \"warning\",\n    \"file\": \"a b.yaml\",\n    \"line\": 3,\n"
        "    \"column\": 2,\n    \"length\": 4,\n    \"text\": \"unknown key '100%'\",\n    \"hint\": \"take it out\"\n  }\n]\n");
}

TEST_CASE("GitHub's commands are escaped") {
  CHECK(written(OutputFormat::github) ==
        "::error title=test/no-file::there is no file\n"
        "::warning title=test/odd-key,file=a b.yaml,line=3,col=2::unknown key '100%25'%0Atake it out\n");
}

TEST_CASE("SARIF has a rule a kind, places in code points, and fingerprints that survive moved lines") {
  const std::string sarif = written(OutputFormat::sarif);
  CHECK(sarif.find("\"version\": \"2.1.0\"") != std::string::npos);
  CHECK(sarif.find("\"columnKind\": \"unicodeCodePoints\"") != std::string::npos);
  CHECK(sarif.find("\"uri\": \"a%20b.yaml\"") != std::string::npos);
  CHECK(sarif.find("\"startColumn\": 2,\n") != std::string::npos);
  CHECK(sarif.find("\"endColumn\": 6\n") != std::string::npos);
  std::vector<Problem> moved = examples();
  moved[1].place.line = 300;
  const std::string after = write_problems(moved, OutputFormat::sarif, Language::english, "1.0", false);
  const auto fingerprint = [](const std::string& text) { return text.substr(text.rfind("reportal/v1"), 40); };
  CHECK(fingerprint(sarif) == fingerprint(after));
}
