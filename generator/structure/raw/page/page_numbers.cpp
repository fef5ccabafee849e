#include "structure/raw/page/page_numbers.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t max_pages = 2000;
constexpr std::size_t max_text = 48;  // bytes

bool skip_any(std::string_view text, std::size_t& offset, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return skip_word(text, offset, word); });
}

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

bool skip_ornaments(std::string_view text, std::size_t& offset) {
  const std::size_t begin = offset;
  while (offset < text.size()) {
    std::size_t next = offset;
    const char32_t character = next_character(text, next);
    if (!is_space(character) && !is_one_of(character, U"-－—–―─·•~～|‖")) break;
    offset = next;
  }
  return offset != begin;
}

/// May stand in a page number: 第 12 页 / 共 195 页, - 12 -, Page 12 of 195.
bool is_page_number_character(char32_t character) {
  return is_ascii_digit(character) || is_space(character) || is_one_of(character, U"第页共/／-－—–―─·•~～|‖Pagepof.，,（）()");
}

std::optional<std::uint32_t> read_arabic(std::string_view text, std::size_t& offset) {
  std::uint32_t value = 0;
  std::size_t at = offset;
  std::size_t digits = 0;
  while (at < text.size() && digits < 5) {
    std::size_t next = at;
    char32_t character = next_character(text, next);
    if (character >= 0xFF10 && character <= 0xFF19) character -= 0xFEE0;
    if (!is_ascii_digit(character)) break;
    value = value * 10 + (character - '0');
    at = next;
    ++digits;
  }
  if (digits == 0 || value > max_pages || (digits > 1 && text[offset] == '0' && value == 0)) return std::nullopt;
  offset = at;
  return value;
}

/// i to lxxxix, in letters or as one sign (Ⅳ).
std::optional<std::uint32_t> read_roman(std::string_view text, std::size_t& offset) {
  std::size_t next = offset;
  const char32_t first = offset < text.size() ? next_character(text, next) : 0;
  if ((first >= 0x2160 && first <= 0x216B) || (first >= 0x2170 && first <= 0x217B)) {
    offset = next;
    return (first & 0xF) + 1;
  }
  const bool small = first >= 'a';
  std::uint32_t value = 0;
  std::uint32_t before = 0;
  std::size_t at = offset;
  for (; at < text.size() && at - offset < 8; ++at) {
    static constexpr std::string_view letters = "ivxl";
    static constexpr std::array<std::uint32_t, 4> worth = {1, 5, 10, 50};
    const char letter = text[at];
    const bool is_small = letter >= 'a' && letter <= 'z';
    if (is_small != small) break;
    const std::size_t kind = letters.find(is_small ? letter : static_cast<char>(letter + 32));
    if (kind == npos) break;
    value += worth[kind];
    if (before != 0 && before < worth[kind]) value -= 2 * before;
    before = worth[kind];
  }
  if (at == offset) return std::nullopt;
  offset = at;
  return value;
}

class ChainFinder {
 public:
  ChainFinder(const std::vector<Line>& lines, const PageEdges& edges) : lines_(lines), edges_(edges) {}

