#include "structure/raw/pieces/newspaper.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t max_byline_width = 80;

bool names_writer(std::string_view text) {
  for (const std::string_view word : {"记者", "通讯员", "作者", "撰稿", "文/", "文／", "本报讯"}) {
    if (text.find(word) != npos) return true;
  }
  return false;
}

/// 株洲日报全媒体记者/孙晓静, ■作者：邓维雄, 通讯员/王培宏 摄: a short line of names and nothing else.
bool is_byline(std::string_view text) {
  // Running text mostly ends here: a search for these marks is quick, as few other characters share their first byte.
  if (text.find("，") != npos || text.find("。") != npos || text.find(',') != npos) return false;
  std::size_t offset = 0;
  skip_word(text, offset, "■") || skip_word(text, offset, "□") || skip_word(text, offset, "●");
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with("作者") || rest.starts_with("文/") || rest.starts_with("通讯员") || rest.starts_with("撰稿"))
    return true;
  for (const std::string_view word : {"记者/", "记者／", "记者 ", "记者：", "通讯员/", "通讯员 ", "记者:"}) {
    if (text.find(word) != npos) return true;
  }
  return false;
}

/// 学生、家长现场咨询。记者/孙晓静 摄
bool is_credit(std::string_view text) {
  if (!text.ends_with("摄") && !text.ends_with("摄影") && !text.ends_with("供图")) return false;
  return text.find("。") != npos || text.find("，") != npos;
}

/// 株洲日报讯(全媒体记者/孙晓静 通讯员/刘莲苇) at the start of a paragraph: the byline in it.
std::optional<std::string> dateline(std::string_view text) {
  constexpr std::size_t farthest = 60;
  const std::size_t mark = text.find("讯");
  if (mark == npos || mark > farthest) return std::nullopt;
  const std::string_view paper = text.substr(0, mark);
  if (paper.find("，") != npos || paper.find(",") != npos) return std::nullopt;
  std::size_t offset = mark + std::string_view("讯").size();
  skip_space(text, offset);
  std::string_view closing;
  if (skip_word(text, offset, "（"))
    closing = "）";
  else if (skip_word(text, offset, "("))
    closing = ")";
  else
    return std::nullopt;
  const std::size_t end = text.find(closing, offset);
  if (end == npos || end - offset > 120) return std::nullopt;
  const std::string_view names = text.substr(offset, end - offset);
  if (!names_writer(names)) return std::nullopt;
  std::string byline(names.starts_with("全媒体") || names.starts_with("记者") ? paper : std::string_view());
  if (!byline.empty()) byline += ' ';
  byline += names;
  return byline;
}

bool holds_punctuation(std::string_view text) {
  for (const std::string_view mark : {"，", "。", "；", "：", "！", "？", "、", ",", ";", "|"}) {
    if (text.find(mark) != npos) return true;
  }
  return false;
}

struct PieceStart {
  std::size_t heading = 0;
  std::string_view byline;
};

class PieceFinder {
 public:
  explicit PieceFinder(Document& document) : document_(document) {}

