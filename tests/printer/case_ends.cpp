#include "case_ends.h"

#include <algorithm>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::printer {
namespace {

using Kind = Item::Kind;

bool ends_reach(const Item& item) {
  return item.kind == Kind::heading || item.kind == Kind::front || item.kind == Kind::front_sub ||
         item.kind == Kind::case_title;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

/// Stands in a word or a number, as 82.62%.
bool is_word(char c) { return std::string_view(" ,;:?!()[]").find(c) == npos && static_cast<unsigned char>(c) < 0x80; }
bool is_mark(char32_t c) { return std::u32string_view(U"，。、；：？！）》】”’,;:?!)]").find(c) != std::u32string_view::npos; }

}  // namespace

CaseEnds::CaseEnds(const Report& report, const std::vector<PrintedText>& texts, const BoxStyle& style)
    : items_(report.items), texts_(texts), style_(style) {
  learn_box();
}

std::vector<CaseEnds::Bounds> CaseEnds::bounds_of(const PrintedText& text) {
  std::vector<Bounds> all;
  for (std::size_t line = 0; line + 1 < text.lines.size(); ++line) {
    const SetLine& set = text.lines[line];
    const std::uint32_t from = line == 0 ? text.first_indent : 0;
    const std::uint32_t doubt = has_letters(set.text) ? quarters / 2 : 0;
    // Punctuation may hang into the margin, at the end of this line and behind what the next one begins with.
    const std::uint32_t hang = is_mark(last_character(set.text)) ? quarters : 0;
    std::uint32_t behind = 0;
    const std::string_view next = text.lines[line + 1].text;
    std::size_t at = 0;
    next_character(next, at);
    while (at < next.size() && is_word(next[at])) ++at;
    while (at < next.size() && is_mark(next_character(next, at))) behind += quarters;
    all.push_back(
        {from + set.used - std::min(from + set.used, hang + doubt), from + set.used + set.next_unit + behind + doubt});
  }
  return all;
}

void CaseEnds::learn_box() {
  box_ = {0, ~0U};
  for (std::size_t item = 1; item < items_.size(); ++item) {
    if (items_[item - 1].kind != Kind::case_title) continue;
    for (const Bounds& line : bounds_of(texts_[item])) {
      box_.low = std::max(box_.low, line.low);
      box_.high = std::min(box_.high, line.high);
    }
  }
}

bool CaseEnds::in_no_text(std::size_t item) const {
  const std::vector<Bounds> lines = bounds_of(texts_[item]);
  return std::any_of(lines.begin(), lines.end(),
                     [&](const Bounds& line) { return line.low > style_.text_width || line.high <= style_.text_width; });
}

bool CaseEnds::in_no_box(std::size_t item) const {
  const std::vector<Bounds> lines = bounds_of(texts_[item]);
  return box_.low > 0 && std::any_of(lines.begin(), lines.end(),
                                     [&](const Bounds& line) { return line.low >= box_.high || line.high <= box_.low; });
}

bool CaseEnds::show(std::size_t title) const {
  std::size_t limit = title + 1;
  while (limit < items_.size() && !ends_reach(items_[limit])) ++limit;
  std::size_t end = title + 1;  // behind the last item of the case
  while (end < limit && items_[end].in_case) ++end;
  std::vector<std::size_t> inside, behind;
  std::size_t figures = 0;
  bool hidden = false;
  for (std::size_t item = title + 1; item < limit; ++item) {
    if (items_[item].kind == Kind::figure) ++figures;
    if (!is_text(item)) continue;
    (item < end ? inside : behind).push_back(item);
    hidden = hidden || texts_[item].page_start;
  }
  if (inside.size() <= 1 && behind.empty()) return true;
  if (style_.indent || (style_.gaps && !hidden)) return true;
  if (style_.box_width == style_.text_width) {
    std::size_t last = end - 1;
    while (items_[last].kind == Kind::source) --last;
    return figures == 1 && items_[last].kind == Kind::figure;
  }
  return !inside.empty() && in_no_text(inside.back()) && (behind.empty() || in_no_box(behind.front()));
}

}  // namespace reportal::printer
