#include "import/pdf/rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace reportal::pdf {
namespace {

constexpr int least_contrast = 10;        ///< grey levels between the sides of an edge
constexpr float shortest_across = 22;     ///< points
constexpr float shortest_down = 9;        ///< points
constexpr float thickest = 3;             ///< points between the edges of one line
constexpr std::size_t longest_hole = 3;   ///< pixels in a dashed line
constexpr std::size_t most_rules = 2000;  ///< of one direction on a page; of more, the longest are kept

/// Edges between this row of pixels and the one before it, as runs of one direction (darker or lighter).
void find_edges(const std::uint8_t* before, const std::uint8_t* row, std::size_t length, std::size_t shortest, float at,
                float points, std::vector<Rule>& edges) {
  std::size_t first = 0, last = 0, covered = 0;
  int direction = 0;
  const auto close = [&] {
    const std::size_t run = last + 1 - first;
    if (direction != 0 && run >= shortest && covered * 5 >= run * 3) {
      edges.push_back({at, static_cast<float>(first) * points, static_cast<float>(last + 1) * points});
    }
    direction = 0;
  };
  for (std::size_t x = 0; x < length; ++x) {
    const int difference = int{row[x]} - int{before[x]};
    const int here = std::abs(difference) < least_contrast ? 0 : difference < 0 ? -1 : 1;
    if (direction != 0 && ((here != 0 && here != direction) || x - last > longest_hole + 1)) close();
    if (here == 0) continue;
    if (direction == 0) {
      direction = here;
      first = x;
      covered = 0;
    }
    last = x;
    ++covered;
  }
  close();
}

void sort_by_place(std::vector<Rule>& rules) {
  std::sort(rules.begin(), rules.end(),
            [](const Rule& a, const Rule& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
}

bool meets(const Rule& a, const Rule& b) { return a.from <= b.to + thickest && b.from <= a.to + thickest; }

/// Edges close to each other become one rule. `edges` come sorted by place.
std::vector<Rule> merged(const std::vector<Rule>& edges) {
  struct Open {
    Rule rule;
    float first, last;  // places of its edges
  };
  std::vector<Rule> rules;
  std::vector<Open> open;
  const auto finish = [&](const Open& one) { rules.push_back({(one.first + one.last) / 2, one.rule.from, one.rule.to}); };
  for (const Rule& edge : edges) {
    std::erase_if(open, [&](const Open& one) {
      if (edge.at - one.last <= thickest) return false;
      finish(one);
      return true;
    });
    const auto near = std::find_if(open.begin(), open.end(), [&](const Open& one) { return meets(one.rule, edge); });
    if (near == open.end()) {
      open.push_back({edge, edge.at, edge.at});
    } else {
      near->rule.from = std::min(near->rule.from, edge.from);
      near->rule.to = std::max(near->rule.to, edge.to);
      near->last = edge.at;
    }
  }
  for (const Open& one : open) finish(one);
  sort_by_place(rules);
  return rules;
}

void keep_longest(std::vector<Rule>& edges) {
  if (edges.size() <= most_rules) return;
  const auto longer = [](const Rule& a, const Rule& b) { return a.to - a.from > b.to - b.from; };
  std::nth_element(edges.begin(), edges.begin() + most_rules, edges.end(), longer);
  edges.resize(most_rules);
  sort_by_place(edges);
}

std::vector<Rule> rules_along_rows(const std::vector<std::uint8_t>& pixels, std::size_t width, std::size_t height, float points,
                                   float shortest) {
  std::vector<Rule> edges;
  const auto least = static_cast<std::size_t>(shortest / points);
  for (std::size_t y = 1; y < height; ++y) {
    find_edges(&pixels[(y - 1) * width], &pixels[y * width], width, least, static_cast<float>(y) * points, points, edges);
  }
  keep_longest(edges);
  return merged(edges);
}

std::vector<std::uint8_t> transposed(const Raster& raster) {
  std::vector<std::uint8_t> pixels(raster.pixels.size());
  for (std::size_t y = 0; y < raster.height; ++y) {
    for (std::size_t x = 0; x < raster.width; ++x) pixels[x * raster.height + y] = raster.pixels[y * raster.width + x];
  }
  return pixels;
}

}  // namespace

void paint_over(Raster& raster, const std::vector<Word>& words) {
  const auto pixel = [&](float place, std::size_t limit) {
    return static_cast<std::size_t>(std::clamp(place / raster.points, 0.0F, static_cast<float>(limit - 1)));
  };
  for (const Word& word : words) {
    if (!word.upright) continue;
    const std::size_t left = pixel(word.left(), raster.width), right = pixel(word.right(), raster.width);
    const std::size_t top = pixel(word.middle - word.em * 0.45F, raster.height);
    const std::size_t bottom = pixel(word.middle + word.em * 0.55F, raster.height);
    std::array<std::uint32_t, 256> counts{};
    for (std::size_t x = left; x <= right; ++x) {
      ++counts[raster.pixels[top * raster.width + x]];
      ++counts[raster.pixels[bottom * raster.width + x]];
    }
    const auto ground = static_cast<std::uint8_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    for (std::size_t y = top; y <= bottom; ++y) {
      const auto row = raster.pixels.begin() + static_cast<std::ptrdiff_t>(y * raster.width);
      std::fill(row + static_cast<std::ptrdiff_t>(left), row + static_cast<std::ptrdiff_t>(right) + 1, ground);
    }
  }
}

void find_rules(const Raster& raster, std::vector<Rule>& across, std::vector<Rule>& down) {
  across = rules_along_rows(raster.pixels, raster.width, raster.height, raster.points, shortest_across);
  down = rules_along_rows(transposed(raster), raster.height, raster.width, raster.points, shortest_down);
}

}  // namespace reportal::pdf
