// Filters that work on text. html is refused where its tags could be cut or changed: striptags makes text of it.

#include <charconv>

#include "base/text.h"
#include "render/template/functions.h"
#include "render/template/operators.h"
#include "render/template/problems.h"

namespace reportal::templates {
namespace {

bool escape(FunctionCall& call, Value& result) {
  std::string escaped;
  if (!append_escaped(escaped, call.input)) return call.wrong_type("text", call.input);
  result = call.scratch.html(escaped);
  return true;
}

bool make_string(FunctionCall& call, Value& result) {
  result = call.input;
  if (is_textual(call.input)) return true;
  std::string text;
  if (!append_plain(text, call.input)) return call.wrong_type("text", call.input);
  result = call.scratch.text(text);
  return true;
}

bool upper(FunctionCall& call, Value& result) {
  std::string_view text;
  if (!call.take_text(call.input, text)) return false;
  std::string raised(text);
  for (char& byte : raised) {
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  }
  result = call.scratch.text(raised);
  return true;
}

bool lower(FunctionCall& call, Value& result) {
  std::string_view text;
  if (!call.take_text(call.input, text)) return false;
  result = call.scratch.text(ascii_lower(text));
  return true;
}

bool trim_text(FunctionCall& call, Value& result) {
  if (!is_textual(call.input)) return call.wrong_type("text", call.input);
  const std::string_view trimmed = trim(call.input.text());
  result = call.input.kind() == Value::Kind::html ? Value::html(trimmed) : Value(trimmed);
  return true;
}

bool replace(FunctionCall& call, Value& result) {
  std::string_view text;
  std::string_view old;
  std::string_view fresh;
  if (!call.take_text(call.input, text) || !call.take_text(call.arguments[0], old) || !call.take_text(call.arguments[1], fresh))
    return false;
  if (old.empty()) return call.wrong_value(call.arguments[0]);
  std::string replaced;
  std::size_t from = 0;
  for (std::size_t at = text.find(old); at != npos; at = text.find(old, from)) {
    replaced.append(text.substr(from, at - from)).append(fresh);
    from = at + old.size();
  }
  replaced += text.substr(from);
  result = call.scratch.text(replaced);
  return true;
}

/// At the separator; without one, at white space.
bool split_text(FunctionCall& call, Value& result) {
  std::string_view text;
  if (!call.take_text(call.input, text)) return false;
  std::vector<Value> parts;
  if (call.arguments[0].is_none()) {
    std::size_t start = npos;
    for (std::size_t offset = 0; offset < text.size();) {
      const std::size_t at = offset;
      const bool space = is_space(next_character(text, offset));
      if (!space && start == npos) start = at;
      if (space && start != npos) parts.emplace_back(text.substr(start, at - start));
      if (space) start = npos;
    }
    if (start != npos) parts.emplace_back(text.substr(start));
  } else {
    std::string_view separator;
    if (!call.take_text(call.arguments[0], separator)) return false;
    if (separator.empty()) return call.wrong_value(call.arguments[0]);
    std::size_t from = 0;
    for (std::size_t at = text.find(separator); at != npos; at = text.find(separator, from)) {
      parts.emplace_back(text.substr(from, at - from));
      from = at + separator.size();
    }
    parts.emplace_back(text.substr(from));
  }
  result = call.scratch.list(parts);
  return true;
}

/// At most `length` characters, the end mark among them.
bool truncate(FunctionCall& call, Value& result) {
  std::string_view text;
  std::string_view end;
  std::int64_t length = 0;
  if (!call.take_text(call.input, text) || !call.take_integer(call.arguments[0], length) ||
      !call.take_text(call.arguments[1], end))
    return false;
  const std::size_t end_length = count_characters(end);
  if (length < 0 || static_cast<std::size_t>(length) < end_length) return call.wrong_value(call.arguments[0]);
  const std::size_t limit = static_cast<std::size_t>(length);
  result = call.input;
  if (text.size() <= limit || take_characters(text, limit).size() == text.size()) return true;
  std::string cut(trim_end(take_characters(text, limit - end_length)));
  result = call.scratch.text(cut.append(end));
  return true;
}

/// The character for `&name;` or `&#number;` at the start of `text`, and its length; 0 when there is none.
std::size_t read_entity(std::string_view text, std::string& out) {
  static constexpr std::pair<std::string_view, std::string_view> named[] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", "\u00A0"}};
  for (const auto& [entity, character] : named) {
    if (!text.starts_with(entity)) continue;
    out += character;
    return entity.size();
  }
  if (!text.starts_with("&#")) return 0;
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  std::uint32_t code = 0;
  const auto read = std::from_chars(text.data() + (hex ? 3 : 2), text.data() + text.size(), code, hex ? 16 : 10);
  const bool valid = read.ec == std::errc() && read.ptr < text.data() + text.size() && *read.ptr == ';' && code > 0 &&
                     code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!valid) return 0;
  append_character(out, code);
  return static_cast<std::size_t>(read.ptr - text.data()) + 1;
}

/// html without its tags and comments, its entities as characters, white space runs as one space.
bool striptags(FunctionCall& call, Value& result) {
  if (!is_textual(call.input)) return call.wrong_type("html", call.input);
  const std::string_view html = call.input.text();
  std::string stripped;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const bool comment = html.substr(at, 4) == "<!--";
      const std::size_t close = html.find(comment ? "-->" : ">", at);
      if (close == npos) break;
      at = close + (comment ? 3 : 1);
      continue;
    }
    const std::size_t entity = html[at] == '&' ? read_entity(html.substr(at), stripped) : 0;
    const bool space = html[at] == ' ' || html[at] == '\n' || html[at] == '\t' || html[at] == '\r';
    if (space && (stripped.empty() || stripped.back() != ' ')) stripped += ' ';
    if (entity == 0 && !space) stripped += html[at];
    at += entity == 0 ? 1 : entity;
  }
  result = call.scratch.text(trim(stripped));
  return true;
}

bool urlencode(FunctionCall& call, Value& result) {
  std::string_view text;
  if (!call.take_text(call.input, text)) return false;
  std::string encoded;
  append_url_path(encoded, text);
  result = call.scratch.text(encoded);
  return true;
}

/// Characters that are no white space: the length of a text as Chinese writers count it.
bool characters(FunctionCall& call, Value& result) {
  std::string_view text;
  if (!call.take_text(call.input, text)) return false;
  std::int64_t count = 0;
  for (std::size_t offset = 0; offset < text.size();) count += is_space(next_character(text, offset)) ? 0 : 1;
  result = count;
  return true;
}

}  // namespace

FunctionTable text_filters() {
  static const Function table[] = {
      {"escape", escape},
      {"e", escape},
      {"string", make_string},
      {"upper", upper},
      {"lower", lower},
      {"trim", trim_text},
      {"replace", replace, {{"old"}, {"new"}}},
      {"split", split_text, {{"separator", false}}},
      {"truncate", truncate, {{"length", false, 255}, {"end", false, "…"}}},
      {"striptags", striptags},
      {"urlencode", urlencode},
      {"characters", characters},
  };
  return table;
}

}  // namespace reportal::templates
