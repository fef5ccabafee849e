#include "read/yaml/line_check.h"

#include <algorithm>

#include "base/text.h"
#include "read/problems.h"
#include "read/read.h"

namespace reportal {
namespace {

constexpr bool is_blank_byte(char c) { return c == ' ' || c == '\t'; }

/// Follows quotes, brackets, block scalars and comments through the lines, as far as is needed to know what a quote or tab
/// means.
class LineCheck {
 public:
  LineCheck(const YamlText& yaml, Problems& problems) : yaml_(yaml), problems_(problems) {}

  bool run() {
    const std::uint32_t end = yaml_.first_line() + yaml_.line_count();
    for (number_ = yaml_.first_line(); number_ < end && !stopped_; ++number_) {
      line_ = yaml_.line(number_);
      if (quote_ != 0) {
        after_quote(close_quote(0));
      } else {
        fresh_line();
      }
    }
    if (stopped_) return false;
    if (quote_ != 0) {
      report(read_problems::yaml_quote, quote_line_, quote_byte_);
    } else if (!brackets_.empty()) {
      report(read_problems::yaml_bracket, brackets_.front().line, brackets_.front().byte);
    }
    return good_;
  }

 private:
  struct Bracket {
    std::uint32_t line;
    std::size_t byte;
  };

  void report(const ProblemKind& kind, std::uint32_t line, std::size_t byte, std::vector<std::string> arguments = {}) {
    problems_.add(kind, yaml_.place(line, byte), std::move(arguments));
    good_ = false;
  }

  void fresh_line() {
    if (brackets_.empty() && (line_.starts_with("---") || line_.starts_with("...") || line_.starts_with('%'))) {
      in_plain_ = in_block_scalar_ = false;
      parent_ = -1;
      if (line_.starts_with("---")) scan(3, true);
      return;
    }
    const std::size_t indent = std::min(line_.find_first_not_of(' '), line_.size());
    const std::size_t begin = std::min(line_.find_first_not_of(" \t"), line_.size());
    if (begin == line_.size()) return;  // a blank line ends nothing
    const auto column = static_cast<std::ptrdiff_t>(indent);
    if (in_block_scalar_ && column > parent_) return;
    in_block_scalar_ = false;
    const bool continues = in_plain_ && brackets_.empty() && column > parent_;
    if (begin != indent && brackets_.empty() && !continues && line_[begin] != '#') {
      report(read_problems::yaml_tab, number_, indent);
    }
    if (!continues) {
      in_plain_ = false;
      scan(begin, true);
    }
  }

  /// Goes through the rest of a line outside quotes. `fresh`: a value or key may begin here.
  void scan(std::size_t at, bool fresh) {
    for (; at < line_.size() && !stopped_; ++at) {
      const char c = line_[at];
      const bool last = at + 1 == line_.size() || is_blank_byte(line_[at + 1]);
      if (is_blank_byte(c)) continue;
      if (c == '#' && (at == 0 || is_blank_byte(line_[at - 1]))) return;
      if (fresh) {
        if (!prefixed_) node_byte_ = at;
        prefixed_ = c == '&' || c == '!';
        if (c == '"' || c == '\'') {
          open_quote(at);
          return;
        }
        if ((c == '|' || c == '>') && brackets_.empty() && is_block_header(at)) {
          in_block_scalar_ = true;
          return;
        }
        if ((c == '-' || c == '?') && last) {
          parent_ = static_cast<std::ptrdiff_t>(at);
          continue;
        }
        if (prefixed_) {
          at = std::min(line_.find_first_of(" \t", at), line_.size());
          continue;
        }
        if (c == '[' || c == '{') {
          open_bracket(at);
          continue;
        }
      }
      if (!brackets_.empty() && (c == ']' || c == '}')) {
        brackets_.pop_back();
        fresh = false;
        in_plain_ = false;
      } else if (!brackets_.empty() && c == ',') {
        fresh = true;
        in_plain_ = false;
      } else if (c == ':' && last) {
        if (brackets_.empty()) parent_ = static_cast<std::ptrdiff_t>(node_byte_);
        fresh = true;
        in_plain_ = false;
      } else {
        fresh = false;
        in_plain_ = true;
      }
    }
  }

