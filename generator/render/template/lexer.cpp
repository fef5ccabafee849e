#include "render/template/lexer.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

bool is_ascii_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
bool is_ascii_letter(char32_t character) { return (character | 0x20U) >= 'a' && (character | 0x20U) <= 'z'; }

/// Letters, digits and _; beyond ASCII all but white space, punctuation and full-width forms.
bool is_name_character(char32_t character) {
  if (character < 0x80) return is_ascii_letter(character) || is_ascii_digit(character) || character == '_';
  const bool punctuation = character < 0xC0 || (character >= 0x2000 && character < 0x2C00) ||
                           (character >= 0x3000 && character < 0x3040) || character >= 0xFE00;
  return !punctuation || character >= 0x20000;
}

class Lexer {
 public:
  Lexer(Template& home, Problems& problems) : home_(home), problems_(problems), text_(home.text) {}

  Segments cut() {
    std::size_t end = text_.size();
    if (end > 0 && text_[end - 1] == '\n') --end;  // as in Jinja2, the last line end belongs to the file, not to the page
    if (end > 0 && end < text_.size() && text_[end - 1] == '\r') --end;
    end_ = end;
    while (offset_ < end_) {
      const std::size_t open = find_open(offset_);
      add_text(offset_, open);
      if (open == end_) break;
      offset_ = open;
      read_tag();
    }
    return std::move(result_);
  }

 private:
  std::size_t find_open(std::size_t from) const {
    for (std::size_t at = text_.find('{', from); at != npos && at + 1 < end_; at = text_.find('{', at + 1)) {
      if (text_[at + 1] == '{' || text_[at + 1] == '%' || text_[at + 1] == '#') return at;
    }
    return end_;
  }

  /// The text [from, to) before a tag (or the end), without the white space that the tag takes.
  void add_text(std::size_t from, std::size_t to) {
    std::size_t end = to;
    if (to < end_) {
      const char kind = text_[to + 1];
      const char control = to + 2 < end_ ? text_[to + 2] : '\0';
      if (control == '-') {
        while (end > from && is_ascii_space(text_[end - 1])) --end;
      } else if (kind != '{' && control != '+') {
        std::size_t line = to;
        while (line > from && (text_[line - 1] == ' ' || text_[line - 1] == '\t')) --line;
        if (line == 0 || text_[line - 1] == '\n') end = line;
      }
    }
    if (end > from) result_.segments.push_back({Segment::Kind::text, range(from, end), text_.substr(from, end - from)});
  }

  void read_tag() {
    const std::size_t open = offset_;
    const char kind = text_[open + 1];
    if (kind == '#') {
      const std::size_t close = text_.find("#}", open + 2);
      if (close == npos || close + 2 > end_) {
        offset_ = end_;
        return report_unclosed(open, "#}");
      }
      const bool minus = close > open + 2 && text_[close - 1] == '-';
      return pass_close(close, minus ? '-' : '\0', true);
    }
    offset_ = open + 2;
    if (offset_ < end_ && (text_[offset_] == '-' || text_[offset_] == '+')) ++offset_;
    const std::string_view close = kind == '{' ? "}}" : "%}";
    const auto first = static_cast<std::uint32_t>(result_.tokens.size());
    if (!read_tokens(close)) return report_unclosed(open, close);
    const char control = text_[offset_] == '-' || text_[offset_] == '+' ? text_[offset_++] : '\0';
    const std::size_t close_at = offset_;
    pass_close(close_at, control, kind == '%');
    const Token& word = result_.tokens[first];
    if (kind == '%' && word.kind == TokenKind::name && word.text == "raw" && result_.tokens[first + 1].kind == TokenKind::end) {
      result_.tokens.resize(first);
      return read_raw(open);
    }
    result_.segments.push_back(
        {kind == '{' ? Segment::Kind::output : Segment::Kind::tag, range(open, close_at + 2), {}, first});
  }

  void report_unclosed(std::size_t open, std::string_view close) {
    report(problems::unclosed_tag, range(open, open + 2), {std::string(text_.substr(open, 2)), std::string(close)});
  }

