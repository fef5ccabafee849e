#include "render/template/template_parser.h"

#include <algorithm>

#include "base/text.h"
#include "render/template/engine.h"
#include "render/template/expression_parser.h"
#include "render/template/lexer.h"
#include "render/template/problems.h"
#include "render/template/tag_reader.h"

namespace reportal::templates {
namespace {

constexpr std::string_view known_tags[] = {"if",    "elif",     "else",    "endif",   "for",   "endfor",
                                           "set",   "endset",   "include", "extends", "block", "endblock",
                                           "macro", "endmacro", "import",  "from",    "raw",   "endraw"};

class TemplateParser {
 public:
  TemplateParser(Template& home, SymbolTable& symbols, std::uint32_t& sites, Problems& problems)
      : home_(home),
        symbols_(symbols),
        cut_(cut_template(home, problems)),
        reader_(home, cut_.tokens, problems),
        expressions_(reader_, symbols, sites) {}

  void parse() {
    parse_body(home_.body, {});
    if (home_.parent != nullptr) keep_what_a_child_does();
  }

 private:
  using Ends = std::initializer_list<std::string_view>;

  /// Parses statements up to a tag with one of the names `ends`, and leaves the reader behind that name; "" when there is none.
  std::string_view parse_body(Body& body, Ends ends) {
    while (at_ < cut_.segments.size()) {
      const Segment& segment = cut_.segments[at_];
      if (segment.kind == Segment::Kind::tag) {
        reader_.go_to(segment);
        const std::string_view name = reader_.peek().kind == TokenKind::name ? reader_.peek().text : std::string_view();
        if (std::find(ends.begin(), ends.end(), name) != ends.end()) {
          ++at_;
          reader_.next();
          return name;
        }
        if (closes_outer(name)) return {};
      }
      ++at_;
      parse_segment(segment, body);
    }
    return {};
  }

  /// An end tag of a block further out: the inner ones were not closed.
  bool closes_outer(std::string_view name) const {
    if (!name.starts_with("end")) return false;
    return std::find(open_.begin(), open_.end(), name.substr(3)) != open_.end();
  }

  void parse_segment(const Segment& segment, Body& body) {
    switch (segment.kind) {
      case Segment::Kind::text:
        body.push_back({Text{segment.text}, segment.range});
        return;
      case Segment::Kind::output: {
        reader_.go_to(segment);
        const Expression* expression = expressions_.parse();
        if (expression != nullptr && reader_.expect_end()) body.push_back({Output{expression}, expression->range});
        return;
      }
      case Segment::Kind::tag:
        parse_tag(segment, body);
        return;
    }
  }

  void parse_tag(const Segment& segment, Body& body) {
    if (reader_.peek().kind != TokenKind::name) {
      (void)reader_.expect_name();
      return;
    }
    const Token& word = reader_.next();
    word_ = word.range;
    if (word.text == "if") return parse_if(body);
    if (word.text == "for") return parse_for(body);
    if (word.text == "set") return parse_set(body);
    if (word.text == "include") return parse_include(body);
    if (word.text == "extends") return parse_extends(segment);
    if (word.text == "block") return parse_block(body);
    if (word.text == "macro") return parse_macro();
    if (word.text == "import") return parse_import();
    if (word.text == "from") return parse_from();
    const bool known = std::find(std::begin(known_tags), std::end(known_tags), word.text) != std::end(known_tags);
    if (known) return reader_.report(problems::stray_tag, word.range, {std::string(word.text)});
    reader_.report(problems::unknown_tag, word.range, {std::string(word.text)},
                   nearest_name(word.text, {std::begin(known_tags), std::end(known_tags)}));
  }

  /// Opens a tag that has an end; false when too many are open, which ends the file.
  bool open(std::string_view name) {
    if (open_.size() >= max_nesting) {
      reader_.report(problems::limit_nesting, word_, {std::to_string(max_nesting)});
      at_ = cut_.segments.size();
      too_deep_ = true;
      return false;
    }
    open_.push_back(name);
    return true;
  }

  /// Closes what open() opened, at the end tag or at what stands in its place.
  void close(Range opening, std::string_view found) {
    const std::string name(open_.back());
    open_.pop_back();
    if (found == "end" + name) {
      (void)reader_.expect_end();
    } else if (!too_deep_) {
      reader_.report(problems::unclosed_block, opening, {name, "end" + name});
    }
  }

