#include "import/pdf/page_reader.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "import/pdf/aligned_tables.h"
#include "import/pdf/printed_lines.h"
#include "import/pdf/text_columns.h"

namespace reportal::pdf {
namespace {

constexpr std::size_t outside = static_cast<std::size_t>(-1);  ///< in no frame

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

class PageReader {
 public:
  explicit PageReader(const Page& page)
      : frames_(find_frames(page)), rules_(free_rules(page)), parents_(frames_.size(), outside) {
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

  [[nodiscard]] PageLines read() {
    std::vector<Placed> lines = read_region(outside, Placed::no_box);
    return {std::move(lines), std::move(frames_)};
  }

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
    return {line.text(), line.middle, line.middle, line.left(), line.right(), line.em, 0, false, false, box};
  }

  static Placed placed_row(const std::vector<std::string>& cells, float top, std::int32_t box) {
    return {row_text(cells), top, 0, 0, 0, 0, 0, false, true, box};
  }

  /// The rules that stand by themselves in a region.
  std::vector<Rule> rules_in(std::size_t region) const {
    std::vector<Rule> rules;
    std::copy_if(rules_.begin(), rules_.end(), std::back_inserter(rules),
                 [&](const Rule& rule) { return owner((rule.from + rule.to) / 2, rule.at) == region; });
    return rules;
  }

  /// Text and tables without frames. Text in columns is taken a column at a time.
  static std::vector<Item> read_words(std::vector<Word> words, const std::vector<Rule>& rules, std::int32_t box) {
    const std::vector<PrintedLine> lines = make_lines(std::move(words));
    std::vector<Item> items;
    std::size_t behind = 0;
    for (const ColumnRun& run : find_columns(lines, rules)) {
      read_lines(lines, behind, run.first, rules, box, items);
      for (const bool right : {false, true}) {
        std::vector<Word> side;
        for (std::size_t at = run.first; at < run.last; ++at) {
          std::copy_if(lines[at].words.begin(), lines[at].words.end(), std::back_inserter(side),
                       [&](const Word& word) { return (word.left() > run.gutter) == right; });
        }
        append_column(read_words(std::move(side), {}, box), lines[run.first].middle, items);
      }
      behind = run.last;
    }
    read_lines(lines, behind, lines.size(), rules, box, items);
    return items;
  }

  /// A column is one item, whose lines count their indents from its own edge.
  static void append_column(std::vector<Item> column, float top, std::vector<Item>& items) {
    Item whole{top, {}};
    for (Item& item : column) std::move(item.lines.begin(), item.lines.end(), std::back_inserter(whole.lines));
    float edge = std::numeric_limits<float>::max();
    for (const Placed& line : whole.lines) edge = line.row ? edge : std::min(edge, line.left);
    for (Placed& line : whole.lines) {
      if (!line.has_edge) line.edge = edge;
      line.has_edge = true;
    }
    items.push_back(std::move(whole));
  }

  /// Lines [first, last) of one column, tables among them.
  static void read_lines(const std::vector<PrintedLine>& all, std::size_t first, std::size_t last,
                         const std::vector<Rule>& rules, std::int32_t box, std::vector<Item>& items) {
    const std::vector<PrintedLine> lines(all.begin() + static_cast<std::ptrdiff_t>(first),
                                         all.begin() + static_cast<std::ptrdiff_t>(last));
    std::size_t behind = 0;
    const auto add_lines = [&](std::size_t end) {
      for (; behind < end; ++behind) items.push_back({lines[behind].middle, {placed(lines[behind], box)}});
    };
    for (const AlignedTable& table : find_aligned_tables(lines, rules)) {
      add_lines(table.first);
      Item item{lines[table.first].middle, {}};
      for (const std::vector<std::string>& row : table.rows) item.lines.push_back(placed_row(row, item.top, box));
      items.push_back(std::move(item));
      behind = table.last;
    }
    add_lines(lines.size());
  }

  /// All that stands on the page outside of frames, or in one box.
  std::vector<Placed> read_region(std::size_t region, std::int32_t box) {
    std::vector<Item> items = read_words(std::move(words_[region == outside ? frames_.size() : region]), rules_in(region), box);
    for (std::size_t at = 0; at < frames_.size(); ++at) {
      if (parents_[at] != region || !kept_[at]) continue;
      items.push_back(
          {frames_[at].box.top, frames_[at].is_table() ? read_table(at, box) : read_region(at, static_cast<std::int32_t>(at))});
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
      const bool whole =
          std::all_of(begin, begin + static_cast<std::ptrdiff_t>(width), [&](std::size_t cell) { return cell == first; });
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

}  // namespace

PageLines read_page(const Page& page) { return PageReader(page).read(); }

}  // namespace reportal::pdf
