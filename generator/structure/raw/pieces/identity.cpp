#include "structure/raw/pieces/identity.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::array<std::string_view, 3> school_ends = {"学院", "大学", "学校"};

bool names_report(std::string_view text) { return text.find("报告") != npos || text.find("年报") != npos; }

/// The school that a title or header begins with: 湖南工业职业技术学院高等职业教育质量报告 → 湖南工业职业技术学院.
std::string_view leading_school(std::string_view text) {
  constexpr std::size_t shortest = 12;  // four characters
  constexpr std::size_t longest = 75;
  std::size_t end = npos;
  for (const std::string_view word : school_ends) {
    const std::size_t at = text.find(word);
    if (at != npos && at + word.size() >= shortest && at + word.size() <= longest) end = std::min(end, at + word.size());
  }
  if (end == npos) return {};
  const std::string_view name = text.substr(0, end);
  for (std::size_t offset = 0; offset < name.size();) {
    if (!is_han(next_character(name, offset))) return {};
  }
  return name;
}

/// 2023 of （2023年度）, 2023 年; 0 if there is none.
int year_in(std::string_view text) {
  for (std::size_t at = text.find("20"); at != npos; at = text.find("20", at + 1)) {
    const auto digit = [&](std::size_t offset) {
      return offset < text.size() && is_ascii_digit(static_cast<unsigned char>(text[offset]));
    };
    if ((at > 0 && digit(at - 1)) || !digit(at + 2) || !digit(at + 3) || digit(at + 4)) continue;
    return 2000 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
  }
  return 0;
}

/// A title in 《》 in `text` that names a school and a report.
std::string_view quoted_title(std::string_view text) {
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
    document_.kind = !document_.pieces.empty() ? DocumentKind::newspaper
                     : reads_as_report(marked_) ? DocumentKind::report
                                                : DocumentKind::article;
  }

  void identify_report() {
    constexpr std::size_t front = 80;
    const std::size_t count = std::min(document_.blocks.size(), front);
    std::string_view cover;
    for (std::size_t at = 0; at < count; ++at) {
      const auto* paragraph = as<Paragraph>(document_.blocks[at]);
      if (paragraph == nullptr) continue;
      const std::string_view text = paragraph->text.text;
      if (document_.title.empty()) document_.title = quoted_title(text);
      if (cover.empty() && text.size() < 150 && names_report(text) && !ends_sentence(text)) cover = text;
      if (document_.school.empty()) document_.school = leading_school_of_cover(text);
    }
    if (document_.title.empty()) document_.title = cover;
    if (document_.school.empty()) document_.school = leading_school(document_.title);
    if (document_.school.empty()) document_.school = school_of_headers();
    if (document_.school.empty()) document_.school = school_of_sentences();
    if (document_.year == 0) document_.year = year_in(document_.title);
    if (document_.year == 0) document_.year = year_of_headers();
    if (!document_.title.empty() && leading_school(document_.title).empty() && !document_.school.empty() &&
        document_.title == cover) {
      document_.title = document_.school + document_.title;
    }
  }

  /// A line of the cover that is a school's name and nothing else.
  static std::string leading_school_of_cover(std::string_view text) {
    if (text.size() > 75) return {};
    const std::string plain = without_space(text);
    const std::string_view school = leading_school(plain);
    return school == plain ? plain : std::string();
  }

  std::string school_of_headers() const {
    for (const Block& block : document_.blocks) {
      const auto* noise = as<Noise>(block);
      if (noise == nullptr) continue;
      const std::string_view school = leading_school(noise->text);
      if (!school.empty()) return std::string(school);
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
  return !marked.captions.cases.empty() ||
         std::any_of(marked.headings.begin(), marked.headings.end(), [](const FoundHeading& heading) {
           return heading.level >= 2 && heading.number.find('.') != std::string::npos;
         });
}

void identify(const Marked& marked, Document& document) { Identifier(marked, document).identify(); }

}  // namespace reportal::raw
