// Reads the tokens of a template's tags one by one, and says what was expected where something else stands.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/template/lexer.h"

namespace reportal::templates {

class TagReader {
 public:
  TagReader(Template& home, const std::vector<Token>& tokens, Problems& problems)
      : home_(home), tokens_(tokens), problems_(problems) {}

  /// Goes to the first token of a tag. Inside a tag one never reads beyond its `end` token.
  void go_to(const Segment& tag) { at_ = tag.first_token; }

  [[nodiscard]] const Token& peek() const { return tokens_[at_]; }
  [[nodiscard]] const Token& peek_second() const { return at_end() ? peek() : tokens_[at_ + 1]; }
  [[nodiscard]] bool at_end() const { return peek().kind == TokenKind::end; }
  const Token& next() { return at_end() ? tokens_[at_] : tokens_[at_++]; }

  [[nodiscard]] bool is_sign(std::string_view sign) const { return peek().kind == TokenKind::sign && peek().text == sign; }
  [[nodiscard]] bool is_word(std::string_view word) const { return peek().kind == TokenKind::name && peek().text == word; }
  bool accept_sign(std::string_view sign);
  bool accept_word(std::string_view word);
  // These report what was expected; false when it is not there.
  bool expect_sign(std::string_view sign);
  bool expect_word(std::string_view word);
  bool expect_end();
  const Token* expect_name();  ///< any but a reserved word; null when it is not there
  const Token* expect_text();  ///< a string literal

  void report(const ProblemKind& kind, Range where, std::vector<std::string> arguments = {}, std::string suggestion = {});
  [[nodiscard]] std::string found() const;  ///< the next token as it is written
  [[nodiscard]] Template& home() { return home_; }
  [[nodiscard]] Problems& problems() { return problems_; }

 private:
  bool unexpected(std::string_view expected);

  Template& home_;
  const std::vector<Token>& tokens_;
  Problems& problems_;
  std::size_t at_ = 0;
};

/// A word with a meaning in expressions, which cannot name a value.
[[nodiscard]] bool is_reserved(std::string_view word);

}  // namespace reportal::templates
