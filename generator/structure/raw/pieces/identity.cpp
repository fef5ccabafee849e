#include "structure/raw/pieces/identity.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/dates.h"
#include "structure/raw/pieces/cover.h"

namespace reportal::raw {
namespace {

/// A title in 《》 in `text` that names a school and a report.
std::string_view title_in_quotes(std::string_view text) {
  constexpr std::string_view open = "《", close = "》";
  for (std::size_t at = text.find(open); at != npos; at = text.find(open, at + open.size())) {
    const std::size_t end = text.find(close, at);
    if (end == npos) break;
    const std::string_view title = text.substr(at + open.size(), end - at - open.size());
    if (title.size() <= 180 && names_report(title) && !leading_school(title).empty()) return title;
  }
  return {};
}

/// reports/one.txt → one
std::string_view file_stem(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::string_view stem = name.substr(0, name.find_last_of('.'));
  return stem.empty() ? name : stem;
}

class Identifier {
 public:
  Identifier(const Marked& marked, Document& document) : marked_(marked), document_(document) {}

  void identify() {
    read_metadata();
    guess_kind();
    if (document_.kind == DocumentKind::report) identify_report();
    if (document_.title.empty()) document_.title = first_piece();
    if (document_.title.empty()) document_.title = first_heading();
    if (document_.title.empty()) document_.title = first_line();
    if (document_.title.empty()) document_.title = document_.id;
    if (document_.title.empty()) document_.title = file_stem(document_.path);
    if (document_.year == 0) document_.year = year_in(document_.title);
  }

 private:
  void read_metadata() {
    document_.id = document_.metadata.id;
    document_.title = document_.metadata.title;
    document_.year = document_.metadata.year;
    if (!document_.metadata.schools.empty()) document_.school = document_.metadata.schools.front();
  }

  void guess_kind() {
    document_.kind = document_.metadata.kind;
    if (document_.metadata.kind_given) return;
    document_.kind = !document_.pieces.empty()  ? DocumentKind::newspaper
                     : reads_as_report(marked_) ? DocumentKind::report
                                                : DocumentKind::article;
  }

  void identify_report() {
    const Cover cover = read_cover(marked_.lines);
    const std::string_view quoted = quoted_title();
    if (document_.title.empty()) document_.title = !cover.title.empty() ? std::string_view(cover.title) : quoted;
    if (document_.school.empty()) document_.school = cover.school;
    if (document_.school.empty()) document_.school = leading_school(document_.title);
    if (document_.school.empty()) document_.school = leading_school(quoted);
    if (document_.school.empty()) document_.school = school_of_headers();
    if (document_.school.empty()) document_.school = school_of_sentences();
    if (document_.year == 0) document_.year = year_in(document_.title);
    if (document_.year == 0) document_.year = year_in(quoted);
    if (document_.year == 0) document_.year = year_of_headers();
    if (document_.year == 0) document_.year = cover.year;
    if (document_.title.empty()) document_.title = title_of_headers();
  }

  /// 《某某学院高等职业教育质量报告（2023年度）》, as the first paragraphs often call the report.
  std::string_view quoted_title() const {
    constexpr std::size_t front = 80;
    const std::size_t count = std::min(document_.blocks.size(), front);
    for (std::size_t at = 0; at < count; ++at) {
      const auto* paragraph = as<Paragraph>(document_.blocks[at]);
      if (paragraph == nullptr) continue;
      if (const std::string_view title = title_in_quotes(paragraph->text.text); !title.empty()) return title;
    }
    return {};
  }

  std::string school_of_headers() const {
    for (const Block& block : document_.blocks) {
      const auto* noise = as<Noise>(block);
      if (noise == nullptr) continue;
      const std::string text = without_space(noise->text);
      const std::string_view school = leading_school(text);
      if (!school.empty()) return std::string(school);
    }
    return {};
  }

  /// A running head that names the school and the report.
  std::string title_of_headers() const {
    for (const Block& block : document_.blocks) {
      const auto* noise = as<Noise>(block);
      if (noise != nullptr && names_report(noise->text) && !leading_school(without_space(noise->text)).empty())
        return std::string(noise->text);
    }
    return {};
  }

  int year_of_headers() const {
    for (const Block& block : document_.blocks) {
      const auto* noise = as<Noise>(block);
      if (noise != nullptr && names_report(noise->text) && year_in(noise->text) > 0) return year_in(noise->text);
    }
    return 0;
  }

  /// The school that most paragraphs begin with.
  std::string school_of_sentences() const {
    std::unordered_map<std::string_view, std::size_t> counts;
    std::string_view best;
    for (const Block& block : document_.blocks) {
      const auto* paragraph = as<Paragraph>(block);
      if (paragraph == nullptr) continue;
      const std::string_view school = leading_school(paragraph->text.text.substr(0, 120));
      if (school.empty() || count_characters(school) < 6) continue;
      const std::size_t count = ++counts[school];
      if (best.empty() || count > counts[best]) best = school;
    }
    return std::string(best);
  }

  std::string first_piece() const {
    for (const reportal::Piece& piece : document_.pieces) {
      if (!piece.title.empty()) return std::string(piece.title);
    }
    return {};
  }

  std::string first_heading() const {
    for (const Block& block : document_.blocks) {
      if (const auto* heading = as<Heading>(block); heading != nullptr) return std::string(heading->title.text);
    }
    return {};
  }

  std::string first_line() const {
    constexpr std::size_t longest = 40;
    for (const Block& block : document_.blocks) {
      if (const auto* paragraph = as<Paragraph>(block)) return std::string(take_characters(paragraph->text.text, longest));
    }
    return {};
  }

  const Marked& marked_;
  Document& document_;
};

}  // namespace

bool reads_as_report(const Marked& marked) {
  constexpr std::ptrdiff_t numbered_headings = 3;
  const auto is_deep = [](const FoundHeading& heading) { return heading.level >= 2 && heading.number.find('.') != npos; };
  if (!marked.captions.cases.empty() || std::any_of(marked.headings.begin(), marked.headings.end(), is_deep)) return true;
  const auto is_numbered = [](const FoundHeading& heading) { return !heading.number.empty(); };
  return std::count_if(marked.headings.begin(), marked.headings.end(), is_numbered) >= numbered_headings &&
         !read_cover(marked.lines).title.empty();
}

void identify(const Marked& marked, Document& document) { Identifier(marked, document).identify(); }

}  // namespace reportal::raw
