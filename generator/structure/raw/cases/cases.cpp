#include "structure/raw/cases/cases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::size_t max_width = 328;  // in half columns

/// Width of a line in half columns, as it was set rather than as it is counted: a space beside a number is set narrow, and
/// punctuation at the end hangs into the margin.
std::uint32_t set_width(const Line& line) {
  if (line.width * 2 >= max_width) return max_width;
  std::uint32_t spaces = 0;
  for (std::size_t at = line.text.find(' '); at != npos; at = line.text.find(' ', at + 1)) ++spaces;
  const bool hangs = is_wide_punctuation(last_character(line.text));
  return line.width * 2 - spaces - (hangs ? 4 : 0);
}

/// How often lines have which width, smoothed.
class WidthModel {
 public:
  void add(std::uint32_t width) {
    const std::size_t at = std::min<std::size_t>(width, max_width - 2);
    if (at == 0) return;
    weights_[at] += 0.5;
    weights_[at - 1] += 0.25;
    weights_[at + 1] += 0.25;
    total_ += 1;
  }
  [[nodiscard]] double log_share(std::uint32_t width) const {
    constexpr double doubt = 0.4;
    return std::log((weights_[std::min<std::size_t>(width, max_width - 2)] + doubt) / (total_ + doubt * 40));
  }
  [[nodiscard]] double total() const { return total_; }

 private:
  std::array<double, max_width> weights_{};
  double total_ = 0;
};

struct SideModel {
  WidthModel first, inner;  ///< first lines of paragraphs; lines between the first and the last
};

bool is_body(const Block& block) {
  const auto* paragraph = as<Paragraph>(block);
  return paragraph != nullptr && paragraph->role == Paragraph::Role::body;
}

class ExtentFinder {
 public:
  ExtentFinder(const Marked& marked, const JoinedLines& joined, Document& document)
      : marked_(marked), joined_(joined), document_(document) {}

  void find() {
    learn();
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      if (as<CaseTitle>(document_.blocks[at]) == nullptr) continue;
      const std::size_t limit = end_of_reach(at);
      std::size_t end = given_end(at, limit).value_or(best_end(at, limit));
      while (end > at + 1 && as<Noise>(document_.blocks[end - 1]) != nullptr) --end;
      for (std::size_t block = at + 1; block < end; ++block)
        document_.blocks[block].inside_case = static_cast<std::int32_t>(at);
      at = limit - 1;
    }
  }

 private:
  /// Index of the first block behind `title` that surely is not in the case.
  std::size_t end_of_reach(std::size_t title) const {
    std::size_t end = title + 1;
    while (end < document_.blocks.size() && as<Heading>(document_.blocks[end]) == nullptr &&
           as<CaseTitle>(document_.blocks[end]) == nullptr)
      ++end;
    return end;
  }

  /// The end that an editor states.
  std::optional<std::size_t> given_end(std::size_t title, std::size_t limit) const {
    const auto given = std::lower_bound(marked_.case_ends.begin(), marked_.case_ends.end(),
                                        document_.blocks[title].lines.front().first);
    if (given == marked_.case_ends.end()) return std::nullopt;
    std::size_t end = title + 1;
    while (end < limit && document_.blocks[end].lines.front().first <= *given) ++end;
    const bool beyond_reach = end == limit && limit < document_.blocks.size() &&
                              document_.blocks[limit].lines.front().first <= *given;
    return beyond_reach ? std::nullopt : std::optional(end);
  }

  void learn() {
    bool behind_title = false;
    bool in_reach = false;
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      const Block& block = document_.blocks[at];
      if (as<CaseTitle>(block) != nullptr) {
        behind_title = in_reach = true;
      } else if (as<Heading>(block) != nullptr) {
        behind_title = in_reach = false;
      } else if (is_body(block)) {
        if (behind_title)
          count(box_, at);
        else if (!in_reach)
          count(text_, at);
        behind_title = false;
      }
    }
  }

  template <typename Visit>
  void each_known_width(std::size_t block, Visit visit) const {
    const JoinedLines::Range range = joined_.of_block[block];
    for (std::uint32_t line = range.first; line + 1 < range.last; ++line) {
      visit(set_width(marked_.lines[joined_.lines[line].line]), line == range.first);
    }
  }

  void count(SideModel& side, std::size_t block) {
    each_known_width(block, [&](std::uint32_t width, bool first) { (first ? side.first : side.inner).add(width); });
  }

  /// By how much the lines of a paragraph look more like a box than like text.
  double box_evidence(std::size_t block) const {
    constexpr double most_a_line_says = 1.6;
    double evidence = 0;
    each_known_width(block, [&](std::uint32_t width, bool first) {
      const WidthModel& box = first ? box_.first : box_.inner;
      const WidthModel& text = first ? text_.first : text_.inner;
      if (box.total() < 1 || text.total() < 1) return;
      evidence += std::clamp(box.log_share(width) - text.log_share(width), -most_a_line_says, most_a_line_says);
    });
    return evidence;
  }

  /// The block behind the last one of the case.
  std::size_t best_end(std::size_t title, std::size_t limit) const {
    constexpr double ends_with_section = 1.5;
    constexpr double ends_behind_figure = 2.0;
    constexpr double ends_behind_table = 0.3;
    std::size_t best = limit;
    double best_score = -1e9;
    double score = 0;
    bool any_paragraph = false;
    for (std::size_t end = title + 1; end <= limit; ++end) {
      const bool at_limit = end == limit;
      const bool before_paragraph = !at_limit && is_body(document_.blocks[end]);
      const bool behind_figure = end > title + 1 && as<Figure>(document_.blocks[end - 1]) != nullptr;
      const bool between_exhibits = !at_limit && behind_figure && as<Table>(document_.blocks[end]) != nullptr;
      if (any_paragraph && (at_limit || before_paragraph || between_exhibits)) {
        double here = score;
        if (at_limit) here += ends_with_section;
        if (behind_figure)
          here += ends_behind_figure;
        else if (is_exhibit(end - 1))
          here += ends_behind_table;
        if (here > best_score) {
          best_score = here;
          best = end;
        }
      }
      if (before_paragraph) {
        score += box_evidence(end);
        any_paragraph = true;
      }
    }
    return best;
  }

  bool is_exhibit(std::size_t block) const {
    const BlockContent& content = document_.blocks[block].content;
    return std::holds_alternative<Table>(content) || std::holds_alternative<SourceNote>(content);
  }

  const Marked& marked_;
  const JoinedLines& joined_;
  Document& document_;
  SideModel box_, text_;
};

}  // namespace

void set_case_extents(const Marked& marked, const JoinedLines& joined, Document& document) {
  ExtentFinder(marked, joined, document).find();
}

}  // namespace reportal::raw
