#include "structure/raw/page/contents.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/page/text_key.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t max_entry_width = 160;
constexpr std::size_t max_plain_run = 3;  // wrapped or unnumbered entries between two with page numbers
constexpr std::uint32_t no_page = static_cast<std::uint32_t>(-1);

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

bool is_leader(char32_t character) { return is_one_of(character, U".…·．⋯•_‥"); }

/// A line as an entry: 1.1 党建引领 ……… 3.
struct Entry {
  std::string_view title;        ///< without leader and page number
  std::uint32_t page = no_page;  ///< Roman numbers count as 0
  bool leader = false;           ///< dots, enough of them to be no punctuation
  bool gap = false;              ///< a tab or several spaces before the number
};

/// Page number at the end of `text`, in digits or, behind a leader or space, in small or large Roman ones; moves `end` before
/// it.
std::uint32_t read_page(std::string_view text, std::size_t& end) {
  std::size_t at = end;
  while (at > 0 && is_one_of(static_cast<unsigned char>(text[at - 1]), U")- ")) --at;
  if (text.substr(0, at).ends_with("）")) at -= std::string_view("）").size();
  const std::size_t last = at;
  while (at > 0 && last - at < 4 && is_ascii_digit(static_cast<unsigned char>(text[at - 1]))) --at;
  std::uint32_t page = 0;
  if (at == last) {
    while (at > 0 && last - at < 6 && std::string_view("ivxIVX").find(text[at - 1]) != npos) --at;
    if (at == last || at == 0 ||
        !(text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '.' || text[at - 1] == '(' ||
          static_cast<unsigned char>(text[at - 1]) >= 0x80))
      return no_page;
  } else {
    for (std::size_t digit = at; digit < last; ++digit) page = page * 10 + static_cast<std::uint32_t>(text[digit] - '0');
    if (at > 0 && is_one_of(static_cast<unsigned char>(text[at - 1]), U"0123456789%/~")) return no_page;
  }
  while (at > 0 && is_one_of(static_cast<unsigned char>(text[at - 1]), U"(- ")) --at;
  if (text.substr(0, at).ends_with("（")) at -= std::string_view("（").size();
  end = at;
  return page;
}

Entry read_entry(std::string_view text) {
  Entry entry;
  std::size_t end = text.size();
  const std::size_t whole = end;
  entry.page = read_page(text, end);
  std::size_t offset = end;
  std::size_t dots = 0;
  std::size_t spaces =
      entry.page != no_page
          ? static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), ' '))
          : 0;
  while (offset > 0) {
    std::size_t before = offset;
    const char32_t character = previous_character(text, before);
    if (!is_leader(character) && !is_space(character)) break;
    if (is_leader(character))
      dots += character == U'…' || character == U'⋯' ? 3 : 1;
    else
      spaces += character == '\t' ? 4 : 1;
    offset = before;
  }
  entry.leader = dots >= 6 || (dots >= 3 && entry.page != no_page);
  entry.gap = entry.page != no_page && spaces >= 2;
  if (!entry.leader && entry.page == no_page) offset = whole;
  entry.title = trim_end(text.substr(0, offset));
  return entry;
}

bool is_contents_title(std::string_view text) {
  if (text.size() > 48 || (text.find("目") == npos && text.find_first_of("cC") == npos)) return false;
  if (text == "目录") return true;
  const std::string key = text_key(text);
  if (key == "contents" || key == "目录contents" || key == "contents目录") return true;
  return key.size() <= 24 && (key.ends_with("目录") || key.ends_with("目次"));
}

/// Entries of lists of figures, tables and cases are no headings.
bool names_exhibit(std::string_view title) {
  for (const std::string_view word : {"图", "表", "案例", "【案例", "附图", "典型案例"}) {
    if (!title.starts_with(word)) continue;
    std::size_t offset = word.size();
    skip_space(title, offset);
    return !read_label_number(title, offset).empty();
  }
  return false;
}

bool holds_sentence(std::string_view text) { return ends_sentence(text) || text.find("。") != npos; }

class ContentsMarker {
 public:
  explicit ContentsMarker(std::vector<Line>& lines) : lines_(lines) {}