  /// Goes behind the closing delimiter at `close` and the white space that it takes.
  void pass_close(std::size_t close, char control, bool takes_line_end) {
    offset_ = close + 2;
    if (control == '-') {
      while (offset_ < end_ && is_ascii_space(text_[offset_])) ++offset_;
    } else if (takes_line_end && control != '+') {
      if (text_.substr(offset_, 2) == "\r\n") ++offset_;
      if (offset_ < end_ && text_[offset_] == '\n') ++offset_;
    }
  }

  /// Text up to {% endraw %} as it stands.
  void read_raw(std::size_t open) {
    const std::size_t from = offset_;
    for (std::size_t at = text_.find("{%", from); at != npos && at < end_; at = text_.find("{%", at + 2)) {
      std::size_t word = at + 2;
      if (word < end_ && (text_[word] == '-' || text_[word] == '+')) ++word;
      while (word < end_ && is_ascii_space(text_[word])) ++word;
      if (text_.substr(word, 6) != "endraw") continue;
      std::size_t close = word + 6;
      while (close < end_ && is_ascii_space(text_[close])) ++close;
      const char control = close < end_ && (text_[close] == '-' || text_[close] == '+') ? text_[close++] : '\0';
      if (text_.substr(close, 2) != "%}") continue;
      add_text(from, at);
      return pass_close(close, control, true);
    }
    report(problems::unclosed_block, range(open, from), {"raw", "endraw"});
    offset_ = end_;
  }

  /// Reads tokens up to `close` (or `-` and `close`) and leaves offset_ there; false where the file ends or another tag begins
  /// or ends.
  bool read_tokens(std::string_view close) {
    std::size_t braces = 0;
    while (true) {
      while (offset_ < end_ && is_ascii_space(text_[offset_])) ++offset_;
      if (offset_ >= end_) return false;
      const char byte = text_[offset_];
      const std::size_t behind = byte == '-' || byte == '+' ? offset_ + 1 : offset_;
      if (braces == 0 && behind + 2 <= end_ && text_.substr(behind, 2) == close) {
        add({TokenKind::end, range(offset_, behind + 2), close});
        return true;
      }
      const std::string_view pair = text_.substr(offset_, 2);
      if (pair == "{{" || pair == "{%" || pair == "{#" || pair == "%}") return false;
      if (byte == '{') ++braces;
      if (byte == '}' && braces > 0) --braces;
      read_token(close);
    }
  }

  void read_token(std::string_view close) {
    const char byte = text_[offset_];
    if (byte == '"' || byte == '\'') return read_text(close);
    if (byte >= '0' && byte <= '9') return read_number();
    std::size_t end = offset_;
    for (std::size_t next = end; end < end_ && is_name_character(next_character(text_, next)); end = next) {
    }
    if (end > offset_) return add_to(TokenKind::name, end);
    static constexpr std::string_view signs[] = {"==", "!=", "<=", ">=", "//", "+", "-", "*", "/", "%", "<", ">",
                                                 "=",  "~",  "|",  ".",  ",",  ":", "(", ")", "[", "]", "{", "}"};
    for (const std::string_view sign : signs) {
      if (text_.substr(offset_, sign.size()) == sign) return add_to(TokenKind::sign, offset_ + sign.size());
    }
    const std::size_t start = offset_;
    (void)next_character(text_, offset_);
    report(problems::bad_character, range(start, offset_), {std::string(text_.substr(start, offset_ - start))});
  }

  void read_number() {
    const char* const start = text_.data() + offset_;
    const char* const end = text_.data() + end_;
    const char* stop = start;
    while (stop < end && *stop >= '0' && *stop <= '9') ++stop;
    const bool fraction = stop + 1 < end && *stop == '.' && stop[1] >= '0' && stop[1] <= '9';
    Token token{fraction ? TokenKind::number : TokenKind::integer, {}, {}};
    bool good = false;
    if (fraction) {
      double number = 0;
      const auto read = std::from_chars(start, end, number);
      stop = read.ptr;
      good = read.ec == std::errc();
      token.value = number;
    } else {
      std::int64_t number = 0;
      good = std::from_chars(start, stop, number).ec == std::errc();
      token.value = number;
    }
    const std::size_t from = offset_;
    offset_ = static_cast<std::size_t>(stop - text_.data());
    while (offset_ < end_ && is_name_character(static_cast<unsigned char>(text_[offset_]))) {
      ++offset_;
      good = false;
    }
    token.range = range(from, offset_);
    token.text = text_.substr(from, offset_ - from);
    if (!good) report(problems::bad_literal, token.range, {std::string(token.text)});
    add(token);
  }

