#include "import/layout_proposals.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal {
namespace {

/// Index of the line of the layout that a block begins on. A PDF's text has its front matter in another file, so lines agree.
std::optional<std::size_t> layout_line(const Extract& extract, const Block& block) {
  if (block.lines.empty() || block.lines.front().first == 0) return std::nullopt;
  const std::size_t line = block.lines.front().first - 1;
  return line < extract.layout.size() ? std::optional(line) : std::nullopt;
}

struct BoxLines {
  std::size_t first = 0, last = 0;
};

/// First and last line with text of every box.
std::map<std::int32_t, BoxLines> box_lines(const std::vector<pdf::TextLine>& layout) {
  std::map<std::int32_t, BoxLines> boxes;
  for (std::size_t at = 0; at < layout.size(); ++at) {
    if (layout[at].box == pdf::TextLine::no_box || layout[at].text.empty()) continue;
    boxes.try_emplace(layout[at].box, BoxLines{at, at}).first->second.last = at;
  }
  return boxes;
}

/// The box that a case title heads: it stands at its beginning, or right above it.
std::optional<BoxLines> box_below(const std::map<std::int32_t, BoxLines>& boxes, const std::vector<pdf::TextLine>& layout,
                                  std::size_t title) {
  constexpr std::size_t longest_head = 3;  // lines from the edge of the box to the title
  std::size_t at = title;
  if (layout[at].box == pdf::TextLine::no_box) {
    do ++at;
    while (at < layout.size() && layout[at].text.empty());
  }
  if (at >= layout.size() || layout[at].box == pdf::TextLine::no_box) return std::nullopt;
  const BoxLines box = boxes.at(layout[at].box);
  return at - box.first < longest_head ? std::optional(box) : std::nullopt;
}

bool is_content(const Block& block) { return !is_furniture(block) && !block.lines.empty(); }

}  // namespace

std::string largest_print(const Extract& extract) {
  constexpr float clearly_larger = 1.2F, same = 0.95F;
  constexpr std::size_t longest = 300;  // bytes
  std::vector<float> sizes;
  for (const pdf::TextLine& line : extract.layout) {
    if (line.em > 0) sizes.push_back(line.em);
  }
  if (sizes.empty()) return {};
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  const std::uint32_t page = extract.layout.front().page;
  float largest = 0;
  for (const pdf::TextLine& line : extract.layout) {
    if (line.page == page && !line.furniture) largest = std::max(largest, line.em);
  }
  if (largest < *middle * clearly_larger) return {};
  std::string text;
  for (const pdf::TextLine& line : extract.layout) {
    if (line.page != page || line.furniture || line.em < largest * same) continue;
    const std::string_view part = trim(line.text);
    if (!text.empty()) text += joint(last_character(text), first_character(part));
    text += part;
  }
  return text.size() <= longest ? text : std::string();
}

std::vector<std::string> propose_case_ends(const Extract& extract, const Document& document) {
  const std::map<std::int32_t, BoxLines> boxes = box_lines(extract.layout);
  std::map<std::size_t, std::size_t> titles_in;  // by first line of a box
  std::map<std::string_view, std::size_t> numbers;
  struct Found {
    std::size_t block;
    BoxLines box;
  };
  std::vector<Found> found;
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const auto* title = as<CaseTitle>(document.blocks[at]);
    const auto line = layout_line(extract, document.blocks[at]);
    if (title == nullptr || !line) continue;
    ++numbers[title->number];
    if (const auto box = box_below(boxes, extract.layout, *line)) {
      ++titles_in[box->first];
      found.push_back({at, *box});
    }
  }
  std::vector<std::string> lines;
  for (const Found& one : found) {
    const std::string_view number = as<CaseTitle>(document.blocks[one.block])->number;
    if (number.empty() || numbers[number] > 1 || titles_in[one.box.first] > 1) continue;
    // Read as the box says: its last block is in the case, and the block behind it is not.
    std::size_t last_inside = one.block, last_of_box = one.block;
    for (std::size_t at = one.block + 1; at < document.blocks.size(); ++at) {
      if (!is_content(document.blocks[at])) continue;
      if (document.blocks[at].inside_case == static_cast<std::int32_t>(one.block)) last_inside = at;
      if (document.blocks[at].lines.front().first - 1 <= one.box.last) last_of_box = at;
      if (document.blocks[at].lines.front().first - 1 > one.box.last && last_inside != at) break;
    }
    if (last_inside == last_of_box) continue;
    lines.push_back("  \"" + std::string(number) + "\": {last_line: " + std::to_string(one.box.last + 1) + "}");
  }
  if (!lines.empty()) lines.insert(lines.begin(), "cases:");
  return lines;
}

std::vector<std::string> propose_furniture(const Extract& extract, const Document& document) {
  std::vector<bool> known(extract.layout.size(), false);
  for (const Block& block : document.blocks) {
    if (!is_furniture(block)) continue;
    for (const LineRange& range : block.lines) {
      for (std::size_t line = range.first; line <= range.last && line <= known.size(); ++line) known[line - 1] = true;
    }
  }
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < extract.layout.size(); ++at) {
    if (extract.layout[at].furniture && !known[at]) lines.push_back("  - {line: " + std::to_string(at + 1) + ", as: noise}");
  }
  if (!lines.empty()) lines.insert(lines.begin(), "corrections:");
  return lines;
}

FigureProposal propose_figures(const Extract& extract, const Document& document, const std::string& folder) {
  std::map<std::uint32_t, std::vector<std::string_view>> figures;  // by page
  std::map<std::uint32_t, std::vector<const Picture*>> pictures;
  std::map<std::string_view, std::size_t> numbers;
  for (const Block& block : document.blocks) {
    const auto* figure = as<Figure>(block);
    const auto line = layout_line(extract, block);
    if (figure == nullptr || !line) continue;
    figures[extract.layout[*line].page].push_back(figure->number);
    ++numbers[figure->number];
  }
  for (const Picture& picture : extract.pictures) pictures[picture.page].push_back(&picture);
  FigureProposal result;
  for (const auto& [page, here] : pictures) {
    const std::vector<std::string_view>& captions = figures[page];
    const bool sure = captions.size() == here.size();
    for (std::size_t at = 0; at < here.size(); ++at) {
      if (!sure || captions[at].empty() || numbers[captions[at]] > 1) {
        result.loose.push_back(here[at]->name);
        continue;
      }
      result.lines.push_back("  \"" + std::string(captions[at]) + "\": {image: " + folder + "/" + here[at]->name + "}");
      ++result.bound;
    }
  }
  if (!result.lines.empty()) result.lines.insert(result.lines.begin(), "figures:");
  return result;
}

}  // namespace reportal
