#include "structure/raw/page/copies.h"

#include <algorithm>
#include <bit>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t seed = 12;           // characters that are looked up
constexpr std::uint32_t max_difference = 6;  // characters that one of the texts has and the other has not
constexpr std::uint32_t sure_again = 8;      // characters that must be the same behind a difference

char32_t folded(char32_t character) {
  if (character >= 0xFF01 && character <= 0xFF5E) return character - 0xFEE0;
  switch (character) {
    case U'“':
    case U'”':
      return U'"';
    case U'‘':
    case U'’':
      return U'\'';
    default:
      return character;
  }
}

bool is_in_stream(LineKind kind) {
  return kind != LineKind::noise && kind != LineKind::contents && kind != LineKind::table && kind != LineKind::table_body &&
         kind != LineKind::repeat;
}

std::uint64_t hash_of(const char32_t* characters) {
  std::uint64_t hash = 0x9E3779B97F4A7C15;
  for (std::uint32_t i = 0; i < seed; ++i) hash = (hash ^ characters[i]) * 0xFF51AFD7ED558CCD;
  return hash ^ (hash >> 32);
}

}  // namespace

std::uint32_t Stream::line_of(std::uint32_t at) const {
  return static_cast<std::uint32_t>(std::upper_bound(starts.begin(), starts.end(), at) - starts.begin()) - 1;
}

Stream make_stream(const std::vector<Line>& lines) {
  Stream stream;
  std::size_t bytes = 0;
  for (const Line& line : lines) bytes += line.text.size();
  stream.characters.reserve(bytes / 2);
  for (std::uint32_t index = 0; index < lines.size(); ++index) {
    if (!is_in_stream(lines[index].kind)) continue;
    const std::string_view text = lines[index].text;
    stream.lines.push_back(index);
    stream.starts.push_back(stream.size());
    for (std::size_t offset = 0; offset < text.size();) {
      const char32_t character = next_character(text, offset);
      if (!is_space(character)) stream.characters.push_back(folded(character));
    }
  }
  stream.starts.push_back(stream.size());
  return stream;
}

bool is_sentence_mark(char32_t character) {
  return character == U'。' || character == U'!' || character == U'?' || character == U';';
}

bool is_clause_mark(char32_t character) {
  return character == U',' || character == U'、' || character == U':' || is_sentence_mark(character);
}

bool is_counting(char32_t character) {
  static constexpr std::u32string_view counting = U"0123456789一二三四五六七八九十百千万亿零〇两甲乙丙丁戊首末";
  return counting.find(character) != std::u32string_view::npos;
}

CopyFinder::CopyFinder(const Stream& stream) : stream_(stream) {
  std::uint32_t anchors = stream.count();
  for (const char32_t character : stream.characters) anchors += is_clause_mark(character) ? 1 : 0;
  slots_.resize(std::bit_ceil(std::max<std::size_t>(16, std::size_t{anchors} * 2)));
}

bool CopyFinder::is_anchor(std::uint32_t at) const {
  return at == stream_.starts[line_] || is_clause_mark(stream_.characters[at - 1]);
}

std::uint32_t CopyFinder::exchange(std::uint32_t at) {
  const char32_t* const characters = stream_.characters.data();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash_of(characters + at) & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == 0) {
      slots_[slot] = at + 1;
      return at;
    }
    const std::uint32_t before = slots_[slot] - 1;
    if (!std::equal(characters + at, characters + at + seed, characters + before)) continue;
    slots_[slot] = at + 1;
    return before;
  }
}

bool CopyFinder::next(Copy& copy) {
  for (; at_ + seed <= stream_.size(); ++at_) {
    while (stream_.starts[line_ + 1] <= at_) ++line_;
    if (!is_anchor(at_)) continue;
    const std::uint32_t before = exchange(at_);
    if (before == at_ || at_ < behind_) continue;
    copy = {};
    copy.first = copy.last = at_;
    copy.of_first = copy.of_last = before;
    grow_forward(copy);
    grow_backward(copy);
    cut_ragged_start(copy);
    cut_ragged_end(copy);
    behind_ = copy.last;
    ++at_;
    return true;
  }
  return false;
}

void CopyFinder::grow_forward(Copy& copy) const {
  const std::vector<char32_t>& text = stream_.characters;
  std::uint32_t at = copy.last;
  std::uint32_t of = copy.of_last;
  std::uint32_t different = 0;
  while (true) {
    const std::uint32_t begin = at;
    while (at < text.size() && text[at] == text[of]) ++at, ++of;
    if (at > begin) {
      copy.aligned.push_back({begin, of - (at - begin), at - begin});
      copy.same += at - begin;
      copy.last = at;
      copy.of_last = of;
    }
    const std::uint32_t old_at = at, old_of = of;
    if (!skip_difference(at, of, true, stream_.size())) return;
    different += std::max(at - old_at, of - old_of);
    if (different > max_difference + copy.same / 16) return;
  }
}

