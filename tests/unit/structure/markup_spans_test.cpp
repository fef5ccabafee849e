// Spans over text: emphasis beside Chinese punctuation, strikes, links, raw tags.

#include <catch2/catch.hpp>

#include "markup_fixture.h"

using namespace reportal;

namespace {

std::string markdown_spans(const std::string& text) { return spans_of(Understood(text, SourceFormat::markdown).paragraph(0)); }
std::string html_spans(const std::string& text) { return spans_of(Understood(text, SourceFormat::html).paragraph(0)); }

}  // namespace

TEST_CASE("emphasis opens and closes beside Chinese punctuation") {
  CHECK(markdown_spans("**“三高四新”**美好") == "strong “三高四新”\n");
  CHECK(markdown_spans("建设**产教融合（试点）**城市") == "strong 产教融合（试点）\n");
  CHECK(markdown_spans("他说：**“好”**。再说**《规划》**。") == "strong “好”\nstrong 《规划》\n");
  CHECK(markdown_spans("*“甲”*乙，***“丙”***丁") == "emphasis “甲”\nemphasis “丙”\nstrong “丙”\n");
  CHECK(markdown_spans("**\"quoted\"**的话") == "strong \"quoted\"\n");
  CHECK(markdown_spans("3 * 4 * 5，\\*\\*甲\\*\\*") == "");
}

TEST_CASE("no shield is left in text, code, addresses or tables") {
  const Understood all(
      "**“甲”**乙 `**“丙”**丁` [**“链”**接](http://a.cn/x**（甲）**b \"**“题”**题\")\n\n| **“甲”**乙 |\n|---|\n| `*“*甲` |\n\n "
      "   x = \"*（*甲\";\n",
      SourceFormat::markdown);
  for (const Block& block : all.document.blocks) {
    CHECK(plain_text(block).find("\xEF\xB7\x90") == npos);
    if (const auto* paragraph = as<Paragraph>(block)) {
      for (const Span& span : paragraph->text.spans)
        CHECK((span.target.find("\xEF\xB7\x90") == npos && span.title.find("\xEF\xB7\x90") == npos));
    }
  }
}

TEST_CASE("two tildes strike out, escaped ones and longer runs do not") {
  CHECK(markdown_spans("甲~~乙~~丙~~丁~~") == "strike 乙\nstrike 丁\n");
  CHECK(markdown_spans("~~**甲**~~乙") == "strike 甲\nstrong 甲\n");
  CHECK(markdown_spans("**甲~~乙**丙~~") == "strong 甲~~乙\n");
  CHECK(markdown_spans("~~~甲~~~乙") == "");
  CHECK(markdown_spans("\\~~甲~~，~~乙~~") == "strike 乙\n");
  CHECK(Understood("10~~20，~~甲~~", SourceFormat::markdown).paragraph(0).text == "10~~20，甲");
}

TEST_CASE("bare addresses end before Chinese text and the punctuation of the sentence") {
  CHECK(markdown_spans("见https://a.cn/b_c?x=1，再看www.b.cn。") ==
        "link https://a.cn/b_c?x=1 → https://a.cn/b_c?x=1\nlink www.b.cn → http://www.b.cn\n");
  CHECK(markdown_spans("（https://a.cn/w_(x)）和(http://b.cn/y).") ==
        "link https://a.cn/w_(x) → https://a.cn/w_(x)\nlink http://b.cn/y → http://b.cn/y\n");
  CHECK(markdown_spans("http://中文") == "");
  CHECK(markdown_spans("[http://a.cn](http://b.cn)") == "link http://a.cn → http://b.cn\n");
  CHECK(markdown_spans("`http://a.cn`") == "code http://a.cn\n");
}

TEST_CASE("addresses outside the allow-list are dropped with a warning, their text stays") {
  for (const std::string address :
       {"javascript:alert(1)", "JaVaScRiPt:x", "java&#x0a;script:x", "&#1;javascript:x", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "/\\\\host", "jav&#x09;ascript&colon;x"}) {
    const Understood html("<p>看<a href=\"" + address + "\">这里</a></p>", SourceFormat::html);
    CAPTURE(address);
    CHECK(html.paragraph(0).text == "看这里");
    if (address[0] != '/') CHECK(html.paragraph(0).spans.empty());
    if (address[0] != '/') CHECK(html.problems.count(Severity::warning) == 1);
  }
  CHECK(html_spans("<p><a href=\"//a.cn/b\">甲</a><a href='mailto:x@a.cn'>乙</a><a href='tel:110'>丙</a><a href='#d'>丁</a><a "
                   "href='../e'>戊</a></p>") ==
        "link 甲 → https://a.cn/b\nlink 乙 → mailto:x@a.cn\nlink 丙 → tel:110\nlink 丁 → #d\nlink 戊 → ../e\n");
}

TEST_CASE("tags in running text of Markdown become spans or leave their text") {
  CHECK(markdown_spans("H<sub>2</sub>O<br>x<sup>2</sup><b>粗</b><u>线</u><mark>记</mark>") ==
        "subscript 2\nbreak\nsuperscript 2\nstrong 粗\n");
  CHECK(markdown_spans("甲<b>乙*丙</b>丁*戊") == "strong 乙丙丁戊\nemphasis 丙丁\n");  // a tag closes only where it was opened
  CHECK(markdown_spans("*甲<b>乙*丙</b>") == "emphasis 甲乙\nstrong 乙\n");
  CHECK(markdown_spans("</b>甲<b>乙") == "strong 乙\n");
  CHECK(markdown_spans("<a href=\"https://a.cn/?x=1&amp;y=2\">甲</a>") == "link 甲 → https://a.cn/?x=1&y=2\n");
  CHECK(Understood("甲<script>x</script>乙", SourceFormat::markdown).problems.count(Severity::warning) == 1);
}

TEST_CASE("white space of HTML is one space, and none at the end of a Chinese line") {
  CHECK(Understood("<p>产教\n  融合 与  Siemens\nAG <b> 合作</b></p>", SourceFormat::html).paragraph(0).text ==
        "产教融合 与 Siemens AG 合作");
  CHECK(html_spans("<p>甲 <b> 乙</b> <i></i>丙</p>") == "strong 乙\n");
}