  void parse_if(Body& body) {
    const Range opening = word_;
    if (!open("if")) return;
    If result;
    std::string_view found = "if";
    while (found == "if" || found == "elif" || found == "else") {
      const bool last = found == "else";
      Branch branch{nullptr, {}};
      if (!last) branch.condition = expressions_.parse();
      if (last || branch.condition != nullptr) (void)reader_.expect_end();
      found = last ? parse_body(branch.body, {"endif"}) : parse_body(branch.body, {"elif", "else", "endif"});
      result.branches.push_back(std::move(branch));
    }
    close(opening, found);
    body.push_back({std::move(result), opening});
  }

  void parse_for(Body& body) {
    const Range opening = word_;
    if (!open("for")) return;
    For result{};
    (void)parse_for_head(result);
    std::string_view found = parse_body(result.body, {"else", "endfor"});
    if (found == "else") {
      (void)reader_.expect_end();
      found = parse_body(result.otherwise, {"endfor"});
    }
    close(opening, found);
    body.push_back({std::move(result), opening});
  }

  bool parse_for_head(For& result) {
    const Token* first = reader_.expect_name();
    if (first == nullptr) return false;
    result.first = symbols_.intern(first->text);
    if (reader_.accept_sign(",")) {
      const Token* second = reader_.expect_name();
      if (second == nullptr) return false;
      result.second = symbols_.intern(second->text);
      result.two_names = true;
    }
    if (!reader_.expect_word("in")) return false;
    result.list = expressions_.parse_unconditional();
    if (result.list != nullptr && reader_.accept_word("if")) {
      result.condition = expressions_.parse();
      if (result.condition == nullptr) return false;
    }
    return result.list != nullptr && reader_.expect_end();
  }

  void parse_set(Body& body) {
    const Range opening = word_;
    const Token* name = reader_.expect_name();
    const Symbol symbol = name == nullptr ? 0 : symbols_.intern(name->text);
    if (name != nullptr && reader_.at_end()) {
      if (!open("set")) return;
      SetBlock result{symbol, {}};
      close(opening, parse_body(result.body, {"endset"}));
      body.push_back({std::move(result), opening});
      return;
    }
    if (name == nullptr || !reader_.expect_sign("=")) return;
    const Expression* value = expressions_.parse();
    if (value != nullptr && reader_.expect_end()) body.push_back({Set{symbol, value}, opening});
  }

  const TemplateReference* parse_reference() {
    const Token* name = reader_.expect_text();
    return name == nullptr ? nullptr : &home_.references.emplace_back(TemplateReference{name->text, name->range});
  }

  void parse_include(Body& body) {
    const TemplateReference* reference = parse_reference();
    if (reference != nullptr && reader_.expect_end()) body.push_back({Include{reference}, reference->range});
  }

  void parse_extends(const Segment& tag) {
    for (const Segment& before : cut_.segments) {
      if (&before == &tag) break;
      if (before.kind != Segment::Kind::text || !is_blank(before.text)) return reader_.report(problems::extends_place, word_);
    }
    const TemplateReference* reference = parse_reference();
    if (reference != nullptr && reader_.expect_end()) home_.parent = reference;
  }

  void parse_block(Body& body) {
    const Range opening = word_;
    const Token* name = reader_.expect_name();
    if (name != nullptr && !reader_.at_end()) (void)reader_.expect_end();
    if (in_macro_) reader_.report(problems::block_in_macro, opening);
    if (!open("block")) return;
    const bool inside_block = block_ != nullptr;
    Block& block = home_.blocks.emplace_back(Block{
        name == nullptr ? std::string_view() : name->text, name == nullptr ? opening : name->range, inside_block, {}, &home_});
    if (name != nullptr &&
        std::any_of(home_.blocks.begin(), home_.blocks.end() - 1, [&](const Block& one) { return one.name == block.name; })) {
      reader_.report(problems::twice, name->range, {std::string(name->text)});
    }
    const Block* outer = std::exchange(block_, &block);
    expressions_.set_block(block_);
    const std::string_view found = parse_body(block.body, {"endblock"});
    if (!found.empty() && name != nullptr) (void)reader_.accept_word(name->text);
    close(opening, found);
    block_ = outer;
    expressions_.set_block(block_);
    body.push_back({BlockPlace{&block}, opening});
  }

