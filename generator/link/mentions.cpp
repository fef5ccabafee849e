#include "link/mentions.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "model/texts.h"

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
    // A title that stands in the front matter alone is read with the front matter's block.
    const bool has_block = !document_.blocks.empty() && as<FrontMatterBlock>(document_.blocks.front()) != nullptr;
    if (has_block && !document_.metadata.title.empty()) search({document_.metadata.title, {}}, 0, false);
    for (block_ = 0; block_ < document_.blocks.size(); ++block_) {
      for_each_text(document_.blocks[block_],
                    [&](std::uint32_t item, TextRole role, const RichText& text) { search(text, item, role == TextRole::running); });
    }
    return std::move(mentions_);
  }

 private:
  /// Where links and lists say a thing once: a case, else a section.
  using Stretch = std::tuple<std::int32_t, std::int32_t, EntityRef>;

  void search(const RichText& text, std::uint32_t item, bool running) {
    names_.find(text.text, own_school_, hits_);
    if (hits_.empty()) return;
    LinkablePlaces linkable(text);
    const Block& block = document_.blocks[block_];
    const auto stretch_of = [&](EntityRef entity) {
      return Stretch(block.inside_case, block.inside_case >= 0 ? -1 : block.section, entity);
    };
    const auto add = [&](Mention mention) {
      const auto first = counted_.emplace(stretch_of(mention.entity), mentions_.size()).first;
      mentions_.push_back(mention);
      ++mentions_[first->second].count;
    };
    for (const NameHit& hit : hits_) {
      Mention mention{.entity = hit.entity, .document = index_, .block = block_, .item = item, .first = hit.first, .last = hit.last,
                      .form = hit.form};
      if (running && linkable.has(hit.first, hit.last)) mention.linked = linked_.insert(stretch_of(hit.entity)).second;
      add(mention);
      if (const int term = hit.entity.kind == EntityKind::topic ? names_.term_beside_topic(hit.form) : -1; term >= 0) {
        mention.entity = {EntityKind::term, static_cast<std::uint32_t>(term)};
        mention.linked = false;
        add(mention);
      }
    }
  }

  const Document& document_;
  std::uint32_t index_;
  int own_school_;
  const NameMatcher& names_;
  std::uint32_t block_ = 0;
  std::vector<NameHit> hits_;
  std::vector<Mention> mentions_;
  std::map<Stretch, std::size_t> counted_;  ///< a stretch → the mention that counts those in it
  std::set<Stretch> linked_;
};

}  // namespace

std::vector<Mention> find_mentions(const Document& document, std::uint32_t index, int own_school, const NameMatcher& names) {
  return MentionFinder(document, index, own_school, names).find();
}

}  // namespace reportal
