#include "import/pdf/ruled_tables.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "import/pdf/printed_lines.h"

namespace reportal::pdf {
namespace {

struct Band {
  float top = 0, bottom = 0, left = 0, right = 0;
  std::vector<Word> words;
};

/// Places between columns: the middle of each strip that no word of any line reaches into.
std::vector<float> column_gaps(const std::vector<const Word*>& words, float least) {
  std::vector<const Word*> sorted = words;
  std::sort(sorted.begin(), sorted.end(), [](const Word* a, const Word* b) { return a->left() < b->left(); });
  std::vector<float> gaps;
  float right = 0;
  for (const Word* word : sorted) {
    if (word != sorted.front() && word->left() - right >= least * word->em) gaps.push_back((word->left() + right) / 2);
    right = std::max(right, word->right());
  }
  return gaps;
}

std::vector<const Word*> pointers(const std::vector<Word>& words) {
  std::vector<const Word*> result;
  for (const Word& word : words) result.push_back(&word);
  return result;
}

/// Lines of one cell, by their place in its column.
struct CellLines {
  std::size_t column = 0;
  float top = 0, bottom = 0;
  std::vector<PrintedLine> lines;
};

/// The distance that lines of one cell keep, where distances come in two sizes; nothing where they are all alike.
std::optional<float> inner_pitch(const std::vector<std::vector<PrintedLine>>& columns) {
  float least = std::numeric_limits<float>::max(), most = 0;
  for (const std::vector<PrintedLine>& lines : columns) {
    for (std::size_t at = 1; at < lines.size(); ++at) {
      const float distance = lines[at].middle - lines[at - 1].middle;
      least = std::min(least, distance);
      most = std::max(most, distance);
    }
  }
  if (most < least * 1.2F) return std::nullopt;
  return least;
}

std::vector<std::vector<std::string>> rows_of(const Band& band, const std::vector<float>& gaps, bool one_row) {
  std::vector<std::vector<Word>> words(gaps.size() + 1);
  for (const Word& word : band.words) {
    const float centre = (word.left() + word.right()) / 2;
    words[static_cast<std::size_t>(std::upper_bound(gaps.begin(), gaps.end(), centre) - gaps.begin())].push_back(word);
  }
  std::vector<std::vector<PrintedLine>> columns;
  for (std::vector<Word>& column : words) columns.push_back(make_lines(std::move(column)));
  const std::optional<float> pitch = inner_pitch(columns);

  std::vector<CellLines> cells;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    for (PrintedLine& line : columns[column]) {
      const bool goes_on = !cells.empty() && cells.back().column == column &&
                           (one_row || (pitch && line.middle - cells.back().lines.back().middle <= *pitch * 1.1F));
      if (!goes_on) cells.push_back({column, line.middle - line.em * 0.4F, 0, {}});
      cells.back().bottom = line.middle + line.em * 0.4F;
      cells.back().lines.push_back(std::move(line));
    }
  }
  std::stable_sort(cells.begin(), cells.end(), [](const CellLines& a, const CellLines& b) { return a.top < b.top; });
  std::vector<std::vector<std::string>> rows;
  float bottom = std::numeric_limits<float>::lowest();
  for (const CellLines& cell : cells) {
    if (rows.empty() || (!one_row && (cell.top > bottom || !rows.back()[cell.column].empty()))) {
      rows.emplace_back(columns.size());
      bottom = cell.bottom;
    }
    bottom = std::max(bottom, cell.bottom);
    rows.back()[cell.column] = joined(cell.lines);
  }
  return rows;
}

/// Other rules stand between two of one length: these are no neighbours, but heads and feet of something larger.
bool is_crossed(const std::vector<Rule>& across, std::size_t above, std::size_t below) {
  constexpr float least_share = 0.3F;  // shorter ones underline words
  const Rule& rule = across[above];
  return std::any_of(across.begin() + static_cast<std::ptrdiff_t>(above) + 1, across.begin() + static_cast<std::ptrdiff_t>(below),
                     [&](const Rule& other) {
                       const float common = std::min(other.to, rule.to) - std::max(other.from, rule.from);
                       return common > least_share * (rule.to - rule.from);
                     });
}

/// Bands between neighbouring rules of one length, with the words that stand in them.
std::vector<Band> make_bands(const std::vector<Rule>& across, const std::vector<Word>& words) {
  constexpr float same = 4;
  std::vector<Band> bands;
  for (std::size_t at = 0; at < across.size(); ++at) {
    const auto below = std::find_if(across.begin() + static_cast<std::ptrdiff_t>(at) + 1, across.end(), [&](const Rule& rule) {
      return std::abs(rule.from - across[at].from) < same && std::abs(rule.to - across[at].to) < same;
    });
    if (below == across.end() || is_crossed(across, at, static_cast<std::size_t>(below - across.begin()))) continue;
    Band band{across[at].at, below->at, across[at].from, across[at].to, {}};
    for (const Word& word : words) {
      if (word.middle <= band.top || word.middle >= band.bottom || !word.upright) continue;
      if (word.left() >= band.left - same && word.right() <= band.right + same) band.words.push_back(word);
    }
    if (!band.words.empty()) bands.push_back(std::move(band));
  }
  return bands;
}

bool follows(const Band& above, const Band& below) {
  return std::abs(above.bottom - below.top) < 1 && std::abs(above.left - below.left) < 4 && std::abs(above.right - below.right) < 4;
}

}  // namespace

std::vector<RuledTable> take_ruled_tables(const std::vector<Rule>& across, std::vector<Word>& words) {
  constexpr float gap_of_band = 0.8F, gap_of_table = 0.5F;  // in ems
  constexpr std::size_t rows_with_rules = 4;                // so many bands are rows, each under its rule
  const std::vector<Band> bands = make_bands(across, words);
  std::vector<RuledTable> tables;
  for (std::size_t at = 0; at < bands.size();) {
    std::size_t end = at;
    std::vector<const Word*> inside;
    while (end < bands.size() && (end == at || follows(bands[end - 1], bands[end])) &&
           !column_gaps(pointers(bands[end].words), gap_of_band).empty()) {
      for (const Word& word : bands[end].words) inside.push_back(&word);
      ++end;
    }
    const std::vector<float> gaps = column_gaps(inside, gap_of_table);
    RuledTable table;
    if (end > at && !gaps.empty()) {
      table.box = {bands[at].left, bands[at].top, bands[at].right, bands[end - 1].bottom};
      for (std::size_t band = at; band < end; ++band) {
        const bool one_row = end - at >= rows_with_rules || (band == at && end - at > 1);
        for (std::vector<std::string>& row : rows_of(bands[band], gaps, one_row)) table.rows.push_back(std::move(row));
      }
    }
    if (table.rows.size() > 1) {
      std::erase_if(words, [&](const Word& word) {
        return std::any_of(inside.begin(), inside.end(), [&](const Word* taken) {
          return taken->middle == word.middle && taken->left() == word.left();
        });
      });
      tables.push_back(std::move(table));
    }
    at = std::max(end, at + 1);
  }
  return tables;
}

}  // namespace reportal::pdf