  Contents mark() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (!may_be_entry(lines_[at])) continue;
      const bool titled = is_contents_title(lines_[at].text);
      if (!titled && !read_entry(lines_[at].text).leader) continue;
      const List list = read_list(at, titled);
      if (list.good)
        take(at, list.last);
      else if (titled && list.entries == 0)
        mark_list_without_pages(at);
      at = std::max(at, list.last);
    }
    contents_.sort();
    return std::move(contents_);
  }

 private:
  static bool may_be_entry(const Line& line) { return line.kind == LineKind::text && line.width <= max_entry_width; }

  struct List {
    std::size_t last = 0;  ///< line of its last entry
    std::size_t entries = 0;
    bool good = false;  ///< it is one: entries enough, page numbers that do not fall
  };

  /// The entries that follow each other from `at` on.
  List read_list(std::size_t at, bool titled) const {
    std::unordered_set<std::string> seen;
    std::string key;
    List list;
    std::size_t plain = 0;
    std::size_t falls = 0;
    std::uint32_t page = 0;
    for (std::size_t next = titled ? at + 1 : at; next < lines_.size() && plain <= max_plain_run; ++next) {
      const Line& line = lines_[next];
      if (line.kind == LineKind::noise) continue;
      if (!may_be_entry(line)) break;
      if (is_contents_title(line.text)) {
        page = 0;
        ++plain;
        continue;
      }
      const Entry entry = read_entry(line.text);
      make_text_key(entry.title, key);
      const bool number_alone = key.empty() && plain > 0;
      const bool titled_entry = titled && entry.page != no_page && !holds_sentence(line.text);
      if (!entry.leader && !(titled_entry && (number_alone || (!key.empty() && line.width >= 6)))) {
        if (seen.contains(key)) break;  // the body begins
        ++plain;
        continue;
      }
      if (entry.page != no_page) {
        if (entry.page < page) ++falls;
        page = std::max(page, entry.page);
      }
      seen.insert(key);
      plain = 0;
      ++list.entries;
      list.last = next;
    }
    list.good = list.entries >= 2 && falls * 3 <= list.entries;
    return list;
  }

  /// A titled list of short lines up to the one with which the body begins, which is an entry too.
  void mark_list_without_pages(std::size_t title) {
    constexpr std::size_t longest_list = 300;
    std::unordered_set<std::string> seen;
    std::size_t last = no_line;
    for (std::size_t next = title + 1; next < lines_.size() && next - title < longest_list; ++next) {
      const Line& line = lines_[next];
      if (line.kind == LineKind::noise) continue;
      if (!may_be_entry(line) || line.width > 80 || holds_sentence(line.text)) return;
      if (!seen.insert(text_key(line.text)).second) {
        if (seen.size() >= 3 && last != no_line) take(title, last);
        return;
      }
      last = next;
    }
  }

  /// Marks [first, last], and joins what stands on several lines to entries.
  void take(std::size_t first, std::size_t last) {
    std::string open;
    for (std::size_t at = first; at <= last; ++at) {
      if (lines_[at].kind != LineKind::text) continue;
      lines_[at].kind = LineKind::contents;
      if (is_contents_title(lines_[at].text)) continue;
      const Entry entry = read_entry(lines_[at].text);
      if (!open.empty() && read_numbering(entry.title).form != Numbering::Form::none) close(open);
      open += entry.title;
      if (entry.page != no_page || entry.leader) close(open);
    }
    close(open);
  }

  void close(std::string& entry) {
    if (!entry.empty() && !names_exhibit(entry)) contents_.add(entry);
    entry.clear();
  }

  std::vector<Line>& lines_;
  Contents contents_;
};

}  // namespace

void Contents::add(std::string_view entry) {
  std::string key = text_key(entry);
  if (key.empty()) return;
  const Numbering numbering = read_numbering(entry);
  ++counts_[static_cast<std::size_t>(numbering.form)][numbering.form == Numbering::Form::decimal ? numbering.depth : 0];
  keys_.push_back(std::move(key));
}

void Contents::sort() { std::sort(keys_.begin(), keys_.end()); }

Contents::Match Contents::match(std::string_view text) const {
  constexpr std::size_t shortest_beginning = 12;  // bytes: four characters
  if (keys_.empty()) return Match::none;
  const std::string key = text_key(text);
  if (key.empty()) return Match::none;
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (found == keys_.end()) return Match::none;
  if (*found == key) return Match::whole;
  return key.size() >= shortest_beginning && found->starts_with(key) ? Match::begins : Match::none;
}

bool Contents::match_over(const std::vector<Line>& lines, std::size_t at, std::uint32_t& count) const {
  constexpr std::size_t most_lines = 3;
  std::string text(lines[at].text);
  for (std::size_t next = at + 1; next < lines.size() && next < at + most_lines; ++next) {
    if (lines[next].kind != LineKind::text || lines[next].page_start) return false;
    text += lines[next].text;
    const Match found = match(text);
    if (found == Match::none) return false;
    if (found == Match::whole) {
      count = static_cast<std::uint32_t>(next - at + 1);
      return true;
    }
  }
  return false;
}

bool Contents::lists(Numbering::Form form, std::uint8_t depth) const {
  return counts_[static_cast<std::size_t>(form)][form == Numbering::Form::decimal ? depth : 0] >= 2;
}

Contents mark_contents(std::vector<Line>& lines) { return ContentsMarker(lines).mark(); }

}  // namespace reportal::raw
