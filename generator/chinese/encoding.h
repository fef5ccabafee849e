// Bytes of a file to UTF-8 text with LF line ends. Finds the encoding out and says which it was.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reportal {

struct Decoded {
  enum class Failure { none, binary, invalid };

  std::string text;               ///< UTF-8, no BOM, LF alone as line end (CR LF and CR are turned into LF, line count unchanged)
  std::string_view encoding;      ///< "UTF-8", "UTF-8 with BOM", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"
  bool mixed_line_ends = false;   ///< more than one kind of line end stood in the file
  Failure failure = Failure::none;
  std::size_t failure_line = 0;   ///< 1-based line of the first offending byte
  std::size_t failure_column = 0; ///< 1-based, in characters as far as they could be decoded
};

/// UTF-8 is checked strictly first, then BOMs, then UTF-16 without a BOM by its pattern of zero bytes, then GB18030 against Big5
/// by ICU's detector and by how common the decoded characters are. A NUL byte in anything but UTF-16, or a share of control characters
/// no text has, is `binary`; mostly valid UTF-8 (a file with a few bad bytes) is `invalid`, with its place, and not guessed as something else.
[[nodiscard]] Decoded decode(std::string_view bytes);

}  // namespace reportal
