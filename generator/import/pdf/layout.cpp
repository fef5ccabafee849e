#include "import/pdf/layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "base/text.h"
#include "import/pdf/aligned_tables.h"
#include "import/pdf/frames.h"
#include "import/pdf/printed_lines.h"

namespace reportal::pdf {
namespace {

constexpr std::size_t outside = static_cast<std::size_t>(-1);  ///< in no frame

/// A line of the text on its way: where it was printed tells the white space around it.
struct Placed {
  std::string text;
  float top = 0;  ///< where the reading order puts it
  float middle = 0, left = 0, right = 0, em = 0;
  float edge = 0;  ///< where the column that it stands in begins
  bool row = false;
  std::int32_t box = TextLine::no_box;
};

/// What is kept together in reading order: a line, a table, a box with all that is in it.
struct Item {
  float top = 0;
  std::vector<Placed> lines;
};

std::string row_text(const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) text += '\t';
    text += cells[at];
  }
  return text;
}

/// One page, from geometry to lines in reading order.
class PageReader {
 public:
  explicit PageReader(const Page& page) : frames_(find_frames(page)), rules_(free_rules(page)), parents_(frames_.size(), outside) {
    for (std::size_t at = 0; at < frames_.size(); ++at) {
      for (std::size_t larger = 0; larger < at; ++larger) {
        if (frames_[larger].box.holds(frames_[at].box)) parents_[at] = larger;
      }
    }
    // What is drawn inside a cell is part of the cell.
    kept_.assign(frames_.size(), true);
    for (std::size_t at = 0; at < frames_.size(); ++at) {
      if (parents_[at] != outside && (frames_[parents_[at]].is_table() || !kept_[parents_[at]])) kept_[at] = false;
    }
    words_.resize(frames_.size() + 1);
    for (const Word& word : page.words) sort_in(word);
  }

  [[nodiscard]] std::vector<Placed> read() { return read_region(outside, TextLine::no_box); }
  [[nodiscard]] const std::vector<Frame>& frames() const { return frames_; }

 private:
  /// The smallest frame around a place.
  std::size_t owner(float x, float y) const {
    for (std::size_t at = frames_.size(); at-- > 0;) {
      if (kept_[at] && frames_[at].box.holds(x, y)) return at;
    }
    return outside;
  }

  /// A word that runs over a wall is parted there.
  void sort_in(const Word& word) {
    std::size_t begin = 0;
    std::pair<std::size_t, std::size_t> current;
    const auto take = [&](std::size_t end) {
      Word part = word;
      part.glyphs.assign(word.glyphs.begin() + static_cast<std::ptrdiff_t>(begin),
                         word.glyphs.begin() + static_cast<std::ptrdiff_t>(end));
      words_[current.first == outside ? frames_.size() : current.first].push_back(std::move(part));
      begin = end;
    };
    for (std::size_t at = 0; at < word.glyphs.size(); ++at) {
      const float x = (word.glyphs[at].left + word.glyphs[at].right) / 2;
      const std::size_t frame = owner(x, word.middle);
      const std::pair<std::size_t, std::size_t> place{
          frame, frame == outside ? 0 : frames_[frame].cells[frames_[frame].field_at(x, word.middle)]};
      if (at > 0 && place != current) take(at);
      current = place;
    }
    take(word.glyphs.size());
  }

  static Placed placed(const PrintedLine& line, std::int32_t box) {
    return {line.text(), line.middle, line.middle, line.left(), line.right(), line.em, 0, false, box};
  }

  static Placed placed_row(const std::vector<std::string>& cells, float top, std::int32_t box) {
    return {row_text(cells), top, 0, 0, 0, 0, 0, true, box};
  }

  /// The rules that stand by themselves in a region.
  std::vector<Rule> rules_in(std::size_t region) const {
    std::vector<Rule> rules;
    std::copy_if(rules_.begin(), rules_.end(), std::back_inserter(rules),
                 [&](const Rule& rule) { return owner((rule.from + rule.to) / 2, rule.at) == region; });
    return rules;
  }

