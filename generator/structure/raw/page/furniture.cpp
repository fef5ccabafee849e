#include "structure/raw/page/furniture.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t max_header_width = 64;
constexpr std::uint32_t max_pages = 4000;

struct PageNumber {
  std::uint32_t value = 0;
  bool bare = false;  ///< nothing but digits
};

std::optional<std::uint32_t> read_number(std::string_view text, std::size_t& offset) {
  std::uint32_t value = 0;
  const std::size_t begin = offset;
  while (offset < text.size() && is_ascii_digit(static_cast<unsigned char>(text[offset])) && offset - begin < 5) {
    value = value * 10 + static_cast<std::uint32_t>(text[offset++] - '0');
  }
  if (offset == begin || value > max_pages) return std::nullopt;
  return value;
}

bool skip_dashes(std::string_view text, std::size_t& offset) {
  const std::size_t begin = offset;
  while (skip_space(text, offset) || skip_word(text, offset, "-") || skip_word(text, offset, "－") ||
         skip_word(text, offset, "—") || skip_word(text, offset, "–") || skip_word(text, offset, "·") ||
         skip_word(text, offset, "~")) {
  }
  return offset != begin;
}

/// 12, - 12 -, 第 12 页, 第12页 共195页, 12 / 195, Page 12, Page 12 of 195: the whole line, or nothing.
std::optional<PageNumber> read_page_number(std::string_view text) {
  if (text.size() > 48) return std::nullopt;
  PageNumber page;
  std::size_t offset = 0;
  const bool dashed = skip_dashes(text, offset);
  const bool ordinal = skip_word(text, offset, "第") || skip_word(text, offset, "Page") || skip_word(text, offset, "page") ||
                       skip_word(text, offset, "PAGE") || skip_word(text, offset, "P.");
  skip_space(text, offset);
  const auto value = read_number(text, offset);
  if (!value) return std::nullopt;
  page.value = *value;
  skip_space(text, offset);
  bool total = false;
  if (skip_word(text, offset, "页")) {
    skip_space(text, offset);
    if (!ordinal) return std::nullopt;
  }
  if (skip_word(text, offset, "/") || skip_word(text, offset, "of") || skip_word(text, offset, "，") ||
      skip_word(text, offset, "共")) {
    skip_space(text, offset);
    if (skip_word(text, offset, "共")) skip_space(text, offset);
    const auto pages = read_number(text, offset);
    if (!pages || *pages < page.value) return std::nullopt;
    skip_space(text, offset);
    total = true;
    if (skip_word(text, offset, "页")) skip_space(text, offset);
  }
  const bool closed = skip_dashes(text, offset);
  if (offset != text.size()) return std::nullopt;
  page.bare = !ordinal && !total && !(dashed && closed);
  return page;
}

