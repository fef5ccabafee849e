// Passages are read in chunks, on all cores. A chunk numbers the keys it meets and notes a passage once for each of its keys;
// then it groups the passages by key. A shard takes its keys from all chunks in order, so what comes out does not depend on the
// chunks or the threads.

#include "index/search/postings.h"

#include <algorithm>

#include "base/json.h"
#include "base/parallel.h"
#include "base/text.h"
#include "chinese/folding.h"
#include "index/search/number_code.h"

namespace reportal::index {
namespace {

constexpr std::size_t chunk_passages = 8192;  // fits the 16 bits of a passage's number in its chunk
constexpr std::size_t shard_bytes = 6'000;    // about, where no posting is longer
constexpr std::size_t key_bytes = 9;          // with its quotes and marks
constexpr std::size_t max_shards = 16'384;
constexpr std::uint32_t character_limit = 0x110000;

enum KeyKind : std::uint64_t { characters_key, pinyin_key, initials_key };

/// Two characters (the second 0 for one alone) and what they are of, as one number.
constexpr std::uint64_t key_of(KeyKind kind, char32_t first, char32_t second) {
  return (std::uint64_t{kind} << 42) | (std::uint64_t{first} << 21) | second;
}

std::u16string key_text(std::uint64_t key) {
  std::u16string text;
  const auto append = [&](char32_t c) {
    if (c >= 0x10000) {
      text += static_cast<char16_t>(0xD7C0 + (c >> 10));
      text += static_cast<char16_t>(0xDC00 | (c & 0x3FF));
    } else if (c != 0) {
      text += static_cast<char16_t>(c);
    }
  };
  const std::uint64_t kind = key >> 42;
  if (kind != characters_key) text += kind == pinyin_key ? u'p' : u'i';
  append(static_cast<char32_t>((key >> 21) & 0x1FFFFF));
  append(static_cast<char32_t>(key & 0x1FFFFF));
  return text;
}

void append_key(std::string& out, std::uint64_t key) {
  std::string text;
  const std::uint64_t kind = key >> 42;
  if (kind != characters_key) text += kind == pinyin_key ? 'p' : 'i';
  append_character(text, static_cast<char32_t>((key >> 21) & 0x1FFFFF));
  if ((key & 0x1FFFFF) != 0) append_character(text, static_cast<char32_t>(key & 0x1FFFFF));
  append_json_string(out, text);
}

/// Gives keys running numbers: open addressing, linear probing.
class KeyNumbers {
 public:
  KeyNumbers() : slots_(1U << 14, empty) {}

  std::uint32_t number_of(std::uint64_t key) {
    std::size_t at = slot_of(key);
    for (; slots_[at] != empty; at = (at + 1) & (slots_.size() - 1)) {
      if (keys_[slots_[at]] == key) return slots_[at];
    }
    slots_[at] = static_cast<std::uint32_t>(keys_.size());
    keys_.push_back(key);
    if (keys_.size() * 2 > slots_.size()) grow();
    return static_cast<std::uint32_t>(keys_.size() - 1);
  }

  std::vector<std::uint64_t> take_keys() { return std::move(keys_); }

 private:
  static constexpr std::uint32_t empty = 0xFFFFFFFF;

  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 32) & (slots_.size() - 1);
  }

  void grow() {
    slots_.assign(slots_.size() * 2, empty);
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      std::size_t at = slot_of(keys_[i]);
      while (slots_[at] != empty) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = i;
    }
  }

  std::vector<std::uint32_t> slots_;
  std::vector<std::uint64_t> keys_;
};

/// The postings of a run of passages, grouped by key.
struct Chunk {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> starts;    ///< a key → where its passages begin; one more than keys
  std::vector<std::uint16_t> passages;  ///< numbers in the chunk, ascending within a key
  std::vector<std::uint32_t> by_shard;  ///< the keys, grouped by shard
  std::vector<std::uint32_t> shard_starts;
};

class ChunkReader {
 public:
  Chunk read(const SearchedText& text, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      passage_ = static_cast<std::uint16_t>(i - first);
      const Passage& passage = text.passages[i];
      for (const std::string_view line : split(passage.text, '\n')) read_line(line);
      if (i < text.pages.size()) {
        for (const std::string_view line : split(passage.anchor, '\n')) read_reading(line);
      }
    }
    Chunk chunk;
    chunk.keys = numbers_.take_keys();
    chunk.starts.assign(chunk.keys.size() + 1, 0);
    for (const std::uint32_t key : noted_keys_) ++chunk.starts[key + 1];
    for (std::size_t i = 1; i < chunk.starts.size(); ++i) chunk.starts[i] += chunk.starts[i - 1];
    chunk.passages.resize(noted_keys_.size());
    std::vector<std::uint32_t> next(chunk.starts.begin(), chunk.starts.end() - 1);
    for (std::size_t i = 0; i < noted_keys_.size(); ++i) chunk.passages[next[noted_keys_[i]]++] = noted_passages_[i];
    return chunk;
  }

 private:
  void note(std::uint64_t key) {
    const std::uint32_t number = numbers_.number_of(key);
    if (number == last_passage_.size()) last_passage_.push_back(0xFFFFFFFF);
    if (last_passage_[number] == passage_) return;
    last_passage_[number] = passage_;
    noted_keys_.push_back(number);
    noted_passages_.push_back(passage_);
  }

  void read_line(std::string_view line) {
    const std::string plain = folded_simplified(line);
    char32_t before = 0;
    for (std::size_t at = 0; at < plain.size();) {
      const char32_t c = next_character(plain, at);
      note(key_of(characters_key, c, 0));
      if (before != 0) note(key_of(characters_key, before, c));
      before = c;
    }
  }

  void read_reading(std::string_view line) {
    char32_t before = 0, initial_before = 0;
    bool inside = false;
    for (char c : line) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (letter) {
        const auto here = static_cast<char32_t>(c);
        if (before != 0) note(key_of(pinyin_key, before, here));
        before = here;
        if (!inside) {
          if (initial_before != 0) note(key_of(initials_key, initial_before, here));
          initial_before = here;
        }
      }
      inside = letter;
    }
  }

  KeyNumbers numbers_;
  std::vector<std::uint32_t> last_passage_;
  std::vector<std::uint32_t> noted_keys_;
  std::vector<std::uint16_t> noted_passages_;
  std::uint16_t passage_ = 0;
};