  std::vector<FoundPageNumber> find() {
    collect();
    find_columns();
    link();
    choose();
    std::vector<FoundPageNumber> found;
    for (const Node& node : nodes_) {
      if (node.chosen || stands_for_itself(node)) found.push_back({node.line, node.number});
    }
    return found;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Node {
    std::uint32_t line = 0;
    PageNumber number;
    bool edge = false;
    bool in_column = false;  ///< of running numbers in a table
    bool chosen = false;
    bool has_next = false;
    std::uint32_t length = 1;
    float score = 1;
    std::size_t before = none;
  };

  void collect() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const Line& line = lines_[at];
      if (line.kind != LineKind::text || line.text.size() > max_text) continue;
      const auto number = read_page_number(line.text);
      if (!number) continue;
      const bool breaks = at > 0 && edges_.goes_on(at - 1, at + 1);
      const bool edge = breaks || edges_.at_edge(at) || (at > 0 && edges_.starts(at - 1)) || edges_.near_marked_start(at);
      nodes_.push_back({static_cast<std::uint32_t>(at), *number, edge});
      if (number->total > 0) ++totals_[number->total];
    }
  }

  /// A document prints its page numbers in one form.
  static std::uint32_t kind_of(const PageNumber& number) {
    return (number.roman ? 1U : 0U) + (number.bare ? 2U : 0U) + (number.total > 0 ? 4U : 0U) + (number.ordinal ? 8U : 0U);
  }

  /// Numbers that go up by one closer to each other than pages are, each at the beginning of a line, are a column of a table.
  void find_columns() {
    constexpr std::uint32_t tallest_row = 9;
    constexpr std::uint32_t most_rows = 1000;
    std::vector<std::uint32_t> last(most_rows + 1, no_row);  // line on which a row began with the number
    std::vector<std::size_t> node_of(most_rows + 1, none);   // and the node, where it stands alone
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < lines_.size(); ++at) {
      const std::uint32_t value = row_number(lines_[at]);
      const bool node = next < nodes_.size() && nodes_[next].line == at;
      if (value != 0 && value <= most_rows) {
        const bool goes_on = last[value - 1] != no_row && at - last[value - 1] <= tallest_row;
        if (goes_on && node) nodes_[next].in_column = true;
        if (goes_on && node_of[value - 1] != none) nodes_[node_of[value - 1]].in_column = true;
        last[value] = at;
        node_of[value] = node ? next : none;
      }
      if (node) ++next;
    }
  }

  static constexpr std::uint32_t no_row = static_cast<std::uint32_t>(-1);

  /// The number that the line begins with or consists of; 0 if none does.
  static std::uint32_t row_number(const Line& line) {
    if (line.kind != LineKind::text || !is_ascii_digit(static_cast<unsigned char>(line.text.front()))) return 0;
    std::size_t offset = 0;
    const auto value = read_arabic(line.text, offset);
    return value && (offset == line.text.size() || line.text[offset] == ' ') ? *value : 0;
  }

  /// Where page starts are marked, a page number stands at one.
  bool can_link(const Node& node) const {
    if (!node.number.bare && !node.number.roman) return true;
    if (!edges_.marked()) return node.edge || !node.in_column;
    return node.in_column ? edges_.at_marked_start(node.line) : edges_.near_marked_start(node.line);
  }

  /// The best chain that ends with each number. Of equal numbers only the last few are kept to go on from.
  void link() {
    struct Recent {
      std::array<std::size_t, 4> nodes{};
      std::size_t count = 0;
    };
    std::unordered_map<std::uint32_t, Recent> recent;
    constexpr std::uint32_t most_lost = 2;  // pages whose number is missing
    for (std::size_t index = 0; index < nodes_.size(); ++index) {
      Node& node = nodes_[index];
      if (!can_link(node)) continue;
      const std::uint32_t kind = kind_of(node.number) * max_pages * 2;
      for (std::uint32_t pages = 1; pages <= most_lost + 1 && pages < node.number.value; ++pages) {
        const auto found = recent.find(kind + node.number.value - pages);
        if (found == recent.end()) continue;
        for (std::size_t near = 0; near < std::min<std::size_t>(found->second.count, 4); ++near)
          try_link(node, found->second.nodes[near], pages);
      }
      Recent& same = recent[kind + node.number.value];
      same.nodes[same.count++ % same.nodes.size()] = index;
    }
    for (const Node& node : nodes_) {
      if (node.before != none) nodes_[node.before].has_next = true;
    }
  }

  void try_link(Node& node, std::size_t before_index, std::uint32_t pages) {
    constexpr std::uint64_t least_text = 400;   // columns: half a dozen full lines
    constexpr std::uint32_t shortest_page = 4;  // lines, where both numbers are set off
    constexpr std::uint32_t longest_page = 150;
    const Node& before = nodes_[before_index];
    const std::uint32_t distance = node.line - before.line;
    const bool counted = edges_.marked() && node.edge && before.edge && edges_.starts_between(before.line, node.line) == pages;
    if (!counted) {
      const bool set_off = node.edge && before.edge && distance >= shortest_page * pages;
      const bool enough = set_off || edges_.text_between(before.line, node.line) >= least_text * pages;
      if (!enough || distance > longest_page * pages) return;
    }
    const float score = before.score + (pages == 1 ? 2.0F : 1.0F) + (counted ? 1.0F : 0.0F) + (node.edge ? 0.5F : 0.0F);
    if (score <= node.score) return;
    node.score = score;
    node.length = before.length + 1;
    node.before = before_index;
  }

  /// Chains in the order of their points, those that overlap with a better one left out.
  void choose() {
    std::vector<std::size_t> ends;
    for (std::size_t index = 0; index < nodes_.size(); ++index) {
      if (!nodes_[index].has_next && is_chain(nodes_[index])) ends.push_back(index);
    }
    std::stable_sort(ends.begin(), ends.end(), [&](std::size_t a, std::size_t b) { return nodes_[a].score > nodes_[b].score; });
    std::map<std::size_t, std::size_t> taken;  // first and last line of the chosen ones
    for (const std::size_t end : ends) {
      std::size_t first = end;
      while (nodes_[first].before != none && !nodes_[nodes_[first].before].chosen) first = nodes_[first].before;
      const std::size_t from = nodes_[first].line;
      const std::size_t to = nodes_[end].line;
      const auto behind = taken.upper_bound(to);
      if (behind != taken.begin() && std::prev(behind)->second >= from) continue;
      taken[from] = to;
      for (std::size_t at = end; at != none && !nodes_[at].chosen; at = nodes_[at].before) nodes_[at].chosen = true;
    }
  }

  bool is_chain(const Node& node) const {
    if (node.length >= 3) return true;
    if (node.length < 2) return false;
    const Node& before = nodes_[node.before];
    return !node.in_column && edges_.marked() && node.edge && before.edge &&
           edges_.starts_between(before.line, node.line) > 0 &&
           edges_.starts_between(before.line, node.line) == node.number.value - before.number.value;
  }

  /// 第 12 页 and - 12 - need no chain; 12 / 195 might be a rank, so it needs another one with its total, or a large one.
  bool stands_for_itself(const Node& node) const {
    constexpr std::uint32_t large = 20;
    if (node.number.bare || node.number.roman) return false;
    return node.number.total == 0 || node.number.total >= large || totals_.at(node.number.total) >= 2;
  }

  const std::vector<Line>& lines_;
  const PageEdges& edges_;
  std::vector<Node> nodes_;
  std::unordered_map<std::uint32_t, std::uint32_t> totals_;
};

}  // namespace

