#include "structure/raw/tables/aligned.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/tables/cell_text.h"
#include "structure/raw/tables/columns.h"
#include "structure/raw/tables/merged.h"
#include "structure/raw/tables/weights.h"

namespace reportal::raw {
namespace {

constexpr std::size_t tallest = 12;      // lines of a row
constexpr std::size_t widest = 1200;     // display columns of a line that are looked at
constexpr double cell_not_centred = -4;  // nor at the top
constexpr double cell_at_top = -0.7;
constexpr double cell_torn = -9;  // a gap between its lines
constexpr double group_line = -2;
constexpr double group_out_of_line = 3;  // does not begin where the cells of its column do
constexpr double new_row = -0.6;
constexpr double all_cells_shorter = -8;  // than the row
constexpr double header_is_taller = -0.4;

struct Piece {
  std::uint32_t first = 0, last = 0;  // display columns
  std::string_view text;
};

std::vector<Piece> pieces_of(const BodyLine& line) {
  std::vector<Piece> pieces;
  std::uint32_t column = line.indent;
  std::uint32_t spaces = 2;
  std::size_t offset = 0;
  while (offset < line.text.size()) {
    const std::size_t begin = offset;
    const char32_t c = next_character(line.text, offset);
    const auto width = static_cast<std::uint32_t>(c == '\t' ? 8 - column % 8 : static_cast<std::uint32_t>(display_width(c)));
    if (is_space(c)) {
      spaces += c == '\t' ? 2 : width;
    } else {
      if (spaces >= 2) pieces.push_back({column, column, line.text.substr(begin, 0)});
      Piece& piece = pieces.back();
      piece.last = column + width;
      piece.text = std::string_view(piece.text.data(), static_cast<std::size_t>(line.text.data() + offset - piece.text.data()));
      spaces = 0;
    }
    column += width;
  }
  return pieces;
}

class AlignedReader {
 public:
  AlignedReader(const std::vector<BodyLine>& lines, const std::vector<std::string>& given) : lines_(lines), given_(given) {}

  std::optional<CellRows> read() {
    for (const BodyLine& line : lines_) pieces_.push_back(pieces_of(line));
    if (!find_columns()) return std::nullopt;
    place_pieces();
    const std::size_t header = choose_header();
    remove_repeated(header);
    for (int round = 0; round < 2; ++round) {
      search(header);
      learn();
    }
    search(header);
    compose();
    return std::move(result_);
  }

 private:
  static constexpr std::size_t no_cell = static_cast<std::size_t>(-1);

  /// Columns are where pieces stand over each other, with a strip between them that hardly any piece covers.
  bool find_columns() {
    std::size_t most = 0;
    for (const auto& pieces : pieces_) most = std::max(most, pieces.size());
    if (most < 2) return false;
    std::vector<std::uint32_t> covered(widest + 1, 0);
    for (const auto& pieces : pieces_) {
      if (pieces.size() < 2) continue;
      for (const Piece& piece : pieces) {
        for (std::uint32_t x = piece.first; x < std::min<std::uint32_t>(piece.last, widest); ++x) ++covered[x];
      }
    }
    const auto few = static_cast<std::uint32_t>(lines_.size() / 12);
    for (std::uint32_t limit = 0; limit <= few; ++limit) {
      bounds_ = runs_above(covered, limit);
      if (bounds_.size() >= most && (given_.empty() || bounds_.size() == given_.size())) return bounds_.size() == most;
      if (limit > 20) break;
    }
    return bounds_.size() == most && (given_.empty() || given_.size() == most);
  }

  static std::vector<std::pair<std::uint32_t, std::uint32_t>> runs_above(const std::vector<std::uint32_t>& covered,
                                                                         std::uint32_t limit) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> runs;
    for (std::uint32_t x = 0; x < covered.size(); ++x) {
      if (covered[x] <= limit) continue;
      if (!runs.empty() && runs.back().second == x)
        runs.back().second = x + 1;
      else
        runs.emplace_back(x, x + 1);
    }
    return runs;
  }

