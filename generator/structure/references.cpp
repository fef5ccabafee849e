#include "structure/references.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "chinese/numbers.h"
#include "structure/raw/titles/numbering.h"
#include "structure/reference_grammar.h"

namespace reportal {
namespace {

using Kind = ReferenceMention::Kind;
using Direction = ReferenceMention::Direction;

/// Numbers that are printed differently and mean the same: 1-2 and 1.2, 三 and 3.
std::string same_number(std::string_view number) {
  if (!number.empty() && !is_ascii_digit(static_cast<unsigned char>(number[0]))) {
    if (const auto value = chinese_numeral(number)) return std::to_string(*value);
  }
  std::string same(number);
  std::replace(same.begin(), same.end(), '.', '-');
  return same;
}

/// Blocks of one kind in their order, and those that have a number by it.
class Targets {
 public:
  void add(std::string_view number, std::size_t block) {
    blocks_.push_back(block);
    if (!number.empty()) by_number_[same_number(number)].push_back(block);
  }
  [[nodiscard]] const std::vector<std::size_t>& blocks() const { return blocks_; }
  /// Where a number is given more than once, as in a numbering that begins anew in each chapter: the next one in the section of
  /// `from`, else the nearest.
  [[nodiscard]] std::int32_t find(std::string_view number, const Document& document, std::size_t from) const {
    const auto found = by_number_.find(same_number(number));
    if (found == by_number_.end()) return -1;
    const std::vector<std::size_t>& same = found->second;
    const auto behind = std::upper_bound(same.begin(), same.end(), from);
    if (behind == same.end()) return static_cast<std::int32_t>(same.back());
    if (behind == same.begin()) return static_cast<std::int32_t>(same.front());
    const std::size_t before = *std::prev(behind);
    const std::int32_t section = document.blocks[from].section;
    const bool next_is_near = document.blocks[*behind].section == section || *behind - from <= from - before;
    return static_cast<std::int32_t>(next_is_near && document.blocks[before].section != section ? *behind : before);
  }

