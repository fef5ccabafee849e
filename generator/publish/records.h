// What publish remembers between runs, as text in OUTPUT/.reportal/.
//
// manifest  what the last build made, a line a file: its size, the XXH3-128 of its bytes, its address.
// journal   what is still to be done to put a staged site in place. It ends in a hash over its lines: a journal without
//           it was never finished writing, and nothing of it was done.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reportal::publish {

/// Whether `address` names a file below the output folder and outside publish's own: UTF-8, no empty part, no "." or "..", no
/// backslash, no control character.
[[nodiscard]] bool is_output_address(std::string_view address);

inline constexpr std::string_view own_folder = ".reportal";

struct Fingerprint {
  std::uint64_t size = 0;
  std::uint64_t high = 0, low = 0;  ///< XXH3-128
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

[[nodiscard]] Fingerprint fingerprint_of(std::string_view bytes);

using Manifest = std::unordered_map<std::string, Fingerprint>;  ///< by address

/// Lines in the order of addresses.
[[nodiscard]] std::string manifest_text(const Manifest& manifest);
/// Nothing if `text` is not wholly a manifest.
[[nodiscard]] std::optional<Manifest> parse_manifest(std::string_view text);

/// The steps of a publication, in this order.
struct Journal {
  struct Move {
    Fingerprint fingerprint;
    std::string address;
  };
  std::vector<std::string> cleared_files;    ///< old files that stand where a folder is needed, or in a folder that must go
  std::vector<std::string> cleared_folders;  ///< old folders that stand where a file is needed, inner ones first
  std::vector<Move> moves;
  std::vector<std::string> removals;  ///< files that the new site does not have
};

[[nodiscard]] std::string journal_text(const Journal& journal);
/// Nothing if the journal was not written to its end.
[[nodiscard]] std::optional<Journal> parse_journal(std::string_view text);

}  // namespace reportal::publish
