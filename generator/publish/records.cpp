#include "publish/records.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace reportal::publish {
namespace {

constexpr std::string_view manifest_head = "reportal manifest 1";
constexpr std::string_view journal_head = "reportal journal 1";

void append_fingerprint(std::string& out, const Fingerprint& fingerprint) {
  fmt::format_to(std::back_inserter(out), "{} {:016x}{:016x} ", fingerprint.size, fingerprint.high, fingerprint.low);
}

/// The part of `line` before its first space, which is taken off with it.
std::string_view take_word(std::string_view& line) {
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(std::min(line.size(), word.size() + 1));
  return word;
}

template <typename Number>
bool parse_number(std::string_view text, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc{} && end == text.data() + text.size();
}

bool take_fingerprint(std::string_view& line, Fingerprint& fingerprint) {
  const std::string_view size = take_word(line);
  const std::string_view hash = take_word(line);
  return hash.size() == 32 && parse_number(size, fingerprint.size) && parse_number(hash.substr(0, 16), fingerprint.high, 16) &&
         parse_number(hash.substr(16), fingerprint.low, 16);
}

std::string end_line(std::string_view text) { return fmt::format("end {:016x}\n", XXH3_64bits(text.data(), text.size())); }

bool leads_outside(const Journal& journal) {
  const auto outside = [](const std::string& path) { return !is_output_address(path); };
  return std::any_of(journal.cleared_files.begin(), journal.cleared_files.end(), outside) ||
         std::any_of(journal.cleared_folders.begin(), journal.cleared_folders.end(), outside) ||
         std::any_of(journal.removals.begin(), journal.removals.end(), outside) ||
         std::any_of(journal.moves.begin(), journal.moves.end(),
                     [&](const Journal::Move& move) { return outside(move.address); });
}

}  // namespace

bool is_output_address(std::string_view address) {
  const auto is_forbidden = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; };
  if (find_invalid_utf8(address) != npos || std::any_of(address.begin(), address.end(), is_forbidden)) return false;
  const std::vector<std::string_view> parts = split(address, '/');
  return !parts.empty() && parts.front() != own_folder && std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.empty() || part == "." || part == "..";
  });
}

Fingerprint fingerprint_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {bytes.size(), hash.high64, hash.low64};
}

std::string manifest_text(const Manifest& manifest) {
  std::vector<const Manifest::value_type*> entries;
  entries.reserve(manifest.size());
  for (const auto& entry : manifest) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  std::string text(manifest_head);
  text += '\n';
  for (const auto* entry : entries) {
    append_fingerprint(text, entry->second);
    (text += entry->first) += '\n';
  }
  return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  const std::vector<std::string_view> lines = split_lines(text);
  if (lines.empty() || lines.front() != manifest_head || !text.ends_with('\n')) return std::nullopt;
  Manifest manifest;
  manifest.reserve(lines.size());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    Fingerprint fingerprint;
    if (!take_fingerprint(line, fingerprint) || line.empty()) return std::nullopt;
    manifest.emplace(line, fingerprint);
  }
  return manifest;
}

std::string journal_text(const Journal& journal) {
  std::string text(journal_head);
  text += '\n';
  const auto append = [&](std::string_view verb, std::string_view path) { ((text += verb) += path) += '\n'; };
  for (const std::string& path : journal.cleared_files) append("clear ", path);
  for (const std::string& path : journal.cleared_folders) append("clear-folder ", path);
  for (const Journal::Move& move : journal.moves) {
    text += "move ";
    append_fingerprint(text, move.fingerprint);
    append({}, move.address);
  }
  for (const std::string& path : journal.removals) append("remove ", path);
  return text += end_line(text);
}

std::optional<Journal> parse_journal(std::string_view text) {
  const std::size_t end = text.size() < 2 ? npos : text.rfind('\n', text.size() - 2);
  if (end == npos || text.substr(end + 1) != end_line(text.substr(0, end + 1))) return std::nullopt;
  Journal journal;
  const std::vector<std::string_view> lines = split_lines(text.substr(0, end + 1));
  if (lines.front() != journal_head) return std::nullopt;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    const std::string_view verb = take_word(line);
    if (verb == "clear") {
      journal.cleared_files.emplace_back(line);
    } else if (verb == "clear-folder") {
      journal.cleared_folders.emplace_back(line);
    } else if (verb == "remove") {
      journal.removals.emplace_back(line);
    } else if (verb == "move") {
      Journal::Move move;
      if (!take_fingerprint(line, move.fingerprint)) return std::nullopt;
      move.address = line;
      journal.moves.push_back(std::move(move));
    } else {
      return std::nullopt;
    }
  }
  if (leads_outside(journal)) return std::nullopt;
  return journal;
}

}  // namespace reportal::publish
