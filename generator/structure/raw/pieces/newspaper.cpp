#include "structure/raw/pieces/newspaper.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/labels.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t max_byline_width = 100;
constexpr std::uint32_t max_title_width = 80;
constexpr std::uint32_t min_text_width = 80;  // of running text where a line is a paragraph

bool holds_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.find(mark) != npos; });
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

/// Number of # marks before a title; 0 if there are none.
std::size_t title_marks(std::string_view text) {
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  return marks >= 1 && marks <= 6 && marks < text.size() && text[marks] == ' ' ? marks : 0;
}

bool names_people(const Line& line) {
  return line.kind == LineKind::byline || line.kind == LineKind::staff || (line.kind == LineKind::more && !line.goes_on);
}

class PressMarker {
 public:
  PressMarker(std::vector<Line>& lines, const Widths& widths, Furniture& furniture)
      : lines_(lines), widths_(widths), furniture_(furniture) {}

  Press mark() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::text) mark_line(at);
    }
    return press_;
  }

 private:
  void mark_line(std::size_t at) {
    Line& line = lines_[at];
    if (const std::size_t marks = title_marks(line.text); marks > 0) {
      take_title_marks(at, marks);
      return;
    }
    if (line.width > 2 * max_byline_width || (widths_.wrapped && !stands_apart(at))) return;
    if (mark_furniture(line)) return;
    if (is_photo_line(line.text)) {
      line.kind = LineKind::credit;
    } else if (line.width <= max_byline_width && is_byline(line.text) && !is_source_note(line.text)) {
      line.kind = goes_on_with_byline(at) ? LineKind::more : LineKind::byline;
    } else if (line.width <= max_byline_width && goes_on_with_byline(at)) {
      line.kind = LineKind::more;
    }
  }

  void take_title_marks(std::size_t at, std::size_t marks) {
    Line& line = lines_[at];
    line.text = trim(line.text.substr(marks));
    line.width = static_cast<std::uint32_t>(display_width(line.text));
    press_.titles.push_back({static_cast<std::uint32_t>(at), static_cast<int>(marks)});
  }

  /// The line is no part of running text: short, and behind a line that ends.
  bool stands_apart(std::size_t at) const {
    const std::size_t before = previous_content(lines_, at);
    return lines_[at].width + 8 < widths_.text &&
           (before == no_line || !is_running(lines_[before]) || ends_sentence(lines_[before].text) ||
            lines_[before].width + 8 < widths_.text);
  }

  bool mark_furniture(Line& line) {
    const bool in_table = widths_.wrapped && line.text.find("：") == npos;  // 主编 张三: a row of a table may say that
    if (!in_table && is_staff_line(line.text)) {
      line.kind = LineKind::staff;
      return true;
    }
    const auto masthead = read_masthead(line.text);
    if (!masthead || (widths_.wrapped && masthead->year == 0)) return false;  // 电工技术 第三版: a row of a table too
    if (press_.masthead.year == 0) press_.masthead = *masthead;
    line.kind = LineKind::noise;
    line.detail = static_cast<std::uint32_t>(furniture_.why.size());
    furniture_.why.emplace_back("newspaper masthead");
    return true;
  }

  bool goes_on_with_byline(std::size_t at) const {
    if (at == 0 || (lines_[at - 1].kind != LineKind::byline && lines_[at - 1].kind != LineKind::more)) return false;
    const bool broken = lines_[at - 1].hard_break && lines_[at].blanks == 0 && is_byline(lines_[at].text);
    return broken || (lines_[at].blanks <= 1 && continues_byline(lines_[at].text));
  }

  std::vector<Line>& lines_;
  const Widths& widths_;
  Furniture& furniture_;
  Press press_;
};

/// Titles with # marks that no number made a heading, a case or a caption.
class MarkedTitleMarker {
 public:
  MarkedTitleMarker(std::vector<Line>& lines, const std::vector<Press::Title>& titles, std::vector<FoundHeading>& headings)
      : lines_(lines), titles_(titles), headings_(headings) {}

  void mark() {
    // Marks of one level on all titles say nothing: then only what stands at a title tells it from a sub-heading.
    const auto of_first_level = [&](const Press::Title& title) { return title.marks == titles_.front().marks; };
    const bool flat = titles_.size() >= 3 && std::all_of(titles_.begin(), titles_.end(), of_first_level);
    std::vector<std::uint32_t> left;
    for (const Press::Title& title : titles_) {
      Line& line = lines_[title.line];
      if (line.kind != LineKind::text) continue;
      line.kind = LineKind::heading;
      line.detail = static_cast<std::uint32_t>(headings_.size());
      headings_.push_back({title.marks, "", line.text});
      left.push_back(title.line);
    }
    for (const std::uint32_t at : left) {
      if (flat) headings_[lines_[at].detail].level = at == left.front() || opens_piece(at) || is_behind_piece(at) ? 1 : 2;
    }
  }

