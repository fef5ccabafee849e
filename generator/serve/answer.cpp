#include "serve/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "serve/live_files.h"

namespace reportal::serve {
namespace {

constexpr std::string_view page_type = "text/html; charset=utf-8";
constexpr std::string_view text_type = "text/plain; charset=utf-8";

constexpr Wording page_is_old{"这里显示的是上一次成功生成的网站；改好并保存后会自动刷新。",
                              "The page behind this is of the last good build. It reloads when the errors are mended."};
constexpr Wording no_page_yet{"网站还没有生成过；改好并保存后，本页会自动刷新。",
                              "There is no good build yet. This page reloads when the errors are mended."};
constexpr Wording close_word{"关闭", "Close"};
constexpr Wording language_tag{"zh-CN", "en"};

std::string heading_of(const Failure& failure) {
  if (failure.language == Language::chinese) return fmt::format("{} 个错误", failure.errors);
  return fmt::format("{} error{}", failure.errors, failure.errors == 1 ? "" : "s");
}

/// What is said of the errors that are not shown; "" where all are.
std::string rest_of(const Failure& failure) {
  const std::size_t rest = failure.errors - failure.problems.size();
  if (rest == 0) return {};
  return failure.language == Language::chinese ? fmt::format("另有 {} 个错误，见终端。", rest)
                                               : fmt::format("{} more are listed in the terminal.", rest);
}

std::shared_ptr<const std::string> own(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

Answer plain(int status, std::string_view text) { return {status, text_type, {}, own(std::string(text) + "\n")}; }

/// {0} language, {1} heading, {2} number of the build, {3} what will happen, {4} the problems.
constexpr std::string_view failure_frame = R"(<!doctype html>
<html lang="{0}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>{1} · reportal</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_reportal/live.css">
<script src="/_reportal/live.js" defer data-failure="{2}"></script>
</head>
<body>
<main class="sheet">
<h1>{1}</h1>
<p class="note">{3}</p>
<div class="problems">
{4}</div>
</main>
</body>
</html>
)";

/// The page in place of all pages while there is no site.
std::string failure_page(const Failure& failure) {
  std::string problems;
  for (const std::string& problem : failure.problems) {
    const std::size_t end = std::min(problem.find('\n'), problem.size());
    problems += "<pre><strong>" + html_escaped(problem.substr(0, end)) + "</strong>";
    problems += html_escaped(problem.substr(std::min(end + 1, problem.size()))) + "</pre>\n";
  }
  if (const std::string rest = rest_of(failure); !rest.empty()) problems += "<p class=\"note\">" + rest + "</p>\n";
  return fmt::format(fmt::runtime(failure_frame), language_tag.in(failure.language), heading_of(failure), failure.number,
                     no_page_yet.in(failure.language), problems);
}

/// A published file, with what a preview adds to pages.
Answer file_answer(const std::shared_ptr<const Snapshot>& site, const std::string& address, const std::string& bytes) {
  const std::string_view type = content_type(address);
  if (type != page_type) return {200, type, {}, {site, &bytes}};
  return {200, type, {}, own(with_live_script(bytes, site->number))};
}

Answer not_found(const Snapshot& site) {
  const auto page = site.files.find(std::string(not_found_address));
  if (page == site.files.end()) return plain(404, "404 Not Found");
  return {404, page_type, {}, own(with_live_script(page->second, site.number))};
}

}  // namespace

std::shared_ptr<const Snapshot> make_snapshot(std::vector<OutputFile> files, std::uint64_t number) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->number = number;
  snapshot->files.reserve(files.size());
  for (OutputFile& file : files) snapshot->files.insert_or_assign(std::move(file.address), std::move(file.bytes));
  return snapshot;
}

std::shared_ptr<const Failure> make_failure(const std::vector<Problem>& problems, std::uint64_t number, Language language) {
  auto failure = std::make_shared<Failure>();
  failure->number = number;
  failure->language = language;
  for (const Problem& problem : problems) {
    if (problem.severity() != Severity::error) continue;
    if (failure->errors++ < shown_problems) failure->problems.emplace_back(trim_end(format_problem(problem, language, false)));
  }
  return failure;
}