/// An address and nothing else.
bool is_address(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://") && !text.starts_with("www.")) return false;
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

/// The start of a line of column names, a caption or a note, which comes back at page edges too.
bool begins_exhibit(std::string_view text) {
  for (const std::string_view word : {"序号", "编号", "表", "图", "数据来源", "资料来源"}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

bool can_be_header(const Line& line) {
  return line.width <= max_header_width && line.width >= 4 && !begins_exhibit(line.text) && !ends_sentence(line.text) &&
         line.text.find("。") == npos && line.text.find("，") == npos && !line.text.starts_with("#");
}

/// Contains what headers of such documents consist of.
bool names_school_or_report(std::string_view text) {
  for (const std::string_view word : {"学院", "学校", "大学", "中专", "报告", "年报"}) {
    if (text.find(word) != npos) return true;
  }
  return false;
}

class FurnitureFinder {
 public:
  FurnitureFinder(std::vector<Line>& lines, Furniture given)
      : lines_(lines), numbers_(lines.size()), result_(std::move(given)) {}

  Furniture find() {
    learn_gap();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (is_address(lines_[at].text) && !announces_address(at)) mark(at, "leftover address");
      numbers_[at] = read_page_number(lines_[at].text);
    }
    mark_page_numbers();
    mark_repeated_headers();
    number_pages();
    return std::move(result_);
  }

 private:
  void mark(std::size_t at, std::string_view why) {
    if (lines_[at].kind != LineKind::text) return;
    lines_[at].kind = LineKind::noise;
    lines_[at].detail = static_cast<std::uint32_t>(result_.why.size());
    result_.why.push_back(why);
  }

  /// The line before ends with a colon, so that the address belongs to the text.
  bool announces_address(std::size_t at) const {
    return at > 0 && (lines_[at - 1].text.ends_with("：") || lines_[at - 1].text.ends_with(":"));
  }

  void learn_gap() {
    std::uint32_t gaps[6] = {};
    for (const Line& line : lines_) {
      if (line.blanks < 6) ++gaps[line.blanks];
    }
    gap_ = static_cast<std::uint16_t>(std::max_element(gaps, gaps + 6) - gaps);
  }

  bool starts_page(std::size_t at) const { return at == 0 || lines_[at].page_start || lines_[at].blanks > gap_ + 1; }
  bool ends_page(std::size_t at) const { return at + 1 == lines_.size() || starts_page(at + 1); }
  bool at_page_edge(std::size_t at) const { return starts_page(at) || ends_page(at); }

  void mark_page_numbers() {
    mark_counting_numbers();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (!numbers_[at]) continue;
      const bool header_before =
          at > 0 && can_be_header(lines_[at - 1]) && starts_page(at - 1) && names_school_or_report(lines_[at - 1].text);
      const bool header_behind = at + 1 < lines_.size() && starts_page(at) && can_be_header(lines_[at + 1]) &&
                                 names_school_or_report(lines_[at + 1].text) && !numbers_[at]->bare;
      if (!numbers_[at]->bare || (header_before && at >= 2) || lines_[at].kind == LineKind::noise) mark(at, "page number");
      if (lines_[at].kind != LineKind::noise) continue;
      if (header_before && at >= 2) mark(at - 1, "running header");
      if (header_behind) mark(at + 1, "running header");
    }
  }

  /// Bare numbers that count up by one, each a page away from the last, three or more in a row.
  void mark_counting_numbers() {
    constexpr std::size_t shortest_page = 10;
    constexpr std::size_t longest_page = 150;
    constexpr std::uint32_t shortest_run = 3;
    struct Run {
      std::size_t last = no_line;
      std::uint32_t length = 0;
    };
    std::unordered_map<std::uint32_t, Run> runs;  // by the last number of the run
    std::vector<std::size_t> before(lines_.size(), no_line);
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (!numbers_[at] || !numbers_[at]->bare) continue;
      Run run{at, 1};
      const auto found = runs.find(numbers_[at]->value - 1);
      if (found != runs.end() && at - found->second.last >= shortest_page && at - found->second.last <= longest_page) {
        before[at] = found->second.last;
        run.length = found->second.length + 1;
      }
      Run& same = runs[numbers_[at]->value];
      if (same.last == no_line || run.length >= same.length || at - same.last > longest_page) same = run;
      if (run.length < shortest_run) continue;
      for (std::size_t back = at; back != no_line && lines_[back].kind != LineKind::noise; back = before[back])
        mark(back, "page number");
    }
  }

  /// Lines that come back, digits aside, at the edges of pages. The header of a table that goes on over pages comes back too,
  /// but with its rows behind it.
  void mark_repeated_headers() {
    struct Count {
      std::uint32_t all = 0;
      std::uint32_t at_edge = 0;
      std::uint32_t columns = 0;
    };
    std::unordered_map<std::string, Count> counts;
    std::vector<std::size_t> candidates;
    std::vector<std::string> keys;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const Line& line = lines_[at];
      if (line.kind == LineKind::noise || !can_be_header(line) || numbers_[at]) continue;
      std::string key;
      for (const char c : line.text) {
        if (c != ' ' && !is_ascii_digit(static_cast<unsigned char>(c))) key += c;
      }
      if (key.size() < 6) continue;
      Count& count = counts[key];
      ++count.all;
      const bool beside_furniture = (at > 0 && lines_[at - 1].kind == LineKind::noise) ||
                                    (at + 1 < lines_.size() && lines_[at + 1].kind == LineKind::noise);
      if (at_page_edge(at) || beside_furniture) ++count.at_edge;
      if (at + 1 < lines_.size() && begins_first_row(lines_[at + 1].text)) ++count.columns;
      candidates.push_back(at);
      keys.push_back(std::move(key));
    }
    for (std::size_t index = 0; index < candidates.size(); ++index) {
      const Count& count = counts[keys[index]];
      if (count.all >= 3 && count.columns * 2 < count.all && count.at_edge * 5 >= count.all * 4)
        mark(candidates[index], "running header");
    }
  }

  static bool begins_first_row(std::string_view text) { return text.starts_with("1 ") || text == "1"; }

  /// The printed page of every line, where page starts and printed numbers agree on it.
  void number_pages() {
    result_.pages.assign(lines_.size(), 0);
    std::vector<std::uint32_t> index(lines_.size());
    std::uint32_t page = 0;
    std::unordered_map<std::int64_t, std::uint32_t> offsets;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const bool furniture_starts = lines_[at].kind == LineKind::noise && lines_[at].blanks > gap_ + 1;
      if (at > 0 && (lines_[at].page_start || furniture_starts)) ++page;
      index[at] = page;
      if (numbers_[at] && lines_[at].kind == LineKind::noise) ++offsets[static_cast<std::int64_t>(numbers_[at]->value) - page];
    }
    if (offsets.empty()) return;
    const auto best = std::max_element(offsets.begin(), offsets.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : a.first > b.first;
    });
    if (best->second < 2) return;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const std::int64_t printed = best->first + index[at];
      if (printed > 0) result_.pages[at] = static_cast<std::uint32_t>(printed);
    }
  }

  std::vector<Line>& lines_;
  std::vector<std::optional<PageNumber>> numbers_;
  std::uint16_t gap_ = 0;
  Furniture result_;
};

}  // namespace

Furniture mark_furniture(std::vector<Line>& lines, Furniture given) {
  return FurnitureFinder(lines, std::move(given)).find();
}

}  // namespace reportal::raw
