// Input made to be slow, deep or large: it ends, and a file over a limit is an error that names the limit. Were a limit
// missing, these would run for minutes or overflow the stack.

#include <catch2/catch.hpp>

#include "markup_fixture.h"

using namespace reportal;

namespace {

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

std::string error_of(const std::string& text, SourceFormat format) {
  const Understood understood(text, format);
  CHECK(understood.each_line_has_one_block());
  const std::vector<Problem> problems = understood.problems.sorted();
  return problems.empty() || problems.front().severity() != Severity::error ? "" : std::string(problems.front().kind->id);
}

constexpr std::size_t many = 100'000;

}  // namespace

TEST_CASE("Markdown over a limit is an error") {
  CHECK(error_of(repeated("> ", many) + "a", SourceFormat::markdown) == "structure/nested-too-deeply");
  CHECK(error_of(repeated("- ", many) + "a", SourceFormat::markdown) == "structure/nested-too-deeply");
  CHECK(error_of(repeated("<div>", many), SourceFormat::markdown) == "structure/nested-too-deeply");
  CHECK(error_of(repeated("<?", 500'000), SourceFormat::markdown) == "structure/too-many-declarations");
  CHECK(error_of(repeated("<!A", many), SourceFormat::markdown) == "structure/too-many-declarations");
  CHECK(error_of("|" + repeated("a|", 3000) + "\n|" + repeated("-|", 3000) + "\n" + repeated("|\n", 3000),
                 SourceFormat::markdown) == "structure/table-too-large");
}

TEST_CASE("Markdown that is merely odd is read") {
  for (const std::string_view part :
       {"[", "![[", "*a **a ", "~~a~~", "<b>", "**”", "`a``b", "](((", "&", "www.http://", "[^1]", "\\~~", "a\n\n  b\n\n"}) {
    CAPTURE(part);
    CHECK(error_of(repeated(part, many), SourceFormat::markdown).empty());
  }
}

TEST_CASE("HTML over a limit is an error") {
  for (const std::string_view part : {"<div>", "<b><div></b>", "<div></x>", "<div><table><td></div>", "<ul><li>", "<b></p>"}) {
    CAPTURE(part);
    CHECK(error_of(repeated(part, many), SourceFormat::html) == "structure/nested-too-deeply");
  }
  CHECK(error_of("<a " + repeated("x ", many) + ">", SourceFormat::html) == "structure/too-many-attributes");
}

TEST_CASE("HTML that is merely odd is read") {
  for (const std::string_view part :
       {"<?", "<!--", "<p>a", "<li>b", "<td>c", "<script>", "<br>", "</div>", "<b>a</b>", "<img src=a>"}) {
    CAPTURE(part);
    CHECK(error_of(repeated(part, many), SourceFormat::html).empty());
  }
  CHECK(error_of("<table><tr>" + repeated("<td colspan=1000 rowspan=60000>x", 5000) + repeated("<tr><td>y", 5000),
                 SourceFormat::html)
            .empty());
}
