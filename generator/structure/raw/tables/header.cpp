#include "structure/raw/tables/header.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/raw/tables/cell_text.h"
#include "structure/raw/tables/weights.h"

namespace reportal::raw {
namespace {

constexpr std::uint32_t most_lines = 10;  // of a header
constexpr std::size_t most_words = 40;    // whose partitions are all tried
constexpr double worst = -1e9;
constexpr double least_likely = 9;  // behind the best reading of the same lines

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t next = end;
    if (is_space(next_character(text, next))) break;
    end = next;
  }
  return text.substr(0, end);
}

bool begins_row_one(std::string_view text) { return first_word(text) == "1"; }

bool holds_figures(const std::vector<Word>& words, std::size_t first) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(), [](const Word& word) {
    return word.kind == CellKind::number || word.kind == CellKind::percent || word.kind == CellKind::code;
  });
}

/// The words of a header are cut into names by the same gaps as rows into cells, but units in brackets and 序 above 号 belong
/// together.
void join_name_parts(std::vector<Word>& words) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    Word& word = words[at];
    const bool unit = word.text.starts_with("（") || word.text.starts_with("(");
    const bool number = words[at - 1].text == "序" && word.text == "号";
    const bool slash = words[at - 1].text.ends_with("/") || words[at - 1].text.ends_with("／");
    if ((unit && word.gap != Gap::wide && word.gap != Gap::beside) || number || slash) {
      word.part = static_cast<float>(weights::parts_of_one_name);
      word.stay = -0.01F;
    }
  }
}

class HeaderReader {
 public:
  HeaderReader(const std::vector<BodyLine>& lines, const BodyStyle& style, const std::vector<std::string>& given)
      : lines_(lines), style_(style), given_(given) {}

  std::vector<HeaderReading> read() {
    if (lines_.empty()) return {};
    const std::uint32_t first = first_line();
    if (!given_.empty()) {
      propose_given(first);
      return std::move(found_);
    }
    if (begins_row_one(lines_[0].text)) propose_unnamed();
    propose_two_levels(first);
    std::vector<Word> words;
    for (std::uint32_t last = first + 1; last <= lines_.size() && last <= first + most_lines; ++last) {
      const std::size_t before = words.size();
      append_words(lines_, last - 1, style_, words);
      if (last > first + 1 && ends_header(words, before, last - 1)) break;
      std::vector<Word> parts = words;
      join_name_parts(parts);
      propose(first, last, parts);
      if (words.size() > 2 * most_words) break;
    }
    return std::move(found_);
  }

 private:
  /// Lines before 序号 name a group; elsewhere the header comes first.
  std::uint32_t first_line() const {
    constexpr std::uint32_t most_before = 3;
    for (std::uint32_t at = 0; at < lines_.size() && at <= most_before; ++at) {
      const std::string_view word = first_word(lines_[at].text);
      if (names_running_number(word)) return at;
      if (running_number(word) != 0) break;
    }
    return 0;
  }

  /// The line `line`, whose words begin at `before`, is a row and no part of the header.
  bool ends_header(const std::vector<Word>& words, std::size_t before, std::uint32_t line) const {
    if (running_number(words[before].text) != 0 && begins_numbered(words)) return true;
    if (begins_row_one(lines_[line].text) || (line > 0 && lines_[line].text == lines_[line - 1].text)) return true;
    return !begins_numbered(words) && holds_figures(words, before);
  }

  static bool begins_numbered(const std::vector<Word>& words) { return names_running_number(words[0].text); }

