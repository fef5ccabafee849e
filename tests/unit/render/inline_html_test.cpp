#include "render/inline_html.h"

#include <catch2/catch.hpp>

using namespace reportal;

namespace {

class PlainAddresses final : public AddressResolver {
 public:
  [[nodiscard]] std::string link(std::string_view target) const override { return std::string(target); }
  [[nodiscard]] std::string picture(std::string_view target) const override {
    return target.starts_with("http") ? std::string() : std::string(target);
  }
};

std::string written(const RichText& text, const std::vector<LinkMark>& marks = {}) {
  std::string out;
  append_inline_html(out, text, marks, PlainAddresses());
  return out;
}

using Kind = Span::Kind;

}  // namespace

TEST_CASE("text is escaped and its spans become elements") {
  CHECK(written({"a<b", {}}) == "a&lt;b");
  CHECK(written({"abcd", {{Kind::strong, 0, 4}, {Kind::emphasis, 1, 3}}}) == "<strong>a<em>bc</em>d</strong>");
  CHECK(written({"ab", {{Kind::strong, 0, 1}, {Kind::code, 1, 2}}}) == "<strong>a</strong><code>b</code>");
  CHECK(written({"ab", {{Kind::line_break, 1, 1}}}) == "a<br>\nb");
  CHECK(written({"ab", {{Kind::strong, 0, 1}, {Kind::line_break, 1, 1}}}) == "<strong>a</strong><br>\nb");
}

TEST_CASE("links and pictures have their addresses escaped") {
  CHECK(written({"a", {{Kind::link, 0, 1, "x\"y", "t<"}}}) == "<a href=\"x&quot;y\" title=\"t&lt;\">a</a>");
  CHECK(written({"校门", {{Kind::image, 0, 6, "p.png"}}}) == "<img src=\"p.png\" alt=\"校门\" loading=\"lazy\">");
  CHECK(written({"校门x", {{Kind::image, 0, 6, "https://e/p.png"}}}) == "<span class=\"placeholder\">校门</span>x");
}

TEST_CASE("a mark is laid over the text where it nests") {
  const LinkMark mark{1, 3, "mention", "m.html"};
  CHECK(written({"abcd", {}}, {mark}) == "a<a class=\"mention\" href=\"m.html\">bc</a>d");
  CHECK(written({"abcd", {{Kind::strong, 0, 4}}}, {mark}) == "<strong>a<a class=\"mention\" href=\"m.html\">bc</a>d</strong>");
  CHECK(written({"abcd", {{Kind::strong, 1, 2}}}, {mark}) == "a<a class=\"mention\" href=\"m.html\"><strong>b</strong>c</a>d");
}

TEST_CASE("a mark that crosses a span or stands in a link is left out") {
  const LinkMark mark{1, 3, "mention", "m.html"};
  CHECK(written({"abcd", {{Kind::strong, 2, 4}}}, {mark}) == "ab<strong>cd</strong>");
  CHECK(written({"abcd", {{Kind::link, 0, 4, "x"}}}, {mark}) == "<a href=\"x\">abcd</a>");
  CHECK(written({"abcd", {{Kind::code, 0, 4}}}, {mark}) == "<code>abcd</code>");
}