void group_by_shard(Chunk& chunk, std::size_t shard_count) {
  std::vector<std::uint32_t> shard_of(chunk.keys.size());
  chunk.shard_starts.assign(shard_count + 1, 0);
  for (std::size_t i = 0; i < chunk.keys.size(); ++i) {
    shard_of[i] = posting_shard(key_text(chunk.keys[i]), shard_count);
    ++chunk.shard_starts[shard_of[i] + 1];
  }
  for (std::size_t i = 1; i <= shard_count; ++i) chunk.shard_starts[i] += chunk.shard_starts[i - 1];
  std::vector<std::uint32_t> next(chunk.shard_starts.begin(), chunk.shard_starts.end() - 1);
  chunk.by_shard.resize(chunk.keys.size());
  for (std::uint32_t i = 0; i < chunk.keys.size(); ++i) chunk.by_shard[next[shard_of[i]]++] = i;
}

std::string write_shard(const std::vector<Chunk>& chunks, std::size_t shard) {
  struct Part {
    std::uint64_t key;
    std::uint32_t chunk, number;
  };
  std::vector<Part> parts;
  for (std::uint32_t c = 0; c < chunks.size(); ++c) {
    const Chunk& chunk = chunks[c];
    for (std::uint32_t i = chunk.shard_starts[shard]; i < chunk.shard_starts[shard + 1]; ++i) {
      parts.push_back({chunk.keys[chunk.by_shard[i]], c, chunk.by_shard[i]});
    }
  }
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.key != b.key ? a.key < b.key : a.chunk < b.chunk; });
  std::string json = "{";
  std::vector<std::uint32_t> passages;
  for (std::size_t i = 0; i < parts.size();) {
    const std::uint64_t key = parts[i].key;
    passages.clear();
    for (; i < parts.size() && parts[i].key == key; ++i) {
      const Chunk& chunk = chunks[parts[i].chunk];
      const auto base = static_cast<std::uint32_t>(parts[i].chunk * chunk_passages);
      for (std::uint32_t at = chunk.starts[parts[i].number]; at < chunk.starts[parts[i].number + 1]; ++at) {
        passages.push_back(base + chunk.passages[at]);
      }
    }
    if (json.size() > 1) json += ',';
    append_key(json, key);
    (json += ":\"") += number_set(passages);
    json += '"';
  }
  return json += '}';
}

}  // namespace

std::uint32_t posting_shard(std::u16string_view key, std::size_t count) {
  std::uint32_t hash = 0;
  for (const char16_t unit : key) hash = hash * 31 + unit;
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6D;
  hash ^= hash >> 12;
  return hash % static_cast<std::uint32_t>(count);
}

PostingShards make_postings(const SearchedText& text, unsigned jobs) {
  const std::size_t total = text.passages.size();
  std::vector<Chunk> chunks((total + chunk_passages - 1) / chunk_passages);
  for_each_index(jobs, chunks.size(), [&](std::size_t i) {
    chunks[i] = ChunkReader().read(text, i * chunk_passages, std::min(total, (i + 1) * chunk_passages));
  });

  std::size_t postings = 0;
  std::size_t keys = 0;
  for (const Chunk& chunk : chunks) {
    postings += chunk.passages.size();
    keys = std::max(keys, chunk.keys.size());
  }
  const std::size_t shard_count = std::clamp<std::size_t>((postings + keys * key_bytes) / shard_bytes, 1, max_shards);
  for_each_index(jobs, chunks.size(), [&](std::size_t i) { group_by_shard(chunks[i], shard_count); });

  PostingShards result;
  result.shards.resize(shard_count);
  for_each_index(jobs, shard_count, [&](std::size_t i) { result.shards[i] = write_shard(chunks, i); });

  std::vector<bool> seen(character_limit);
  for (const Chunk& chunk : chunks) {
    for (const std::uint64_t key : chunk.keys) {
      if (key >> 42 == characters_key && (key & 0x1FFFFF) == 0) seen[static_cast<std::size_t>(key >> 21)] = true;
    }
  }
  for (std::uint32_t c = 0; c < character_limit; ++c) {
    if (seen[c]) result.characters.push_back(c);
  }
  return result;
}

}  // namespace reportal::index