  /// The best partition of the header's words for every number of columns.
  void propose(std::uint32_t first, std::uint32_t last, const std::vector<Word>& words) {
    if (words.size() > most_words) {
      add(first, last, words, every_clear_border(words), weights::further_header_line);
      return;
    }
    const std::size_t count = words.size();
    const bool a_word_a_line = std::none_of(words.begin() + 1, words.end(),
                                            [](const Word& word) { return word.gap == Gap::space || word.gap == Gap::wide; });
    std::vector<std::vector<double>> best(count + 1, std::vector<double>(count + 1, worst));
    std::vector<std::vector<std::size_t>> from(count + 1, std::vector<std::size_t>(count + 1, 0));
    best[0][0] = 0;
    for (std::size_t begin = 0; begin < count; ++begin) {
      CellText name(words, begin);
      std::size_t characters = count_characters(words[begin].text);
      for (std::size_t end = begin + 1; end <= count && end <= begin + 8; ++end) {
        if (end > begin + 1) {
          name.append(words[end - 1]);
          characters += count_characters(words[end - 1].text);
        }
        const double score =
            name_score(name, words[begin], characters, a_word_a_line, a_word_a_line || is_behind_number(words, begin)) +
            (end < count ? static_cast<double>(words[end].part) : 0.0);
        for (std::size_t k = 0; k < count; ++k) {
          if (best[begin][k] + score <= best[end][k + 1]) continue;
          best[end][k + 1] = best[begin][k] + score;
          from[end][k + 1] = begin;
        }
      }
    }
    const double most = *std::max_element(best[count].begin(), best[count].end());
    for (std::size_t k = 2; k <= count; ++k) {
      if (best[count][k] < most - least_likely) continue;
      std::vector<std::size_t> borders;
      std::size_t end = count;
      for (std::size_t left = k; left > 0; --left) {
        end = from[end][left];
        borders.push_back(end);
      }
      std::reverse(borders.begin(), borders.end());
      add(first, last, words, borders, best[count][k] + further_lines(words, borders));
    }
  }

  /// A header that takes names from further lines is less likely than one of a line.
  static double further_lines(const std::vector<Word>& words, const std::vector<std::size_t>& borders) {
    const bool further = std::any_of(borders.begin() + 1, borders.end(), [&](std::size_t border) {
      return words[border].gap == Gap::below && !is_behind_number(words, border);
    });
    return further ? weights::further_header_line : 0;
  }

  /// The first name behind 序 above 号, which stands beside them.
  static bool is_behind_number(const std::vector<Word>& words, std::size_t border) {
    return border == 2 && words[0].text == "序" && words[1].text == "号";
  }

  static double name_score(const CellText& name, const Word& first, std::size_t characters, bool a_word_a_line, bool beside) {
    double score = name.score() + weights::column_name;
    if (characters > 10) score += weights::long_name * static_cast<double>(characters - 10);
    if (first.gap == Gap::below && !beside) score += weights::name_on_further_line;
    if (first.gap == Gap::space && name.lines() > 1) score += weights::no_step_up;
    if (a_word_a_line && name.stay() < -0.1) score += weights::name_of_lines * (name.lines() - 1);
    if (first.gap == Gap::beside && name.lines() > 1) {
      score += weights::expected_step;
    } else if (name.stay() < -0.1) {
      if (name.needlessly_wrapped(0))
        score += weights::needless_wrap;
      else if (name.needlessly_wrapped(name.widest_line() + 1))
        score += weights::needless_wrap / 2;
    }
    if (characters == 1) score += weights::name_of_one_character;
    const CellKind kind = name.kind();
    if (kind == CellKind::number || kind == CellKind::percent || kind == CellKind::code || kind == CellKind::mark)
      score += weights::name_of_digits;
    return score;
  }

  static std::vector<std::size_t> every_clear_border(const std::vector<Word>& words) {
    std::vector<std::size_t> borders{0};
    for (std::size_t at = 1; at < words.size(); ++at) {
      if (words[at].part > words[at].stay) borders.push_back(at);
    }
    return borders;
  }

  void add(std::uint32_t first, std::uint32_t last, const std::vector<Word>& words, const std::vector<std::size_t>& borders,
           double score) {
    HeaderReading reading{first, last, {}, false, score};
    for (std::size_t at = 0; at < borders.size(); ++at) {
      const std::size_t end = at + 1 < borders.size() ? borders[at + 1] : words.size();
      reading.names.push_back(join_words(words, borders[at], end));
    }
    reading.numbered = names_running_number(reading.names[0]);
    if (!reading.numbered && !begins_numbered(words) && last < lines_.size() && begins_row_one(lines_[last].text)) {
      HeaderReading unnamed = reading;
      unnamed.names.insert(unnamed.names.begin(), "");
      unnamed.numbered = true;
      unnamed.score += weights::column_name;
      found_.push_back(std::move(unnamed));
    }
    found_.push_back(std::move(reading));
  }