  /// All that stands on the page outside of frames, or in one box.
  std::vector<Placed> read_region(std::size_t region, std::int32_t box) {
    std::vector<Word>& words = words_[region == outside ? frames_.size() : region];
    std::vector<Item> items;
    const std::vector<PrintedLine> printed = make_lines(std::move(words));
    std::size_t behind = 0;  // the lines of the last table
    const auto add_lines = [&](std::size_t end) {
      for (; behind < end; ++behind) items.push_back({printed[behind].middle, {placed(printed[behind], box)}});
    };
    for (const AlignedTable& table : find_aligned_tables(printed, rules_in(region))) {
      add_lines(table.first);
      Item item{printed[table.first].middle, {}};
      for (const std::vector<std::string>& row : table.rows) item.lines.push_back(placed_row(row, item.top, box));
      items.push_back(std::move(item));
      behind = table.last;
    }
    add_lines(printed.size());
    for (std::size_t at = 0; at < frames_.size(); ++at) {
      if (parents_[at] != region || !kept_[at]) continue;
      items.push_back({frames_[at].box.top,
                       frames_[at].is_table() ? read_table(at, box) : read_region(at, static_cast<std::int32_t>(at))});
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.top < b.top; });
    std::vector<Placed> lines;
    for (Item& item : items) std::move(item.lines.begin(), item.lines.end(), std::back_inserter(lines));
    return lines;
  }

  std::vector<Placed> read_table(std::size_t index, std::int32_t box) {
    const Frame& frame = frames_[index];
    std::map<std::size_t, std::vector<Word>> cells;
    for (Word& word : words_[index]) {
      const float x = (word.left() + word.right()) / 2;
      cells[frame.cells[frame.field_at(x, word.middle)]].push_back(std::move(word));
    }
    std::vector<Placed> lines;
    const std::size_t width = frame.column_count();
    for (std::size_t row = 0; row < frame.row_count(); ++row) {
      const std::size_t first = row * width;
      const auto begin = frame.cells.begin() + static_cast<std::ptrdiff_t>(first);
      const bool whole = std::all_of(begin, begin + static_cast<std::ptrdiff_t>(width), [&](std::size_t cell) { return cell == first; });
      if (whole) {
        for (const PrintedLine& line : make_lines(std::move(cells[first]))) lines.push_back(placed(line, box));
        continue;
      }
      std::vector<std::string> texts(width);
      bool any = false;
      for (std::size_t column = 0; column < width; ++column) {
        const auto found = cells.find(first + column);
        if (found == cells.end()) continue;
        texts[column] = joined(make_lines(std::move(found->second)));
        any = true;
      }
      if (any) lines.push_back(placed_row(texts, frame.rows[row], box));
    }
    return lines;
  }

  std::vector<Frame> frames_;  ///< larger ones first
  std::vector<Rule> rules_;    ///< that no frame is made of
  std::vector<std::size_t> parents_;
  std::vector<bool> kept_;
  std::vector<std::vector<Word>> words_;  ///< of each frame; the last: of none
};

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
      if (line.row || line.box != TextLine::no_box) continue;
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

/// Text that is set in from both sides has a left edge of its own: its indents are counted from there. An edge is learned where lines are
/// full, and holds for short runs of lines on other pages too.
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
      if (end - begin >= 3 && at_left >= 2 && full >= 2) edges_.push_back(left);
    });
  }

  void set(std::vector<Placed>& lines) const {
    for (Placed& line : lines) line.edge = column_.left;
    each_run(lines, [&](std::size_t begin, std::size_t end, float left) {
      constexpr float same = 1.5F;  // points
      if (std::none_of(edges_.begin(), edges_.end(), [&](float edge) { return std::abs(edge - left) < same; })) return;
      for (std::size_t at = begin; at < end; ++at) lines[at].edge = left;
    });
  }

 private:
  bool is_inset(const Placed& line) const {
    return !line.row && line.box == TextLine::no_box && line.left - column_.left > 0.8F * line.em &&
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
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 1.5F : static_cast<float>(most->first) / 20;
}

/// Boxes that a page break cuts have one number: the last box of a page and the first of the next, where nothing but running heads and feet
/// stands between them and they are of one width.
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
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const Placed& line) { return line.box != TextLine::no_box; });
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
      if (before != nullptr && is_apart(*before, line)) text_.push_back({"", page, line.box == before->box ? line.box : -1, false});
      TextLine out{before == nullptr && page > 0 ? "\f" : "", page, line.box, line.row};
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
    PageReader reader(page);
    std::vector<Placed> lines = reader.read();
    numbers.number(reader.frames(), lines);
    pages.push_back(std::move(lines));
  }
  for (std::size_t side = 0; side < 2; ++side) {
    InsetFinder insets(learn_column(pages, side));  // left and right pages may differ
    for (std::size_t page = side; page < pages.size(); page += 2) insets.learn(pages[page]);
    for (std::size_t page = side; page < pages.size(); page += 2) insets.set(pages[page]);
  }
  TextWriter writer(learn_pitch(pages), left_edges_of_boxes(pages));
  for (std::size_t at = 0; at < pages.size(); ++at) writer.add_page(static_cast<std::uint32_t>(at), pages[at]);
  return writer.take();
}

}  // namespace reportal::pdf
