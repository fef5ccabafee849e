#include "import/pdf/layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "base/text.h"
#include "import/pdf/furniture.h"
#include "import/pdf/page_reader.h"

namespace reportal::pdf {
namespace {

/// The sides of the text column.
struct Column {
  float left = 0, right = 0;
};

/// Where lines of the text column begin and end: the outermost places where a good part of them does.
Column learn_column(const std::vector<std::vector<Placed>>& pages, std::size_t side) {
  std::map<int, std::size_t> lefts, rights;
  std::size_t sum = 0;
  for (std::size_t page = side; page < pages.size(); page += 2) {
    for (const Placed& line : pages[page]) {
      if (line.row || line.has_edge || line.box != TextLine::no_box) continue;
      ++lefts[static_cast<int>(std::lround(line.left))];
      ++rights[static_cast<int>(std::lround(line.right))];
      ++sum;
    }
  }
  constexpr std::size_t least_share = 12;  // one line in so many
  const auto common = [&](const auto& place) { return place.second * least_share >= sum; };
  const auto left = std::find_if(lefts.begin(), lefts.end(), common);
  const auto right = std::find_if(rights.rbegin(), rights.rend(), common);
  Column column;
  if (left != lefts.end()) column.left = static_cast<float>(left->first);
  column.right = right != rights.rend() ? static_cast<float>(right->first) : column.left;
  return column;
}

/// Text that is set in from both sides has a left edge of its own: its indents are counted from there. An edge is learned where
/// lines are full, and holds for short runs of lines on other pages too.
class InsetFinder {
 public:
  explicit InsetFinder(const Column& column) : column_(column) {}

  void learn(const std::vector<Placed>& lines) {
    each_run(lines, [&](std::size_t begin, std::size_t end, float left) {
      float right = 0;
      for (std::size_t at = begin; at < end; ++at) right = std::max(right, lines[at].right);
      std::size_t at_left = 0, full = 0;
      for (std::size_t at = begin; at < end; ++at) {
        at_left += lines[at].left - left < 0.3F * lines[at].em;
        full += right - lines[at].right < lines[at].em;
      }
      if (end - begin >= 3 && at_left >= 2 && full >= 2 && !is_known(left)) edges_.push_back(left);
    });
  }

  void set(std::vector<Placed>& lines) const {
    for (Placed& line : lines) line.edge = line.has_edge ? line.edge : column_.left;
    each_run(lines, [&](std::size_t begin, std::size_t end, float left) {
      if (!is_known(left)) return;
      for (std::size_t at = begin; at < end; ++at) lines[at].edge = left;
    });
  }

 private:
  bool is_known(float left) const {
    constexpr float same = 1.5F;  // points
    return std::any_of(edges_.begin(), edges_.end(), [&](float edge) { return std::abs(edge - left) < same; });
  }

  bool is_inset(const Placed& line) const {
    return !line.row && !line.has_edge && line.box == TextLine::no_box && line.left - column_.left > 0.8F * line.em &&
           column_.right - line.right > 0.8F * line.em;
  }

  /// Calls visit(first, behind the last, leftmost edge) for every run of lines that are set in.
  template <typename Visit>
  void each_run(const std::vector<Placed>& lines, Visit visit) const {
    for (std::size_t begin = 0; begin < lines.size();) {
      std::size_t end = begin;
      float left = lines[begin].left;
      for (; end < lines.size() && is_inset(lines[end]); ++end) left = std::min(left, lines[end].left);
      if (end > begin) visit(begin, end, left);
      begin = std::max(end, begin + 1);
    }
  }

