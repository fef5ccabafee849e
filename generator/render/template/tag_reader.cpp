#include "render/template/tag_reader.h"

#include <algorithm>

#include "render/template/problems.h"

namespace reportal::templates {

bool TagReader::accept_sign(std::string_view sign) {
  if (!is_sign(sign)) return false;
  next();
  return true;
}

bool TagReader::accept_word(std::string_view word) {
  if (!is_word(word)) return false;
  next();
  return true;
}

bool TagReader::expect_sign(std::string_view sign) { return accept_sign(sign) || unexpected(sign); }
bool TagReader::expect_word(std::string_view word) { return accept_word(word) || unexpected(word); }

bool TagReader::expect_end() {
  if (!at_end()) report(problems::tag_goes_on, peek().range, {found()});
  return at_end();
}

const Token* TagReader::expect_name() {
  if (peek().kind == TokenKind::name && !is_reserved(peek().text)) return &next();
  report(problems::no_name, peek().range, {found()});
  return nullptr;
}

const Token* TagReader::expect_text() {
  if (peek().kind == TokenKind::text) return &next();
  unexpected("\"…\"");
  return nullptr;
}

bool TagReader::unexpected(std::string_view expected) {
  report(problems::syntax, peek().range, {std::string(expected), found()});
  return false;
}

std::string TagReader::found() const { return home_.text.substr(peek().range.offset, peek().range.length); }

void TagReader::report(const ProblemKind& kind, Range where, std::vector<std::string> arguments, std::string suggestion) {
  home_.broken = true;
  problems_.add(kind, place_of(home_, where), std::move(arguments), std::move(suggestion));
}

bool is_reserved(std::string_view word) {
  static constexpr std::string_view words[] = {"and",  "or",    "not",   "in",   "is",   "if",   "else", "true",
                                               "True", "false", "False", "none", "None", "loop", "self", "super"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace reportal::templates