  std::size_t column_of(const Piece& piece) const {
    std::size_t best = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    for (std::size_t column = 0; column < bounds_.size(); ++column) {
      const auto overlap = static_cast<std::int64_t>(std::min(piece.last, bounds_[column].second)) -
                           static_cast<std::int64_t>(std::max(piece.first, bounds_[column].first));
      if (overlap > most) {
        most = overlap;
        best = column;
      }
    }
    return best;
  }

  void place_pieces() {
    const std::size_t width = bounds_.size();
    at_.assign(lines_.size() * width, no_cell);
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      for (const Piece& piece : pieces_[line]) {
        const std::size_t column = column_of(piece);
        std::size_t& cell = at_[line * width + column];
        if (cell != no_cell) continue;  // two pieces in one column: the words behind are added below
        cell = words_.size();
        BodyStyle style;
        const std::vector<BodyLine> one{{piece.text, true, false, 0}};
        std::vector<Word> words;
        append_words(one, 0, style, words);
        Word whole = words[0];
        for (std::size_t at = 1; at < words.size(); ++at) {
          whole.kind = joined_kind(whole.kind, words[at].kind, false);
          whole.depth = static_cast<std::int16_t>(whole.depth + words[at].depth);
        }
        whole.text = piece.text;
        whole.width = piece.last - piece.first;
        whole.kind = kind_of(piece.text) == CellKind::text ? whole.kind : kind_of(piece.text);
        whole.last = last_character(piece.text);
        whole.gap = Gap::below;
        whole.part = whole.stay = 0;
        words_.push_back(whole);
      }
    }
  }

  /// Lines of the header: those before the first row; the names tell how likely they are.
  std::size_t choose_header() {
    const std::size_t width = bounds_.size();
    std::size_t best_lines = 1;
    double best = -1e9;
    for (std::size_t count = 1; count <= std::min<std::size_t>(lines_.size(), 4); ++count) {
      double score = block_shape(0, count) + header_is_taller * static_cast<double>(count - 1);
      std::vector<std::string> names;
      for (std::size_t column = 0; column < width; ++column) {
        names.push_back(name_over(count, column) + cell_text(0, count, column));
        const CellKind kind = kind_of(names.back());
        if (names.back().empty()) score += -2;
        if (kind == CellKind::number || kind == CellKind::percent || kind == CellKind::code || kind == CellKind::persons)
          score += weights::name_of_digits;
      }
      const bool numbered = names_running_number(names[0]);
      const std::size_t row = count < lines_.size() && pieces_[count].size() == 1 ? count + 1 : count;  // behind a group
      if (row < lines_.size() && running_number(first_text(row)) == 1) score += weights::next_number;
      if (numbered) score += weights::next_number;
      if (score <= best) continue;
      best = score;
      best_lines = count;
      names_ = names;
      numbered_ = numbered;
    }
    columns_.emplace(given_.empty() ? names_ : given_, numbered_);
    return best_lines;
  }

  /// The name that stands over that of `column` and over those beside it: the nearest on the first line whose own column goes
  /// on below.
  std::string name_over(std::size_t count, std::size_t column) const {
    const std::size_t width = bounds_.size();
    if (count < 2 || at_[column] != no_cell || at_[width + column] == no_cell) return {};
    const Piece* nearest = nullptr;
    std::uint32_t distance = widest;
    const std::uint32_t middle = (bounds_[column].first + bounds_[column].second) / 2;
    for (const Piece& piece : pieces_[0]) {
      const std::size_t own = column_of(piece);
      const std::uint32_t centre = (piece.first + piece.last) / 2;
      const std::uint32_t away = centre > middle ? centre - middle : middle - centre;
      if (at_[width + own] == no_cell || away >= distance) continue;
      distance = away;
      nearest = &piece;
    }
    return nearest == nullptr ? std::string() : std::string(nearest->text) + " ";
  }