  Column column_;
  std::vector<float> edges_;
};

/// The usual distance of two lines, in ems.
float learn_pitch(const std::vector<std::vector<Placed>>& pages) {
  std::map<int, std::size_t> counts;
  for (const std::vector<Placed>& lines : pages) {
    for (std::size_t at = 1; at < lines.size(); ++at) {
      if (lines[at].row || lines[at - 1].row || lines[at].em <= 0) continue;
      const float distance = (lines[at].middle - lines[at - 1].middle) / lines[at].em;
      if (distance > 0.8F && distance < 4) ++counts[static_cast<int>(std::lround(distance * 20))];
    }
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 1.5F : static_cast<float>(most->first) / 20;
}

/// Boxes that a page break cuts have one number: the last box of a page and the first of the next, where nothing but running
/// heads and feet stands between them and they are of one width.
class BoxNumbers {
 public:
  /// Numbers for the boxes that lines of this page name by the index of their frame.
  void number(const std::vector<Frame>& frames, std::vector<Placed>& lines) {
    std::map<std::int32_t, std::int32_t> numbers;
    std::size_t outside_before = 0;
    for (Placed& line : lines) {
      if (line.box == TextLine::no_box) {
        ++outside_before;
        continue;
      }
      const Box& box = frames[static_cast<std::size_t>(line.box)].box;
      const auto [known, fresh] = numbers.try_emplace(line.box, next_);
      if (fresh && numbers.size() == 1 && is_open_ && outside_before <= most_furniture && open_.is_as_wide_as(box)) {
        known->second = open_number_;
      } else if (fresh) {
        ++next_;
      }
      open_ = box;
      open_number_ = line.box = known->second;
    }
    const auto last =
        std::find_if(lines.rbegin(), lines.rend(), [](const Placed& line) { return line.box != TextLine::no_box; });
    is_open_ = last != lines.rend() && static_cast<std::size_t>(last - lines.rbegin()) <= most_furniture;
  }

 private:
  static constexpr std::size_t most_furniture = 2;  ///< lines at an edge of a page
  std::int32_t next_ = 0, open_number_ = 0;
  bool is_open_ = false;  ///< the last box of the page before may go on
  Box open_;
};

/// Where the lines of each box begin, on all of its pages.
std::map<std::int32_t, float> left_edges_of_boxes(const std::vector<std::vector<Placed>>& pages) {
  std::map<std::int32_t, float> edges;
  for (const std::vector<Placed>& lines : pages) {
    for (const Placed& line : lines) {
      if (line.row || line.box == TextLine::no_box) continue;
      const auto [edge, fresh] = edges.try_emplace(line.box, line.left);
      edge->second = std::min(edge->second, line.left);
    }
  }
  return edges;
}

class TextWriter {
 public:
  TextWriter(float pitch, std::map<std::int32_t, float> boxes) : pitch_(pitch), boxes_(std::move(boxes)) {}

  void add_page(std::uint32_t page, const std::vector<Placed>& lines) {
    const Placed* before = nullptr;
    for (const Placed& line : lines) {
      if (before != nullptr && is_apart(*before, line))
        text_.push_back({"", page, 0, 0, line.box == before->box ? line.box : TextLine::no_box, false, false});
      TextLine out{before == nullptr && page > 0 ? "\f" : "", page, line.middle, line.em, line.box, line.row, false};
      if (!line.row) {
        const float edge = line.box == TextLine::no_box ? line.edge : boxes_.at(line.box);
        const float columns = (line.left - edge) / (line.em / 2);
        out.text.append(static_cast<std::size_t>(std::clamp(std::lround(columns), 0L, 100L)), ' ');
      }
      out.text += line.text;
      text_.push_back(std::move(out));
      before = &line;
    }
  }

  [[nodiscard]] std::vector<TextLine> take() { return std::move(text_); }

 private:
  bool is_apart(const Placed& before, const Placed& line) const {
    constexpr float apart = 1.35F;  // of the usual distance
    if (line.row) return false;
    if (before.row || before.box != line.box) return true;
    return line.middle - before.middle > pitch_ * apart * std::max(line.em, before.em);
  }

  float pitch_;
  std::map<std::int32_t, float> boxes_;
  std::vector<TextLine> text_;
};

}  // namespace

std::vector<TextLine> lay_out(const Document& document) {
  std::vector<std::vector<Placed>> pages;
  BoxNumbers numbers;
  for (const Page& page : document.pages) {
    PageLines read = read_page(page);
    numbers.number(read.frames, read.lines);
    pages.push_back(std::move(read.lines));
  }
  for (std::size_t side = 0; side < 2; ++side) {
    InsetFinder insets(learn_column(pages, side));  // left and right pages may differ
    for (std::size_t page = side; page < pages.size(); page += 2) insets.learn(pages[page]);
    for (std::size_t page = side; page < pages.size(); page += 2) insets.set(pages[page]);
  }
  TextWriter writer(learn_pitch(pages), left_edges_of_boxes(pages));
  for (std::size_t at = 0; at < pages.size(); ++at) writer.add_page(static_cast<std::uint32_t>(at), pages[at]);
  std::vector<TextLine> text = writer.take();
  mark_furniture(text);
  return text;
}

}  // namespace reportal::pdf
