// Running heads that name the chapter or section.

#include <algorithm>
#include <string>

#include "structure/raw/page/head_groups.h"
#include "structure/raw/page/running_heads.h"
#include "structure/raw/page/text_key.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

class ChapterHeadFinder {
 public:
  ChapterHeadFinder(const std::vector<Line>& lines, const PageEdges& edges)
      : lines_(lines), edges_(edges), taken_(lines.size()) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (lines[at].kind == LineKind::noise) taken_.add(at);
    }
  }

  std::vector<FoundHead> find() {
    for (const HeadGroup& one : group_heads(lines_, taken_, true)) take_chapter(one);
    std::sort(found_.begin(), found_.end(), [](const FoundHead& a, const FoundHead& b) { return a.line < b.line; });
    return std::move(found_);
  }

 private:
  /// All but the heading itself: the first that has no page number, or the second of two on one page.
  void take_chapter(const HeadGroup& one) {
    const std::size_t count = one.lines.size();
    std::size_t heading = 0;
    while (heading < count && one.pages[heading] != 0) ++heading;
    const bool paired = heading + 1 < count && on_one_page(one.lines[heading], one.lines[heading + 1]);
    if (paired) ++heading;
    if (heading < count && is_set_over_lines_behind(one.lines[heading])) heading = count;
    std::size_t others = 0, at_edge = 0, set_off = 0, breaks = 0;
    for (std::size_t index = 0; index < count; ++index) {
      if (index == heading) continue;
      ++others;
      if (at_page_edge(one.lines[index])) ++at_edge;
      if (edges_.at_edge(one.lines[index])) ++set_off;
      if (taken_.breaks_sentence(edges_, one.lines[index])) ++breaks;
    }
    if (others == 0 || !numbers_go_up(one) || is_repeated_text(lines_, one)) return;
    const bool strong = stands_once(lines_[one.lines[0]].text);
    const bool placed = at_edge * 5 >= others * 4 && (others >= 2 || breaks > 0);
    const bool breaking = breaks >= 2 ? breaks * 3 >= others : breaks == 1 && others >= 2 && set_off * 5 >= others * 4;
    const bool alone = one.in_a_row * 2 >= others && (others >= 2 || paired || breaks + set_off > 0);
    const bool regular = others >= 4 && is_regular(one);
    if (!strong && !placed && !breaking && !alone && !regular) return;
    for (std::size_t index = 0; index < count; ++index) {
      if (index != heading) take(one.lines[index], one.pages[index]);
    }
  }

  /// A head and, right below it, the heading with which the chapter begins. No page ends with a heading, so that is likely
  /// where page starts are not marked.
  bool on_one_page(std::size_t head, std::size_t heading) const {
    for (std::size_t between = head + 1; between < heading && between <= head + lines_of_a_head; ++between) {
      const std::string_view text = lines_[between].text;
      if (!taken_.has(between) && !read_page_number(text)) return false;
    }
    return heading - head <= lines_of_a_head && (!edges_.marked() || edges_.starts_between(head, heading) == 0);
  }

  /// No report has two headings 1.2 课程建设 or 第三章 国际合作, while （一）基本情况 may stand in each chapter.
  static bool stands_once(std::string_view text) {
    const Numbering numbering = read_numbering(text);
    return numbering.form == Numbering::Form::part || numbering.form == Numbering::Form::chapter || numbering.depth >= 2;
  }

  /// The heading that the head repeats follows on the page, its number and its title on lines of their own.
  bool is_set_over_lines_behind(std::size_t head) const {
    const std::string key = text_key(lines_[head].text);
    for (std::size_t at = head + 1; at + 1 < lines_.size() && at <= head + lines_of_a_head; ++at) {
      const std::string number = text_key(lines_[at].text);
      if (number.size() < key.size() && key.starts_with(number) && number + text_key(lines_[at + 1].text) == key) return true;
    }
    return false;
  }

  bool at_page_edge(std::size_t at) const { return edges_.near_marked_start(at) || taken_.beside(at); }

  void take(std::size_t at, std::uint32_t page) {
    taken_.add(at);
    found_.push_back({static_cast<std::uint32_t>(at), page, furniture_reason::running_head});
  }

  const std::vector<Line>& lines_;
  const PageEdges& edges_;
  TakenLines taken_;
  std::vector<FoundHead> found_;
};

}  // namespace

std::vector<FoundHead> find_chapter_heads(const std::vector<Line>& lines, const PageEdges& edges) {
  return ChapterHeadFinder(lines, edges).find();
}

}  // namespace reportal::raw
