#include "structure/raw/page/head_groups.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/page/text_key.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t min_head_width = 4, max_head_width = 80;
constexpr std::size_t min_key = 6;  // bytes: two characters

/// The start of a caption, a case, a note or a line of column names, which come back at page edges too.
bool begins_exhibit(std::string_view text) {
  for (const std::string_view word :
       {"序号", "编号", "表", "图", "续表", "附表", "附图", "案例", "【", "数据来源", "资料来源", "来源：", "注：", "说明："}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

bool is_heading_like(std::string_view text, const Numbering& numbering) {
  if (numbering.form != Numbering::Form::none) return true;
  constexpr std::u32string_view first = U"前引序概摘结附参学";
  if (text.size() > 40 || first.find(first_character(text)) == std::u32string_view::npos) return false;
  const std::string key = without_space(text);
  for (const std::string_view word :
       {"前言", "引言", "序言", "概述", "摘要", "结语", "附录", "附件", "附表", "参考文献", "学校概况"}) {
    if (key == word) return true;
  }
  return false;
}

struct Entry {
  std::uint64_t key = 0;
  std::uint32_t line = 0, page = 0, kind = 0;
};

/// Sets in_a_row of the groups.
void count_rows(const std::vector<Entry>& entries, std::vector<HeadGroup>& groups) {
  std::unordered_map<std::uint64_t, std::uint32_t> rows;
  std::array<std::uint64_t, 128> last_of_kind{};
  for (const Entry& entry : entries) {
    std::uint64_t& last = last_of_kind[entry.kind % last_of_kind.size()];
    if (last == entry.key) ++rows[entry.key];
    last = entry.key;
  }
  for (HeadGroup& one : groups) {
    const auto found = rows.find(one.key);
    if (found != rows.end()) one.in_a_row = found->second;
  }
}

/// FNV-1a: keys are compared by it alone, as two of a document do not meet by chance in 64 bits.
std::uint64_t hash_of(std::string_view key) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace

bool TakenLines::breaks_sentence(const PageEdges& edges, std::size_t at) const {
  std::size_t before = at;
  while (before > 0 && at - before < 6 && taken_[before - 1] != 0) --before;
  std::size_t behind = at + 1;
  while (behind < taken_.size() && behind - at < 6 && taken_[behind] != 0) ++behind;
  return before > 0 && edges.goes_on(before - 1, behind);
}

bool can_be_head(const Line& line) {
  return line.kind == LineKind::text && line.width <= max_head_width && line.width >= min_head_width &&
         !ends_sentence(line.text) && line.text.find("。") == npos && line.text.find("，") == npos &&
         line.text.find("……") == npos && line.text.find("....") == npos && !line.text.starts_with("#") &&
         !begins_exhibit(line.text);
}

bool is_heading_like(std::string_view text) { return is_heading_like(text, read_numbering(text)); }

std::optional<NumberedHead> split_head(std::string_view text) {
  const auto numbered = split_page_number(text);
  return numbered && is_heading_like(text) && numbered->head.data() != text.data() ? std::nullopt : numbered;
}

std::string_view head_text(std::string_view text) {
  const auto numbered = split_head(text);
  return numbered ? numbered->head : text;
}

std::vector<HeadGroup> group_heads(const std::vector<Line>& lines, const TakenLines& taken, bool heading_like) {
  std::vector<HeadGroup> groups;
  std::vector<Entry> entries;
  std::string key;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (taken.has(at) || !can_be_head(lines[at])) continue;
    const Numbering numbering = read_numbering(lines[at].text);
    if (is_heading_like(lines[at].text, numbering) != heading_like) continue;
    const auto numbered = split_head(lines[at].text);
    make_text_key(numbered ? numbered->head : lines[at].text, key);
    if (key.size() < min_key) continue;
    const std::uint32_t kind = static_cast<std::uint32_t>(numbering.form) * 8U + numbering.depth;
    entries.push_back({hash_of(key), static_cast<std::uint32_t>(at), numbered ? numbered->number.value : 0, kind});
  }
  std::vector<std::uint32_t> order(entries.size());
  for (std::uint32_t index = 0; index < order.size(); ++index) order[index] = index;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return entries[a].key != entries[b].key ? entries[a].key < entries[b].key : a < b;
  });
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && entries[order[last]].key == entries[order[first]].key) ++last;
    if (last - first < 2) continue;
    HeadGroup& one = groups.emplace_back();
    one.key = entries[order[first]].key;
    for (std::size_t index = first; index < last; ++index) {
      one.lines.push_back(entries[order[index]].line);
      one.pages.push_back(entries[order[index]].page);
    }
  }
  std::sort(groups.begin(), groups.end(), [](const HeadGroup& a, const HeadGroup& b) { return a.lines[0] < b.lines[0]; });
  count_rows(entries, groups);
  return groups;
}

bool numbers_go_up(const HeadGroup& group) {
  std::size_t steps = 0;
  std::uint32_t before = 0;
  for (const std::uint32_t page : group.pages) {
    if (page > before) ++steps;
    before = page;
  }
  const bool same =
      std::all_of(group.pages.begin(), group.pages.end(), [&](std::uint32_t page) { return page == group.pages[0]; });
  return same || steps * 5 >= group.pages.size() * 4;
}

bool is_repeated_text(const std::vector<Line>& lines, const HeadGroup& group) {
  std::size_t alike = 0;
  for (std::size_t index = 1; index < group.lines.size(); ++index) {
    const std::size_t before = group.lines[index - 1];
    const std::size_t at = group.lines[index];
    if (at + 2 < lines.size() && lines[at + 1].text == lines[before + 1].text && lines[at + 2].text == lines[before + 2].text)
      ++alike;
  }
  return alike * 2 >= group.lines.size() - 1 && alike > 0;
}

bool is_regular(const HeadGroup& group) {
  std::vector<std::uint32_t> distances;
  for (std::size_t index = 1; index < group.lines.size(); ++index)
    distances.push_back(group.lines[index] - group.lines[index - 1]);
  std::vector<std::uint32_t> ordered = distances;
  std::nth_element(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(ordered.size() / 2), ordered.end());
  const std::uint32_t middle = ordered[ordered.size() / 2];
  const auto near = std::count_if(distances.begin(), distances.end(),
                                  [&](std::uint32_t distance) { return distance * 2 >= middle && distance * 2 <= middle * 3; });
  return middle >= shortest_page && middle <= 240 && static_cast<std::size_t>(near) * 5 >= distances.size() * 4;
}

}  // namespace reportal::raw
