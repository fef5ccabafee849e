#include "serve/answer.h"

#include <catch2/catch.hpp>

using namespace reportal;
using namespace reportal::serve;

namespace {

const ProblemKind broken{"test/broken", Severity::error, "“{0}”坏了", "`{0}` is broken", "修好它", "mend it"};
const ProblemKind odd{"test/odd", Severity::warning, "“{0}”奇怪", "`{0}` is odd"};

Served small_site() {
  return {make_snapshot({{"index.html", "<html><head><title>Home</title></head><body></body></html>"},
                         {"404.html", "<head></head><a href=\"index.html\">home</a>"},
                         {"cases/index.html", "cases"},
                         {"cases/案例 1.html", "one"},
                         {"data/a.csv", "a,b\n"},
                         {"empty.txt", ""}},
                        7),
          nullptr};
}

Answer get(const Served& served, std::string_view target, std::string_view method = "GET",
           std::string_view host = "localhost:8000") {
  return answer(served, {method, host, target});
}

std::shared_ptr<const Failure> failure_of(std::size_t errors, Language language = Language::english) {
  std::vector<Problem> problems = {{&odd, {"a.txt", 1}, {"x"}}};
  for (std::size_t i = 0; i < errors; ++i) {
    problems.push_back({&broken, {"<b>.txt", static_cast<std::uint32_t>(i + 1), 3, 2, "表 <script>"}, {"it"}});
  }
  return make_failure(problems, 8, language);
}

}  // namespace

TEST_CASE("an address names a file, a folder's page, or nothing") {
  const Served served = small_site();
  CHECK(get(served, "/data/a.csv").status == 200);
  CHECK(*get(served, "/data/a.csv").bytes == "a,b\n");
  CHECK(get(served, "/").bytes->find("<title>Home</title>") != npos);
  CHECK(*get(served, "/").bytes == *get(served, "/index.html?a=b").bytes);
  CHECK(get(served, "/cases/").bytes->starts_with("cases"));
  CHECK(get(served, "/cases/%E6%A1%88%E4%BE%8B%201.html").bytes->starts_with("one"));
  CHECK(get(served, "/empty.txt").bytes->empty());
  CHECK(get(served, "/data/").status == 404);
  CHECK(get(served, "/data").status == 404);
  CHECK(get(served, "/nothing.html").status == 404);
  CHECK(get(served, "http://localhost/index.html").status == 404);
}

TEST_CASE("nothing outside of the site has an address") {
  const Served served = small_site();
  for (const char* target : {"/../index.html", "/cases/../index.html", "/%2e%2e/index.html", "/..%2findex.html", "//index.html",
                             "/./index.html", "/%00", "/%", "/%zz", "/_reportal/", "/_reportal/live", "*", ""}) {
    INFO(target);
    CHECK(get(served, target).status == 404);
  }
}

TEST_CASE("a folder without its slash is sent to the one with it, its query too") {
  const Answer moved = get(small_site(), "/cases?q=1#x");
  CHECK(moved.status == 301);
  CHECK(moved.location == "/cases/?q=1#x");
  const Served served{make_snapshot({{"a b/目/index.html", ""}}, 1), nullptr};
  CHECK(get(served, "/a%20b/目").location == "/a%20b/%E7%9B%AE/");
}

TEST_CASE("what is not there is answered with the site's page for it") {
  const Answer missing = get(small_site(), "/deep/down/x.html");
  CHECK(missing.status == 404);
  CHECK(missing.type == "text/html; charset=utf-8");
  CHECK(*get({make_snapshot({}, 1), nullptr}, "/").bytes == "404 Not Found\n");
}

TEST_CASE("only reading, and only for those who ask this machine by its own name") {
  const Served served = small_site();
  CHECK(get(served, "/", "HEAD").status == 200);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "get"}) CHECK(get(served, "/", method).status == 405);
  CHECK(get(served, "/", "GET", "example.com").status == 421);
  CHECK(get(served, "/_reportal/live.js", "GET", "example.com").status == 421);
  CHECK(refuse({"GET", "example.com", events_address})->status == 421);
  CHECK_FALSE(refuse({"GET", "[::1]:80", events_address}));

  for (const char* host : {"localhost", "LocalHost:8000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8000", "localhost:"}) {
    INFO(host);
    CHECK(is_loopback_host(host));
  }
  for (const char* host : {"", "localhost.example.com", "example.com", "example.com:localhost", "localhost:8000@example.com",
                           "127.0.0.2", "::1", "localhost:80:80", "0.0.0.0:8000", " localhost", "[::1", "[::1]]"}) {
    INFO(host);
    CHECK_FALSE(is_loopback_host(host));
  }
}