  void open_bracket(std::size_t at) {
    brackets_.push_back({number_, at});
    if (brackets_.size() <= max_yaml_depth) return;
    report(read_problems::yaml_depth, number_, at, {std::to_string(max_yaml_depth)});
    stopped_ = true;
  }

  void open_quote(std::size_t at) {
    quote_ = line_[at];
    quote_line_ = number_;
    quote_byte_ = at;
    after_quote(close_quote(at + 1));
  }

  /// Byte behind the closing quote, searched from `at`; npos if it is not on this line.
  std::size_t close_quote(std::size_t at) {
    for (; at < line_.size(); ++at) {
      if (quote_ == '"' && line_[at] == '\\') {
        ++at;
      } else if (line_[at] == quote_) {
        if (quote_ == '\'' && at + 1 < line_.size() && line_[at + 1] == '\'') {
          ++at;
        } else {
          quote_ = 0;
          return at + 1;
        }
      }
    }
    return npos;
  }

  void after_quote(std::size_t at) {
    if (at == npos) return;
    const std::size_t next = line_.find_first_not_of(" \t", at);
    if (next == npos) return;
    const char c = line_[next];
    if (c == ':') {
      if (brackets_.empty()) parent_ = static_cast<std::ptrdiff_t>(node_byte_);
      scan(next + 1, true);
    } else if ((c == '#' && next > at) || (!brackets_.empty() && (c == ',' || c == ']' || c == '}'))) {
      scan(next, false);
    } else if (quote_line_ != number_) {
      report(read_problems::yaml_quote, quote_line_, quote_byte_);  // it was closed by the next quote that happened to come
      stopped_ = true;
    } else {
      report(read_problems::yaml_after_quote, number_, next);
      stopped_ = true;
    }
  }

  /// `|`, `>` with its indicators, and nothing else but a comment.
  [[nodiscard]] bool is_block_header(std::size_t at) const {
    const std::size_t rest = line_.find_first_not_of("+-0123456789", at + 1);
    if (rest == npos) return true;
    const std::size_t next = line_.find_first_not_of(" \t", rest);
    return next == npos || (next > rest && line_[next] == '#');
  }

  const YamlText& yaml_;
  Problems& problems_;
  std::string_view line_;
  std::uint32_t number_ = 0;
  char quote_ = 0;  ///< the quote that is open, 0 if none is
  std::uint32_t quote_line_ = 0;
  std::size_t quote_byte_ = 0;
  std::size_t node_byte_ = 0;      ///< where the key or value that is being read begins, with its anchor and tag
  bool prefixed_ = false;          ///< an anchor or tag stands before what comes next
  std::vector<Bracket> brackets_;  ///< open [ and {
  std::ptrdiff_t parent_ = -1;     ///< column of the key or dash whose value is being read
  bool in_plain_ = false;          ///< the last line ended in text without quotes, which may go on
  bool in_block_scalar_ = false;
  bool good_ = true;
  bool stopped_ = false;  ///< what follows cannot be told apart any more
};

}  // namespace

bool check_yaml_lines(const YamlText& yaml, Problems& problems) { return LineCheck(yaml, problems).run(); }

bool report_broken_key(const YamlText& yaml, std::uint32_t line, Problems& problems) {
  constexpr std::string_view wide_colon = "：";
  std::uint32_t number = std::min(line, yaml.first_line() + yaml.line_count() - 1);
  for (int looked = 0; looked < 2 && number >= yaml.first_line(); --number) {
    const std::string_view text = yaml.line(number);
    if (is_blank(text)) continue;
    ++looked;
    const std::size_t wide = text.find(wide_colon);
    const std::size_t colon = text.find(':');
    if (wide != npos && wide < colon) {
      problems.add(read_problems::yaml_wide_colon, yaml.place(number, wide));
      return true;
    }
    const std::size_t begin = text.find_first_not_of(" -");
    const bool key =
        begin != npos && colon != npos && colon > begin &&
        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(colon),
                    [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    if (key && colon + 1 < text.size() && !is_blank_byte(text[colon + 1]) && text[colon + 1] != '/') {
      problems.add(read_problems::yaml_colon_space, yaml.place(number, colon));
      return true;
    }
  }
  return false;
}

}  // namespace reportal
