#include "shrink.h"

#include <algorithm>

namespace reportal::printer {
namespace {

bool is_list_item(const Item& item) { return item.kind == Item::Kind::list_item; }

bool is_possible(const Report& report) {
  constexpr std::size_t least_paragraphs = 6;
  constexpr std::size_t long_text = 330;  // bytes, about three lines
  std::size_t paragraphs = 0;
  int level = 0;
  for (std::size_t at = 0; at < report.items.size(); ++at) {
    const Item& item = report.items[at];
    if (item.kind == Item::Kind::heading) {
      if (item.level > level + 1) return false;
      level = item.level;
    }
    if (item.kind == Item::Kind::paragraph && !item.in_case && item.text.size() >= long_text) ++paragraphs;
    if (item.kind == Item::Kind::table && item.table.rows.size() < 2) return false;
    const bool before = at > 0 && is_list_item(report.items[at - 1]);
    const bool behind = at + 1 < report.items.size() && is_list_item(report.items[at + 1]);
    if (is_list_item(item) && !before && !behind) return false;
  }
  return paragraphs >= least_paragraphs;
}

class Shrinker {
 public:
  Shrinker(Report& report, Style& style, const Fails& fails) : report_(report), style_(style), fails_(fails) {}

  void run() {
    for (bool smaller = true; smaller;) {
      smaller = false;
      for (std::size_t length = std::max<std::size_t>(report_.items.size() / 2, 1); length > 0; length /= 2)
        smaller |= leave_out_items(length);
      smaller |= make_plain();
      smaller |= leave_out_rows();
      smaller |= cut_texts();
    }
  }

 private:
  template <typename Change>
  bool try_change(Change change) {
    Report report = report_;
    Style style = style_;
    change(report, style);
    if (!is_possible(report) || !fails_(report, style)) return false;
    report_ = std::move(report);
    style_ = style;
    return true;
  }

  bool leave_out_items(std::size_t length) {
    bool smaller = false;
    for (std::size_t at = 0; at + length <= report_.items.size();) {
      const bool left_out = try_change([&](Report& report, Style&) {
        const auto first = report.items.begin() + static_cast<std::ptrdiff_t>(at);
        const bool title_goes = std::any_of(first, first + static_cast<std::ptrdiff_t>(length),
                                            [](const Item& item) { return item.kind == Item::Kind::case_title; });
        auto rest = report.items.erase(first, first + static_cast<std::ptrdiff_t>(length));
        // Without its title nothing is a case.
        while (title_goes && rest != report.items.end() && rest->in_case) rest = report.items.erase(rest);
      });
      smaller |= left_out;
      if (!left_out) at += length;
    }
    return smaller;
  }

  bool make_plain() {
    bool smaller = false;
    for (std::size_t at = 0; at < dimension_count; ++at) {
      if (style_.values[at] != 0) smaller |= try_change([&](Report&, Style& style) { style.values[at] = 0; });
    }
    return smaller;
  }

  bool leave_out_rows() {
    bool smaller = false;
    for (std::size_t item = 0; item < report_.items.size(); ++item) {
      for (std::size_t row = 0; row < report_.items[item].table.rows.size();) {
        const bool left_out = try_change([&](Report& report, Style&) {
          auto& rows = report.items[item].table.rows;
          rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
        });
        smaller |= left_out;
        if (!left_out) ++row;
      }
    }
    return smaller;
  }

  /// Leaves out the first sentence of a text.
  bool cut_texts() {
    constexpr std::string_view stop = "。";
    bool smaller = false;
    for (std::size_t item = 0; item < report_.items.size(); ++item) {
      for (;;) {
        const std::string& text = report_.items[item].text;
        const std::size_t end = text.find(stop);
        if (end == std::string::npos || end + stop.size() == text.size()) break;
        if (!try_change([&](Report& report, Style&) { report.items[item].text.erase(0, end + stop.size()); })) break;
        smaller = true;
      }
    }
    return smaller;
  }

  Report& report_;
  Style& style_;
  const Fails& fails_;
};

}  // namespace

void shrink(Report& report, Style& style, const Fails& fails) { Shrinker(report, style, fails).run(); }

}  // namespace reportal::printer
