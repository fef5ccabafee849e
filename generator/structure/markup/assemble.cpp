#include "structure/markup/assemble.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/files.h"
#include "base/text.h"
#include "structure/markup/line_owners.h"
#include "structure/markup/recognise.h"
#include "structure/markup/rich_text.h"
#include "structure/raw/titles/captions.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::markup {

namespace {

constexpr int below_all_headings = 7;
constexpr int max_level = 6;

/// The numbering of a heading. A bare number before a space (1 人才培养) is one in reports only, elsewhere it may count (5
/// 项举措).
raw::Numbering heading_numbering(std::string_view title, bool in_report) {
  const raw::Numbering numbering = raw::read_numbering(title);
  if (numbering.title.empty()) return {};
  const bool plain = numbering.form == raw::Numbering::Form::decimal || numbering.form == raw::Numbering::Form::han;
  const bool bare = plain && numbering.depth == 1 && !numbering.marked;
  const bool is_date = std::u32string_view(U"年月日%％").find(first_character(numbering.title)) != std::u32string_view::npos;
  return bare && (!in_report || is_date) ? raw::Numbering{} : numbering;
}

/// The level that a printed number gives; 0 if it gives none.
int numbered_level(const raw::Numbering& numbering) {
  if (numbering.form == raw::Numbering::Form::decimal) return std::min<int>(numbering.depth, max_level);
  if (numbering.form == raw::Numbering::Form::chapter || numbering.form == raw::Numbering::Form::part) return 1;
  return 0;
}

/// Why lines made no block.
std::string_view reason_of(std::string_view text) {
  if (text.starts_with("[^")) return "unused note";
  if (text.starts_with('[')) return "link definition";
  if (text.starts_with("<!--")) return "comment";
  return "markup";
}

class Assembler {
 public:
  Assembler(const Source& source, Document& document) : source_(source), document_(document), owners_(source) {
    const bool report = document.kind == DocumentKind::report;
    cases_marked_ = report || document.kind == DocumentKind::case_study;
    levels_by_number_ = report;
  }

  void run(std::vector<Draft> drafts, std::string_view page_title) {
    drafts = join_captions(std::move(drafts), document_.kind, document_.strings);
    mark_source_notes(drafts);
    const bool news = document_.kind == DocumentKind::article || document_.kind == DocumentKind::newspaper;
    if (news) mark_roles(drafts);
    set_title(drafts, page_title);
    learn_level_shift(drafts);

    document_.blocks.reserve(drafts.size() + 8);
    add_front_matter();
    std::vector<std::vector<LineRange>> lines;
    lines.reserve(drafts.size());
    for (const Draft& draft : drafts) lines.push_back(owners_.claim(draft.lines));
    find_stray_lines();
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (!lines[i].empty()) add_stray_lines_before(lines[i].front().first);
      block_of_draft_.push_back(static_cast<std::int32_t>(document_.blocks.size()));
      add(std::move(drafts[i]), std::move(lines[i]));
    }
    add_stray_lines_before(source_.line_count() + 1);
    if (news) document_.byline = document_.strings.keep(find_byline(document_));
  }

  void keep_all_as_noise(std::string_view why) {
    add_front_matter();
    for (const LineRange& range : owners_.claim_rest(1)) document_.blocks.push_back({Noise{lines_text(range), why}, {range}});
  }

 private:
  void set_title(const std::vector<Draft>& drafts, std::string_view page_title) {
    if (!document_.title.empty()) return;
    for (const Draft& draft : drafts) {
      const auto* heading = std::get_if<Heading>(&draft.content);
      if (heading == nullptr || heading->level != 1) continue;
      const auto case_title = cases_marked_ ? raw::read_case_title(heading->title.text) : std::nullopt;
      document_.title = case_title ? case_title->title : heading->title.text;
      return;
    }
    document_.title = page_title.empty() ? file_stem(document_.path) : page_title;
  }

  /// In a report # may be the title and ## the chapters: the first number tells by how much the marks are deeper.
  void learn_level_shift(const std::vector<Draft>& drafts) {
    if (!levels_by_number_) return;
    for (const Draft& draft : drafts) {
      const auto* heading = std::get_if<Heading>(&draft.content);
      const int level = heading == nullptr ? 0 : numbered_level(heading_numbering(heading->title.text, true));
      if (level == 0) continue;
      level_shift_ = heading->level - level;
      return;
    }
  }

  void add_front_matter() {
    if (source_.front_matter_first == 0) return;
    document_.blocks.push_back({FrontMatterBlock{}, owners_.claim({source_.front_matter_first, source_.front_matter_last})});
  }

  [[nodiscard]] std::string_view lines_text(const LineRange& range) const {
    const std::string_view last = source_.line(range.last);
    const char* const begin = source_.text.data() + source_.line_starts[range.first - 1];
    return trim({begin, static_cast<std::size_t>(last.data() + last.size() - begin)});
  }

  /// Each stretch of lines without a blank one makes one block.
  void find_stray_lines() {
    for (const LineRange& range : owners_.claim_rest(1)) {
      for (std::uint32_t line = range.first; line <= range.last; ++line) {
        if (is_blank(source_.line(line))) continue;
        if (!stray_.empty() && stray_.back().last + 1 == line)
          stray_.back().last = line;
        else
          stray_.push_back({line, line});
      }
    }
  }