 private:
  std::vector<std::size_t> blocks_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_number_;
};

/// 附件 1 of a heading 附件 1 办学条件; "" for other titles. `number` gets the number, "" where there is none.
std::string_view appendix_word(std::string_view title, std::string& number) {
  for (const std::string_view word : {"附件", "附录", "附表"}) {
    if (!title.starts_with(word)) continue;
    std::size_t offset = word.size();
    raw::skip_space(title, offset);
    number = raw::read_label_number(title, offset);
    return word;
  }
  return {};
}

class ReferenceFinder {
 public:
  ReferenceFinder(Document& document, const LineOfText& line_of) : line_of_(line_of), document_(document) {
    for (std::size_t at = 0; at < document.blocks.size(); ++at) collect(at);
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
  void collect(std::size_t at) {
    const Block& block = document_.blocks[at];
    if (const auto* figure = as<Figure>(block)) {
      (figure->appendix ? appendix_figures_ : figures_).add(figure->number, at);
    } else if (const auto* table = as<Table>(block)) {
      (table->appendix ? appendix_tables_ : tables_).add(table->number, at);
    } else if (const auto* title = as<CaseTitle>(block)) {
      cases_.add(title->number, at);
    } else if (const auto* heading = as<Heading>(block); heading != nullptr && block.inside_case < 0) {
      std::string number;
      const std::string_view word = heading->number.empty() ? appendix_word(heading->title.text, number) : std::string_view();
      if (!word.empty()) appendices_.add(std::string(word) + same_number(number), at);
      if (heading->level == 1) chapters_.add(heading->number, at);
      sections_.add(heading->number, at);
    }
  }

  void find_in(std::size_t block, std::uint32_t item, std::string_view text) {
    mentions_.clear();
    read_reference_mentions(text, mentions_);
    std::array<std::size_t, 2> below_count{};
    for (const ReferenceMention& mention : mentions_) {
      const std::size_t skip = mention.direction == Direction::below ? below_count[mention.kind == Kind::figure ? 0 : 1]++ : 0;
      const std::int32_t target = find_target(block, mention, skip);
      if (target >= 0 || mention.certain) add(block, item, text, mention, target);
    }
  }

  void add(std::size_t block, std::uint32_t item, std::string_view text, const ReferenceMention& mention, std::int32_t target) {
    Reference reference;
    reference.block = static_cast<std::uint32_t>(block);
    reference.item = item;
    reference.first = static_cast<std::uint32_t>(mention.first);
    reference.last = static_cast<std::uint32_t>(mention.last);
    reference.line = line_of_(block, item, reference.first);
    reference.text = text.substr(mention.first, mention.last - mention.first);
    reference.target = target;
    reference.label = document_.strings.keep(label(mention, target));
    document_.references.push_back(reference);
  }

  /// What the target is called; a chapter or an appendix as the text names it, since its heading may have no number.
  std::string label(const ReferenceMention& mention, std::int32_t target) const {
    if (mention.kind == Kind::chapter || mention.kind == Kind::appendix) return std::string(mention.name);
    std::string label = target >= 0 ? block_label(document_.blocks[static_cast<std::size_t>(target)]) : std::string();
    if (!label.empty()) return label;
    switch (mention.kind) {
      case Kind::figure:
        label = mention.appendix ? "附图" : "图";
        break;
      case Kind::table:
        label = mention.appendix ? "附表" : "表";
        break;
      case Kind::case_title:
        label = "案例";
        break;
      default:
        return mention.number;
    }
    if (!mention.number.empty()) label += " " + mention.number;
    return label;
  }

  std::int32_t find_target(std::size_t block, const ReferenceMention& mention, std::size_t skip) const {
    switch (mention.kind) {
      case Kind::figure:
        return find_exhibit(block, mention, skip, figures_, appendix_figures_);
      case Kind::table:
        return find_exhibit(block, mention, skip, tables_, appendix_tables_);
      case Kind::case_title:
        return cases_.find(mention.number, document_, block);
      case Kind::chapter:
        return chapters_.find(mention.number, document_, block);
      case Kind::section:
        return sections_.find(mention.number, document_, block);
      case Kind::appendix:
        return appendices_.find(
            std::string(mention.name.substr(0, std::string_view("附件").size())) + same_number(mention.number), document_,
            block);
    }
    return -1;
  }

  std::int32_t find_exhibit(std::size_t block, const ReferenceMention& mention, std::size_t skip, const Targets& exhibits,
                            const Targets& of_appendix) const {
    if (mention.direction == Direction::by_number) {
      const std::int32_t found = (mention.appendix ? of_appendix : exhibits).find(mention.number, document_, block);
      // The captions of an appendix need not repeat that they stand in one.
      return found >= 0 || !mention.appendix ? found : exhibits.find(mention.number, document_, document_.blocks.size() - 1);
    }
    const std::vector<std::size_t>& blocks = exhibits.blocks();
    const auto behind = std::upper_bound(blocks.begin(), blocks.end(), block);
    if (mention.direction == Direction::below) return nearest_below(behind, blocks.end(), block, skip);
    if (mention.direction != Direction::above) return beside(behind, blocks, block, mention.direction == Direction::right);
    return behind == blocks.begin() ? -1 : static_cast<std::int32_t>(*std::prev(behind));
  }

  /// 左图 is the nearest figure, 右图 the one that follows it.
  static std::int32_t beside(std::vector<std::size_t>::const_iterator behind, const std::vector<std::size_t>& blocks,
                             std::size_t block, bool right) {
    if (blocks.empty()) return -1;
    const bool is_before = behind == blocks.end() || (behind != blocks.begin() && block - *std::prev(behind) < *behind - block);
    auto nearest = is_before ? std::prev(behind) : behind;
    if (right && !is_before && std::next(nearest) != blocks.end() && *std::next(nearest) == *nearest + 1) ++nearest;
    return static_cast<std::int32_t>(*nearest);
  }

  /// The next exhibit in the same case or, outside cases, in the same text; further mentions in one paragraph mean further
  /// ones, as long as there are some in the section.
  std::int32_t nearest_below(std::vector<std::size_t>::const_iterator at, std::vector<std::size_t>::const_iterator end,
                             std::size_t block, std::size_t skip) const {
    constexpr std::size_t reach = 12;
    const Block& from = document_.blocks[block];
    const auto first = at;
    std::int32_t last = -1;  // the last one that fits
    for (std::size_t looked = 0; at != end && looked < reach; ++at, ++looked) {
      const Block& exhibit = document_.blocks[*at];
      if (exhibit.inside_case != from.inside_case) continue;
      if (last >= 0 && exhibit.section != from.section) break;
      last = static_cast<std::int32_t>(*at);
      if (skip-- == 0) break;
    }
    return last >= 0 ? last : first == end ? -1 : static_cast<std::int32_t>(*first);
  }

  const LineOfText& line_of_;
  Document& document_;
  std::vector<ReferenceMention> mentions_;  // of one text
  Targets figures_, tables_, appendix_figures_, appendix_tables_, cases_, chapters_, sections_, appendices_;
};

}  // namespace

void find_references(Document& document, const LineOfText& line_of) { ReferenceFinder(document, line_of).find(); }

}  // namespace reportal
