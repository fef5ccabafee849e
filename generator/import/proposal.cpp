#include "import/proposal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "base/wording.h"
#include "chinese/characters.h"
#include "chinese/dates.h"
#include "import/layout_proposals.h"
#include "import/problems.h"

namespace reportal {
namespace {

constexpr Wording made_by{"由 reportal import 根据原文提出，请核对后删去注释。",
                          "Proposed by reportal import: check, then delete the comments."};
constexpr Wording check_kind{"请核对：文体是推测的", "please check: the kind is a guess"};
constexpr Wording check_title{"请核对：标题是推测的", "please check: the title is a guess"};
constexpr Wording check_school{"请核对：学校是推测的", "please check: the school is a guess"};
constexpr Wording add_school{"请核对：schools.yaml 中没有这所学校", "please check: schools.yaml has no such school"};
constexpr Wording name_school{"请填写：没有找到学校", "please fill in: no school was found"};
constexpr Wording check_year{"请核对：年份是推测的", "please check: the year is a guess"};
constexpr Wording name_year{"请填写：没有找到年份", "please fill in: no year was found"};
constexpr Wording check_date{"请核对：日期是推测的", "please check: the date is a guess"};
constexpr Wording name_source{"请改写为原来发布的地方", "please write where it was published"};
constexpr Wording from_box{"案例在版面上有边框，以下按边框写明它到哪一行为止", "where the drawn box of a case ends"};
constexpr Wording same_place{"这些行在许多页的同一位置出现，是页眉、页脚或页码",
                             "heads, feet and page numbers: they stand at the same place of many pages"};
constexpr Wording loose_pictures{"没能与图号对应的图片（可填入 figures）：", "pictures that no figure could be found for:"};

/// `text` as a YAML scalar.
std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

/// A day in a line: 2024年3月5日, 2024-03-05.
std::optional<Date> date_in(std::string_view line) {
  constexpr std::string_view day_sign = "日";
  for (std::size_t at = line.find("20"); at != npos; at = line.find("20", at + 2)) {
    std::size_t end = at, digits = 0;
    bool was_digit = false;
    while (end < line.size() && end - at < 24) {
      std::size_t next = end;
      const char32_t c = next_character(line, next);
      const bool digit = is_ascii_digit(c);
      if (!digit && c != U'年' && c != U'月' && c != '-' && c != '/' && c != '.' && c != ' ') break;
      digits += digit && !was_digit;
      was_digit = digit;
      end = next;
    }
    if (digits != 3) continue;
    const bool signed_day = line.substr(end).starts_with(day_sign);
    const std::string text = without_space(line.substr(at, end - at + (signed_day ? day_sign.size() : 0)));
    if (const auto date = parse_date(text)) return date;
  }
  return std::nullopt;
}

class Proposer {
 public:
  Proposer(const ProposalInput& input, const Settings& settings, const Vocabulary& vocabulary)
      : input_(input), own_(input.source.metadata), vocabulary_(vocabulary), language_(settings.language == "en" ? Language::english : Language::chinese) {}