/// Different lines may end with the same few characters; a copy that begins with only those begins behind them.
void CopyFinder::cut_ragged_start(Copy& copy) const {
  std::uint32_t end = copy.first;
  for (std::uint32_t line = stream_.line_of(end);; ++line) {
    const std::uint32_t length = stream_.starts[line + 1] - end;
    const bool whole = stream_.starts[line] == end && length > 1;
    if (whole || length >= seed || stream_.starts[line + 1] >= copy.last) break;
    end = stream_.starts[line + 1];
  }
  std::size_t gone = 0;
  while (copy.first < end) {
    Aligned& run = copy.aligned[gone];
    const std::uint32_t cut = std::min(run.length, end - std::min(end, run.at));
    run.at += cut;
    run.of += cut;
    run.length -= cut;
    copy.same -= cut;
    if (run.length == 0) ++gone;
    copy.first = copy.aligned[gone].at;
    copy.of_first = copy.aligned[gone].of;
  }
  copy.aligned.erase(copy.aligned.begin(), copy.aligned.begin() + static_cast<std::ptrdiff_t>(gone));
}

/// Different lines may begin with the same few characters; a copy that goes on into a line only that far ends before it.
void CopyFinder::cut_ragged_end(Copy& copy) const {
  const std::uint32_t line = stream_.line_of(copy.last - 1);
  const std::uint32_t start = stream_.starts[line];
  if (start <= copy.first || copy.last - start >= seed || copy.last == stream_.starts[line + 1]) return;
  while (copy.last > start) {
    Aligned& run = copy.aligned.back();
    const std::uint32_t cut = std::min(run.length, run.at + run.length - start);
    run.length -= cut;
    copy.same -= cut;
    copy.last = run.at + run.length;
    copy.of_last = run.of + run.length;
    if (run.length > 0) break;
    copy.aligned.pop_back();
    copy.last = copy.aligned.back().at + copy.aligned.back().length;
    copy.of_last = copy.aligned.back().of + copy.aligned.back().length;
  }
}

void CopyFinder::grow_backward(Copy& copy) const {
  const std::vector<char32_t>& text = stream_.characters;
  std::uint32_t at = copy.first;
  std::uint32_t of = copy.of_first;
  std::uint32_t different = 0;
  std::vector<Aligned> before;
  while (true) {
    const std::uint32_t end = at;
    while (at > behind_ && of > 0 && text[at - 1] == text[of - 1]) --at, --of;
    if (at < end) {
      before.push_back({at, of, end - at});
      copy.same += end - at;
      copy.first = at;
      copy.of_first = of;
    }
    const std::uint32_t old_at = at, old_of = of;
    if (!skip_difference(at, of, false, behind_)) break;
    different += std::max(old_at - at, old_of - of);
    if (different > max_difference + copy.same / 16) break;
  }
  copy.aligned.insert(copy.aligned.begin(), before.rbegin(), before.rend());
}

/// Moves both places over the smallest difference behind which the texts are the same again; false if there is none, or if it
/// says something.
bool CopyFinder::skip_difference(std::uint32_t& at, std::uint32_t& of, bool forward, std::uint32_t limit) const {
  const std::vector<char32_t>& text = stream_.characters;
  for (std::uint32_t total = 1; total <= 2 * max_difference; ++total) {
    const std::uint32_t least = total > max_difference ? total - max_difference : 0;
    for (std::uint32_t here = least; here <= std::min(total, max_difference); ++here) {
      const std::uint32_t there = total - here;
      if (forward) {
        if (at + here + sure_again > limit || of + there >= at + here) continue;
        if (!std::equal(text.begin() + at + here, text.begin() + at + here + sure_again, text.begin() + of + there)) continue;
        if (differ_in_count(at, at + here) || differ_in_count(of, of + there)) return false;
        at += here;
        of += there;
      } else {
        if (at < limit + here + sure_again || of < there + sure_again || of - there >= at - here) continue;
        const auto end = text.begin() + at - here;
        if (!std::equal(end - sure_again, end, text.begin() + of - there - sure_again)) continue;
        if (differ_in_count(at - here, at) || differ_in_count(of - there, of)) return false;
        at -= here;
        of -= there;
      }
      return true;
    }
  }
  return false;
}

bool CopyFinder::differ_in_count(std::uint32_t first, std::uint32_t last) const {
  return std::any_of(stream_.characters.begin() + first, stream_.characters.begin() + last, is_counting);
}

}  // namespace reportal::raw
