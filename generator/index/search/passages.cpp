#include "index/search/passages.h"

#include <algorithm>

#include "base/parallel.h"
#include "chinese/collation.h"
#include "model/texts.h"

namespace reportal::index {
namespace {

using Kind = SearchedPage::Kind;

/// With v for ü, as it is typed.
std::string with_v(std::string_view reading) {
  constexpr std::string_view umlaut = "ü";
  std::string typed;
  while (true) {
    const std::size_t at = reading.find(umlaut);
    typed += reading.substr(0, at);
    if (at == npos) return typed;
    typed += 'v';
    reading.remove_prefix(at + umlaut.size());
  }
}

class Collector {
 public:
  Collector(const Library& library, const Links& links, const SitePlan& plan)
      : library_(library), links_(links), plan_(plan), report_page_(library.documents.size(), -1) {}

  SearchedText collect(unsigned jobs) {
    add_vocabulary();
    // Reports stand behind cases, which name them as their parents: their pages' numbers are known beforehand.
    std::int32_t next = static_cast<std::int32_t>(text_.pages.size() + library_.cases.size());
    for (const std::uint32_t i : plan_.reports_by_year) {
      report_page_[i] = next;
      next += static_cast<std::int32_t>(1 + plan_.chapters[i].size());
    }
    for (const std::uint32_t i : plan_.cases_in_order) add_case(i);
    for (const std::uint32_t i : plan_.reports_by_year) add_report(i);
    for (const std::uint32_t i : plan_.articles_by_date) add_article(i);
    for (const std::uint32_t i : library_.of_kind(DocumentKind::page)) add_page(i);
    order_passages();
    add_readings(jobs);
    return std::move(text_);
  }

 private:
  [[nodiscard]] const Document& document(std::uint32_t index) const { return library_.documents[index]; }
  std::string_view keep(std::string text) { return text_.strings.emplace_back(std::move(text)); }

  /// Begins a page; `names` are searched as its title is: other names, its number. `reading` is one that the vocabulary gives.
  void begin(SearchedPage page, const std::vector<std::string>& names, std::string_view reading = {}) {
    std::string title(page.title);
    std::replace(title.begin(), title.end(), '\n', ' ');
    for (auto name = names.begin(); name != names.end(); ++name) {
      if (!name->empty() && *name != page.title && std::find(names.begin(), name, *name) == name) (title += '\n') += *name;
    }
    page_ = static_cast<std::uint32_t>(text_.pages.size());
    titles_.push_back({page_, reading, keep(std::move(title))});
    text_.pages.push_back(std::move(page));
    text_.headings.push_back(0);
    text_.others.push_back(0);
  }

  void add_text(bool heading, std::string_view anchor, std::string_view text) {
    if (text.empty()) return;
    if (heading) {
      ++text_.headings[page_];
      headings_.push_back({page_, anchor, text});
    } else {
      (text_.others[page_]++ == 0 ? firsts_ : rest_).push_back({page_, anchor, text});
    }
  }

  void add_block(std::uint32_t document_index, std::uint32_t index) {
    const Block& block = document(document_index).blocks[index];
    if (is_furniture(block)) return;
    const std::string_view anchor = plan_.anchors[document_index][index];
    if (const auto* code = as<Code>(block)) return add_text(false, anchor, code->text);
    const auto* figure = as<Figure>(block);
    if (figure != nullptr) return add_text(true, anchor, keep(figure_text(document(document_index), *figure)));
    std::string_view only;
    std::string joined;
    std::uint32_t count = 0;
    for_each_text(block, [&](std::uint32_t, TextRole, const RichText& text) {
      if (text.text.empty()) return;
      if (count++ == 0) {
        only = text.text;
        if (only.find('\n') == npos) return;
      }
      if (joined.empty() && count > 1) append_line(joined, only);
      append_line(joined, text.text);
    });
    const bool heading = as<Heading>(block) != nullptr || as<CaseTitle>(block) != nullptr;
    add_text(heading, anchor, joined.empty() ? only : keep(std::move(joined)));
  }

