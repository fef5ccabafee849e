#include "structure/raw/pieces/pieces.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "chinese/characters.h"
#include "structure/problems.h"

namespace reportal::raw {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct PieceStart {
  std::size_t block = 0;
  bool titled = true;
  bool signed_below = false;  // a byline of its own stands below the title or at the end
  std::string_view byline;
};

class PieceFinder {
 public:
  PieceFinder(const Masthead& masthead, Document& document, const Doubts& doubts)
      : masthead_(masthead), document_(document), doubts_(doubts) {}

  void find() {
    for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
      const Block& block = document_.blocks[at];
      const auto* paragraph = as<Paragraph>(block);
      const bool byline = paragraph != nullptr && paragraph->role == Paragraph::Role::byline;
      if (!byline && !is_furniture(block)) place_closing_bylines();
      if (const auto* heading = as<Heading>(block)) {
        see_heading(*heading, at);
      } else if (byline) {
        see_byline(at);
      } else if (paragraph != nullptr && paragraph->role == Paragraph::Role::body) {
        see_text(*paragraph, at);
      } else if (const auto* photo = as<Figure>(block); photo != nullptr && photo->number.empty() && !starts_.empty()) {
        if (!text_since_heading_ && starts_.back().block != last_heading_) start(last_heading_);
      }
    }
    place_closing_bylines();
    write();
  }

 private:
  void start(std::size_t block, bool titled = true) { starts_.push_back({.block = block, .titled = titled, .byline = {}}); }

  bool has_own_title() const { return last_heading_ != none && (starts_.empty() || last_heading_ > starts_.back().block); }

  void see_heading(const Heading& heading, std::size_t at) {
    const bool first = starts_.empty() || (starts_.size() == 1 && !starts_.back().titled);
    if (heading.number.empty() && (first || heading.level == 1)) {
      start(at);
    } else if (starts_.empty()) {
      start(at, false);
    }
    if (heading.number.empty()) headings_.push_back(at);
    last_heading_ = at;
    text_since_heading_ = false;
  }

  void see_text(const Paragraph& paragraph, std::size_t at) {
    if (starts_.empty()) start(at, false);
    if (const auto dateline = read_dateline(paragraph.text.text)) {
      if (has_own_title() && !text_since_heading_) start(last_heading_);
      PieceStart& piece = starts_.back();
      if (piece.byline.empty()) piece.byline = document_.strings.keep(dateline->byline);
    }
    if (const std::string_view names = closing_byline(paragraph.text.text); !names.empty()) {
      if (has_own_title() && !starts_.back().byline.empty()) start(last_heading_);
      if (starts_.back().byline.empty()) starts_.back().byline = names;
    }
    text_since_heading_ = true;
  }

  /// Right below a title a byline is that title's; behind text it closes a piece, which is known when all bylines of the row
  /// are.
  void see_byline(std::size_t at) {
    if (starts_.empty()) start(at, false);
    if (text_since_heading_ || last_heading_ == none) {
      closing_.push_back(at);
      return;
    }
    if (has_own_title()) start(last_heading_);
    sign(starts_.back(), at);
  }

  void sign(PieceStart& piece, std::size_t byline) {
    if (piece.byline.empty()) piece.byline = std::get<Paragraph>(document_.blocks[byline].content).text.text;
    piece.signed_below = true;
  }

  void place_closing_bylines() {
    if (closing_.empty()) return;
    if (has_own_title() && (starts_.back().signed_below || !starts_.back().byline.empty())) start(last_heading_);
    if (closing_.size() > 1 && are_of_one_form(closing_)) start_at_headings(closing_.size());
    std::vector<std::size_t> unsigned_pieces;  // from the last one back
    for (std::size_t piece = starts_.size(); piece-- > 0 && unsigned_pieces.size() < closing_.size();) {
      if (starts_[piece].signed_below || (!starts_[piece].titled && !unsigned_pieces.empty())) break;
      unsigned_pieces.push_back(piece);
    }
    for (const std::size_t byline : closing_) {
      if (!unsigned_pieces.empty()) {
        sign(starts_[unsigned_pieces.back()], byline);
        unsigned_pieces.pop_back();
      } else {
        unplaced_.push_back(byline);
      }
    }
    closing_.clear();
    headings_.clear();
    text_since_heading_ = true;
  }

