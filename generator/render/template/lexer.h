// Cuts a template into runs of text and tags, and tags into tokens. White space is settled here: a line that holds only tags
// leaves no trace (trim_blocks, lstrip_blocks of Jinja2 are always on), `-` takes all white space beside a tag, `+` keeps it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "render/template/program.h"

namespace reportal::templates {

enum class TokenKind : std::uint8_t { end, name, text, integer, number, sign };

struct Token {
  TokenKind kind = TokenKind::end;
  Range range;
  std::string_view text;  ///< a name, an operator, or a string without quotes and escapes
  Value value = {};       ///< of a literal
};

struct Segment {
  enum class Kind : std::uint8_t { text, output, tag };
  Kind kind;
  Range range;                    ///< of a tag: with its delimiters
  std::string_view text;          ///< of a text
  std::uint32_t first_token = 0;  ///< of a tag; the last one is an `end` that covers the closing delimiter
};

struct Segments {
  std::vector<Segment> segments;
  std::vector<Token> tokens;
};

/// Errors mark `home` as broken; what could be read is returned all the same. String literals are kept in home.literals.
[[nodiscard]] Segments cut_template(Template& home, Problems& problems);

/// The place of a range in the file.
[[nodiscard]] Place place_of(const Template& home, Range range);

}  // namespace reportal::templates