 private:
  bool opens_piece(std::size_t at) const {
    const std::size_t behind = next_content(lines_, at);
    return behind != no_line && (lines_[behind].kind == LineKind::byline || read_dateline(lines_[behind].text));
  }

  /// The line before names who wrote the text above it.
  bool is_behind_piece(std::size_t at) const {
    std::size_t before = previous_content(lines_, at);
    bool named = false;
    while (before != no_line && names_people(lines_[before])) {
      named = true;
      before = previous_content(lines_, before);
    }
    return before != no_line && lines_[before].kind != LineKind::heading &&
           (named || !closing_byline(lines_[before].text).empty());
  }

  std::vector<Line>& lines_;
  const std::vector<Press::Title>& titles_;
  std::vector<FoundHeading>& headings_;
};

class PlainTitleMarker {
 public:
  PlainTitleMarker(std::vector<Line>& lines, const Widths& widths, std::vector<FoundHeading>& headings)
      : lines_(lines),
        wrapped_(widths.wrapped),
        max_title_width_(widths.wrapped ? std::min(max_title_width, widths.text - 4) : max_title_width),
        min_text_width_(widths.wrapped ? widths.text - 8 : min_text_width),
        headings_(headings) {}

  void mark() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (is_title_like(at)) mark_title(at);
    }
  }

 private:
  bool is_title_like(std::size_t at) const {
    const Line& line = lines_[at];
    return line.kind == LineKind::text && line.width <= max_title_width_ && line.width >= 4 &&
           !ends_with_any(line.text, {"。", "；", "，", "、", "：", ";", ",", ":"}) && line.text.find("。") == npos &&
           line.text.find('|') == npos && !read_dateline(line.text);
  }

  bool is_text(std::size_t at) const { return at != no_line && is_running(lines_[at]) && lines_[at].width >= min_text_width_; }

  /// A byline or the dateline of a report stands at `at`.
  bool signs(std::size_t at) const {
    return at != no_line &&
           (lines_[at].kind == LineKind::byline || (is_running(lines_[at]) && read_dateline(lines_[at].text).has_value()));
  }

  /// The line at `at` signs the text above it, or says who made the page.
  bool is_end_of_piece(std::size_t at) const {
    if (at == no_line) return false;
    if (is_running(lines_[at])) return !closing_byline(lines_[at].text).empty();
    if (!names_people(lines_[at])) return false;
    while (at != no_line && names_people(lines_[at])) at = previous_content(lines_, at);
    return at == no_line || lines_[at].kind != LineKind::heading;
  }

  void mark_title(std::size_t at) {
    const Line& line = lines_[at];
    const std::size_t before = previous_content(lines_, at);
    const std::size_t behind = next_content(lines_, at);
    if (behind == no_line) return;
    const bool first = before == no_line;
    const bool after_piece = is_end_of_piece(before);
    const bool open_before = !first && !after_piece && is_running(lines_[before]) && !ends_sentence(lines_[before].text);
    const bool apart = line.blanks >= 2 || lines_[behind].blanks >= 2;
    if (open_before && !apart) return;
    const bool second_line = is_title_like(behind) && !ends_sentence(lines_[behind].text) && lines_[behind].blanks <= 1;
    const std::size_t below = second_line ? next_content(lines_, behind) : behind;
    const bool two_lines = second_line && (signs(below) || ((first || after_piece) && is_text(below)));
    const bool signed_piece = signs(behind) || (two_lines && signs(below));
    const bool photo = lines_[behind].kind == LineKind::credit;
    if (!signed_piece && !two_lines && !is_text(behind) && !photo && !(after_piece && is_running(lines_[behind]))) return;
    if (wrapped_ && !signed_piece && !after_piece) return;
    const bool is_piece = signed_piece || after_piece || (first && !ends_sentence(line.text));
    const bool plain = !holds_any(line.text, {"，", "；", "：", "！", "？", "、", ",", ";"});
    if (!is_piece && !plain && (!apart || ends_sentence(line.text))) return;
    FoundHeading heading{is_piece ? 1 : 2, "", line.text, two_lines};
    lines_[at].kind = LineKind::heading;
    lines_[at].detail = static_cast<std::uint32_t>(headings_.size());
    if (two_lines) lines_[behind].kind = LineKind::more;
    headings_.push_back(std::move(heading));
  }

  std::vector<Line>& lines_;
  bool wrapped_;
  std::uint32_t max_title_width_;
  std::uint32_t min_text_width_;
  std::vector<FoundHeading>& headings_;
};

}  // namespace

Press mark_newspaper(std::vector<Line>& lines, const Widths& widths, Furniture& furniture) {
  return PressMarker(lines, widths, furniture).mark();
}

void mark_titles(const Press& press, std::vector<Line>& lines, const Widths& widths, bool report,
                 std::vector<FoundHeading>& headings) {
  if (!press.titles.empty())
    MarkedTitleMarker(lines, press.titles, headings).mark();
  else if (!report || !widths.wrapped)
    PlainTitleMarker(lines, widths, headings).mark();
}

}  // namespace reportal::raw