  bool are_of_one_form(const std::vector<std::size_t>& bylines) const {
    const auto first = [&](std::size_t block) {
      return first_character(std::get<Paragraph>(document_.blocks[block].content).text.text);
    };
    return std::all_of(bylines.begin(), bylines.end(),
                       [&](std::size_t block) { return first(block) == first(bylines.front()); });
  }

  /// So many pieces were signed together: where fewer were seen to begin, the last headings begin the others.
  void start_at_headings(std::size_t bylines) {
    const auto is_open = [](const PieceStart& piece) { return !piece.signed_below; };
    const auto last_signed = std::find_if_not(starts_.rbegin(), starts_.rend(), is_open);
    const auto open = static_cast<std::size_t>(last_signed - starts_.rbegin());
    const std::size_t missing = std::min(bylines - std::min(bylines, open), headings_.size());
    for (std::size_t index = headings_.size() - missing; index < headings_.size(); ++index) {
      if (headings_[index] > starts_.back().block) start(headings_[index]);
    }
  }

  void write() {
    const auto is_signed = [](const PieceStart& piece) { return !piece.byline.empty(); };
    const auto first_signed = std::find_if(starts_.begin(), starts_.end(), is_signed);
    const auto titled = std::count_if(starts_.begin(), starts_.end(), [](const PieceStart& piece) { return piece.titled; });
    if (first_signed == starts_.end()) return;
    if (titled < 2) {
      document_.byline = first_signed->byline;
      return;
    }
    for (std::size_t index = 0; index < starts_.size(); ++index) {
      const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1].block : document_.blocks.size();
      write_piece(starts_[index], end);
    }
    report();
  }

  void write_piece(const PieceStart& start, std::size_t end) {
    Block& block = document_.blocks[start.block];
    Piece piece;
    piece.block = static_cast<std::uint32_t>(start.block);
    piece.line = block.lines.front().first;
    piece.last_line = block.lines.back().last;
    for (std::size_t at = start.block; at < end; ++at) {
      if (as<Noise>(document_.blocks[at]) == nullptr)
        piece.last_line = std::max(piece.last_line, document_.blocks[at].lines.back().last);
    }
    if (start.titled) {
      auto& heading = std::get<Heading>(block.content);
      heading.level = 1;
      piece.title = heading.title.text;
    }
    piece.byline = start.byline;
    if (masthead_.year > 0) piece.date = Date{.year = masthead_.year, .month = masthead_.month, .day = masthead_.day};
    document_.pieces.push_back(piece);
  }

  void report() const {
    constexpr std::size_t shown = 12;
    constexpr std::size_t shortest = 8;  // characters of a paragraph that can hold half a sentence
    for (const std::size_t byline : unplaced_) {
      const Block& block = document_.blocks[byline];
      doubts_.add(unplaced_byline, block.lines.front().first, {std::string(as<Paragraph>(block)->text.text)});
    }
    for (const Block& block : document_.blocks) {
      const auto* paragraph = as<Paragraph>(block);
      if (paragraph == nullptr || paragraph->role != Paragraph::Role::body) continue;
      const std::string_view text = paragraph->text.text;
      const std::size_t length = count_characters(text);
      if (length < shortest || ends_sentence(text) || !closing_byline(text).empty()) continue;
      const std::string_view begin = take_characters(text, length - std::min(length, shown));
      doubts_.add(broken_sentence, block.lines.back().last, {std::string(text.substr(begin.size()))});
    }
  }

  const Masthead& masthead_;
  Document& document_;
  const Doubts& doubts_;
  std::vector<PieceStart> starts_;
  std::vector<std::size_t> headings_;  // without a number, since the last row of bylines
  std::vector<std::size_t> closing_;   // bylines behind text, not yet placed
  std::vector<std::size_t> unplaced_;
  std::size_t last_heading_ = none;
  bool text_since_heading_ = false;
};

}  // namespace

void find_pieces(const Masthead& masthead, Document& document, const Doubts& doubts) {
  PieceFinder(masthead, document, doubts).find();
}

}  // namespace reportal::raw
