#include "structure/raw/titles/notes.h"

#include <cstddef>

#include "structure/raw/titles/labels.h"

namespace reportal::raw {
namespace {

bool is_exhibit(LineKind kind) { return kind == LineKind::figure || kind == LineKind::table; }

struct Note {
  std::uint32_t line;
  std::uint32_t before, behind;  ///< captions with nothing but rows, furniture and notes between
};

/// All notes with the nearest caption before them and the nearest figure's behind them.
std::vector<Note> find_notes(const std::vector<Line>& lines) {
  std::vector<Note> notes;
  std::uint32_t before = no_exhibit;
  for (std::uint32_t at = 0; at < lines.size(); ++at) {
    const LineKind kind = lines[at].kind;
    if (is_exhibit(kind))
      before = at;
    else if (kind == LineKind::note)
      notes.push_back({at, before, no_exhibit});
    else if (kind != LineKind::noise && kind != LineKind::more && kind != LineKind::table_body)
      before = no_exhibit;
  }
  std::uint32_t behind = no_exhibit;
  std::size_t note = notes.size();
  for (auto at = static_cast<std::uint32_t>(lines.size()); at-- > 0;) {
    const LineKind kind = lines[at].kind;
    if (kind == LineKind::note)
      notes[--note].behind = behind;
    else if (kind == LineKind::figure)
      behind = at;
    else if (kind != LineKind::noise && kind != LineKind::more)
      behind = no_exhibit;
  }
  return notes;
}

/// Of the notes that can belong to one figure only, more stand above it than below.
bool stand_above(const std::vector<Note>& notes, const std::vector<Line>& lines) {
  std::size_t above = 0;
  std::size_t below = 0;
  for (const Note& note : notes) {
    const bool figure_before = note.before != no_exhibit && lines[note.before].kind == LineKind::figure;
    if (figure_before && note.behind == no_exhibit) ++below;
    if (note.before == no_exhibit && note.behind != no_exhibit) ++above;
  }
  return above > below;
}

}  // namespace

void settle_notes(std::vector<Line>& lines) {
  const std::vector<Note> notes = find_notes(lines);
  const bool above = stand_above(notes, lines);
  for (const Note& note : notes) {
    const bool table_before = note.before != no_exhibit && lines[note.before].kind == LineKind::table;
    const bool belongs_behind = note.before == no_exhibit || (above && !table_before && note.behind != no_exhibit);
    Line& line = lines[note.line];
    line.detail = belongs_behind ? note.behind : note.before;
    if (line.detail != no_exhibit || line.given || is_data_source(line.text)) continue;
    line.kind = LineKind::text;
    for (std::size_t more = note.line + 1; more < lines.size() && lines[more].kind == LineKind::more; ++more)
      lines[more].kind = LineKind::text;
  }
}

}  // namespace reportal::raw