TEST_CASE("types are told by the ending") {
  CHECK(content_type("a/b.html") == "text/html; charset=utf-8");
  CHECK(content_type("A.JPG") == "image/jpeg");
  CHECK(content_type("x.csv") == "text/csv; charset=utf-8");
  CHECK(content_type("x.bib") == "application/x-bibtex; charset=utf-8");
  CHECK(content_type("movie.mp4") == "video/mp4");
  CHECK(content_type("_headers") == "text/plain; charset=utf-8");
  CHECK(content_type("x.unheard") == "application/octet-stream");
}

TEST_CASE("a served page has the script once, at the end of its head; published bytes stay") {
  const Served served = small_site();
  const std::string script = "<script src=\"/_reportal/live.js\" defer data-number=\"7\"></script>\n";
  CHECK(*get(served, "/").bytes == "<html><head><title>Home</title>" + script + "</head><body></body></html>");
  CHECK(served.site->files.at("index.html") == "<html><head><title>Home</title></head><body></body></html>");
  CHECK(get(served, "/data/a.csv").bytes.get() == &served.site->files.at("data/a.csv"));
  CHECK(with_live_script("<HEAD></HEAD>a</head>", 7) == "<HEAD>" + script + "</HEAD>a</head>");
  CHECK(with_live_script("a", 7) == "a" + script);
  CHECK(get(served, "/_reportal/live.js").bytes->find("EventSource") != npos);
  CHECK(get(served, "/_reportal/live.css").type == "text/css; charset=utf-8");
}

TEST_CASE("while there is no site, every page tells the errors, as text") {
  const Served served{nullptr, failure_of(2)};
  const Answer page = get(served, "/any/where.html");
  CHECK(page.status == 503);
  CHECK(page.bytes->find("<h1>2 errors</h1>") != npos);
  CHECK(page.bytes->find("data-failure=\"8\"") != npos);
  CHECK(page.bytes->find("<strong>&lt;b&gt;.txt:1:3: error: `it` is broken [test/broken]</strong>") != npos);
  CHECK(page.bytes->find("表 &lt;script&gt;\n") != npos);
  CHECK(page.bytes->find("is odd") == npos);
  CHECK(get(served, "/_reportal/live.css").status == 200);
  CHECK(get({nullptr, failure_of(1, Language::chinese)}, "/").bytes->find("<h1>1 个错误</h1>") != npos);
  CHECK(get({}, "/").status == 503);
}

TEST_CASE("a build with errors leaves the last site, and pages are told") {
  Served served = small_site();
  CHECK(event_of(served) == "event: built\ndata: {\"number\":7}\n\n");
  CHECK(served.number() == 7);
  served.failure = failure_of(1);
  CHECK(served.number() == 8);
  CHECK(get(served, "/").status == 200);
  CHECK(get(served, "/").bytes->find("data-number=\"7\"") != npos);
  const std::string event = event_of(served);
  CHECK(event.starts_with("event: failed\ndata: {\"number\":8,\"language\":\"en\",\"heading\":\"1 error\","));
  CHECK(event.find(R"(b>.txt:1:3: error: `it` is broken [test/broken]\n  1 | 表 \u003cscript>\n)") != npos);
  CHECK(event.find(R"(\n    |    ^^\n  = mend it"])") != npos);
  CHECK(event.find("\"rest\":\"\"") != npos);
  CHECK(event.find('\n', event.find("data:")) == event.size() - 2);
}

TEST_CASE("of very many errors the first are shown, and the rest is counted") {
  const auto failure = failure_of(shown_problems + 3);
  CHECK(failure->errors == shown_problems + 3);
  CHECK(failure->problems.size() == shown_problems);
  CHECK(event_of({nullptr, failure}).find("3 more are listed in the terminal.") != npos);
}