  void read_text(std::string_view close) {
    const std::size_t start = offset_;
    const char quote = text_[offset_++];
    std::string resolved;
    bool has_escape = false;
    while (offset_ < end_ && text_[offset_] != quote) {
      if (text_[offset_] != '\\') {
        resolved += text_[offset_++];
        continue;
      }
      has_escape = true;
      read_escape(resolved);
    }
    if (offset_ >= end_) {
      report(problems::unclosed_text, range(start, start + 1), {std::string(1, quote)});
      offset_ = std::min(text_.find(close, start), end_);
      return;
    }
    ++offset_;
    const std::string_view inside = text_.substr(start + 1, offset_ - start - 2);
    const std::string_view value = has_escape ? std::string_view(home_.literals.emplace_back(std::move(resolved))) : inside;
    add({TokenKind::text, range(start, offset_), value, Value(value)});
  }

  void read_escape(std::string& resolved) {
    const std::size_t start = offset_++;
    const char byte = offset_ < end_ ? text_[offset_++] : '\0';
    switch (byte) {
      case 'n':
        resolved += '\n';
        return;
      case 't':
        resolved += '\t';
        return;
      case 'r':
        resolved += '\r';
        return;
      case '\\':
      case '"':
      case '\'':
        resolved += byte;
        return;
      case 'u': {
        unsigned code = 0;
        const std::string_view digits = text_.substr(offset_, 4);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        if (digits.size() == 4 && read.ptr == digits.data() + 4 && (code < 0xD800 || code > 0xDFFF)) {
          append_character(resolved, code);
          offset_ += 4;
          return;
        }
        break;
      }
      default:
        break;
    }
    report(problems::bad_literal, range(start, offset_), {std::string(text_.substr(start, offset_ - start))});
  }

  void add_to(TokenKind kind, std::size_t end) {
    add({kind, range(offset_, end), text_.substr(offset_, end - offset_)});
    offset_ = end;
  }
  void add(Token token) { result_.tokens.push_back(token); }

  static Range range(std::size_t from, std::size_t to) {
    return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)};
  }

  void report(const ProblemKind& kind, Range where, std::vector<std::string> arguments) {
    home_.broken = true;
    problems_.add(kind, place_of(home_, where), std::move(arguments));
  }

  Template& home_;
  Problems& problems_;
  std::string_view text_;
  std::size_t end_ = 0;
  std::size_t offset_ = 0;
  Segments result_;
};

}  // namespace

Segments cut_template(Template& home, Problems& problems) { return Lexer(home, problems).cut(); }

Place place_of(const Template& home, Range range) {
  const std::string_view text = home.text;
  const std::size_t offset = std::min<std::size_t>(range.offset, text.size());
  const std::size_t previous = offset == 0 ? npos : text.rfind('\n', offset - 1);
  const std::size_t start = previous == npos ? 0 : previous + 1;
  std::size_t end = std::min(text.find('\n', offset), text.size());
  if (end > start && text[end - 1] == '\r') --end;
  const std::size_t stop = std::clamp<std::size_t>(offset + range.length, offset, std::max(end, offset));
  Place place;
  place.file = home.path;
  place.line =
      static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n')) + 1;
  place.column = static_cast<std::uint32_t>(count_characters(text.substr(start, offset - start))) + 1;
  place.length = static_cast<std::uint32_t>(count_characters(text.substr(offset, stop - offset)));
  place.excerpt = text.substr(start, end - start);
  return place;
}

}  // namespace reportal::templates
