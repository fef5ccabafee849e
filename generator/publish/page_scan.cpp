#include "publish/page_scan.h"

#include <charconv>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace reportal::publish {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

constexpr bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool equal(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lower(text[i]) != lower_case[i]) return false;
  }
  return true;
}

class Scanner {
 public:
  Scanner(std::string_view html, PageScan& scan) : at_(html.data()), end_(html.data() + html.size()), scan_(scan) {}

  void run() {
    while (find('<')) {
      ++at_;
      if (at_ == end_) return;
      if (is_letter(*at_)) {
        tag();
      } else if (*at_ == '!') {
        declaration();
      }
    }
  }

 private:
  [[nodiscard]] bool find(char c) {
    const void* found = std::memchr(at_, c, static_cast<std::size_t>(end_ - at_));
    at_ = found ? static_cast<const char*>(found) : end_;
    return found != nullptr;
  }

  [[nodiscard]] std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  void declaration() {
    if (!rest().starts_with("!--")) return;
    const std::size_t close = rest().find("-->", 3);
    at_ = close == npos ? end_ : at_ + close;
  }

  void tag() {
    const char* name_start = at_;
    while (at_ != end_ && !is_html_space(*at_) && *at_ != '>' && *at_ != '/') ++at_;
    const std::string_view name(name_start, static_cast<std::size_t>(at_ - name_start));
    while (at_ != end_ && *at_ != '>') {
      if (is_html_space(*at_) || *at_ == '/') {
        ++at_;
      } else {
        attribute(name);
      }
    }
    for (const std::string_view raw : {"script", "style", "title", "textarea"}) {
      if (equal(name, raw)) skip_raw_text(raw);
    }
  }

  void attribute(std::string_view tag_name) {
    const char* name_start = at_;
    do ++at_;
    while (at_ != end_ && *at_ != '=' && *at_ != '>' && *at_ != '/' && !is_html_space(*at_));
    const std::string_view name(name_start, static_cast<std::size_t>(at_ - name_start));
    while (at_ != end_ && is_html_space(*at_)) ++at_;
    if (at_ == end_ || *at_ != '=') return found(tag_name, name, name.substr(name.size()));
    do ++at_;
    while (at_ != end_ && is_html_space(*at_));
    if (at_ == end_) return;
    const char quote = *at_;
    const char* value_start = at_;
    if (quote == '"' || quote == '\'') {
      ++value_start;
      ++at_;
      const bool closed = find(quote);
      found(tag_name, name, {value_start, static_cast<std::size_t>(at_ - value_start)});
      if (closed) ++at_;
    } else {
      while (at_ != end_ && !is_html_space(*at_) && *at_ != '>') ++at_;
      found(tag_name, name, {value_start, static_cast<std::size_t>(at_ - value_start)});
    }
  }

  void found(std::string_view tag_name, std::string_view name, std::string_view value) {
    switch (name.size()) {
      case 2:
        if (equal(name, "id")) scan_.ids.push_back(value);
        return;
      case 3:
        if (equal(name, "src")) scan_.links.push_back(value);
        return;
      case 4:
        if (equal(name, "href") && !equal(tag_name, "base")) scan_.links.push_back(value);
        return;
      case 6:
        if (equal(name, "action") || equal(name, "poster")) scan_.links.push_back(value);
        if (equal(name, "srcset")) candidates(value);
        return;
      case 7:
        if (equal(name, "content") && equal(tag_name, "meta")) refresh(value);
        return;
      case 10:
        if (equal(name, "formaction") || equal(name, "xlink:href")) scan_.links.push_back(value);
        return;
      default:
        return;
    }
  }

  /// srcset: addresses, each with an optional descriptor, between commas; a comma may also stand inside an address.
  void candidates(std::string_view value) {
    while (true) {
      while (!value.empty() && (is_html_space(value.front()) || value.front() == ',')) value.remove_prefix(1);
      if (value.empty()) return;
      std::size_t end = value.find_first_of(" \n\t\r\f");
      std::string_view address = value.substr(0, end);
      value.remove_prefix(address.size());
      if (address.ends_with(',')) {
        while (address.ends_with(',')) address.remove_suffix(1);
      } else {
        value.remove_prefix(std::min(value.find(','), value.size()));
      }
      scan_.links.push_back(address);
    }
  }

  /// content="0; url=a.html" of a refresh; the content of any other meta has no such form.
  void refresh(std::string_view value) {
    std::size_t at = 0;
    while (at < value.size() && value[at] >= '0' && value[at] <= '9') ++at;
    if (at == 0 || at == value.size() || (value[at] != ';' && value[at] != ',')) return;
    do ++at;
    while (at < value.size() && is_html_space(value[at]));
    if (!equal(value.substr(at, 4), "url=")) return;
    std::string_view address = value.substr(at + 4);
    if (address.size() >= 2 && (address.front() == '\'' || address.front() == '"') && address.back() == address.front()) {
      address = address.substr(1, address.size() - 2);
    }
    scan_.links.push_back(address);
  }

  void skip_raw_text(std::string_view name) {
    while (find('<')) {
      if (rest().starts_with("</") && equal(rest().substr(2, name.size()), name)) return;
      ++at_;
    }
  }

  const char* at_;
  const char* end_;
  PageScan& scan_;
};

/// The character that the reference at the start of `text` (behind its '&') stands for, and its length with the ';'; {0, 0} if
/// it is none.
std::pair<char32_t, std::size_t> character_reference(std::string_view text) {
  constexpr std::pair<std::string_view, char32_t> names[] = {
      {"amp;", '&'}, {"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"apos;", '\''}};
  for (const auto& [name, character] : names) {
    if (text.starts_with(name)) return {character, name.size()};
  }
  if (!text.starts_with('#')) return {0, 0};
  const bool hexadecimal = text.size() > 1 && (text[1] | 0x20) == 'x';
  const char* first = text.data() + (hexadecimal ? 2 : 1);
  const char* last = text.data() + text.size();
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(first, last, code, hexadecimal ? 16 : 10);
  if (error != std::errc{} || end == last || *end != ';' || code == 0 || code > 0x10FFFF) return {0, 0};
  return {code, static_cast<std::size_t>(end + 1 - text.data())};
}

}  // namespace

void scan_page(std::string_view html, PageScan& scan) {
  scan.ids.clear();
  scan.links.clear();
  Scanner(html, scan).run();
}

std::string_view without_references(std::string_view value, std::string& buffer) {
  std::size_t mark = value.find('&');
  if (mark == npos) return value;
  buffer.assign(value.substr(0, mark));
  while (mark < value.size()) {
    const auto [character, length] = character_reference(value.substr(mark + 1));
    if (length > 0) {
      append_character(buffer, character);
    } else {
      buffer += '&';
    }
    const std::size_t from = mark + 1 + length;
    mark = std::min(value.find('&', from), value.size());
    buffer += value.substr(from, mark - from);
  }
  return buffer;
}

}  // namespace reportal::publish