std::optional<PageNumber> read_page_number(std::string_view text) {
  if (text.size() > max_text) return std::nullopt;
  PageNumber page;
  std::size_t offset = 0;
  const bool dashed = skip_ornaments(text, offset);
  const bool ordinal = skip_any(text, offset, {"第", "Page", "page", "PAGE", "P.", "p.", "页码：", "页码:"});
  skip_space(text, offset);
  auto value = read_arabic(text, offset);
  if (!value) {
    value = read_roman(text, offset);
    page.roman = value.has_value();
  }
  if (!value || *value == 0) return std::nullopt;
  page.value = *value;
  skip_space(text, offset);
  page.ordinal = ordinal;
  bool named = ordinal;
  if (skip_word(text, offset, "页")) {
    if (!ordinal) return std::nullopt;
    skip_space(text, offset);
    if (skip_any(text, offset, {"，", ","})) skip_space(text, offset);
  } else if (text.starts_with("第")) {
    return std::nullopt;
  }
  if (!page.roman && skip_any(text, offset, {"/", "／", "of", "共", "（共", "(共"})) {
    skip_space(text, offset);
    if (skip_word(text, offset, "共")) skip_space(text, offset);
    const auto total = read_arabic(text, offset);
    if (!total || *total < page.value) return std::nullopt;
    page.total = *total;
    skip_space(text, offset);
    if (skip_word(text, offset, "页")) skip_space(text, offset);
    skip_any(text, offset, {"）", ")"});
  }
  const bool closed = skip_ornaments(text, offset);
  if (offset != text.size()) return std::nullopt;
  named |= dashed && closed;
  page.bare = !named && page.total == 0;
  return page;
}

std::optional<NumberedHead> split_page_number(std::string_view text) {
  constexpr std::size_t longest = 160;
  constexpr std::size_t shortest_head = 6;
  if (text.size() > longest) return std::nullopt;
  const auto inside_number = [&](std::size_t at) {
    return is_ascii_digit(static_cast<unsigned char>(text[at])) && is_ascii_digit(static_cast<unsigned char>(text[at - 1]));
  };
  std::size_t number_at = text.size();  // behind it stands nothing that a page number has not
  while (number_at > shortest_head) {
    std::size_t before = number_at;
    if (!is_page_number_character(previous_character(text, before))) break;
    number_at = before;
  }
  for (std::size_t at = std::max(number_at, shortest_head); at < text.size();) {
    const auto number = inside_number(at) ? std::nullopt : read_page_number(text.substr(at));
    if (number) return NumberedHead{trim_end(text.substr(0, at)), *number};
    next_character(text, at);
  }
  std::size_t number_end = 0;
  while (number_end < text.size()) {
    std::size_t next = number_end;
    if (!is_page_number_character(next_character(text, next))) break;
    number_end = next;
  }
  for (std::size_t at = number_end; at > 0 && text.size() - at >= shortest_head;) {
    const auto number = inside_number(at) ? std::nullopt : read_page_number(trim_end(text.substr(0, at)));
    if (number) return NumberedHead{trim(text.substr(at)), *number};
    previous_character(text, at);
  }
  return std::nullopt;
}

std::vector<FoundPageNumber> find_page_numbers(const std::vector<Line>& lines, const PageEdges& edges) {
  return ChainFinder(lines, edges).find();
}

}  // namespace reportal::raw