  Proposal propose() {
    comment(made_by);
    propose_kind();
    propose_title();
    if (result_.kind != DocumentKind::page) propose_school();
    if (result_.kind == DocumentKind::report || result_.kind == DocumentKind::case_study) propose_year();
    if (result_.kind == DocumentKind::article || result_.kind == DocumentKind::newspaper) propose_date();
    if (own_.source.empty()) line("source", quoted(input_.file_name), &name_source);
    if (own_.language.empty()) line("lang", is_chinese() ? "zh-CN" : "en");
    propose_layout();
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::string say(const Wording& wording) const { return std::string(wording.in(language_)); }
  void comment(const Wording& wording) { result_.lines.push_back("# " + say(wording)); }
  void line(std::string_view key, std::string_view value, const Wording* remark = nullptr) {
    std::string text = std::string(key) + ":";
    if (!value.empty()) text += " " + std::string(value);
    if (remark != nullptr) text += "  # " + say(*remark);
    result_.lines.push_back(std::move(text));
  }
  void doubt(const ProblemKind& kind, std::vector<std::string> arguments = {}) {
    result_.doubts.push_back({&kind, result_.lines.size() - 1, std::move(arguments)});
  }

  void propose_kind() {
    const bool given = input_.kind || (own_.kind_given && input_.source.front_matter_last > 0);
    result_.kind = input_.kind ? *input_.kind : given ? own_.kind : guess_kind();
    if (!input_.kind && given) return;
    const bool sure = given || (result_.kind == DocumentKind::report && has_cases());
    line("kind", kind_name(result_.kind), sure ? nullptr : &check_kind);
    if (!sure) doubt(import_problems::unsure_kind, {std::string(kind_name(result_.kind))});
  }

  bool has_cases() const {
    return std::any_of(input_.document.blocks.begin(), input_.document.blocks.end(),
                       [](const Block& block) { return as<CaseTitle>(block) != nullptr; });
  }

  DocumentKind guess_kind() const {
    if (input_.source.format == SourceFormat::raw_text) return input_.document.kind;
    const std::string& title = input_.document.title;
    const bool report = title.find("质量报告") != npos || title.find("年报") != npos || title.find("年度报告") != npos;
    return report || has_cases() ? DocumentKind::report : DocumentKind::article;
  }

  /// The title stands in the first lines, so it is no guess.
  bool stands_at_the_top(std::string_view title) const {
    constexpr std::uint32_t top = 30;
    std::string start;
    const std::uint32_t last = std::min(input_.source.line_count(), input_.source.front_matter_last + top);
    for (std::uint32_t number = input_.source.front_matter_last + 1; number <= last; ++number) {
      start += without_space(input_.source.line(number));
    }
    return start.find(without_space(title)) != npos;
  }

  /// The title of a PDF: its own, which is often left over from another file, where the first page has it too; else what is
  /// printed largest there and is no heading.
  std::string printed_title() const {
    constexpr std::size_t shortest = 4;  // characters
    const std::string_view property = trim(input_.extract.title);
    if (count_characters(property) >= shortest && stands_at_the_top(property)) return std::string(property);
    const std::string large = largest_print(input_.extract);
    const bool is_heading = std::any_of(input_.document.blocks.begin(), input_.document.blocks.end(), [&](const Block& block) {
      const auto* heading = as<Heading>(block);
      return heading != nullptr && without_space(large).ends_with(without_space(heading->title.text));
    });
    return count_characters(large) < shortest || is_heading ? std::string() : large;
  }

  void propose_title() {
    title_ = own_.title;
    if (!title_.empty()) return;
    title_ = printed_title();
    if (title_.empty()) title_ = input_.document.title;
    if (title_.empty()) title_ = file_stem(input_.file_name);
    const bool sure = stands_at_the_top(title_) && result_.kind != DocumentKind::article;
    line("title", quoted(title_), sure ? nullptr : &check_title);
    if (!sure) doubt(import_problems::unsure_title, {title_});
  }

  /// The school of the vocabulary whose longest name stands in a text; -1 if there is none.
  int school_named_in(std::string_view text) const {
    constexpr std::size_t shortest = 6;  // bytes: two characters
    int best = -1;
    std::size_t longest = 0;
    for (std::size_t at = 0; at < vocabulary_.schools.size(); ++at) {
      const School& school = vocabulary_.schools[at];
      const auto look = [&](const std::string& name) {
        if (name.size() < shortest || name.size() <= longest || text.find(name) == npos) return;
        longest = name.size();
        best = static_cast<int>(at);
      };
      look(school.name);
      look(school.short_name);
      for (const std::string& form : school.forms) look(form);
    }
    return best;
  }

  void propose_school() {
    if (!own_.schools.empty()) return;
    const std::string& read = input_.document.school;
    const int named = vocabulary_.find_school(read);
    const int in_title = named >= 0 ? named : school_named_in(title_);
    if (in_title >= 0) {
      line("school", vocabulary_.schools[static_cast<std::size_t>(in_title)].id);
      return;
    }
    if (!read.empty()) {
      line("school", quoted(read), &add_school);
      doubt(import_problems::unknown_school, {read});
      return;
    }
    constexpr std::size_t start = 6000;
    const std::string_view text = input_.source.text;
    const int in_text = school_named_in(std::string(text.substr(0, start)) + input_.file_name);
    if (in_text >= 0) {
      const std::string& id = vocabulary_.schools[static_cast<std::size_t>(in_text)].id;
      line("school", id, &check_school);
      doubt(import_problems::unsure_school, {id});
    } else if (result_.kind == DocumentKind::report) {
      line("school", "", &name_school);
      doubt(import_problems::no_school);
    }
  }

  void propose_year() {
    if (own_.year != 0) return;
    const int in_title = year_in(title_);
    int year = in_title != 0 ? in_title : input_.document.year;
    if (year == 0) year = year_in(input_.file_name);
    if (year == 0) {
      line("year", "", &name_year);
      doubt(import_problems::no_year);
      return;
    }
    line("year", std::to_string(year), in_title != 0 ? nullptr : &check_year);
    if (in_title == 0) doubt(import_problems::unsure_year, {std::to_string(year)});
  }

  void propose_date() {
    if (own_.date) return;
    constexpr std::uint32_t near = 25;  // lines from the beginning or the end
    std::optional<Date> date;
    for (const Piece& piece : input_.document.pieces) {
      if (!date) date = piece.date;
    }
    const std::uint32_t first = input_.source.front_matter_last + 1, count = input_.source.line_count();
    for (std::uint32_t number = first; number <= count && !date; ++number) {
      if (number < first + near || number + near > count) date = date_in(input_.source.line(number));
    }
    if (!date) date = date_in(input_.file_name);
    if (!date) return;
    line("date", iso_day(*date), &check_date);
    doubt(import_problems::unsure_date, {iso_day(*date)});
  }

  bool is_chinese() const {
    constexpr std::size_t sample = 20'000;
    const std::string_view text = std::string_view(input_.source.text).substr(0, sample);
    std::size_t han = 0, latin = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (text.size() - at < 4) break;  // the sample may end inside of a character
      const char32_t c = next_character(text, at);
      han += is_han(c);
      latin += (c >= 'a' && c <= 'z');
    }
    return han * 4 >= latin;
  }

