#include "structure/references.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "structure/raw/titles/numbering.h"

namespace reportal {
namespace {

using raw::read_label_number;
using raw::skip_space;
using raw::skip_word;

constexpr std::string_view figure_word = "图";
constexpr std::string_view table_word = "表";

/// Moves `offset` before `word`, if that stands there.
bool skip_back(std::string_view text, std::size_t& offset, std::string_view word) {
  if (!text.substr(0, offset).ends_with(word)) return false;
  offset -= word.size();
  return true;
}

void skip_space_back(std::string_view text, std::size_t& offset) {
  while (offset > 0) {
    std::size_t before = offset;
    if (!is_space(previous_character(text, before))) return;
    offset = before;
  }
}

enum class Direction : std::uint8_t { by_number, below, above };

struct Mention {
  std::size_t first = 0, last = 0;
  bool figure = false;
  bool appendix = false;
  Direction direction = Direction::by_number;
  std::string number;
};

/// The reference around the 图 or 表 at `at`; false if it is none. What points has to be said (见, 如), or the brackets stand
/// around it.
bool read_mention(std::string_view text, std::size_t at, bool figure, Mention& mention) {
  mention = {};
  mention.figure = figure;
  std::size_t first = at;
  std::size_t last = at + figure_word.size();
  if (figure) skip_word(text, last, table_word);  // 图表
  if (skip_back(text, first, "下"))
    mention.direction = Direction::below;
  else if (skip_back(text, first, "上"))
    mention.direction = Direction::above;
  if (mention.direction == Direction::by_number) {
    mention.appendix = skip_back(text, first, "附");
    std::size_t number = last;
    skip_space(text, number);
    mention.number = read_label_number(text, number);
    if (mention.number.empty() || !is_ascii_digit(static_cast<unsigned char>(mention.number[0]))) return false;
    last = number;
  }
  std::size_t before = first;
  skip_space_back(text, before);
  bool points = false;
  for (const std::string_view word : {"见", "如", "参照", "参看", "由", "据", "从"}) {
    if (!points && skip_back(text, before, word)) points = true;
  }
  if (points) {
    first = before;
    for (const std::string_view word : {"详", "参", "可", "具体", "数据"}) skip_back(text, first, word);
    if (!skip_back(text, first, "具体")) skip_back(text, first, "数据");
  }
  std::size_t end = last;
  skip_space(text, end);
  if (skip_word(text, end, "所示")) {
    last = end;
    points = true;
  }
  std::size_t open = first;
  std::size_t close = last;
  const bool bracketed = (skip_back(text, open, "（") || skip_back(text, open, "(")) &&
                         (skip_word(text, close, "）") || skip_word(text, close, ")"));
  if (bracketed) {
    first = open;
    last = close;
  }
  mention.first = first;
  mention.last = last;
  return points || (bracketed && mention.direction == Direction::by_number);
}

class ReferenceFinder {
 public:
  ReferenceFinder(Document& document, const LineOfText& line_of) : line_of_(line_of), document_(document) {
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
      if (const auto* figure = as<Figure>(document.blocks[at])) note(figures_, figure->number, at);
      if (const auto* table = as<Table>(document.blocks[at])) note(tables_, table->number, at);
    }
  }

  void find() {
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      if (const auto* paragraph = as<Paragraph>(document_.blocks[at])) find_in(at, 0, paragraph->text.text);
      if (const auto* list = as<List>(document_.blocks[at])) {
        for (std::uint32_t item = 0; item < list->items.size(); ++item) find_in(at, item, list->items[item].text.text);
      }
    }
  }

 private:
  struct Exhibits {
    std::vector<std::size_t> blocks;
    std::unordered_map<std::string, std::size_t> by_number;
  };

  static void note(Exhibits& exhibits, std::string_view number, std::size_t block) {
    exhibits.blocks.push_back(block);
    if (!number.empty()) exhibits.by_number.emplace(number, block);
  }

  void find_in(std::size_t block, std::uint32_t item, std::string_view text) {
    std::size_t figure_at = text.find(figure_word);
    std::size_t table_at = text.find(table_word);
    std::array<std::size_t, 2> below_count{};
    std::size_t behind = 0;
    Mention mention;
    while (figure_at != npos || table_at != npos) {
      const bool figure = figure_at < table_at;
      std::size_t& at = figure ? figure_at : table_at;
      if (at >= behind && read_mention(text, at, figure, mention)) {
        add(block, item, text, mention, mention.direction == Direction::below ? below_count[figure ? 0 : 1]++ : 0);
        behind = mention.last;
      }
      at = text.find(figure ? figure_word : table_word, at + figure_word.size());
    }
  }

  void add(std::size_t block, std::uint32_t item, std::string_view text, const Mention& mention, std::size_t skip) {
    Reference reference;
    reference.block = static_cast<std::uint32_t>(block);
    reference.item = item;
    reference.first = static_cast<std::uint32_t>(mention.first);
    reference.last = static_cast<std::uint32_t>(mention.last);
    reference.line = line_of_(block, item, reference.first);
    reference.text = text.substr(mention.first, mention.last - mention.first);
    reference.target = target(block, mention, skip);
    std::string label =
        reference.target >= 0 ? block_label(document_.blocks[static_cast<std::size_t>(reference.target)]) : std::string();
    if (label.empty()) {
      label = mention.figure ? figure_word : table_word;
      if (!mention.number.empty()) label += " " + mention.number;
    }
    reference.label = document_.strings.keep(label);
    document_.references.push_back(reference);
  }

  std::int32_t target(std::size_t block, const Mention& mention, std::size_t skip) const {
    const Exhibits& exhibits = mention.figure ? figures_ : tables_;
    if (mention.direction == Direction::by_number) {
      const auto found = exhibits.by_number.find(mention.number);
      return found == exhibits.by_number.end() ? -1 : static_cast<std::int32_t>(found->second);
    }
    const auto behind = std::upper_bound(exhibits.blocks.begin(), exhibits.blocks.end(), block);
    if (mention.direction == Direction::above) {
      return behind == exhibits.blocks.begin() ? -1 : static_cast<std::int32_t>(*std::prev(behind));
    }
    return nearest_below(behind, exhibits.blocks.end(), block, skip);
  }

  /// The next exhibit in the same case or, outside cases, in the same text; further mentions in one paragraph mean further
  /// ones.
  std::int32_t nearest_below(std::vector<std::size_t>::const_iterator at, std::vector<std::size_t>::const_iterator end,
                             std::size_t block, std::size_t skip) const {
    constexpr std::size_t reach = 12;
    std::size_t left = skip;
    const auto first = at;
    for (std::size_t looked = 0; at != end && looked < reach; ++at, ++looked) {
      if (document_.blocks[*at].inside_case != document_.blocks[block].inside_case) continue;
      if (left-- == 0) return static_cast<std::int32_t>(*at);
    }
    return first == end ? -1 : static_cast<std::int32_t>(*first);
  }

  const LineOfText& line_of_;
  Document& document_;
  Exhibits figures_, tables_;
};

}  // namespace

void find_references(Document& document, const LineOfText& line_of) {
  ReferenceFinder(document, line_of).find();
}

}  // namespace reportal
