#include "structure/raw/overrule/overrule.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "structure/problems.h"
#include "structure/raw/overrule/correction_lines.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

using As = Correction::As;

constexpr std::string_view by_hand = "taken out by hand";

/// What stands behind a number: without the marks between the two.
std::string_view behind_separators(std::string_view text) {
  for (;;) {
    text = trim(text);
    const std::string_view before = text;
    for (const std::string_view mark : {"：", ":", "、", ".", "．"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
    }
    if (text.size() == before.size()) return text;
  }
}

class Overruler {
 public:
  Overruler(const Source& source, const std::vector<Correction>& corrections, Marked& marked, Document& document,
            const Doubts& doubts)
      : corrections_(corrections),
        marked_(marked),
        lines_(marked.lines),
        document_(document),
        doubts_(doubts),
        places_(source, marked.lines, corrections) {}

  void apply() {
    if (!corrections_.empty()) owner_.resize(lines_.size(), nobody);
    for (std::size_t i = 0; i < corrections_.size(); ++i) {
      const auto span = places_.find(i, doubts_);
      if (span && is_free(i, *span) && set_kind(i, *span)) note(i, *span);
    }
    for (const auto& [number, given] : document_.metadata.cases) {
      if (given.last_line > 0) marked_.case_ends.push_back(given.last_line);
    }
    take_marks();
    std::sort(marked_.case_ends.begin(), marked_.case_ends.end());
  }

 private:
  /// No other correction says what one of the lines is.
  bool is_free(std::size_t index, const LineSpan& span) {
    if (corrections_[index].as == As::as_found) return true;
    for (std::size_t at = span.first; at < span.last; ++at) {
      if (owner_[at] == nobody) continue;
      const Place& other = corrections_[owner_[at]].place;
      doubts_.add(correction_twice, corrections_[index].place, {std::to_string(lines_[at].number), std::to_string(other.line)});
      return false;
    }
    std::fill(owner_.begin() + static_cast<std::ptrdiff_t>(span.first), owner_.begin() + static_cast<std::ptrdiff_t>(span.last),
              index);
    return true;
  }

  void note(std::size_t index, const LineSpan& span) {
    const Correction& correction = corrections_[index];
    if (correction.ends_case) marked_.case_ends.push_back(lines_[span.last - 1].number);
    for (std::size_t at = span.first; at < span.last && correction.page > 0; ++at) lines_[at].page = correction.page;
    document_.cleaning.corrections.push_back({static_cast<std::uint32_t>(index),
                                              {lines_[span.first].number, lines_[span.last - 1].number},
                                              lines_[span.first].text});
  }

  void set_all(const LineSpan& span, LineKind kind, std::size_t detail = 0) {
    for (std::size_t at = span.first; at < span.last; ++at) {
      lines_[at].given = true;
      lines_[at].kind = kind;
      lines_[at].detail = static_cast<std::uint32_t>(detail);
    }
  }

  /// The first line is of `kind`, the others go on with it.
  void set_title(const LineSpan& span, LineKind kind, std::size_t detail = 0) {
    set_all({span.first, span.first + 1}, kind, detail);
    set_all({span.first + 1, span.last}, LineKind::more);
  }

  /// False after a problem.
  bool set_kind(std::size_t index, const LineSpan& span) {
    const Correction& correction = corrections_[index];
    switch (correction.as) {
      case As::as_found:
        break;
      case As::text:
        set_all(span, LineKind::prose);
        break;
      case As::paragraph:
        set_paragraph(span);
        break;
      case As::list_item:
        set_paragraph(span);
        lines_[span.first].list_item = true;
        break;
      case As::joined:
        set_all(span, LineKind::more);
        for (std::size_t at = span.first; at < span.last; ++at) lines_[at].goes_on = true;
        break;
      case As::heading:
        set_heading(correction, span);
        break;
      case As::case_title:
        set_title(span, LineKind::case_title, marked_.captions.cases.size());
        marked_.captions.cases.push_back(case_caption(correction, lines_[span.first].text));
        break;
      case As::figure:
      case As::table:
        set_title(span, correction.as == As::figure ? LineKind::figure : LineKind::table, marked_.captions.captions.size());
        marked_.captions.captions.push_back(exhibit_caption(correction, lines_[span.first].text));
        break;
      case As::table_row:
        set_all(span, LineKind::table_body);
        break;
      case As::note:
        set_title(span, LineKind::note);
        break;
      case As::noise:
        set_all(span, LineKind::noise, marked_.furniture.why.size());
        marked_.furniture.why.push_back(correction.reason.empty() ? by_hand : document_.strings.keep(correction.reason));
        break;
      case As::contents:
        set_all(span, LineKind::contents);
        break;
      case As::byline:
        set_title(span, LineKind::byline);
        break;
      case As::credit:
        set_all(span, LineKind::credit);
        break;
      case As::repeat:
        return set_repeat(correction, span);
    }
    return true;
  }

  void set_paragraph(const LineSpan& span) {
    set_all(span, LineKind::prose);
    lines_[span.first].begins_paragraph = true;
    for (std::size_t at = span.first + 1; at < span.last; ++at) lines_[at].goes_on = true;
    if (span.last > span.first + 1) lines_[span.last - 1].ends_paragraph = true;
  }

  /// Number and title that a line bears: as the correction says, the rest as it was read from the line.
  struct Named {
    std::string number;
    std::string_view title;
  };
  Named named(const Correction& correction, std::string_view line, std::string_view number, std::string_view title) {
    Named result{correction.number.value_or(std::string(number)), title};
    if (correction.title) {
      const std::size_t at = line.find(*correction.title);
      result.title = at == npos ? document_.strings.keep(*correction.title) : line.substr(at, correction.title->size());
    } else if (correction.number && *correction.number != number) {
      const bool printed = !correction.number->empty() && line.starts_with(*correction.number);
      result.title = printed ? behind_separators(line.substr(correction.number->size())) : line;
    }
    return result;
  }

  void set_heading(const Correction& correction, const LineSpan& span) {
    const std::string_view line = lines_[span.first].text;
    const Numbering numbering = read_numbering(line);
    const std::string_view marks = line.substr(0, std::min(line.find_first_not_of('#'), line.size()));
    const bool numbered = numbering.form != Numbering::Form::none;
    const std::string number = number_of(numbering);
    Named name = named(correction, line, number, numbered ? numbering.title : trim(line.substr(marks.size())));
    int level = correction.level;
    if (level == 0 && name.number != number)
      level = usual_level(read_numbering(name.number + " " + std::string(name.title)));
    else if (level == 0 && !numbered)
      level = std::clamp(static_cast<int>(marks.size()), 1, 6);
    set_title(span, LineKind::heading, marked_.headings.size());
    marked_.headings.push_back({level, std::move(name.number), name.title});
  }

  Caption case_caption(const Correction& correction, std::string_view line) {
    Caption caption = read_case_title(line).value_or(Caption{"", line, false, false, false});
    Named name = named(correction, line, caption.number, caption.title);
    caption.number = std::move(name.number);
    caption.title = name.title;
    return caption;
  }

  Caption exhibit_caption(const Correction& correction, std::string_view line) {
    const Label label = read_label(line);
    Named name = named(correction, line, label.number, behind_separators(line.substr(label.length)));
    return {std::move(name.number), name.title, label.continued, label.appendix, false};
  }

  bool set_repeat(const Correction& correction, const LineSpan& span) {
    const LineSpan kept = places_.between(correction.kept_first, correction.kept_last);
    const bool meets = kept.first < span.last && span.first < kept.last;
    if (kept.first == kept.last || meets) {
      doubts_.add(correction_repeat_of_nothing, correction.place, {std::to_string(correction.kept_first)});
      return false;
    }
    set_all(span, LineKind::repeat, marked_.kept.size());
    marked_.kept.push_back({lines_[kept.first].number, lines_[kept.last - 1].number});
    return true;
  }

  void take_marks() {
    std::size_t why = no_line;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].kind != LineKind::text || lines_[at].text != case_end_mark) continue;
      if (why == no_line) {
        why = marked_.furniture.why.size();
        marked_.furniture.why.push_back(case_end_reason);
      }
      set_all({at, at + 1}, LineKind::noise, why);
      marked_.case_ends.push_back(lines_[at].number);
    }
  }

  static constexpr std::size_t nobody = no_line;

  const std::vector<Correction>& corrections_;
  Marked& marked_;
  std::vector<Line>& lines_;
  Document& document_;
  const Doubts& doubts_;
  CorrectionLines places_;
  std::vector<std::size_t> owner_;  ///< by line: the correction that says what it is
};

}  // namespace

void apply_corrections(const Source& source, const std::vector<Correction>& corrections, Marked& marked, Document& document,
                       const Doubts& doubts) {
  Overruler(source, corrections, marked, document, doubts).apply();
}

void settle_joined(std::vector<Line>& lines) {
  bool behind_title = false;
  for (Line& line : lines) {
    switch (line.kind) {
      case LineKind::heading:
      case LineKind::case_title:
      case LineKind::figure:
      case LineKind::table:
      case LineKind::note:
      case LineKind::byline:
        behind_title = true;
        break;
      case LineKind::more:
        if (line.given && line.goes_on && !behind_title) line.kind = LineKind::prose;
        break;
      default:
        behind_title = false;
    }
  }
}

}  // namespace reportal::raw