  std::string_view first_text(std::size_t line) const {
    const std::size_t cell = at_[line * bounds_.size()];
    return cell == no_cell ? std::string_view() : words_[cell].text;
  }

  void remove_repeated(std::size_t header) {
    keep_.clear();
    for (std::size_t at = header; at < lines_.size();) {
      bool same = at + header <= lines_.size();
      for (std::size_t line = 0; same && line < header; ++line) same = lines_[at + line].text == lines_[line].text;
      if (same)
        at += header;
      else
        keep_.push_back(at++);
    }
  }

  std::string cell_text(std::size_t first, std::size_t last, std::size_t column) const {
    std::string text;
    for (std::size_t line = first; line < last; ++line) {
      const std::size_t cell = at_[line * bounds_.size() + column];
      if (cell == no_cell) continue;
      if (!text.empty()) text += joint(last_character(text), first_character(words_[cell].text));
      text += words_[cell].text;
    }
    return text;
  }

  /// How well the lines [first, last) of the whole text look like one row: every cell without gaps, centred or at the top.
  double block_shape(std::size_t first, std::size_t last) const {
    double score = 0;
    bool full = false;
    for (std::size_t column = 0; column < bounds_.size(); ++column) {
      std::size_t begin = last, end = first, count = 0;
      for (std::size_t line = first; line < last; ++line) {
        if (at_[line * bounds_.size() + column] == no_cell) continue;
        begin = std::min(begin, line);
        end = line + 1;
        ++count;
      }
      if (count == 0) continue;
      full |= count == last - first;
      if (count < end - begin) score += cell_torn;
      const std::size_t above = begin - first, below = last - end;
      const bool centred = above == below || above + 1 == below || below + 1 == above;
      if (!centred)
        score += above == 0 ? cell_at_top : cell_not_centred;
      else if (above + below > 1 && above == 0)
        score += 0;
    }
    return full ? score : score + all_cells_shorter;
  }

  double block_cells(std::size_t first, std::size_t last, std::uint32_t number, std::uint32_t& next) const {
    const std::size_t width = bounds_.size();
    double score = new_row;
    next = number;
    for (std::size_t column = 0; column < width; ++column) {
      std::optional<CellText> text;
      std::vector<Word> one(1);
      std::string_view only;
      for (std::size_t line = first; line < last; ++line) {
        const std::size_t cell = at_[line * width + column];
        if (cell == no_cell) continue;
        if (text) {
          text->append(words_[cell]);
          only = {};
        } else {
          text.emplace(words_, cell);
          only = words_[cell].text;
        }
      }
      if (column == 0 && numbered_) {
        const std::uint32_t value = running_number(only);
        if (value == 0)
          score += is_total(only) ? weights::total_row : weights::not_a_number;
        else
          score += value == number + 1 || value == 1 ? weights::next_number : weights::jumped_number;
        if (value != 0) next = value;
        continue;
      }
      score += text ? text->score() + static_cast<double>(text->score_in((*columns_)[column]))
                    : std::max(static_cast<double>((*columns_)[column].empty), -2.5);
    }
    return score;
  }