  /// The caption of a figure, then what stands in the drawing or in place of the picture.
  static std::string figure_text(const Document& document, const Figure& figure) {
    std::string text;
    append_line(text, figure.caption.text);
    append_line(text, figure.alt);
    const auto given = document.metadata.figures.find(std::string(figure.number));
    if (figure.number.empty() || given == document.metadata.figures.end()) return text;
    append_line(text, given->second.alt);
    if (const auto& chart = given->second.chart) {
      for (const std::string& label : chart->labels) append_line(text, label);
      for (const ChartData::Series& series : chart->series) append_line(text, series.name);
    }
    return text;
  }

  static void append_line(std::string& out, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += '\n';
    const std::size_t start = out.size();
    out += text;
    std::replace(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(), '\n', ' ');
  }

  void add_vocabulary() {
    const Vocabulary& vocabulary = library_.vocabulary;
    const auto names_of = [](const auto& thing) {
      std::vector<std::string> names = thing.forms;
      names.insert(names.begin(), thing.short_name);
      return names;
    };
    for (std::uint32_t i = 0; i < vocabulary.schools.size(); ++i) {
      const School& school = vocabulary.schools[i];
      begin({.kind = Kind::school,
             .address = plan_.school_address[i],
             .title = school.name,
             .origin = {school.city},
             .schools = {i},
             .topics = {}},
            names_of(school), school.sort);
      add_text(false, {}, school.summary);
      text_.school_names.push_back(school.short_name.empty() ? school.name : school.short_name);
    }
    for (std::uint32_t i = 0; i < vocabulary.organisations.size(); ++i) {
      const Organisation& organisation = vocabulary.organisations[i];
      begin({.kind = Kind::organisation,
             .address = plan_.organisation_address[i],
             .title = organisation.name,
             .origin = {organisation.city},
             .schools = {},
             .topics = {}},
            names_of(organisation), organisation.sort);
      add_text(false, {}, organisation.summary);
    }
    for (std::uint32_t i = 0; i < vocabulary.topics.size(); ++i) {
      const Topic& topic = vocabulary.topics[i];
      begin({.kind = Kind::topic,
             .address = plan_.topic_address[i],
             .title = topic.name,
             .origin = {},
             .schools = {},
             .topics = {i}},
            {});
      add_text(false, {}, topic.description);
      text_.topic_names.push_back(topic.name);
    }
    for (std::uint32_t i = 0; i < vocabulary.terms.size(); ++i) {
      const Term& term = vocabulary.terms[i];
      begin(
          {.kind = Kind::term, .address = plan_.term_address[i], .title = term.name, .origin = {}, .schools = {}, .topics = {}},
          term.forms);
      add_text(false, {}, term.definition);
    }
    for (std::uint32_t i = 0; i < vocabulary.indicators.size(); ++i) {
      const Indicator& indicator = vocabulary.indicators[i];
      begin({.kind = Kind::indicator,
             .address = plan_.indicator_address[i],
             .title = indicator.name,
             .origin = {indicator.group},
             .schools = {},
             .topics = {}},
            indicator.forms);
      add_text(false, {}, indicator.definition);
    }
  }

  /// What pages of a document have alike: where they come from, what they can be narrowed by.
  SearchedPage page_of(Kind kind, std::uint32_t index, std::string_view address, std::string_view title) {
    const Document& source = document(index);
    SearchedPage page{.kind = kind,
                      .address = address,
                      .title = title,
                      .origin = {},
                      .year = document_year(source),
                      .schools = links_.document_schools[index],
                      .topics = {}};
    const int school = links_.document_school[index];
    if (school >= 0) {
      const auto own = static_cast<std::uint32_t>(school);
      if (std::find(page.schools.begin(), page.schools.end(), own) == page.schools.end())
        page.schools.insert(page.schools.begin(), own);
      page.origin.push_back(library_.vocabulary.schools[own].name);
      page.parent = school;  // the pages of schools come first
    }
    if (page.year != 0) page.origin.push_back(std::to_string(page.year));
    return page;
  }

  static void add_topics(SearchedPage& page, const std::vector<Placement>& placements) {
    for (const Placement& placement : placements) page.topics.push_back(placement.topic);
    std::sort(page.topics.begin(), page.topics.end());
    page.topics.erase(std::unique(page.topics.begin(), page.topics.end()), page.topics.end());
  }

