#include "structure/raw/titles/misnumbered.h"

#include <array>
#include <string>
#include <vector>

#include "structure/problems.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

using Form = Numbering::Form;

/// The numbers of headings in the order of the text, and whether each goes on with what was before.
class Sequence {
 public:
  /// False where `numbering` is a surprise; `before` is then what it should have followed.
  bool goes_on(const Numbering& numbering, int level, std::string_view shown, std::string& before) {
    return numbering.depth >= 2 ? decimal_goes_on(numbering, shown, before) : single_goes_on(numbering, level, shown, before);
  }

  /// A part without number: what was open in the part before it is closed.
  void close_below(int level) {
    while (!open_.empty() && open_.back().level > level) open_.pop_back();
  }

 private:
  struct Open {
    int level = 0;
    Form form = Form::none;
    unsigned value = 0;
    std::string shown;
  };

  /// The next of its siblings, the first below its parent, or the next of its kind, as chapters run on through parts.
  bool single_goes_on(const Numbering& numbering, int level, std::string_view shown, std::string& before) {
    const unsigned value = numbering.parts[0];
    close_below(level);
    const bool sibling = !open_.empty() && open_.back().level == level && open_.back().form == numbering.form;
    const unsigned expected = sibling ? open_.back().value + 1 : 1;
    unsigned& last = last_of_form_[static_cast<std::size_t>(numbering.form)];
    const bool good = value == expected || (!sibling && value == last + 1) || last_shown_.empty();
    before = sibling ? open_.back().shown : last_shown_;
    while (!open_.empty() && open_.back().level >= level) open_.pop_back();
    open_.push_back({level, numbering.form, value, std::string(shown)});
    last = value;
    if (level == 1) decimal_ = {value};
    last_shown_ = shown;
    return good;
  }

  /// The next on its own level, the first of the level below, or the next on a level above.
  bool decimal_goes_on(const Numbering& numbering, std::string_view shown, std::string& before) {
    const std::vector<unsigned> parts(numbering.parts.begin(), numbering.parts.begin() + numbering.depth);
    before = last_decimal_.empty() ? last_shown_ : last_decimal_;
    const bool good = decimal_.empty() || follows(parts, decimal_);
    const bool slip = !good && parts.size() == decimal_.size() && parts.back() == decimal_.back() + 1;
    if (slip)
      decimal_.back() = parts.back();
    else
      decimal_ = parts;
    last_shown_ = last_decimal_ = shown;
    return good;
  }

  static bool follows(const std::vector<unsigned>& parts, const std::vector<unsigned>& before) {
    std::size_t common = 0;
    while (common < parts.size() && common < before.size() && parts[common] == before[common]) ++common;
    if (common == parts.size()) return false;
    if (parts[common] != (common < before.size() ? before[common] + 1 : 1)) return false;
    for (std::size_t below = common + 1; below < parts.size(); ++below) {
      if (parts[below] != 1) return false;
    }
    return true;
  }

  std::vector<Open> open_;
  std::array<unsigned, 16> last_of_form_{};
  std::vector<unsigned> decimal_;  // the open decimal number, as it was meant
  std::string last_decimal_, last_shown_;
};

}  // namespace

void report_misnumbered(const Document& document, const Doubts& doubts) {
  Sequence sequence;
  std::string before;
  for (const Block& block : document.blocks) {
    const auto* heading = as<Heading>(block);
    if (heading == nullptr) continue;
    const std::string shown(heading->shown_number());
    const Numbering numbering = shown.empty() ? Numbering{} : read_numbering(shown + " ");
    if (numbering.form == Form::none) {
      sequence.close_below(heading->level);
    } else if (!sequence.goes_on(numbering, heading->level, shown, before)) {
      doubts.add(misnumbered_heading, block.lines.front().first, {shown + " " + std::string(heading->title.text), before});
    }
  }
}

}  // namespace reportal::raw