std::optional<Answer> refuse(const Request& request) {
  if (!is_loopback_host(request.host)) return plain(421, "421 Misdirected Request: this server answers to localhost");
  if (request.method != "GET" && request.method != "HEAD") return plain(405, "405 Method Not Allowed");
  return std::nullopt;
}

Answer answer(const Served& served, const Request& request) {
  if (std::optional<Answer> refusal = refuse(request)) return *std::move(refusal);
  const std::string path = decoded_path(request.target);
  if (path == "/_reportal/live.js") return {200, content_type(path), {}, own(std::string(live_script))};
  if (path == "/_reportal/live.css") return {200, content_type(path), {}, own(std::string(live_style))};
  if (!served.site && served.failure) return {503, page_type, {}, own(failure_page(*served.failure))};
  if (!served.site) return plain(503, "503 Service Unavailable");
  if (!path.starts_with('/')) return not_found(*served.site);

  const auto& files = served.site->files;
  std::string address = path.substr(1);
  if (address.empty() || address.ends_with('/')) address += "index.html";
  const auto found = files.find(address);
  if (found != files.end()) return file_answer(served.site, address, found->second);
  if (!files.contains(address + "/index.html")) return not_found(*served.site);
  std::string location = "/";
  append_url_path(location, address);
  const std::size_t query = request.target.find('?');
  location += '/';
  if (query != npos) location += request.target.substr(query);
  return {301, text_type, std::move(location), own("301 Moved Permanently\n")};
}

std::string event_of(const Served& served) {
  std::string data;
  JsonWriter json(data);
  json.begin_object().member("number", served.number());
  if (served.failure) {
    const Failure& failure = *served.failure;
    json.member("language", language_tag.in(failure.language)).member("heading", heading_of(failure));
    json.member("note", page_is_old.in(failure.language))
        .member("close", close_word.in(failure.language))
        .member("rest", rest_of(failure));
    json.key("problems").begin_array();
    for (const std::string& problem : failure.problems) json.value(problem);
    json.end_array();
  }
  json.end_object();
  return fmt::format("event: {}\ndata: {}\n\n", served.failure ? "failed" : "built", data);
}

bool is_loopback_host(std::string_view host) {
  const std::size_t colon = host.ends_with(']') ? npos : host.rfind(':');
  if (colon != npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.find_first_not_of("0123456789") != npos) return false;
  }
  const std::string name = ascii_lower(host.substr(0, colon));
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

std::string decoded_path(std::string_view target) { return percent_decoded(target.substr(0, target.find_first_of("?#"))); }

std::string_view content_type(std::string_view address) {
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", page_type},
      {".htm", page_type},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".xml", "application/xml; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".txt", text_type},
      {".md", "text/markdown; charset=utf-8"},
      {".bib", "application/x-bibtex; charset=utf-8"},
      {".ris", "application/x-research-info-systems; charset=utf-8"},
      {".webmanifest", "application/manifest+json; charset=utf-8"},
      {".svg", "image/svg+xml; charset=utf-8"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".gif", "image/gif"},
      {".webp", "image/webp"},
      {".avif", "image/avif"},
      {".ico", "image/x-icon"},
      {".pdf", "application/pdf"},
      {".zip", "application/zip"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {".mp4", "video/mp4"},
      {".webm", "video/webm"},
      {".mp3", "audio/mpeg"},
      {".woff", "font/woff"},
      {".woff2", "font/woff2"},
  };
  const std::string ending = ascii_lower(file_ending(address));
  if (ending.empty()) return text_type;  // _headers, CNAME
  for (const auto& [known, type] : types) {
    if (known == ending) return type;
  }
  return "application/octet-stream";
}

std::string with_live_script(std::string_view page, std::uint64_t number) {
  const std::string script = fmt::format("<script src=\"/_reportal/live.js\" defer data-number=\"{}\"></script>\n", number);
  constexpr std::string_view mark = "</head>";
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && (a | 0x20) == b); };
  // A page without a head gets it at its end.
  const auto place = std::search(page.begin(), page.end(), mark.begin(), mark.end(), same);
  std::string out;
  out.reserve(page.size() + script.size());
  return out.append(page.begin(), place).append(script).append(place, page.end());
}

}  // namespace reportal::serve
