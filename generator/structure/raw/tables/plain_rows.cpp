#include "structure/raw/tables/plain_rows.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace reportal::raw {
namespace {

constexpr double clear = 0.9;   // log odds of a border that needs no other sign
constexpr double margin = 1.5;  // between the least likely border and the likeliest gap inside a cell

double odds(const Word& word) { return static_cast<double>(word.part - word.stay); }

class PlainReader {
 public:
  PlainReader(const std::vector<BodyLine>& lines, const std::vector<std::string>& given) : lines_(lines), given_(given) {}

  std::optional<CellRows> read() {
    constexpr std::size_t fewest = 3;
    if (lines_.size() < fewest || !read_header()) return std::nullopt;
    numbered_ = names_running_number(result_.columns[0]);
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      if (lines_[at].text != lines_[0].text && !read_row(at)) return std::nullopt;
    }
    if (weak_ && !same_kinds_) return std::nullopt;
    if (!given_.empty()) result_.columns = given_;
    result_.confidence = 1;
    return std::move(result_);
  }

 private:
  bool read_header() {
    words_.clear();
    append_words(lines_, 0, style_, words_);
    borders_.assign(1, 0);
    for (std::size_t at = 1; at < words_.size(); ++at) {
      if (std::fabs(odds(words_[at])) < clear) return false;
      if (odds(words_[at]) > 0) borders_.push_back(at);
    }
    width_ = borders_.size();
    if (width_ < 2 || (!given_.empty() && given_.size() != width_)) return false;
    result_.columns = cut();
    return std::none_of(result_.columns.begin(), result_.columns.end(), [](const std::string& name) {
      const CellKind kind = kind_of(name);
      return kind == CellKind::number || kind == CellKind::percent || kind == CellKind::code || name.size() > 60;
    });
  }

  bool read_row(std::size_t line) {
    words_.clear();
    append_words(lines_, static_cast<std::uint32_t>(line), style_, words_);
    if (words_.size() < width_ || !choose_borders()) return false;
    if (numbered_ && !takes_number()) return false;
    std::vector<std::string> cells = cut();
    check_kinds(cells);
    result_.rows.push_back({std::move(cells), false});
    return true;
  }

  /// The likeliest gaps, as many as make the cells; false if others are nearly as likely.
  bool choose_borders() {
    order_.clear();
    for (std::size_t at = 1; at < words_.size(); ++at) order_.push_back(at);
    const std::size_t count = width_ - 1;
    const auto likelier = [&](std::size_t a, std::size_t b) {
      return odds(words_[a]) != odds(words_[b]) ? odds(words_[a]) > odds(words_[b]) : a < b;
    };
    double least = 10;
    if (order_.size() > count) {
      std::nth_element(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(count), order_.end(), likelier);
      const double next = odds(words_[order_[count]]);
      order_.resize(count);
      for (const std::size_t at : order_) least = std::min(least, odds(words_[at]));
      if (least - next < margin || next > -clear / 4) return false;
    } else {
      for (const std::size_t at : order_) least = std::min(least, odds(words_[at]));
    }
    if (least < -1) return false;
    weak_ |= least < clear;
    std::sort(order_.begin(), order_.end());
    borders_.assign(1, 0);
    borders_.insert(borders_.end(), order_.begin(), order_.end());
    return true;
  }

  bool takes_number() {
    const std::uint32_t number = running_number(words_[0].text);
    const bool first = result_.rows.empty();
    if (borders_[1] != 1 || (!first && number != number_ + 1) || number == 0) return false;
    number_ = number;
    return true;
  }

  std::vector<std::string> cut() const {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at < borders_.size(); ++at)
      cells.push_back(join_words(words_, borders_[at], at + 1 < borders_.size() ? borders_[at + 1] : words_.size()));
    return cells;
  }

  void check_kinds(const std::vector<std::string>& cells) {
    if (!same_kinds_) return;
    const bool first = kinds_.empty();
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const CellKind kind = kind_of(cells[column]);
      if (first)
        kinds_.push_back(kind);
      else if (kinds_[column] != kind)
        same_kinds_ = is_figure(kinds_[column]) == is_figure(kind) && same_kinds_;
    }
  }

  static bool is_figure(CellKind kind) {
    return kind == CellKind::number || kind == CellKind::percent || kind == CellKind::code || kind == CellKind::year;
  }

  const std::vector<BodyLine>& lines_;
  const std::vector<std::string>& given_;
  const BodyStyle style_;
  std::vector<Word> words_;
  std::vector<std::size_t> borders_, order_;
  std::vector<CellKind> kinds_;
  std::size_t width_ = 0;
  std::uint32_t number_ = 0;
  bool numbered_ = false;
  bool weak_ = false;       // a border was taken that only the number of columns calls for
  bool same_kinds_ = true;  // every column holds figures in all rows or in none
  CellRows result_;
};

}  // namespace

std::optional<CellRows> read_plain_rows(const std::vector<BodyLine>& lines, const std::vector<std::string>& given) {
  return PlainReader(lines, given).read();
}

}  // namespace reportal::raw
