#include "render/digest.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"
#include "chinese/sentences.h"

namespace reportal {
namespace {

bool ends_clause(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == U'，' || c == U'、' || c == U'：' || c == U'.' || c == U',' ||
         c == U';' || c == U'!' || c == U'?';
}

}  // namespace

std::string shortened(std::string_view text, std::size_t limit) {
  const std::string_view head = take_characters(text, limit);
  if (head.size() == text.size()) return std::string(text);
  std::size_t end = head.size();
  const std::size_t least = head.size() / 2;
  for (std::size_t i = head.size(); i > least;) {
    const std::size_t behind = i;
    if (ends_clause(previous_character(head, i))) {
      const char32_t mark = last_character(head.substr(0, behind));
      end = mark == U'。' || mark == U'！' || mark == U'？' ? behind : i;
      break;
    }
  }
  return std::string(head.substr(0, end)) + "……";
}

std::string summary_of(const Document& document, std::span<const std::uint32_t> blocks) {
  for (const std::uint32_t block : blocks) {
    const Paragraph* paragraph = as<Paragraph>(document.blocks[block]);
    const bool running = paragraph != nullptr && paragraph->role == Paragraph::Role::body;
    if (running && !is_blank(paragraph->text.text)) return shortened(paragraph->text.text, summary_characters);
  }
  return {};
}

std::string summary_of(const Document& document) {
  if (!document.metadata.summary.empty()) return document.metadata.summary;
  std::vector<std::uint32_t> all(document.blocks.size());
  std::iota(all.begin(), all.end(), 0U);
  return summary_of(document, all);
}

std::string marked_sentence(std::string_view text, std::uint32_t first, std::uint32_t last) {
  const std::string_view sentence = sentence_around(text, first, last);
  const auto start = static_cast<std::size_t>(sentence.data() - text.data());
  const std::size_t end = start + sentence.size();
  std::string out;
  if (start > 0 && !closes_sentence(last_character(text.substr(0, start)))) out += "……";
  append_html_escaped(out, text.substr(start, first - start));
  out += "<mark>";
  append_html_escaped(out, text.substr(first, last - first));
  out += "</mark>";
  append_html_escaped(out, text.substr(last, end - last));
  if (end < text.size() && !closes_sentence(last_character(text.substr(0, end)))) out += "……";
  return out;
}

}  // namespace reportal