  void propose_layout() {
    if (input_.extract.layout.empty()) return;
    const std::vector<std::string> ends = propose_case_ends(input_.extract, input_.document);
    if (!ends.empty()) comment(from_box);
    result_.lines.insert(result_.lines.end(), ends.begin(), ends.end());
    const std::vector<std::string> furniture = propose_furniture(input_.extract, input_.document);
    if (!furniture.empty()) comment(same_place);
    result_.lines.insert(result_.lines.end(), furniture.begin(), furniture.end());
    const FigureProposal figures = propose_figures(input_.extract, input_.document, input_.picture_folder);
    result_.lines.insert(result_.lines.end(), figures.lines.begin(), figures.lines.end());
    result_.pictures = figures.bound;
    if (figures.loose.empty()) return;
    comment(loose_pictures);
    doubt(import_problems::loose_pictures, {std::to_string(figures.loose.size())});
    for (const std::string& name : figures.loose) result_.lines.push_back("#   " + input_.picture_folder + "/" + name);
  }

  const ProposalInput& input_;
  const Metadata& own_;
  const Vocabulary& vocabulary_;
  Language language_;
  std::string title_;
  Proposal result_;
};

}  // namespace

Proposal propose(const ProposalInput& input, const Settings& settings, const Vocabulary& vocabulary) {
  return Proposer(input, settings, vocabulary).propose();
}

}  // namespace reportal
