#include "structure/markup/recognise.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "chinese/characters.h"
#include "chinese/dates.h"
#include "structure/markup/rich_text.h"
#include "structure/raw/pieces/bylines.h"
#include "structure/raw/titles/captions.h"

namespace reportal::markup {

namespace {

constexpr std::size_t max_caption_characters = 120;
constexpr std::size_t max_byline_characters = 60;
constexpr std::size_t max_name_characters = 4;
constexpr std::size_t max_office_characters = 16;

template <typename Content>
Content* as(Draft& draft) {
  return std::get_if<Content>(&draft.content);
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}
bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}
bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != npos; });
}

/// `text` without what closes a caption: ） 】 。
std::string_view without_closing_marks(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {"）", ")", "】", "]", "。", "."}) {
      if (!text.ends_with(mark)) continue;
      text = trim_end(text.substr(0, text.size() - mark.size()));
      cut = true;
    }
  }
  return text;
}

/// The line under a press photo ends with who took or gave it.
bool is_photo_caption(std::string_view text) {
  return raw::is_photo_line(text) ||
         (count_characters(text) <= max_caption_characters &&
          ends_with_any(without_closing_marks(text), {"摄", "图", "供图", "图片", "资料", "资料图", "照片", "图源网络"}));
}

/// A caption split into its number and its title.
struct NumberedCaption {
  raw::Label label;
  RichText title;
};

std::optional<NumberedCaption> read_caption(const RichText& text) {
  NumberedCaption caption{.label = raw::read_label(text.text), .title = {}};
  if (caption.label.kind == raw::Label::Kind::none || text.text.find("。") != npos ||
      ends_with_any(text.text, {"，", "；", "："}) || count_characters(text.text) > max_caption_characters) {
    return std::nullopt;
  }
  std::size_t title = caption.label.length;
  for (std::size_t next = title; next < text.text.size(); title = next) {
    const char32_t c = next_character(text.text, next);
    if (!is_space(c) && std::u32string_view(U"：:、.．").find(c) == std::u32string_view::npos) break;
  }
  caption.title = part_of(text, title, text.text.size());
  return caption;
}

/// Splits a number off a caption that is already the caption of its figure or table.
void split_number(RichText& caption, std::string_view& number, raw::Label::Kind kind, StringPool& pool) {
  if (!number.empty()) return;
  auto numbered = read_caption(caption);
  if (!numbered || numbered->label.kind != kind) return;
  number = pool.keep(numbered->label.number);
  caption = std::move(numbered->title);
}

void merge_lines(LineRange& lines, const LineRange& more) {
  if (more.first == 0) return;
  lines.first = lines.first == 0 ? more.first : std::min(lines.first, more.first);
  lines.last = std::max(lines.last, more.last);
}

class CaptionJoiner {
 public:
  CaptionJoiner(DocumentKind kind, StringPool& pool)
      : captions_stand_alone_(kind == DocumentKind::report || kind == DocumentKind::case_study), pool_(pool) {}

  std::vector<Draft> run(std::vector<Draft> drafts) {
    joined_.reserve(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      Draft* next = i + 1 < drafts.size() ? &drafts[i + 1] : nullptr;
      if (const auto* paragraph = as<Paragraph>(drafts[i]); paragraph != nullptr && join(*paragraph, drafts[i].lines, next))
        continue;
      joined_.push_back(std::move(drafts[i]));
      split_numbers(joined_.back());
    }
    return std::move(joined_);
  }

 private:
  void split_numbers(Draft& draft) {
    if (auto* figure = as<Figure>(draft)) split_number(figure->caption, figure->number, raw::Label::Kind::figure, pool_);
    if (auto* table = as<Table>(draft)) split_number(table->caption, table->number, raw::Label::Kind::table, pool_);
  }

  /// True if the paragraph went into a figure or table.
  bool join(const Paragraph& paragraph, const LineRange& lines, Draft* next) {
    Figure* before = joined_.empty() ? nullptr : as<Figure>(joined_.back());
    if (before != nullptr && (!before->caption.empty() || before->image.empty())) before = nullptr;
    auto caption = read_caption(paragraph.text);
    if (!caption) {
      const bool marked = paragraph.role == Paragraph::Role::caption;
      if (before != nullptr && (marked || is_photo_caption(paragraph.text.text)))
        return set(*before, joined_.back(), paragraph.text, lines);
      Figure* figure = marked && next != nullptr ? as<Figure>(*next) : nullptr;
      return figure != nullptr && figure->caption.empty() && set(*figure, *next, paragraph.text, lines);
    }
    const std::string_view number = pool_.keep(caption->label.number);
    if (caption->label.kind == raw::Label::Kind::table) {
      Table* table = next == nullptr ? nullptr : as<Table>(*next);
      if (table != nullptr && table->caption.empty()) return set(*table, *next, number, *caption, lines);
      Table* above = joined_.empty() ? nullptr : as<Table>(joined_.back());
      if (above != nullptr && above->caption.empty()) return set(*above, joined_.back(), number, *caption, lines);
    } else {
      if (before != nullptr) return set(*before, joined_.back(), number, *caption, lines);
      Figure* figure = next == nullptr ? nullptr : as<Figure>(*next);
      if (figure != nullptr && figure->caption.empty()) return set(*figure, *next, number, *caption, lines);
    }
    if (!captions_stand_alone_ || caption->title.empty()) return false;
    if (caption->label.kind == raw::Label::Kind::table) return add<Table>(number, *caption, lines);
    return add<Figure>(number, *caption, lines);
  }

  template <typename Captioned>
  bool add(std::string_view number, NumberedCaption& caption, const LineRange& lines) {
    Draft& draft = joined_.emplace_back(Draft{Captioned{}, lines});
    return set(std::get<Captioned>(draft.content), draft, number, caption, lines);
  }

