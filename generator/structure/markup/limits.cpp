#include "structure/markup/limits.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "base/text.h"
#include "structure/markup/markup_problems.h"

namespace reportal::markup {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Containers that open at the start of a Markdown line: `> > - 1. `.
std::uint32_t containers_of(std::string_view line) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == ' ' || c == '\t' || is_ascii_digit(static_cast<unsigned char>(c))) continue;
    const bool marker = at + 1 < line.size() && (line[at + 1] == ' ' || line[at + 1] == '\t');
    if (c == '>' || (marker && std::string_view("-*+.)").find(c) != npos))
      ++count;
    else
      break;
  }
  return count;
}

/// Columns of a table if `line` can be the row of dashes under its header, else 0.
std::uint64_t delimiter_columns(std::string_view line) {
  if (line.find('-') == npos || line.find_first_not_of(" \t|:->*+0123456789.)\r") != npos) return 0;
  const auto bars = static_cast<std::uint64_t>(std::count(line.begin(), line.end(), '|'));
  return bars == 0 ? 0 : bars + 1;
}

/// Looks at the lines of a Markdown text one by one.
class MarkdownLimits {
 public:
  MarkdownLimits(const Source& source, Problems& problems) : source_(source), problems_(problems) {}

  bool accept(std::string_view line, std::uint32_t number) {
    if (containers_of(line) > max_nesting) {
      problems_.add(nested_too_deeply, source_.place(number), {std::to_string(max_nesting)});
      return false;
    }
    for (std::size_t at = line.find('<'); at != npos; at = line.find('<', at + 1)) {
      if (at + 1 == line.size() || (line[at + 1] != '?' && line[at + 1] != '!')) continue;
      if (++declarations_ <= max_declarations) continue;
      problems_.add(too_many_declarations, source_.place(number), {std::to_string(max_declarations)});
      return false;
    }
    if (is_blank(line)) {
      columns_ = 0;
    } else if (const std::uint64_t columns = delimiter_columns(line); columns > columns_) {
      columns_ = columns;
      rows_ = 1;
      first_row_ = number;
    } else if (columns_ > 0) {
      ++rows_;
    }
    if (columns_ * rows_ <= max_table_cells) return true;
    problems_.add(table_too_large, source_.place(first_row_),
                  {std::to_string(columns_), std::to_string(rows_), std::to_string(max_table_cells)});
    return false;
  }

 private:
  const Source& source_;
  Problems& problems_;
  std::uint32_t declarations_ = 0;
  std::uint64_t columns_ = 0, rows_ = 0;  ///< of the table that the line may stand in
  std::uint32_t first_row_ = 0;
};

/// Follows the tags of an HTML text as a parser does, as far as nesting goes.
class HtmlLimits {
 public:
  explicit HtmlLimits(std::string_view text) : text_(text) {}

  enum class Verdict : std::uint8_t { within, nesting, attributes };

  /// Where the text goes over a limit, `position` is the byte of that tag.
  Verdict scan(std::size_t& position) {
    for (std::size_t at = text_.find('<'); at != npos && at + 1 < text_.size(); at = text_.find('<', at)) {
      position = at;
      if (text_.substr(at).starts_with("<!--")) {
        at = behind("-->", at + 4);
      } else if (text_[at + 1] == '!' || text_[at + 1] == '?') {
        at = behind(">", at + 2);
      } else if (const bool closing = text_[at + 1] == '/'; is_letter(at + (closing ? 2 : 1))) {
        const std::string name = tag_name(at + (closing ? 2 : 1));
        std::uint32_t attributes = 0;
        const bool self_closed = skip_tag(at, attributes);
        if (attributes > max_attributes) return Verdict::attributes;
        if (closing) {
          close(name);
        } else {
          if (!self_closed || !foreign_) open(name);
          if (open_.size() > max_nesting) return Verdict::nesting;
          if (is_one_of(name, {"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"}))
            skip_raw_text(name, at);
        }
      } else {
        ++at;
      }
    }
    return Verdict::within;
  }

 private:
  [[nodiscard]] bool is_letter(std::size_t at) const {
    if (at >= text_.size()) return false;
    const char c = text_[at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  [[nodiscard]] std::size_t behind(std::string_view end, std::size_t from) const {
    const std::size_t found = text_.find(end, from);
    return found == npos ? text_.size() : found + end.size();
  }

  [[nodiscard]] std::string tag_name(std::size_t at) const {
    const std::size_t end = std::min(text_.find_first_of(" \t\n\f\r/>", at), text_.size());
    return ascii_lower(text_.substr(at, std::min<std::size_t>(end - at, 32)));
  }

  /// Moves `at` behind the tag and counts what may be attributes; true for a tag that ends in />.
  bool skip_tag(std::size_t& at, std::uint32_t& attributes) const {
    char quote = 0;
    for (++at; at < text_.size(); ++at) {
      const char c = text_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        ++at;
        return text_[at - 2] == '/';
      } else if ((c == '"' || c == '\'') && text_[at - 1] == '=') {
        quote = c;
        ++attributes;
      } else if ((c == ' ' || c == '\n' || c == '\t' || c == '/') && text_[at - 1] != c) {
        ++attributes;
      }
    }
    return false;
  }

  void skip_raw_text(std::string_view name, std::size_t& at) {
    while (at < text_.size()) {
      const std::size_t end = text_.find("</", at);
      if (end == npos || tag_name(end + 2) == name) {
        at = std::min(end, text_.size());
        return;
      }
      at = end + 2;
    }
  }

  void open(const std::string& name) {
    static constexpr std::array<std::string_view, 26> never_deeper = {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link",  "meta",  "param", "source", "track",
        "wbr",  "p",    "li", "dt",  "dd",    "tr", "td",  "th",    "thead", "tbody", "tfoot", "option", "colgroup"};
    if (std::find(never_deeper.begin(), never_deeper.end(), name) != never_deeper.end()) return;
    if (is_one_of(name, {"svg", "math"})) foreign_ = true;
    open_.push_back(name);
  }

  /// A formatting element that is closed leaves open what stands in it; any other element closes all of that but the
  /// formatting, which the parser opens again behind it. Nothing closes what is outside of its table.
  void close(std::string_view name) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == name) {
        const auto inner = open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
        if (!is_formatting(name)) open_.erase(std::remove_if(inner, open_.end(), std::not_fn(is_formatting)), open_.end());
        return;
      }
      if (open_[i] == "table") return;
    }
  }

  static bool is_formatting(std::string_view name) {
    return is_one_of(name, {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
  }

  std::string_view text_;
  std::vector<std::string> open_;
  bool foreign_ = false;  ///< there was svg or math, in which /> closes
};

}  // namespace

bool within_markdown_limits(std::string_view text, const Source& source, std::uint32_t first_line, Problems& problems) {
  MarkdownLimits limits(source, problems);
  for (std::uint32_t number = first_line; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!limits.accept(text.substr(0, end), number)) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

bool within_html_limits(std::string_view text, const Source& source, std::uint32_t first_line, Problems& problems) {
  std::size_t position = 0;
  const HtmlLimits::Verdict verdict = HtmlLimits(text).scan(position);
  if (verdict == HtmlLimits::Verdict::within) return true;
  const auto line = first_line + static_cast<std::uint32_t>(
                                     std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
  if (verdict == HtmlLimits::Verdict::nesting)
    problems.add(nested_too_deeply, source.place(line), {std::to_string(max_nesting)});
  else
    problems.add(too_many_attributes, source.place(line), {std::to_string(max_attributes)});
  return false;
}

}  // namespace reportal::markup