  void find() {
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      const Block& block = document_.blocks[at];
      if (const auto* heading = as<Heading>(block)) {
        if (heading->number.empty() && (starts_.empty() || heading->level == 1)) start(at);
        last_heading_ = at;
        text_since_heading_ = false;
      } else if (const auto* paragraph = as<Paragraph>(block)) {
        see_paragraph(*paragraph);
      } else if (const auto* credit = as<Figure>(block); credit != nullptr && credit->number.empty() && !starts_.empty()) {
        if (!text_since_heading_ && starts_.back().heading != last_heading_) start(last_heading_);
      }
    }
    write();
  }

 private:
  void start(std::size_t heading) { starts_.push_back({heading, {}}); }

  void see_paragraph(const Paragraph& paragraph) {
    if (starts_.empty()) {
      text_since_heading_ = true;
      return;
    }
    std::string_view byline;
    if (paragraph.role == Paragraph::Role::byline)
      byline = paragraph.text.text;
    else if (const auto found = dateline(paragraph.text.text))
      byline = document_.strings.keep(*found);
    if (!byline.empty()) {
      const bool own_title = last_heading_ != starts_.back().heading;
      if (own_title && (!text_since_heading_ || !starts_.back().byline.empty())) start(last_heading_);
      if (starts_.back().byline.empty()) starts_.back().byline = byline;
    }
    if (paragraph.role == Paragraph::Role::body) text_since_heading_ = true;
  }

  void write() {
    const auto signed_pieces =
        std::count_if(starts_.begin(), starts_.end(), [](const PieceStart& piece) { return !piece.byline.empty(); });
    if (starts_.size() < 2 || signed_pieces == 0) return;
    for (std::size_t index = 0; index < starts_.size(); ++index) {
      const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1].heading : document_.blocks.size();
      Block& block = document_.blocks[starts_[index].heading];
      auto& heading = std::get<Heading>(block.content);
      heading.level = 1;
      Piece piece;
      piece.block = static_cast<std::uint32_t>(starts_[index].heading);
      piece.line = block.lines.front().first;
      piece.last_line = document_.blocks[end - 1].lines.back().last;
      piece.title = heading.title.text;
      piece.byline = starts_[index].byline;
      document_.pieces.push_back(piece);
    }
  }

  Document& document_;
  std::vector<PieceStart> starts_;
  std::size_t last_heading_ = no_line;
  bool text_since_heading_ = false;
};

}  // namespace

void mark_newspaper(std::vector<Line>& lines, std::vector<FoundHeading>& headings) {
  for (std::size_t at = 0; at < lines.size(); ++at) {
    Line& line = lines[at];
    if (line.kind != LineKind::text) continue;
    const std::size_t marks = std::min(line.text.find_first_not_of('#'), line.text.size());
    if (marks >= 1 && marks <= 6 && marks < line.text.size() && line.text[marks] == ' ') {
      line.kind = LineKind::heading;
      line.detail = static_cast<std::uint32_t>(headings.size());
      headings.push_back({static_cast<int>(marks), "", trim(line.text.substr(marks))});
    } else if (line.width <= max_byline_width && is_credit(line.text)) {
      line.kind = LineKind::credit;
    } else if (line.width <= max_byline_width && is_byline(line.text)) {
      const bool goes_on = at > 0 && lines[at - 1].hard_break && line.blanks == 0 &&
                           (lines[at - 1].kind == LineKind::byline || lines[at - 1].kind == LineKind::more);
      line.kind = goes_on ? LineKind::more : LineKind::byline;
    }
  }
}

void mark_plain_titles(std::vector<Line>& lines, const Widths& widths, std::vector<FoundHeading>& headings) {
  constexpr std::uint32_t longest_title = 80;
  constexpr std::uint32_t shortest_text = 80;
  const bool marked = std::any_of(lines.begin(), lines.end(),
                                  [](const Line& line) { return line.text.starts_with("# ") || line.text.starts_with("## "); });
  if (widths.wrapped || marked) return;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    Line& line = lines[at];
    if (line.kind != LineKind::text || line.width > longest_title || line.width < 4 || holds_punctuation(line.text)) continue;
    const std::size_t before = previous_content(lines, at);
    const std::size_t behind = next_content(lines, at);
    if (behind == no_line || lines[behind].kind != LineKind::text || lines[behind].width < shortest_text) continue;
    const bool below_byline =
        before != no_line && (lines[before].kind == LineKind::byline || lines[before].kind == LineKind::more);
    if (before != no_line && lines[before].kind == LineKind::text && !ends_sentence(lines[before].text) &&
        lines[behind].blanks < 2)
      continue;
    line.kind = LineKind::heading;
    line.detail = static_cast<std::uint32_t>(headings.size());
    headings.push_back({below_byline || dateline(lines[behind].text) ? 1 : 2, "", line.text});
  }
}

void find_pieces(Document& document) { PieceFinder(document).find(); }

}  // namespace reportal::raw
