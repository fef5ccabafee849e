#include "import/pdf/frames.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>

namespace reportal::pdf {
namespace {

constexpr float slack = 3;  ///< points between ends of rules that meet

/// Sets of things that belong together.
class Sets {
 public:
  explicit Sets(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), std::size_t{0}); }
  std::size_t find(std::size_t one) {
    while (first_[one] != one) one = first_[one] = first_[first_[one]];
    return one;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> first_;
};

bool touch(const Rule& across, const Rule& down) {
  return down.at >= across.from - slack && down.at <= across.to + slack && across.at >= down.from - slack &&
         across.at <= down.to + slack;
}

/// Places sorted, near ones as one.
std::vector<float> distinct(std::vector<float> places) {
  std::sort(places.begin(), places.end());
  std::vector<float> result;
  for (const float place : places) {
    if (result.empty() || place - result.back() > slack) result.push_back(place);
  }
  return result;
}

/// The share of [from, to] that rules at `at` cover.
float covered(const std::vector<Rule>& rules, float at, float from, float to) {
  float sum = 0;
  for (const Rule& rule : rules) {
    if (std::abs(rule.at - at) > slack) continue;
    sum += std::max(0.0F, std::min(rule.to, to) - std::max(rule.from, from));
  }
  return to > from ? sum / (to - from) : 1;
}

constexpr float least_wall = 0.6F;  ///< share of a side that must be drawn

Frame make_frame(const std::vector<Rule>& across, const std::vector<Rule>& down) {
  Frame frame;
  Box& box = frame.box;
  box.left = box.top = std::numeric_limits<float>::max();
  std::vector<float> columns, rows;
  for (const Rule& rule : across) {
    box = {std::min(box.left, rule.from), std::min(box.top, rule.at), std::max(box.right, rule.to),
           std::max(box.bottom, rule.at)};
    rows.push_back(rule.at);
  }
  for (const Rule& rule : down) {
    box = {std::min(box.left, rule.at), std::min(box.top, rule.from), std::max(box.right, rule.at),
           std::max(box.bottom, rule.to)};
    columns.push_back(rule.at);
  }
  frame.open_top = covered(across, box.top, box.left, box.right) < least_wall;
  frame.open_bottom = covered(across, box.bottom, box.left, box.right) < least_wall;
  columns.insert(columns.end(), {box.left, box.right});
  rows.insert(rows.end(), {box.top, box.bottom});
  frame.columns = distinct(std::move(columns));
  frame.rows = distinct(std::move(rows));
  if (frame.columns.size() < 2 || frame.rows.size() < 2) return frame;

  const std::size_t width = frame.column_count();
  Sets sets(width * frame.row_count());
  for (std::size_t row = 0; row < frame.row_count(); ++row) {
    for (std::size_t column = 0; column < width; ++column) {
      const std::size_t field = row * width + column;
      const float top = frame.rows[row], bottom = frame.rows[row + 1];
      const float left = frame.columns[column], right = frame.columns[column + 1];
      if (column + 1 < width && covered(down, right, top, bottom) < least_wall) sets.join(field, field + 1);
      if (row + 1 < frame.row_count() && covered(across, bottom, left, right) < least_wall) sets.join(field, field + width);
    }
  }
  for (std::size_t field = 0; field < width * frame.row_count(); ++field) frame.cells.push_back(sets.find(field));
  return frame;
}

/// Words stand beside each other, in cells that begin at different columns. Pictures in a box make walls too, but hold no
/// words.
bool is_filled_table(const Frame& frame, const Page& page) {
  std::optional<std::size_t> column;
  for (const Word& word : page.words) {
    const float x = (word.left() + word.right()) / 2;
    if (!frame.box.holds(x, word.middle)) continue;
    const std::size_t here = frame.cells[frame.field_at(x, word.middle)] % frame.column_count();
    if (column && here != *column) return true;
    column = here;
  }
  return false;
}

/// One column, one row: the frame is no more than a box around text.
void make_plain_box(Frame& frame) {
  frame.columns = {frame.box.left, frame.box.right};
  frame.rows = {frame.box.top, frame.box.bottom};
  frame.cells = {0};
}

bool is_page_border(const Frame& frame, const Page& page) {
  return frame.box.width() > page.width * 0.85F && frame.box.height() > page.height * 0.85F;
}

bool holds_words(const Frame& frame, const Page& page) {
  return std::any_of(page.words.begin(), page.words.end(),
                     [&](const Word& word) { return frame.box.holds((word.left() + word.right()) / 2, word.middle); });
}

}  // namespace

std::size_t Frame::field_at(float x, float y) const {
  const auto index = [](const std::vector<float>& walls, float place) {
    const auto behind = std::upper_bound(walls.begin() + 1, walls.end() - 1, place);
    return static_cast<std::size_t>(behind - walls.begin()) - 1;
  };
  return index(rows, y) * column_count() + index(columns, x);
}

std::vector<Frame> find_frames(const Page& page) {
  constexpr std::size_t most_fields = 20'000;
  Sets sets(page.across.size() + page.down.size());
  for (std::size_t i = 0; i < page.across.size(); ++i) {
    for (std::size_t j = 0; j < page.down.size(); ++j) {
      if (touch(page.across[i], page.down[j])) sets.join(i, page.across.size() + j);
    }
  }
  struct Parts {
    std::vector<Rule> across, down;
  };
  std::vector<Parts> parts(page.across.size() + page.down.size());
  for (std::size_t i = 0; i < page.across.size(); ++i) parts[sets.find(i)].across.push_back(page.across[i]);
  for (std::size_t j = 0; j < page.down.size(); ++j) parts[sets.find(page.across.size() + j)].down.push_back(page.down[j]);

  std::vector<Frame> frames;
  for (const Parts& part : parts) {
    if (part.across.empty() || part.down.empty()) continue;
    Frame frame = make_frame(part.across, part.down);
    if (frame.columns.size() < 2 || frame.rows.size() < 2 || frame.cells.size() > most_fields) continue;
    if (is_page_border(frame, page) || !holds_words(frame, page)) continue;
    if (!is_filled_table(frame, page)) make_plain_box(frame);
    frames.push_back(std::move(frame));
  }
  std::stable_sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) {
    return a.box.width() * a.box.height() > b.box.width() * b.box.height();
  });
  return frames;
}

std::vector<Rule> free_rules(const Page& page) {
  std::vector<Rule> rules;
  std::copy_if(page.across.begin(), page.across.end(), std::back_inserter(rules), [&](const Rule& across) {
    return std::none_of(page.down.begin(), page.down.end(), [&](const Rule& down) { return touch(across, down); });
  });
  return rules;
}

}  // namespace reportal::pdf
