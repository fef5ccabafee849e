#include "structure/raw/cases/cases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/problems.h"
#include "structure/raw/cases/exhibits.h"
#include "structure/raw/cases/gaps.h"
#include "structure/raw/cases/reach.h"
#include "structure/raw/cases/signs.h"

namespace reportal::raw {
namespace {

/// How often something is so in this report, with what is usual elsewhere as a number of earlier observations.
class Habit {
 public:
  Habit(double yes, double no) : yes_(yes), no_(no) {}
  void add(bool so, double weight) { (so ? yes_ : no_) += weight; }
  [[nodiscard]] double log_share(bool so) const { return std::log((so ? yes_ : no_) / (yes_ + no_)); }
  [[nodiscard]] double share() const { return yes_ / (yes_ + no_); }

 private:
  double yes_, no_;
};

struct Habits {
  Habit reaches_limit{5, 1};  ///< no text behind the case before the next heading or case
  Habit closed{16, 1};        ///< a figure is followed by no more text of the case
  Habit has_figure{2, 1};
  std::array<double, 16> paragraphs{};  ///< cases by their number of segments of text
  double cases = 0;
};

/// A place where a case may end, in front of a segment.
struct End {
  std::size_t segment = 0;
  double score = 0;
};

struct Decision {
  std::size_t end = 0;  ///< segment index
  double confidence = 1;
};

class ExtentFinder {
 public:
  ExtentFinder(const CaseText& text, const std::vector<std::uint32_t>& given_ends)
      : text_(text),
        lines_(text.lines),
        captions_(text.captions),
        given_ends_(given_ends),
        reaches_(find_reaches(text)),
        fit_(text),
        signs_(text, fit_),
        gaps_(text.lines) {}

  std::vector<CaseExtent> find() {
    constexpr int rounds = 3;
    if (reaches_.empty()) return {};
    weigh_segments();
    sections_ = surely_outside();
    gaps_.learn(sections_, reaches_);
    decisions_.resize(reaches_.size());
    for (int round = 0; round < rounds; ++round) {
      learn_settings(round == 0);
      if (round > 0) learn_habits();
      for (std::size_t at = 0; at < reaches_.size(); ++at) decisions_[at] = decide(at);
    }
    std::vector<CaseExtent> extents;
    for (std::size_t at = 0; at < reaches_.size(); ++at) extents.push_back(extent(at));
    return extents;
  }

 private:
  // What is known before anything is decided

  /// Evidence that does not change while habits are learned.
  void weigh_segments() {
    constexpr std::size_t most_looked_up = 12;  // a case has few exhibits and enumerations; each look-up reads the text around
    belongs_.resize(reaches_.size());
    for (std::size_t at = 0; at < reaches_.size(); ++at) {
      const Reach& reach = reaches_[at];
      std::vector<double>& belongs = belongs_[at];
      belongs.assign(reach.segments.size(), 0);
      std::size_t looked_up = 0;
      for (std::size_t index = 0; index < reach.segments.size() && looked_up < most_looked_up; ++index) {
        const Segment& segment = reach.segments[index];
        if (segment.kind == Segment::Kind::heading) {
          belongs[index] += segment.heading_inside;
        } else if (segment.kind == Segment::Kind::figure || segment.kind == Segment::Kind::table) {
          ++looked_up;
          add(exhibit_evidence(reach, index, text_), index, belongs);
        } else if (segment.kind == Segment::Kind::text && index > 0 && leading_ordinal(lines_[segment.first].text) > 1) {
          ++looked_up;
          add(enumeration_evidence(reach, index, lines_), index, belongs);
        }
        if (segment.kind == Segment::Kind::text) add(list_evidence(reach, index, lines_), index, belongs);
      }
    }
  }

  static void add(const ExhibitEvidence& evidence, std::size_t index, std::vector<double>& belongs) {
    belongs[index] += evidence.inside + evidence.partnership;
    // The segment alone on the other side would part them.
    if (evidence.partner != ExhibitEvidence::no_segment) belongs[evidence.partner] -= evidence.partnership;
  }