  void add_case(std::uint32_t index) {
    const Case& item = library_.cases[index];
    const Document& source = document(item.document);
    std::string_view title = source.title;
    std::string label;
    if (item.block >= 0) {
      const Block& block = source.blocks[static_cast<std::size_t>(item.block)];
      label = block_label(block);
      title = as<CaseTitle>(block)->title.text;
      if (title.empty()) title = keep(label);
    }
    SearchedPage page = page_of(Kind::case_study, item.document, plan_.case_address[index], title);
    add_topics(page, links_.case_topics[index]);
    if (item.block >= 0) {
      page.origin.push_back(source.title);
      if (!label.empty()) page.origin.insert(page.origin.begin(), label);
      page.parent = report_page_[item.document];
    }
    begin(std::move(page), {label});
    for (const std::uint32_t block : item.blocks) add_block(item.document, block);
  }

  void add_report(std::uint32_t index) {
    const Document& report = document(index);
    SearchedPage cover = page_of(Kind::report, index, plan_.document_address[index], report.title);
    add_topics(cover, links_.document_topics[index]);
    begin(std::move(cover), {});
    add_text(false, {}, report.metadata.summary);
    for (const SitePlan::Chapter& chapter : plan_.chapters[index]) {
      SearchedPage page = page_of(Kind::report, index, chapter.address, chapter.title);
      page.origin.push_back(report.title);
      page.parent = report_page_[index];
      begin(std::move(page), {chapter.number});
      for (std::uint32_t i = chapter.first; i < chapter.last; ++i) {
        const Block& block = report.blocks[i];
        const auto* heading = as<Heading>(block);
        const bool is_title = heading != nullptr && heading->level == chapter.level && heading->title.text == chapter.title;
        if (block.inside_case < 0 && as<CaseTitle>(block) == nullptr && !is_title) add_block(index, i);
      }
    }
  }

  void add_whole(std::uint32_t index, SearchedPage page) {
    begin(std::move(page), {});
    const Document& source = document(index);
    for (std::uint32_t i = 0; i < source.blocks.size(); ++i) {
      const auto* heading = as<Heading>(source.blocks[i]);
      if (heading == nullptr || heading->level != 1 || heading->title.text != source.title) add_block(index, i);
    }
  }

  void add_article(std::uint32_t index) {
    SearchedPage page = page_of(Kind::article, index, plan_.document_address[index], document(index).title);
    add_topics(page, links_.document_topics[index]);
    if (!document(index).metadata.source.empty()) page.origin.push_back(document(index).metadata.source);
    add_whole(index, std::move(page));
  }

  void add_page(std::uint32_t index) {
    add_whole(index, page_of(Kind::page, index, plan_.document_address[index], document(index).title));
  }

  void order_passages() {
    text_.passages = std::move(titles_);
    for (const auto* list : {&headings_, &firsts_, &rest_})
      text_.passages.insert(text_.passages.end(), list->begin(), list->end());
  }

  void add_readings(unsigned jobs) {
    std::vector<std::string> readings(text_.pages.size());
    for_each_index(jobs, readings.size(), [&](std::size_t i) {
      const Passage& title = text_.passages[i];
      std::string& reading = readings[i];
      reading = pinyin(title.text);
      if (!title.anchor.empty()) (reading += '\n') += title.anchor;
      reading = with_v(reading);
    });
    for (std::size_t i = 0; i < readings.size(); ++i) text_.passages[i].anchor = keep(std::move(readings[i]));
  }

  const Library& library_;
  const Links& links_;
  const SitePlan& plan_;
  std::vector<std::int32_t> report_page_;  ///< a document → the page of its cover
  SearchedText text_;
  std::vector<Passage> titles_, headings_, firsts_, rest_;
  std::uint32_t page_ = 0;  ///< the one that is being filled
};

}  // namespace

SearchedText searched_text(const Library& library, const Links& links, const SitePlan& plan, unsigned jobs) {
  return Collector(library, links, plan).collect(jobs);
}

}  // namespace reportal::index