  void parse_macro() {
    const Range opening = word_;
    if (!open_.empty()) reader_.report(problems::not_at_top, opening, {"macro"});
    const Token* name = reader_.expect_name();
    if (!open("macro")) return;
    Macro& macro = home_.macros.emplace_back(
        Macro{name == nullptr ? std::string_view() : name->text, name == nullptr ? opening : name->range, {}, {}, &home_});
    if (name != nullptr) (void)(parse_parameters(macro) && reader_.expect_end());
    in_macro_ = true;
    close(opening, parse_body(macro.body, {"endmacro"}));
    in_macro_ = false;
  }

  bool parse_parameters(Macro& macro) {
    if (!reader_.expect_sign("(")) return false;
    while (!reader_.accept_sign(")")) {
      const Token* name = reader_.expect_name();
      if (name == nullptr) return false;
      Parameter parameter{symbols_.intern(name->text), name->text, nullptr};
      if (reader_.accept_sign("=")) {
        parameter.standard = expressions_.parse();
        if (parameter.standard == nullptr) return false;
      }
      const bool again = std::any_of(macro.parameters.begin(), macro.parameters.end(),
                                     [&](const Parameter& one) { return one.name == name->text; });
      if (again) reader_.report(problems::twice, name->range, {std::string(name->text)});
      macro.parameters.push_back(parameter);
      if (!reader_.is_sign(")") && !reader_.expect_sign(",")) return false;
    }
    return true;
  }

  /// {% import "file" as module %}
  void parse_import() {
    if (!open_.empty()) return reader_.report(problems::not_at_top, word_, {"import"});
    Import import{parse_reference(), {}, {}, {}};
    if (import.reference == nullptr || !reader_.expect_word("as")) return;
    const Token* name = reader_.expect_name();
    if (name == nullptr || !reader_.expect_end()) return;
    import.module = name->text;
    home_.imports.push_back(std::move(import));
  }

  /// {% from "file" import a, b as c %}
  void parse_from() {
    if (!open_.empty()) return reader_.report(problems::not_at_top, word_, {"from"});
    Import import{parse_reference(), {}, {}, {}};
    if (import.reference == nullptr || !reader_.expect_word("import")) return;
    do {
      const Token* name = reader_.expect_name();
      if (name == nullptr) return;
      const Token* alias = reader_.accept_word("as") ? reader_.expect_name() : name;
      if (alias == nullptr) return;
      import.macros.emplace_back(name->text, alias->text);
      import.ranges.push_back(name->range);
    } while (reader_.accept_sign(","));
    if (reader_.expect_end()) home_.imports.push_back(std::move(import));
  }

  /// In a template that extends another only what it sets is run; blocks are called by the parent, and other things would be
  /// lost.
  void keep_what_a_child_does() {
    Body kept;
    for (Statement& statement : home_.body) {
      if (std::holds_alternative<Set>(statement.node) || std::holds_alternative<SetBlock>(statement.node)) {
        kept.push_back(std::move(statement));
        continue;
      }
      if (std::holds_alternative<BlockPlace>(statement.node)) continue;
      const Text* text = std::get_if<Text>(&statement.node);
      if (text != nullptr && is_blank(text->text)) continue;
      reader_.report(problems::outside_block, text == nullptr ? statement.range : first_word(statement.range));
    }
    home_.body = std::move(kept);
  }

  Range first_word(Range range) const {
    const std::string_view text = std::string_view(home_.text).substr(range.offset, range.length);
    const std::size_t skipped = text.find_first_not_of(" \t\r\n");
    const std::size_t length = std::min(text.find_first_of("\r\n", skipped), text.size()) - skipped;
    return {range.offset + static_cast<std::uint32_t>(skipped), static_cast<std::uint32_t>(length)};
  }

  Template& home_;
  SymbolTable& symbols_;
  Segments cut_;
  TagReader reader_;
  ExpressionParser expressions_;
  std::size_t at_ = 0;                  ///< next segment
  Range word_;                          ///< the name of the tag that is being parsed
  std::vector<std::string_view> open_;  ///< tags that wait for their end
  const Block* block_ = nullptr;
  bool in_macro_ = false;
  bool too_deep_ = false;
};

}  // namespace

void parse_template(Template& home, SymbolTable& symbols, std::uint32_t& sites, Problems& problems) {
  TemplateParser(home, symbols, sites, problems).parse();
}

}  // namespace reportal::templates