  /// Running text that stands in no reach, as segments.
  std::vector<Segment> surely_outside() {
    std::vector<Segment> segments;
    std::size_t next = 0;
    double figures = 1;  // as if eight paragraphs with one were known from elsewhere
    double paragraphs = 8;
    for (std::size_t at = 0; at < lines_.size();) {
      if (next < reaches_.size() && at == reaches_[next].title) {
        at = std::max(at + 1, reaches_[next++].limit);
        continue;
      }
      if (!is_running(lines_[at])) {
        if (lines_[at].kind == LineKind::figure) ++figures;
        ++at;
        continue;
      }
      if (text_.starts[at] != 0) ++paragraphs;
      Segment segment{Segment::Kind::text, at, at, text_.starts[at] != 0, false, 0};
      do {
        ++at;
      } while (at < lines_.size() && is_running(lines_[at]) && text_.starts[at] == 0);
      segment.last = at;
      segments.push_back(segment);
    }
    figure_outside_ = std::log(std::clamp(figures / paragraphs, 0.03, 0.4));
    return segments;
  }

  // Learning, at first from what is sure, then from what was decided

  /// Calls visit(side, segment, weight) for the text of the sections and what is known of the reaches.
  template <typename Visit>
  void each_known_segment(bool only_sure, Visit visit) const {
    for (const Segment& segment : sections_) visit(SignModel::Side::text, segment, 1.0);
    for (std::size_t at = 0; at < reaches_.size(); ++at) {
      const std::vector<Segment>& segments = reaches_[at].segments;
      for (std::size_t index = 0; index < (only_sure ? std::min<std::size_t>(1, segments.size()) : segments.size()); ++index) {
        const bool inside = index == 0 || index < decisions_[at].end;
        visit(inside ? SignModel::Side::box : SignModel::Side::text, segments[index],
              index == 0 ? 1.0 : decisions_[at].confidence);
      }
    }
  }

  void learn_settings(bool only_sure) {
    constexpr double sure = 0.9;
    fit_.clear();
    each_known_segment(only_sure, [&](SignModel::Side side, const Segment& segment, double weight) {
      if (weight >= sure && segment.kind == Segment::Kind::text) fit_.add(side, segment);
    });
    fit_.settle();
    signs_.clear();
    each_known_segment(only_sure,
                       [&](SignModel::Side side, const Segment& segment, double weight) { signs_.add(side, segment, weight); });
    if (only_sure) signs_.weigh_signs();
  }

  void learn_habits() {
    habits_ = {};
    gaps_.clear();
    for (std::size_t at = 0; at < reaches_.size(); ++at) learn_habits(reaches_[at], decisions_[at]);
  }

  void learn_habits(const Reach& reach, const Decision& decision) {
    std::size_t paragraphs = 0;
    std::size_t figures = 0;
    bool behind_figure = false;
    if (decision.end < reach.segments.size()) gaps_.add(reach.segments[decision.end], true, decision.confidence);
    for (std::size_t index = 0; index < decision.end; ++index) {
      const Segment::Kind kind = reach.segments[index].kind;
      if (index > 0) gaps_.add(reach.segments[index], false, decision.confidence);
      if (kind == Segment::Kind::text) {
        paragraphs += reach.segments[index].sure_start ? 1 : 0;
      }
      if (behind_figure && kind != Segment::Kind::figure) habits_.closed.add(false, decision.confidence);
      if (kind == Segment::Kind::figure) ++figures;
      behind_figure = kind == Segment::Kind::figure;
    }
    if (behind_figure) habits_.closed.add(true, decision.confidence);
    habits_.has_figure.add(figures > 0, decision.confidence);
    habits_.reaches_limit.add(!text_resumes(reach, decision.end), decision.confidence);
    habits_.paragraphs[std::min(paragraphs, habits_.paragraphs.size() - 1)] += decision.confidence;
    habits_.cases += decision.confidence;
  }

  // Deciding

