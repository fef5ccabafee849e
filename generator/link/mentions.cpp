#include "link/mentions.h"

#include <set>
#include <tuple>
#include <utility>

namespace reportal {
namespace {

/// Answers for places of one text, asked from left to right, whether a link can be laid over them. Spans nest, so those around a place
/// are a stack.
class LinkablePlaces {
 public:
  explicit LinkablePlaces(const RichText& text) : spans_(text.spans) {}

  /// No link or code stands in [first, last) or around it, and no span covers only a part of it.
  bool has(std::uint32_t first, std::uint32_t last) {
    for (; next_ < spans_.size() && spans_[next_].first < first; ++next_) {
      close_before(spans_[next_].first);
      open_.push_back(&spans_[next_]);
      barriers_ += is_barrier(spans_[next_]) ? 1 : 0;
    }
    close_before(first);
    if (barriers_ > 0 || (!open_.empty() && open_.back()->last < last)) return false;
    for (std::size_t i = next_; i < spans_.size() && spans_[i].first < last; ++i) {
      const bool sticks_out = spans_[i].first > first && spans_[i].last > last;
      if (is_barrier(spans_[i]) || sticks_out) return false;
    }
    return true;
  }

 private:
  static bool is_barrier(const Span& span) {
    return span.kind == Span::Kind::link || span.kind == Span::Kind::code || span.kind == Span::Kind::image;
  }

  void close_before(std::uint32_t place) {
    while (!open_.empty() && open_.back()->last <= place) {
      barriers_ -= is_barrier(*open_.back()) ? 1 : 0;
      open_.pop_back();
    }
  }

  const std::vector<Span>& spans_;
  std::size_t next_ = 0;               ///< the first span that begins behind the last place
  std::vector<const Span*> open_;      ///< around the last place, the innermost last
  std::size_t barriers_ = 0;           ///< links and code among them
};

class MentionFinder {
 public:
  MentionFinder(const Document& document, std::uint32_t index, int own_school, const NameMatcher& names)
      : document_(document), index_(index), own_school_(own_school), names_(names) {}

  std::vector<Mention> find() {
    for (block_ = 0; block_ < document_.blocks.size(); ++block_) {
      const Block& block = document_.blocks[block_];
      if (const auto* paragraph = as<Paragraph>(block)) {
        if (paragraph->role != Paragraph::Role::caption) search(paragraph->text, 0);
      } else if (const auto* list = as<List>(block)) {
        for (std::uint32_t item = 0; item < list->items.size(); ++item) search(list->items[item].text, item);
      }
    }
    return std::move(mentions_);
  }

 private:
  void search(const RichText& text, std::uint32_t item) {
    names_.find(text.text, own_school_, hits_);
    LinkablePlaces linkable(text);
    const Block& block = document_.blocks[block_];
    for (const NameHit& hit : hits_) {
      Mention mention{.entity = hit.entity, .document = index_, .block = block_, .item = item, .first = hit.first, .last = hit.last};
      if (linkable.has(hit.first, hit.last)) {
        mention.linked = linked_.emplace(block.inside_case, block.inside_case >= 0 ? -1 : block.section, hit.entity).second;
      }
      mentions_.push_back(mention);
    }
  }

  const Document& document_;
  std::uint32_t index_;
  int own_school_;
  const NameMatcher& names_;
  std::uint32_t block_ = 0;
  std::vector<NameHit> hits_;
  std::vector<Mention> mentions_;
  std::set<std::tuple<std::int32_t, std::int32_t, EntityRef>> linked_;  ///< case, section, entity
};

}  // namespace

std::vector<Mention> find_mentions(const Document& document, std::uint32_t index, int own_school, const NameMatcher& names) {
  return MentionFinder(document, index, own_school, names).find();
}

}  // namespace reportal
