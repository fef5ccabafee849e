#include "structure/markup/chinese_markdown.h"

#include <algorithm>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::markup {

namespace {

constexpr std::uint32_t max_list_start = 99;
constexpr std::uint32_t code_indent = 4;
constexpr std::size_t no_fence = 0;

bool is_punctuation(char32_t c) {
  return is_wide_punctuation(c) || (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

/// White space at the start of a line.
struct Indent {
  std::size_t bytes = 0;
  std::uint32_t columns = 0;     ///< of spaces and tabs, up to the first other character
  std::uint32_t full_width = 0;  ///< ideographic spaces
};

Indent indent_of(std::string_view line) {
  Indent indent;
  while (indent.bytes < line.size()) {
    std::size_t next = indent.bytes;
    const char32_t c = next_character(line, next);
    if (c == ' ')
      ++indent.columns;
    else if (c == '\t')
      indent.columns += code_indent - indent.columns % code_indent;
    else if (c == 0x3000 || c == 0x2003)
      ++indent.full_width;
    else
      break;
    indent.bytes = next;
  }
  return indent;
}

/// Length of the run of ``` or ~~~ at the start of `text`, at least three; else no_fence.
std::size_t fence_length(std::string_view text) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return no_fence;
  const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
  if (length < 3 || (text[0] == '`' && text.find('`', length) != npos)) return no_fence;
  return length;
}

/// The marker of an ordered list item at the start of `text`.
struct OrderedMarker {
  std::uint32_t number = 0;
  std::size_t point = 0;  ///< offset of its . or ); 0 if there is no marker
  std::string_view content;
};

OrderedMarker ordered_marker(std::string_view text) {
  OrderedMarker marker;
  std::size_t at = 0;
  for (; at < text.size() && at < 9 && is_ascii_digit(static_cast<unsigned char>(text[at])); ++at) {
    marker.number = marker.number * 10 + static_cast<std::uint32_t>(text[at] - '0');
  }
  if (at == 0 || at + 1 >= text.size() || (text[at] != '.' && text[at] != ')') || (text[at + 1] != ' ' && text[at + 1] != '\t'))
    return {};
  marker.point = at;
  marker.content = trim(text.substr(at + 1));
  return marker;
}

bool is_bullet(std::string_view text) {
  return text.size() >= 2 && std::string_view("-*+").find(text[0]) != npos && (text[1] == ' ' || text[1] == '\t');
}

class Preparation {
 public:
  Preparation(std::string_view text, std::uint32_t first_line) : rest_(text), line_(first_line) {
    prepared_.text.reserve(text.size() + text.size() / 16);
    prepared_.lines.push_back(0);
  }

  PreparedMarkdown run() {
    for (; !rest_.empty(); ++line_) {
      const std::size_t end = std::min(rest_.find('\n'), rest_.size());
      add(rest_.substr(0, end));
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
    }
    return std::move(prepared_);
  }

 private:
  void add(std::string_view line) {
    const Indent indent = indent_of(line);
    const std::string_view content = line.substr(indent.bytes);
    if (content.empty()) {
      in_html_ = false;
      write({}, {});
      previous_blank_ = true;
      return;
    }
    if (passes_unchanged(indent, content)) {
      write({}, line);
    } else if (begins_paragraph(indent, content)) {
      if (!previous_blank_) write({}, {});
      list_open_ = false;
      write({}, content);
    } else {
      write_list_aware(line.substr(0, indent.bytes), content, indent);
    }
    previous_blank_ = false;
  }

  /// Fenced code and HTML blocks, whose lines mean what they say.
  bool passes_unchanged(const Indent& indent, std::string_view content) {
    const std::size_t fence = indent.full_width == 0 ? fence_length(content) : no_fence;
    if (fence_ != no_fence) {
      const bool closes = fence >= fence_ && content[0] == fence_mark_ && is_blank(content.substr(fence));
      if (closes) fence_ = no_fence;
      return true;
    }
    if (fence != no_fence && (indent.columns < code_indent || list_open_)) {
      fence_ = fence;
      fence_mark_ = content[0];
      return true;
    }
    const bool tag = content.size() > 1 && content[0] == '<' && indent.columns < code_indent &&
                     (content[1] == '/' || content[1] == '!' || (content[1] >= 'a' && content[1] <= 'z') ||
                      (content[1] >= 'A' && content[1] <= 'Z'));
    if (tag && previous_blank_) in_html_ = true;
    return in_html_;
  }

  /// In a list four spaces mean that a paragraph goes on with its item.
  [[nodiscard]] bool begins_paragraph(const Indent& indent, std::string_view content) const {
    if (indent.full_width == 0 && (indent.columns < code_indent || list_open_)) return false;
    if (indent.full_width > 0 && list_open_ && indent.columns >= 2) return false;
    return is_chinese_prose(content);
  }

  void write_list_aware(std::string_view indent_text, std::string_view content, const Indent& indent) {
    const bool deeper = indent.columns >= 2 && list_open_;
    const OrderedMarker marker = ordered_marker(content);
    if (marker.point != 0 && (indent.columns < code_indent || list_open_)) {
      const bool counts_up = list_open_ && marker.number == last_number_ + 1;
      const bool digit_follows = !marker.content.empty() && is_ascii_digit(static_cast<unsigned char>(marker.content[0]));
      const bool counts_nothing = marker.number > max_list_start || (digit_follows && marker.number > 1);
      if (counts_nothing && !counts_up) {
        if (!deeper) list_open_ = false;
        write(indent_text, content.substr(0, marker.point), "\\", content.substr(marker.point));
        return;
      }
      list_open_ = true;
      last_number_ = marker.number;
    } else if (is_bullet(content)) {
      list_open_ = true;
    } else if (!deeper && (previous_blank_ || content[0] == '#')) {
      list_open_ = false;
    }
    write(indent_text, content);
  }

  void write(std::string_view indent, std::string_view content, std::string_view inserted = {}, std::string_view rest = {}) {
    prepared_.text += indent;
    append_shielded(content);
    prepared_.text += inserted;
    append_shielded(rest);
    prepared_.text += '\n';
    prepared_.lines.push_back(line_);
  }

  /// Puts the shield between a run of * and the punctuation beside it where a wide character stands on either side, and
  /// between two ~ that were escaped.
  void append_shielded(std::string_view text) {
    if (fence_ != no_fence || text.find_first_of("*\\") == npos) {
      prepared_.text += text;
      return;
    }
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t found = text.find_first_of("*\\", at);
      if (found == npos) {
        prepared_.text += text.substr(at);
        return;
      }
      prepared_.text += text.substr(at, found - at);
      at = text[found] == '\\' ? append_escape(text, found) : append_run(text, found);
    }
  }

  std::size_t append_escape(std::string_view text, std::size_t at) {
    prepared_.text += text.substr(at, 2);
    if (text.substr(at).starts_with("\\~")) prepared_.text += shield;
    return std::min(at + 2, text.size());
  }

  std::size_t append_run(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
    std::size_t behind = end;
    std::size_t front = at;
    const char32_t before = at == 0 ? U' ' : previous_character(text, front);
    const char32_t after = end == text.size() ? U' ' : next_character(text, behind);
    const bool inside_text = !is_space(before) && !is_space(after);
    const bool chinese = inside_text && (is_wide(before) || is_wide(after));
    if (chinese && is_punctuation(before)) prepared_.text += shield;
    prepared_.text += text.substr(at, end - at);
    if (chinese && is_punctuation(after) && after != '\\') prepared_.text += shield;
    return end;
  }

  std::string_view rest_;
  std::uint32_t line_;
  PreparedMarkdown prepared_;
  std::size_t fence_ = no_fence;  ///< length of the fence that is open
  char fence_mark_ = 0;
  bool in_html_ = false;
  bool list_open_ = false;
  std::uint32_t last_number_ = 0;  ///< of the last ordered item
  bool previous_blank_ = true;
};

}  // namespace

bool is_chinese_prose(std::string_view text) {
  if (text.empty()) return false;
  if (is_wide(first_character(text))) return true;
  std::size_t wide = 0, all = 0;
  for (std::size_t at = 0; at < text.size(); ++all) wide += is_wide(next_character(text, at)) ? 1 : 0;
  return wide * 2 >= all;
}

PreparedMarkdown prepare_markdown(std::string_view text, std::uint32_t first_line) {
  return Preparation(text, first_line).run();
}

}  // namespace reportal::markup
