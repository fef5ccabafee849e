#include "structure/raw/page/furniture.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "structure/raw/page/page_edges.h"
#include "structure/raw/page/page_numbers.h"
#include "structure/raw/page/running_heads.h"

namespace reportal::raw {
namespace {

using namespace furniture_reason;

constexpr std::string_view schemes[] = {"http://", "https://", "www.", "file://", "ftp://"};

/// An address of a page or a file and nothing else, a page number behind it at most.
bool is_address(std::string_view text) {
  const bool path = text.size() > 3 && text[1] == ':' && (text[2] == '\\' || text[2] == '/');
  if (!path &&
      std::none_of(std::begin(schemes), std::end(schemes), [&](std::string_view scheme) { return text.starts_with(scheme); }))
    return false;
  const std::size_t space = text.find(' ');
  if (space != npos && !path && !read_page_number(trim(text.substr(space)))) return false;
  const std::string_view before = path ? text.substr(0, 2) : text.substr(0, space);
  return std::all_of(before.begin(), before.end(), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

void mark(std::vector<Line>& lines, Furniture& furniture, std::size_t at, std::string_view why) {
  if (lines[at].kind != LineKind::text) return;
  lines[at].kind = LineKind::noise;
  lines[at].detail = static_cast<std::uint32_t>(furniture.why.size());
  furniture.why.push_back(why);
}

/// Gives lines their printed pages. Between two numbers that agree with the page starts counted between them all pages are
/// known, and so are those before and behind where the starts have proved to be right; elsewhere only the pages that carry a
/// number.
class Paginator {
 public:
  Paginator(std::vector<Line>& lines, const Furniture& furniture)
      : lines_(lines), furniture_(furniture), anchors_(rising(furniture.anchors)) {}

  std::vector<std::uint32_t> paginate() {
    find_starts();
    std::vector<std::uint32_t> ordinal(lines_.size());
    std::uint32_t page = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (starts_[at] != 0) ++page;
      ordinal[at] = page;
    }
    return printed_pages(ordinal, page + 1);
  }

  /// The first line of text on each page is the start of one.
  void mark_page_starts() const {
    bool open = false;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      open |= starts_[at] != 0;
      if (!open || lines_[at].kind == LineKind::noise) continue;
      lines_[at].page_start = true;
      open = false;
    }
  }

 private:
  /// The longest run of anchors whose numbers go up with the lines.
  static std::vector<PageAnchor> rising(const std::vector<PageAnchor>& anchors) {
    std::vector<std::size_t> tails;
    std::vector<std::size_t> before(anchors.size(), no_line);
    for (std::size_t index = 0; index < anchors.size(); ++index) {
      const auto place = std::lower_bound(tails.begin(), tails.end(), anchors[index].page,
                                          [&](std::size_t tail, std::uint32_t page) { return anchors[tail].page < page; });
      if (place != tails.begin()) before[index] = *std::prev(place);
      if (place == tails.end())
        tails.push_back(index);
      else
        *place = index;
    }
    std::vector<PageAnchor> kept;
    for (std::size_t at = tails.empty() ? no_line : tails.back(); at != no_line; at = before[at]) kept.push_back(anchors[at]);
    std::reverse(kept.begin(), kept.end());
    return kept;
  }

  bool is_edge_noise(std::size_t at) const {
    if (lines_[at].kind != LineKind::noise) return false;
    const std::string_view why = furniture_.why[lines_[at].detail];
    return why == page_number || why == running_head || why == stamp;
  }

  struct Block {
    std::size_t first = 0, last = 0;
    std::size_t start = no_line;  ///< line in or right behind it where a page is marked to start
  };

  /// The furniture lines around `at` that follow each other: the foot of a page and the head of the next.
  Block block_around(std::size_t at) const {
    constexpr std::size_t most = 6;
    Block block{at, at};
    while (block.first > 0 && at - block.first < most && is_edge_noise(block.first - 1)) --block.first;
    while (block.last + 1 < lines_.size() && block.last - at < most && is_edge_noise(block.last + 1)) ++block.last;
    for (std::size_t line = block.first; line <= block.last + 1 && line < lines_.size(); ++line) {
      if (lines_[line].page_start) block.start = line;
    }
    return block;
  }

  /// Whether numbers stand at the head of their pages, by most of them; at the foot otherwise.
  bool numbers_at_head() const {
    std::size_t head = 0, foot = 0;
    for (const PageAnchor& anchor : anchors_) {
      const Block block = block_around(anchor.line);
      if (block.start != no_line) {
        ++(anchor.line >= block.start ? head : foot);
      } else if (block.first == 0) {
        ++head;
      } else if (block.last + 1 == lines_.size()) {
        ++foot;
      } else {
        const std::uint16_t above = lines_[block.first].blanks;
        const std::uint16_t below = lines_[block.last + 1].blanks;
        if (above != below) ++(above > below ? head : foot);
      }
    }
    return head > foot;
  }

  void find_starts() {
    starts_.assign(lines_.size() + 1, 0);
    const bool head = numbers_at_head();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].page_start && at > 0) starts_[at] = 1;
    }
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (!is_edge_noise(at)) continue;
      const Block block = block_around(at);
      if (block.start == no_line && block.first > 0) starts_[first_of_next(block, head)] = 1;
      at = block.last;
    }
    starts_.resize(lines_.size());
  }

  /// The line with which the next page begins where nothing marks it.
  std::size_t first_of_next(const Block& block, bool head) const {
    if (head) return block.first;
    for (std::size_t at = block.first; at <= block.last; ++at) {
      if (furniture_.why[lines_[at].detail] == page_number) return at + 1;
    }
    return block.last + 1;
  }

  std::vector<std::uint32_t> printed_pages(const std::vector<std::uint32_t>& ordinal, std::size_t count) const {
    std::vector<std::uint32_t> pages(count, 0);  // by ordinal
    bool proved = false;
    for (std::size_t index = 0; index < anchors_.size(); ++index) {
      const std::uint32_t at = ordinal[anchors_[index].line];
      pages[at] = anchors_[index].page;
      if (index == 0) continue;
      const std::uint32_t before = ordinal[anchors_[index - 1].line];
      if (at <= before || at - before != anchors_[index].page - anchors_[index - 1].page) continue;
      proved = true;
      for (std::uint32_t between = before + 1; between < at; ++between) pages[between] = pages[before] + (between - before);
    }
    if (proved) {
      const std::uint32_t first = ordinal[anchors_.front().line];
      for (std::uint32_t at = first; at-- > 0 && pages[at + 1] > 1;) pages[at] = pages[at + 1] - 1;
      for (std::size_t at = ordinal[anchors_.back().line] + 1U; at < count; ++at) pages[at] = pages[at - 1] + 1;
    }
    std::vector<std::uint32_t> printed(lines_.size());
    for (std::size_t at = 0; at < lines_.size(); ++at) printed[at] = pages[ordinal[at]];
    return printed;
  }

  std::vector<Line>& lines_;
  const Furniture& furniture_;
  std::vector<PageAnchor> anchors_;
  std::vector<std::uint8_t> starts_;
};

