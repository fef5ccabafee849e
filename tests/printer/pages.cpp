#include "pages.h"

#include <array>

namespace reportal::printer {

Pages::Pages(const Report& report, const Style& style) : report_(report), style_(style) {
  constexpr std::array<std::uint32_t, 4> lengths = {36, 24, 44, 0};
  constexpr std::array<std::size_t, 3> margins = {0, 2, 6};
  length_ = lengths[style[Dimension::page_length]];
  margin_.assign(margins[style[Dimension::margin]], ' ');
}

std::uint32_t Pages::blank_lines(Gap gap) const {
  const std::size_t style = style_[Dimension::line_gap];
  const std::uint32_t between_lines = style == 0 ? 1 : 0;
  switch (gap) {
    case Gap::none:
      return 0;
    case Gap::line:
      return between_lines;
    case Gap::block:
      return style == 1 ? 0 : 1;
    case Gap::wide_block:
      return style == 1 ? 1 : 2;
  }
  return 0;
}

std::uint32_t Pages::put(std::string_view indent, std::string_view text, std::uint32_t blanks) {
  for (std::uint32_t blank = 0; blank < blanks; ++blank) text_ += '\n';
  const std::size_t start = style_[Dimension::page_start];
  if (mark_start_ && start == 0) text_ += '\f';
  if (mark_start_ && start == 1 && margin_.empty() && indent.empty()) text_ += ' ';
  mark_start_ = false;
  text_.append(margin_).append(indent).append(text).append("\n");
  number_ += blanks + 1;
  return number_;
}

std::uint32_t Pages::line(std::string_view text, Gap gap, std::string_view indent) {
  if (full()) end_page();
  if (at_start_) start_page();
  const bool first = used_ == 0;
  ++used_;
  // A page that starts with its text has no blank line before it, as text extraction starts each page anew.
  const bool bare_start = mark_start_ && first;
  const std::uint32_t blanks = number_ == 0 || bare_start ? 0 : blank_lines(gap == Gap::none && first ? Gap::line : gap);
  return put(indent, text, blanks);
}

void Pages::start_page() {
  at_start_ = false;
  if (length_ == 0) return;
  const std::string head = header();
  if (!head.empty()) furniture(head);
  if (style_.name(Dimension::page_number) == "at-the-top") furniture(page_number());
}

void Pages::furniture(std::string_view text) {
  const std::uint32_t blanks = number_ == 0 || mark_start_ ? 0 : blank_lines(Gap::line);
  noise_.push_back(put("", text, blanks));
}

void Pages::leftover(std::string_view text) {
  if (at_start_ || full()) return;
  noise_.push_back(put("", text, blank_lines(Gap::line)));
}

void Pages::end_page() {
  if (used_ == 0) return;
  if (style_.name(Dimension::page_number) != "at-the-top" && style_[Dimension::page_number] != 0) furniture(page_number());
  ++page_;
  used_ = 0;
  at_start_ = true;
  mark_start_ = style_[Dimension::page_start] != 2;
}

void Pages::finish() {
  if (length_ > 0) end_page();
}

std::string Pages::page_number() const {
  const std::string number = std::to_string(page_);
  switch (style_[Dimension::page_number]) {
    case 2:
      return "- " + number + " -";
    case 3:
      return number + " / 195";
    case 4:
      return "第 " + number + " 页";
    case 5:
      return "第 " + number + " 页 共 195 页";
    case 6:
      return "— " + number + " —";
    default:
      return number;
  }
}

std::string Pages::header() const {
  const std::string title = "高等职业教育质量报告（" + std::to_string(report_.year) + "年度）";
  switch (style_[Dimension::header]) {
    case 1:
      return report_.school;
    case 2:
      return report_.school + title;
    case 3:
      return page_ % 2 == 0 ? report_.school : title;
    case 4:
      return report_.school + title + " " + std::to_string(page_);
    default:
      return {};
  }
}

}  // namespace reportal::printer
