#include "read/yaml/parse.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>

#include "base/text.h"
#include "read/problems.h"
#include "read/read.h"
#include "read/yaml/line_check.h"

namespace reportal {

YamlText::YamlText(std::string file, std::string text, std::uint32_t first_line)
    : file_(std::move(file)), text_(std::move(text)), first_line_(first_line) {
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

std::string_view YamlText::line(std::uint32_t number) const {
  if (number < first_line_ || number - first_line_ >= line_starts_.size()) return {};
  const std::size_t begin = line_starts_[number - first_line_];
  const std::size_t end = std::min(text_.find('\n', begin), text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

Place YamlText::place(std::uint32_t number, std::size_t byte, std::size_t bytes) const {
  const std::string_view text = line(number);
  constexpr std::size_t longest_excerpt = 4096;
  byte = std::min(byte, text.size());
  return Place{file_, number, static_cast<std::uint32_t>(count_characters(text.substr(0, byte)) + 1),
               static_cast<std::uint32_t>(count_characters(text.substr(byte, bytes))),
               text.size() <= longest_excerpt ? std::string(text) : std::string()};
}

Place place_of(const YamlText& yaml, const YamlNode& node) {
  const std::string_view line = yaml.line(node.line);
  std::size_t length = 0;
  if (node.is_scalar() && node.byte < line.size()) {
    const std::string_view rest = line.substr(node.byte);
    const std::size_t quotes = rest.front() == '"' || rest.front() == '\'' ? 1 : 0;
    if (rest.substr(quotes).starts_with(node.text)) length = node.text.size() + 2 * quotes;
  }
  return yaml.place(node.line, node.byte, length);
}

bool YamlProblems::is_one_too_many() {
  if (++count_ == most + 1) {
    problems_.add(read_problems::more_problems, Place{yaml_.file()}, {std::to_string(most)});
  }
  return count_ > most;
}

void YamlProblems::add(const ProblemKind& kind, std::uint32_t line, std::size_t byte, std::vector<std::string> arguments) {
  if (!is_one_too_many()) problems_.add(kind, yaml_.place(line, byte), std::move(arguments));
}

void YamlProblems::add(const ProblemKind& kind, const YamlNode& node, std::vector<std::string> arguments,
                       std::string suggestion) {
  if (!is_one_too_many()) problems_.add(kind, place_of(yaml_, node), std::move(arguments), std::move(suggestion));
}

namespace {

/// Thrown through yaml-cpp when a limit is passed or a text cannot be a tree; caught in parse_yaml, after the problem was
/// reported.
struct Stop {};

/// Builds the tree from yaml-cpp's events.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlText& yaml, Problems& problems) : yaml_(yaml), problems_(yaml, problems) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] YamlNode take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    // Before a comma outside brackets yaml-cpp sees empty documents without end.
    if (documents_ > 0 && mark.pos == document_start_) {
      stop(read_problems::yaml_syntax, mark, {"这里不能有这个符号", "this character cannot stand here"});
    }
    document_start_ = mark.pos;
    ++documents_;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(node(YamlNode::Kind::null, mark), anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) stop(read_problems::yaml_self_alias, mark);
    add(written_out(found->second, mark), 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& value) override {
    YamlNode scalar = node(YamlNode::Kind::scalar, mark);
    scalar.text = value;
    add(std::move(scalar), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(node(YamlNode::Kind::sequence, mark), anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(node(YamlNode::Kind::mapping, mark), anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    YAML::anchor_t anchor;
    std::optional<YamlNode> key;                                   ///< of the entry that is being read
    std::unordered_map<std::string, std::uint32_t> lines_of_keys;  ///< filled once a mapping is too large for a look through it
  };

  [[noreturn]] void stop(const ProblemKind& kind, const YAML::Mark& mark, std::vector<std::string> arguments = {}) {
    problems_.add(kind, line_of(mark), byte_of(mark), std::move(arguments));
    throw Stop{};
  }

  [[nodiscard]] std::uint32_t line_of(const YAML::Mark& mark) const {
    return yaml_.first_line() + static_cast<std::uint32_t>(std::max(mark.line, 0));
  }
  [[nodiscard]] static std::uint32_t byte_of(const YAML::Mark& mark) {
    return static_cast<std::uint32_t>(std::max(mark.column, 0));
  }

  YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) {
    count(1, mark);
    YamlNode made;
    made.kind = kind;
    made.line = line_of(mark);
    made.byte = byte_of(mark);
    return made;
  }

  void count(std::size_t nodes, const YAML::Mark& mark) {
    nodes_ += nodes;
    if (nodes_ > max_yaml_nodes) stop(read_problems::yaml_nodes, mark, {std::to_string(max_yaml_nodes)});
  }

  /// A copy of what an alias names, counted node by node before it is made. What it holds stays at its own place.
  YamlNode written_out(const YamlNode& original, const YAML::Mark& mark) {
    count(size_of(original), mark);
    if (open_.size() + depth_of(original) > max_yaml_depth)
      stop(read_problems::yaml_depth, mark, {std::to_string(max_yaml_depth)});
    return original;
  }
  static std::size_t size_of(const YamlNode& tree) {
    std::size_t size = 1;
    for (const YamlNode& item : tree.items) size += size_of(item);
    for (const YamlNode::Entry& entry : tree.entries) size += 1 + size_of(entry.value);
    return size;
  }
  static std::size_t depth_of(const YamlNode& tree) {
    std::size_t depth = 0;
    for (const YamlNode& item : tree.items) depth = std::max(depth, depth_of(item));
    for (const YamlNode::Entry& entry : tree.entries) depth = std::max(depth, depth_of(entry.value));
    return depth + (tree.is_scalar() || tree.is_null() ? 0 : 1);
  }

  void open(YamlNode made, YAML::anchor_t anchor) {
    if (open_.size() == max_yaml_depth) {
      problems_.add(read_problems::yaml_depth, made, {std::to_string(max_yaml_depth)});
      throw Stop{};
    }
    open_.push_back({std::move(made), anchor, std::nullopt, {}});
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    add(std::move(done.node), done.anchor);
  }

  /// Puts a finished node into what is open: as an item, a key, or a value.
  void add(YamlNode made, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_.insert_or_assign(anchor, made);
    if (open_.empty()) {
      finish(std::move(made));
      return;
    }
    Open& parent = open_.back();
    if (parent.node.is_sequence()) {
      parent.node.items.push_back(std::move(made));
    } else if (!parent.key) {
      parent.key = std::move(made);
    } else {
      check_key(parent);
      parent.node.entries.push_back({std::move(*parent.key), std::move(made)});
      parent.key.reset();
    }
  }

  void finish(YamlNode made) {
    if (documents_ == 1) {
      root_ = std::move(made);
    } else if (!made.is_null()) {
      problems_.add(read_problems::yaml_documents, made, {});
      throw Stop{};
    }
  }

  void check_key(Open& mapping) {
    const YamlNode& key = *mapping.key;
    if (!key.is_scalar()) {
      problems_.add(read_problems::key_not_text, key, {});
      good_ = false;
      return;
    }
    const std::uint32_t first = first_line_of(mapping, key);
    if (first == 0) return;
    problems_.add(read_problems::duplicate_key, key, {key.text, std::to_string(first)});
    good_ = false;
  }

  /// The line on which the same key stood before, 0 if it did not.
  static std::uint32_t first_line_of(Open& mapping, const YamlNode& key) {
    constexpr std::size_t few = 16;
    const std::vector<YamlNode::Entry>& entries = mapping.node.entries;
    if (entries.size() < few) {
      const auto same =
          std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.key.text == key.text; });
      return same == entries.end() ? 0 : same->key.line;
    }
    if (mapping.lines_of_keys.empty()) {
      for (const YamlNode::Entry& entry : entries) mapping.lines_of_keys.emplace(entry.key.text, entry.key.line);
    }
    const auto [place, fresh] = mapping.lines_of_keys.emplace(key.text, key.line);
    return fresh ? 0 : place->second;
  }

  const YamlText& yaml_;
  YamlProblems problems_;
  YamlNode root_;
  std::vector<Open> open_;
  std::unordered_map<YAML::anchor_t, YamlNode> anchors_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
  int document_start_ = 0;  ///< position of the last one
  bool good_ = true;
};

struct Translation {
  std::string_view message, chinese, english;
};

// yaml-cpp's messages that a user meets, in words for someone who never read the YAML standard.
const std::array translations{
    Translation{YAML::ErrorMsg::END_OF_MAP, "这一行与上面的键没有对齐，或多了文字",
                "this line is not aligned with the keys above, or holds text too many"},
    Translation{YAML::ErrorMsg::END_OF_MAP_FLOW, "花括号 { 没有用 } 结束", "a brace { is not closed with }"},
    Translation{YAML::ErrorMsg::END_OF_SEQ, "这一行与上面的列表项没有对齐", "this line is not aligned with the list above"},
    Translation{YAML::ErrorMsg::END_OF_SEQ_FLOW, "方括号 [ 没有用 ] 结束", "a bracket [ is not closed with ]"},
    Translation{YAML::ErrorMsg::MAP_VALUE, "这里不能有冒号；值里有“: ”时请给整个值加引号",
                "a colon cannot stand here; a value that holds `: ` needs quotes around it"},
    Translation{YAML::ErrorMsg::MAP_KEY, "这里不能有键", "a key cannot stand here"},
    Translation{YAML::ErrorMsg::BLOCK_ENTRY, "列表项的 - 不能在这里，要另起一行",
                "the - of a list cannot stand here; begin a new line"},
    Translation{YAML::ErrorMsg::UNKNOWN_TOKEN, "值不能以这个符号开头，请加引号",
                "a value cannot begin with this character; put quotes around it"},
    Translation{YAML::ErrorMsg::FLOW_END, "这个括号没有开头", "this bracket was never opened"},
    Translation{YAML::ErrorMsg::UNKNOWN_ANCHOR, "以 * 开头的值要加引号", "a value that begins with * needs quotes"},
    Translation{YAML::ErrorMsg::CHAR_IN_ALIAS, "以 * 开头的值要加引号", "a value that begins with * needs quotes"},
    Translation{YAML::ErrorMsg::ALIAS_NOT_FOUND, "以 * 开头的值要加引号", "a value that begins with * needs quotes"},
    Translation{YAML::ErrorMsg::CHAR_IN_ANCHOR, "以 & 开头的值要加引号", "a value that begins with & needs quotes"},
    Translation{YAML::ErrorMsg::ANCHOR_NOT_FOUND, "以 & 开头的值要加引号", "a value that begins with & needs quotes"},
    Translation{YAML::ErrorMsg::INVALID_ESCAPE, "双引号里的反斜线写法有误，可改用单引号",
                "no such escape between double quotes; use single quotes"},
    Translation{YAML::ErrorMsg::DOC_IN_SCALAR, "引号里不能有以 --- 开头的行", "a line of --- stands between quotes"},
};

void report_syntax(const YamlText& yaml, const YAML::Exception& error, Problems& problems) {
  const std::uint32_t line = yaml.first_line() + static_cast<std::uint32_t>(std::max(error.mark.line, 0));
  if (report_broken_key(yaml, line, problems)) return;
  const auto found = std::find_if(translations.begin(), translations.end(),
                                  [&](const Translation& one) { return std::string_view(error.msg).starts_with(one.message); });
  std::vector<std::string> texts = {error.msg, error.msg};
  if (found != translations.end()) texts = {std::string(found->chinese), std::string(found->english)};
  problems.add(read_problems::yaml_syntax, yaml.place(line, static_cast<std::size_t>(std::max(error.mark.column, 0))),
               std::move(texts));
}

}  // namespace

std::optional<YamlNode> parse_yaml(const YamlText& yaml, Problems& problems) {
  if (!check_yaml_lines(yaml, problems)) return std::nullopt;
  TreeBuilder builder(yaml, problems);
  try {
    std::istringstream stream(yaml.text());
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    report_syntax(yaml, error, problems);
    return std::nullopt;
  }
  if (!builder.good()) return std::nullopt;
  return builder.take_root();
}

}  // namespace reportal
