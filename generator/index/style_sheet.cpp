// Finds what a style sheet refers to: url(a), url("a"), @import "a".

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

}  // namespace reportal