  void add_stray_lines_before(std::uint32_t line) {
    for (; next_stray_ < stray_.size() && stray_[next_stray_].first < line; ++next_stray_) {
      const std::string_view text = lines_text(stray_[next_stray_]);
      push(Noise{text, reason_of(text)}, {stray_[next_stray_]});
    }
  }

  void push(BlockContent content, std::vector<LineRange> lines) {
    Block block{.content = std::move(content), .lines = std::move(lines)};
    block.section = sections_.empty() ? -1 : sections_.back().block;
    block.inside_case = case_block_;
    document_.blocks.push_back(std::move(block));
  }

  void add(Draft draft, std::vector<LineRange> lines) {
    if (case_last_line_ > 0 && !lines.empty() && lines.front().first > case_last_line_) end_case();
    if (auto* heading = std::get_if<Heading>(&draft.content)) {
      add_heading(std::move(*heading), std::move(lines));
      return;
    }
    if (auto* paragraph = std::get_if<Paragraph>(&draft.content);
        paragraph != nullptr && cases_marked_ && is_all_strong(paragraph->text)) {
      if (add_case_title(paragraph->text, below_all_headings, lines)) return;
    }
    if (const auto* mark = std::get_if<Paragraph>(&draft.content); mark != nullptr && mark->text.text == raw::case_end_mark) {
      end_case();
      push(Noise{mark->text.text, raw::case_end_reason}, std::move(lines));
      return;
    }
    if (auto* note = std::get_if<SourceNote>(&draft.content); note != nullptr && note->of >= 0) {
      note->of = block_of_draft_[static_cast<std::size_t>(note->of)];
    }
    push(std::move(draft.content), std::move(lines));
  }

  void add_heading(Heading heading, std::vector<LineRange> lines) {
    if (heading.level <= case_level_) end_case();
    if (cases_marked_ && add_case_title(heading.title, heading.level, lines)) return;
    const bool is_title = heading.title.text == document_.title;
    const raw::Numbering numbering = is_title ? raw::Numbering{} : heading_numbering(heading.title.text, levels_by_number_);
    if (numbering.form != raw::Numbering::Form::none) {
      const auto offset = static_cast<std::size_t>(numbering.title.data() - heading.title.text.data());
      heading.number = numbering.numeral;
      heading.title = part_of(heading.title, offset, heading.title.text.size());
    }
    if (levels_by_number_ && !is_title) {
      const int level = numbered_level(numbering);
      heading.level = level > 0 ? level : std::clamp(heading.level - level_shift_, 1, max_level);
    }
    const bool in_case = case_block_ >= 0;
    if (!in_case) std::erase_if(sections_, [&](const Section& section) { return section.level >= heading.level; });
    const int level = heading.level;
    push(std::move(heading), std::move(lines));
    if (!in_case) sections_.push_back({level, static_cast<std::int32_t>(document_.blocks.size()) - 1});
  }

  static bool is_all_strong(const RichText& text) {
    return !text.spans.empty() && text.spans.front().kind == Span::Kind::strong && text.spans.front().first == 0 &&
           text.spans.front().last == text.text.size();
  }

  /// A case begins where `text` is the title of one; it ends before the next heading that is not deeper than `level`.
  bool add_case_title(const RichText& text, int level, std::vector<LineRange>& lines) {
    const auto title = raw::read_case_title(text.text);
    if (!title) return false;
    end_case();
    const auto offset = static_cast<std::size_t>(title->title.data() - text.text.data());
    push(CaseTitle{.number = document_.strings.keep(title->number),
                   .title = part_of(text, offset, offset + title->title.size())},
         std::move(lines));
    case_block_ = static_cast<std::int32_t>(document_.blocks.size()) - 1;
    case_level_ = level;
    const auto metadata = document_.metadata.cases.find(title->number);
    case_last_line_ = metadata == document_.metadata.cases.end() ? 0 : metadata->second.last_line;
    return true;
  }

  void end_case() {
    case_block_ = -1;
    case_level_ = 0;
    case_last_line_ = 0;
  }

  struct Section {
    int level;
    std::int32_t block;
  };

  const Source& source_;
  Document& document_;
  LineOwners owners_;
  std::vector<LineRange> stray_;
  std::size_t next_stray_ = 0;
  std::vector<std::int32_t> block_of_draft_;
  std::vector<Section> sections_;
  bool cases_marked_ = false;
  bool levels_by_number_ = false;
  int level_shift_ = 0;
  std::int32_t case_block_ = -1;
  int case_level_ = 0;
  std::uint32_t case_last_line_ = 0;
};

}  // namespace

Document begin_document(const Source& source) {
  Document document;
  document.path = source.path;
  document.metadata = source.metadata;
  document.kind = source.metadata.kind;
  document.id = source.metadata.id;
  document.title = source.metadata.title;
  if (!source.metadata.schools.empty()) document.school = source.metadata.schools.front();
  document.year = source.metadata.year;
  return document;
}

Body body_of(const Source& source) {
  const std::uint32_t first = source.front_matter_last + 1;
  if (first > source.line_count()) return {.text = {}, .first_line = first};
  return {.text = std::string_view(source.text).substr(source.line_starts[first - 1]), .first_line = first};
}

void assemble(const Source& source, std::vector<Draft> drafts, std::string_view page_title, Document& document) {
  Assembler(source, document).run(std::move(drafts), page_title);
}

void assemble_unread(const Source& source, Document& document) {
  if (document.title.empty()) document.title = file_stem(document.path);
  Assembler(source, document).keep_all_as_noise("over a limit");
}

}  // namespace reportal::markup
