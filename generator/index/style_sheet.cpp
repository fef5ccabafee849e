// What a style sheet refers to: url(a), url("a"), @import "a"; the sheets it is made of; and a style sheet without what only its
// writers read.

#include <algorithm>

#include "index/site_plan.h"

namespace reportal {
namespace {

/// The string or bare address at the start of `text`, up to `end_mark` where it is bare.
std::string_view leading_address(std::string_view text, char end_mark) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
  if (text.empty()) return {};
  const bool quoted = text.front() == '"' || text.front() == '\'';
  const std::size_t end = quoted ? text.find(text.front(), 1) : text.find(end_mark);
  if (end == npos) return {};
  return quoted ? text.substr(1, end - 1) : trim_end(text.substr(0, end));
}

}  // namespace

std::vector<std::string_view> style_sheet_addresses(std::string_view css) {
  constexpr std::string_view url = "url(", import_rule = "@import";
  std::vector<std::string_view> addresses;
  std::size_t at = 0;
  const auto append = [&](std::string_view address) {
    if (address.empty()) return;
    addresses.push_back(address);
    at = static_cast<std::size_t>(address.data() - css.data()) + address.size();
    if (at < css.size() && (css[at] == '"' || css[at] == '\'')) ++at;
  };
  while ((at = css.find_first_of("/u@\"'", at)) != npos) {
    const std::string_view rest = css.substr(at);
    if (rest.starts_with("/*")) {
      const std::size_t end = rest.find("*/", 2);
      if (end == npos) break;
      at += end + 2;
    } else if (rest.starts_with(url)) {
      at += url.size();
      append(leading_address(css.substr(at), ')'));
    } else if (rest.starts_with(import_rule)) {
      at += import_rule.size();
      const std::size_t string = css.find_first_not_of(" \t\r\n\f", at);
      if (string != npos && (css[string] == '"' || css[string] == '\'')) append(leading_address(css.substr(string), ';'));
    } else if (rest.front() == '"' || rest.front() == '\'') {
      const std::size_t end = rest.find_first_of(std::string{rest.front(), '\n'}, 1);
      if (end == npos) break;
      at += end + 1;
    } else {
      ++at;
    }
  }
  return addresses;
}

std::vector<StyleImport> style_sheet_imports(std::string_view css) {
  constexpr std::string_view import_rule = "@import", charset_rule = "@charset";
  std::vector<StyleImport> imports;
  std::size_t at = 0;
  while ((at = css.find_first_not_of(" \t\r\n\f", at)) != npos) {
    const std::string_view rest = css.substr(at);
    const bool comment = rest.starts_with("/*");
    if (!comment && !rest.starts_with(import_rule) && !rest.starts_with(charset_rule)) break;
    const std::size_t end = comment ? rest.find("*/", 2) : rest.find(';');
    if (end == npos) break;
    const std::string_view rule = rest.substr(0, end + (comment ? 2 : 1));
    at += rule.size();
    const std::vector<std::string_view> addresses = rule.starts_with(import_rule) ? style_sheet_addresses(rule) : std::vector<std::string_view>{};
    if (addresses.empty()) continue;
    const std::string_view behind(addresses.front().data() + addresses.front().size(), rule.data() + rule.size());
    if (behind.find_first_not_of("\"') \t\r\n\f;") == npos) imports.push_back({rule, addresses.front()});
  }
  return imports;
}

std::string compact_style_sheet(std::string_view css) {
  constexpr std::string_view space = " \t\r\n\f";
  std::string out;
  out.reserve(css.size());
  std::size_t at = 0;
  const auto copy_to = [&](std::size_t end) {
    end = std::min(end, css.size());
    out += css.substr(at, end - at);
    at = end;
  };
  while (at < css.size()) {
    const std::string_view rest = css.substr(at);
    const char c = rest.front();
    if (c == '"' || c == '\'') {
      const std::size_t end = rest.find_first_of(std::string{c, '\n'}, 1);
      copy_to(end == npos ? npos : at + end + 1);
    } else if (rest.starts_with("url(")) {
      copy_to(rest.find_first_of("\"')") == npos ? npos : at + rest.find_first_of("\"')"));
    } else if (rest.starts_with("/*!")) {
      const std::size_t end = rest.find("*/", 3);
      copy_to(end == npos ? npos : at + end + 2);
    } else if (space.find(c) != npos || rest.starts_with("/*")) {
      // Comments and white space in a row: one line end or one space for all of them, for a comment too keeps words apart.
      bool line = false;
      while (at < css.size()) {
        if (css.substr(at).starts_with("/*") && !css.substr(at).starts_with("/*!")) {
          const std::size_t end = css.find("*/", at + 2);
          at = end == npos ? css.size() : end + 2;
        } else if (space.find(css[at]) != npos) {
          line |= css[at++] == '\n';
        } else {
          break;
        }
      }
      if (!out.empty()) out += line ? '\n' : ' ';
    } else {
      copy_to(at + 1);
    }
  }
  return out;
}

}  // namespace reportal
