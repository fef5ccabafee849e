// Whether what an editor said came to something: looked up in the finished document, and held against the document as it would
// be without.

#include <algorithm>
#include <string>
#include <vector>

#include "structure/problems.h"
#include "structure/raw/overrule/overrule.h"

namespace reportal::raw {
namespace {

using As = Correction::As;

/// A document's blocks by line.
class BlocksByLine {
 public:
  BlocksByLine(const Document& document, std::uint32_t line_count) : document_(document), block_(line_count + 2, nullptr) {
    for (const Block& block : document.blocks) {
      for (const LineRange& range : block.lines) {
        for (std::uint32_t line = range.first; line <= range.last; ++line) block_[line] = &block;
      }
    }
  }

  [[nodiscard]] const Block* at(std::uint32_t line) const { return line < block_.size() ? block_[line] : nullptr; }
  [[nodiscard]] bool begins(std::uint32_t line) const { return block_[line]->lines.front().first == line; }
  [[nodiscard]] std::uint32_t case_at(std::uint32_t line) const {
    const Block* block = at(line);
    if (block == nullptr || block->inside_case < 0) return 0;
    return document_.blocks[static_cast<std::size_t>(block->inside_case)].lines.front().first;
  }

 private:
  const Document& document_;
  std::vector<const Block*> block_;
};

int level_of(const Block& block) {
  const auto* heading = as<Heading>(block);
  return heading == nullptr ? 0 : heading->level;
}

/// Two readings of one line come to the same, the text of its block aside.
bool is_same(const BlocksByLine& a, const BlocksByLine& b, std::uint32_t line) {
  const Block* one = a.at(line);
  const Block* other = b.at(line);
  if (one == nullptr || other == nullptr) return one == other;
  return one->content.index() == other->content.index() && a.begins(line) == b.begins(line) && one->page == other->page &&
         level_of(*one) == level_of(*other) && block_label(*one) == block_label(*other) && one->lines == other->lines &&
         a.case_at(line) == b.case_at(line);
}

/// As the front matter names a case: by its number or, where it has none, by its title.
std::string_view name_of(const CaseTitle& title) { return title.number.empty() ? title.title.text : title.number; }

class CorrectionCheck {
 public:
  CorrectionCheck(const Source& source, const Document& document, const Document& as_found, const Doubts& doubts)
      : source_(source),
        document_(document),
        doubts_(doubts),
        blocks_(document, source.line_count()),
        found_(as_found, source.line_count()) {}

  void check() {
    for (const AppliedCorrection& applied : document_.cleaning.corrections) {
      const Correction& correction = document_.metadata.corrections[applied.correction];
      if (!came_true(correction, applied.lines)) continue;
      if (is_idle(correction, applied.lines))
        doubts_.add(correction_changes_nothing, correction.place, {line_text(applied.lines)});
    }
    for (const auto& [number, given] : document_.metadata.cases) {
      if (given.last_line > 0 && !ends_case(given.last_line, number))
        doubts_.add(no_such_case_end, given.last_line_place, {std::to_string(given.last_line), number});
    }
  }

 private:
  static std::string line_text(const LineRange& lines) {
    const std::string first = std::to_string(lines.first);
    return lines.first == lines.last ? first : first + "-" + std::to_string(lines.last);
  }

  /// False after a problem.
  bool came_true(const Correction& correction, const LineRange& lines) {
    const Block& block = *blocks_.at(lines.first);
    if (correction.as == As::table_row && as<Table>(block) == nullptr) {
      doubts_.add(correction_no_table, correction.place, {std::to_string(lines.first)});
      return false;
    }
    if (correction.as == As::joined && blocks_.begins(lines.first)) {
      doubts_.add(correction_nothing_to_join, correction.place, {std::to_string(lines.first)});
      return false;
    }
    if (correction.ends_case && !ends_case(lines.last)) {
      doubts_.add(correction_no_case, correction.place, {std::to_string(lines.last)});
      return false;
    }
    return true;
  }

  /// A case ends with `line`: it stands in one, or is the title of one, and what follows does not stand in it. Which case, if
  /// `name` says so.
  bool ends_case(std::uint32_t line, std::string_view name = {}) const {
    line = std::min(line, source_.line_count());
    while (line > 0 && blocks_.at(line) == nullptr) --line;
    const Block* block = blocks_.at(line);
    if (block == nullptr) return false;
    const std::uint32_t inside = as<CaseTitle>(*block) != nullptr ? block->lines.front().first : blocks_.case_at(line);
    if (inside != 0 && !name.empty() && name_of(*as<CaseTitle>(*blocks_.at(inside))) != name) return false;
    std::uint32_t behind = line + 1;
    while (behind <= source_.line_count() && (blocks_.at(behind) == nullptr || as<Noise>(*blocks_.at(behind)) != nullptr))
      ++behind;
    return inside != 0 && blocks_.case_at(behind) != inside;
  }

  /// The lines, and those beside them, would be read in the same way without the correction.
  bool is_idle(const Correction& correction, const LineRange& lines) const {
    if (correction.as == As::noise && !correction.reason.empty()) return false;
    const std::uint32_t last = std::min(lines.last + 1, source_.line_count());
    const Block* compared = nullptr;
    for (std::uint32_t line = std::max(lines.first - 1, source_.front_matter_last + 1); line <= last; ++line) {
      if (!is_same(blocks_, found_, line)) return false;
      const Block* block = blocks_.at(line);
      if (block == compared || block == nullptr) continue;
      if (plain_text(*block) != plain_text(*found_.at(line))) return false;
      compared = block;
    }
    return true;
  }

  const Source& source_;
  const Document& document_;
  const Doubts& doubts_;
  BlocksByLine blocks_, found_;
};

}  // namespace

void check_corrections(const Source& source, const Document& document, const Document& as_found, const Doubts& doubts) {
  CorrectionCheck(source, document, as_found, doubts).check();
}

}  // namespace reportal::raw