  /// The most likely rows of the lines that are kept.
  void search(std::size_t /*header*/) {
    struct Best {
      double score = -1e18;
      std::size_t from = 0;
      std::uint32_t number = 0;
      bool group = false;
    };
    const std::size_t count = keep_.size();
    std::vector<Best> best(count + 1);
    best[0].score = 0;
    for (std::size_t at = 0; at < count; ++at) {
      const Best here = best[at];
      const auto& pieces = pieces_[keep_[at]];
      if (pieces.size() == 1 && (!numbered_ || running_number(pieces[0].text) == 0)) {
        const double score = here.score + group_line + (begins_in_line(pieces[0]) ? 0 : group_out_of_line) +
                             (goes_on_in_brackets(pieces[0].text) ? weights::group_in_brackets : 0);
        if (score > best[at + 1].score) best[at + 1] = {score, at, here.number, true};
      }
      for (std::size_t end = at + 1; end <= count && end - at <= tallest; ++end) {
        if (keep_[end - 1] - keep_[at] != end - 1 - at) break;  // a header is printed between them
        std::uint32_t number = 0;
        double score = here.score + block_shape(keep_[at], keep_[end - 1] + 1);
        if (score < best[end].score - 40) continue;
        score += block_cells(keep_[at], keep_[end - 1] + 1, here.number, number);
        if (score > best[end].score) best[end] = {score, at, number, false};
      }
    }
    blocks_.clear();
    for (std::size_t end = count; end > 0; end = best[end].from) blocks_.push_back({best[end].from, end, best[end].group});
    std::reverse(blocks_.begin(), blocks_.end());
  }

  /// More than one other piece of the column begins at the same place.
  bool begins_in_line(const Piece& piece) const {
    constexpr std::size_t looked_at = 200;
    std::size_t same = 0;
    for (std::size_t line = 0; line < std::min(pieces_.size(), looked_at) && same < 3; ++line) {
      if (pieces_[line].size() < 2) continue;
      same += static_cast<std::size_t>(std::count_if(pieces_[line].begin(), pieces_[line].end(),
                                                     [&](const Piece& other) { return other.first == piece.first; }));
    }
    return same > 1;
  }

  void learn() {
    std::vector<SeenCell> seen;
    std::size_t rows = 0;
    const std::size_t width = bounds_.size();
    for (const Block& block : blocks_) {
      if (block.group) continue;
      ++rows;
      for (std::size_t column = 0; column < width; ++column) {
        std::optional<CellText> text;
        for (std::size_t at = block.first; at < block.last; ++at) {
          const std::size_t cell = at_[keep_[at] * width + column];
          if (cell == no_cell) continue;
          if (text)
            text->append(words_[cell]);
          else
            text.emplace(words_, cell);
        }
        if (text)
          seen.push_back(
              {column, text->kind(), text->widest_line(), text->lines() > 1, text->first(), text->last(), text->hash()});
      }
    }
    columns_->learn(seen, rows);
  }

  void compose() {
    result_.columns = given_.empty() ? names_ : given_;
    double good = 0, rows = 0;
    for (const Block& block : blocks_) {
      const std::size_t first = keep_[block.first], last = keep_[block.last - 1] + 1;
      CellRow row;
      row.group = block.group;
      if (block.group) {
        row.cells.emplace_back(pieces_[first][0].text);
      } else {
        for (std::size_t column = 0; column < bounds_.size(); ++column) row.cells.push_back(cell_text(first, last, column));
        rows += 1;
        good += block_shape(first, last) > cell_not_centred ? 1 : 0.2;
      }
      result_.rows.push_back(std::move(row));
    }
    fill_merged(result_.rows, numbered_);
    result_.confidence = rows > 0 ? good / rows : 0;
  }

  struct Block {
    std::size_t first, last;  // of keep_
    bool group;
  };

  const std::vector<BodyLine>& lines_;
  const std::vector<std::string>& given_;
  std::vector<std::vector<Piece>> pieces_;                       // by line
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bounds_;  // of columns
  std::vector<std::size_t> at_;                                  // index of the word at a line and column
  std::vector<Word> words_;                                      // a piece each
  std::vector<std::size_t> keep_;                                // lines that are neither header nor header again
  std::vector<Block> blocks_;
  std::vector<std::string> names_;
  std::optional<Columns> columns_;
  bool numbered_ = false;
  CellRows result_;
};

}  // namespace

std::optional<CellRows> read_aligned(const std::vector<BodyLine>& lines, const std::vector<std::string>& given) {
  return AlignedReader(lines, given).read();
}

}  // namespace reportal::raw
