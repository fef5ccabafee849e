#include <catch2/catch.hpp>

#include "publish/publish.h"

using namespace reportal;

namespace {

/// What verify says: "id file:line arguments", sorted.
std::vector<std::string> verified(const std::vector<OutputFile>& files, unsigned jobs = 2) {
  Problems problems;
  verify(files, "/portal/", jobs, problems);
  std::vector<std::string> texts;
  for (const Problem& problem : problems.sorted()) {
    std::string text = std::string(problem.kind->id) + ' ' + problem.place.file + ':' + std::to_string(problem.place.line);
    for (const std::string& argument : problem.arguments) text += ' ' + argument;
    texts.push_back(text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a whole site has no problems") {
  CHECK(verified({
            {"index.html",
             "<!doctype html><title>a < b <a href='nowhere'></title><link rel=stylesheet href=assets/a.css>"
             "<a href=\"a/\">a</a><a href='a/index.html#x'>x</a><a href=\"?q=1#here\">q</a><h1 id=here>h</h1>"
             "<a href=\"#\">top</a><a href=\"#top\">top</a><a href=.>home</a><!-- <a href=\"gone.html\"> -->"
             "<script src='s.js'>if (a < b) document.write('<a href=\"gone\">')</script>"
             "<a href=\"https://example.org/x\">e</a><a href=\"//example.org\">e</a><a href=\"mailto:a@b.cn\">m</a>"},
            {"a/index.html",
             "<p id=\"x\" class=a><img srcset=\"../i.png, ../j%20k.png 2x\" src=\"../i.png\"><use href=\"../i.svg#s\"/>"
             "<a href=\"../index.html?a=1&amp;b=2#here\">b</a><a href=\"..\">up</a><a href=\"./\">.</a>"
             "<form action=\"../index.html\"><video poster=../i.png></video>"},
            {"old.html", "<meta http-equiv=\"refresh\" content=\"0; url=a/index.html#x\"><meta name=\"n\" content=\"\">"},
            {"assets/a.css",
             "/* url(gone.png) */ a { background: url( \"../i.png\" ) } b { content: \"url(gone)\" } @import 'b.css';"},
            {"assets/b.css", "a{background:url(data:image/png;base64,AAAA)}"},
            {"s.js", "<a href=gone>"},
            {"i.png", ""},
            {"j k.png", ""},
            {"i.svg", "<svg><symbol id=\"s\"/></svg>"},
        }) == Texts{});
}

TEST_CASE("every kind of break is told with its page and line") {
  CHECK(verified({
            {"a/b.html",
             "<p>\n<a href=\"gone.html\">\n<a href=\"../c.html#no\"><a href=\"#no\"><a href=\"/c.html\">"
             "<a href=\"\"><a href><a href=\"../../c.html\"><a href=\"../c.html/\">\n<i id=x></i><b id='x'></b><u id=x>"},
            {"c.html", "<a href=\"&#x67;one%2ehtml\"><img src=no.png><img srcset='no.png 1x,c.html 2x'>"},
            {"d.css", "a{\nbackground:url(no.png)}"},
            {"e.html", "<meta http-equiv=refresh content='0;url=gone.html'><script>x</script ><a href=gone></a>"},
        }) == Texts{
                  "publish/broken-link a/b.html:2 gone.html",
                  "publish/absolute-link a/b.html:3 /c.html",
                  "publish/broken-fragment a/b.html:3 #no a/b.html",
                  "publish/broken-fragment a/b.html:3 ../c.html#no c.html",
                  "publish/broken-link a/b.html:3 ../../c.html",
                  "publish/broken-link a/b.html:3 ../c.html/",
                  "publish/empty-link a/b.html:3",
                  "publish/duplicate-id a/b.html:4 x",
                  "publish/broken-link c.html:1 gone%2ehtml",
                  "publish/broken-link c.html:1 no.png",
                  "publish/broken-link d.css:2 no.png",
                  "publish/broken-link e.html:1 gone",
                  "publish/broken-link e.html:1 gone.html",
              });
}

TEST_CASE("Chinese ids and fragments agree however they are written") {
  CHECK(verified(
            {{"a.html",
              "<p id=\"产教&amp;融合\"><a href=\"#产教&amp;融合\"><a href=\"#%E4%BA%A7%E6%95%99%26%E8%9E%8D%E5%90%88\">"}}) ==
        Texts{});
}

TEST_CASE("cut-off pages end the scan and nothing else") {
  for (const char* html :
       {"<", "<a", "<a ", "<a href", "<a href=", "<a href=\"#", "<!--", "<script>", "<a =\"", "</", "<script></scr"}) {
    Problems problems;
    verify({{"a.html", html}}, "/", 1, problems);
    CHECK(problems.count(Severity::warning) == 0);
  }
}

TEST_CASE("many problems of a kind are counted, in the same way on any number of threads") {
  std::vector<OutputFile> files;
  for (int page = 0; page < 30; ++page) {
    std::string html;
    for (int link = 0; link < 10; ++link) html += "<a href=\"gone" + std::to_string(link) + "\">\n";
    files.push_back({"p" + std::to_string(page) + ".html", html});
  }
  const Texts one = verified(files, 1);
  CHECK(one.size() == 201);
  CHECK(std::count(one.begin(), one.end(), "publish/more-problems :0 publish/broken-link 100") == 1);
  CHECK(verified(files, 4) == one);
}

TEST_CASE("the page for addresses that lead nowhere may name the portal's path on its host") {
  const std::vector<OutputFile> files = {{"404.html", "<a href=\"/portal/a.html#x\">a</a><a href=\"/portal/gone.html\">g</a><a href=\"/else\">e</a>"},
                                         {"a.html", "<p id=\"x\"><a href=\"/portal/404.html\">n</a>"}};
  CHECK(verified(files) == Texts{"publish/absolute-link 404.html:1 /else", "publish/broken-link 404.html:1 gone.html",
                                 "publish/absolute-link a.html:1 /portal/404.html"});
}