  /// Text of the section stands behind a case that ends before segment `end`. Behind a sub-heading it is text of another
  /// section.
  static bool text_resumes(const Reach& reach, std::size_t end) {
    return end < reach.segments.size() && end <= reach.last_text && reach.segments[end].kind != Segment::Kind::heading;
  }

  /// How well a number of paragraphs fits the cases of this report.
  double length_score(std::size_t paragraphs) const {
    static constexpr std::array<double, 4> usual = {0.27, 0.31, 0.2, 0.1};  // of reports elsewhere
    constexpr double earlier = 4;                                           // cases that these count for
    constexpr double goes_on = 0.6;
    const std::size_t known = std::min(std::max<std::size_t>(paragraphs, 1), usual.size());
    const double elsewhere = usual[known - 1] * std::pow(goes_on, static_cast<double>(std::max(paragraphs, known) - known));
    const double seen = habits_.paragraphs[std::min(paragraphs, habits_.paragraphs.size() - 1)];
    return std::log((seen + earlier * elsewhere) / (habits_.cases + earlier));
  }

  /// What speaks for a place itself: a gap that is larger than others, a full line before it that need not end a paragraph.
  double place_score(const Segment& segment) const {
    constexpr double parts_a_sentence = 5;
    return (segment.goes_on ? -parts_a_sentence : signs_.paragraph_start(segment)) + gaps_.end_evidence(segment);
  }

  std::vector<End> possible_ends(std::size_t at) const {
    const Reach& reach = reaches_[at];
    std::vector<End> ends;
    double inside = 0;  // of all segments up to the end
    std::size_t paragraphs = 0;
    std::size_t figures = 0;
    bool behind_figure = false;
    const bool open_before = leaves_sentence_open(reach.title);
    for (std::size_t index = 0; index <= reach.segments.size(); ++index) {
      const bool limit = index == reach.segments.size();
      if (index > 0 && (paragraphs > 0 || limit)) {
        double score = inside + habits_.reaches_limit.log_share(!text_resumes(reach, index)) +
                       habits_.has_figure.log_share(figures > 0) + length_score(paragraphs);
        if (behind_figure) score += habits_.closed.log_share(true);
        if (!limit) score += place_score(reach.segments[index]);
        if (limit && open_before) score -= 3;
        ends.push_back({index, score});
      }
      if (limit) break;
      const Segment& segment = reach.segments[index];
      inside += belongs_[at][index];
      if (segment.kind == Segment::Kind::text) {
        if (index > 0) inside += signs_.box_evidence(segment);
        paragraphs += segment.sure_start ? 1 : 0;
      }
      if (behind_figure && segment.kind != Segment::Kind::figure) inside += habits_.closed.log_share(false);
      if (segment.kind == Segment::Kind::figure) {
        constexpr double further_figure = -1.6;  // a fifth of the cases with one have a second one
        inside += (++figures > 1 ? further_figure : 0) - figure_outside_;
      }
      behind_figure = segment.kind == Segment::Kind::figure;
    }
    return ends;
  }

  /// The case stands in the middle of a sentence of the text, so the text goes on behind it.
  bool leaves_sentence_open(std::size_t title) const {
    const std::size_t before = previous_content(lines_, title);
    return before != no_line && is_running(lines_[before]) && text_.widths.wrapped &&
           lines_[before].width + 4 >= text_.widths.text && !ends_sentence(lines_[before].text);
  }

  Decision decide(std::size_t at) const {
    const std::vector<End> ends = possible_ends(at);
    if (ends.empty()) return {0, 1};
    const auto best = std::max_element(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.score < b.score; });
    double all = 0;
    for (const End& end : ends) all += std::exp(end.score - best->score);
    return {best->segment, 1 / all};
  }

  // Results

