#include "import/pdf/furniture.h"

#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"

namespace reportal::pdf {
namespace {

constexpr std::size_t most_lines = 3;  ///< of furniture at one edge of a page
constexpr std::uint32_t least_pages = 3;
constexpr std::size_t longest = 240;  ///< bytes

/// What stays the same from page to page: the text without digits and white space, and the height.
using Key = std::pair<std::string, int>;

Key key_of(const TextLine& line, int offset) {
  std::string text;
  for (const char c : without_space(line.text)) {
    if (!is_ascii_digit(static_cast<unsigned char>(c))) text += c;
  }
  constexpr float step = 4;  // points
  return {std::move(text), static_cast<int>(std::lround(line.height / step)) + offset};
}

/// Calls visit(line) for the lines of each page that may be furniture, from either edge inwards, until it returns false.
template <typename Visit>
void each_edge(std::vector<TextLine>& lines, Visit visit) {
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && lines[end].page == lines[begin].page) ++end;
    const auto walk = [&](std::size_t from, bool down) {
      std::size_t count = 0;
      for (std::size_t step = 0; step < end - begin && count < most_lines; ++step) {
        TextLine& line = lines[down ? from + step : from - step];
        if (is_blank(line.text)) continue;
        if (line.in_table || line.box != TextLine::no_box || line.text.size() > longest) break;
        if (!visit(line)) break;
        ++count;
      }
    };
    walk(begin, true);
    walk(end - 1, false);
    begin = end;
  }
}

}  // namespace

void mark_furniture(std::vector<TextLine>& lines) {
  struct Pages {
    std::uint32_t count = 0, last = 0;  // last: behind the page that was counted last
  };
  std::map<Key, Pages> pages;
  each_edge(lines, [&](const TextLine& line) {
    Pages& seen = pages[key_of(line, 0)];
    seen.count += seen.last != line.page + 1;
    seen.last = line.page + 1;
    return true;
  });
  const auto count = [&](const Key& key) {
    const auto found = pages.find(key);
    return found == pages.end() ? 0U : found->second.count;
  };
  each_edge(lines, [&](TextLine& line) {
    const std::uint32_t here = count(key_of(line, -1)) + count(key_of(line, 0)) + count(key_of(line, 1));
    line.furniture = line.furniture || here >= least_pages;
    return line.furniture;
  });
}

}  // namespace reportal::pdf
