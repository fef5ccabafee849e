// A YAML text as a plain tree with places.
//
// yaml-cpp does the reading, one event after another; everything that it lets pass in silence is an error here: duplicate keys,
// quotes that are never closed, a second document, values without number or depth. Aliases are written out, counted against the
// limit. No type of yaml-cpp leaves parse.cpp.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportal {

/// The text of a YAML file, or of the front matter inside a source, and where it stands.
class YamlText {
 public:
  /// `first_line`: the line of `file` that `text` begins on.
  YamlText(std::string file, std::string text, std::uint32_t first_line = 1);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::uint32_t first_line() const { return first_line_; }
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  /// A line of the file, 1-based; "" outside the text.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  /// A place from a line of the file and 0-based bytes in it.
  [[nodiscard]] Place place(std::uint32_t line, std::size_t byte, std::size_t bytes = 0) const;

 private:
  std::string file_;
  std::string text_;
  std::uint32_t first_line_;
  std::vector<std::uint32_t> line_starts_;
};

struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
  struct Entry;

  Kind kind = Kind::null;
  std::uint32_t line = 0;       ///< of the file, 1-based
  std::uint32_t byte = 0;       ///< in that line, 0-based
  std::string text;             ///< of a scalar
  std::vector<YamlNode> items;  ///< of a sequence
  std::vector<Entry> entries;   ///< of a mapping; keys are scalars, each stands once

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }
};

struct YamlNode::Entry {
  YamlNode key, value;
};

/// The place of a node; of a scalar that stands on one line with its length.
[[nodiscard]] Place place_of(const YamlText& yaml, const YamlNode& node);

/// Reports problems of one YAML text, up to a number that a person can work through; then says once that there are more.
class YamlProblems {
 public:
  YamlProblems(const YamlText& yaml, Problems& problems) : yaml_(yaml), problems_(problems) {}

  /// As YamlText::place.
  void add(const ProblemKind& kind, std::uint32_t line, std::size_t byte, std::vector<std::string> arguments = {});
  void add(const ProblemKind& kind, const YamlNode& node, std::vector<std::string> arguments, std::string suggestion = {});

 private:
  [[nodiscard]] bool is_one_too_many();

  static constexpr std::size_t most = 200;
  const YamlText& yaml_;
  Problems& problems_;
  std::size_t count_ = 0;
};

/// The tree of `yaml`; a text without content gives a null node. Nothing after an error, which is then among the problems.
[[nodiscard]] std::optional<YamlNode> parse_yaml(const YamlText& yaml, Problems& problems);

}  // namespace reportal