  CaseExtent extent(std::size_t at) const {
    const Reach& reach = reaches_[at];
    CaseExtent extent{reach.title, reach.title + 1, no_line, decisions_[at].confidence};
    const std::size_t end = decisions_[at].end;
    if (end > 0) extent.end = reach.segments[end - 1].last;
    if (end == reach.segments.size() && text_.widths.wrapped) extent.displaced = displaced_figure(at);
    if (const std::size_t given = given_end(reach); given != no_line) {
      extent.end = given;
      extent.confidence = 1;
      extent.displaced = no_line;
    }
    while (extent.end > reach.title + 1 && lines_[extent.end - 1].kind == LineKind::noise) --extent.end;
    return extent;
  }

  /// The end by an editor's word, which may lie behind headings; `no_line` if there is none. With a heading no case ends.
  std::size_t given_end(const Reach& reach) const {
    const auto last_line = std::lower_bound(given_ends_.begin(), given_ends_.end(), lines_[reach.title].number);
    if (last_line == given_ends_.end()) return no_line;
    std::size_t end = reach.title + 1;
    while (end < lines_.size() && lines_[end].kind != LineKind::case_title && lines_[end].number <= *last_line) ++end;
    const bool beyond = end < lines_.size() && lines_[end].number <= *last_line;
    return beyond || lines_[previous_content(lines_, end)].kind == LineKind::heading ? no_line : end;
  }

  /// A case without its figure, in a report whose cases have one, and a figure that stands right behind the next heading:
  /// before any text that could speak of it, and in words of the case.
  std::size_t displaced_figure(std::size_t at) const {
    const Reach& reach = reaches_[at];
    if (habits_.has_figure.share() < 0.6 || reach.limit >= lines_.size()) return no_line;
    for (const Segment& segment : reach.segments) {
      if (segment.kind == Segment::Kind::figure) return no_line;
    }
    std::size_t figure = reach.limit;
    while (figure != no_line && (lines_[figure].kind == LineKind::heading || lines_[figure].kind == LineKind::more))
      figure = next_content(lines_, figure);
    if (figure == no_line || figure == reach.limit || lines_[figure].kind != LineKind::figure) return no_line;
    constexpr std::size_t text_behind = 20;
    const std::string_view caption = captions_.captions[lines_[figure].detail].title;
    const double shared = shared_words(caption, lines_, reach.title, reach.limit);
    const double shared_behind = shared_words(caption, lines_, figure + 1, std::min(lines_.size(), figure + text_behind));
    return shared >= 0.4 && shared > shared_behind + 0.2 ? figure : no_line;
  }

  const CaseText& text_;
  const std::vector<Line>& lines_;
  const Captions& captions_;
  const std::vector<std::uint32_t>& given_ends_;
  std::vector<Reach> reaches_;
  std::vector<std::vector<double>> belongs_;  ///< by reach and segment
  std::vector<Decision> decisions_;           ///< by reach
  ColumnFit fit_;
  SignModel signs_;
  GapModel gaps_;
  std::vector<Segment> sections_;  ///< running text that stands in no reach
  Habits habits_;
  double figure_outside_ = 0;  ///< logarithm of how many paragraphs of the sections have a figure
};

}  // namespace

std::vector<CaseExtent> find_case_extents(const CaseText& text, const std::vector<std::uint32_t>& given_ends) {
  return ExtentFinder(text, given_ends).find();
}

void report_uncertain_cases(const Document& document, const Doubts& doubts) {
  constexpr double certain = 0.7;
  std::vector<std::uint32_t> last_lines(document.blocks.size());  // by the block of the title
  for (const Block& block : document.blocks) {
    if (block.inside_case < 0) continue;
    std::uint32_t& last = last_lines[static_cast<std::size_t>(block.inside_case)];
    last = std::max(last, block.lines.back().last);
  }
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const auto* title = as<CaseTitle>(document.blocks[at]);
    if (title == nullptr || title->confidence >= certain) continue;
    const std::string name(title->number.empty() ? title->title.text : title->number);
    const std::string label = title->number.empty() ? name : name + " " + std::string(title->title.text);
    doubts.add(uncertain_case_end, document.blocks[at].lines.front().first, {label, std::to_string(last_lines[at]), name});
  }
}

}  // namespace reportal::raw