  /// Names over names: the last names of the first line each stand over as many names of the second.
  void propose_two_levels(std::uint32_t first) {
    if (first + 2 >= lines_.size()) return;
    const std::vector<std::string> above = clear_names(first);
    const std::vector<std::string> below = clear_names(first + 1);
    if (above.size() < 2 || below.size() < 2 || above.size() + below.size() > most_words) return;
    for (std::size_t over = 1; over <= above.size(); ++over) {
      const std::size_t each = below.size() / over;
      if (each < 2 || each * over != below.size()) continue;
      HeaderReading reading{first, first + 2, {}, names_running_number(above[0]), weights::two_levels};
      const std::size_t plain = above.size() - over;
      reading.names.assign(above.begin(), above.begin() + static_cast<std::ptrdiff_t>(plain));
      for (std::size_t name = 0; name < below.size(); ++name)
        reading.names.push_back(above[plain + name / each] + " " + below[name]);
      found_.push_back(std::move(reading));
    }
  }

  /// The names on a line; none if a gap could be inside one or a word counts.
  std::vector<std::string> clear_names(std::uint32_t line) const {
    std::vector<Word> words;
    append_words(lines_, line, style_, words);
    join_name_parts(words);
    std::vector<std::string> names;
    if (holds_figures(words, 0)) return names;
    const std::vector<std::size_t> borders = every_clear_border(words);
    for (std::size_t at = 0; at < borders.size(); ++at)
      names.push_back(join_words(words, borders[at], at + 1 < borders.size() ? borders[at + 1] : words.size()));
    return names;
  }

  /// Rows from the first line on: as many columns as most lines have clear cells.
  void propose_unnamed() {
    constexpr std::size_t most_columns = 64;
    std::vector<std::size_t> lines(most_columns + 1, 0);
    for (std::size_t at = 0; at < lines_.size() && at < 50; ++at) {
      const std::size_t cells = count_clear_cells(lines_[at].text);
      if (begins_with_number(lines_[at].text)) ++lines[std::min(most_columns, cells)];
    }
    const auto most = std::max_element(lines.begin() + 2, lines.end());
    if (*most == 0) return;
    HeaderReading reading{0, 0, {}, true, 0};
    reading.names.resize(static_cast<std::size_t>(most - lines.begin()));
    found_.push_back(std::move(reading));
  }

  static bool begins_with_number(std::string_view text) { return running_number(first_word(text)) != 0; }

  /// The lines whose text is that of the given names; where none are, every likely number of lines.
  void propose_given(std::uint32_t first) {
    std::string names;
    for (const std::string& name : given_) names += without_space(name);
    const bool numbered = names_running_number(given_[0]);
    std::string text;
    std::vector<Word> words;
    for (std::uint32_t last = first; last <= lines_.size() && last <= first + most_lines; ++last) {
      if (last > first) {
        const std::size_t before = words.size();
        append_words(lines_, last - 1, style_, words);
        if (ends_header(words, before, last - 1)) break;
        text += without_space(lines_[last - 1].text);
      }
      HeaderReading reading{first, last, given_, numbered, 0};
      if (text == names) {
        reading.score = 30;
      } else {
        const auto common = static_cast<double>(common_characters(text, names));
        const auto others = static_cast<double>(count_characters(text)) - common;
        reading.score = last == first ? weights::no_header : weights::known_character * (common - others);
      }
      found_.push_back(std::move(reading));
      if (text == names) break;
    }
  }

  /// Characters of `text` that stand in `names` too.
  static std::size_t common_characters(std::string_view text, std::string_view names) {
    std::size_t common = 0;
    for (std::size_t offset = 0; offset < text.size();) {
      const std::size_t begin = offset;
      next_character(text, offset);
      common += names.find(text.substr(begin, offset - begin)) != npos ? 1 : 0;
    }
    return common;
  }

  const std::vector<BodyLine>& lines_;
  const BodyStyle& style_;
  const std::vector<std::string>& given_;
  std::vector<HeaderReading> found_;
};

}  // namespace

std::vector<HeaderReading> propose_headers(const std::vector<BodyLine>& lines, const BodyStyle& style,
                                           const std::vector<std::string>& given) {
  return HeaderReader(lines, style, given).read();
}

}  // namespace reportal::raw