  bool set(Figure& figure, Draft& draft, const RichText& caption, const LineRange& lines) {
    figure.caption = caption;
    merge_lines(draft.lines, lines);
    return true;
  }

  template <typename Captioned>
  bool set(Captioned& captioned, Draft& draft, std::string_view number, NumberedCaption& caption, const LineRange& lines) {
    captioned.number = number;
    captioned.caption = std::move(caption.title);
    merge_lines(draft.lines, lines);
    return true;
  }

  bool captions_stand_alone_;
  StringPool& pool_;
  std::vector<Draft> joined_;
};

bool is_dateline(std::string_view text) {
  return parse_date(text).has_value() ||
         (count_characters(text) <= max_byline_characters &&
          starts_with_any(text, {"发布时间", "发布日期", "时间：", "日期：", "时间:", "日期:"}));
}

bool is_credit(std::string_view text) {
  if (raw::is_staff_line(text)) return true;
  if (count_characters(text) > max_byline_characters) return false;
  for (const std::string_view bracket : {"（", "(", "【", "["}) {
    if (text.starts_with(bracket)) text.remove_prefix(bracket.size());
  }
  const std::size_t colon = std::min(text.find("："), text.find(':'));
  if (colon == npos) return starts_with_any(text, {"转载自", "来源|", "来源｜", "来源丨"});
  return starts_with_any(text.substr(0, colon),
                         {"来源", "文章来源", "稿件来源", "信息来源", "新闻来源", "稿源", "供稿", "责任编辑", "责编", "编辑",
                          "校对", "审核", "一审", "二审", "三审", "终审", "监制", "值班"});
}

bool is_byline(std::string_view text) {
  return raw::is_byline(text) || (count_characters(text) <= max_byline_characters && !contains_any(text, {"。", "，"}) &&
                                  starts_with_any(text, {"作者：", "作者:", "文/", "文｜", "文|", "撰文"}));
}

bool is_han_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_han(next_character(text, at))) return false;
  }
  return !text.empty();
}

/// A first line that holds nothing but names: of people, or of the office that wrote the article.
bool is_line_of_names(std::string_view text) {
  std::size_t names = 0;
  for (const std::string_view part : split(text, ' ')) {
    const std::size_t length = count_characters(part);
    const bool office =
        length <= max_office_characters && ends_with_any(part, {"报", "社", "网", "台", "中心", "处", "部", "办公室"});
    if (!is_han_only(part) || (length > max_name_characters && !office) || length < 2) return false;
    ++names;
  }
  return names > 1 || count_characters(text) < max_name_characters || ends_with_any(text, {"报", "社", "网", "台"});
}

}  // namespace

std::vector<Draft> join_captions(std::vector<Draft> drafts, DocumentKind kind, StringPool& pool) {
  return CaptionJoiner(kind, pool).run(std::move(drafts));
}

void mark_source_notes(std::vector<Draft>& drafts) {
  std::int32_t captioned = -1;  ///< the figure or table that only its notes have followed so far
  std::int32_t nearest = -1;    ///< the last one since a heading
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (as<Heading>(drafts[i]) != nullptr) nearest = -1;
    const bool is_table = as<Table>(drafts[i]) != nullptr;
    if (is_table || as<Figure>(drafts[i]) != nullptr) {
      captioned = nearest = static_cast<std::int32_t>(i);
      continue;
    }
    const auto* paragraph = as<Paragraph>(drafts[i]);
    const std::string_view text = paragraph == nullptr ? std::string_view{} : paragraph->text.text;
    if (!raw::is_source_note(text)) {
      captioned = -1;
      continue;
    }
    const bool names_data = starts_with_any(text, {"数据来源", "资料来源"});
    const bool at_table = captioned >= 0 && as<Table>(drafts[static_cast<std::size_t>(captioned)]) != nullptr;
    const bool stands_at_one = captioned >= 0 && (at_table || !text.starts_with("来源"));
    if (!names_data && !stands_at_one) {
      captioned = -1;
      continue;
    }
    drafts[i].content = SourceNote{.text = paragraph->text, .of = captioned >= 0 ? captioned : nearest};
  }
}

void mark_roles(std::vector<Draft>& drafts) {
  const auto paragraphs =
      std::count_if(drafts.begin(), drafts.end(), [](Draft& draft) { return as<Paragraph>(draft) != nullptr; });
  bool body_begun = false;
  for (Draft& draft : drafts) {
    auto* paragraph = as<Paragraph>(draft);
    if (paragraph == nullptr) {
      body_begun = body_begun || as<Heading>(draft) == nullptr;
      continue;
    }
    const std::string_view text = paragraph->text.text;
    if (is_credit(text))
      paragraph->role = Paragraph::Role::credit;
    else if (!body_begun && is_dateline(text))
      paragraph->role = Paragraph::Role::dateline;
    else if (is_byline(text) || (!body_begun && paragraphs > 1 && is_line_of_names(text)))
      paragraph->role = Paragraph::Role::byline;
    body_begun = body_begun || paragraph->role == Paragraph::Role::body;
  }
}

std::string find_byline(const Document& document) {
  std::string_view last;
  for (const Block& block : document.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (paragraph == nullptr) continue;
    if (paragraph->role == Paragraph::Role::byline) return std::string(paragraph->text.text);
    if (paragraph->role != Paragraph::Role::body) continue;
    if (const auto dateline = raw::read_dateline(paragraph->text.text); dateline && !dateline->byline.empty()) return dateline->byline;
    last = paragraph->text.text;
  }
  return std::string(raw::closing_byline(last));
}

}  // namespace reportal::markup