void mark_heads(std::vector<Line>& lines, Furniture& furniture, const std::vector<FoundHead>& heads) {
  for (const FoundHead& head : heads) {
    mark(lines, furniture, head.line, head.why);
    if (head.page != 0) furniture.anchors.push_back({head.line, head.page});
  }
}

}  // namespace

Furniture mark_furniture(std::vector<Line>& lines, Furniture given) {
  Furniture furniture = std::move(given);
  if (lines.empty()) return furniture;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool announced = at > 0 && (lines[at - 1].text.ends_with("：") || lines[at - 1].text.ends_with(":"));
    if (is_address(lines[at].text) && !announced) mark(lines, furniture, at, address);
  }
  const PageEdges edges(lines);
  const std::vector<FoundPageNumber> numbers = find_page_numbers(lines, edges);
  const std::vector<FoundHead> heads = find_running_heads(lines, edges, numbers);
  for (const FoundPageNumber& found : numbers) {
    mark(lines, furniture, found.line, page_number);
    if (!found.number.roman) furniture.anchors.push_back({found.line, found.number.value});
  }
  mark_heads(lines, furniture, heads);
  return furniture;
}

void finish_furniture(std::vector<Line>& lines, Furniture& furniture) {
  if (lines.empty()) return;
  mark_heads(lines, furniture, find_chapter_heads(lines, PageEdges(lines)));
  std::sort(furniture.anchors.begin(), furniture.anchors.end(),
            [](const PageAnchor& a, const PageAnchor& b) { return a.line < b.line; });
  Paginator paginator(lines, furniture);
  furniture.pages = paginator.paginate();
  paginator.mark_page_starts();
}

}  // namespace reportal::raw
