#include "read/text_file.h"

#include <algorithm>

#include "base/text.h"
#include "chinese/encoding.h"
#include "read/problems.h"
#include "read/read.h"

namespace reportal {
namespace {

/// `bytes` with everything that is not UTF-8, and controls, replaced by U+FFFD: fit to be shown.
std::string shown(std::string_view bytes) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string out;
  while (!bytes.empty()) {
    const std::size_t good = std::min(find_invalid_utf8(bytes), bytes.size());
    for (const char c : bytes.substr(0, good)) {
      if (static_cast<unsigned char>(c) < ' ' && c != '\t') {
        out += replacement;
      } else {
        out += c;
      }
    }
    if (good == bytes.size()) break;
    out += replacement;
    bytes.remove_prefix(good + 1);
  }
  return out;
}

/// The place of a byte in a file that is not valid text.
Place place_of_byte(const std::string& path, std::string_view bytes, std::size_t at) {
  constexpr std::size_t longest_excerpt = 200;  // a binary file may have no line ends
  const std::size_t begin = at == 0 ? 0 : bytes.find_last_of("\r\n", at - 1) + 1;
  const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
  const auto lines = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  std::string excerpt;
  if (end - begin <= longest_excerpt) excerpt = shown(bytes.substr(begin, end - begin));
  return Place{path, static_cast<std::uint32_t>(lines + 1),
               static_cast<std::uint32_t>(count_characters(shown(bytes.substr(begin, at - begin))) + 1), 0, std::move(excerpt)};
}

std::optional<std::string> read_limited(const Files& files, const std::string& path, std::size_t limit, Problems& problems) {
  std::optional<std::string> bytes = read_bytes(files, path, problems);
  if (bytes && bytes->size() > limit) {
    problems.add(read_problems::too_large, Place{path}, {std::to_string(bytes->size()), std::to_string(limit)});
    return std::nullopt;
  }
  return bytes;
}

std::optional<Decoded> decode_file(const std::string& path, std::string_view bytes, Problems& problems) {
  Decoded decoded = decode(bytes);
  switch (decoded.failure) {
    case Decoded::Failure::none:
      return decoded;
    case Decoded::Failure::binary: {
      const std::size_t nul = bytes.find('\0');
      problems.add(read_problems::binary, nul == npos ? Place{path} : place_of_byte(path, bytes, nul));
      break;
    }
    case Decoded::Failure::invalid: {
      const std::size_t bad = find_invalid_utf8(bytes);
      problems.add(read_problems::bad_encoding, bad == npos ? Place{path} : place_of_byte(path, bytes, bad));
      break;
    }
  }
  return std::nullopt;
}

bool is_utf8(std::string_view encoding) { return encoding.starts_with("UTF-8"); }

}  // namespace

std::optional<std::string> read_bytes(const Files& files, const std::string& path, Problems& problems) {
  std::string bytes;
  if (const std::error_code error = files.read(path, bytes)) {
    problems.add(read_problems::unreadable, Place{path}, {error.message()});
    return std::nullopt;
  }
  return bytes;
}

std::optional<TextFile> read_source_file(const Files& files, const std::string& path, Problems& problems) {
  const std::optional<std::string> bytes = read_limited(files, path, max_source_bytes, problems);
  if (!bytes) return std::nullopt;
  std::optional<Decoded> decoded = decode_file(path, *bytes, problems);
  if (!decoded) return std::nullopt;
  if (!is_utf8(decoded->encoding)) problems.add(read_problems::guessed_encoding, Place{path}, {std::string(decoded->encoding)});
  if (decoded->mixed_line_ends) problems.add(read_problems::mixed_line_ends, Place{path});
  return TextFile{std::move(decoded->text), decoded->encoding};
}

std::optional<YamlText> read_yaml_file(const Files& files, const std::string& path, Problems& problems) {
  const std::optional<std::string> bytes = read_limited(files, path, max_yaml_bytes, problems);
  if (!bytes) return std::nullopt;
  std::optional<Decoded> decoded = decode_file(path, *bytes, problems);
  if (!decoded) return std::nullopt;
  if (!is_utf8(decoded->encoding)) {
    problems.add(read_problems::yaml_encoding, Place{path}, {std::string(decoded->encoding)});
    return std::nullopt;
  }
  return YamlText(path, std::move(decoded->text));
}

}  // namespace reportal
